#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hegui {

/// Length of the valid UTF-8 sequence at `at`, 0 if there is none. Overlong forms, surrogates and
/// values above U+10FFFF are invalid (RFC 3629).
std::size_t sequence_length(std::string_view bytes, std::size_t at);

/// What stands before the first byte that is no UTF-8; all of it if there is none.
std::string_view valid_utf8(std::string_view bytes);

/// The code point at `at` of a valid UTF-8 text; moves `at` after it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) return at += 2, (lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  if (lead < 0xF0) {
    at += 3;
    return (lead & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return (lead & 0x07) << 18 | (byte(at - 3) & 0x3F) << 12 | (byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

/// Where the code point before `at` begins; 0 at the start.
std::size_t previous_code_point(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code);
/// The bytes that it appends.
constexpr std::size_t utf8_size(char32_t code) {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

std::size_t count_code_points(std::string_view text);
/// Of those that take two units in UTF-16.
std::size_t count_surrogate_pairs(std::string_view text);
/// Of its form in UTF-16, in which browsers, editors and GitHub count.
inline std::size_t count_utf16_units(std::string_view text) {
  return count_code_points(text) + count_surrogate_pairs(text);
}

/// At most `count` code points from the front (the text itself when it is shorter).
std::string_view first_code_points(std::string_view text, std::size_t count);

/// At most so many bytes from the back, beginning with a code point.
std::string_view last_bytes(std::string_view text, std::size_t count);

/// Control characters, which move a terminal's cursor, and those that turn the direction of
/// writing.
bool moves_terminal(char32_t code);

}  // namespace hegui
