// year: a year that is named is the right one.
//
//   year: {of: heading, is: next}
//
// The heading of the part, and for a passage its first sentence. No year is no problem; of several
// one must be right. Silent when the report's own year is not known.

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
};

Outcome run(const Target& target, const Arguments& arguments) {
  const auto wanted = target.variables.find(arguments.word("is"));
  if (wanted == target.variables.end()) return {};
  std::vector<Span> places;
  if (arguments.word("of") == "body") {
    places = text_of(target.outline, target.part);
  } else {
    const Part& part = target.part;
    if (!part.heading.empty()) places.push_back(part.heading);
    const Span passage =
        part.heading.empty() && !part.spans.empty() ? part.spans.front() : part.passage;
    if (!passage.empty()) places.push_back(sentences(target.document, passage).front());
  }
  const Form& year = data_of(target.document.language).year;
  Outcome outcome;
  for (const Span place : places) {
    const std::string_view text = target.document.slice(place);
    for (auto hit = year->find(text); hit; hit = year->find(text, hit->end)) {
      if (text.substr(hit->begin, hit->size()) == wanted->second) return {};
      outcome.evidence.push_back({place.begin + hit->begin, place.begin + hit->end});
    }
  }
  if (outcome.evidence.empty()) return {};
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
