#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// For people: 1-based; `column` counts code points.
struct Location {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr auto operator<=>(Location, Location) = default;
};

/// How many bytes the line separator takes that ends at `end`; 0 if none does. That is a character
/// among others: VT, U+2028 or U+2029, which word processors put where a line ends in a paragraph,
/// NEL (U+0085), which large machines put where it ends, or FF, where a page does.
std::size_t separator_before(std::string_view text, std::uint32_t end);

/// Where the lines of a text begin. A line ends at LF, CR or CRLF, and at a line separator (UAX
/// #14: classes BK and NL); but not at an FF at either end of a line, where texts in pages have it,
/// and where editors count no other line. An empty text has one line. Does not own the text: it is
/// passed to each call, so that text and index can move together.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);

  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  Location locate(std::string_view text, std::uint32_t offset) const;
  /// Where a location is; the line's end for a column after it.
  std::uint32_t offset_of(std::string_view text, Location at) const;
  /// The column of an offset in UTF-16 units.
  std::uint32_t utf16_column(std::string_view text, std::uint32_t offset) const;
  /// The line that holds the offset, 1-based. Unlike locate, does not look at the text.
  std::uint32_t line_at(std::uint32_t offset) const;
  /// Where a line begins; `line` is 1-based, and there is one.
  std::uint32_t begin_of(std::uint32_t line) const { return starts_[line - 1]; }
  /// The line without its end; `line` is 1-based. Empty for a line after the last.
  Span line(std::string_view text, std::uint32_t line) const;

 private:
  struct Counts {
    std::uint32_t code_points = 0;
    std::uint32_t surrogate_pairs = 0;

    /// As well the text that follows.
    void add(std::string_view text);
    std::uint32_t utf16_units() const { return code_points + surrogate_pairs; }
  };
  /// Of what stands before the offset.
  Counts counts_before(std::string_view text, std::uint32_t offset) const;

  std::vector<std::uint32_t> starts_{0};
  /// Before each stride of bytes, so that a column deep in a long line is not counted from the
  /// line's start: a line may have a finding in every few of its bytes.
  std::vector<Counts> counts_{};
};

}  // namespace hegui
