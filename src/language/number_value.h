#pragma once

#include <cstddef>

namespace hegui {

/// How much a number says, in digits or in words.
struct NumberValue {
  double value = 0;
  double step = 1;          ///< What its last digit counts: 0.01 in 96.74, 1,000 in 1.5万.
  bool exact = true;        ///< Neither about (70余, 几十) nor a range (3—5).
  bool is_percent = false;  ///< 百分之八十: the words say so, and no unit follows.
  std::size_t end = 0;      ///< Behind it; its unit follows.
};

}  // namespace hegui
