#pragma once

#include "document/figures/amounts.h"

namespace hegui {

/// Between what a number lies that may be rounded.
struct Bounds {
  double least = 0;
  double most = 0;
};

/// 1.62万人 are between 16,150 and 16,250; 83件 are 83.
Bounds bounds_of(const Amount& amount);

/// Of the part in the whole, in percent.
Bounds share_of(const Amount& part, const Amount& whole);

/// 100 % without it.
Bounds rest_of(Bounds percent);

/// Whether the number says it, give or take one of its last digit: people round, and cut off.
bool says(const NumberValue& number, Bounds value);

}  // namespace hegui
