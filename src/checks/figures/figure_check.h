#pragma once

#include "checks/check.h"
#include "checks/figures/amount_row.h"

namespace hegui {

/// What is judged of a sentence: its amounts behind those of the sentence before, of which it may
/// speak, with the words that the rule gives.
struct FigureCheck {
  const Document& document;
  const Arguments& arguments;
  const AmountRow& row;
  std::size_t own = 0;  ///< The first amount of the sentence itself.
  Outcome& outcome;
  std::string_view last_year = {};  ///< 2024 in a report on 2025; empty where it is not known.

  /// Whether one of the rule's words for it stands in the text.
  bool has(std::string_view key, std::string_view text) const {
    const Terms* terms = arguments.terms(key);
    return terms && terms->matches(text);
  }
  void report(std::size_t at, Message message) const {
    const Span place = row[at].figure.span;
    outcome.evidence.push_back(place);
    outcome.problems.push_back({.span = place, .message = std::move(message)});
  }
};

/// Of counts of which one follows from the others, 应考 316 人，实考 309 人，缺考 7 人.
void check_balances(const FigureCheck& check, std::string_view sentence);
/// Whether the last name of one of their lists stands in the sentence.
bool may_balance(std::string_view sentence, const Arguments& arguments);

/// Of every rate that is named, 合格率 98%, with the counts that it is of.
void check_rates(const FigureCheck& check);

/// Of what is said to be a share, 占案件总数的 66%, with the whole; and of all shares together.
void check_shares(const FigureCheck& check);

/// Of how much something rose or fell, 由 18 亿元增至 24.3 亿元，增长 35%, with where it stood.
void check_changes(const FigureCheck& check);

}  // namespace hegui
