#include "ruleset/load_rung.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hegui {
namespace {

constexpr std::array rung_keys{
    KeyInfo{"title", "condition on the title"},
    KeyInfo{"heading", "condition on a heading, without its number"},
    KeyInfo{"body", "condition on the text under that heading"},
    KeyInfo{"depth", "of the heading or section: 1, 1..2"},
    KeyInfo{"all", "true: every such heading of that depth, or dense stretch"},
    KeyInfo{"passage", "condition on a paragraph of running text"},
    KeyInfo{"unit", "sentence: the condition is on a sentence"},
    KeyInfo{"from", "sentence: the part begins at the sentence that matches"},
    KeyInfo{"to", "end-of-section: the part goes on to there"},
    KeyInfo{"mostly", "condition that most sentences of the section or stretch meet"},
    KeyInfo{"rather-than", "only sentences that meet this count against mostly"},
    KeyInfo{"share", "of the sentences that count, for mostly: 50% (default)"},
    KeyInfo{"min", "sentences that meet mostly: 2 (default)"},
    KeyInfo{"stands", "where the part begins: {after: […], before: […]}"},
    KeyInfo{"rest", "all that no listed requirement claims: {not-in: …}"},
    KeyInfo{"min-han", "the part has at least so many Chinese characters"},
    KeyInfo{"not-in", "in addition to the requirement's own"},
    KeyInfo{"as", "verdict: met (default) or weak"},
    KeyInfo{"because", "why a weak rung is weak"},
};

constexpr std::array stands_keys{
    KeyInfo{"after", "requirements whose parts end before"},
    KeyInfo{"before", "requirements whose parts begin behind"},
};

constexpr std::array rest_keys{
    KeyInfo{"not-in", "requirements whose parts are left out"},
    KeyInfo{"min-han", "the rest has at least so many Chinese characters"},
};

}  // namespace

int RungLoader::index_of(const Value& value) {
  const auto text = reader.text(value);
  if (!text) return -1;
  const auto found = std::ranges::find(requirement_ids, *text);
  if (found != requirement_ids.end()) return static_cast<int>(found - requirement_ids.begin());
  const std::vector<std::string_view> names(requirement_ids.begin(), requirement_ids.end());
  reader.unknown_name(value.place, *text, names, "requirement");
  return -1;
}

Exclusion RungLoader::exclusion(const Value& value, Exclusion base) {
  if (!reader.list(value, "not-in")) return base;
  for (const Value& item : value.items) {
    if (item.text == "lead")
      base.lead = true;
    else if (item.text == "heading")
      base.heading = true;
    else if (item.text == "tail")
      base.tail = true;
    else if (const int index = index_of(item); index >= 0)
      base.requirements.push_back(index);
  }
  return base;
}

