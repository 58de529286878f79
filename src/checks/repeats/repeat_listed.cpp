#include "checks/repeats/repeat_listed.h"

#include <algorithm>
#include <array>

#include "language/zh_lists/zh_listed.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view pause = "、";
constexpr std::size_t width = 3;  // Bytes of a Chinese character.
constexpr std::size_t longest_item = 10 * width;

/// Where the run of Chinese characters that goes up to `end` begins; no longer than an item.
std::size_t begin_of_item(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin <= longest_item) {
    std::size_t at = previous_code_point(text, begin);
    const std::size_t code_begin = at;
    if (!is_han(next_code_point(text, at))) break;
    begin = code_begin;
  }
  return begin;
}

std::size_t end_of_item(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin <= longest_item) {
    std::size_t at = end;
    if (!is_han(next_code_point(text, at))) break;
    end = at;
  }
  return end;
}

void report(const Target& target, Span again, Span first, Outcome& outcome) {
  Problem problem{again, say("同一串并列里前面已经有“{}”", "the list has “{}” before",
                             target.document.written(first))};
  problem.related.push_back({.place = {.span = first}, .message = say("第一次", "first here")});
  outcome.problems.push_back(std::move(problem));
}

}  // namespace

void items_listed_twice(const Target& target, Span span, Outcome& outcome) {
  const std::string_view text = target.document.slice(span);
  std::vector<Span> items;
  const auto add = [&](std::size_t begin, std::size_t end) {
    items.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  const auto words = [&](Span item) { return text.substr(item.begin, item.size()); };
  for (std::size_t mark = text.find(pause); mark != std::string_view::npos;) {
    items.clear();
    const std::size_t first = begin_of_item(text, mark);
    add(first + behind_lead(text.substr(first, mark - first)), mark);
    std::size_t at = mark;
    while (text.substr(at).starts_with(pause)) {
      const std::size_t begin = at + pause.size();
      at = end_of_item(text, begin);
      add(begin, at);
      if (at == begin) break;
    }
    items.back().end =
        items.back().begin + static_cast<std::uint32_t>(end_of_last(words(items.back())));
    // 结果依次为合格、良好、合格: they belong to others, each to one.
    const std::size_t before = first > longest_item ? first - longest_item : 0;
    const std::string_view lead = text.substr(before, mark - before);
    const bool is_in_order = tells_order(lead);
    for (std::size_t i = 2; i < items.size() && !is_in_order; ++i) {
      const std::string_view item = words(items[i]);
      if (item.size() < 2 * width || item.size() > longest_item || may_be_told_twice(item))
        continue;
      const auto same = std::find_if(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&](Span known) { return words(known) == item; });
      if (same != items.begin() + static_cast<std::ptrdiff_t>(i))
        report(target, {span.begin + items[i].begin, span.begin + items[i].end},
               {span.begin + same->begin, span.begin + same->end}, outcome);
    }
    mark = text.find(pause, std::max(at, mark + pause.size()));
  }
}

}  // namespace hegui
