#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/stored_file.h"
#include "text/language.h"

namespace hegui {

/// Makes a DOCX of words, and notes where they lie in it:
///
///   (paragraph | begin_table (begin_row (begin_cell paragraph+ end_cell)* end_row)* end_table)*
///   finish
///
/// The same words give the same bytes.
class DocxWriter {
 public:
  /// Looks of a paragraph, by the names of its styles.
  enum class Look : std::uint8_t { text, title, heading, item, code, small, right, cell };
  struct Words {
    std::string_view words = {};  ///< On one line.
    std::uint32_t at = 0;         ///< What places are noted by.
    bool is_bold = false;
    bool begins_line = false;  ///< In the paragraph, after another.
  };
  struct Cell {
    std::uint32_t columns = 1;
    bool begins_rows = false;  ///< Those below that go on with it are it.
    bool goes_on = false;      ///< With the cell above.
  };

  explicit DocxWriter(Language language) : language_(language) {}

  /// `level`: of a heading or an item, from 1. A paragraph without words lies at `at`.
  void paragraph(Look look, int level, const std::vector<Words>& words, std::uint32_t at);
  void begin_table(std::uint32_t columns);
  void begin_row() { body_ += "<w:tr>"; }
  void begin_cell(const Cell& cell);
  void end_cell() { body_ += "</w:tc>"; }
  void end_row() { body_ += "</w:tr>"; }
  void end_table();
  StoredFile finish();

  /// Word refuses a table of more columns.
  static constexpr std::uint32_t most_columns = 63;

 private:
  void note_place(std::uint32_t at);
  std::string styles() const;

  Language language_;
  std::string body_ = {};
  std::vector<StoredFile::Place> places_ = {};
  bool ends_in_table_ = false;
};

}  // namespace hegui
