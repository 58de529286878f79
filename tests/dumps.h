#pragma once

#include <string>
#include <string_view>

#include "document/outline.h"
#include "review/lint.h"
#include "ruleset/load.h"

// What golden tests compare: the value of one stage of the pipeline as lines of text.

namespace hegui {

/// A file's bytes. Throws std::runtime_error.
std::string read_bytes(const std::string& path);

/// line:column of both ends, in the source.
std::string range(const Document& document, Span span);

/// With pages (pdf_pages.h) for a PDF.
Document read_report(const std::string& path, std::string_view bytes);

/// Blocks with their places, as written and folded, and annotations; or why the file is not read.
std::string dump_blocks(const std::string& path, std::string_view bytes);
std::string dump_outline(const std::string& path, std::string_view bytes);
/// Items of each outermost section, else of the body.
std::string dump_items(std::string_view bytes);
/// Which part answers which requirement; the year and other variables.
std::string dump_bindings(std::string_view bytes, const RuleSet& rules);
/// Findings with all that belongs to them. Empty when there are none.
std::string dump_findings(const Review& review);
/// Errors of a rule file as they are printed, in both languages.
std::string dump_problems(const LoadedRules& loaded);

/// Errors of a configuration as they are printed, in both languages; else what holds for each of
/// the reports that its first line names: "# for: a.md drafts/b.md".
std::string dump_config(const std::string& path);

/// Rule sets from a file and what it extends, from text, and of those that the program carries.
/// With `warn`, warnings too.
LoadedRules load_file(const std::string& path, bool warn = false);
LoadedRules load_text(const std::string& source);
LoadedRules load_builtin(std::string_view name);

/// Like lint(), for texts of any length: lint() takes a body of fewer than 200 characters for no
/// report, and inputs of tests are to be small.
Review review_text(std::string path, std::string_view bytes, const RuleSet& rules,
                   const LintOptions& options = {});

}  // namespace hegui
