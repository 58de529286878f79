#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// Other words for a stretch of a text.
struct Replacement {
  Span span = {};
  std::string text = {};
};

/// In the order of the text: what is added at a place comes before what is replaced there.
void sort_replacements(std::vector<Replacement>& replacements);

/// The text with replacements, which come in its order and do not overlap, made in it.
std::string with_replacements(std::string_view text, std::span<const Replacement> replacements);

/// The same in the bytes that the text was decoded from, in an encoding that decode() said: what is
/// not replaced stays as it is, byte for byte. Throws InputError for words that the encoding does
/// not have.
std::string with_replacements(std::string_view bytes, std::string_view encoding,
                              std::span<const Replacement> replacements);

/// Without what the words share with what they replace, at both ends.
Replacement shortened(std::string_view text, Replacement replacement);

}  // namespace hegui
