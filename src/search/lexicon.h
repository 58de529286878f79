#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "search/dictionary.h"
#include "search/difference.h"
#include "text/span.h"

namespace hegui {

/// Words that are not what a dictionary says they should be.
struct Slip {
  Span span = {};
  /// What it should be; several where the dictionaries have as many that are equally near.
  std::vector<std::string> right = {};
  bool verified = false;
};

/// Where words of a dated row stand.
struct DatedHit {
  Span span = {};
  const DatedWords* row = nullptr;
  bool verified = false;
};

/// The dictionaries that a check looks things up in. A text is read once for all of their rows: of
/// words that are wrong themselves the literals are looked for, of set phrases both halves, since
/// whoever makes one slip leaves one half whole; and only where these stand is anything compared.
class Lexicon {
 public:
  explicit Lexicon(Dictionaries dictionaries) : dictionaries_(std::move(dictionaries)) {}

  const Dictionaries& dictionaries() const { return dictionaries_; }
  // Both from left to right. They may be called in several threads.
  /// Not overlapping: the longer phrase goes first, and what is part of a right one is none.
  std::vector<Slip> slips(std::string_view text, const CharacterForms& forms) const;
  std::vector<DatedHit> dated(std::string_view text) const;

 private:
  struct Rows;
  class Reading;
  const Rows& rows() const;

  Dictionaries dictionaries_;
  // Made when the first text is looked at: most sets that are loaded look at none.
  mutable std::mutex making_;
  mutable std::shared_ptr<const Rows> rows_;
};

}  // namespace hegui
