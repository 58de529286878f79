// count: the part holds at least, or at most, so many different matches of terms.
//
//   count: {of: [$duty-act], min: 2}

#include <array>
#include <set>

#include "checks/check.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::terms,
        .zh = "数这些说法，同样的只算一次",
        .en = "what to count; the same words count once",
        .presence = Presence::required},
    Key{.name = "min",
        .type = KeyType::whole,
        .zh = "不少于（处）",
        .en = "at least this many",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max",
        .type = KeyType::whole,
        .zh = "不多于（处）",
        .en = "at most this many",
        .presence = Presence::one_of},
};

Outcome run(const Target& target, const Arguments& arguments) {
  std::set<std::string_view> seen;
  Outcome outcome;
  for (const Span span : text_of(target.outline, target.part))
    for (const Span hit : arguments.terms("of")->all(target.document.slice(span))) {
      const Span place{span.begin + hit.begin, span.begin + hit.end};
      if (seen.insert(target.document.slice(place)).second) outcome.evidence.push_back(place);
    }
  outcome.found = static_cast<double>(seen.size());
  outcome.summary = say("{} 处", "{:match|matches}", Quantity(outcome.found));
  if (const auto min = arguments.number("min"); min && outcome.found < *min) {
    outcome.passed = false;
    outcome.expected = *min;
    outcome.message =
        say("只有 {} 处，少于 {} 处", "{} found, at least {} needed", outcome.found, *min);
  } else if (const auto max = arguments.number("max"); max && outcome.found > *max) {
    outcome.passed = false;
    outcome.expected = *max;
    outcome.message =
        say("有 {} 处，多于 {} 处", "{} found, at most {} allowed", outcome.found, *max);
  }
  outcome.nothing = !outcome.passed && seen.empty();
  return outcome;
}

}  // namespace

extern const CheckKind count_check;
const CheckKind count_check{"count",
                            "有几处，一样的文字只算一处",
                            "so many different matches of terms",
                            Scope::both,
                            keys,
                            {},
                            run};

}  // namespace hegui
