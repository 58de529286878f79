#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/language.h"

namespace hegui {

/// In what the length of a text is told.
enum class LengthUnit : std::uint8_t { han, words };

/// So much text.
struct Length {
  LengthUnit unit = LengthUnit::han;
  std::size_t units = 0;
};

std::size_t count_units(LengthUnit unit, std::string_view text);
/// 87 字; 87 words.
Message amount(LengthUnit unit, double count);

}  // namespace hegui
