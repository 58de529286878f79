#include "review/lint.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "review/judge.h"
#include "review/findings.h"
#include "text/unicode.h"
#include "review/variables.h"

namespace hegui {
namespace {

constexpr std::size_t least_body = 200;  // Han; less is a note or a cover page, no report.

/// The kind of document that a title names, for "this looks like …".
std::string_view document_kind(const std::string& title) {
  static constexpr std::array<std::string_view, 10> kinds{
      "实施方案", "工作方案", "工作要点", "实施意见", "工作计划",
      "规划",     "通知",     "办法",     "工作总结", "政府工作报告"};
  for (const std::string_view kind : kinds)
    if (title.ends_with(kind)) return kind;
  return {};
}

bool nothing_but_a_title(const std::vector<Binding>& bindings) {
  return std::ranges::all_of(bindings, [](const Binding& binding) {
    return !binding.found() || binding.how == Binding::How::title ||
           binding.how == Binding::How::rest || binding.how == Binding::How::within;
  });
}

}  // namespace

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

Outcome run_check(const Check& check, const Target& target) {
  try {
    return check.kind->run(target, check.arguments.with(target.variables));
  } catch (const PatternLimit& error) {
    return {.passed = false,
            .message = say("正则表达式“{}”超过计算上限，没有检查完",
                           "the pattern “{}” exceeds the match limit: not checked", error.pattern)};
  }
}

Message no_rules_apply(const Document& document, const Outline& outline) {
  const std::string_view kind = document_kind(title_text(document, outline));
  return kind.empty()
             ? say("没有适用的规则集，可用 --rules 指定",
                   "no rule set applies; name one with --rules")
             : say("没有适用的规则集：这像是“{}”，可用 --rules 指定",
                   "no rule set applies: this looks like “{}”; name one with --rules", kind);
}

bool matches_any(std::string_view id, std::span<const std::string> entries) {
  return std::ranges::any_of(entries, [&](std::string_view entry) {
    if (entry.empty() || !id.starts_with(entry)) return false;
    if (id.size() == entry.size()) return true;
    return entry.ends_with('/') || id[entry.size()] == '/' || id[entry.size()] == '.';
  });
}

bool is_wanted(std::string_view id, const LintOptions& options) {
  if (matches_any(id, options.ignore)) return false;
  if (options.select.empty() || matches_any(id, options.select)) return true;
  return std::ranges::any_of(options.select, [&](std::string_view entry) {
    return entry.starts_with(id) && entry.size() > id.size() && entry[id.size()] == '.';
  });
}

std::optional<Severity> severity_of(std::string_view id, std::optional<Severity> given,
                                    const LintOptions& options) {
  for (const auto& [entry, word] : options.severity) {
    if (!matches_any(id, std::span(&entry, 1))) continue;
    if (word == "none") given = std::nullopt;
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
      if (word == name_of(severity)) given = severity;
  }
  return given;
}

Review lint(Document document, std::span<const ChosenRules> sets, const LintOptions& options) {
  Review review;
  review.document = std::move(document);
  Terms furniture;
  for (const ChosenRules& chosen : sets) furniture.append(chosen.rules->furniture);
  review.outline = read_outline(review.document, furniture);
  // Beyond this point document and outline do not change.
  const Document& report = review.document;
  const Outline& outline = review.outline;

  const Part body{.spans = {outline.body}};
  const std::size_t han = count_han(report, text_of(outline, body));
  if (han < least_body && !options.sample) {
    review.status = Review::Status::not_understood;
    review.error =
        say("正文只有 {} 字，不足 {} 字，不像一份报告",
            "the body has {} Chinese characters, fewer than {}: not a report", han, least_body);
    return review;
  }

  for (const ChosenRules& chosen : sets) {
    SetReview set{.rules = chosen.rules, .by_name = chosen.by_name};
    const bool meant = applies(*chosen.rules, report, outline, &set.chosen_because);
    KnownVariables known = read_variables(*chosen.rules, report, outline, options.set);
    set.variables = std::move(known.values);
    set.year_from = std::move(known.year_from);

    const std::vector<Binding> bindings = bind_parts(report, outline, *chosen.rules, set.variables);
    if (chosen.rules->applies.given && !meant && !options.sample && nothing_but_a_title(bindings)) {
      review.status = Review::Status::not_understood;
      const std::string title = title_text(report, outline);
      const std::string_view kind = document_kind(title);
      review.error =
          kind.empty()
              ? say("看不出是“{}”：没有一个部分对得上，hegui outline 可看识别出的结构",
                    "this does not look like “{}”: no part of it was found; see hegui outline",
                    chosen.rules->title)
              : say("这像是“{1}”，不是“{0}”", "this looks like “{1}”, not like “{0}”",
                    chosen.rules->title, kind);
      return review;
    }
    set.requirements =
        judge_requirements(report, outline, *chosen.rules, set.variables, bindings, options);
    add_findings(review, set, bindings, options);
    review.sets.push_back(std::move(set));
  }
  std::ranges::stable_sort(review.findings, {}, [](const Finding& finding) {
    // As they stand, what belongs behind the body before an attachment; of equal places the graver
    // first.
    return std::tuple(finding.place.span.begin, !finding.place.after_body,
                      -static_cast<int>(finding.severity), finding.rule);
  });
  return review;
}

}  // namespace hegui
