// dates: when a report was published or signed.
//
//   dates: {published: {after: '{year}-12-31', before: '{next}-02-01'}}
//   dates: {signed: {after: '{year}-12-20'}}
//
// Days compare as they are written. A report that does not say when it was published was not before
// the day of its signature; without one it is not judged, nor is one whose own year is not known.

#include <array>

#include "checks/check.h"
#include "document/signature.h"

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
        .zh = "发布日期；没有写发布日期的，看落款日期是不是已经迟了",
        .en = "the day of publication; without one the day of the signature, which may be too late",
        .presence = Presence::one_of,
        .of = &published_keys},
    Key{.name = "signed",
        .type = KeyType::map,
        .zh = "落款的日期",
        .en = "the day of the signature",
        .presence = Presence::one_of,
        .of = &published_keys},
};

class Dates {
 public:
  explicit Dates(const Target& target)
      : target_(target), signature_(signed_day(target.document, target.outline)) {}

  void published(const Arguments& bounds, Outcome& outcome) const {
    const bool is_published = !target_.outline.published.empty();
    const auto [day, place] =
        is_published ? SignedDay{target_.outline.published, target_.outline.published_at}
                     : signature_;
    if (!begin(day, place, outcome)) return;
    const std::string before = bound(bounds, "before"), after = bound(bounds, "after");
    if (!before.empty() && day >= before)
      outcome.problems.push_back(
          {place, is_published ? say("发布于 {}，应早于 {}",
                                     "published on {}, which is not before {}", day, before)
                               : say("落款是 {}，发布应早于 {}",
                                     "signed on {}, but to be published before {}", day, before)});
    if (is_published && !after.empty() && day <= after)
      outcome.problems.push_back(
          {place,
           say("发布于 {}，应晚于 {}", "published on {}, which is not after {}", day, after)});
  }

  void signature(const Arguments& bounds, Outcome& outcome) const {
    const auto& [day, place] = signature_;
    if (!begin(day, place, outcome)) return;
    const std::string before = bound(bounds, "before"), after = bound(bounds, "after");
    if (!before.empty() && day >= before)
      outcome.problems.push_back({place, say("落款是 {}，应早于 {}",
                                             "signed on {}, which is not before {}", day, before)});
    if (!after.empty() && day <= after)
      outcome.problems.push_back(
          {place, say("落款是 {}，应晚于 {}", "signed on {}, which is not after {}", day, after)});
  }

 private:
  /// False if the day is not known.
  static bool begin(const std::string& day, Span place, Outcome& outcome) {
    if (day.empty()) return false;
    outcome.evidence.push_back(place);
    outcome.summary = {day, day};
    return true;
  }

  std::string bound(const Arguments& bounds, std::string_view key) const {
    return expand(bounds.word(key), target_.variables).value_or("");
  }

  const Target& target_;
  SignedDay signature_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const Dates dates(target);
  for (const Arguments& bounds : arguments.maps("published")) dates.published(bounds, outcome);
  for (const Arguments& bounds : arguments.maps("signed")) dates.signature(bounds, outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind dates_check;
const CheckKind dates_check{"dates",
                            "什么时候发布、落款的",
                            "when the report was published or signed",
                            Scope::document,
                            keys,
                            {},
                            run};

}  // namespace hegui
