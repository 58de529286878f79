#pragma once

#include <string_view>

#include "text/language.h"

namespace hegui {

/// To standard output, at once. Throws WriteError.
void print(std::string_view text);

/// To standard error: everything that is no result.
void complain(const Message& message, Language language);

}  // namespace hegui
