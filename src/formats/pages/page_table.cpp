#include "formats/pages/page_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "formats/pages/page_columns.h"
#include "formats/pages/page_stretches.h"

namespace hegui {
namespace {

/// Words of one cell: a stretch of a row, or a part of one.
struct CellWords {
  double left = 0, right = 0, top = 0, bottom = 0;
  std::size_t first = 0, end = 0;  ///< Of the columns.
  std::uint32_t rows = 1;          ///< Over which it reaches.
  std::string text = {};
  int page = 0;

  double middle() const { return (top + bottom) / 2; }
};

/// A head in the middle of its column need not stand over the words at the left of it.
template <typename IsHead>
void put_heads_over_cells(std::vector<PageColumn>& columns, const std::vector<PageRow>& rows,
                          const IsHead& is_head) {
  std::vector<bool> has_head(columns.size()), has_words(columns.size());
  for (const PageRow& row : rows)
    for (std::size_t i = 0; i < row.stretches.size(); ++i) {
      const auto [first, end] = reach(columns, left_of(row, i), right_of(row, i));
      if (end - first == 1) (is_head(row) ? has_head : has_words)[first] = true;
    }
  std::vector<PageColumn> kept;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    kept.push_back(columns[i]);
    if (i + 1 < columns.size() && has_head[i] != has_words[i] && has_head[i + 1] == has_words[i] &&
        has_words[i + 1] == has_head[i])
      kept.back().right = columns[++i].right;
  }
  columns = std::move(kept);
}

void join(std::string& text, const std::string& more) {
  if (!text.empty() && !joins_without_blank(text, more)) text += ' ';
  text += more;
}

/// The words of a row in cells. Heads stand so near to each other that only what is below them
/// tells them apart.
void add_cells(const PageRow& row, bool is_head, const std::vector<PageColumn>& columns,
               std::vector<CellWords>& cells) {
  const auto add = [&](std::size_t first, std::size_t end, std::pair<std::size_t, std::size_t> at) {
    cells.push_back({.left = row.words[first].left,
                     .right = row.words[end - 1].right,
                     .top = row.top,
                     .bottom = row.bottom,
                     .first = at.first,
                     .end = at.second,
                     .text = row.text(first, end),
                     .page = row.page});
  };
  for (std::size_t i = 0; i < row.stretches.size(); ++i) {
    const std::size_t first = row.stretches[i], end = row.end_of(i);
    const auto whole = reach(columns, left_of(row, i), right_of(row, i));
    const auto stands_in_one = [&](const PageWord& word) {
      const auto [begin, behind] = reach(columns, word.left, word.right);
      return behind - begin == 1;
    };
    const auto words = std::span(row.words).subspan(first, end - first);
    if (!is_head || whole.second - whole.first < 2 || end - first < 2 ||
        !std::ranges::all_of(words, stands_in_one)) {
      add(first, end, whole);
      continue;
    }
    for (std::size_t word = first; word < end;) {
      const std::size_t column = nearest(columns, row.words[word].centre());
      std::size_t next = word + 1;
      while (next < end && nearest(columns, row.words[next].centre()) == column) ++next;
      add(word, next, {column, column + 1});
      word = next;
    }
  }
}

/// Makes rows of a table out of cells, and remembers the words of each.
class TableMaker {
 public:
  /// `expected`: columns in which a place without words is a cell all the same.
  explicit TableMaker(std::vector<bool> expected) : expected_(std::move(expected)) {}

