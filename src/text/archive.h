#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hegui {

// Values as bytes, and back. One function per type, `archive(a, value)`, says for both ways what it
// is made of: it hands the members to `a`, in order. Who archives derives from one of the two
// classes below, and adds an operator() that does so with each of its arguments. Only what this
// very program wrote is read back, so nothing is checked.

class ArchiveWriter {
 public:
  static constexpr bool reads = false;

  /// Small numbers take one byte.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view words) {
    number(words.size());
    bytes_ += words;
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ArchiveReader {
 public:
  static constexpr bool reads = true;

  /// `bytes` outlive it, and what it reads.
  explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(number());
    const std::string_view words = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return words;
  }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// T or const T: what is written is const, what is read is not.
template <class T, class Of>
concept Like = std::same_as<std::remove_const_t<T>, Of>;

template <class A, class T>
requires std::is_enum_v<T> || std::integral<T>
void archive(A& a, T& value) {
  if constexpr (A::reads)
    value = static_cast<T>(a.number());
  else
    a.number(static_cast<std::uint64_t>(value));
}

/// Bit by bit.
template <class A>
void archive(A& a, Like<double> auto& value) {
  if constexpr (A::reads)
    value = std::bit_cast<double>(a.number());
  else
    a.number(std::bit_cast<std::uint64_t>(value));
}

template <class A>
void archive(A& a, Like<std::string> auto& value) {
  if constexpr (A::reads)
    value = a.text();
  else
    a.text(value);
}

template <class A, class T>
void archive(A& a, std::optional<T>& value) {
  value.reset();
  if (a.number() != 0) a(value.emplace());
}

template <class A, class T>
void archive(A& a, const std::optional<T>& value) {
  a.number(value.has_value());
  if (value) a(*value);
}

template <class A, class T>
void archive(A& a, std::vector<T>& values) {
  values.resize(static_cast<std::size_t>(a.number()));
  for (T& value : values) a(value);
}

template <class A, class T>
void archive(A& a, const std::vector<T>& values) {
  a.number(values.size());
  for (const T& value : values) a(value);
}

}  // namespace hegui
