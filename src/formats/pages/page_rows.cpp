#include "formats/pages/page_rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace hegui {
namespace {

bool has_place(const PageWord& word) {
  constexpr double farthest = 1e6;  // Also of what is no number.
  return std::abs(word.left) < farthest && std::abs(word.right) < farthest &&
         std::abs(word.top) < farthest && std::abs(word.bottom) < farthest && word.width() > 0 &&
         word.height() > 0 && !word.text.empty();
}

int columns_of(std::string_view text) { return display_width(text, 2); }

/// Of a Chinese character, as far as one word tells.
double em_of(const PageWord& word) {
  const int columns = columns_of(word.text);
  return columns > 0 ? std::min(word.height(), 2 * word.width() / columns) : word.height();
}

bool is_wide(char32_t code) { return display_width(code, 2) == 2; }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  if (text.empty()) return U' ';
  std::size_t at = previous_code_point(text, text.size());
  return next_code_point(text, at);
}

/// Words that are known to stand on one line, up to a gap as between columns: lines of two of them
/// may have been taken for one.
std::vector<PageRow> pieces_of(const LaidOutPage& page, int number) {
  std::vector<PageRow> pieces;
  int line = -1;
  for (const PageWord& word : page.words) {
    if (!has_place(word)) continue;
    const auto is_apart = [&] {
      const double em = std::min(em_of(word), em_of(pieces.back().words.back()));
      return word.left - pieces.back().right > 1.2 * em;
    };
    if (pieces.empty() || word.line < 0 || word.line != line || is_apart()) {
      pieces.emplace_back();
      pieces.back().page = number;
      pieces.back().left = word.left;
      pieces.back().top = word.top;
    }
    line = word.line;
    PageRow& piece = pieces.back();
    piece.left = std::min(piece.left, word.left);
    piece.right = std::max(piece.right, word.right);
    piece.top = std::min(piece.top, word.top);
    piece.bottom = std::max(piece.bottom, word.bottom);
    piece.words.push_back(word);
  }
  for (PageRow& piece : pieces) {
    const PageWord &first = piece.words.front(), &last = piece.words.back();
    piece.upright = columns_of(first.text) + columns_of(last.text) > 2 &&
                    piece.height() > 3 * (piece.right - piece.left);
  }
  return pieces;
}

void measure_row(PageRow& row) {
  std::ranges::stable_sort(row.words, {}, &PageWord::left);
  row.left = row.words.front().left;
  row.right = row.words.front().right;
  row.top = row.words.front().top;
  row.bottom = row.words.front().bottom;
  double width = 0, wide_width = 0;
  int columns = 0, wide_columns = 0;
  for (const PageWord& word : row.words) {
    row.right = std::max(row.right, word.right);
    row.top = std::min(row.top, word.top);
    row.bottom = std::max(row.bottom, word.bottom);
    const int own = columns_of(word.text);
    width += word.width();
    columns += own;
    if (count_han(word.text) < count_code_points(word.text)) continue;
    wide_width += word.width();
    wide_columns += own;
  }
  // Digits may be as wide as Chinese characters, and quotes as narrow as letters.
  if (wide_columns >= 4) {
    width = wide_width;
    columns = wide_columns;
  }
  row.em = std::min(columns > 0 ? 2 * width / columns : row.height(), row.height());
  row.stretches = {0};
  double right = row.words.front().right;
  for (std::size_t i = 1; i < row.words.size(); ++i) {
    if (row.words[i].left - right >= 0.9 * row.em) row.stretches.push_back(i);
    right = std::max(right, row.words[i].right);
  }
}

