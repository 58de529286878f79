// forbid: none of these.
//
//   forbid: ['/[【\[]\s*[】\]]/', 待补]
//   except: [...]        a match inside one of these is none
//   in: heading          body (default), heading, lead, tail, all
//   replace-with: …      what the match should be: becomes the fix; '' takes it out

#include <algorithm>
#include <array>

#include "checks/check.h"
#include "checks/region.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "any",
        .type = KeyType::terms,
        .zh = "不应出现",
        .en = "what must not appear",
        .presence = Presence::required},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "matches inside these do not count",
        .place = KeyPlace::beside},
    Key{.name = "in",
        .type = KeyType::word,
        .zh = "在哪里看",
        .en = "where",
        .place = KeyPlace::beside,
        .choices = region_choices,
        .fallback = "body"},
    Key{.name = "replace-with",
        .type = KeyType::text,
        .zh = "应改为",
        .en = "what to replace the match with; '' removes it",
        .place = KeyPlace::beside},
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const std::string_view replacement = arguments.word("replace-with");
  for (const Span region : region_of(target, arguments.word("in"))) {
    const std::string_view text = target.document.slice(region);
    std::vector<Span> allowed;
    if (const Terms* except = arguments.terms("except")) allowed = except->all(text);
    for (const Span hit : arguments.terms("any")->all(text)) {
      if (std::ranges::any_of(allowed, [&](Span span) { return span.overlaps(hit); })) continue;
      const Span place{region.begin + hit.begin, region.begin + hit.end};
      const std::string_view quote = target.document.written(place);
      outcome.evidence.push_back(place);
      Problem problem{place, arguments.has("replace-with") && !replacement.empty()
                                 ? say("“{}”应为“{}”", "“{}” should be “{}”", quote, replacement)
                                 : say("不应出现“{}”", "“{}” should not appear here", quote)};
      if (arguments.has("replace-with")) problem.fix.push_back({place, std::string(replacement)});
      outcome.problems.push_back(std::move(problem));
    }
  }
  outcome.passed = outcome.problems.empty();
  outcome.found = static_cast<double>(outcome.problems.size());
  if (!outcome.passed) outcome.message = outcome.problems.front().message;
  return outcome;
}

}  // namespace

extern const CheckKind forbid_check;
const CheckKind forbid_check{"forbid", "不应出现", "none of these", Scope::both, keys, "any", run};

}  // namespace hegui
