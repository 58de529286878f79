#pragma once

#include <cstddef>
#include <cstdint>

namespace hegui {

/// What is asked of a character of Unicode.
struct CharacterTraits {
  enum class Width : std::uint8_t { none, narrow, wide, ambiguous };
  Width width;              ///< UAX #11; none: combining and control characters.
  bool is_ideograph;        ///< Ideographic (UAX #44).
  bool is_letter_or_digit;  ///< Of the categories L and Nd.

  friend bool operator==(const CharacterTraits&, const CharacterTraits&) = default;
};

/// From `first` to before that of the next range.
struct CharacterRange {
  char32_t first;
  CharacterTraits traits;
};

/// In order, the first from U+0000. Generated, as all here, by embed_characters.
extern const CharacterRange character_ranges[];
extern const std::size_t character_range_count;

/// Of the block of full-width and half-width forms behind those of ASCII.
constexpr char32_t first_form = 0xFF5F, last_form = 0xFFEE;
/// What each of them is a form of, in the width that is usual: ｡ is 。. Others are themselves.
extern const char16_t usual_widths[];

}  // namespace hegui
