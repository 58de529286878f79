#include "checks/repeats/repeat_listed.h"

#include <algorithm>
#include <vector>

#include "language/zh_lists/zh_listed.h"
#include "text/characters.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view pause = "、";
constexpr std::size_t longest_item = 10 * han_bytes;

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

/// A list of a paragraph, 围绕质量、安全、质量等主题, whose first item may have words before it,
/// and whose last may have some behind.
class Listed {
 public:
  Listed(const Target& target, Span paragraph)
      : target_(target), paragraph_(paragraph), text_(target.document.slice(paragraph)) {}

  /// Of the list whose first mark is there; the place behind it.
  std::size_t look_at(std::size_t mark, Outcome& outcome) {
    items_.clear();
    const std::size_t first = begin_of_item(text_, mark);
    run_ = text_.substr(first, mark - first);
    add(first + behind_lead(run_), mark);
    std::size_t at = mark;
    while (text_.substr(at).starts_with(pause)) {
      const std::size_t begin = at + pause.size();
      at = end_of_item(text_, begin);
      add(begin, at);
      if (at == begin) break;
    }
    divide_last();
    // 结果依次为合格、良好、合格: they belong to others, each to one.
    const std::size_t before = first > longest_item ? first - longest_item : 0;
    if (!tells_order(text_.substr(before, mark - before)))
      for (std::size_t i = 2; i < items_.size(); ++i) look_for_same(i, outcome);
    return std::max(at, mark + pause.size());
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    items_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view words(Span item) const { return text_.substr(item.begin, item.size()); }

  /// 公安和住建等部门
  void divide_last() {
    Span& last = items_.back();
    const std::uint32_t end = last.end;
    last.end = last.begin + static_cast<std::uint32_t>(end_of_last(words(last)));
    const auto next =
        static_cast<std::uint32_t>(behind_and(text_.substr(last.end, end - last.end)));
    if (next == 0) return;
    const std::uint32_t begin = last.end + next;
    add(begin, begin + end_of_last(text_.substr(begin, end - begin)));
  }

  void look_for_same(std::size_t i, Outcome& outcome) const {
    const std::string_view item = words(items_[i]);
    const bool is_last = i + 1 == items_.size();
    if (item.size() < 2 * han_bytes || (!is_last && item.size() > longest_item)) return;
    for (std::size_t known = 0; known < i; ++known) {
      const std::size_t size = size_of_same(words(items_[known]), item, is_last);
      if (size > 0) return tell(items_[i], items_[known], size, outcome);
    }
    for (std::size_t begin = han_bytes; begin + 2 * han_bytes <= run_.size(); begin += han_bytes) {
      const std::size_t size = size_of_same(run_.substr(begin), item, is_last);
      if (size == 0 || !ends_with_lead(run_.substr(0, begin))) continue;
      const std::uint32_t end = items_[0].end;
      return tell(items_[i], {end - static_cast<std::uint32_t>(size), end}, size, outcome);
    }
  }

  /// Of the item as far as it is the known one; 0 if it is another.
  static std::size_t size_of_same(std::string_view known, std::string_view item, bool is_last) {
    if (known.size() > longest_item || may_be_told_twice(known)) return 0;
    if (known == item) return item.size();
    if (!is_last || known.size() < 2 * han_bytes || !item.starts_with(known)) return 0;
    const bool is_long = known.size() >= 4 * han_bytes;
    return begins_with_end(item.substr(known.size()), is_long) ? known.size() : 0;
  }

  void tell(Span item, Span known, std::size_t size, Outcome& outcome) const {
    const std::uint32_t begin = paragraph_.begin + item.begin;
    report(target_, {begin, begin + static_cast<std::uint32_t>(size)},
           {paragraph_.begin + known.begin, paragraph_.begin + known.end}, outcome);
  }

  const Target& target_;
  Span paragraph_;
  std::string_view text_;
  std::string_view run_ = {};  ///< The characters before the first mark.
  std::vector<Span> items_ = {};
};

}  // namespace

void items_listed_twice(const Target& target, Span span, Outcome& outcome) {
  const std::string_view text = target.document.slice(span);
  Listed listed(target, span);
  for (std::size_t mark = text.find(pause); mark != text.npos;)
    mark = text.find(pause, listed.look_at(mark, outcome));
}

void titles_listed_twice(const Target& target, Span span, Outcome& outcome) {
  constexpr std::string_view open = "《", close = "》";
  constexpr std::size_t most_titles = 40;
  const std::string_view text = target.document.slice(span);
  std::vector<Span> titles;
  for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at);
    if (end == text.npos) return;
    const Span title{static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(end + close.size())};
    if (!titles.empty()) {
      std::string_view between = text.substr(titles.back().end, at - titles.back().end);
      if (between.starts_with(pause)) between.remove_prefix(pause.size());
      between.remove_prefix(behind_and(between));
      if (!between.empty() || titles.size() >= most_titles) titles.clear();
    }
    const auto words = [&](Span place) { return text.substr(place.begin, place.size()); };
    const auto same =
        std::ranges::find_if(titles, [&](Span known) { return words(known) == words(title); });
    if (same != titles.end())
      report(target, {span.begin + title.begin, span.begin + title.end},
             {span.begin + same->begin, span.begin + same->end}, outcome);
    titles.push_back(title);
    at = title.end;
  }
}

}  // namespace hegui
