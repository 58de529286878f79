#include "ruleset/rule_warnings.h"

namespace hegui {
namespace {

/// Rules of the sets that are built on are their authors' business.
bool is_own(const Rule& rule) { return rule.defined_at.file == 0; }

void warn_about(Reader& reader, const Rule& rule) {
  if (!is_own(rule)) return;
  if (rule.basis.empty())
    reader.warning(rule.defined_at, say("“{}”没有依据", "“{}” has no basis", rule.id));
  if (rule.without_samples) return;
  if (rule.good.empty())
    reader.warning(rule.defined_at, say("“{}”没有 good 样例", "“{}” has no good sample", rule.id));
  if (rule.bad.empty())
    reader.warning(rule.defined_at, say("“{}”没有 bad 样例", "“{}” has no bad sample", rule.id));
}

}  // namespace

void warn_about_rules(Reader& reader, const RuleSet& rules) {
  for (const Requirement& requirement : rules.requirements) warn_about(reader, requirement.rule);
  for (const DocumentCheck& check : rules.checks) {
    warn_about(reader, check.rule);
    if (check.deduct && check.severity == Severity::note && is_own(check.rule))
      reader.warning(
          check.rule.source->find("deduct")->place,
          say("“{}”是提示，不扣分", "“{}” is a note, so it deducts nothing", check.rule.id));
  }
}

}  // namespace hegui
