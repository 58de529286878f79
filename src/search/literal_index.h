#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/required_literals.h"

namespace hegui {

/// A rule set asks for a thousand words and hundreds of patterns in every sentence, and nearly all
/// are in none. So a report is read once for all of their literals (LiteralScan); a term is asked
/// only where one of its own stands.
///
/// The characters of the text go by in pairs. A pair chooses one bit of a table of 64 Ki, set if
/// some literal begins with such a pair; where it is, the literals of that bucket are compared. Few
/// bits are set, and the table stays in the cache. For literals of one character there are bits of
/// single characters in the same table.
class LiteralIndex {
 public:
  using Number = std::uint32_t;
  /// Of what must be asked everywhere.
  static constexpr Number none = 0;

  LiteralIndex() = default;
  LiteralIndex(const LiteralIndex&) = delete;
  LiteralIndex& operator=(const LiteralIndex&) = delete;

  /// Words are not copied: they must stay where they are.
  Number add_word(std::string_view word);
  /// `none` if not known where it may match.
  Number add_pattern(std::string_view source);
  /// `none` if `any_of` is empty. What it has is not copied, either.
  Number add(std::span<const std::string_view> any_of, std::uint32_t before);
  /// After the last of these, before the first scan.
  void finish();

 private:
  friend class LiteralScan;

  struct Literal {
    std::uint32_t bucket;
    Number number;
    std::uint32_t first, second;  ///< Its first two characters; 0 where there is one only.
    std::string_view text;
  };

  void add(std::string_view literal);
  Number end_number(std::uint32_t before);

  static constexpr std::size_t bits = 1 << 16;
  static constexpr std::size_t buckets = bits / 16;

  std::vector<Literal> literals_;   ///< Once finished, by bucket.
  std::deque<std::string> copies_;  ///< Literals that nobody else owns.
  std::array<std::uint64_t, bits / 64> begins_ = {};
  std::array<std::uint32_t, buckets + 1> first_in_bucket_ = {};  ///< Indices in `literals_`.
  struct OfNumber {
    std::uint32_t shortest = 0;  ///< Bytes of its shortest literal.
    std::uint32_t before = 0;    ///< As in RequiredLiterals.
  };
  std::vector<OfNumber> of_number_{{}};
};

/// Where the literals of an index stand in one text. While it is there, the terms of that index are
/// looked up in it on this thread. Index and text must outlive it.
class LiteralScan {
 public:
  LiteralScan(const LiteralIndex& index, std::string_view text);
  ~LiteralScan();
  LiteralScan(const LiteralScan&) = delete;
  LiteralScan& operator=(const LiteralScan&) = delete;

  /// The one of this thread if it is of that index, over a text that `part` lies in; else null.
  static const LiteralScan* of(const LiteralIndex* index, std::string_view part) {
    const LiteralScan* const scan = with(index);
    return scan != nullptr && lies_in(scan->text_, part) ? scan : nullptr;
  }

  /// A text that is put together from lines of the one that is scanned: it holds no literal that
  /// that does not hold.
  class Joined {
   public:
    explicit Joined(std::string_view text) : outer_(std::exchange(joined_, text)) {}
    ~Joined() { joined_ = outer_; }
    Joined(const Joined&) = delete;
    Joined& operator=(const Joined&) = delete;

   private:
    std::string_view outer_;
  };
  /// Whether `part` is of a joined text, and none of the literals of that number is there.
  static bool lacks(const LiteralIndex* index, LiteralIndex::Number number, std::string_view part) {
    const LiteralScan* const scan = with(index);
    return scan != nullptr && lies_in(joined_, part) && scan->places(number).empty();
  }

  /// Of the literals of that number in the whole text: bytes, ascending.
  std::span<const std::uint32_t> places(LiteralIndex::Number number) const {
    const std::uint32_t first = first_place_[number];
    return std::span(places_).subspan(first, first_place_[number + 1] - first);
  }

  /// Where in a part of the text a match can begin: from the first of two characters to the last.
  struct Window {
    std::size_t first;
    std::size_t last;
  };
  /// The first of them in `part`, at or after `from`, for what holds a literal of that number. A
  /// literal itself matches where its window ends.
  std::optional<Window> window(LiteralIndex::Number number, std::string_view part,
                               std::size_t from) const;

 private:
  /// Where they stand; throws std::bad_alloc.
  void find_literals();
  /// The one of this thread with that index; null if there is none.
  static const LiteralScan* with(const LiteralIndex* index) {
    const LiteralScan* scan = index == nullptr ? nullptr : current_;
    while (scan != nullptr && index != &scan->index_) scan = scan->outer_;
    return scan;
  }

  static bool lies_in(std::string_view text, std::string_view part) {
    const std::less_equal<const char*> is_before;
    return is_before(text.data(), part.data()) &&
           is_before(part.data() + part.size(), text.data() + text.size());
  }

  static constinit thread_local const LiteralScan* current_;
  static constinit thread_local std::string_view joined_;

  const LiteralIndex& index_;
  std::string_view text_;
  std::vector<std::uint32_t> places_;       ///< Bytes, those of each number ascending.
  std::vector<std::uint32_t> first_place_;  ///< Of each number, and the end: indices in `places_`.
  const LiteralScan* outer_;
};

}  // namespace hegui
