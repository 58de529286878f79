// The table of check kinds: a kind is one file, one declaration and one row.

#include <algorithm>
#include <array>

#include "checks/check.h"

namespace hegui {

extern const CheckKind annotations_check, count_check, endings_check, figures_check, forbid_check,
    items_check, length_check, need_check, numbering_check, order_check, pairs_check, year_check;

std::span<const CheckKind> check_kinds() {
  static const std::array kinds{annotations_check, count_check, endings_check, figures_check,
                                forbid_check,      items_check, length_check,  need_check,
                                numbering_check,   order_check, pairs_check,   year_check};
  return kinds;
}

const CheckKind* find_check_kind(std::string_view name) {
  const auto kinds = check_kinds();
  const auto kind = std::ranges::find(kinds, name, &CheckKind::name);
  return kind == kinds.end() ? nullptr : &*kind;
}

}  // namespace hegui
