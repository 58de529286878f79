#include "scaffold/skeleton.h"

#include <algorithm>

#include "document/builder.h"
#include "document/slots/slots.h"
#include "language/drafts/part_number.h"
#include "language/language_data.h"
#include "review/run_check.h"
#include "search/filled_terms.h"

namespace hegui {
namespace {

Document empty_document(Language language) {
  DocumentBuilder builder("", "txt", "UTF-8", "");
  builder.set_language(language);
  return builder.finish();
}

/// Without the mark at its end, so that others can follow.
std::string_view without_stop(std::string_view words, Language language) {
  const std::string_view stop = data_of(language).stop;
  if (words.ends_with(stop)) words.remove_suffix(stop.size());
  return words;
}

}  // namespace

SlotWriter::SlotWriter(const RuleSet& rules)
    : rules_(rules),
      document_(empty_document(rules.language)),
      outline_(read_outline(document_, {})) {}

std::vector<std::string> SlotWriter::bounds_of(const Requirement& requirement) const {
  const Variables variables;
  const auto filled = rules_.filled_with(variables);
  const FilledTerms::Use use(*filled, document_.text);
  const ReportTables tables(document_, outline_);
  const Part nothing;
  std::vector<std::string> bounds;
  for (const Check& check : requirement.checks) {
    // What only costs points is for those who have written something.
    if (check.otherwise == Verdict::met) continue;
    const Outcome outcome = run_check(
        check, {document_, outline_, nothing, variables, data_of(check.language), tables});
    if (outcome.passed) continue;
    Message bound{check.fix, check.fix};
    if (!outcome.unit.zh.empty() && outcome.expected > 1)
      bound = say("不少于 {} {}", "at least {} {}", outcome.expected, outcome.unit);
    else if (!outcome.miss.zh.empty())
      bound = say("写到{}", "to be covered: {}", outcome.miss);
    const std::string& words = bound.in(rules_.language);
    if (!words.empty() && std::ranges::find(bounds, words) == bounds.end()) bounds.push_back(words);
  }
  return bounds;
}

std::string SlotWriter::slot(const Requirement& requirement) const {
  const LanguageData& language = data_of(rules_.language);
  const bool has_blanks = language.blank_between_sentences;
  const std::string_view blank = has_blanks ? " " : "";
  std::string words = slot_name(rules_.language, requirement.rule.title);
  std::string what(without_stop(requirement.rule.fix, rules_.language));
  for (const std::string& bound : bounds_of(requirement)) {
    if (!what.empty()) what.append(language.semicolon).append(blank);
    what += without_stop(bound, rules_.language);
  }
  const auto add = [&](const std::string& sentence) {
    if (!sentence.empty()) words.append(language.stop).append(blank).append(sentence);
  };
  add(what);
  if (!requirement.rule.basis.empty())
    add(say("依据：{}", "Basis: {}", requirement.rule.basis).in(rules_.language));
  return slot_of(rules_.language, words);
}

std::string slot_of(Language language, std::string_view words) {
  const SlotForms& forms = data_of(language).slots;
  return std::string(forms.open).append(slot_text(language, words)).append(forms.close);
}

std::string title_of(const RuleSet& rules, const Variables& given) {
  const SlotForms& forms = data_of(rules.language).slots;
  const auto year = given.find("year");
  return fmt::format(fmt::runtime(forms.title), slot_of(rules.language, forms.issuer),
                     year == given.end() ? slot_of(rules.language, forms.year) : year->second,
                     rules.title);
}

bool is_of_title(const Requirement& requirement) {
  return !requirement.rungs.empty() && requirement.rungs.front().kind == Rung::Kind::title;
}

bool has_heading(const Requirement& requirement) {
  return !requirement.off && requirement.if_missing && requirement.within < 0 &&
         !is_of_title(requirement);
}

std::vector<DraftParagraph> skeleton(const RuleSet& rules, const Variables& given) {
  using Kind = DraftParagraph::Kind;
  const SlotForms& forms = data_of(rules.language).slots;
  const SlotWriter writer(rules);
  const auto within = [&](const Requirement& inner, std::size_t outer) {
    return inner.within == static_cast<int>(outer) && !inner.off && inner.if_missing;
  };
  std::vector<DraftParagraph> parts;
  int number = 0;
  for (std::size_t i = 0; i < rules.requirements.size(); ++i) {
    const Requirement& requirement = rules.requirements[i];
    if (!has_heading(requirement)) continue;
    parts.push_back({Kind::heading, part_number(rules.language, ++number) +
                                        slot_text(rules.language, requirement.rule.title)});
    parts.push_back({Kind::text, writer.slot(requirement)});
    for (const Requirement& inner : rules.requirements)
      if (within(inner, i)) parts.push_back({Kind::text, writer.slot(inner)});
  }
  if (parts.empty()) return {};
  std::vector<DraftParagraph> all{{Kind::title, title_of(rules, given)}};
  const std::string date = slot_of(rules.language, forms.date);
  if (!forms.signed_at_end) all.push_back({Kind::signature, date});
  all.insert(all.end(), parts.begin(), parts.end());
  if (!forms.signed_at_end) return all;
  all.push_back({Kind::signature, slot_of(rules.language, forms.issuer)});
  all.push_back({Kind::signature, date});
  return all;
}

}  // namespace hegui
