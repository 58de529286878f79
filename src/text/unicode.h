#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hegui {

/// The code point at `at` of a valid UTF-8 text; moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Where the code point before `at` begins; 0 at the start.
std::size_t previous_code_point(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code);

/// Chinese characters in the sense of a word count: ideographs, no marks, letters or digits.
bool is_han(char32_t code);
std::size_t count_han(std::string_view text);
std::size_t count_code_points(std::string_view text);
/// Of its form in UTF-16, in which browsers, editors and GitHub count.
std::size_t count_utf16_units(std::string_view text);

/// At most `count` code points from the front (the text itself when it is shorter).
std::string_view first_code_points(std::string_view text, std::size_t count);

/// Columns that a terminal gives a character (UAX 11): wide and full-width 2, combining and
/// control characters 0, else 1. East Asian *ambiguous* characters (“ ” … ①) take `ambiguous`.
int display_width(char32_t code, int ambiguous);
int display_width(std::string_view text, int ambiguous);

}  // namespace hegui
