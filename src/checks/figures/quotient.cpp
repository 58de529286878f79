#include "checks/figures/quotient.h"

#include <algorithm>

namespace hegui {

Bounds bounds_of(const Amount& amount) {
  const double value = amount.number.value,
               slack = amount.is_count() && amount.number.step == 1 ? 0 : amount.number.step / 2;
  return {value - slack, value + slack};
}

Bounds share_of(const Amount& part, const Amount& whole) {
  const Bounds of_part = bounds_of(part), of_whole = bounds_of(whole);
  return {100 * of_part.least / of_whole.most,
          100 * of_part.most / std::max(of_whole.least, of_whole.most / 1e6)};
}

Bounds rest_of(Bounds percent) { return {100 - percent.most, 100 - percent.least}; }

bool says(const NumberValue& number, Bounds value) {
  const double slack = number.step * 1.001;  // Binary fractions are not exact.
  return value.least <= number.value + slack && value.most >= number.value - slack;
}

}  // namespace hegui
