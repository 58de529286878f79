#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace hegui {
namespace {

// Eight bytes are looked at in one word, of which each byte holds one bit of an answer.
constexpr std::size_t word_bytes = sizeof(std::uint64_t);
constexpr std::uint64_t each_byte = 0x0101010101010101;

std::uint64_t word_at(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, word_bytes);
  return word;
}

/// The bytes of which the lowest bit is set; no other bit is.
std::size_t count_bytes(std::uint64_t bits) { return bits * each_byte >> 56; }

/// Bytes that begin no code point: 10xxxxxx.
std::uint64_t continuations(std::uint64_t word) { return word >> 7 & ~word >> 6 & each_byte; }

/// The first of four: 1111xxxx.
std::uint64_t longest_leads(std::uint64_t word) {
  return word >> 7 & word >> 6 & word >> 5 & word >> 4 & each_byte;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Whether three bytes that begin with E1 to EC are one code point, as nearly all of a Chinese text
/// are; false also where sequence_length has to tell.
bool is_plain_triple(std::string_view bytes, std::size_t at) {
  return at + 3 <= bytes.size() && static_cast<unsigned char>(bytes[at] - '\xE1') <= 0xEC - 0xE1 &&
         is_continuation(bytes[at + 1]) && is_continuation(bytes[at + 2]);
}

}  // namespace

std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return byte(at + 1) >= low && byte(at + 1) <= high && continues(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return byte(at + 1) >= low && byte(at + 1) <= high && continues(at + 2) && continues(at + 3)
               ? 4
               : 0;
  }
  return 0;
}

std::string_view valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    while (is_plain_triple(bytes, at)) at += 3;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    if (at == bytes.size() || is_plain_triple(bytes, at)) continue;
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) break;
    at += length;
  }
  return bytes.substr(0, at);
}

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && is_continuation(text[at]));
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

std::size_t count_code_points(std::string_view text) {
  std::size_t at = 0, others = 0;
  for (; at + word_bytes <= text.size(); at += word_bytes)
    others += count_bytes(continuations(word_at(text, at)));
  for (; at < text.size(); ++at) others += is_continuation(text[at]);
  return text.size() - others;
}

std::size_t count_surrogate_pairs(std::string_view text) {
  std::size_t at = 0, count = 0;
  for (; at + word_bytes <= text.size(); at += word_bytes)
    count += count_bytes(longest_leads(word_at(text, at)));
  for (; at < text.size(); ++at) count += static_cast<unsigned char>(text[at]) >= 0xF0;
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end + word_bytes <= text.size(); end += word_bytes) {
    const std::size_t begun = word_bytes - count_bytes(continuations(word_at(text, end)));
    if (begun > count) break;
    count -= begun;
  }
  for (; end < text.size(); ++end)
    if (!is_continuation(text[end]) && count-- == 0) break;
  return text.substr(0, end);
}

std::string_view last_bytes(std::string_view text, std::size_t count) {
  std::size_t begin = text.size() - std::min(text.size(), count);
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  return text.substr(begin);
}

bool moves_terminal(char32_t code) {
  const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || direction;
}

}  // namespace hegui
