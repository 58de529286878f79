#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

/// The items of a list within a sentence.
struct Inlined {
  std::size_t items = 1;
  std::size_t joined = 0;  ///< “And”s of the last one, each of which may part two more.
  bool has_and = false;
  bool is_plain = true;  ///< No item seems to be a part of another: 会商、移送机制.
  bool is_even = true;   ///< All but the first are as long.

  bool fits(double number) const {
    return number >= static_cast<double>(items) && number <= static_cast<double>(items + joined);
  }
  bool has_more_than(double number) const {
    return is_plain && !has_and && static_cast<double>(items) > number;
  }
};

Inlined read_inlined(std::string_view list);

/// Whether all items are as long, the first but for the words that lead to the list:
/// 建立甲乙、丙丁.
bool begins_evenly(std::string_view list);

/// 落实执法公示、执法全过程记录: whether words that lead to a list stand at its beginning, and none
/// in its last item, as in 对重大决策、重大项目实行.
bool begins_list_only(std::string_view list);

/// 综合协调组、执法监督组、宣传组四个工作组: whether all items end in one character, and what they
/// are called, which `noun` begins with, has it.
bool end_alike(std::string_view list, std::string_view noun);

}  // namespace hegui
