#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hegui {

/// In the heading of a last part that may be no part of its own.
inline constexpr std::string_view zh_rest = "其他";

/// Of an item of a list, in bytes: behind the word that leads to the list, 由教育、住建…; 0 if
/// there is none.
std::size_t behind_lead(std::string_view item);

/// Whether a list may begin behind these words: 街道围绕.
bool ends_with_lead(std::string_view words);

/// Whether the last item may end before these words: 部门, and behind a long one 四类. Nothing ends
/// it, too.
bool begins_with_end(std::string_view words, bool is_long);

/// Behind 和, with which what is behind the last but one item may begin; 0 if it does not.
std::size_t behind_and(std::string_view words);

/// Up to the word that ends the list: …、教育等领域.
std::size_t end_of_last(std::string_view item);

/// 一次、两次、一次 are results in their order; 张某、李某、张某 are several persons.
bool may_be_told_twice(std::string_view item);

/// Of the beginning of a list, in bytes: behind one of the words that lead to it, 建立, 严格; 0 if
/// none is there.
std::size_t behind_list_lead(std::string_view item);

/// What a list before its number may be called.
enum class ListedNoun : std::uint8_t {
  none,
  place,  ///< 三个方面, 五个部门: they stand right before it.
  thing,  ///< 三项制度: so may others.
};
ListedNoun listed_noun(std::string_view words);

/// Whether what follows is told in the order of what stands before: 分别.
bool tells_order(std::string_view lead);

}  // namespace hegui
