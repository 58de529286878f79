// items: the part lists at least, or at most, so many items.
//
//   items: {min: 2, naming: [$shortcoming-said]}
//
// `naming` is what a piece of a part that numbers nothing must say to count as an item.

#include "document/items.h"

#include <array>

#include "checks/check.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min",
        .type = KeyType::whole,
        .zh = "不少于（条）",
        .en = "at least so many",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max",
        .type = KeyType::whole,
        .zh = "不多于（条）",
        .en = "at most so many",
        .presence = Presence::one_of},
    Key{.name = "naming",
        .type = KeyType::condition,
        .zh = "没有分条时，一句话写到这些才算一条",
        .en = "what a piece of a part without numbers must say to count"},
};

Outcome run(const Target& target, const Arguments& arguments) {
  const Condition* naming = arguments.condition("naming");
  const std::vector<Item> found =
      items(target.document, target.outline, target.part, naming ? *naming : Condition{});
  Outcome outcome{.found = static_cast<double>(found.size())};
  outcome.summary = say("{} 条", "{} items", outcome.found);
  for (const Item& item : found) outcome.evidence.push_back(item.span);
  if (const auto min = arguments.number("min"); min && outcome.found < *min) {
    outcome.passed = false;
    outcome.expected = *min;
    outcome.message = found.empty() ? say("没有分条", "no items")
                                    : say("只有 {} 条，少于 {} 条", "only {} items, fewer than {}",
                                          outcome.found, *min);
  } else if (const auto max = arguments.number("max"); max && outcome.found > *max) {
    outcome.passed = false;
    outcome.expected = *max;
    outcome.message = say("有 {} 条，多于 {} 条", "{} items, more than {}", outcome.found, *max);
  }
  outcome.nothing = !outcome.passed && found.empty();
  return outcome;
}

}  // namespace

extern const CheckKind items_check;
const CheckKind items_check{"items", "分了几条", "so many items", Scope::both, keys, {}, run};

}  // namespace hegui
