#include "checks/bounds.h"

#include "text/unicode.h"

namespace hegui {
namespace {

/// Of 项任务 the 项: what is counted is named once in a message.
std::string measure_word(const Message& unit) { return std::string(first_code_points(unit.zh, 1)); }

}  // namespace

Message unit_of(const Arguments& arguments, Label usual) {
  const std::string_view own = arguments.word("unit");
  if (own.empty()) return {std::string(usual.zh), std::string(usual.en)};
  return {std::string(own), std::string(own)};
}

void hold_to(std::optional<double> min, std::optional<double> max, Message unit, Outcome& outcome) {
  const double found = outcome.found;
  if (min && found < *min) {
    outcome.expected = *min;
    outcome.share = {found, *min};
    outcome.message = found == 0 ? say("一{0}都没有，至少要 {1} {2}", "no {0}, at least {1} needed",
                                       unit, *min, measure_word(unit))
                                 : say("只有 {0} {2}，少于 {1} {3}", "only {0} of at least {1} {2}",
                                       found, *min, unit, measure_word(unit));
  } else if (max && found > *max) {
    outcome.expected = *max;
    outcome.share = {*max, found};
    outcome.message = say("有 {0} {2}，多于 {1} {3}", "{0} {2}, at most {1} allowed", found, *max,
                          unit, measure_word(unit));
  } else {
    return;
  }
  outcome.passed = false;
  outcome.nothing = found == 0;
  outcome.unit = std::move(unit);
}

}  // namespace hegui
