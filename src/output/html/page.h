#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace hegui {

/// page.css and page.js, which every page has in it, and their SHA-256 in base64: the page allows
/// nothing else (Content Security Policy, level 3), whatever a report may have smuggled in.
struct PageFiles {
  std::string_view style, style_hash;
  std::string_view script, script_hash;
};

/// Made from the files by embed_page.
PageFiles page_files();

/// All of a page before what it is about. `index`: where all reports are listed; empty for a page
/// that has no others beside it.
std::string page_begin(std::string_view title, std::string_view index, Language language);
std::string page_end(Language language);

}  // namespace hegui
