#include "document/tables/data_table.h"

#include <algorithm>
#include <utility>

#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::uint32_t most_head_rows = 8;

/// 2023 above a column is a year, not a figure.
bool may_be_year(const CellValue& value) {
  return value.kind == CellValue::Kind::number && value.decimals == 0 && value.number >= 1900 &&
         value.number <= 2100;
}

}  // namespace

std::string cell_words(const Document& document, const Cell& cell) {
  std::string words;
  for (const Span span : cell.words) {
    const std::string_view line = document.slice(span);
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    // 2 above 100 are two numbers, not 2 100; torn Chinese words are one.
    if (!words.empty() && !line.empty() && is_ascii(words.back()) && is_ascii(line.front()))
      words += is_digit(words.back()) && is_digit(line.front()) ? " / " : " ";
    words += line;
  }
  return words;
}

DataTable::DataTable(const Document& document, const Table& table, std::uint32_t first,
                     std::uint32_t end)
    : language_(&data_of(document.language)), columns_(table.columns()) {
  read_entries(document, table, first, end);
  drop_empty_columns();
  is_head_row_.resize(entries_.size());
  find_head_rows();
  find_head_columns();
  read_row_heads();
  read_column_heads();
}

void DataTable::read_entries(const Document& document, const Table& table, std::uint32_t first,
                             std::uint32_t end) {
  bool has_words = false;
  for (std::uint32_t row = first; row < end; ++row) {
    std::vector<Entry>& entries = entries_.emplace_back(columns_);
    for (std::uint32_t column = 0; column < columns_; ++column) {
      const std::uint32_t index = table.at(row, column);
      if (index == Table::nowhere || table.cells()[index].words.empty()) continue;
      const Cell& cell = table.cells()[index];
      entries[column].cell = &cell;
      entries[column].words = cell_words(document, cell);
      entries[column].value = read_cell(entries[column].words);
      if (!std::exchange(has_words, true)) extent_ = cell.words.front();
      extent_.begin = std::min(extent_.begin, cell.words.front().begin);
      extent_.end = std::max(extent_.end, cell.words.back().end);
    }
  }
}

/// Columns at the right that are only there because another part of the table has more.
void DataTable::drop_empty_columns() {
  const auto is_empty = [&](const std::vector<Entry>& row) {
    const Entry& last = row[columns_ - 1];
    return last.words.empty() || (columns_ > 1 && last.cell == row[columns_ - 2].cell);
  };
  while (columns_ > 1 && std::ranges::all_of(entries_, is_empty)) --columns_;
}

/// It has words beside its first cell, and no figure.
bool DataTable::may_be_head_row(std::uint32_t row) const {
  const std::vector<Entry>& entries = entries_[row];
  bool words = false, years = true;
  for (std::uint32_t column = 0; column < columns_; ++column) {
    const CellValue& value = entries[column].value;
    if (value.kind == CellValue::Kind::dash) return false;
    if (value.kind == CellValue::Kind::number) {
      years = years && column > 0 && may_be_year(value);
      if (!years) return false;
    }
    const bool is_own = column > 0 && entries[column].cell != entries[0].cell;
    words = words || (is_own && value.kind != CellValue::Kind::blank);
  }
  return words;
}

/// Heads below heads stand under one that reaches over several columns, or beside one that reaches
/// down to them; in formats that know no such cells the others are empty, or say the same again.
bool DataTable::goes_on_with_heads(std::uint32_t row) const {
  const std::vector<Entry>&above = entries_[row - 1], &entries = entries_[row];
  if (entries[0].words.empty() || entries[0].cell == above[0].cell) return true;
  for (std::uint32_t column = 0; column < columns_; ++column)
    if (above[column].words.empty() || above[column].words == entries[column].words ||
        (column > 0 && above[column].cell == above[column - 1].cell))
      return true;
  return false;
}

void DataTable::find_head_rows() {
  const auto is_said = [&](std::uint32_t row) {
    return std::ranges::all_of(
        entries_[row], [](const Entry& entry) { return !entry.cell || entry.cell->is_head; });
  };
  while (head_rows_ + 1 < rows() && head_rows_ < most_head_rows && may_be_head_row(head_rows_) &&
         (head_rows_ == 0 || is_said(head_rows_) || goes_on_with_heads(head_rows_)))
    ++head_rows_;
  if (head_rows_ == 0 && rows() > 1 && is_said(0)) head_rows_ = 1;
  const auto same = [](const Entry& a, const Entry& b) { return a.words == b.words; };
  for (std::uint32_t row = 0; row < rows(); ++row) {
    is_head_row_[row] = row < head_rows_;
    for (std::uint32_t head = 0; head < head_rows_ && !is_head_row_[row]; ++head)
      is_head_row_[row] = std::ranges::equal(entries_[head], entries_[row], same);
  }
}

