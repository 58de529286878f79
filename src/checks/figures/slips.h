#pragma once

#include <vector>

#include "checks/check.h"

namespace hegui {

/// How two numbers of as many digits differ.
enum class NumberSlip : std::uint8_t {
  none,     ///< In more than a slip of the hand.
  digit,    ///< In one digit: 98.3 and 96.3.
  swapped,  ///< In two that changed places: 1036.7 and 1063.7.
};

/// Of digits without marks between them: 11286, 15.2.
NumberSlip slip_between(std::string_view one, std::string_view other);

/// Reports what two paragraphs call alike, and tell with a slip.
void find_slips(const Target& target, const Arguments& arguments,
                const std::vector<Span>& paragraphs, Outcome& outcome);

}  // namespace hegui
