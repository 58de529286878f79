#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Bytes as string literals of C++, one after another, for the tools that embed them.
inline std::string cpp_literal(std::string_view bytes) {
  constexpr std::size_t longest = 4000;  // Bytes: compilers have their bounds.
  std::string out = "\"";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at > 0 && at % longest == 0) out += "\"\n\"";
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x20 || byte >= 0x7F || byte == '"' || byte == '\\' || byte == '?') {
      // Octal escapes end after three digits, whatever follows.
      out += '\\';
      for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + (byte >> shift) % 8);
    } else {
      out.push_back(static_cast<char>(byte));
    }
  }
  return out + "\"";
}

/// The same as what a std::string_view is made of; there may be zero bytes in it.
inline std::string cpp_view(std::string_view bytes) {
  return '{' + cpp_literal(bytes) + ", " + std::to_string(bytes.size()) + '}';
}

}  // namespace hegui