  void add_row(std::vector<CellWords> cells, bool is_head) {
    if (cells.empty()) return;
    std::ranges::stable_sort(cells, {}, &CellWords::first);
    table_.table.begin_row();
    bool begins = true;
    std::size_t column = 0;
    const auto add = [&](const CellWords& cell) {
      const auto reach = static_cast<std::uint32_t>(cell.end - cell.first);
      const std::uint32_t index =
          table_.table.add({.rows = cell.rows, .columns = reach, .is_head = is_head});
      table_.words.push_back({index, cell.text, cell.page, std::exchange(begins, false)});
    };
    const auto fill = [&](std::size_t end) {
      for (; column < end; ++column)
        if (!is_head && expected_[column])
          add({.first = column, .end = column + 1, .page = cells.front().page});
        else
          table_.table.skip(1);
    };
    for (CellWords& cell : cells) {
      if (cell.first < column) {
        cell.first = std::min(column, cell.end);
        if (cell.first == cell.end) {
          join(table_.words.back().text, cell.text);
          continue;
        }
      }
      fill(cell.first);
      add(cell);
      column = cell.end;
    }
    fill(expected_.size());
  }

  PageTable take() { return std::move(table_); }

 private:
  std::vector<bool> expected_;
  PageTable table_;
};

/// Lines of one cell, from the lowest up, become one; the others are left in `cells`.
std::vector<CellWords> take_lowest(std::vector<CellWords>& cells) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<CellWords>> places;
  for (CellWords& cell : cells) places[{cell.first, cell.end}].push_back(std::move(cell));
  cells.clear();
  std::vector<CellWords> lowest;
  std::vector<bool> taken;
  // Single columns first: what reaches over several stands above them.
  for (const bool single : {true, false})
    for (auto& [reach, lines] : places) {
      if ((reach.second - reach.first == 1) != single) continue;
      if (taken.size() < reach.second) taken.resize(reach.second);
      const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(reach.first);
      const auto end = taken.begin() + static_cast<std::ptrdiff_t>(reach.second);
      if (std::find(begin, end, true) != end) {
        std::ranges::move(lines, std::back_inserter(cells));
        continue;
      }
      std::fill(begin, end, true);
      std::size_t first = lines.size() - 1;
      while (first > 0 && lines[first].top - lines[first - 1].bottom <
                              0.8 * (lines[first].bottom - lines[first].top))
        --first;
      CellWords cell = lines[first];
      cell.bottom = lines.back().bottom;
      for (std::size_t i = first + 1; i < lines.size(); ++i) join(cell.text, lines[i].text);
      lowest.push_back(std::move(cell));
      lines.resize(first);
      std::ranges::move(lines, std::back_inserter(cells));
    }
  return lowest;
}

/// A head stands in the middle of the columns that it heads. Those have heads of their own at one
/// height; what heads a column over all rows stands higher.
void widen(CellWords& head, std::size_t least, std::size_t most, const std::vector<double>& middles,
           const std::vector<PageColumn>& columns) {
  const double height = head.bottom - head.top, near = 0.6 * height;
  const auto goes_on = [&](std::size_t from, std::size_t to) {
    return middles[to] > 0 && std::abs(middles[from] - middles[to]) < 0.45 * height;
  };
  std::size_t first = head.first, end = head.end;
  while (first > least && goes_on(first, first - 1)) --first;
  while (end < most && goes_on(end - 1, end)) ++end;
  const double centre = (head.left + head.right) / 2;
  for (;;) {
    const double beside = (columns[first].left + columns[end - 1].right) / 2 - centre;
    if (std::abs(beside) <= near) break;
    if (beside > 0 && end > head.end)
      --end;
    else if (beside < 0 && first < head.first)
      ++first;
    else
      return;
  }
  head.first = first;
  head.end = end;
}

