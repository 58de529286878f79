#pragma once

#include <vector>

#include "document/figures/figures.h"
#include "language/number_value.h"

namespace hegui {

/// A figure and how much it says.
struct Amount {
  Figure figure = {};
  NumberValue number = {};  ///< Exact only if no word before it says about: 近, 超过.
  std::string unit = {};    ///< Without what belongs to the number: 元 of 1.5万元.

  bool is_percent() const { return unit == "%"; }
  /// A number of things: 320件, not 3.5公里 or 40%.
  bool is_count() const;
};

/// The figures of a stretch of text whose numbers can be read, from left to right.
std::vector<Amount> amounts(const Document& document, Span span);

/// Whether the same is counted, as far as units tell: 件 and 件, customers and customer.
bool have_same_unit(const Amount& one, const Amount& other);

/// The number as it is written, with its unit: 1.5万元.
std::string_view written(const Document& document, const Amount& amount);

}  // namespace hegui
