#include "review/sketch.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "review/fingerprint.h"
#include "text/fnv1a.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t digits = 4;        // Of a hash.
constexpr std::size_t least_bytes = 18;  // Six characters; shorter sentences are in many reports.

/// Finalizer of SplitMix64 (Steele, Lea and Flood 2014): one bit changed changes half of the
/// others.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

bool ends_piece(char32_t code) {
  constexpr std::u32string_view marks = U"。；！？\n";
  return marks.find(code) != marks.npos;
}

}  // namespace

std::string sketch_of(const Document& document, const Outline& outline) {
  std::array<std::uint64_t, sketch_size> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  bool any = false;
  std::string sentence;
  const auto take_sentence = [&] {
    if (sentence.size() >= least_bytes) {
      any = true;
      const std::uint64_t value = fnv1a(sentence);
      for (std::size_t i = 0; i < sketch_size; ++i)
        least[i] = std::min(least[i], mixed(value + (i + 1) * 0x9e3779b97f4a7c15));
    }
    sentence.clear();
  };
  const std::string_view text = document.slice(outline.body);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (ends_piece(code))
      take_sentence();
    else if (!is_of_figure(code))
      sentence += text.substr(begin, at - begin);
  }
  take_sentence();
  std::string sketch;
  if (any)
    for (const std::uint64_t value : least) sketch += fmt::format("{:04x}", value & 0xffff);
  return sketch;
}

std::bitset<sketch_size> common_hashes(std::string_view one, std::string_view other) {
  std::bitset<sketch_size> common;
  if (is_sketch(one) && is_sketch(other))
    for (std::size_t i = 0; i < sketch_size; ++i)
      common[i] = one.substr(i * digits, digits) == other.substr(i * digits, digits);
  return common;
}

bool is_sketch(std::string_view text) {
  return text.size() == sketch_size * digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace hegui
