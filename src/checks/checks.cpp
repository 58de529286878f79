// The table of check kinds: a kind is one file, one declaration and one row.

#include <algorithm>
#include <array>

#include "checks/check.h"

namespace hegui {

extern const CheckKind announced_check, annotations_check, answers_check, calendar_check,
    count_check, dates_check, endings_check, figures_check, forbid_check, items_check, length_check,
    need_check, numbering_check, order_check, pairs_check, percent_check, phrases_check,
    references_check, repeat_check, same_check, substance_check, sums_check, table_check,
    width_check, year_check, years_check;

const Key* CheckKind::find_key(std::string_view key, KeyPlace place) const {
  const auto found = std::ranges::find_if(
      keys, [&](const Key& other) { return other.name == key && other.place == place; });
  return found == keys.end() ? nullptr : &*found;
}

const Key* CheckKind::principal_key() const { return find_key(principal, KeyPlace::inside); }

bool CheckKind::is_condition() const {
  const Key* key = principal_key();
  return key && key->type == KeyType::condition;
}

std::span<const CheckKind> check_kinds() {
  static const std::array kinds{announced_check, annotations_check, answers_check, calendar_check,
                                count_check,     dates_check,       endings_check, figures_check,
                                forbid_check,    items_check,       length_check,  need_check,
                                numbering_check, order_check,       pairs_check,   percent_check,
                                phrases_check,   references_check,  repeat_check,  same_check,
                                substance_check, sums_check,        table_check,   width_check,
                                year_check,      years_check};
  return kinds;
}

const CheckKind* find_check_kind(std::string_view name) {
  const auto kinds = check_kinds();
  const auto kind = std::ranges::find(kinds, name, &CheckKind::name);
  return kind == kinds.end() ? nullptr : &*kind;
}

}  // namespace hegui
