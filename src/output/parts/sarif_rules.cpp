#include "output/parts/sarif_rules.h"

#include "output/parts/escapes.h"

namespace hegui {
namespace {

/// A message in SARIF's two forms. Both must be there, so a rule that says nothing of itself is
/// explained by its title.
Json help_of(const RuleSet& set, const Rule& rule) {
  std::string text, markdown;
  const auto add = [&](std::string_view zh, std::string_view en, const std::string& words) {
    if (words.empty()) return;
    const std::string_view label = set.language == Language::zh ? zh : en;
    text += fmt::format("{}{}{}", text.empty() ? "" : "\n", label, words);
    markdown += fmt::format("{}{}{}{}{}", markdown.empty() ? "" : "\n\n", label.empty() ? "" : "**",
                            label, label.empty() ? "" : "** ", markdown_escaped(words));
  };
  add("", "", rule.why.empty() ? rule.title : rule.why);
  add("改法：", "Help: ", rule.fix);
  add("依据：", "Basis: ", rule.basis);
  return {{"text", text}, {"markdown", markdown}};
}

}  // namespace

void SarifRules::add(const SetReview& set) {
  for (const RequirementReview& review : set.requirements) {
    const Requirement& requirement = *review.requirement;
    add(*set.rules, requirement.rule,
        requirement.if_missing ? requirement.if_missing : requirement.if_weak);
  }
  for (const auto& [check, outcome] : set.runs) add(*set.rules, check->rule, check->severity);
}

void SarifRules::add(const RuleSet& set, const Rule& rule, std::optional<Severity> severity) {
  if (!index_.try_emplace(rule.id, rules_.size()).second) return;
  Json properties{{"ruleSet", set.id}};
  if (!rule.basis.empty()) properties["basis"] = rule.basis;
  rules_.push_back({{"id", rule.id},
                    {"name", rule.title},
                    {"shortDescription", {{"text", rule.title}}},
                    {"fullDescription", {{"text", rule.why.empty() ? rule.title : rule.why}}},
                    {"help", help_of(set, rule)},
                    {"defaultConfiguration", {{"level", severity ? name_of(*severity) : "none"}}},
                    {"properties", std::move(properties)}});
}

std::size_t SarifRules::index_of(const std::string& rule) {
  const auto [entry, fresh] = index_.try_emplace(rule, rules_.size());
  if (fresh) rules_.push_back({{"id", rule}});
  return entry->second;
}

}  // namespace hegui
