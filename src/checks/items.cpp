// items: the part lists at least, or at most, so many items.
//
//   items: {min: 2, naming: [$shortcoming-said]}
//
// `naming` is what a piece of a part that numbers nothing must say to count as an item.

#include "document/items.h"

#include <array>

#include "checks/bounds.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min",
        .type = KeyType::whole,
        .zh = "不少于（条）",
        .en = "at least this many",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max",
        .type = KeyType::whole,
        .zh = "不多于（条）",
        .en = "at most this many",
        .presence = Presence::one_of},
    Key{.name = "naming",
        .type = KeyType::condition,
        .zh = "没有分条时，一句话写到这些才算一条",
        .en = "where nothing is enumerated, what a sentence must say to count as an item"},
    unit_key,
};

Outcome run(const Target& target, const Arguments& arguments) {
  static const Condition any;
  const Condition* given = arguments.condition("naming");
  const Condition& naming = given ? *given : any;
  std::vector<Item> found = items(target.document, target.outline, target.part, naming);
  std::erase_if(found, [&](const Item& item) { return is_refused(target.document, item, naming); });
  Outcome outcome{.found = static_cast<double>(found.size())};
  outcome.summary = say("{} 条", "{:item}", Quantity(outcome.found));
  for (const Item& item : found) outcome.evidence.push_back(item.span);
  hold_to(arguments.number("min"), arguments.number("max"), unit_of(arguments, {"条", "items"}),
          outcome);
  return outcome;
}

}  // namespace

extern const CheckKind items_check;
const CheckKind items_check{"items", "分了几条", "so many items", Scope::both, keys, {}, run};

}  // namespace hegui
