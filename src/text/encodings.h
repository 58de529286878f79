#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// What a report may be written in. GBK and GB 2312 are read as GB 18030, which holds both: files
/// that say GBK often have characters that only GB 18030 has; so do those that say Latin-1 with
/// Windows-1252.
enum class Encoding : std::uint8_t { utf8, gb18030, big5, utf16le, utf16be, windows1252 };

/// As shown to people.
std::string_view name_of(Encoding encoding);

/// The one that is shown so; UTF-8 for what none is.
Encoding encoding_named(std::string_view name);

/// Text by the share of common Chinese characters. Nothing if no encoding makes the bytes read like
/// Chinese: binary data can be decoded as GB 18030, too. UTF-8 is not asked here, it proves itself.
std::optional<Encoding> guess_encoding(std::string_view bytes);

/// Which of the two byte orders makes more sense; for what is known to be UTF-16.
Encoding guess_byte_order(std::string_view bytes);

struct Converted {
  std::string text = {};  ///< UTF-8, with U+FFFD for what is not in the encoding.
  std::optional<std::size_t> bad = std::nullopt;  ///< The first byte that is not.
};

/// Bytes to UTF-8.
Converted convert(std::string_view bytes, Encoding encoding);
/// The way back, without a byte order mark; nothing if the encoding lacks a character.
std::optional<std::string> encode(std::string_view text, Encoding encoding);
/// Where in the bytes what stands at those offsets of their text begins, which has no byte order
/// mark and is UTF-8. The offsets rise.
std::vector<std::size_t> byte_places(std::string_view bytes, Encoding encoding,
                                     std::span<const std::uint32_t> offsets);

}  // namespace hegui
