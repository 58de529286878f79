#pragma once

#include <string>

#include "output/output.h"

namespace hegui {

/// What `hegui outline` prints: headings with the requirements that claimed them, headings that
/// none claimed, furniture and items.
void write_outline_text(const Review& review, const OutputOptions& options, std::string& out);
/// `indent` as Json::text takes it; 0 for a line a report.
void write_outline_json(const Review& review, int indent, std::string& out);

/// What `hegui show` prints: the source with line numbers.
void write_numbered(const Document& document, Language language, std::string& out);
/// The lines alone, for programs that compare them.
void write_lines(const Document& document, std::string& out);

}  // namespace hegui
