#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hegui {

/// The characters of a text, one by one.
std::u32string characters(std::string_view text);

/// The one place in which written words differ from those that they should be.
struct Difference {
  enum class Kind : std::uint8_t {
    none,
    missing,  ///< A character of the words is not written.
    extra,    ///< One is written that the words do not have.
    swapped,  ///< Two neighbours stand in each other's place.
    other,    ///< Another character is written.
  };
  Kind kind = Kind::none;
  std::size_t at = 0;    ///< Where it begins, in characters: of either.
  std::size_t size = 0;  ///< Of all that is written, in characters.
};

/// Compares the words with what the text begins with; nullopt if that differs in more than one
/// place. A last character that is missing is not seen, since anything may follow.
std::optional<Difference> difference(std::u32string_view text, std::u32string_view words);

/// What people who write a language do with its characters.
struct CharacterForms {
  /// Each a group of characters that are easily taken for each other.
  std::span<const std::u32string_view> alike = {};
  /// What is put into a set phrase or left out of it, and it stays what it is.
  std::u32string_view particles = {};
  std::u32string_view numerals = {};  ///< 三中全会 is not 四中全会.
};

/// Whether who writes like this must have meant the words. Most of what differs by one character is
/// right and says something else: 依法治市 is not 依法治国. So one too many must be written twice,
/// and the fewer characters there are, the more the slip must look like one: two that sound or look
/// alike, neighbours swapped. Only Chinese characters are compared; at either end another word may
/// begin.
bool is_slip(const Difference& difference, std::u32string_view text, std::u32string_view words,
             const CharacterForms& forms);

}  // namespace hegui
