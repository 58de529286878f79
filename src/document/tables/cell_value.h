#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hegui {

/// What stands in a cell of a table.
struct CellValue {
  enum class Kind : std::uint8_t {
    blank,
    dash,    ///< - — / and the like: there is nothing to count.
    number,  ///< 1,234; 12.5; 35件
    words,
  };
  Kind kind = Kind::blank;
  double number = 0;
  int decimals = 0;       ///< Digits behind the point.
  std::string unit = {};  ///< Behind the number: %, 件.

  /// Something that may be counted together: a number, or nothing.
  bool counts() const { return kind == Kind::number || kind == Kind::dash; }
};

/// Of folded words.
CellValue read_cell(std::string_view words);

}  // namespace hegui
