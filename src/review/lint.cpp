// The order of a check, in which each step sees only what is done: outline, then for each set
// whether it applies, its variables, the part of every requirement, verdicts, findings. Two doors
// lead out, for what is no report and for a report that the set is not for: better no verdict than
// twenty wrong ones.

#include "review/lint.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "language/language_data.h"
#include "review/applies.h"
#include "review/findings.h"
#include "review/fingerprint.h"
#include "review/judge.h"
#include "review/variables.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool nothing_but_a_title(const std::vector<Binding>& bindings) {
  return std::ranges::all_of(bindings, [](const Binding& binding) {
    return !binding.found() || binding.how == Binding::How::title ||
           binding.how == Binding::How::mostly || binding.how == Binding::How::rest ||
           binding.how == Binding::How::within;
  });
}

/// The user named the set, so it is used; that the report looks like something else is told.
void warn_of_kind(Review& review, const RuleSet& rules, std::string_view kind,
                  const LintOptions& options) {
  if (!kind.empty()) review.looks_like = kind;
  const auto severity = severity_of(looks_like_rule, Severity::warning, options);
  if (kind.empty() || !severity || !is_wanted(looks_like_rule, options)) return;
  const std::vector<Span>& title = review.outline.title;
  const std::uint32_t begin = review.outline.body.begin;
  Finding finding{.rule = std::string(looks_like_rule),
                  .severity = *severity,
                  .message = say("这像是“{0}”，不是“{1}”", "this looks like “{0}”, not “{1}”", kind,
                                 rules.title),
                  .place = {.span = title.empty() ? Span{begin, begin} : title.front()}};
  finding.fingerprint = fingerprint_of(review.document, review.outline, finding, false);
  review.findings.push_back(std::move(finding));
}

}  // namespace

Review lint(Document document, std::span<const ChosenRules> sets, const LintOptions& options) {
  OutlineHints hints;
  for (const ChosenRules& chosen : sets) hints.append(chosen.rules->hints);
  Outline outline = read_outline(document, hints);
  return lint(std::move(document), std::move(outline), sets, options);
}

Review lint(Document document, Outline outline_of_it, std::span<const ChosenRules> sets,
            const LintOptions& options) {
  Review review;
  review.document = std::move(document);
  review.outline = std::move(outline_of_it);
  // Beyond this point document and outline do not change.
  const Document& report = review.document;
  const Outline& outline = review.outline;

  const Part body{.spans = {outline.body}};
  const LanguageData& language = data_of(report.language);
  const std::size_t size = size_of(report, text_of(outline, body));
  if (size < language.least_report && !options.sample) {
    review.status = Review::Status::not_understood;
    const Message has = amount(language.unit, static_cast<double>(size));
    const Message least = amount(language.unit, static_cast<double>(language.least_report));
    review.error = say("正文只有 {0}，不足 {1}，不像一份报告",
                       "too short: the text has {}, and a report at least {}", has, least);
    return review;
  }

  for (const ChosenRules& chosen : sets) {
    SetReview set{.chosen_because = chosen.because, .by_name = chosen.by_name};
    const bool meant =
        !chosen.by_name || applies(*chosen.rules, report, outline, &set.chosen_because);
    KnownVariables known = read_variables(*chosen.rules, report, outline, options.set);
    set.variables = std::move(known.values);
    set.year_from = std::move(known.year_from);
    set.passed_years = std::move(known.passed);

    set.rules = chosen.rules->with(set.variables);
    const RuleSet& rules = *set.rules;
    const LiteralScan scan(*rules.literals, report.text);
    const auto& requirements = rules.requirements;
    const auto traced = std::ranges::find(requirements, options.trace,
                                          [](const Requirement& r) { return r.rule.id; });
    std::vector<RungTrace> trace;
    const std::vector<Binding> bindings = bind_parts(
        report, outline, rules, traced == requirements.end() ? nullptr : &*traced, &trace);
    if (rules.applies.given && !meant && !options.sample && nothing_but_a_title(bindings)) {
      review.status = Review::Status::not_understood;
      const std::string_view kind = looks_like(rules, report, outline);
      review.error =
          kind.empty() ? say("看不出是“{}”：没有一个部分对得上，hegui outline 可看识别出的结构",
                             "this does not look like “{}”: none of its parts were found; see its "
                             "structure with hegui outline",
                             rules.title)
                       : say("这像是“{1}”，不是“{0}”", "this looks like “{1}”, not “{0}”",
                             rules.title, kind);
      return review;
    }
    if (rules.applies.given && !meant && !options.sample)
      warn_of_kind(review, rules, looks_like(rules, report, outline), options);
    set.requirements = judge_requirements(report, outline, rules, set.variables, bindings, options);
    if (traced != requirements.end())
      set.requirements[static_cast<std::size_t>(traced - requirements.begin())].rungs =
          std::move(trace);
    add_findings(review, set, bindings, options);
    review.sets.push_back(std::move(set));
  }
  std::ranges::stable_sort(review.findings, {}, [](const Finding& finding) {
    // As they stand, what belongs after the body before an attachment; of equal places the graver
    // first.
    return std::tuple(finding.place.span.begin, !finding.place.after_body,
                      -static_cast<int>(finding.severity), finding.rule);
  });
  return review;
}

}  // namespace hegui