/// Heads over several columns stand above those of each column; what none stands above begins in
/// the first row.
void add_head(std::vector<CellWords> cells, const std::vector<PageColumn>& columns,
              TableMaker& maker) {
  std::vector<CellWords> lowest = take_lowest(cells);
  std::vector<double> middles(columns.size());
  for (const CellWords& cell : lowest)
    for (std::size_t i = cell.first; i < cell.end; ++i) middles[i] = cell.middle();
  std::ranges::stable_sort(cells, {}, &CellWords::top);
  std::vector<std::vector<CellWords>> rows;
  double bottom = 0;
  for (CellWords& cell : cells) {
    if (rows.empty() || cell.top >= bottom) {
      rows.emplace_back();
      bottom = cell.bottom;
    }
    rows.back().push_back(std::move(cell));
  }
  std::vector<std::size_t> below(columns.size());  // The first row below all heads of the column.
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::ranges::stable_sort(rows[row], {}, &CellWords::first);
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      CellWords& cell = rows[row][i];
      const std::size_t least = i > 0 ? rows[row][i - 1].end : 0;
      const std::size_t most = i + 1 < rows[row].size() ? rows[row][i + 1].first : columns.size();
      widen(cell, std::min(least, cell.first), std::max(most, cell.end), middles, columns);
      for (std::size_t column = cell.first; column < cell.end; ++column) below[column] = row + 1;
    }
  }
  rows.emplace_back();
  for (CellWords& cell : lowest) {
    const auto first = below.begin() + static_cast<std::ptrdiff_t>(cell.first);
    const std::size_t row =
        *std::max_element(first, below.begin() + static_cast<std::ptrdiff_t>(cell.end));
    cell.rows = static_cast<std::uint32_t>(rows.size() - row);
    rows[row].push_back(std::move(cell));
  }
  for (std::vector<CellWords>& row : rows) maker.add_row(std::move(row), true);
}

/// Rows on a later page stand below.
void put_below_each_other(std::vector<PageRow>& rows) {
  constexpr double farthest = 1e7;
  for (PageRow& row : rows) {
    row.top += farthest * row.page;
    row.bottom += farthest * row.page;
  }
}

/// Rows of the table: those with figures, or, where none has, with more cells than one.
std::vector<const PageRow*> anchors_of(const std::vector<PageRow>& rows) {
  std::vector<const PageRow*> anchors;
  for (const bool figures : {true, false}) {
    for (const PageRow& row : rows)
      if (has_cells(row) && (!figures || has_figures(row))) anchors.push_back(&row);
    if (!anchors.empty()) break;
  }
  return anchors;
}

std::size_t nearest_anchor(const std::vector<const PageRow*>& anchors, double middle) {
  const auto next = std::ranges::lower_bound(anchors, middle, {},
                                             [](const PageRow* row) { return row->middle(); });
  if (next == anchors.begin()) return 0;
  if (next == anchors.end()) return anchors.size() - 1;
  const auto before = std::prev(next);
  return static_cast<std::size_t>(
      (middle - (*before)->middle() <= (*next)->middle() - middle ? before : next) -
      anchors.begin());
}

/// Lines of a cell, from top to bottom, begin below each other.
void join_lines(std::vector<CellWords>& cells) {
  std::ranges::stable_sort(cells, {}, &CellWords::top);
  std::vector<CellWords> joined;
  for (CellWords& cell : cells) {
    const double near = 0.6 * (cell.bottom - cell.top);
    const auto above = std::ranges::find_if(joined, [&](const CellWords& other) {
      return (other.first == cell.first && other.end == cell.end) ||
             (std::abs(other.left - cell.left) < near && other.first < cell.end &&
              cell.first < other.end);
    });
    if (above == joined.end()) {
      joined.push_back(std::move(cell));
      continue;
    }
    join(above->text, cell.text);
    above->end = std::max(above->end, cell.end);
  }
  cells = std::move(joined);
}

/// What a row has in a column: words of its own, a label beside others, or others alone.
enum class LabelKind : std::uint8_t { own, label, none };

LabelKind label_in(const std::vector<CellWords>& cells, std::size_t column) {
  bool is_covered = false, is_single = false, has_words_behind = false;
  for (const CellWords& cell : cells) {
    is_covered = is_covered || (cell.first <= column && column < cell.end);
    is_single = is_single || (cell.first == column && cell.end == column + 1);
    has_words_behind = has_words_behind || (cell.first > column && !is_figure(cell.text));
  }
  if (!has_words_behind || (is_covered && !is_single)) return LabelKind::own;
  return is_covered ? LabelKind::label : LabelKind::none;
}

