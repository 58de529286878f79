#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/outline.h"
#include "document/tables/cell_value.h"

namespace hegui {

struct LanguageData;

/// A table that holds data, as a reader sees it: which of its rows and columns are heads, and what
/// it is called. Rows and columns are counted from 0.
///
///   表三 收到和处理申请情况（单位：件）       the caption
///   │ 办理情况        │ 自然人 │ 法人或其他组织    │ 总计 │   head rows
///   │                 │        │ 商业企业 │ 其他   │      │
///   ├─────────────────┼────────┼──────────┼────────┼──────┤
///   │ 一、本年新收    │   32   │     2    │    0   │  34  │   head columns, then values
class DataTable {
 public:
  using Heads = std::vector<std::string>;
  struct Place {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  /// What stands at a place. A cell that reaches over several stands at each of them.
  struct Entry {
    const Cell* cell = nullptr;  ///< Null where the table has none.
    std::string words = {};      ///< Folded, without blanks between its lines.
    CellValue value = {};
  };

  /// The rows [first, end) of a table.
  DataTable(const Document& document, const Table& table, std::uint32_t first, std::uint32_t end);

  std::uint32_t rows() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::uint32_t columns() const { return columns_; }
  std::uint32_t head_rows() const { return head_rows_; }
  std::uint32_t head_columns() const { return head_columns_; }
  /// Neither one of the head rows, nor one that says them again on a new page.
  bool is_data_row(std::uint32_t row) const { return !is_head_row_[row]; }

  /// That its words are of.
  const LanguageData& language() const { return *language_; }
  const Entry& at(Place place) const { return entries_[place.row][place.column]; }
  /// Where it stands: its words, or an empty span where it has none.
  Span span(Place place) const;
  /// What heads a row or a column, outermost first: {三、办理结果, （三）不予公开, 2.其他}. An
  /// empty head takes the words of the one before it, of which it is a part.
  const Heads& row_heads(std::uint32_t row) const { return row_heads_[row]; }
  const Heads& column_heads(std::uint32_t column) const { return column_heads_[column]; }

  /// All that names it, the nearest first: a row above its heads, paragraphs above it, headings.
  const std::vector<Span>& captions() const { return captions_; }
  Span caption() const { return captions_.empty() ? Span{} : captions_.front(); }
  /// From its first cell to its last.
  Span extent() const { return extent_; }

  void add_caption(Span span) { captions_.push_back(span); }
  /// Whether the other has the same heads.
  bool has_heads_of(const DataTable& other) const;
  /// Its rows go on with those of the other, which is the same table on the next page.
  void append(const DataTable& other);

 private:
  void read_entries(const Document& document, const Table& table, std::uint32_t first,
                    std::uint32_t end);
  void drop_empty_columns();
  void find_head_rows();
  void find_head_columns();
  void read_row_heads();
  void read_column_heads();
  bool may_be_head_row(std::uint32_t row) const;
  bool goes_on_with_heads(std::uint32_t row) const;
  bool numbers_rows(std::uint32_t column) const;
  bool holds_figures(std::uint32_t column) const;

  const LanguageData* language_;
  std::vector<std::vector<Entry>> entries_;  // By row; each has all columns.
  std::vector<bool> is_head_row_;
  std::vector<Heads> row_heads_;
  std::vector<Heads> column_heads_;
  std::vector<Span> captions_;
  std::uint32_t columns_ = 0;
  std::uint32_t head_rows_ = 0;
  std::uint32_t head_columns_ = 0;
  Span extent_ = {};
};

/// All words of a cell, folded, in one line.
std::string cell_words(const Document& document, const Cell& cell);

/// Whether the block stands in a row of a table that has a figure.
bool is_in_data_row(const Document& document, const Block& block);

/// The tables of the report that hold data, in reading order. Tables that lay out a page or hold
/// its text are none. A row over the whole width with heads below it begins another table; tables
/// one below the other with the same heads are one.
std::vector<DataTable> data_tables(const Document& document, const Outline& outline);

/// The same, looked for when somebody first asks, and once. Not for several threads.
class ReportTables {
 public:
  ReportTables(const Document& document, const Outline& outline)
      : document_(document), outline_(outline) {}

  const std::vector<DataTable>& all() const {
    if (!tables_) tables_ = data_tables(document_, outline_);
    return *tables_;
  }

 private:
  const Document& document_;
  const Outline& outline_;
  mutable std::optional<std::vector<DataTable>> tables_;
};

}  // namespace hegui