/// Pieces whose middles are at one height; those of cells beside each other may be half a line
/// apart.
std::vector<PageRow> rows_of(std::vector<PageRow> pieces) {
  std::vector<PageRow> rows;
  std::ranges::stable_sort(pieces, {}, &PageRow::middle);
  for (PageRow& piece : pieces) {
    const bool beside =
        !rows.empty() && !piece.upright && !rows.back().upright &&
        piece.middle() - rows.back().middle() <
            0.35 * std::min(piece.bottom - piece.top, rows.back().bottom - rows.back().top);
    if (!beside) {
      rows.push_back(std::move(piece));
      continue;
    }
    std::ranges::move(piece.words, std::back_inserter(rows.back().words));
  }
  for (PageRow& row : rows)
    if (!row.upright) {
      measure_row(row);
    } else {
      row.stretches = {0};
      row.em = row.right - row.left;
    }
  return rows;
}

/// What is larger than the text, and has lines of it across.
void take_background(std::vector<PageRow>& pieces, std::vector<PageRow>& behind) {
  constexpr double much_larger = 1.5;
  constexpr std::ptrdiff_t enough = 20;  // Lines to look at.
  if (pieces.empty()) return;
  std::vector<double> heights;
  for (const PageRow& piece : pieces) heights.push_back(piece.height());
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  const auto is_large = [&](const PageRow& piece) {
    return !piece.upright && piece.height() > much_larger * *middle;
  };
  if (std::ranges::none_of(pieces, is_large)) return;
  std::vector<const PageRow*> text;
  for (const PageRow& piece : pieces)
    if (!is_large(piece)) text.push_back(&piece);
  const auto height_of = [](const PageRow* piece) { return piece->middle(); };
  std::ranges::stable_sort(text, {}, height_of);
  const auto has_text_across = [&](const PageRow& piece) {
    const auto first = std::ranges::lower_bound(text, piece.top, {}, height_of);
    return std::any_of(first, first + std::min(text.end() - first, enough),
                       [&](const PageRow* line) {
                         return line->middle() < piece.bottom && line->left < piece.right &&
                                piece.left < line->right;
                       });
  };
  std::vector<bool> is_behind(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i)
    is_behind[i] = is_large(pieces[i]) && has_text_across(pieces[i]);
  std::vector<PageRow> kept;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    (is_behind[i] ? behind : kept).push_back(std::move(pieces[i]));
  pieces = std::move(kept);
}

/// Between two columns of text; nothing if the page has none.
struct Gutter {
  double left = 0, right = 0;
  /// Or a part of it, as a title does; a mark that hangs behind the end of its line goes less far.
  bool crosses(const PageRow& row) const {
    const double hanging = 1.5 * row.height();
    return row.left < right - hanging && row.right > left + hanging;
  }
};

/// Lines of text fill the column that they stand in, but for a title over it; what fills cells does
/// not.
bool is_text(const std::vector<const PageRow*>& side) {
  constexpr std::size_t fewest = 6;
  if (side.size() < fewest) return false;
  std::vector<double> rights;
  double left = side.front()->left, em = 0;
  for (const PageRow* row : side) {
    left = std::min(left, row->left);
    rights.push_back(row->right);
    em += std::min(row->height(), row->right - row->left) / static_cast<double>(side.size());
  }
  std::ranges::sort(rights);
  const double right = rights[(rights.size() - 1) * 4 / 5];
  if (right - left < 9 * em) return false;
  const auto full = std::ranges::count_if(rights, [&](double x) { return x > right - 1.5 * em; });
  return static_cast<std::size_t>(full) * 5 >= side.size() * 3;
}

/// The widest stretch in the middle of the page that few pieces cross.
bool find_gutter(const LaidOutPage& page, const std::vector<PageRow>& pieces, Gutter& gutter) {
  constexpr int steps = 200;
  if (!(page.width > 0) || pieces.size() < 12) return false;
  std::vector<int> begins(steps + 2);
  const auto step_of = [&](double x) {
    return static_cast<int>(std::clamp(x / page.width, 0.0, 1.0) * steps);
  };
  for (const PageRow& piece : pieces) {
    ++begins[step_of(piece.left)];
    --begins[step_of(piece.right) + 1];
  }
  int over = 0, widest = 0, run = 0, end = 0;
  const int most = static_cast<int>(pieces.size() / 5);
  for (int step = 0; step <= steps; ++step) {
    over += begins[step];
    run = over <= most && step > steps * 35 / 100 && step < steps * 65 / 100 ? run + 1 : 0;
    if (run > widest) {
      widest = run;
      end = step;
    }
  }
  if (widest < 2) return false;
  gutter = {(end - widest + 1) * page.width / steps, (end + 1) * page.width / steps};
  std::vector<const PageRow*> left, right;
  const double middle = (gutter.left + gutter.right) / 2;
  for (const PageRow& piece : pieces)
    if (!gutter.crosses(piece)) (piece.centre() < middle ? left : right).push_back(&piece);
  return is_text(left) && is_text(right);
}

}  // namespace

