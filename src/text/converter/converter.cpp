// Encodings by tables that are made at build time. What is no character is cut as ICU cuts it: at
// the first of its bytes that could begin one, so that a damaged character takes none with it.

#include "text/converter/converter.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>

#include "text/converter/encoding_tables.h"
#include "text/utf8.h"

namespace hegui {
namespace {

using Kind = EncodedCharacter::Kind;

EncodedCharacter character(char32_t code, std::size_t size) {
  return {Kind::character, static_cast<std::uint8_t>(size), code};
}
EncodedCharacter invalid(std::size_t size) {
  return {Kind::invalid, static_cast<std::uint8_t>(size)};
}
EncodedCharacter cut_off(std::size_t size) {
  return {Kind::cut_off, static_cast<std::uint8_t>(size)};
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
bool is_lead(unsigned byte) { return byte >= first_lead && byte <= last_lead; }
bool begins_character(unsigned byte) { return byte < 0x80 || is_lead(byte); }
bool is_digit(unsigned byte) { return byte >= '0' && byte <= '9'; }

/// The bytes up to `size` were tried for one character.
EncodedCharacter invalid_of(std::string_view rest, std::size_t size) {
  std::size_t end = 1;
  while (end < size && !begins_character(byte_at(rest, end))) ++end;
  return invalid(end);
}

// GB 18030.

/// Of a character of four bytes: its number, and the way back.
std::uint32_t number_of(std::string_view bytes) {
  const auto digit = [&](std::size_t at, unsigned first) { return byte_at(bytes, at) - first; };
  return ((digit(0, first_lead) * 10 + digit(1, '0')) * 126 + digit(2, first_lead)) * 10 +
         digit(3, '0');
}
std::string bytes_of_number(std::uint32_t number) {
  std::string bytes(4, '\0');
  bytes[3] = static_cast<char>('0' + number % 10);
  bytes[2] = static_cast<char>(first_lead + number / 10 % 126);
  bytes[1] = static_cast<char>('0' + number / 1260 % 10);
  bytes[0] = static_cast<char>(first_lead + number / 12600);
  return bytes;
}

std::span<const CodeRun> runs() { return {gb18030_runs, gb18030_run_count}; }

EncodedCharacter read_four(std::string_view rest) {
  constexpr std::size_t size = 4;
  for (std::size_t at = 2; at < size; ++at) {
    if (at == rest.size()) return cut_off(at);
    const unsigned byte = byte_at(rest, at);
    if (at == 2 ? !is_lead(byte) : !is_digit(byte)) return invalid_of(rest, at + 1);
  }
  const std::uint32_t number = number_of(rest);
  const auto after = std::ranges::upper_bound(runs(), number, {}, &CodeRun::first);
  if (after == runs().begin()) return invalid(size);
  const CodeRun& run = *std::prev(after);
  const std::uint32_t at = number - run.first;
  return at < run.count ? character(run.code + at, size) : invalid(size);
}

EncodedCharacter read_gb18030(std::string_view rest) {
  const unsigned lead = byte_at(rest, 0);
  if (!is_lead(lead)) return invalid(1);
  if (rest.size() == 1) return cut_off(1);
  const unsigned trail = byte_at(rest, 1);
  if (is_digit(trail)) return read_four(rest);
  if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return invalid_of(rest, 2);
  const std::size_t place =
      (lead - first_lead) * gb18030_trails + trail - (trail < 0x7F ? 0x40 : 0x41);
  const char16_t code = gb18030_pairs[place];
  return code == 0 ? invalid(2) : character(code, 2);
}

// Big5.

EncodedCharacter read_big5(std::string_view rest) {
  const unsigned lead = byte_at(rest, 0);
  if (!is_lead(lead)) return invalid(1);
  if (rest.size() == 1) return cut_off(1);
  const unsigned trail = byte_at(rest, 1);
  if (trail < 0x40 || (trail > 0x7E && trail < 0xA1) || trail == 0xFF) return invalid_of(rest, 2);
  const char32_t code =
      big5_pairs[(lead - first_lead) * big5_trails + trail - (trail < 0x7F ? 0x40 : 0x62)];
  return code == 0 ? invalid(2) : character(code, 2);
}

// UTF-16 and Windows-1252.

bool is_first_half(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_second_half(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

EncodedCharacter read_utf16(std::string_view rest, bool little_endian) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const unsigned a = byte_at(rest, at), b = byte_at(rest, at + 1);
    return little_endian ? b << 8 | a : a << 8 | b;
  };
  if (rest.size() < 2) return cut_off(rest.size());
  const char32_t first = unit(0);
  if (is_second_half(first)) return invalid(2);
  if (!is_first_half(first)) return character(first, 2);
  if (rest.size() < 4) return cut_off(rest.size());
  const char32_t second = unit(2);
  if (!is_second_half(second)) return invalid(2);
  return character(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4);
}

/// From 0x80 on; the others are as in Unicode, which has controls at the five that are free.
constexpr std::u16string_view windows1252 =
    u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
    u"\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D"
    u"\u017E\u0178";

char32_t code_of_windows1252(unsigned byte) {
  return byte >= 0x80 && byte < 0x80 + windows1252.size() ? windows1252[byte - 0x80] : byte;
}

// The way back.

using Written = std::map<char32_t, std::string>;

/// Of the characters of two bytes.
Written written_pairs(Encoding encoding) {
  Written all;
  std::size_t place = 0;
  const std::span doubles(big5_doubles, big5_double_count);
  for (unsigned lead = first_lead; lead <= last_lead; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      const bool is_big5 = encoding == Encoding::big5;
      if (trail > 0x7E && trail < (is_big5 ? 0xA1U : 0x80U)) continue;
      const bool is_double = is_big5 && std::ranges::binary_search(doubles, place);
      ++place;
      std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
      const EncodedCharacter read = read_character(bytes, 0, encoding);
      if (read.kind == Kind::character && !is_double) all.emplace(read.code, std::move(bytes));
    }
  return all;
}

bool write_pair(char32_t code, Encoding encoding, std::string& bytes) {
  static const Written gb18030 = written_pairs(Encoding::gb18030);
  static const Written big5 = written_pairs(Encoding::big5);
  const Written& written = encoding == Encoding::big5 ? big5 : gb18030;
  const auto found = written.find(code);
  if (found == written.end()) return false;
  bytes += found->second;
  return true;
}

bool write_gb18030(char32_t code, std::string& bytes) {
  if (write_pair(code, Encoding::gb18030, bytes)) return true;
  const auto run = std::ranges::find_if(runs(), [&](const CodeRun& other) {
    return code >= other.code && code - other.code < other.count;
  });
  if (run == runs().end()) return false;
  bytes += bytes_of_number(run->first + (code - run->code));
  return true;
}

void write_unit(char32_t unit, bool little_endian, std::string& bytes) {
  const auto low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
  bytes += little_endian ? low : high;
  bytes += little_endian ? high : low;
}

void write_utf16(char32_t code, bool little_endian, std::string& bytes) {
  if (code < 0x10000) return write_unit(code, little_endian, bytes);
  write_unit(0xD800 + ((code - 0x10000) >> 10), little_endian, bytes);
  write_unit(0xDC00 + (code & 0x3FF), little_endian, bytes);
}

bool write_windows1252(char32_t code, std::string& bytes) {
  const std::size_t at = windows1252.find(static_cast<char16_t>(code));
  const bool is_moved = code < 0x10000 && at != windows1252.npos;
  const bool is_same = code <= 0xFF && code_of_windows1252(static_cast<unsigned>(code)) == code;
  if (!is_moved && !is_same) return false;
  bytes += static_cast<char>(is_moved ? 0x80 + at : code);
  return true;
}

}  // namespace

EncodedCharacter read_character(std::string_view bytes, std::size_t at, Encoding encoding) {
  const std::string_view rest = bytes.substr(at);
  const unsigned first = byte_at(rest, 0);
  switch (encoding) {
    case Encoding::utf16le: return read_utf16(rest, true);
    case Encoding::utf16be: return read_utf16(rest, false);
    default: break;
  }
  if (first < 0x80) return character(first, 1);
  switch (encoding) {
    case Encoding::gb18030: return read_gb18030(rest);
    case Encoding::big5: return read_big5(rest);
    case Encoding::windows1252: return character(code_of_windows1252(first), 1);
    default: break;
  }
  const std::size_t size = sequence_length(rest, 0);
  std::size_t begin = 0;
  return size == 0 ? invalid(1) : character(next_code_point(rest, begin), size);
}

bool write_character(char32_t code, Encoding encoding, std::string& bytes) {
  switch (encoding) {
    case Encoding::utf8: append_utf8(bytes, code); return true;
    case Encoding::utf16le:
    case Encoding::utf16be: write_utf16(code, encoding == Encoding::utf16le, bytes); return true;
    default: break;
  }
  if (code < 0x80) {
    bytes += static_cast<char>(code);
    return true;
  }
  switch (encoding) {
    case Encoding::gb18030: return write_gb18030(code, bytes);
    case Encoding::big5: return write_pair(code, encoding, bytes);
    default: return write_windows1252(code, bytes);
  }
}

}  // namespace hegui
