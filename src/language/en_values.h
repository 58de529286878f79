#pragma once

#include <optional>
#include <string_view>

#include "language/number_value.h"

namespace hegui {

/// The number that a figure begins with, behind a currency's sign: 3,120; $2m; 1.5 million; three;
/// two hundred; 20–30. Nothing if it begins with none.
std::optional<NumberValue> read_english_value(std::string_view text);

}  // namespace hegui
