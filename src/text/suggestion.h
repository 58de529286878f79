#pragma once

#include <span>
#include <string_view>

namespace hegui {

/// The candidate that `word` was probably meant to be: at most a third of its letters differ.
/// Empty if there is none.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace hegui
