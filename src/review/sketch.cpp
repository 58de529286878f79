#include "review/sketch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

#include "language/language_data.h"
#include "review/fingerprint.h"
#include "text/fnv1a.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t text_digits = 16, count_digits = 4, hash_digits = 4;
constexpr std::size_t first_hash = text_digits + count_digits;
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

double count_of(std::string_view sketch) {
  unsigned count = 0;
  const std::string_view digits = sketch.substr(text_digits, count_digits);
  std::from_chars(digits.data(), digits.data() + digits.size(), count, 16);
  return count;
}

}  // namespace

std::string sketch_of(const Document& document, const Outline& outline) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::array<std::uint64_t, sketch_size> least;
  least.fill(most);
  std::uint64_t whole = fnv1a("");
  std::size_t count = 0;
  std::string sentence;
  const auto take_sentence = [&] {
    if (sentence.size() >= least_bytes) {
      ++count;
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
    const std::string_view bytes = text.substr(begin, at - begin);
    if (code != ' ' && code != '\n') whole = fnv1a(bytes, whole);
    if (ends_piece(code))
      take_sentence();
    else if (!is_of_figure(code))
      sentence += bytes;
  }
  take_sentence();
  if (count == 0) return {};
  std::string sketch = fmt::format("{:016x}{:04x}", whole, std::min<std::size_t>(count, 0xffff));
  for (const std::uint64_t value : least) sketch += fmt::format("{:04x}", value & 0xffff);
  return sketch;
}

bool is_sketch(std::string_view text) {
  return text.size() == first_hash + sketch_size * hash_digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

SharedHashes shared_hashes(std::string_view one, std::string_view other) {
  SharedHashes shared;
  if (is_sketch(one) && is_sketch(other))
    for (std::size_t i = 0; i < sketch_size; ++i) {
      const std::size_t at = first_hash + i * hash_digits;
      shared[i] = one.substr(at, hash_digits) == other.substr(at, hash_digits);
    }
  return shared;
}

double overlap(std::string_view one, std::string_view other) {
  if (!is_sketch(one) || !is_sketch(other)) return 0;
  if (text_of_sketch(one) == text_of_sketch(other)) return 1;
  const double share = static_cast<double>(shared_hashes(one, other).count()) / sketch_size;
  const double common = share / (1 + share) * (count_of(one) + count_of(other));
  const double shorter = std::min(count_of(one), count_of(other));
  return shorter > 0 ? std::min(1.0, common / shorter) : 0;
}

std::string_view text_of_sketch(std::string_view sketch) { return sketch.substr(0, text_digits); }

std::string hash_of_sketch(std::string_view sketch, std::size_t place) {
  return fmt::format("{}:{}", place, sketch.substr(first_hash + place * hash_digits, hash_digits));
}

}  // namespace hegui
