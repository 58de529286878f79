// count: the part holds at least, or at most, so many different matches of terms.
//
//   count: {of: [$duty-act], min: 2}

#include <array>
#include <set>

#include "checks/bounds.h"

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
    unit_key,
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
  hold_to(arguments.number("min"), arguments.number("max"), unit_of(arguments, {"处", "matches"}),
          outcome);
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
