#include "checks/announced/announced_titles.h"

#include <algorithm>
#include <array>

#include "language/language_data.h"
#include "language/zh_lists/zh_title_lists.h"
#include "text/unicode.h"

namespace hegui {
void titles_before_number(const Document& document, Span span, Outcome& outcome) {
  const std::string_view text = document.slice(span);
  for (std::size_t at = text.find(zh_title_closes); at != std::string_view::npos;
       at = text.find(zh_title_closes, at + zh_title_closes.size())) {
    const std::size_t begin = at + zh_title_closes.size();
    std::size_t number = 0;
    const std::size_t end = end_of_count(text.substr(begin), number);
    if (end == 0) continue;
    const auto value = data_of(document.language).read_value(text.substr(begin, number));
    const std::size_t titles = titles_up_to(text, begin);
    if (titles < 2 || !value || !value->exact || value->value == static_cast<double>(titles))
      continue;
    outcome.problems.push_back(
        {{span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(begin + end)},
         say("说有 {} 个，列出了 {} 个", "{} are announced, {} are listed", value->value, titles)});
  }
}

}  // namespace hegui
