#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/tables/data_table.h"
#include "search/terms.h"

namespace hegui {

enum class Axis : std::uint8_t { columns, rows };
constexpr Axis across(Axis axis) { return axis == Axis::rows ? Axis::columns : Axis::rows; }

/// A row or a column with values.
struct TableLine {
  std::uint32_t index = 0;
  const DataTable::Heads* heads = nullptr;
  const LanguageData* language = nullptr;  ///< That the heads are written in.
};
using TableLines = std::vector<TableLine>;

/// All of them, in the order of the table.
TableLines lines_of(const DataTable& table, Axis axis);

/// Where a line meets one of the other axis.
constexpr DataTable::Place place_of(Axis axis, const TableLine& line, const TableLine& other) {
  return axis == Axis::rows ? DataTable::Place{line.index, other.index}
                            : DataTable::Place{other.index, line.index};
}

/// Whether a term is what a head says. A literal is the whole head, without its number and without
/// what stands in brackets behind it; a pattern is looked for. Blanks beside Chinese characters do
/// not count.
bool names(const LanguageData& language, const Term& term, std::string_view head);

/// Whether the term, or any of them, names a head of the line: a head over several lines names
/// each.
bool names_line(const Term& term, const TableLine& line);
bool names_line(const Terms& terms, const TableLine& line);
/// The same of its own, innermost head.
bool names_innermost(const Terms& terms, const TableLine& line);

/// The lines that the terms name; nothing if one of the terms names none.
std::optional<TableLines> lines_named(const TableLines& lines, const Terms& terms);

}  // namespace hegui
