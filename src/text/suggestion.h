#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hegui {

/// So many for the errors of one file: each word is held against all names, and nobody reads more.
inline constexpr std::size_t most_suggestions = 100;

/// The candidate that `word` was probably meant to be: at most a third of its letters differ.
/// Empty if there is none.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace hegui
