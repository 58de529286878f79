#pragma once

#include <optional>
#include <vector>

#include "formats/pages/page_rows.h"
#include "language/number.h"

namespace hegui {

struct LanguageData;

/// Where text begins and ends in an area, and how large it is.
struct TextBounds {
  double left = 0, right = 0;
};

/// How a document's paragraphs are laid out, found first, for the document as a whole:
///
///   full row     reaches the right margin, or leaves no room for what the next begins with
///   first row    indented, or set apart from the row above; or neither
class PageParagraphs {
 public:
  PageParagraphs(const std::vector<PageArea>& areas, const LanguageData& language);

  /// Whether the paragraph that begins with `first` and has come to `row` goes on with `next`;
  /// `bounds` are of the areas of these two.
  bool continues(const PageRow& first, const PageRow& row, const TextBounds& bounds,
                 const PageRow& next, const TextBounds& next_bounds, bool same_area) const;
  /// Whether more than the space between two lines stands between them.
  bool is_apart(const PageRow& row, const PageRow& next) const;

  TextBounds bounds_of(const PageArea& area) const;
  double em() const { return em_; }

 private:
  void find_pitch(const std::vector<PageArea>& areas);
  void find_starts(const std::vector<PageArea>& areas);
  bool is_full(const PageRow& row, const TextBounds& bounds, const PageRow& next) const;
  bool is_indented(const PageRow& row, const TextBounds& bounds) const;
  std::optional<Number> number_of(const PageRow& row) const;
  /// With a number or a bullet.
  bool begins_item(const PageRow& row) const;

  const LanguageData& language_;
  TextBounds page_bounds_ = {};
  double em_ = 0;            ///< Of most text.
  double pitch_ = 0;         ///< From line to line inside of paragraphs, in em; 0: unknown.
  bool is_wrapped_ = false;  ///< Some rows reach the margin; else none is one of several.
  bool starts_are_indented_ = false, all_are_indented_ = false;
  bool starts_are_apart_ = false, all_are_apart_ = false;
};

}  // namespace hegui
