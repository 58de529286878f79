#include "text/decode.h"

#include <array>
#include <optional>
#include <utility>

namespace hegui {
namespace {

/// Length of the valid sequence at `at`, 0 if there is none. Overlong forms, surrogates and values
/// above U+10FFFF are invalid (RFC 3629).
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

std::optional<std::size_t> first_invalid(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

/// A stray NUL happens in exported text; many control characters mean that this is no text.
std::optional<std::size_t> binary_at(std::string_view bytes) {
  std::size_t first = bytes.size(), count = 0;
  const std::string_view head = bytes.substr(0, 64 * 1024);
  for (std::size_t at = 0; at < head.size(); ++at) {
    const auto byte = static_cast<unsigned char>(head[at]);
    const bool control =
        byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x0B;
    if (control && count++ == 0) first = at;
  }
  if (count * 10 > head.size()) return first;
  return std::nullopt;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view encoding) {
  if (!encoding.empty() && encoding != "UTF-8")
    throw InputError(say("不认识编码“{}”", "unknown encoding “{}”", encoding));
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t mark = bytes.size() - text.size();
  if (const auto at = first_invalid(text))
    throw InputError(say("第 {} 字节(0x{:02X})起不是 UTF-8 文本，请转换成 UTF-8",
                         "not UTF-8 text from byte {} (0x{:02X}) on; convert it to UTF-8",
                         *at + mark, static_cast<unsigned>(static_cast<unsigned char>(text[*at]))));
  if (const auto at = binary_at(text))
    throw InputError(say("第 {} 字节起是二进制内容，不是文本",
                         "binary data from byte {} on, not text", *at + mark));
  return {std::string(text), "UTF-8"};
}

}  // namespace hegui
