// Tables drawn with │─┼ or with | - +. Columns are the places of the bars; a line with fewer bars
// than others has cells that reach over several columns:
//
//   ┌──────┬─────────────┐
//   │      │ 法人或其他  │    two columns, one cell
//   │ 项目 ├──────┬──────┤    the rule does not reach the left column: 项目 goes on below it
//   │      │ 企业 │ 其他 │
//   ├──────┼──────┼──────┤
//
// Lines between two rules are one row when its words are wrapped, else a row each.

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "document/tables/cell_value.h"
#include "formats/txt/plain_table.h"
#include "text/fold.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool is_upright(char32_t code) {
  return code == '|' || code == U'│' || code == U'┃' || code == U'║' || code == U'｜';
}
bool is_box(char32_t code) { return code >= 0x2500 && code <= 0x257F; }
bool is_level(char32_t code) {
  return code == '-' || code == '=' || code == U'─' || code == U'━' || code == U'═';
}
/// Where rules meet: ┼ or +.
bool is_joint(char32_t code) {
  return code == '+' || (is_box(code) && !is_upright(code) && !is_level(code));
}

bool has_joint(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (is_joint(next_code_point(line, at))) return true;
  return false;
}

/// What stands between two bars of a line, and where on the line, in columns of a terminal.
struct Field {
  Span words = {};
  int begin = 0;
  int end = 0;
  bool is_rule = false;
  std::uint32_t column = 0;   // In the grid,
  std::uint32_t columns = 1;  // and how many.
};

/// It has nothing but ─, or --- with blanks beside it. A single - is a value.
bool is_rule(std::string_view words) {
  words = trimmed(words);
  const bool marks = words.starts_with(':') || words.ends_with(':');  // Of Markdown.
  std::size_t levels = 0;
  bool box = false;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t code = next_code_point(words, at);
    if (code == ':' && marks) continue;
    if (!is_level(code)) return false;
    box = box || is_box(code);
    ++levels;
  }
  return levels >= (box ? 1U : 3U);
}

/// A line without its blanks, cut at its bars; a bar at either end is the frame.
std::vector<Field> cut(std::string_view source, Span line, bool (*is_bar)(char32_t)) {
  std::vector<Field> fields;
  Field open{.words = {line.begin, line.begin}};
  int column = 0;
  const auto close = [&](std::uint32_t end) {
    open.words.end = end;
    open.end = column;
    open.is_rule = is_rule(source.substr(open.words.begin, open.words.size()));
    const std::uint32_t place = open.words.begin + (open.words.empty() ? 0 : 1);
    open.words = trimmed(source, open.words);
    if (open.words.empty()) open.words = {place, place};
    fields.push_back(open);
  };
  bool after_bar = false;
  const std::string_view text = source.substr(0, line.end);
  for (std::size_t at = line.begin; at < line.end;) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t code = next_code_point(text, at);
    after_bar = is_bar(code);
    if (after_bar && begin > line.begin) close(begin);
    column += display_width(code, 1);
    if (after_bar) open = {.words = {static_cast<std::uint32_t>(at), 0}, .begin = column};
  }
  if (!after_bar) close(line.end);
  return fields;
}

struct DrawnLine {
  bool is_rule = false;  // Some of its fields are rules, the others empty or words of a cell.
  std::vector<Field> fields = {};
};

DrawnLine read_line(std::string_view source, Span line) {
  line = trimmed(source, line);
  while (!line.empty() && source[line.end - 1] == '\t') --line.end;
  line = trimmed(source, line);
  std::vector<Field> fields =
      cut(source, line, [](char32_t code) { return is_upright(code) || is_joint(code); });
  // --- may also stand in a cell; a rule that leaves cells open meets bars with ├ or +.
  const bool has_rule = std::ranges::any_of(fields, &Field::is_rule);
  const bool is_whole = std::ranges::all_of(fields, &Field::is_rule);
  if (is_whole || (has_rule && has_joint(source.substr(line.begin, line.size()))))
    return {true, std::move(fields)};
  return {false, cut(source, line, is_upright)};
}

/// How many columns there are up to the bar that is nearest to the place, of the columns
/// [first, last): of two that are as near, the one behind.
std::uint32_t nearest(const std::vector<int>& ends, int place, std::uint32_t first,
                      std::uint32_t last) {
  const auto begin = ends.begin() + first;
  if (last <= first + 1) return first + 1;
  auto bar = std::lower_bound(begin, ends.begin() + last - 1, place);
  if (bar != begin && place - bar[-1] < *bar - place) --bar;
  return static_cast<std::uint32_t>(bar - ends.begin()) + 1;
}

/// Gives each field its place in the grid of the line that has most fields.
bool set_columns(std::vector<DrawnLine>& lines) {
  // Of a rule the marks may be drawn twice as wide as they count here.
  const auto most = std::ranges::max_element(lines, {}, [](const DrawnLine& line) {
    return std::pair(line.fields.size(), !line.is_rule);
  });
  std::vector<int> ends;  // Of the columns.
  for (const Field& field : most->fields) ends.push_back(field.end);
  const auto columns = static_cast<std::uint32_t>(ends.size());
  if (columns < 2) return false;
  for (DrawnLine& line : lines) {
    std::uint32_t column = 0;
    for (std::size_t i = 0; i < line.fields.size(); ++i) {
      Field& field = line.fields[i];
      const auto still = static_cast<std::uint32_t>(line.fields.size() - i - 1);
      field.column = column;
      // The bars nearest to its end; where all columns have one, the next.
      std::uint32_t end = nearest(ends, field.end, column, columns - still);
      if (still == 0 && line.fields.size() > 1) end = columns;
      if (line.fields.size() == columns) end = column + 1;
      field.columns = end - column;
      column = end;
    }
  }
  return true;
}

