#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/language.h"

namespace hegui {

/// A file that somebody handed to the page: a report, a rule file (.yaml), or what is known of a
/// report (报告.docx.hegui.yaml).
struct PageFile {
  std::string name = {};
  std::string bytes = {};
};

/// What came of files, under a name to save it as.
struct PageResult {
  std::string name = {};
  std::string bytes = {};
  std::string told = {};  ///< What whoever saves it should know, in lines.
  std::size_t fixes = 0;  ///< Findings that can be fixed without looking.
  int exit = 0;           ///< That of the command: 1 for errors, 2 if something was not checked.
};

/// As a form of results: the reports as --fix leaves them, those that it changes.
inline constexpr std::string_view mended_form = "fix";

struct PageOptions {
  std::string form = "html";              ///< Of output_forms(), or mended_form.
  std::optional<Language> language = {};  ///< Else each report is told in that of its rule set.
  std::string today = {};                 ///< 2026-12-31
};

/// Whether a file is taken for rules by its name, and for no report.
bool is_rule_file(std::string_view name);

/// What `hegui check -f FORM` writes of the reports, with -r for each rule file. In a ZIP archive
/// are reports, as there. Of a form whose files hold one report each, several come as a ZIP
/// archive, and none as nothing.
PageResult check_files(std::span<const PageFile> files, const PageOptions& options);

}  // namespace hegui
