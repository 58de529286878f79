#pragma once

#include <cstdint>
#include <string_view>

namespace hegui {

/// All words of the built-in rule sets, one after another; made at build time by embed_rules.cpp.
extern const char* const embedded_words;

/// Some of them, by place.
struct EmbeddedText {
  std::uint32_t offset;
  std::uint32_t size;
  std::string_view view() const { return {embedded_words + offset, size}; }
};

}  // namespace hegui
