#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hegui {

/// Cells in columns on a terminal, by display width: a Chinese character takes two columns.
class TextTable {
 public:
  enum class Align : std::uint8_t { left, right };

  TextTable(std::vector<Align> columns, int ambiguous)
      : columns_(std::move(columns)), ambiguous_(ambiguous) {}

  /// As many cells as columns, or fewer.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// Lines without line ends, without blanks at their ends. The last column is not padded.
  std::vector<std::string> lines(std::string_view indent, std::string_view gap) const;

 private:
  std::vector<Align> columns_;
  int ambiguous_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hegui
