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
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Where the code point before `at` begins; 0 at the start.
std::size_t previous_code_point(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code);

std::size_t count_code_points(std::string_view text);
/// Of its form in UTF-16, in which browsers, editors and GitHub count.
std::size_t count_utf16_units(std::string_view text);

/// At most `count` code points from the front (the text itself when it is shorter).
std::string_view first_code_points(std::string_view text, std::size_t count);

/// Control characters, which move a terminal's cursor, and those that turn the direction of
/// writing.
bool moves_terminal(char32_t code);

}  // namespace hegui
