// figures: the part gives at least so many different figures, a figure being a number with its
// unit.
//
//   figures: {min: 3}
//   figures: {min: 1, units: [次, 件, 场]}
//   figures: {min: 1, targets: only}     85%以上, 不少于6名, 达到100%: what can be checked later

#include "document/figures/figures.h"

#include <array>
#include <set>

#include "checks/bounds.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min",
        .type = KeyType::whole,
        .zh = "不同的数据不少于（项）",
        .en = "at least this many different figures",
        .least = 1,
        .fallback = "1"},
    Key{.name = "units",
        .type = KeyType::terms,
        .zh = "只算带这些单位的",
        .en = "only figures whose unit contains one of these"},
    Key{.name = "targets",
        .type = KeyType::word,
        .zh = "只算目标值",
        .en = "only figures that are targets",
        .choices = "only"},
    unit_key,
};

/// A number to be reached: words before or behind it say so.
bool is_target(const FigureForms& forms, std::string_view text, Span figure) {
  std::string_view head = text.substr(0, figure.begin);
  head.remove_prefix(head.size() > 60 ? head.size() - 60 : 0);
  while (!head.empty() && (static_cast<unsigned char>(head.front()) & 0xC0) == 0x80)
    head.remove_prefix(1);
  // The unit may have swallowed them: 85%以上 is 85 with the unit %以上 or so.
  return forms.before_target->matches(head) ||
         forms.in_target->matches(text.substr(figure.begin, figure.size())) ||
         forms.behind_target->matches(first_code_points(text.substr(figure.end), 12));
}

Outcome run(const Target& target, const Arguments& arguments) {
  const Terms* units = arguments.terms("units");
  const bool targets = arguments.has("targets");
  const FigureForms& forms = data_of(target.document.language).figures;
  std::set<std::string_view> seen;
  Outcome outcome;
  for (const Span span : text_of(target.outline, target.part))
    for (const Figure& figure : figures(target.document, span)) {
      if (units && !units->matches(figure.unit)) continue;
      if (targets && !is_target(forms, target.document.text, figure.span)) continue;
      if (seen.insert(target.document.slice(figure.span)).second)
        outcome.evidence.push_back(figure.span);
    }
  outcome.found = static_cast<double>(seen.size());
  outcome.summary = say("{} 项数据", "{:figure}", Quantity(outcome.found));
  hold_to(arguments.number("min"), {}, unit_of(arguments, {"项数据", "figures"}), outcome);
  return outcome;
}

}  // namespace

extern const CheckKind figures_check;
const CheckKind figures_check{
    "figures", "不同的数据有几个", "so many different figures with a unit", Scope::both, keys, {},
    run};

}  // namespace hegui
