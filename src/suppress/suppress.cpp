// Which findings a person has accepted. A suppression is for exactly what was accepted:
//
//   comment     what stands in the lines that it covers
//   side file   `quote`: the words are there and one finding is about them; `at`: it stands under
//               that heading. Neither: only what has no words.
//
// When the words change, the entry is for nothing any more: the finding is open again, and the
// entry is told to be unused.

#include "suppress/suppress.h"

#include <algorithm>

#include "document/numbering.h"
#include "language/language_data.h"
#include "review/findings.h"
#include "search/pattern.h"
#include "text/fold.h"
#include "text/suggestion.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// fazhi/measures.figures → fazhi/measures
std::string_view rule_of(std::string_view id) {
  const std::size_t dot = id.find('.', id.find('/') + 1);
  return id.substr(0, dot);
}

/// fazhi/measures.figures → figures; empty for a rule.
std::string_view check_of(std::string_view id) {
  const std::string_view rule = rule_of(id);
  return rule.size() == id.size() ? std::string_view() : id.substr(rule.size() + 1);
}

/// What people write and what stands in the report become alike, whatever their language.
constexpr Folding widest{.full_width_marks = true, .simplified = true};

/// Without its number, which changes when a part is put before it.
std::string heading_words(const LanguageData& language, std::string_view heading) {
  std::string folded = fold_text(heading, language.folding);
  folded.erase(0, folded.find_first_not_of(' '));
  if (const auto number = read_number(language, folded, 0)) folded.erase(0, number->span.end);
  return compact(folded);
}

/// Without years, which people leave out.
std::string without_years(const LanguageData& language, const std::string& words) {
  std::string left;
  std::size_t from = 0;
  while (const auto found = language.year_label->find(words, from)) {
    left += words.substr(from, found->begin - from);
    from = found->end;
  }
  return left + words.substr(from);
}

/// Which sections somebody means who writes a heading: those with these words, without number and
/// year if need be; or the one that has them in it.
std::vector<int> sections_named(const Review& review, const std::string& heading) {
  const LanguageData& language = data_of(review.document.language);
  const std::string wanted = heading_words(language, heading),
                    bare = without_years(language, wanted);
  std::vector<int> same, same_bare, part;
  for (int i = 0; i < static_cast<int>(review.outline.sections.size()); ++i) {
    const std::string words = compact(review.document.slice(review.outline.section(i).words));
    if (words == wanted) same.push_back(i);
    const std::string words_bare = without_years(language, words);
    if (words_bare == bare) same_bare.push_back(i);
    if (!bare.empty() && words_bare.find(bare) != std::string::npos) part.push_back(i);
  }
  if (!same.empty()) return same;
  if (!same_bare.empty()) return same_bare;
  return part.size() == 1 ? part : std::vector<int>();
}

/// The headings of `at` stand above the place, in that order.
bool is_under(const Review& review, const Place& place, const std::vector<std::string>& at) {
  std::vector<int> path;
  for (int i = section_at(review.outline, place.span.begin); i >= 0;
       i = review.outline.section(i).parent)
    path.push_back(i);
  auto next = path.rbegin();
  for (const std::string& heading : at) {
    const std::vector<int> named = sections_named(review, heading);
    next = std::find_first_of(next, path.rend(), named.begin(), named.end());
    if (next == path.rend()) return false;
    ++next;
  }
  return true;
}

/// What of the block around the span a quote of that size can lie in, blanks included.
Span reach_of_quote(const Document& document, Span span, std::uint32_t size) {
  Span around = span;
  const auto after = std::ranges::upper_bound(document.blocks, span.begin, {},
                                              [](const Block& block) { return block.span.begin; });
  if (after != document.blocks.begin()) {
    const Span block = std::prev(after)->span;
    const std::uint32_t reach = 4 * size;
    around.begin = std::max(block.begin, span.begin - std::min(span.begin, reach));
    around.end = std::max(span.end, std::min(block.end, span.end + reach));
  }
  return around;
}

/// The quote stands there, and is about the same words: it lies in the finding's or around them.
bool is_quoted(const Document& document, Span span, const std::string& quote) {
  const std::string wanted = compact(quote);
  const Span around = reach_of_quote(document, span, static_cast<std::uint32_t>(wanted.size()));
  std::string text;
  std::vector<std::uint32_t> places;
  for (std::uint32_t at = around.begin; at < around.end; ++at)
    if (const char c = document.text[at]; c != ' ' && c != '\n') {
      text += c;
      places.push_back(at);
    }
  for (std::size_t at = text.find(wanted); at != std::string::npos;
       at = text.find(wanted, at + 1)) {
    const Span found{places[at], places[at + wanted.size() - 1] + 1};
    if (found.overlaps(span) || (span.empty() && found.contains({span.begin, span.begin})))
      return true;
  }
  return false;
}

