#pragma once

#include <string_view>

#include "text/language.h"

namespace hegui {

/// Opens what of standard input, output and error is closed, so that no file that is opened later
/// takes its place. What is read from or written to these fails.
void hold_standard_streams();

/// To standard output, at once. Throws WriteError.
void print(std::string_view text);

/// To standard error, as it is: results beside others.
void print_message(std::string_view text);

/// To standard error: everything that is no result.
void complain(const Message& message, Language language);

}  // namespace hegui
