#pragma once

#include "formats/extracted_text.h"

namespace hegui {

/// Decides of the lines of one paragraph, which begin at `first`, which go on with the one before:
/// a soft return ends a line, unless it only wraps a title, the words of a cell, or a text that was
/// pasted with its line ends.
void join_wrapped_lines(ExtractedText& text, std::size_t first);

/// Decides of the headings by level which are none: people give the level of a heading to articles,
/// to paragraphs that begin with their heading, and to running text.
void tell_text_from_headings(ExtractedText& text);

}  // namespace hegui
