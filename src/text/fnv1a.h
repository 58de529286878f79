#pragma once

#include <cstdint>
#include <string_view>

namespace hegui {

/// Fowler, Noll and Vo's hash, 1a with 64 bits: stable over versions and machines, which std::hash
/// is not. `value` is that of a text before this one.
constexpr std::uint64_t fnv1a(std::string_view text, std::uint64_t value = 0xcbf29ce484222325) {
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value;
}

}  // namespace hegui
