#include "text/unicode.h"

#include <algorithm>
#include <span>
#include <utility>

#include "text/characters.h"
#include "text/tables/character_table.h"

namespace hegui {
namespace {

const CharacterTraits& traits_of(char32_t code) {
  const std::span ranges(character_ranges, character_range_count);
  return (std::ranges::upper_bound(ranges, code, {}, &CharacterRange::first) - 1)->traits;
}

}  // namespace

bool is_rare_han(char32_t code) {
  const bool may_be = code >= 0x3400 && (code < 0xFB00 || code > 0xFFFF);
  return may_be && traits_of(code).is_ideograph;
}

std::size_t count_han(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_common_han(text, at);
    count += (end - at) / han_bytes;
    at = end;
    if (at < text.size()) count += is_han(next_code_point(text, at));
  }
  return count;
}

namespace {

bool is_letter_or_digit(char32_t code) {
  if (code < 0x80)
    return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
  return traits_of(code).is_letter_or_digit && !is_han(code);
}

/// Blanks, dashes, and what Chinese is written with.
bool separates_words(char32_t code) {
  if (code <= 0x20) return true;
  if (code < 0x80) return false;
  return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x2013 || code == 0x2014 ||
         code == 0x2026 || (code >= 0x3000 && code <= 0x303F) || code >= 0xFE00 || is_han(code);
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool counted = false;  // The word that goes on here.
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (is_letter_or_digit(code))
      count += !std::exchange(counted, true);
    else if (separates_words(code))
      counted = false;
  }
  return count;
}

int display_width(char32_t code, int ambiguous) {
  if (code >= 0x20 && code < 0x7F) return 1;
  // Han, 、。《》 and ，：（）: most of a Chinese text.
  if (is_common_han(code) || (code >= 0x3001 && code <= 0x3029) ||
      (code >= 0xFF01 && code <= 0xFF60))
    return 2;
  switch (traits_of(code).width) {
    case CharacterTraits::Width::none: return 0;
    case CharacterTraits::Width::narrow: return 1;
    case CharacterTraits::Width::wide: return 2;
    case CharacterTraits::Width::ambiguous: return ambiguous;
  }
  return 1;
}

int display_width(std::string_view text, int ambiguous) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += display_width(next_code_point(text, at), ambiguous);
  return width;
}

}  // namespace hegui