bool has_no_words(const Review& review, const Finding& finding) {
  if (finding.place.insertion || finding.whole_document) return true;
  const RequirementReview* requirement = review.find_requirement(finding.rule);
  return requirement && requirement->verdict == Verdict::missing;
}

bool is_for(const SuppressionEntry& entry, const Review& review, const Finding& finding) {
  if (entry.decision.source == Suppression::Source::comment) {
    if (finding.place.after_body) return entry.covers_after_body;
    return entry.covers.contains(review.document.in_source(finding.place.span).begin);
  }
  if (entry.at.empty() && entry.quote.empty()) return has_no_words(review, finding);
  if (finding.place.insertion) return false;
  return is_under(review, finding.place, entry.at) &&
         (entry.quote.empty() || is_quoted(review.document, finding.place.span, entry.quote));
}

/// Takes reasons out of a finding. Returns whether any is left.
bool take_out(const std::vector<std::string_view>& checks, const Review& review, Finding& finding) {
  const auto is_out = [&](std::string_view check) {
    return std::ranges::find(checks, check) != checks.end();
  };
  const RequirementReview* requirement = review.find_requirement(finding.rule);
  if (!requirement) return true;
  std::vector<Reason> left;
  for (const Reason& reason : requirement->reasons)
    if (!is_out(reason.check)) left.push_back(reason);
  if (left.empty()) return false;
  std::erase_if(finding.reasons, is_out);
  std::erase_if(finding.related, [&](const Related& related) { return is_out(related.check); });
  finding.message = message_of(*requirement, left);
  finding.help = help_of(*requirement, left);
  return true;
}

constexpr std::string_view unused_name = "hegui/unused-suppression";

/// What to write in a side file for a finding: at: "做法", or a quote where no heading stands
/// above.
std::string place_line(const Review& review, const Finding& finding) {
  constexpr std::size_t longest = 30;
  const int section = section_at(review.outline, finding.place.span.begin);
  const Span words = section >= 0 ? review.outline.section(section).words : finding.place.span;
  std::string shown(first_code_points(review.document.slice(words), longest));
  std::erase_if(shown, [](char c) { return c == '"' || c == '\\' || c == '\n'; });
  return fmt::format("{}: \"{}\"", section >= 0 ? "at" : "quote", shown);
}

/// Why nothing came of an entry, that was for so many findings.
Message unused(const SuppressionEntry& entry, const Review& review, std::size_t fits) {
  if (fits > 1)
    return say(
        "没有用上：quote 对得上 {} 个问题，请写长一些，或者加 at（标题），只留一个 [{}]",
        "not used: {} findings match this quote; make it longer, or add at (the heading), so that "
        "only one is left [{}]",
        fits, unused_name);
  const auto finding = std::ranges::find_if(review.findings, [&](const Finding& one) {
    return one.rule == rule_of(entry.rule) && !one.suppressed;
  });
  if (finding == review.findings.end())
    return say("没有可抑制的问题：{} 在这里没有报告 [{}]",
               "nothing to suppress: {} reports nothing here [{}]", entry.rule, unused_name);
  if (entry.decision.source == Suppression::Source::comment)
    return say("没有用上：{} 报告的问题不在这条注释管的范围内 [{}]",
               "not used: what {} reports is outside the range of this comment [{}]", entry.rule,
               unused_name);
  if (has_no_words(review, *finding))
    return say("没有用上：{} 报告的问题没有原文，不要写 quote、at [{}]",
               "not used: what {} reports has no text of its own; leave out quote and at [{}]",
               entry.rule, unused_name);
  const std::string line = place_line(review, *finding);
  if (entry.at.empty() && entry.quote.empty())
    return say(
        "没有用上：{} 报告的问题有原文，要写 quote（原文）或 at（标题），这里可写 {} [{}]",
        "not used: what {} reports has text; give quote (the text) or at (the heading), here {} "
        "[{}]",
        entry.rule, line, unused_name);
  return say(
      "没有用上：{} 报告的问题和这里写的位置、原文对不上，可能是报告改过了；现在可写 {} [{}]",
      "not used: what {} reports does not match the place or text given here; the report may have "
      "changed; now it would be {} [{}]",
      entry.rule, line, unused_name);
}

}  // namespace

