#pragma once

#include <vector>

#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/layout/page_line.h"

namespace hegui {

/// The text of lines in reading order, a paragraph a line, with its pages. Running heads and page
/// numbers stand after the paragraph that goes on over them. Throws InputError over a limit.
ExtractedText text_of_pages(const std::vector<PageLine>& lines, const Limits& limits);

}  // namespace hegui
