#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "review/review.h"
#include "text/replacement.h"

namespace hegui {

/// The finding's fix as replacements in the source, in its order; none if it has no fix, is not
/// acted on, or if its file cannot be changed so.
std::vector<Replacement> replacements_of(const Review& review, const Finding& finding);

/// Whether a fix changes marks, blanks and widths only: no word, no character of one and no figure.
/// Only such a fix is safe, whatever the check says that knows it.
bool keeps_words(const Document& document, const Fix& fix);

/// Takes the fix off findings of a document where that cannot be changed so: what a fix would
/// replace is not written in the source as it is read, or it would bring simplified characters into
/// a traditional text.
class ImpossibleFixes {
 public:
  /// The document must outlive it.
  explicit ImpossibleFixes(const Document& document) : document_(document) {}
  void drop_from(Finding& finding);

 private:
  bool is_for_traditional();

  const Document& document_;
  std::optional<bool> is_traditional_ = {};  // Once it was asked for.
};

/// Findings that can be fixed.
struct FixCounts {
  std::size_t safe = 0;
  std::size_t unsafe = 0;

  FixCounts& operator+=(const FixCounts& other) {
    safe += other.safe;
    unsafe += other.unsafe;
    return *this;
  }
};
FixCounts count_fixes(const Review& review);

/// A finding that is to be fixed.
struct ChosenFix {
  const Finding* finding = nullptr;
  std::vector<Replacement> replacements = {};
};

/// Of the findings those that can be fixed at once, in their order: of two whose fixes meet, the
/// first. With `with_unsafe` also those whose fix is a guess.
std::vector<ChosenFix> choose_fixes(const Review& review, bool with_unsafe);

}  // namespace hegui
