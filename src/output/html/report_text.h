#pragma once

#include <string>

#include "output/html/markup.h"

namespace hegui {

/// The whole report as a page: headings, paragraphs, lists and tables as the document has them,
/// with the findings marked where they are, and slots where something belongs.
void append_report_text(const PageReport& page, std::string& out);

}  // namespace hegui
