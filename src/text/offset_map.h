#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hegui {

/// Leads from offsets in one text to offsets in the text it was made from. Both rise together;
/// between two entries the texts run in step.
class OffsetMap {
 public:
  /// From offset `from` on, the text stands at `to`. Entries are added in rising order; one that
  /// only says what the entry before it already says is left out.
  void add(std::uint32_t from, std::uint32_t to) {
    if (!entries_.empty()) {
      const Entry& last = entries_.back();
      if (to - last.to == from - last.from) return;
      if (last.from == from) entries_.pop_back();
    }
    entries_.push_back({from, to});
  }

  std::uint32_t to(std::uint32_t from) const {
    const auto after = std::ranges::upper_bound(entries_, from, {}, &Entry::from);
    if (after == entries_.begin()) return from;
    const Entry& entry = *std::prev(after);
    return entry.to + (from - entry.from);
  }

 private:
  struct Entry {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  std::vector<Entry> entries_;
};

}  // namespace hegui
