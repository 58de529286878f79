#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// What stands between the separators: one piece more than there are of them, each possibly empty.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The words of a table's cell, which are separated by |; none in an empty one.
std::vector<std::string_view> words_of(std::string_view cell);

/// Without the blanks at its ends.
std::string_view trimmed(std::string_view text, std::string_view blanks = " ");
/// The same of a span of `text`.
Span trimmed(std::string_view text, Span span);

/// The bytes of the first of the words that the text begins with; 0 if it begins with none.
std::size_t prefix_of(std::string_view text, std::span<const std::string_view> words);

/// Of A to Z; all else stays.
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower(std::string_view text);

}  // namespace hegui
