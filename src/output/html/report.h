#pragma once

#include <string>

#include "output/html/markup.h"

namespace hegui {

/// What a report is called: its title, or else the name of its file.
std::string name_of_report(const Review& review);

/// 85.0（良）; empty where a score would not mean what it seems to.
std::string score_of_report(const Review& review, Language language);

/// A report as an element `article`: what came of it, the checklist, the findings, the text.
void append_report(const PageReport& page, std::string& out);

}  // namespace hegui
