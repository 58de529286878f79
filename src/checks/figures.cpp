// figures: the part gives at least so many different figures, a figure being a number with its
// unit.
//
//   figures: {min: 3}
//   figures: {min: 1, units: [次, 件, 场]}

#include "document/figures.h"

#include <array>
#include <set>

#include "checks/check.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{"min", KeyType::number, KeyPlace::inside, "不同的数据不少于（项）",
        "at least so many different figures"},
    Key{"units", KeyType::terms, KeyPlace::inside, "只算带这些单位的",
        "only figures with one of these in their unit"},
};

Outcome run(const Target& target, const Arguments& arguments) {
  const Terms* units = arguments.terms("units");
  std::set<std::string_view> seen;
  Outcome outcome;
  for (const Span span : text_of(target.outline, target.part))
    for (const Figure& figure : figures(target.document, span)) {
      if (units && !units->matches(figure.unit)) continue;
      if (seen.insert(target.document.slice(figure.span)).second)
        outcome.evidence.push_back(figure.span);
    }
  outcome.found = static_cast<double>(seen.size());
  outcome.summary = say("{} 项数据", "{} figures", outcome.found);
  const double min = arguments.number("min").value_or(1);
  if (outcome.found >= min) return outcome;
  outcome.passed = false;
  outcome.nothing = seen.empty();
  outcome.expected = min;
  outcome.message = seen.empty() ? say("没有数据", "no figures")
                                 : say("只有 {} 项数据，少于 {} 项",
                                       "only {} figures, fewer than {}", outcome.found, min);
  return outcome;
}

}  // namespace

extern const CheckKind figures_check;
const CheckKind figures_check{"figures", "so many different figures with a unit", keys, {}, run};

}  // namespace hegui
