#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/figures/mentions.h"

namespace hegui {

/// Mentions that may count one thing, and at least one of which names it behind the number:
/// 执法人员143名 and 134名执法人员. They stand in different paragraphs, and differ by a slip.
std::vector<std::pair<const Mention*, const Mention*>> crosswise_mentions(
    const Document& document, const std::vector<Mention>& mentions,
    const std::vector<std::string>* links);

/// A number with the words around it, up to the next marks.
struct NamedNumber {
  std::string_view label, noun;
};

/// The words that two numbers have in common, as that which is counted, and the other words before
/// each number: 审核|文件 27件 and 审核的 24件|文件.
struct CountedThing {
  std::size_t characters = 0;  ///< 0 if there are none.
  std::string one_rest = {}, other_rest = {};
};
CountedThing counted_thing(const NamedNumber& one, const NamedNumber& other);

}  // namespace hegui
