// Tables that were copied from a workbook: cells are kept apart by tabs. Tabs also indent, put page
// numbers behind the lines of contents and dates behind names, so a table has three columns, or two
// with a head above the figures of the second.
//
// A cell over several rows stands in the first of them, and in the others there may be nothing, not
// even a tab. Such rows are told by their figures, of which all have as many, at the right:
//
//   三、办理结果⇥（一）予以公开⇥4⇥1⇥5
//   （二）部分公开⇥1⇥0⇥1

#include "formats/txt/plain_table.h"

#include <algorithm>

#include "document/tables/cell_value.h"
#include "text/fold.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_words = 60;  // Characters of a cell.

std::string_view words_of(std::string_view source, Span span) {
  return source.substr(span.begin, span.size());
}

/// What stands between the tabs of a line, without blanks at either end.
std::vector<Span> fields_of(std::string_view source, Span line) {
  std::vector<Span> fields;
  std::uint32_t begin = line.begin;
  for (std::uint32_t at = line.begin; at <= line.end; ++at) {
    if (at < line.end && source[at] != '\t') continue;
    fields.push_back(trimmed(source, {begin, at}));
    begin = at + 1;
  }
  return fields;
}

bool is_short(std::string_view words) {
  return count_code_points(first_code_points(words, longest_words + 1)) <= longest_words &&
         !words.ends_with("。");
}

bool is_number(std::string_view source, Span field) {
  return read_cell(fold_text(words_of(source, field), {})).kind == CellValue::Kind::number;
}

using Rows = std::vector<std::vector<Span>>;

/// Heads above a column of figures.
bool has_headed_figures(std::string_view source, const Rows& rows) {
  return rows.size() > 2 && !is_number(source, rows[0][1]) &&
         std::all_of(rows.begin() + 1, rows.end(),
                     [&](const std::vector<Span>& row) { return is_number(source, row[1]); });
}

bool is_table(std::string_view source, const Rows& rows) {
  if (rows.size() < 2) return false;
  const std::size_t columns = rows[0].size();
  for (const std::vector<Span>& row : rows)
    if (row.size() != columns ||
        !std::ranges::all_of(row, [&](Span field) { return is_short(words_of(source, field)); }))
      return false;
  return columns > 2 || (columns == 2 && has_headed_figures(source, rows));
}

/// Tabs that only line columns up are not told from empty cells by a line alone.
void drop_empty(std::vector<Span>& row) {
  std::erase_if(row, [](Span field) { return field.empty(); });
}

PlainTable table_of(const Rows& rows, std::uint32_t first) {
  PlainTable found{.first = first, .end = first + static_cast<std::uint32_t>(rows.size())};
  for (const std::vector<Span>& row : rows) {
    found.table.begin_row();
    for (const Span field : row) found.pieces.push_back({found.table.add({}), field});
  }
  return found;
}

/// How many cells at the end of a row have figures.
std::size_t figures_of(std::string_view source, const std::vector<Span>& row) {
  const auto other = std::find_if(row.rbegin(), row.rend(), [&](Span field) {
    return !read_cell(fold_text(words_of(source, field), {})).counts();
  });
  return static_cast<std::size_t>(other - row.rbegin());
}

/// Rows of different length, set by their figures. What heads a row reaches over the columns that
/// are left; which columns the cells of a shorter row head, nobody knows: they are one.
std::optional<PlainTable> aligned(std::string_view source, const Rows& rows, std::uint32_t first) {
  constexpr std::size_t least_rows = 3, least_figures = 2, most_labels = 4;
  std::size_t figures = 0, with_figures = 0, labels = 0;
  for (const std::vector<Span>& row : rows) {
    if (!std::ranges::all_of(row, [&](Span field) { return is_short(words_of(source, field)); }))
      return std::nullopt;
    const std::size_t own = figures_of(source, row);
    if (own == 0) continue;
    if (own == row.size() || (figures > 0 && own != figures)) return std::nullopt;
    figures = own;
    labels = std::max(labels, row.size() - own);
    ++with_figures;
  }
  if (with_figures < least_rows || figures < least_figures || labels > most_labels)
    return std::nullopt;
  PlainTable found{.first = first, .end = first + static_cast<std::uint32_t>(rows.size())};
  for (const std::vector<Span>& row : rows) {
    const std::size_t missing = labels + figures - std::min(row.size(), labels + figures);
    const bool is_set = row.size() > figures && row.size() <= labels + figures;
    found.table.begin_row();
    std::uint32_t cell = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t columns = i > 0 ? 1 : is_set ? missing + 1 : labels + figures;
      if (i == 0 || is_set)
        cell = found.table.add({.columns = static_cast<std::uint32_t>(columns)});
      found.pieces.push_back({cell, row[i]});
    }
  }
  return found;
}

