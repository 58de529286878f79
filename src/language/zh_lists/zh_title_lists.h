#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

inline constexpr std::string_view zh_title_opens = "《", zh_title_closes = "》";

/// Up to where the number of documents that begins the text goes on: 两份文件, 3项制度; 0 for
/// others, such as 两次, and 两个办法、一个方案, which go on counting. `number` is what of it is
/// the number itself; both in bytes.
std::size_t end_of_count(std::string_view text, std::size_t& number);

/// How many titles stand beside each other up to `end`, which is behind one; 0 if more of the list
/// may stand before them.
std::size_t titles_up_to(std::string_view text, std::size_t end);

}  // namespace hegui
