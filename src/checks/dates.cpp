// dates: when a report was published.
//
//   dates: {published: {after: '{year}-12-31', before: '{next}-02-01'}}
//
// Days compare as they are written. A report that does not say its day is not judged, nor is one
// whose own year is not known.

#include <array>

#include "checks/check.h"
#include "search/pattern.h"

namespace hegui {
namespace {

constexpr std::array published_array{
    Key{.name = "before",
        .type = KeyType::day,
        .zh = "应早于这一天",
        .en = "the day before which it was",
        .presence = Presence::one_of},
    Key{.name = "after",
        .type = KeyType::day,
        .zh = "应晚于这一天",
        .en = "the day after which it was",
        .presence = Presence::one_of},
};

constexpr KeyTable published_keys{"published", published_array};

constexpr std::array keys{
    Key{.name = "published",
        .type = KeyType::map,
        .zh = "发布日期；没有写发布日期的不查",
        .en = "the day of publication, of a report that says it",
        .presence = Presence::required,
        .of = &published_keys},
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const std::string& day = target.outline.published;
  if (day.empty()) return outcome;
  const Arguments& published = arguments.maps("published").front();
  const auto bound = [&](std::string_view key) {
    return expand(published.word(key), target.variables).value_or("");
  };
  const std::string before = bound("before"), after = bound("after");
  outcome.evidence.push_back(target.outline.published_at);
  outcome.summary = {day, day};
  if (!before.empty() && day >= before)
    outcome.problems.push_back(
        {target.outline.published_at,
         say("发布于 {}，应早于 {}", "published on {}, which is not before {}", day, before)});
  if (!after.empty() && day <= after)
    outcome.problems.push_back(
        {target.outline.published_at,
         say("发布于 {}，应晚于 {}", "published on {}, which is not after {}", day, after)});
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind dates_check;
const CheckKind dates_check{
    "dates", "什么时候发布的", "when the report was published", Scope::document, keys, {}, run};

}  // namespace hegui
