// Which tables of a document hold data, where one ends and the next begins, and what names them.

#include <algorithm>
#include <utility>

#include "document/tables/data_table.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_words = 200;  // Characters in a cell of data.
constexpr std::size_t longest_caption = 60;

/// The blocks of a table, [first, end).
struct Extent {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool in_body = true;
};

std::vector<Extent> extents_of(const Document& document, const Outline& outline) {
  std::vector<Extent> extents(document.tables.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const std::uint32_t table = document.blocks[i].cell.table;
    if (table == 0) continue;
    Extent& extent = extents[table - 1];
    if (extent.end == 0) extent.first = i;
    extent.end = i + 1;
    extent.in_body = extent.in_body && outline.roles[i] == Role::body;
  }
  return extents;
}

bool holds_data(const Document& document, const Table& table) {
  if (table.rows() < 2 || table.columns() < 2 || table.is_sparse()) return false;
  return std::ranges::none_of(table.cells(), [&](const Cell& cell) {
    std::size_t characters = 0;
    for (const Span span : cell.words)
      characters += count_code_points(first_code_points(document.slice(span), longest_words + 1));
    return characters > longest_words;
  });
}

bool is_heading(const Outline& outline, Span span) {
  const int section = section_at(outline, span.begin);
  return section >= 0 && outline.section(section).heading.begin == span.begin;
}

/// （单位：件）, 单位：万元: it says less than the caption above it.
bool is_remark(const LanguageData& language, std::string_view words) {
  const std::size_t open = std::min(words.find("（"), words.find('('));
  return open == 0 || language.is_label(words.substr(0, open));
}

/// The lines above a table, as many as are none of the text, and the headings above these.
void add_captions(const Document& document, const Outline& outline, const Extent& extent,
                  DataTable& table) {
  constexpr int most_lines = 3;
  const LanguageData& language = data_of(document.language);
  std::vector<Span> remarks;
  for (std::uint32_t i = extent.first, lines = 0; i-- > 0 && lines < most_lines;) {
    const Block& block = document.blocks[i];
    if (outline.roles[i] == Role::furniture) continue;
    const std::string_view words = document.slice(block.span);
    if (outline.roles[i] != Role::body || block.cell.table > 0 || language.ends_sentence(words) ||
        is_heading(outline, block.span) ||
        count_code_points(first_code_points(words, longest_caption + 1)) > longest_caption)
      break;
    ++lines;
    if (is_remark(language, words))
      remarks.push_back(block.span);
    else
      table.add_caption(block.span);
  }
  for (int section = section_at(outline, table.extent().begin); section >= 0;
       section = outline.section(section).parent)
    table.add_caption(outline.section(section).heading);
  for (const Span remark : remarks) table.add_caption(remark);
}

/// What a row looks like before the table is divided.
struct RowShape {
  bool is_band = false;   ///< One cell over the whole width, or the only one with words.
  bool is_wide = false;   ///< The former.
  bool has_heads = true;  ///< Words in two cells at least, and no figure.
};

RowShape shape_of(const Document& document, const Table& table, std::uint32_t row) {
  RowShape shape;
  std::size_t filled = 0;
  std::uint32_t last = Table::nowhere;
  for (std::uint32_t column = 0; column < table.columns(); ++column) {
    const std::uint32_t index = table.at(row, column);
    if (index == Table::nowhere || index == last) continue;
    last = index;
    const CellValue value = read_cell(cell_words(document, table.cells()[index]));
    shape.has_heads = shape.has_heads && !value.counts();
    filled += value.kind == CellValue::Kind::blank ? 0U : 1U;
    if (filled == 1 && value.kind == CellValue::Kind::words && column == 0) shape.is_band = true;
  }
  shape.is_band = shape.is_band && filled == 1;
  shape.is_wide = shape.is_band && table.at(row, 0) == table.at(row, table.columns() - 1);
  shape.has_heads = shape.has_heads && filled > 1;
  return shape;
}

/// A row over the whole width, with heads below it, begins a table of its own. Where a format knows
/// no wide cells, a row with words in its first cell alone is taken for one, right above the heads.
std::vector<DataTable> divided(const Document& document, const Table& table) {
  std::vector<DataTable> parts;
  std::vector<Span> captions;  // Of the part that is open, the nearest first.
  std::uint32_t begin = 0;
  const auto end_part = [&](std::uint32_t end) {
    if (end < begin + 2) return;
    DataTable part(document, table, begin, end);
    if (part.extent().empty()) return;
    parts.push_back(std::move(part));
    for (const Span caption : captions) parts.back().add_caption(caption);
  };
  std::vector<std::uint32_t> bands;  // Rows right above the one that is looked at.
  bool is_wide = false;              // The last of them is.
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    const RowShape shape = shape_of(document, table, row);
    if (shape.is_band) {
      if (row > bands.size() && (shape.is_wide != is_wide || !shape.is_wide)) bands.clear();
      is_wide = shape.is_wide;
      bands.push_back(row);
      continue;
    }
    if (!bands.empty() && shape.has_heads) {
      end_part(bands.front());
      begin = row;
      captions.clear();
      for (; !bands.empty(); bands.pop_back())
        captions.push_back(table.cells()[table.at(bands.back(), 0)].words.front());
    }
    bands.clear();
  }
  end_part(table.rows());
  return parts;
}

/// Whether nothing but a page's end, and what names the table again, stands between the two.
bool goes_on(const Document& document, const Outline& outline, const DataTable& table,
             std::uint32_t end, std::uint32_t next) {
  constexpr std::size_t longest_mark = 4;  // 续表
  const std::string_view caption = document.slice(table.caption());
  for (std::uint32_t i = end; i < next; ++i) {
    if (outline.roles[i] == Role::furniture) continue;
    const std::string_view words = document.slice(document.blocks[i].span);
    const bool says_caption = !caption.empty() && words.find(caption) != words.npos;
    if (!says_caption && count_code_points(words) > longest_mark) return false;
  }
  return true;
}

}  // namespace

bool is_in_data_row(const Document& document, const Block& block) {
  if (block.kind != Block::Kind::table_cell || block.cell.table == 0) return false;
  const Table& table = document.tables[block.cell.table - 1];
  const std::uint32_t row = document.cell(block.cell).row;
  constexpr std::uint32_t most_looked_at = 64;  // What is wider is asked for each of its cells.
  for (std::uint32_t column = 0; column < std::min(table.columns(), most_looked_at); ++column) {
    const std::uint32_t index = table.at(row, column);
    if (index != Table::nowhere &&
        read_cell(cell_words(document, table.cells()[index])).kind == CellValue::Kind::number)
      return true;
  }
  return false;
}

std::vector<DataTable> data_tables(const Document& document, const Outline& outline) {
  std::vector<DataTable> tables;
  if (document.tables.empty()) return tables;
  const std::vector<Extent> extents = extents_of(document, outline);
  std::uint32_t end = 0;  // Of the table before.
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    const Extent& extent = extents[i];
    if (extent.end == 0 || !extent.in_body || !holds_data(document, document.tables[i])) continue;
    for (DataTable& part : divided(document, document.tables[i])) {
      const bool is_first = part.captions().empty();
      add_captions(document, outline, extent, part);
      if (is_first && !tables.empty() && part.has_heads_of(tables.back()) && extent.first >= end &&
          goes_on(document, outline, tables.back(), end, extent.first))
        tables.back().append(part);
      else
        tables.push_back(std::move(part));
    }
    end = extent.end;
  }
  return tables;
}

}  // namespace hegui
