#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

/// Of the block of CJK Unified Ideographs: nearly every Chinese character in practice.
constexpr bool is_common_han(char32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }

/// Where the run of such characters ends that begins at `at` of a valid text: U+4E00 is E4 B8 80,
/// U+9FFF is E9 BF BF.
inline std::size_t end_of_common_han(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (at < text.size() &&
         ((byte(at) >= 0xE5 && byte(at) <= 0xE9) || (byte(at) == 0xE4 && byte(at + 1) >= 0xB8)))
    at += 3;
  return at;
}

/// Chinese characters in the sense of a word count: ideographs, no marks, letters or digits.
bool is_rare_han(char32_t code);
inline bool is_han(char32_t code) { return is_common_han(code) || is_rare_han(code); }
std::size_t count_han(std::string_view text);

/// Words of languages that write blanks between them: 3,120, don’t and follow-up are one each.
/// Chinese characters and dashes stand between words.
std::size_t count_words(std::string_view text);

/// Columns that a terminal gives a character (UAX 11): wide and full-width 2, combining and
/// control characters 0, else 1. East Asian *ambiguous* characters (“ ” … ①) take `ambiguous`.
int display_width(char32_t code, int ambiguous);
int display_width(std::string_view text, int ambiguous);

}  // namespace hegui
