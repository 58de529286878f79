#pragma once

#include <vector>

#include "formats/ofd/ofd_page.h"
#include "formats/pages/page_rows.h"

namespace hegui {

/// The words of a page, in any order: characters on one base line without a wide gap between them.
/// A character that was drawn twice, to look bold, is one.
std::vector<PageWord> words_of(std::vector<OfdGlyph> glyphs);

}  // namespace hegui
