// forbid: none of these.
//
//   forbid: ['/[【\[]\s*[】\]]/', 待补]
//   except: [...]        a match inside one of these is none
//   in: heading          body (default), heading, lead, tail, all
//   replace-with: …      what the match should be: becomes the fix; '' takes it out, {1} is what
//                        the first group of the pattern holds. Without that group there is no fix.
//   guess: true          the replacement is to be looked at: it is no safe fix
//   not-in: [plan]       not in the parts of these requirements, where the set has them
//   prompts: true        nor what a form shows where nothing was filled in

#include <algorithm>
#include <array>
#include <optional>

#include "checks/check.h"
#include "checks/region.h"
#include "document/slots/slots.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "any",
        .type = KeyType::terms,
        .zh = "不应出现",
        .en = "what must not appear",
        .presence = Presence::required},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "matches inside these do not count",
        .place = KeyPlace::beside},
    Key{.name = "in",
        .type = KeyType::word,
        .zh = "在哪里看",
        .en = "where",
        .place = KeyPlace::beside,
        .choices = region_choices,
        .fallback = "body"},
    Key{.name = "replace-with",
        .type = KeyType::text,
        .zh = "应改为；`{1}` 是正则里第一个括号里的文字，那个括号里没有就不改",
        .en = "what to replace the match with; '' removes it; {1} is what the first group holds",
        .place = KeyPlace::beside},
    Key{.name = "guess",
        .type = KeyType::flag,
        .zh = "改法要人核对，只有加 `--unsafe-fixes` 才改",
        .en = "the replacement is to be looked at, and made with `--unsafe-fixes` only",
        .place = KeyPlace::beside,
        .needs = "replace-with"},
    Key{.name = "not-in",
        .type = KeyType::texts,
        .zh = "落在这些要求的部分里的不算；规则集里没有那项要求，就没有这一部分",
        .en = "matches in the parts of these requirements do not count",
        .place = KeyPlace::beside,
        .scope = Scope::document},
    Key{.name = "prompts",
        .type = KeyType::flag,
        .zh = "还没有填的提示语也算：DOCX 内容控件，`hegui scaffold` 留的空位；别的 `forbid` "
              "不看它们",
        .en = "what a form still asks for counts, too (content controls of DOCX, the slots of "
              "`hegui scaffold`); no other `forbid` looks at it",
        .place = KeyPlace::beside,
        .scope = Scope::document},
};

/// The replacement of a hit with {1} to {9} put in, as they are written in the report; nothing if
/// it asks for a group that is not there.
std::optional<std::string> corrected(const Target& target, Span region, const Terms& terms,
                                     Span hit, std::string_view replacement) {
  std::string text;
  std::vector<Span> groups;
  for (std::size_t at = 0; at < replacement.size(); ++at) {
    const std::string_view rest = replacement.substr(at);
    const bool is_group =
        rest.size() > 2 && rest[0] == '{' && rest[1] >= '1' && rest[1] <= '9' && rest[2] == '}';
    if (!is_group) {
      text.push_back(rest[0]);
      continue;
    }
    if (groups.empty()) groups = terms.groups(target.document.slice(region), hit);
    const auto number = static_cast<std::size_t>(rest[1] - '1');
    if (number >= groups.size() || groups[number] == Span{}) return std::nullopt;
    const Span group{region.begin + groups[number].begin, region.begin + groups[number].end};
    text += target.document.written(group);
    at += 2;
  }
  return text;
}

/// What is wrong with a hit, and its correction, if the rule says one.
Problem problem_at(const Target& target, const Arguments& arguments, Span region, Span hit) {
  const Span place{region.begin + hit.begin, region.begin + hit.end};
  const std::string_view quote = target.document.written(place);
  Problem problem{place, say("不应出现“{}”", "“{}” should not appear here", quote)};
  if (!arguments.has("replace-with")) return problem;
  auto right =
      corrected(target, region, *arguments.terms("any"), hit, arguments.word("replace-with"));
  if (!right) return problem;
  if (!right->empty()) problem.message = say("“{}”应为“{}”", "“{}” should be “{}”", quote, *right);
  problem.fix.edits.push_back({place, std::move(*right)});
  problem.fix.is_safe = !arguments.flag("guess");
  return problem;
}

/// What a form still asks for, in reading order: no words of the report.
std::vector<Span> prompts_of(const Document& document) {
  std::vector<Span> prompts;
  for (const Annotation& annotation : document.annotations)
    if (annotation.kind == Annotation::Kind::prompt && !annotation.span.empty())
      prompts.push_back(annotation.span);
  return prompts;
}

bool is_in_one(const std::vector<Span>& spans, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(spans, at, {}, &Span::begin);
  return after != spans.begin() && at < std::prev(after)->end;
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const std::vector<const Part*> apart = parts_named(target, arguments.texts("not-in"));
  const auto is_apart = [&](std::uint32_t at) {
    return std::ranges::any_of(apart, [&](const Part* part) { return part->contains(at); });
  };
  std::optional<std::vector<Span>> prompts;  // Most reports, and most rules, have none to tell.
  const auto all_prompts = [&]() -> const std::vector<Span>& {
    if (!prompts) prompts = prompts_of(target.document);
    return *prompts;
  };
  // Slots are no text, so that no region holds them.
  const std::string_view in = arguments.word("in");
  if (arguments.flag("prompts") && (in == "body" || in == "all"))
    for (const Span slot : target.outline.slots) {
      const std::string_view quote = target.document.written(slot);
      outcome.problems.push_back({slot, say("不应出现“{}”", "“{}” should not appear here", quote)});
      outcome.evidence.push_back(slot);
    }
  for (const Span region : region_of(target, in)) {
    if (arguments.flag("prompts"))
      for (auto prompt = std::ranges::lower_bound(all_prompts(), region.begin, {}, &Span::begin);
           prompt != all_prompts().end() && prompt->begin < region.end; ++prompt) {
        if (is_apart(prompt->begin)) continue;
        const std::string_view quote = target.document.written(*prompt);
        outcome.problems.push_back(
            {*prompt, say("不应出现“{}”", "“{}” should not appear here", quote)});
        outcome.evidence.push_back(*prompt);
      }
    const std::string_view text = target.document.slice(region);
    const std::vector<Span> hits = arguments.terms("any")->all(text);
    if (hits.empty()) continue;
    std::vector<Span> allowed;
    if (const Terms* except = arguments.terms("except")) allowed = except->all(text);
    auto around = allowed.begin();  // Both rise.
    for (const Span hit : hits) {
      while (around != allowed.end() && around->end <= hit.begin) ++around;
      if (around != allowed.end() && around->overlaps(hit)) continue;
      const std::uint32_t begin = region.begin + hit.begin;
      if (is_apart(begin) || is_in_one(all_prompts(), begin) ||
          lies_in_slot(target.outline.slots, {begin, region.begin + hit.end}))
        continue;
      outcome.problems.push_back(problem_at(target, arguments, region, hit));
      outcome.evidence.push_back({begin, region.begin + hit.end});
    }
  }
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind forbid_check;
const CheckKind forbid_check{"forbid", "不应出现", "none of these", Scope::both, keys, "any", run};

}  // namespace hegui
