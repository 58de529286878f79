#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/run_program.h"

// PDF files are built when a test runs, from pages that a person can read: where a line begins, how
// large its characters are, and what it says. y is the top of the line and grows downwards.
//
//   page 595 842
//   106 184 16 本报告由青禾县人民政府办公室编制。
//   280 789 14 — 1 —

namespace hegui {

struct DrawnLine {
  double x = 0, y = 0, size = 0;
  std::string text = {};
};

struct DrawnPage {
  double width = 595, height = 842;
  std::vector<DrawnLine> lines = {};
};

/// Throws std::runtime_error for a line that is none of these.
std::vector<DrawnPage> drawn_pages_of(std::string_view text);

/// As offices lay out a report whose paragraphs are lines: 22 lines of 28 characters in size 16 on
/// a page, the first of a paragraph indented, the title in the middle, numbers at the foot.
std::vector<DrawnPage> laid_out(std::string_view paragraphs);

/// The file's bytes, the same for the same pages. Its font has the widths of a Chinese one, is not
/// embedded, and says which characters it shows.
std::string pdf_of(const std::vector<DrawnPage>& pages);

/// What `pdftotext -bbox-layout` would print of them.
std::string layout_of(const std::vector<DrawnPage>& pages);

/// Stands in for pdftotext: takes the text of pages for a PDF, behind the line with its mark.
std::optional<ProcessResult> run_of_pages(const std::string& program,
                                          std::span<const std::string> arguments,
                                          std::string_view input, EndOfTime end);
inline constexpr std::string_view mark_of_pages = "%PDF-pages\n";

}  // namespace hegui
