#include "formats/xml_text.h"

#include <cstddef>
#include <utility>

#include "text/input_error.h"
#include "text/utf8.h"

namespace hegui {
namespace {

InputError no_text() {
  return InputError(
      say("文件损坏：XML 不是合法的 UTF-16", "the file is damaged: XML that is no UTF-16"));
}

std::string from_utf16(std::string_view bytes, bool is_big) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(is_big ? first << 8 | second : second << 8 | first);
  };
  if (bytes.size() % 2 != 0) throw no_text();
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      at += 2;
      if (code >= 0xDC00 || at == bytes.size()) throw no_text();
      const char32_t low = unit(at);
      if (low < 0xDC00 || low >= 0xE000) throw no_text();
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(text, code);
  }
  return text;
}

std::string to_utf16(std::string_view text, bool is_big) {
  std::string bytes;
  const auto add = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code < 0x10000) {
      add(code);
    } else {
      add(0xD800 + ((code - 0x10000) >> 10));
      add(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

}  // namespace

XmlText::XmlText(std::string bytes) {
  if (bytes.starts_with("\xFE\xFF")) encoding_ = Encoding::utf16_be;
  if (bytes.starts_with("\xFF\xFE")) encoding_ = Encoding::utf16_le;
  text_ = encoding_ == Encoding::utf8 ? std::move(bytes)
                                      : from_utf16(bytes, encoding_ == Encoding::utf16_be);
}

std::string XmlText::encoded(std::string text) const {
  if (encoding_ == Encoding::utf8) return text;
  return to_utf16(text, encoding_ == Encoding::utf16_be);
}

char32_t in_xml(char32_t code) {
  if (code == U'\t' || code == U'\n' || code == U'\r') return U' ';
  const bool is_surrogate = code >= 0xD800 && code < 0xE000;
  const bool is_none = is_surrogate || code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF;
  return code < 0x20 || code == 0x7F || is_none ? U'\uFFFD' : code;
}

std::string escaped_words(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    if (sequence_length(words, at) == 0) {
      append_utf8(text, U'\uFFFD');
      ++at;
      continue;
    }
    switch (const char32_t code = in_xml(next_code_point(words, at))) {
      case U'&': text += "&amp;"; break;
      case U'<': text += "&lt;"; break;
      case U'>': text += "&gt;"; break;
      case U'"': text += "&quot;"; break;
      default: append_utf8(text, code);
    }
  }
  return text;
}

}  // namespace hegui
