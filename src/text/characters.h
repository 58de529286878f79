#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

inline constexpr std::size_t han_bytes = 3;  ///< That a Chinese character takes in UTF-8.

inline bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

inline bool is_one_of(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

}  // namespace hegui
