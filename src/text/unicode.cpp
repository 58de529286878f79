#include "text/unicode.h"

#include <unicode/uchar.h>

#include <utility>

#include "text/characters.h"

namespace hegui {

bool is_rare_han(char32_t code) {
  const bool may_be = code >= 0x3400 && (code < 0xFB00 || code > 0xFFFF);
  return may_be && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_IDEOGRAPHIC);
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
  return u_isalnum(static_cast<UChar32>(code)) != 0 && !is_han(code);
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
  const auto c = static_cast<UChar32>(code);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return 0;
    default: break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE: return 2;
    case U_EA_AMBIGUOUS: return ambiguous;
    default: return 1;
  }
}

int display_width(std::string_view text, int ambiguous) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += display_width(next_code_point(text, at), ambiguous);
  return width;
}

}  // namespace hegui