class DrawnTable {
 public:
  DrawnTable(std::string_view source, std::vector<DrawnLine> lines)
      : source_(source), lines_(std::move(lines)) {}

  std::optional<PlainTable> read() {
    if (!set_columns(lines_)) return std::nullopt;
    find_head();
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      if (i < lines_.size() && !lines_[i].is_rule) continue;
      if (i > begin) add_group(begin, i);
      if (i < lines_.size()) add_rule(lines_[i]);
      begin = i + 1;
    }
    if (found_.table.rows() < 2) return std::nullopt;
    return std::move(found_);
  }

 private:
  /// One line above the only rule inside is the head, as in Markdown.
  void find_head() {
    std::vector<std::size_t> inner;
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i)
      if (lines_[i].is_rule) inner.push_back(i);
    const std::size_t first = lines_[0].is_rule ? 1 : 0;
    has_head_ = inner.size() == 1 && inner[0] == first + 1;
  }

  /// The rows between two rules: a wrapped one has one line with figures at most.
  void add_group(std::size_t begin, std::size_t end) {
    const auto holds_row = [&](const DrawnLine& line) {
      std::size_t figures = 0, empty = 0;
      for (const Field& field : line.fields) {
        const CellValue value =
            read_cell(fold_text(source_.substr(field.words.begin, field.words.size()), {}));
        figures += value.counts() ? 1U : 0U;
        empty += value.kind == CellValue::Kind::blank ? 1U : 0U;
      }
      return figures > 0 || empty == 0;
    };
    const auto rows = std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                                    lines_.begin() + static_cast<std::ptrdiff_t>(end), holds_row);
    if (rows < 2) return add_row(begin, end);
    for (std::size_t i = begin; i < end; ++i) add_row(i, i + 1);
  }

  /// One row of several lines, which have the same bars.
  void add_row(std::size_t begin, std::size_t end) {
    Table& table = found_.table;
    const bool is_head = has_head_ && table.rows() == 0;
    table.begin_row();
    std::vector<std::uint32_t> cells;
    for (const Field& field : lines_[begin].fields) {
      cells.push_back(open_.contains(field.column)
                          ? table.go_on(field.columns)
                          : table.add({.columns = field.columns, .is_head = is_head}));
    }
    open_.clear();
    for (std::size_t i = begin; i < end; ++i)
      for (const Field& field : lines_[i].fields) {
        const std::vector<Field>& first = lines_[begin].fields;
        const auto at = std::ranges::lower_bound(first, field.column, {}, &Field::column);
        if (at == first.end() || at->column != field.column) continue;
        const auto which = static_cast<std::size_t>(at - first.begin());
        // A cell without words has one place, on the first line.
        if (field.words.empty() && i > begin) continue;
        found_.pieces.push_back({cells[which], field.words});
      }
  }

  /// Cells go on where a rule leaves a gap; their words may stand there.
  void add_rule(const DrawnLine& rule) {
    if (found_.table.rows() == 0) return;
    for (const Field& field : rule.fields) {
      if (field.is_rule) continue;
      open_.insert(field.column);
      const std::uint32_t cell = found_.table.at(found_.table.rows() - 1, field.column);
      if (cell != Table::nowhere && !field.words.empty())
        found_.pieces.push_back({cell, field.words});
    }
  }

  std::string_view source_;
  std::vector<DrawnLine> lines_;
  bool has_head_ = false;
  std::set<std::uint32_t> open_;  // Columns of cells that go on in the next row.
  PlainTable found_;
};

}  // namespace

bool is_drawn(std::string_view line) {
  bool rule = true, any = false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t code = next_code_point(line, at);
    if (is_upright(code)) return true;
    const bool is_mark = is_level(code) || is_joint(code);
    any = any || is_mark;
    rule = rule && (is_mark || code == ' ' || code == ':' || code == '\t');
  }
  return rule && any;
}

std::optional<PlainTable> read_drawn_table(std::string_view source, const LineIndex& lines,
                                           std::uint32_t first, std::uint32_t end) {
  std::vector<DrawnLine> drawn;
  bool has_rule = false, is_boxed = true;
  for (std::uint32_t line = first; line < end; ++line) {
    DrawnLine read = read_line(source, lines.line(source, line));
    if (read.fields.empty()) continue;  // A bar alone.
    has_rule = has_rule || read.is_rule;
    drawn.push_back(std::move(read));
    const Span span = lines.line(source, line);
    const std::string_view words = source.substr(span.begin, span.size());
    is_boxed = is_boxed && words.find('|') == words.npos;
  }
  // 当前位置：首页 | 政务公开: such bars draw nothing.
  if (drawn.empty() || (!has_rule && !is_boxed)) return std::nullopt;
  auto found = DrawnTable(source, std::move(drawn)).read();
  if (found) {
    found->first = first;
    found->end = end;
  }
  return found;
}

}  // namespace hegui
