#include "checks/figures/event_days.h"

#include <algorithm>
#include <string>

#include "checks/figures/slips.h"
#include "language/zh_counts.h"
#include "text/characters.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::u32string_view quotes = U"“”";
constexpr std::size_t least_name = 6 * han_bytes, longest_name = 20 * han_bytes,
                      longest_title = 200 * han_bytes;

/// A day, and what took place.
struct EventDay {
  const Mention* month = nullptr;
  const Mention* day = nullptr;
  std::string_view name = {};
  bool is_document = false;
};

bool has_one(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

/// From the event's name to the next mark, at most so long; the verb before a title is part of it.
void name_event(std::string_view text, EventDay& event) {
  while (const std::size_t held = prefix_of(text, zh_holding)) text.remove_prefix(held);
  if (const std::size_t issued = prefix_of(text, zh_issued)) {
    std::string_view rest = text.substr(issued);
    if (rest.starts_with(zh_particle)) rest.remove_prefix(zh_particle.size());
    const std::size_t end = rest.substr(0, longest_title).find("》");
    event.is_document = rest.starts_with("《") && end != rest.npos;
    if (event.is_document) {
      event.name = rest.substr(0, end);
      return;
    }
  }
  std::size_t end = 0;
  while (end < std::min(text.size(), longest_name)) {
    std::size_t next = end;
    const char32_t code = next_code_point(text, next);
    if (!is_han(code) && quotes.find(code) == quotes.npos) break;
    end = next;
  }
  event.name = text.substr(0, end);
}

/// Two days of a month are one if they differ by a slip, or if it can have been one only.
bool are_one(const EventDay& one, const EventDay& other) {
  const std::string &first = one.day->digits, &second = other.day->digits;
  if (one.is_document != other.is_document || one.month->digits != other.month->digits ||
      first == second || one.day->paragraph.begin == other.day->paragraph.begin)
    return false;
  if (one.is_document) return one.name == other.name;
  const auto [a, b] = std::ranges::mismatch(one.name, other.name);
  const auto size = static_cast<std::size_t>(a - one.name.begin()) / han_bytes * han_bytes;
  const std::string_view name = one.name.substr(0, size);
  return size >= least_name &&
         (has_one(name, zh_single_events) ||
          (has_one(name, zh_events) && slip_between(first, second) != NumberSlip::none));
}

void report(const Document& document, const EventDay& first, const EventDay& second,
            Outcome& outcome) {
  const Span one{first.month->place.begin,
                 first.day->place.end + static_cast<std::uint32_t>(han_bytes)},
      other{second.month->place.begin,
            second.day->place.end + static_cast<std::uint32_t>(han_bytes)};
  if (std::ranges::any_of(outcome.problems,
                          [&](const Problem& known) { return known.span.overlaps(other); }))
    return;
  outcome.evidence.push_back(other);
  outcome.problems.push_back(
      {.span = other,
       .message = say("同一件事，前面是“{}”，这里是“{}”",
                      "the same event is on “{}” before, and on “{}” here", document.written(one),
                      document.written(other)),
       .related = {{.place = {.span = one}, .message = say("前面的日期", "the day before")}}});
}

}  // namespace

void find_event_days(const Document& document, const std::vector<Mention>& mentions,
                     Outcome& outcome) {
  std::vector<EventDay> events;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const Mention &month = mentions[i - 1], &day = mentions[i];
    if (day.unit != zh_day || month.unit != zh_month ||
        month.place.end + han_bytes != day.place.begin)
      continue;
    EventDay event{.month = &month, .day = &day};
    name_event(
        document.slice({day.place.end + static_cast<std::uint32_t>(han_bytes), day.paragraph.end}),
        event);
    if (event.name.size() >= least_name && !has_one(event.name, zh_again)) events.push_back(event);
  }
  std::ranges::sort(events, {}, &EventDay::name);
  for (std::size_t i = 1; i < events.size(); ++i) {
    EventDay &one = events[i - 1], &other = events[i];
    if (!are_one(one, other)) continue;
    const bool is_in_order = one.day->place.begin < other.day->place.begin;
    report(document, is_in_order ? one : other, is_in_order ? other : one, outcome);
  }
}

}  // namespace hegui
