#pragma once

#include <cstddef>

#include "checks/check.h"

namespace hegui {

/// Clauses that their own paragraph has said before: 带头学法6次、出庭应诉2次. Those that follow
/// each other in both places count as one, which has at least `least_han` Chinese characters; two
/// thirds will do where it counts something, one third where it follows at once. None in
/// `reported`.
void repeated_clauses(const Target& target, std::size_t least_han, Outcome& outcome);

/// Words that are written twice: 改建改建. Two characters are one if they are common, or stand
/// beside a mark somewhere: 化文 in 深化文化文艺 does not.
void doubled_words(const Target& target, Outcome& outcome);

}  // namespace hegui
