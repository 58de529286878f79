#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// How a cell looks.
enum class CellStyle : std::uint8_t {
  plain,    ///< At the top of its row, not wrapped.
  wrapped,  ///< In several lines where it is long.
  center,
  head,
  strong,
  link,
};

/// A column of a sheet: its heading, and its width in characters of the Latin alphabet.
struct SheetColumnFormat {
  std::string title = {};
  double width = 10;
};

/// Colours of the cells of a column that are equal to `full`, 0, or between; or ✓, ✗, △.
struct ColumnColours {
  std::size_t column = 0;
  double full = 0;  ///< 0: the column has signs.
};

/// A workbook that is being written, row by row. The library describes what is in it and does not
/// know how it becomes a file.
class Workbook {
 public:
  virtual ~Workbook() = default;

  /// Begins a sheet with its heading row. With `filtered`, the heading row stays in view, as do
  /// the first `frozen` columns, and every column can be filtered.
  virtual void sheet(const std::string& name, const std::vector<SheetColumnFormat>& columns,
                     bool filtered, std::size_t frozen) = 0;
  /// Begins the next row; the first one is row 1, the heading row is 0.
  virtual void row() = 0;
  /// Never a formula, whatever it begins with.
  virtual void text(std::size_t column, std::string_view text, CellStyle style) = 0;
  virtual void number(std::size_t column, double value, std::string_view form) = 0;
  /// Leads to a row of a sheet of this workbook.
  virtual void link(std::size_t column, std::string_view text, const std::string& sheet,
                    std::size_t row) = 0;
  /// For the rows of the sheet that were written.
  virtual void colours(const ColumnColours& colours) = 0;
};

}  // namespace hegui
