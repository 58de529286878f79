#include "formats/mht/transfer.h"

#include <cstdint>

namespace hegui {
namespace {

/// -1 for what is none.
int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return bytes;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes.push_back(text[at]);
      continue;
    }
    // At the end of a line, blanks after it or not, the line goes on.
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end >= text.size() || text[end] == '\n') {
      at = end;
      continue;
    }
    const int high = at + 2 < text.size() ? hexadecimal_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hexadecimal_digit(text[at + 2]) : -1;
    if (low < 0) {
      bytes.push_back('=');
      continue;
    }
    bytes.push_back(static_cast<char>(high << 4 | low));
    at += 2;
  }
  return bytes;
}

}  // namespace hegui