bool PageRow::overlaps(const PageRow& other) const {
  const double shared = std::min(bottom, other.bottom) - std::max(top, other.top);
  if (shared <= 0) return false;
  if (shared > 0.3 * std::min(height(), other.height())) return true;
  // Both from left to right.
  for (std::size_t i = 0, j = 0; i < stretches.size() && j < other.stretches.size();) {
    const double end = words[end_of(i) - 1].right;
    const double other_end = other.words[other.end_of(j) - 1].right;
    if (words[stretches[i]].left < other_end && other.words[other.stretches[j]].left < end)
      return false;
    ++(end < other_end ? i : j);
  }
  return true;
}

std::size_t PageRow::end_of(std::size_t stretch) const {
  return stretch + 1 < stretches.size() ? stretches[stretch + 1] : words.size();
}

std::string PageRow::text(std::size_t first, std::size_t end) const {
  std::string out;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && !upright) {
      const double gap = words[i].left - words[i - 1].right;
      const bool wide = is_wide(last_of(out)) || is_wide(first_of(words[i].text));
      // Programs set Chinese and Latin letters apart, and fill up lines, without a blank.
      if (gap > (wide ? 0.8 : 0.1) * em) out += ' ';
    }
    out += words[i].text;
  }
  return out;
}

std::vector<PageArea> areas_of(const LaidOutPage& page, int number, std::vector<PageRow>& behind) {
  std::vector<PageRow> pieces = pieces_of(page, number);
  take_background(pieces, behind);
  std::vector<PageArea> areas;
  Gutter gutter;
  if (!find_gutter(page, pieces, gutter)) {
    areas.push_back({number, false, rows_of(std::move(pieces))});
    return areas;
  }
  // What crosses it parts the columns above from those below.
  std::vector<PageRow> across;
  std::vector<PageRow> left, right;
  const double middle = (gutter.left + gutter.right) / 2;
  const auto add = [&](std::vector<PageRow>& rows, bool is_column) {
    if (!rows.empty()) areas.push_back({number, is_column, rows_of(std::exchange(rows, {}))});
  };
  std::ranges::stable_sort(pieces, {}, &PageRow::middle);
  for (PageRow& piece : pieces) {
    if (gutter.crosses(piece)) {
      add(left, true);
      add(right, true);
      across.push_back(std::move(piece));
      continue;
    }
    add(across, false);
    (piece.centre() < middle ? left : right).push_back(std::move(piece));
  }
  add(across, false);
  add(left, true);
  add(right, true);
  return areas;
}

bool joins_without_blank(std::string_view before, std::string_view after) {
  if (is_wide(last_of(before)) || is_wide(first_of(after))) return true;
  // 案件1 / 6件, 占3 / 0%: Chinese text is cut inside of figures, too.
  constexpr std::string_view figure = "0123456789.,%";
  if (figure.find(before.empty() ? ' ' : before.back()) == figure.npos ||
      figure.find(after.empty() ? ' ' : after.front()) == figure.npos)
    return false;
  const std::string_view words = before.substr(0, before.find_last_not_of(figure) + 1);
  const std::size_t end = std::min(after.find_first_not_of(figure), after.size());
  return is_wide(last_of(words)) || is_wide(first_of(after.substr(end)));
}

}  // namespace hegui
