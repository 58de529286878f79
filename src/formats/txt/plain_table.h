#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/table.h"
#include "text/lines.h"

namespace hegui {

/// A table that somebody has drawn or typed, in lines of plain text.
struct PlainTable {
  /// Words of a cell on one line, in the source; empty at its place if the cell has none.
  struct Piece {
    std::uint32_t cell = 0;  ///< In Table::cells.
    Span words = {};
  };
  Table table = {};
  std::vector<Piece> pieces = {};  ///< In the order of the source.
  std::uint32_t first = 0;         ///< Its lines, [first, end), from 1.
  std::uint32_t end = 0;
};

/// The tables of a text, one after the other:
///
///   ┌──────┬──────┐   +------+------+   | 项目 | 件数 |   项目⇥件数
///   │ 项目 │ 件数 │   | 项目 | 件数 |   |------|------|   许可⇥12
///   ├──────┼──────┤   +------+------+   | 许可 |  12  |   处罚⇥3
///   │ 许可 │  12  │   | 许可 |  12  |
std::vector<PlainTable> find_plain_tables(std::string_view source, const LineIndex& lines);

/// Of lines that are all drawn; nothing unless they are a table.
std::optional<PlainTable> read_drawn_table(std::string_view source, const LineIndex& lines,
                                           std::uint32_t first, std::uint32_t end);
/// Whether a line may be one of a drawn table.
bool is_drawn(std::string_view line);

}  // namespace hegui
