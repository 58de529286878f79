#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hegui {

struct LanguageData;

/// A printed line of a page, of a format that says where characters stand and not what they belong
/// to. Lengths are in any unit, y grows downwards.
struct PageLine {
  std::uint32_t page = 0;  ///< From 0.
  double x = 0;            ///< Of its first character that is no blank.
  double y = 0;            ///< Of its base line.
  double width = 0;
  double height = 0;  ///< Size of its characters.
  /// Without blanks at its begin; a tab is a gap of two characters or more, as between the cells of
  /// a table.
  std::string text = {};
};

/// Lines that belong together, as indices into what was given; they may go over pages.
struct PageParagraph {
  std::vector<std::size_t> lines = {};
  bool is_furniture = false;  ///< Running head or foot, page number.
};

/// Puts lines, given in reading order, together to paragraphs. A paragraph begins with an indent,
/// at a gap, in another size, or after a line that ends before the margin although the next word
/// had room there.
std::vector<PageParagraph> paragraphs_of(const std::vector<PageLine>& lines,
                                         const LanguageData& language);

}  // namespace hegui
