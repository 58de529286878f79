#include "language/zh_lists/zh_counted.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr char32_t numerals_end = U'四';  // The last of them.

/// Reads the numbers of things from left to right.
class CountedReader {
 public:
  CountedReader(const LanguageData& language, std::string_view text)
      : language_(language), text_(text) {}

  bool next(CountedThings& counted) {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t before = before_, code = next_code_point(text_, at_);
      before_ = code;
      if (!is_number(code)) continue;
      at_ = end_of(begin, is_number);
      // 第三个, 前三个, 两三个, 1.5个
      if (is_one_of(U"第前后每几这.百千万零余", before) || !begins_unit(at_)) continue;
      counted.number = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
      at_ = end_of(at_, [](char32_t c) { return !is_one_of(zh_word_ends, c) && !is_digit(c); });
      counted.words = {counted.number.begin, static_cast<std::uint32_t>(at_)};
      counted.before = before;
      before_ = 0;
      const auto value =
          language_.read_value(text_.substr(counted.number.begin, counted.number.size()));
      if (!value || !value->exact || value->value < 2 || value->value > most) continue;
      counted.value = value->value;
      if (value->value > 10 && text_.substr(counted.number.end).starts_with("大"))
        continue;  // 二十大
      return true;
    }
    return false;
  }

 private:
  static constexpr double most = 40;

  static bool is_number(char32_t code) {
    // Most characters of a text are none of these.
    if (code > numerals_end) return false;
    return is_digit(code) || (code >= 0x4E00 && is_one_of(zh_list_numerals, code));
  }

  template <typename Holds>
  std::size_t end_of(std::size_t at, Holds holds) const {
    constexpr std::size_t longest = 16 * 3;
    const std::size_t begin = at;
    while (at < text_.size() && at - begin < longest) {
      std::size_t next = at;
      if (!holds(next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  bool begins_unit(std::size_t at) const {
    const std::string_view behind = text_.substr(at);
    if (behind.empty()) return false;
    const char32_t first = next_code_point(text_, at);
    constexpr std::array<std::string_view, 22> others{
        "方面",   "部门",   "张清单", "张表",   "张网",   "件事",   "件实事", "件民生",
        "件大事", "件要",   "支队伍", "道防线", "道关口", "家单位", "位一体", "步”",
        "级”",    "步工作", "家企业", "场专题", "场培训", "场活动"};
    // The last byte of the first character tells most of them apart.
    const auto begins = [&](std::string_view w) {
      return w[han_bytes - 1] == behind[han_bytes - 1] && behind.starts_with(w);
    };
    if (behind.size() >= han_bytes && std::ranges::any_of(others, begins)) return true;
    // 三个月, 三个百分点
    return is_one_of(U"个大项条点类种", first) && !behind.substr(3).starts_with("月") &&
           !behind.substr(3).starts_with("百分");
  }

  const LanguageData& language_;
  std::string_view text_;
  std::size_t at_ = 0;
  char32_t before_ = 0;
};

}  // namespace

std::vector<CountedThings> read_counted(const LanguageData& language, std::string_view text) {
  std::vector<CountedThings> found;
  CountedReader reader(language, text);
  for (CountedThings counted; reader.next(counted);) found.push_back(counted);
  return found;
}

}  // namespace hegui
