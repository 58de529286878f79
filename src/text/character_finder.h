#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

/// Finds the few characters that matter in a text: what begins with another byte is none of them,
/// and is passed over without being read.
class CharacterFinder {
 public:
  explicit CharacterFinder(std::u32string_view wanted) : lengths_(lengths_by_lead) {
    for (const char32_t code : wanted) {
      std::string bytes;
      append_utf8(bytes, code);
      lengths_[static_cast<unsigned char>(bytes.front())] = 0;
    }
  }

  /// Where a character stands at or after `at` that may be one of them; or the end.
  std::size_t find(std::string_view text, std::size_t at) const {
    while (at < text.size()) {
      const std::uint8_t length = lengths_[static_cast<unsigned char>(text[at])];
      if (length == 0) break;
      at += length;
    }
    return std::min(at, text.size());
  }

 private:
  using Lengths = std::array<std::uint8_t, 256>;
  static constexpr Lengths lengths_by_lead = [] {
    Lengths lengths = {};
    for (std::size_t byte = 0; byte < lengths.size(); ++byte)
      lengths[byte] = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return lengths;
  }();

  Lengths lengths_;  ///< Of characters, by their first byte; 0 for those wanted.
};

}  // namespace hegui
