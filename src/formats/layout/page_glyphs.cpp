#include "formats/layout/page_glyphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "text/utf8.h"

namespace hegui {
namespace {

using Glyphs = std::vector<PageGlyph>;

bool is_blank(char32_t code) { return code == ' ' || code == U'\u3000' || code == U'\u00A0'; }

/// Characters of one height, from left to right.
struct Row {
  double y = 0;
  std::vector<PageLine> pieces = {};  ///< With wide gaps between them.
};

/// Two of the same at the same place.
void drop_doubles(Glyphs& row) {
  Glyphs kept;
  for (const PageGlyph& glyph : row) {
    constexpr std::size_t most = 8;  // On one place.
    bool is_double = false;
    for (std::size_t i = kept.size(); i > 0 && i + most > kept.size() && !is_double; --i) {
      const double distance = glyph.x - kept[i - 1].x;
      if (distance > 0.15 * glyph.size) break;
      is_double = kept[i - 1].code == glyph.code;
    }
    if (!is_double) kept.push_back(glyph);
  }
  row = std::move(kept);
}

std::vector<PageLine> pieces_of(Glyphs row, std::uint32_t page) {
  std::ranges::stable_sort(row, {}, &PageGlyph::x);
  drop_doubles(row);
  std::vector<PageLine> pieces;
  double end = 0;  // Of the character before.
  bool after_blank = false;
  for (const PageGlyph& glyph : row) {
    // An indent, or a gap, drawn with blanks is seen at the next character.
    if (is_blank(glyph.code)) {
      after_blank = !pieces.empty();
      continue;
    }
    const double gap = glyph.x - end;
    end = std::max(end, glyph.x + glyph.advance);
    const bool is_apart = gap >= 2 * glyph.size;
    if (pieces.empty() || is_apart) {
      pieces.push_back({.page = page, .x = glyph.x, .y = glyph.y, .height = glyph.size});
    } else if (after_blank || gap >= 0.8 * glyph.size) {
      pieces.back().text += ' ';
    }
    after_blank = false;
    append_utf8(pieces.back().text, glyph.code);
    pieces.back().width = glyph.x + glyph.advance - pieces.back().x;
    pieces.back().height = std::max(pieces.back().height, glyph.size);
  }
  if (after_blank && !pieces.empty()) pieces.back().text += ' ';
  return pieces;
}

std::vector<Row> rows_of(Glyphs glyphs, std::uint32_t page) {
  std::ranges::stable_sort(glyphs, {}, &PageGlyph::y);
  std::vector<Row> rows;
  for (std::size_t begin = 0, end = 0; begin < glyphs.size(); begin = end) {
    // Indices stand a little below the line.
    const double y = glyphs[begin].y, lowest = y + std::max(0.3 * glyphs[begin].size, 1e-6);
    for (end = begin; end < glyphs.size() && glyphs[end].y <= lowest;) ++end;
    const auto at = [&](std::size_t i) { return glyphs.begin() + static_cast<std::ptrdiff_t>(i); };
    Row row{y, pieces_of(Glyphs(at(begin), at(end)), page)};
    if (!row.pieces.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

/// Pieces of a row are one line: cells of a table, a date at the margin.
PageLine joined(const Row& row) {
  PageLine line = row.pieces.front();
  for (std::size_t i = 1; i < row.pieces.size(); ++i) {
    const PageLine& piece = row.pieces[i];
    while (line.text.ends_with(' ')) line.text.pop_back();
    line.text += '\t' + piece.text;
    line.width = piece.x + piece.width - line.x;
    line.height = std::max(line.height, piece.height);
  }
  return line;
}

/// Text in two columns, as opposed to a table, whose cells are short: where the right one begins;
/// not a number if there is none.
double second_column(const std::vector<Row>& rows) {
  double left = INFINITY, right = -INFINITY;
  for (const Row& row : rows) {
    left = std::min(left, row.pieces.front().x);
    right = std::max(right, row.pieces.back().x + row.pieces.back().width);
  }
  std::map<long, int> begins;  // In millimetres, or what the unit is.
  for (const Row& row : rows)
    for (const PageLine& piece : row.pieces)
      if (piece.x > left + 0.3 * (right - left) && piece.x < left + 0.7 * (right - left))
        ++begins[std::lround(piece.x)];
  const auto most =
      std::ranges::max_element(begins, {}, [](const auto& entry) { return entry.second; });
  constexpr int few = 4;
  return most == begins.end() || most->second < few ? NAN : static_cast<double>(most->first) - 1;
}

class Columns {
 public:
  explicit Columns(std::vector<Row> rows) : rows_(std::move(rows)), second_(second_column(rows_)) {}

  std::vector<PageLine> lines() const {
    std::vector<PageLine> lines;
    for (std::size_t begin = 0, end = 0; begin < rows_.size(); begin = std::max(end, begin + 1)) {
      for (end = begin; end < rows_.size() && !is_crossed(rows_[end]);) ++end;
      if (end > begin && is_text_in_columns(begin, end)) {
        for (const bool is_second : {false, true}) add(begin, end, is_second, lines);
      } else {
        for (std::size_t i = begin; i < std::max(end, begin + 1); ++i)
          lines.push_back(joined(rows_[i]));
      }
    }
    return lines;
  }

 private:
  /// Whether something stands over the gap between the columns.
  bool is_crossed(const Row& row) const {
    return !std::isfinite(second_) || std::ranges::any_of(row.pieces, [&](const PageLine& piece) {
      return piece.x < second_ && piece.x + piece.width > second_ + 1;
    });
  }

  bool is_text_in_columns(std::size_t begin, std::size_t end) const {
    constexpr std::size_t fewest_lines = 4, fewest_characters = 8;
    for (const bool is_second : {false, true}) {
      std::size_t lines = 0, characters = 0;
      for (std::size_t i = begin; i < end; ++i)
        for (const PageLine& piece : rows_[i].pieces)
          if ((piece.x >= second_) == is_second) {
            ++lines;
            characters += count_code_points(piece.text);
          }
      if (lines < fewest_lines || characters < lines * fewest_characters) return false;
    }
    return true;
  }

  void add(std::size_t begin, std::size_t end, bool is_second, std::vector<PageLine>& lines) const {
    for (std::size_t i = begin; i < end; ++i) {
      Row half{rows_[i].y, {}};
      for (const PageLine& piece : rows_[i].pieces)
        if ((piece.x >= second_) == is_second) half.pieces.push_back(piece);
      if (!half.pieces.empty()) lines.push_back(joined(half));
    }
  }

  std::vector<Row> rows_;
  double second_;
};

}  // namespace

std::vector<PageLine> lines_of(std::vector<PageGlyph> glyphs, std::uint32_t page) {
  return Columns(rows_of(std::move(glyphs), page)).lines();
}

}  // namespace hegui
