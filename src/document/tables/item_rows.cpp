#include "document/tables/item_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_head = 4;  // Words.
constexpr std::size_t least_said = 8;    // Characters of a cell that says something.

struct Row {
  CellIndex first = {};                   // Its first cell.
  std::vector<const Block*> blocks = {};  // Of its cells.
};

class TableReader {
 public:
  explicit TableReader(const Document& document)
      : document_(document), language_(data_of(document.language)) {}

  std::vector<ItemRow> read(const std::vector<Span>& text) {
    for (const Span span : text) {
      const Block* block = block_at(span);
      if (!block || !block->in_table()) {
        end_table();
        continue;
      }
      if (!table_.empty() && table_.back().first.table != block->cell.table) end_table();
      if (table_.empty() || row_of(table_.back().first) != row_of(block->cell))
        table_.push_back({.first = block->cell});
      table_.back().blocks.push_back(block);
    }
    end_table();
    return std::move(items_);
  }

 private:
  const Block* block_at(Span span) const {
    const auto block = std::ranges::lower_bound(document_.blocks, span.begin, {},
                                                [](const Block& b) { return b.span.begin; });
    return block != document_.blocks.end() && block->span.begin == span.begin ? &*block : nullptr;
  }

  std::uint32_t row_of(CellIndex cell) const { return document_.cell(cell).row; }
  std::uint32_t column_of(const Block* block) const { return document_.cell(block->cell).column; }

  /// One column, or one row, only puts text into a frame.
  void end_table() {
    const std::vector<Row> table = std::exchange(table_, {});
    const auto has_columns = [&](const Row& row) { return column_of(row.blocks.back()) > 0; };
    if (table.size() < 2 || std::ranges::none_of(table, has_columns)) return;
    const Row* const head = is_head(table) ? &table.front() : nullptr;
    if (language_.bullets.empty() && (!head || !says_something(table))) return;
    for (const Row& row : table) {
      if (&row == head) continue;
      ItemRow item{.span = {row.blocks.front()->span.begin, row.blocks.back()->span.end},
                   .table = table.front().blocks.front()->span.begin};
      for (const Block* block : row.blocks)
        if (head && is_filled(*block)) add_head(*head, column_of(block), item.heads);
      items_.push_back(std::move(item));
    }
  }

  void add_head(const Row& head, std::uint32_t column, std::vector<Span>& heads) const {
    auto block = std::ranges::lower_bound(head.blocks, column, {},
                                          [&](const Block* b) { return column_of(b); });
    for (; block != head.blocks.end() && column_of(*block) == column; ++block)
      heads.push_back((*block)->span);
  }

  /// Two columns of the table are in words, most of their cells: what it lists are no figures.
  bool says_something(const std::vector<Row>& table) const {
    std::map<std::uint32_t, std::size_t> saying;  // Cells by column.
    for (const Row& row : table)
      for (const Block* block : row.blocks)
        if (language_.han(document_.slice(block->span)) >= least_said) ++saying[column_of(block)];
    return std::ranges::count_if(saying, [&](const auto& column) {
             return column.second * 2 > table.size() - 1;
           }) >= 2;
  }

  /// The format says so; where it says nothing of the table, words without figures and marks.
  bool is_head(const std::vector<Row>& table) const {
    const auto is_stated = [&](const Block* block) { return document_.cell(block->cell).is_head; };
    const std::vector<const Block*>& first = table.front().blocks;
    if (std::ranges::all_of(first, is_stated)) return true;
    const auto has_stated = [&](const Row& row) {
      return std::ranges::any_of(row.blocks, is_stated);
    };
    return std::ranges::none_of(table, has_stated) &&
           std::ranges::all_of(first, [&](const Block* block) {
             const std::string_view words = document_.slice(block->span);
             return count_words(words) <= longest_head && !language_.ends_sentence(words) &&
                    words.find_first_of("0123456789:@") == std::string_view::npos;
           });
  }

  /// A dash says that there is nothing to say.
  bool is_filled(const Block& block) const { return count_words(document_.slice(block.span)) > 0; }

  const Document& document_;
  const LanguageData& language_;
  std::vector<Row> table_;  // That has been read so far.
  std::vector<ItemRow> items_;
};

}  // namespace

std::vector<ItemRow> item_rows(const Document& document, const std::vector<Span>& text) {
  return TableReader(document).read(text);
}

}  // namespace hegui
