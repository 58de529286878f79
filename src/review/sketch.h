#pragma once

#include <bitset>
#include <string>
#include <string_view>

#include "document/outline.h"

namespace hegui {

/// How many hashes a sketch has.
inline constexpr std::size_t sketch_size = 32;
using SharedHashes = std::bitset<sketch_size>;

/// What a report is known by after it was renamed, converted, edited, split or merged, in
/// hexadecimal digits: 16 of its text, 4 of how many sentences it has, and 32 hashes of 4, each of
/// the sentence that is first in one of 32 orders (MinHash, Broder 1997: the share of hashes that
/// two texts have in common is about that of the sentences). Of sentences numerals do not count.
/// Empty for a report without any.
std::string sketch_of(const Document& document, const Outline& outline);
bool is_sketch(std::string_view text);

/// Which hashes two sketches have in common; none if one is empty.
SharedHashes shared_hashes(std::string_view one, std::string_view other);

/// About how large a share of the sentences of the shorter text the other one has, from 0 to 1.
double overlap(std::string_view one, std::string_view other);

/// The parts of a sketch, to look it up by: of its text, and of each hash with its place.
std::string_view text_of_sketch(std::string_view sketch);
std::string hash_of_sketch(std::string_view sketch, std::size_t place);

}  // namespace hegui
