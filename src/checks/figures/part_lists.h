#pragma once

#include <optional>
#include <vector>

#include "checks/check.h"
#include "checks/figures/amount_row.h"

namespace hegui {

inline constexpr std::size_t most_parts = 40;  // A list is no longer, nor looked at any further.

/// A total and its parts.
struct Total {
  std::size_t at = 0;
  std::vector<std::size_t> parts = {};  ///< In the order of the text.
  std::vector<std::size_t> outer = {};  ///< Those of them that no inner list names.
  std::vector<std::size_t> mixed = {};  ///< With the counts of other units: 219次、255条.
  std::size_t whole = 0;                ///< So many of the first are all there is; 0: unknown.
  bool may_be_partial = false;
  bool is_bare = false;  ///< No words introduce the parts, but commas: 合格389本，不合格21本.
  bool is_apart = false;  ///< Something else stands in between: 合同203份，标的额5.6亿元，其中.
};

/// Finds the parts of totals among the amounts of a sentence, with the words that a rule of sums
/// gives. It looks into what it is made of.
class PartLists {
 public:
  /// `own` is the first amount of the sentence itself; before it stand those of the one before.
  PartLists(const Document& document, const Arguments& arguments, const AmountRow& row,
            std::size_t own)
      : document_(document), arguments_(arguments), row_(row), own_(own) {}

  /// Those of the same unit, up to where the list must end. Nothing if there are none, or one that
  /// is not exact.
  std::optional<Total> parts_behind(std::size_t at) const;
  /// Those behind a bracket that speaks of the total: 受理237件（含上年23件），办结205件，未结32件.
  std::optional<Total> parts_behind_bracket(std::size_t at) const;
  /// Adds the parts from `begin` on; false if they cannot be judged.
  bool read_parts(std::size_t begin, Total& total) const;

 private:
  bool says(std::string_view key, std::string_view text) const;
  std::optional<std::size_t> list_behind(std::size_t at) const;
  bool begins_bare_list(std::size_t total, std::size_t i) const;
  bool begins_comma_list(std::size_t total, std::size_t i) const;
  std::optional<Total> read_bare(std::size_t total, std::size_t begin) const;
  bool is_named(const Term& name, std::size_t part) const;
  bool are_opposite(std::size_t one, std::size_t other) const;
  bool is_nearly(const std::vector<std::size_t>& parts, std::size_t total) const;
  std::size_t count_whole(const std::vector<std::size_t>& parts) const;

  const Document& document_;
  const Arguments& arguments_;
  const AmountRow& row_;
  std::size_t own_;
};

}  // namespace hegui
