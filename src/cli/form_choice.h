#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "run/request.h"

namespace hegui {

/// For the help of `check` and of `score`: what --format takes, a line each.
Message output_list();
Message score_form_list();
Message draft_list();

/// The file of NAME=FILE; empty for standard output, which is NAME or NAME=-.
std::string file_in_format(const std::string& text);

/// Of NAME or NAME=FILE, in which - is standard output; throws UsageError for anything
/// else.
OutputChoice output_choice(const std::string& text);

/// Throws UsageError if a --format of `score` is neither NAME nor NAME=FILE.
void check_score_format(const std::string& text);

/// The same of `scaffold`: what no terminal shows needs a file, and so does a copy.
void check_draft_format(const std::string& text, bool is_copy);

/// Throws UsageError if none of the outputs is one of these: the option would be ignored.
void need_form(const Request& request, const std::string& option,
               std::initializer_list<std::string_view> forms);

}  // namespace hegui
