#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

/// Behind the colon of 十件民生实事全部办结：新建幼儿园2所，改造危房214户: how many the list has,
/// if that is one off from `number`; 0 if it is not, or where it cannot be told. `name` is what
/// they are called.
std::size_t wrong_clauses(std::string_view text, std::string_view name, double number);

}  // namespace hegui
