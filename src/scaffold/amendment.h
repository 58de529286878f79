#pragma once

#include <string>
#include <vector>

#include "formats/insertion.h"
#include "review/lint.h"

namespace hegui {

/// What a report lacks, and what is to be done about it.
struct Lack {
  std::vector<const Requirement*> requirements = {};
  /// What is lacking, too, and is asked for in a part that stands nowhere.
  std::vector<const Requirement*> placeless = {};
  Amendment amendment = {};
};

/// Headings and slots for what a set finds missing, each at its insertion point, and the numbers
/// that move on for that. What a slot asks for already is not asked for again.
Lack lack_of(const Review& review, const SetReview& set);

}  // namespace hegui
