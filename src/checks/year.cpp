// year: a year that is named is the right one.
//
//   year: {of: heading, is: next}
//
// The heading of the part, and for a passage its first sentence; where a heading names no year, the
// sentence that opens its text, if it says what `opening` asks for. No year is no problem; of
// several one must be right. Silent when the report's own year is not known.

#include <array>

#include "checks/check.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看哪里的年份",
        .en = "where to look for the year",
        .choices = "heading|body",
        .fallback = "heading"},
    Key{.name = "is",
        .type = KeyType::word,
        .zh = "应是哪个变量",
        .en = "the variable that it must equal",
        .choices = "year|next",
        .fallback = "year"},
    Key{.name = "opening",
        .type = KeyType::condition,
        .zh = "标题没有年份时也看正文第一句，只要它写到这些",
        .en = "where the heading names no year, the first sentence counts if it says this",
        .excludes = "of: body"},
};

/// What the part begins with, below its heading.
Span first_sentence(const Target& target) {
  for (const Span paragraph : text_of(target.outline, target.part))
    if (!target.part.heading.contains(paragraph.begin))
      return sentences(target.document, paragraph).front();
  return {};
}

struct Years {
  bool right = false;
  std::vector<Span> found = {};
};

Years years_in(const Target& target, const std::vector<Span>& places, std::string_view wanted) {
  const Form& year = data_of(target.document.language).year;
  Years years;
  for (const Span place : places) {
    const std::string_view text = target.document.slice(place);
    for (auto hit = year->find(text); hit; hit = year->find(text, hit->end)) {
      years.right = years.right || text.substr(hit->begin, hit->size()) == wanted;
      years.found.push_back({place.begin + hit->begin, place.begin + hit->end});
    }
  }
  return years;
}

Outcome run(const Target& target, const Arguments& arguments) {
  const auto wanted = target.variables.find(arguments.word("is"));
  if (wanted == target.variables.end()) return {};
  const Part& part = target.part;
  std::vector<Span> places;
  if (arguments.word("of") == "body") {
    places = text_of(target.outline, part);
  } else {
    if (!part.heading.empty()) places.push_back(part.heading);
    const Span passage =
        part.heading.empty() && !part.spans.empty() ? part.spans.front() : part.passage;
    if (!passage.empty()) places.push_back(sentences(target.document, passage).front());
  }
  Years years = years_in(target, places, wanted->second);
  const Condition* opening = arguments.condition("opening");
  if (const Span first = opening && years.found.empty() ? first_sentence(target) : Span{};
      !first.empty() && opening->holds(target.document.slice(first))) {
    years = years_in(target, {first}, wanted->second);
    years.right =
        years.right || years_in(target, text_of(target.outline, part), wanted->second).right;
  }
  Outcome outcome;
  if (years.right || years.found.empty()) return outcome;
  outcome.evidence = std::move(years.found);
  outcome.passed = false;
  outcome.found = std::stod(std::string(target.document.slice(outcome.evidence.front())));
  outcome.expected = std::stod(wanted->second);
  outcome.message =
      say("年份是 {}，应为 {}", "the year is {}, expected {}", outcome.found, outcome.expected);
  return outcome;
}

}  // namespace

extern const CheckKind year_check;
const CheckKind year_check{"year",
                           "写到的年份对不对；没写年份算对",
                           "a year that is named is the right one",
                           Scope::both,
                           keys,
                           {},
                           run};

}  // namespace hegui
