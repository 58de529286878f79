#include "review/applies.h"

#include "document/document_words.h"

namespace hegui {

/// The kind of document that a title names, for "this looks like …".
std::string_view document_kind(const std::string& title) {
  for (const std::string_view kind : zh_words.kinds)
    if (title.ends_with(kind)) return kind;
  return {};
}

bool applies(const RuleSet& rules, const Document& document, const Outline& outline,
             Message* because) {
  if (!rules.applies.given) return false;
  const std::string title = title_text(document, outline);
  const std::string lead(document.slice(outline.lead));
  const auto hold = [](const Condition& condition, std::string_view text) {
    return condition.empty() || condition.holds(text);
  };
  if (!hold(rules.applies.title, title) || !hold(rules.applies.lead, lead)) return false;
  const std::string both = title + "\n" + lead;
  if (!hold(rules.applies.title_or_lead, both)) return false;
  if (because) {
    const auto hit = rules.applies.title_or_lead.hit(both);
    const bool in_title = hit && hit->end <= title.size();
    if (hit) {
      const std::string word = both.substr(hit->begin, hit->size());
      *because = in_title ? say("标题中有“{}”", "the title has “{}”", word)
                          : say("导语中有“{}”", "the lead has “{}”", word);
    }
  }
  return true;
}

Message no_rules_apply(const Document& document, const Outline& outline) {
  const std::string_view kind = document_kind(title_text(document, outline));
  return kind.empty()
             ? say("没有适用的规则集，可用 --rules 指定",
                   "no rule set applies; name one with --rules")
             : say("没有适用的规则集：这像是“{}”，可用 --rules 指定",
                   "no rule set applies: this looks like “{}”; name one with --rules", kind);
}

}  // namespace hegui
