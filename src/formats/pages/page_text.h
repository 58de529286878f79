#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "formats/format.h"
#include "formats/pages/page_rows.h"

namespace hegui {

/// The report that pages show. Its source has a paragraph a line, its tables a cell a line; running
/// heads and page numbers are furniture. Throws InputError when it is over a limit.
Document read_pages(std::string path, std::string format, const std::vector<LaidOutPage>& pages,
                    const Limits& limits);

}  // namespace hegui
