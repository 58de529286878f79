// need: the part says these things.
//
//   need: [$cause]                                   any of them
//   need: {all: [学法, 述法], none: [待补]}
//   need: {at-least: 3, of: {学法: [...], 述法: [...]}}   names the missing ones
//
// With `per`, each item, paragraph or sentence must say it, or a `share` of them:
//
//   need: [$cause], per: item, naming: [$shortcoming-said], share: 50%
//
// Items under a heading or lead that itself says it (原因主要有：一是…二是…) are answers, not
// things to be answered; text that matches `for-all` (上述问题的原因…) answers for every item.

#include <algorithm>
#include <array>

#include "checks/check.h"
#include "checks/region.h"
#include "document/items.h"
#include "document/numbering.h"
#include "language/language_data.h"
#include "search/literal_index.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "condition",
        .type = KeyType::condition,
        .zh = "要写到",
        .en = "what must be said",
        .excludes = "at-least",
        .presence = Presence::one_of},
    Key{.name = "at-least",
        .type = KeyType::whole,
        .zh = "至少写到其中几项",
        .en = "at least this many of the lists in `of`",
        .needs = "of",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "of",
        .type = KeyType::named,
        .zh = "各项的说法",
        .en = "the lists by name, for `at-least`",
        .needs = "at-least"},
    Key{.name = "in",
        .type = KeyType::word,
        .zh = "在哪里看",
        .en = "where",
        .place = KeyPlace::beside,
        .choices = region_choices,
        .excludes = "per",
        .fallback = "body"},
    Key{.name = "per",
        .type = KeyType::word,
        .zh = "逐个看",
        .en = "each of these must say it",
        .place = KeyPlace::beside,
        .choices = "item|paragraph|sentence",
        .excludes = "at-least"},
    Key{.name = "share",
        .type = KeyType::percent,
        .zh = "其中多少做到就够",
        .en = "this share of them is enough",
        .place = KeyPlace::beside,
        .needs = "per",
        .most = 100,
        .fallback = "100%"},
    Key{.name = "naming",
        .type = KeyType::condition,
        .zh = "写到这些才算一个",
        .en = "what one of them must say to count",
        .place = KeyPlace::beside,
        .needs = "per"},
    Key{.name = "for-all",
        .type = KeyType::terms,
        .zh = "写了这些，就算每一个都写了",
        .en = "words that answer for all of them at once",
        .place = KeyPlace::beside,
        .needs = "per"},
};

/// So many of the named lists; the others are named.
Outcome at_least(const Target& target, const Arguments& arguments, double least) {
  Outcome outcome{.expected = least};
  std::vector<std::string> missing;
  for (const auto& [name, terms] : *arguments.named("of")) {
    bool found = false;
    for (const Span span : region_of(target, arguments.word("in")))
      if (const auto hit = terms.find(target.document.slice(span))) {
        outcome.evidence.push_back({span.begin + hit->begin, span.begin + hit->end});
        found = true;
        break;
      }
    if (found)
      outcome.found += 1;
    else
      missing.push_back(name);
  }
  outcome.passed = outcome.found >= least;
  outcome.share = {outcome.found, least};
  outcome.nothing = outcome.found == 0;
  outcome.summary = say("{} 项", "{:point} covered", Quantity(outcome.found));
  outcome.miss = {listed(missing).zh, either(missing).en};
  if (!outcome.passed)
    outcome.message = say("只写了 {} 项，少于 {} 项，没有写：{}",
                          "covers {:point}, at least {} needed; not covered: {}",
                          Quantity(outcome.found), least, outcome.miss);
  return outcome;
}

/// What is asked one by one, as it is counted.
Label noun_of(std::string_view per) {
  if (per == "paragraph") return {"段", "paragraph"};
  if (per == "sentence") return {"句", "sentence"};
  return {"条", "item"};
}

Message too_few_say_it(std::string_view per, double found, double asked) {
  const Label noun = noun_of(per);
  if (asked == 0) return say("没有一{}可查", "there are no {1}s", noun.zh, noun.en);
  if (asked == 1)
    return say("{0} {1}都没有写到", "the only {2} does not say it", asked, noun.zh, noun.en);
  if (found == 0)
    return say("{0} {1}都没有写到", "none of the {0} {2}s says it", asked, noun.zh, noun.en);
  return say("{0} {2}中只有 {1} {2}写到", "only {1} of the {0} {3}s {4} it", asked, found, noun.zh,
             noun.en, found == 1 ? "says" : "say");
}

