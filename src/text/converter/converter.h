#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/encodings.h"

namespace hegui {

/// What stands at a place of bytes in an encoding.
struct EncodedCharacter {
  enum class Kind : std::uint8_t {
    character,
    invalid,  ///< No character: as many bytes as cannot begin one.
    cut_off,  ///< The beginning of one, which the bytes end in.
  };
  Kind kind = Kind::invalid;
  std::uint8_t size = 1;   ///< Bytes.
  char32_t code = 0xFFFD;  ///< U+FFFD for what is no character.
};

/// The character at `at`, which is before the end.
EncodedCharacter read_character(std::string_view bytes, std::size_t at, Encoding encoding);

/// Appends it; false, and nothing, if the encoding lacks it.
bool write_character(char32_t code, Encoding encoding, std::string& bytes);

}  // namespace hegui
