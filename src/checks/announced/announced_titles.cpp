#include "checks/announced/announced_titles.h"

#include <algorithm>
#include <array>

#include "language/language_data.h"
#include "language/zh_lists/zh_title_lists.h"
#include "text/unicode.h"

namespace hegui {
namespace {

using EndOfCount = std::size_t (*)(std::string_view text, std::size_t& number);

/// “甲、乙、丙、丁”等三类问题: one pair of quotes around them all.
bool is_list(const ListedTitles& listed) { return listed.titles == 1 && listed.items > 1; }

/// Of such a list, 双随机、一公开 may be one of more; but of an even one, one may be missing.
bool fits(const ListedTitles& listed, double number) {
  const auto items = static_cast<double>(listed.items);
  if (is_list(listed))
    return number == items ||
           (number > items && (listed.items < 3 || !listed.are_even || number != items + 1));
  return number >= static_cast<double>(listed.titles) && number <= items;
}

void look_before_numbers(const Document& document, Span span, const ListedMarks& marks,
                         EndOfCount end_of, Outcome& outcome) {
  const std::string_view text = document.slice(span);
  for (std::size_t at = text.find(marks.closes); at != std::string_view::npos;
       at = text.find(marks.closes, at + marks.closes.size())) {
    const std::size_t close = at + marks.closes.size();
    // 《甲办法》《乙办法》等三项制度: there may be more of them, but not fewer.
    const bool is_open = text.substr(close).starts_with(zh_and_so_on);
    const std::size_t begin = close + (is_open ? zh_and_so_on.size() : 0);
    std::size_t number = 0;
    const std::size_t end = end_of(text.substr(begin), number);
    if (end == 0) continue;
    const auto value = data_of(document.language).read_value(text.substr(begin, number));
    const ListedTitles listed = titles_up_to(text, close, marks);
    const auto titles = static_cast<double>(is_list(listed) ? listed.items : listed.titles);
    if (titles < 2 || !value || !value->exact || fits(listed, value->value) ||
        (is_open && value->value > titles))
      continue;
    outcome.problems.push_back(
        {{span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(begin + end)},
         say("说有 {} 个，列出了 {} 个", "{} are announced, {} are listed", value->value, titles)});
  }
}

}  // namespace

void titles_before_number(const Document& document, Span span, Outcome& outcome) {
  look_before_numbers(document, span, title_marks, end_of_count, outcome);
  look_before_numbers(document, span, quotes, end_of_named_count, outcome);
}

}  // namespace hegui