/// What must say it one by one, each with the words that introduce it.
struct Unit {
  Span span = {};
  std::vector<Span> above = {};
  bool numbered = false;
  bool listed = false;
  int section = -1;
  std::vector<Span> heads = {};  // Of the cells of a row.
};

/// What a row of a table says it says under the heads of its cells: Owner, Bob.
bool says(const Document& document, const Condition& condition, const Unit& unit) {
  const std::string_view words = document.slice(unit.span);
  if (unit.heads.empty()) return condition.holds(words);
  std::string all;
  for (const Span head : unit.heads) all.append(document.slice(head)).push_back('\n');
  return condition.holds(all.append(words));
}

/// Whether one of the sections around, inside the part, only answers: 四、成因分析 after 三、不足.
bool is_in_answers(const Target& target, const Arguments& arguments, int section) {
  const Condition& condition = *arguments.condition("condition");
  const Condition* naming = arguments.condition("naming");
  for (; section >= 0; section = target.outline.section(section).parent) {
    const Section& around = target.outline.section(section);
    if (around.heading == target.part.heading || !target.part.contains(around.heading.begin)) break;
    const std::string_view words = target.document.slice(around.words);
    if (around.own_line && condition.holds(words) && !(naming && naming->holds(words))) return true;
  }
  return false;
}

/// What asks. The spans of what only answers go to `answers`.
std::vector<Unit> units(const Target& target, const Arguments& arguments, std::string_view per,
                        std::vector<Span>& answers) {
  const Condition* naming = arguments.condition("naming");
  std::vector<Unit> found;
  if (per == "item") {
    for (const Item& item :
         items(target.document, target.outline, target.part, naming ? *naming : Condition{})) {
      if (is_in_answers(target, arguments, item.section)) {
        answers.push_back(item.span);
        continue;
      }
      if (naming && is_refused(target.document, item, *naming)) continue;
      Unit unit{.span = item.span,
                .numbered = item.numbered,
                .listed = item.listed,
                .section = item.section,
                .heads = item.heads};
      if (!item.lead.empty()) unit.above.push_back(item.lead);
      for (int section = item.section; section >= 0;
           section = target.outline.section(section).parent) {
        const Span heading = target.outline.section(section).heading;
        // The part's own heading may promise, but a promise is no answer; nor is the item's own.
        if (heading == target.part.heading || !target.part.contains(heading.begin)) break;
        if (heading.begin != item.span.begin) unit.above.push_back(heading);
      }
      found.push_back(std::move(unit));
    }
    return found;
  }
  for (const Span text : text_of(target.outline, target.part))
    for (const Span span :
         per == "sentence" ? sentences(target.document, text) : std::vector<Span>{text})
      if (!naming || naming->holds(target.document.slice(span))) found.push_back({.span = span});
  return found;
}

/// Whether a paragraph outside of a list may say something of its items. One below a bullet or a
/// table, or above a list, does not; one below a number may, and below the last one if others do.
bool may_answer(const Target& target, const std::vector<Unit>& units,
                const std::vector<Span>& texts, Span text) {
  const int section = section_at(target.outline, text.begin);
  const auto next =
      std::ranges::upper_bound(units, text.begin, {}, [](const Unit& u) { return u.span.begin; });
  const auto is_of_list = [&](const Unit& unit) { return unit.listed && unit.section == section; };
  const bool above_list = next != units.end() && is_of_list(*next);
  if (next == units.begin()) return !above_list;
  const Unit& before = *std::prev(next);
  if (!is_of_list(before)) return !above_list;
  const bool has_number = before.heads.empty() && read_number(data_of(target.document.language),
                                                              target.document.slice(before.span), 0)
                                                      .has_value();
  if (!has_number || above_list) return has_number;
  if (std::prev(next) == units.begin()) return false;
  const auto between =
      std::ranges::lower_bound(texts, std::prev(next, 2)->span.end, {}, &Span::begin);
  return between != texts.end() && between->end <= before.span.begin;
}

