#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/input_error.h"

namespace hegui {

struct Decoded {
  std::string text;             ///< Valid UTF-8, without a byte order mark.
  std::string encoding;         ///< As shown to people: "UTF-8", "GB18030", "Big5", "UTF-16LE".
  std::size_t undecodable = 0;  ///< Places that were not text; U+FFFD stands for each.
};

/// So many places of a report may be damaged, by an editor or on the way.
inline constexpr std::size_t few_places = 5;

/// Bytes of a text file to UTF-8, from the encoding that is named (utf-8, gbk, …; in any case of
/// letters) or else found out: byte order mark, strict UTF-8, likeness to Chinese. Throws
/// InputError, with the byte offset, for bytes that are not text in it; but for up to so many
/// `damaged` places of a text that is in the encoding beyond doubt.
Decoded decode(std::string bytes, std::string_view encoding = {}, std::size_t damaged = 0);

}  // namespace hegui
