#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

/// The code point that ends at `at`; 0 at the start.
inline char32_t code_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = previous_code_point(text, at);
  return next_code_point(text, begin);
}

/// The code point that begins at `at`; 0 at the end.
inline char32_t code_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

}  // namespace hegui
