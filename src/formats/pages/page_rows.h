#pragma once

#include <string>
#include <vector>

namespace hegui {

/// Words of a page that stand on one line, with nothing or a blank between them. Lengths are in any
/// unit, the same in a document, and y grows downwards.
struct PageWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text = {};  ///< UTF-8, without blanks at either end.
  /// Words of a page in a row with the same one that is not negative are known to stand on one
  /// line.
  int line = -1;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  double centre() const { return (left + right) / 2; }
};

/// What a format that lays out pages says of one, as it says it: words in any order.
struct LaidOutPage {
  double width = 0, height = 0;
  std::vector<PageWord> words = {};
};

/// A line as it is seen on the page: all words at one height, from left to right.
struct PageRow {
  double left = 0, top = 0, right = 0, bottom = 0;
  double em = 0;  ///< The width of a Chinese character; of two others.
  std::vector<PageWord> words = {};
  /// Of `words`, where stretches begin that wide gaps keep apart; the first is 0.
  std::vector<std::size_t> stretches = {};
  int page = 0;          ///< From 0.
  bool upright = false;  ///< Its characters stand one below the other.

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  double centre() const { return (left + right) / 2; }
  /// Stands beside it, at least in part. Lines with words above words of the other may reach into
  /// each other a little: programs say how high their fonts are, not their characters.
  bool overlaps(const PageRow& other) const;
  std::size_t end_of(std::size_t stretch) const;
  /// The words [first, end), with blanks where the page shows them.
  std::string text(std::size_t first, std::size_t end) const;
  std::string text() const { return text(0, words.size()); }
};

/// Lines that are read one after the other: those of a page, or of a column of one.
struct PageArea {
  int page = 0;
  bool is_column = false;  ///< Another stands beside it.
  std::vector<PageRow> rows = {};
};

/// The areas of a page in reading order; words without a place are dropped. What is printed large
/// behind the text, as a watermark is, goes to `behind`.
std::vector<PageArea> areas_of(const LaidOutPage& page, int number, std::vector<PageRow>& behind);

/// Whether text goes on behind a line end without a blank.
bool joins_without_blank(std::string_view before, std::string_view after);

}  // namespace hegui