/// Paragraphs of the part that are in none of the units, nor introduce one: 原因：… below
/// 问题一：….
void add_outside(const Target& target, const std::vector<Unit>& units,
                 std::vector<Span>& answering) {
  const auto overlaps = [](Span a, Span b) { return a.begin < b.end && b.begin < a.end; };
  std::vector<Span> taken = answering;
  for (const Unit& unit : units) {
    taken.push_back(unit.span);
    taken.insert(taken.end(), unit.above.begin(), unit.above.end());
  }
  std::ranges::sort(taken, {}, &Span::begin);
  const std::vector<Span> texts = text_of(target.outline, target.part);
  for (const Span text : texts) {
    const auto next = std::ranges::lower_bound(taken, text.begin, {}, &Span::begin);
    const bool touched = (next != taken.end() && overlaps(*next, text)) ||
                         (next != taken.begin() && overlaps(*std::prev(next), text));
    if (!touched && may_answer(target, units, texts, text)) answering.push_back(text);
  }
}

/// Words that answer for all, which are those of no numbered item: 究其根源 in the second of five
/// is that one's. Behind the last one a paragraph, or a sentence of its own, may close the list.
std::optional<Span> find_for_all(const Target& target, const std::vector<Unit>& units,
                                 const Terms& for_all) {
  const std::string_view all = target.document.text;
  const std::string_view stop = data_of(target.document.language).stop;
  // The first line of the last unit is its own.
  const std::size_t own_end =
      units.empty() ? 0 : std::min(all.find('\n', units.back().span.begin), all.size());
  const auto is_of_an_item = [&](std::uint32_t at) {
    const auto behind =
        std::ranges::upper_bound(units, at, {}, [](const Unit& unit) { return unit.span.begin; });
    if (behind == units.begin()) return false;
    const Unit& unit = *std::prev(behind);
    if (!unit.numbered || !unit.span.contains(at)) return false;
    const bool stands_apart =
        at > own_end || (at > unit.span.begin && all.substr(0, at).ends_with(stop));
    return behind != units.end() || !stands_apart;
  };
  for (const Span text : text_of(target.outline, target.part)) {
    const std::string_view words = target.document.slice(text);
    for (std::size_t from = 0; from < words.size();) {
      const auto hit = for_all.find(words, from);
      if (!hit) break;
      const Span place{text.begin + hit->begin, text.begin + hit->end};
      if (!is_of_an_item(place.begin)) return place;
      from = std::max<std::size_t>(hit->end, from + 1);
    }
  }
  return std::nullopt;
}

