#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

inline constexpr std::string_view zh_title_opens = "《", zh_title_closes = "》",
                                  zh_and_so_on = "等";

/// Up to where the number of documents that begins the text goes on: 两份文件, 3项制度; 0 for
/// others, such as 两次, and 两个办法、一个方案, which go on counting. `number` is what of it is
/// the number itself; both in bytes.
std::size_t end_of_count(std::string_view text, std::size_t& number);

/// The same of things that have names in quotes: 三大工程, 两项机制.
std::size_t end_of_named_count(std::string_view text, std::size_t& number);

/// How titles or names in quotes are marked.
struct ListedMarks {
  std::string_view opens, closes;
};
inline constexpr ListedMarks title_marks{zh_title_opens, zh_title_closes}, quotes{"“", "”"};

/// Those that stand beside each other up to `end`, which is behind one; none if more of the list
/// may stand before them. `items` counts what marks part within them, too: “甲、乙”.
struct ListedTitles {
  std::size_t titles = 0, items = 0;
  bool are_even = true;  ///< All items of the last are as long.
};
ListedTitles titles_up_to(std::string_view text, std::size_t end, const ListedMarks& marks);

}  // namespace hegui