/// 序号 1, 2, 3; 2022, 2023; 1月, 2月: figures that head their rows.
bool DataTable::numbers_rows(std::uint32_t column) const {
  std::size_t count = 0;
  bool rises = true, years = true;
  double last = 0;
  for (std::uint32_t row = 0; row < rows(); ++row) {
    const CellValue& value = entries_[row][column].value;
    if (!is_data_row(row) || value.kind != CellValue::Kind::number) continue;
    rises = rises && (count == 0 || value.number == last + 1);
    years = years && may_be_year(value);
    last = value.number;
    ++count;
  }
  return count > 1 && (rises || years);
}

/// Whether figures stand in it, or would if somebody filled it in.
bool DataTable::holds_figures(std::uint32_t column) const {
  std::size_t own = 0, blank = 0;
  for (std::uint32_t row = 0; row < rows(); ++row) {
    const Entry& entry = entries_[row][column];
    const bool is_own = column == 0 || entry.cell != entries_[row][column - 1].cell;
    if (!is_data_row(row) || !entry.cell || !is_own) continue;
    if (entry.value.counts()) return column > 0 || !numbers_rows(column);
    ++own;
    blank += entry.value.kind == CellValue::Kind::blank ? 1U : 0U;
  }
  return column > 0 && own > 0 && own == blank;
}

void DataTable::find_head_columns() {
  while (head_columns_ < columns_ && !holds_figures(head_columns_)) ++head_columns_;
  // A table of words: the first column says what each row is about.
  if (head_columns_ == columns_) head_columns_ = 1;
}

Span DataTable::span(Place place) const {
  const Cell* cell = at(place).cell;
  if (!cell) return {extent_.begin, extent_.begin};
  Span span = cell->words.front();
  // Lines of one cell may have those of others between them.
  if (cell->words.size() > 1 && cell->words[1].begin == span.end + 1)
    span.end = cell->words.back().end;
  return span;
}

namespace {

/// Adds a head's words, unless the last one says the same: a cell reaches over several places, or,
/// where a format knows no such cells, somebody has written its words into each.
void add_head(const DataTable::Entry& entry, std::vector<std::string>& heads) {
  if (!entry.words.empty() && (heads.empty() || heads.back() != entry.words))
    heads.push_back(entry.words);
}

}  // namespace

/// {三、办理结果, （三）不予公开, 2.其他}: an empty head takes the words of the one above it, if it
/// heads part of a row that has words further to the right.
void DataTable::read_row_heads() {
  std::vector<std::uint32_t> above(head_columns_, Table::nowhere);  // Last row with words.
  row_heads_.resize(rows());
  for (std::uint32_t row = 0; row < rows(); ++row) {
    if (!is_data_row(row)) continue;
    std::uint32_t last_words = 0;  // Behind the last head with words.
    for (std::uint32_t column = 0; column < head_columns_; ++column) {
      if (entries_[row][column].words.empty()) continue;
      above[column] = row;
      last_words = column + 1;
    }
    for (std::uint32_t column = 0; column < last_words; ++column)
      if (above[column] != Table::nowhere)
        add_head(entries_[above[column]][column], row_heads_[row]);
  }
}

/// The same of columns: words of the head to the left, if there are words below.
void DataTable::read_column_heads() {
  column_heads_.resize(columns_);
  std::vector<std::uint32_t> left(head_rows_, Table::nowhere);
  for (std::uint32_t column = 0; column < columns_; ++column) {
    std::uint32_t last_words = 0;
    for (std::uint32_t row = 0; row < head_rows_; ++row) {
      if (entries_[row][column].words.empty()) continue;
      left[row] = column;
      // A cell that reaches down from above says nothing new below.
      if (row == 0 || entries_[row][column].cell != entries_[row - 1][column].cell)
        last_words = row + 1;
    }
    for (std::uint32_t row = 0; row < last_words; ++row)
      if (left[row] != Table::nowhere) add_head(entries_[row][left[row]], column_heads_[column]);
  }
}

bool DataTable::has_heads_of(const DataTable& other) const {
  if (columns_ != other.columns_ || head_rows_ == 0) return false;
  for (std::uint32_t column = 0; column < columns_; ++column)
    if (column_heads(column) != other.column_heads(column)) return false;
  return true;
}

void DataTable::append(const DataTable& other) {
  for (std::uint32_t row = 0; row < other.rows(); ++row) {
    entries_.push_back(other.entries_[row]);
    is_head_row_.push_back(other.is_head_row_[row]);
    row_heads_.push_back(other.row_heads_[row]);
  }
  extent_.end = std::max(extent_.end, other.extent_.end);
}

}  // namespace hegui
