#pragma once

#include <vector>

#include "formats/pages/page_rows.h"

namespace hegui {

/// Running heads and page numbers of a document, taken out of its areas.
struct PageMargins {
  std::vector<PageRow> heads = {};  ///< In the order of pages, and from top to bottom.
  std::vector<PageRow> feet = {};
};

/// What stands first or last on several pages, at the same height, and says the same but for its
/// numbers.
PageMargins take_margins(std::vector<PageArea>& areas);

}  // namespace hegui