void RuleIds::add(const RuleSet& rules) {
  for (const Requirement& requirement : rules.requirements) {
    requirements.push_back(requirement.rule.id);
    all.push_back(requirement.rule.id);
    for (const Check& check : requirement.checks)
      all.push_back(requirement.rule.id + "." + check.id);
  }
  for (const DocumentCheck& check : rules.checks) all.push_back(check.rule.id);
}

Message unknown_rule(std::string_view rule, const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  if (const std::string_view near = nearest_word(rule, names); !near.empty())
    return say("没有规则叫“{}”，是不是“{}”？", "there is no rule called “{}”; did you mean “{}”?",
               rule, near);
  const std::string_view set = rule.substr(0, rule.find('/'));
  const bool has_set = std::ranges::any_of(known, [&](std::string_view id) {
    return id.starts_with(set) && id.substr(set.size()).starts_with('/');
  });
  if (!has_set && set.size() < rule.size())
    return say(
        "没有规则叫“{}”：没有用规则集“{}”，可用 --rules 指定",
        "there is no rule called “{}”: the rule set “{}” is not in use; choose it with --rules",
        rule, set);
  return say("没有规则叫“{}”", "there is no rule called “{}”", rule);
}

std::string compact(std::string_view text) {
  std::string folded = fold_text(text, widest);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\n'; });
  return folded;
}

bool was_run(const Review& review, std::string_view id, const LintOptions& options) {
  if (review.status != Review::Status::checked || !is_wanted(id, options)) return false;
  const std::string_view rule = rule_of(id);
  if (const RequirementReview* requirement = review.find_requirement(rule))
    return !requirement->blocked_by;
  return std::ranges::any_of(review.sets, [&](const SetReview& set) {
    return std::ranges::any_of(set.rules->checks, [&](const DocumentCheck& check) {
      return check.rule.id == rule && severity_of(rule, check.severity, options).has_value();
    });
  });
}

std::vector<SourceProblem> suppress(Review& review, std::span<const SuppressionEntry> entries,
                                    const LintOptions& options, std::string_view today) {
  std::vector<bool> used(entries.size());
  const auto has_ended = [&](const SuppressionEntry& entry) {
    return !entry.decision.until.empty() && entry.decision.until < today;
  };
  const auto fits = [&](const SuppressionEntry& entry, const Finding& finding) {
    if (has_ended(entry) || rule_of(entry.rule) != finding.rule) return false;
    const std::string_view check = check_of(entry.rule);
    const auto& reasons = finding.reasons;
    return (check.empty() || std::ranges::find(reasons, check) != reasons.end()) &&
           is_for(entry, review, finding);
  };
  std::vector<std::vector<std::size_t>> fitting;  // Entries, for each finding.
  std::vector<std::size_t> counts(entries.size());
  for (const Finding& finding : review.findings) {
    fitting.emplace_back();
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (fits(entries[i], finding)) {
        fitting.back().push_back(i);
        ++counts[i];
      }
  }
  // Somebody has looked at one finding: a quote that fits others, too, would hide them.
  const auto is_ambiguous = [&](std::size_t i) {
    return !entries[i].quote.empty() && counts[i] > 1;
  };
  for (std::size_t number = 0; number < review.findings.size(); ++number) {
    Finding& finding = review.findings[number];
    std::vector<std::string_view> checks;  // Of reasons that are suppressed.
    const Suppression* decision = nullptr;
    bool whole = false;
    for (const std::size_t i : fitting[number]) {
      if (is_ambiguous(i)) continue;
      const SuppressionEntry& entry = entries[i];
      const std::string_view check = check_of(entry.rule);
      used[i] = true;
      if (!decision || (check.empty() && !whole)) decision = &entry.decision;
      whole = whole || check.empty();
      if (!check.empty()) checks.push_back(check);
    }
    if (decision && (whole || !take_out(checks, review, finding))) finding.suppressed = *decision;
  }
  std::vector<SourceProblem> problems;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SuppressionEntry& entry = entries[i];
    if (!was_run(review, entry.rule, options)) continue;
    if (has_ended(entry))
      problems.push_back(
          {entry.until_at, Severity::warning,
           say("对 {} 的抑制已于 {} 到期 [{}]", "the suppression of {} expired on {} [{}]",
               entry.rule, entry.decision.until, unused_name)});
    else if (!used[i])
      problems.push_back({entry.said_at, Severity::warning, unused(entry, review, counts[i])});
  }
  return problems;
}

}  // namespace hegui
