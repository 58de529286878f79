#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/figures/amounts.h"

namespace hegui {

/// The amounts of a sentence, and what stands between them.
class AmountRow {
 public:
  AmountRow(const Document& document, Span sentence);

  std::size_t size() const { return amounts_.size(); }
  const Amount& operator[](std::size_t i) const { return amounts_[i]; }
  /// In how many brackets it stands.
  int depth(std::size_t i) const { return depths_[i]; }
  /// What stands before it, from the amount before it or the beginning of the sentence on.
  std::string_view gap(std::size_t i) const;
  /// What it is called: the end of its gap, from the last mark on.
  std::string_view label(std::size_t i) const;
  /// What stands behind it, up to the next mark.
  std::string_view noun(std::size_t i) const;
  /// A bracket opens right behind the amount before it and what that counts: 461件（普通程序315件.
  bool opens_bracket(std::size_t i) const;
  /// No mark stands between it and the next amount, which it is said of: 8万元以上的6件.
  bool leads_on(std::size_t i) const;
  /// The list that it ends says that there is more: 等.
  bool goes_on_openly(std::size_t i) const;

  /// What they are called begins or ends alike: 甲类, 乙类. There are at least two.
  bool are_called_alike(const std::vector<std::size_t>& parts) const;

  double sum(const std::vector<std::size_t>& parts) const;
  /// By how much a right sum may differ from the total, as both are rounded: 1.5万.
  double tolerance(const std::vector<std::size_t>& parts, std::size_t total) const;
  /// As that amount is written, without its unit: 15.62万.
  std::string as_written(double value, std::size_t like) const;
  /// 335 + 97, written as the total is.
  std::string addition(const std::vector<std::size_t>& parts, std::size_t total) const;

 private:
  const Document& document_;
  Span sentence_;
  std::vector<Amount> amounts_;
  std::vector<int> depths_;
};

/// 539, 12.5: without needless zeros.
std::string number_text(double number);

}  // namespace hegui