std::optional<Rung> RungLoader::rung(const Value& value, const Exclusion& own) {
  if (!reader.map(value, rung_keys, "found-by")) return std::nullopt;
  Rung rung{.not_in = own};
  kind(value, rung);
  refuse_without_effect(value, rung);
  extent(value, rung);
  mostly(value, rung);
  if (const Value* given = value.find("stands")) stands(*given, rung);
  if (const Value* not_in = value.find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
  if (const Value* min = value.find("min-han"))
    rung.min_han = static_cast<int>(reader.number(*min).value_or(0));
  if (const Value* rest = value.find("rest"); rest && reader.map(*rest, rest_keys, "rest")) {
    if (const Value* not_in = rest->find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
    if (const Value* min = rest->find("min-han"))
      rung.min_han = static_cast<int>(reader.number(*min).value_or(0));
  }
  verdict(value, rung);
  return rung;
}

void RungLoader::kind(const Value& value, Rung& rung) {
  int kinds = 0;
  const auto may_be = [&](std::string_view key, Rung::Kind of) {
    const Value* given = value.find(key);
    if (!given) return;
    ++kinds;
    rung.kind = of;
    if (of == Rung::Kind::rest) return;
    rung.condition = vocabulary.condition(*given);
    if (given->is_map() && given->entries.empty())
      reader.error(given->place,
                   say("空的条件什么都会匹配", "an empty condition would match anything"));
  };
  may_be("title", Rung::Kind::title);
  may_be("heading", Rung::Kind::heading);
  may_be("passage", Rung::Kind::passage);
  may_be("rest", Rung::Kind::rest);
  // With a heading or a passage it is a condition more.
  if (kinds == 0 && value.find("mostly")) {
    ++kinds;
    rung.kind = Rung::Kind::mostly;
  }
  if (kinds != 1)
    reader.error(value.place,
                 say("found-by 的每一级应有 title、heading、passage、mostly、rest 之一",
                     "a rung has one of title, heading, passage, mostly and rest"));
}

void RungLoader::refuse_without_effect(const Value& value, const Rung& rung) {
  using enum Rung::Kind;
  const auto only_for = [&](std::string_view key, std::initializer_list<Rung::Kind> kinds) {
    const auto entry = std::ranges::find(value.entries, key, &Value::Entry::key);
    if (entry != value.entries.end() && std::ranges::find(kinds, rung.kind) == kinds.end())
      reader.error(entry->place, say("{} 在这里不起作用", "{} has no effect here", key));
  };
  only_for("body", {heading});
  for (const std::string_view key : {"depth", "all"}) only_for(key, {heading, mostly});
  for (const std::string_view key : {"unit", "from", "to"}) only_for(key, {passage});
  for (const std::string_view key : {"mostly", "stands"}) only_for(key, {heading, passage, mostly});
  if (value.find("mostly")) return;
  for (const Value::Entry& entry : value.entries)
    if (entry.key == "rather-than" || entry.key == "share" || entry.key == "min")
      reader.error(entry.place,
                   say("{} 要和 mostly 一起用", "{} is used together with mostly", entry.key));
}

void RungLoader::mostly(const Value& value, Rung& rung) {
  const auto condition = [&](std::string_view key, Condition& into) {
    const Value* given = value.find(key);
    if (!given) return;
    into = vocabulary.condition(*given);
    if (given->is_map() && given->entries.empty())
      reader.error(given->place,
                   say("空的条件什么都会匹配", "an empty condition would match anything"));
  };
  condition("mostly", rung.mostly.saying);
  condition("rather-than", rung.mostly.rather_than);
  if (const Value* share = value.find("share")) {
    rung.mostly.share = reader.percent(*share).value_or(rung.mostly.share);
    if (!(rung.mostly.share > 0 && rung.mostly.share <= 1))
      reader.error(share->place,
                   say("share 在 0%（不含）和 100% 之间", "share is above 0% and at most 100%"));
  }
  if (const Value* least = value.find("min")) {
    rung.mostly.least = static_cast<int>(reader.number(*least).value_or(rung.mostly.least));
    if (rung.mostly.least < 1)
      reader.error(least->place, say("min 至少是 1：一句也没有，就没有多数",
                                     "min is at least 1: no sentences are no majority"));
  }
}

void RungLoader::stands(const Value& value, Rung& rung) {
  if (!reader.map(value, stands_keys, "stands")) return;
  const auto read = [&](std::string_view key, std::vector<int>& into) {
    const Value* given = value.find(key);
    if (!given) return;
    const std::vector<Value> one{*given};
    for (const Value& name : given->is_list() ? given->items : one)
      if (const int index = index_of(name); index >= 0) into.push_back(index);
  };
  read("after", rung.stands.after);
  read("before", rung.stands.before);
  if (value.entries.empty())
    reader.error(value.place, say("stands 要有 after 或 before", "stands has after or before"));
}

void RungLoader::extent(const Value& value, Rung& rung) {
  if (const Value* body = value.find("body")) rung.body = vocabulary.condition(*body);
  if (const Value* depth = value.find("depth"))
    if (const auto range = reader.range(*depth)) {
      rung.min_depth = range->first.value_or(1);
      rung.max_depth = range->last.value_or(99);
    }
  if (const Value* all = value.find("all")) rung.all = reader.flag(*all).value_or(false);
  if (const Value* unit = value.find("unit"))
    rung.by_sentence = reader.word(*unit, "paragraph|sentence") == "sentence";
  if (const Value* from = value.find("from"))
    rung.from_sentence = reader.word(*from, "paragraph|sentence") == "sentence";
  if (const Value* to = value.find("to"))
    rung.to_end_of_section = reader.word(*to, "paragraph|end-of-section") == "end-of-section";
}

void RungLoader::verdict(const Value& value, Rung& rung) {
  if (const Value* as = value.find("as"))
    rung.verdict = reader.word(*as, "met|weak") == "weak" ? Verdict::weak : Verdict::met;
  if (const Value* because = value.find("because"))
    rung.because = reader.text(*because).value_or("");
  if (rung.verdict == Verdict::weak && rung.because.empty())
    reader.error(value.place,
                 say("as: weak 要用 because 说明原因", "a weak rung says why with because"));
}

}  // namespace hegui
