#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "output/html/markup.h"

namespace hegui {

/// Those of a sorted list that have that key. clang 14 cannot read what std::ranges::equal_range
/// gives.
template <typename T, typename Value, typename Key>
std::span<const T> all_with(const std::vector<T>& sorted, const Value& value, Key key) {
  const auto first = std::ranges::lower_bound(sorted, value, {}, key);
  const auto last = std::ranges::upper_bound(sorted, value, {}, key);
  return std::span(sorted).subspan(static_cast<std::size_t>(first - sorted.begin()),
                                   static_cast<std::size_t>(last - first));
}

/// Where the findings of a report stand in its blocks.
class Marks {
 public:
  /// What a finding covers of a block.
  struct Stretch {
    std::size_t block = 0;
    Span span = {};
    std::size_t finding = 0;  ///< In PageReport::findings.
    bool ends = false;        ///< Its number stands behind it.
  };
  /// A finding without words: something belongs there, or a place is meant.
  struct Pin {
    std::size_t block = 0;
    std::uint32_t at = 0;
    std::size_t finding = 0;
    bool after = false;  ///< Behind the block, which is the last of the body.
  };

  explicit Marks(const PageReport& page);

  /// By where they begin.
  std::span<const Stretch> stretches(std::size_t block) const;
  std::span<const Pin> pins(std::size_t block) const;
  /// In a cell that has no words and its place there.
  std::span<const Pin> pins_of_cell(std::uint32_t at) const;
  /// Of a document without blocks.
  std::span<const Pin> pins_of_nothing() const { return without_block_; }
  bool has_any(std::size_t block) const {
    return !stretches(block).empty() || !pins(block).empty();
  }

 private:
  void cover(const Document& document, Span span, std::size_t finding);
  void pin(const Document& document, const Place& place, std::size_t finding);

  std::vector<std::uint32_t> empty_cells_ = {};
  std::vector<Stretch> stretches_ = {};
  std::vector<Pin> pins_ = {};
  std::vector<Pin> of_cells_ = {};
  std::vector<Pin> without_block_ = {};
};

}  // namespace hegui