/// Tabs at the end are cells that nobody filled in, if there are several.
bool has_tab(std::string_view line) {
  line = trimmed(line);
  return trimmed(line, " \t").find('\t') != line.npos ||
         (line.ends_with("\t\t") && !trimmed(line, " \t").empty());
}

/// Looks for tables at rising lines.
class TableFinder {
 public:
  TableFinder(std::string_view source, const LineIndex& lines) : source_(source), lines_(lines) {
    const auto has = [&](std::string_view mark) { return source.find(mark) != source.npos; };
    may_be_drawn_ = has("|") || has("│") || has("┃") || has("║") || has("｜");
    may_be_typed_ = has("\t");
  }

  bool may_find() const { return may_be_drawn_ || may_be_typed_; }

  std::optional<PlainTable> at(std::uint32_t line) {
    std::optional<PlainTable> found;
    if (may_be_drawn_ && line >= not_drawn_before_) found = drawn_at(line);
    if (!found && may_be_typed_) found = typed_at(line);
    return found;
  }

 private:
  std::uint32_t end_of_run(std::uint32_t line, bool (*belongs)(std::string_view)) const {
    while (line <= lines_.count() && belongs(words_of(source_, lines_.line(source_, line)))) ++line;
    return line;
  }

  std::optional<PlainTable> drawn_at(std::uint32_t line) {
    const std::uint32_t end = end_of_run(line, is_drawn);
    if (end < line + 2) return std::nullopt;
    not_drawn_before_ = end;
    return read_drawn_table(source_, lines_, line, end);
  }

  /// All lines with tabs that follow each other, else those that have as many words as the first.
  std::optional<PlainTable> typed_at(std::uint32_t line) {
    if (line >= not_typed_before_) {
      const std::uint32_t end = end_of_run(line, has_tab);
      if (end < line + 2) return std::nullopt;
      not_typed_before_ = end;
      Rows rows;
      for (std::uint32_t i = line; i < end; ++i)
        rows.push_back(fields_of(source_, lines_.line(source_, i)));
      if (is_table(source_, rows)) return table_of(rows, line);
      if (auto found = aligned(source_, rows, line)) return found;
    }
    if (line < no_equal_rows_before_) return std::nullopt;
    Rows rows;
    for (std::uint32_t i = line; i < not_typed_before_; ++i) {
      std::vector<Span> row = fields_of(source_, lines_.line(source_, i));
      drop_empty(row);
      if (!rows.empty() && row.size() != rows.front().size()) break;
      rows.push_back(std::move(row));
    }
    no_equal_rows_before_ = line + static_cast<std::uint32_t>(rows.size());
    return is_table(source_, rows) ? std::optional(table_of(rows, line)) : std::nullopt;
  }

  std::string_view source_;
  const LineIndex& lines_;
  bool may_be_drawn_ = false;
  bool may_be_typed_ = false;
  // Lines before these were looked at together with one before them.
  std::uint32_t not_drawn_before_ = 0;
  std::uint32_t not_typed_before_ = 0;
  std::uint32_t no_equal_rows_before_ = 0;
};

}  // namespace

std::vector<PlainTable> find_plain_tables(std::string_view source, const LineIndex& lines) {
  std::vector<PlainTable> tables;
  TableFinder finder(source, lines);
  if (!finder.may_find()) return tables;
  for (std::uint32_t line = 1; line <= lines.count(); ++line)
    if (auto found = finder.at(line)) {
      line = found->end - 1;
      tables.push_back(std::move(*found));
    }
  return tables;
}

}  // namespace hegui
