// src/checks/figures: how two numbers differ, and what a rate says.
#include "catch.hpp"
#include "checks/figures/quotient.h"
#include "checks/figures/slips.h"

using namespace hegui;

namespace {

Amount amount(double value, double step, std::string unit) {
  return {.number = {.value = value, .step = step}, .unit = std::move(unit)};
}

}  // namespace

TEST_CASE("a slip of the hand changes one digit, or swaps two", "[rules]") {
  struct Row {
    std::string_view one, other;
    NumberSlip slip;
  };
  for (const Row& row : {Row{"20486", "20846", NumberSlip::swapped},
                         {"12.5", "15.2", NumberSlip::swapped},
                         {"36", "63", NumberSlip::swapped},
                         {"97.4", "91.4", NumberSlip::digit},
                         {"8", "6", NumberSlip::digit},
                         {"36", "36", NumberSlip::none},
                         {"36", "360", NumberSlip::none},
                         {"12.5", "1.25", NumberSlip::none},
                         {"1234", "2143", NumberSlip::none}}) {
    CAPTURE(row.one, row.other);
    CHECK(slip_between(row.one, row.other) == row.slip);
  }
}

TEST_CASE("a rate says a share give or take one of its last digit", "[rules]") {
  const Amount exact = amount(1862, 1, "件"), of = amount(1940, 1, "件");
  const auto rate = [](double value, double step) {
    return NumberValue{.value = value, .step = step};
  };
  CHECK(says(rate(96, 1), share_of(exact, of)));
  CHECK(says(rate(95.9, 0.1), share_of(exact, of)));  // Cut off.
  CHECK(says(rate(95.98, 0.01), share_of(exact, of)));
  CHECK_FALSE(says(rate(97, 0.1), share_of(exact, of)));
  CHECK(says(rate(4.02, 0.01), rest_of(share_of(exact, of))));
  // 1.62万人 are between 16,150 and 16,250.
  const Amount part = amount(16'103, 1, "人"), whole = amount(16'200, 100, "人");
  CHECK(says(rate(99.6, 0.1), share_of(part, whole)));
  CHECK_FALSE(says(rate(99.9, 0.1), share_of(part, whole)));
}
