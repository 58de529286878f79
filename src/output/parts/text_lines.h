#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/output.h"

namespace hegui {

/// Lines that the text outputs share. Each ends with a line end.

/// As it begins a line: no control characters, and no command to whoever runs the program, as
/// ::stop-commands:: and ##[add-mask] are on a build server.
std::string line_path(std::string_view path);

/// path:line:column: severity: message [rule]; with what `where` says about the place, if anything,
/// after the message, and for a suppressed finding why it is.
void append_headline(const Review& review, const Finding& finding, const OutputOptions& options,
                     std::string_view where, std::string& out);

/// path: error: why it was not checked [unreadable]
void append_status(const Review& review, const OutputOptions& options, std::string& out);

/// path: note: how many findings of a rule are not listed [rule]
void append_truncated(const Review& review, const OutputOptions& options, std::string& out);

/// path:line:column: severity: message
void append_problem_headline(const FileProblem& problem, const OutputOptions& options,
                             std::string& out);

/// What is wrong in the user's files, printed like findings, with the line and a caret.
void append_problems(std::span<const FileProblem> problems, const OutputOptions& options,
                     std::string& out);

}  // namespace hegui
