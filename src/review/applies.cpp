#include "review/applies.h"

#include <algorithm>

#include "language/language_data.h"
#include "search/pattern.h"
#include "text/unicode.h"

namespace hegui {

namespace {

// Without headings the lead is all there is; what kind of document it is shows early.
constexpr std::size_t longest_lead = 600;

/// The kind of document that a title ends in: …工作方案（试行）.
std::string_view named_kind(const LanguageData& language, std::string_view title) {
  const DocumentForms& forms = language.documents;
  if (forms.both->matches(title)) return {};
  if (const auto found = forms.kind_note->find(title)) title = title.substr(0, found->begin);
  for (const std::string_view kind : forms.kinds)
    if (title.ends_with(kind)) return kind;
  return {};
}

std::string lead_text(const Document& document, const Outline& outline) {
  return std::string(first_code_points(document.slice(outline.lead), longest_lead));
}

std::string_view other_kind(const RuleSet& rules, const Document& document,
                            const std::string& title, const std::string& lead) {
  const auto is_it = [&](const LooksLike& other) {
    return (!other.title.empty() && other.title.holds(title)) ||
           (!other.lead.empty() && other.lead.holds(lead));
  };
  const auto other = std::ranges::find_if(rules.applies.looks_like, is_it);
  return other == rules.applies.looks_like.end() ? named_kind(data_of(document.language), title)
                                                 : other->name;
}

/// One heading of each kind that the set knows its reports by, as written; empty if there are too
/// few of them.
std::vector<std::string> telling_headings(const RuleSet& rules, const Document& document,
                                          const Outline& outline) {
  const TellingHeadings& telling = rules.applies.or_headings;
  std::vector<std::string> found;
  if (telling.least == 0) return found;
  for (const Terms& kind : telling.kinds) {
    const auto section = std::ranges::find_if(outline.sections, [&](const Section& each) {
      return kind.find(document.slice(each.words)).has_value();
    });
    if (section != outline.sections.end()) found.emplace_back(document.slice(section->words));
  }
  const bool tells = found.size() >= telling.least &&
                     (telling.body.empty() || telling.body.holds(document.slice(outline.body)));
  if (!tells) found.clear();
  return found;
}

/// Whether its conditions hold, which do for some other kinds of documents, too.
bool may_apply(const RuleSet& rules, const std::string& title, const std::string& lead) {
  const auto hold = [](const Condition& condition, std::string_view text) {
    return condition.empty() || condition.holds(text);
  };
  const Applies& applies = rules.applies;
  const bool only_headings = applies.or_headings.least > 0 && applies.title.empty() &&
                             applies.lead.empty() && applies.title_or_lead.empty();
  return applies.given && !only_headings && hold(applies.title, title) &&
         hold(applies.lead, lead) && hold(applies.title_or_lead, title + "\n" + lead);
}

}  // namespace

std::string_view looks_like(const RuleSet& rules, const Document& document,
                            const Outline& outline) {
  return other_kind(rules, document, title_text(document, outline), lead_text(document, outline));
}

bool applies(const RuleSet& rules, const Document& document, const Outline& outline,
             Message* because) {
  const std::string title = title_text(document, outline);
  const std::string lead = lead_text(document, outline);
  if (!other_kind(rules, document, title, lead).empty()) return false;
  if (!may_apply(rules, title, lead)) {
    const std::vector<std::string> headings = telling_headings(rules, document, outline);
    if (because && !headings.empty())
      *because = say("标题有“{}”", "its headings are “{}”",
                     Message{fmt::format("{}", fmt::join(headings, "”“")),
                             fmt::format("{}", fmt::join(headings, "”, “"))});
    return !headings.empty();
  }
  if (because) {
    const std::string both = title + "\n" + lead;
    const auto hit = rules.applies.title_or_lead.hit(both);
    const bool in_title = hit && hit->end <= title.size();
    if (hit) {
      const std::string word = both.substr(hit->begin, hit->size());
      *because = in_title ? say("标题中有“{}”", "the title contains “{}”", word)
                          : say("导语中有“{}”", "the lead contains “{}”", word);
    }
  }
  return true;
}

Message no_rules_apply(std::span<const RuleSet* const> sets, const Document& document,
                       const Outline& outline) {
  const std::string title = title_text(document, outline);
  const std::string lead = lead_text(document, outline);
  // A set whose conditions hold knows best what else may look so: the guide to disclosure is a
  // report on disclosure to those that only keep clear of it.
  std::string_view kind;
  for (const RuleSet* rules : sets)
    if (kind.empty() && may_apply(*rules, title, lead))
      kind = other_kind(*rules, document, title, lead);
  if (kind.empty()) kind = named_kind(data_of(document.language), title);
  for (const RuleSet* rules : sets)
    if (kind.empty()) kind = other_kind(*rules, document, title, lead);
  return kind.empty()
             ? say("没有适用的规则集，可用 --rules 指定",
                   "no rule set applies; choose one with --rules")
             : say("没有适用的规则集：这像是“{}”，可用 --rules 指定",
                   "no rule set applies: this looks like “{}”; choose one with --rules", kind);
}

Message unread_pages(const Document& document) {
  std::vector<std::string> ranges;
  const std::vector<std::uint32_t>& pages = document.pages_without_text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::uint32_t first = pages[i];
    while (i + 1 < pages.size() && pages[i + 1] == pages[i] + 1) ++i;
    ranges.push_back(first == pages[i] ? fmt::format("{}", first)
                                       : fmt::format("{}–{}", first, pages[i]));
  }
  return say("第{}页没有文字，可能是扫描的图片，没有检查",
             "pages without text, perhaps scanned, were not checked: {}", listed(ranges));
}

}  // namespace hegui
