#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

/// Chinese characters in the sense of a word count: ideographs, no marks, letters or digits.
bool is_han(char32_t code);
std::size_t count_han(std::string_view text);

/// Words of languages that write blanks between them: 3,120, don’t and follow-up are one each.
/// Chinese characters and dashes stand between words.
std::size_t count_words(std::string_view text);

/// Columns that a terminal gives a character (UAX 11): wide and full-width 2, combining and
/// control characters 0, else 1. East Asian *ambiguous* characters (“ ” … ①) take `ambiguous`.
int display_width(char32_t code, int ambiguous);
int display_width(std::string_view text, int ambiguous);

}  // namespace hegui
