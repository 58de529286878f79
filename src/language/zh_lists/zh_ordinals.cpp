#include "language/zh_lists/zh_ordinals.h"

#include <array>

#include "language/zh_numbers.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// Nothing before it in its paragraph, or the end of a sentence or of words that lead to it.
bool begins_sentence(std::string_view before) {
  constexpr std::array<std::string_view, 4> marks{"。", "；", "：", "\n"};
  before = trimmed(before);
  if (before.empty()) return true;
  for (const std::string_view mark : marks)
    if (before.ends_with(mark)) return true;
  return false;
}

}  // namespace

std::optional<ZhOrdinal> zh_ordinal(std::string_view text, std::size_t at) {
  const std::string_view mark = text.substr(at);
  const bool is_di = mark.starts_with("第"), is_qi = mark.starts_with("其");
  std::size_t end = is_di || is_qi ? std::string_view("第").size() : 0;
  if (read_chinese_numeral(mark, end) == 0) return std::nullopt;
  const std::string_view behind = mark.substr(end);
  if (!is_di && !is_qi)
    return behind.starts_with("要") ? std::optional(ZhOrdinal::yao) : std::nullopt;
  std::size_t next = std::string_view("、").size();
  const bool goes_on = behind.starts_with("、") && !behind.substr(next).starts_with("第") &&
                       read_chinese_numeral(behind, next) == 0;
  if (!behind.starts_with("，") && !behind.starts_with("是") && !goes_on) return std::nullopt;
  if (is_di && !begins_sentence(text.substr(0, at))) return std::nullopt;
  return is_di ? ZhOrdinal::di : ZhOrdinal::qi;
}

}  // namespace hegui
