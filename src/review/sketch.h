#pragma once

#include <bitset>
#include <string>
#include <string_view>

#include "document/outline.h"

namespace hegui {

/// How many hashes a sketch has.
inline constexpr std::size_t sketch_size = 16;

/// What a report is known by after it was renamed, converted, edited, split or merged: of sixteen
/// orders of its sentences the first one each, as 64 hexadecimal digits (MinHash, Broder 1997: the
/// share of hashes that two texts have in common is about that of the sentences). Numerals do not
/// count, and nor do blanks. Empty for a report without sentences.
std::string sketch_of(const Document& document, const Outline& outline);

/// Which hashes two sketches have in common; none if one is empty.
std::bitset<sketch_size> common_hashes(std::string_view one, std::string_view other);

bool is_sketch(std::string_view text);

}  // namespace hegui