/// A label of several rows stands in the middle of them, and is put into the first.
void raise_labels(std::vector<std::vector<CellWords>>& body,
                  const std::vector<const PageRow*>& anchors, std::size_t columns) {
  for (std::size_t column = 0; column + 1 < columns; ++column) {
    std::size_t first = 0;  // Of the rows that have no label yet.
    for (std::size_t row = 0; row < body.size(); ++row) {
      const LabelKind kind = label_in(body[row], column);
      if (kind == LabelKind::own) first = row + 1;
      if (kind != LabelKind::label) continue;
      const auto label = std::ranges::find(body[row], column, &CellWords::first);
      const double bottom = label->middle() * 2 - anchors[first]->top;
      if (first < row) {
        body[first].push_back(std::move(*label));
        body[row].erase(label);
      }
      first = row + 1;
      while (first < body.size() && anchors[first]->middle() < bottom &&
             label_in(body[first], column) == LabelKind::none)
        ++first;
      row = first - 1;
    }
  }
}

}  // namespace

PageTable read_page_table(std::vector<PageRow> rows) {
  put_below_each_other(rows);
  const std::vector<const PageRow*> anchors = anchors_of(rows);
  const auto heads = [&](const PageRow& row) {
    return row.middle() < anchors.front()->middle() && !row.upright &&
           !row.overlaps(*anchors.front());
  };
  std::vector<PageColumn> columns = columns_of(rows);
  put_heads_over_cells(columns, rows, heads);
  std::vector<CellWords> head;
  std::vector<std::vector<CellWords>> body(anchors.size());
  for (const PageRow& row : rows) {
    const bool is_head = heads(row);
    std::vector<CellWords> cells;
    add_cells(row, is_head, columns, cells);
    // What stands upright heads all rows beside it: the first.
    const std::size_t anchor =
        nearest_anchor(anchors, row.upright ? row.top + row.em : row.middle());
    std::ranges::move(cells, std::back_inserter(is_head ? head : body[anchor]));
  }
  std::vector<std::size_t> figures(columns.size());
  for (std::vector<CellWords>& cells : body) join_lines(cells);
  raise_labels(body, anchors, columns.size());
  for (const std::vector<CellWords>& cells : body) {
    for (const CellWords& cell : cells)
      figures[cell.first] += cell.end - cell.first == 1 && is_figure(cell.text);
  }
  std::vector<bool> expected;
  for (const std::size_t count : figures) expected.push_back(count * 2 >= anchors.size());
  TableMaker maker(std::move(expected));
  if (!head.empty()) add_head(std::move(head), columns, maker);
  for (std::size_t i = 0; i < body.size(); ++i) {
    for (CellWords& cell : body[i]) cell.page = anchors[i]->page;
    maker.add_row(std::move(body[i]), false);
  }
  return maker.take();
}

bool goes_on(const std::vector<PageRow>& table, const std::vector<PageRow>& next) {
  const auto fullest = [](const std::vector<PageRow>& rows) {
    const PageRow* row = nullptr;
    for (const PageRow& other : rows)
      if (has_figures(other) && (!row || other.stretches.size() > row->stretches.size()))
        row = &other;
    return row;
  };
  const PageRow *const above = fullest(table), *const below = fullest(next);
  if (!above || !below) return false;
  std::size_t alike = 0;
  for (std::size_t i = 1; i < std::min(above->stretches.size(), below->stretches.size()); ++i) {
    const std::size_t a = above->stretches.size() - i, b = below->stretches.size() - i;
    if (!is_figure(stretch_words(*above, a)) || !is_figure(stretch_words(*below, b))) break;
    if (std::abs(left_of(*above, a) + right_of(*above, a) - left_of(*below, b) -
                 right_of(*below, b)) > 2 * above->em)
      return false;
    ++alike;
  }
  return alike > 0 && alike + 2 >= std::max(above->stretches.size(), below->stretches.size());
}

}  // namespace hegui
