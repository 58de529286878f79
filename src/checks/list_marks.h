#pragma once

#include <cstddef>
#include <string_view>

#include "language/language_data.h"

namespace hegui {

inline bool is_latin(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

/// The value of the mark that the ） at `at` ends, behind which stands `end`: 1） 一） a） at the
/// start, or behind a mark or a blank with text behind it. 0 if it ends none.
int list_mark(const LanguageData& language, std::string_view text, std::size_t at, std::size_t end);

/// Where the words of a paragraph begin: behind the number that it may have.
std::size_t begin_of_words(const LanguageData& language, std::string_view text);

}  // namespace hegui
