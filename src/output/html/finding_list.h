#pragma once

#include <string>

#include "output/html/markup.h"

namespace hegui {

/// The findings of a report beside its text: what is wrong, where, what to do, and who asks for it;
/// with controls by which a script filters them.
void append_finding_list(const PageReport& page, std::string& out);

/// What is wrong in rule files, configurations and side files; nothing without any.
void append_problem_list(std::span<const FileProblem> problems, const OutputOptions& options,
                         std::string& out);

}  // namespace hegui
