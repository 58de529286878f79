#include "text/unicode.h"

#include <unicode/uchar.h>

namespace hegui {

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) return at += 2, (lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  if (lead < 0xF0) {
    at += 3;
    return (lead & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return (lead & 0x07) << 18 | (byte(at - 3) & 0x3F) << 12 | (byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

bool is_han(char32_t code) {
  if (code >= 0x4E00 && code <= 0x9FFF) return true;  // Nearly every one in practice.
  return code >= 0x3400 && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_IDEOGRAPHIC);
}

std::size_t count_han(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += is_han(next_code_point(text, at));
  return count;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::size_t count_utf16_units(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) < 0x10000 ? 1 : 2;
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count > 0 && at < text.size()) {
    next_code_point(text, at);
    --count;
  }
  return text.substr(0, at);
}

int display_width(char32_t code, int ambiguous) {
  if (code >= 0x20 && code < 0x7F) return 1;
  if (code >= 0x4E00 && code <= 0x9FFF) return 2;
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