Outcome each(const Target& target, const Arguments& arguments, std::string_view per) {
  const Condition& condition = *arguments.condition("condition");
  Outcome outcome;
  double asked = 0, answers = 0;
  std::vector<Span> silent, answering;
  const std::vector<Unit> all = units(target, arguments, per, answering);
  // Where no paragraph speaks of it, none has to say more.
  if (all.empty() && per != "item" && arguments.has("naming")) return outcome;
  for (const Unit& unit : all) {
    const std::string_view text = target.document.slice(unit.span);
    const bool is_answer = std::ranges::any_of(
        unit.above, [&](Span above) { return condition.holds(target.document.slice(above)); });
    asked += !is_answer;
    if (is_answer || says(target.document, condition, unit)) {
      answers += 1;
      const auto hit = condition.hit(text);
      outcome.evidence.push_back(
          hit ? Span{unit.span.begin + hit->begin, unit.span.begin + hit->end} : unit.span);
    } else {
      silent.push_back(unit.span);
    }
  }
  if (per == "item") add_outside(target, all, answering);
  for (const Span span : answering)
    for (const Span sentence : clauses(target.document, span))
      if (const auto hit = condition.hit(target.document.slice(sentence)); hit && answers < asked) {
        answers += 1;
        outcome.evidence.push_back({sentence.begin + hit->begin, sentence.begin + hit->end});
      }
  bool answers_all = false;
  if (const Terms* for_all = arguments.terms("for-all"))
    if (const auto hit = find_for_all(target, all, *for_all)) {
      answers = std::max(answers, asked);
      answers_all = true;
      outcome.evidence.push_back(*hit);
    }
  const Condition* naming = arguments.condition("naming");
  const bool speaks_of_both = naming && std::ranges::any_of(all, [&](const Unit& unit) {
                                return std::ranges::any_of(unit.above, [&](Span above) {
                                  return naming->holds(target.document.slice(above));
                                });
                              });
  if (asked == 0 && speaks_of_both) {
    // A lead that speaks of both (不足和原因主要有：一是…) makes no item an answer.
    asked = static_cast<double>(all.size());
    const auto own = std::ranges::count_if(
        all, [&](const Unit& unit) { return says(target.document, condition, unit); });
    answers = answers_all ? asked : std::min(answers, static_cast<double>(own));
  }
  std::ranges::sort(outcome.evidence, {}, &Span::begin);
  if (asked == 0) asked = answers;
  outcome.found = std::min(answers, asked);
  outcome.expected = asked;
  const double share = *arguments.number("share");
  outcome.passed = answers > 0 && outcome.found >= share * asked;
  // Where none has to say it, one does.
  outcome.share = {outcome.found, std::max(share * asked, 1.0)};
  outcome.nothing = answers == 0;
  const Label noun = noun_of(per);
  outcome.summary = say("{0}/{1} {2}", "{0} of {1} {3}{4}", outcome.found, asked, noun.zh, noun.en,
                        asked == 1 ? "" : "s");
  if (outcome.passed) return outcome;
  outcome.message = too_few_say_it(per, outcome.found, asked);
  for (const Span span : silent)
    outcome.problems.push_back(
        {span, say("这一{}没有写到", "missing in this {1}", noun.zh, noun.en)});
  return outcome;
}

/// How many of the things that must be said are there; none if something rules it out.
Share said_of(const Condition& condition, std::string_view text) {
  if (condition.none.matches(text)) return {};
  const auto said =
      std::ranges::count_if(condition.all, [&](const Terms& terms) { return terms.matches(text); });
  const bool any = condition.has_any && condition.any.matches(text);
  const auto wanted = condition.all.size() + (condition.has_any ? 1 : 0);
  return {static_cast<double>(said + any), static_cast<double>(std::max<std::size_t>(wanted, 1))};
}

/// In English with the words that would do, if they are few and nothing but words.
Message why_not(const Condition& condition, const Arguments& arguments, std::string_view text) {
  constexpr std::size_t longest = 80;  // Bytes.
  Message message = say("没有写到", "not stated");
  if (const auto hit = condition.none.find(text))
    return say("写了“{}”，不能算", "it says “{}”, which rules it out",
               text.substr(hit->begin, hit->size()));
  const bool is_list = condition.all.empty() && condition.none.empty() &&
                       std::ranges::none_of(condition.any.list(),
                                            [](const SharedTerm& t) { return t->is_pattern(); });
  const std::string words = arguments.shown("condition", KeyType::condition).en;
  if (is_list && words.size() <= longest) message.en = "none of these found: " + words;
  return message;
}

Outcome run(const Target& target, const Arguments& arguments) {
  if (const auto least = arguments.number("at-least")) return at_least(target, arguments, *least);
  if (const auto per = arguments.word("per"); !per.empty()) return each(target, arguments, per);
  const Condition& condition = *arguments.condition("condition");
  std::string text;
  Outcome outcome;
  for (const Span span : region_of(target, arguments.word("in"))) {
    const std::string_view words = target.document.slice(span);
    text.append(words).push_back('\n');
    if (const auto hit = condition.hit(words))
      outcome.evidence.push_back({span.begin + hit->begin, span.begin + hit->end});
  }
  const LiteralScan::Joined joined(text);
  outcome.passed = condition.holds(text);
  outcome.nothing = outcome.evidence.empty();
  outcome.found = outcome.passed ? 1 : 0;
  outcome.expected = 1;
  if (outcome.passed) return outcome;
  outcome.share = said_of(condition, text);
  outcome.message = why_not(condition, arguments, text);
  return outcome;
}

}  // namespace

extern const CheckKind need_check;
const CheckKind need_check{
    "need", "写到了这些", "the part says these things", Scope::both, keys, "condition", run};

}  // namespace hegui
