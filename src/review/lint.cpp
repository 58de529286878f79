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
#include "review/stopwatch.h"
#include "review/variables.h"
#include "ruleset/builtin.h"
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

/// Null if the program has no set for reports of that name.
const BuiltinRules* set_titled(std::string_view title) {
  constexpr std::array<std::string_view, 1> keys{"title"};
  const auto sets = builtin_rules();
  const auto set = std::ranges::find_if(sets, [&](const BuiltinRules& builtin) {
    const Value root = unflatten(builtin.values, 0, keys);
    const Value* own = root.find("title");
    return own && own->text == title;
  });
  return set == sets.end() ? nullptr : &*set;
}

Message mistaken_for(const RuleSet& rules, std::string_view kind) {
  const Message told =
      say("这像是“{}”，不是“{}”", "this looks like “{}”, not “{}”", kind, rules.title);
  const BuiltinRules* set = set_titled(kind);
  return set ? say("{}：可用 -r {} 检查", "{}: check it with -r {}", told, set->name) : told;
}

Finding at_title(const Review& review, std::string_view rule, Severity severity, Message message) {
  const std::vector<Span>& title = review.outline.title;
  const std::uint32_t begin = review.outline.body.begin;
  Finding finding{.rule = std::string(rule),
                  .severity = severity,
                  .message = std::move(message),
                  .place = {.span = title.empty() ? Span{begin, begin} : title.front()}};
  finding.fingerprint = fingerprint_of(review.document, review.outline, finding, false);
  return finding;
}

/// Of the set that knows the year; sets of a run agree on it, or do not care.
void compare_year(Review& review, const Variables& variables, const LintOptions& options) {
  const auto year = variables.find("year");
  if (review.year_asked.empty() || year == variables.end() || year->second == review.year_asked ||
      !review.other_year.empty())
    return;
  review.other_year = year->second;
  const auto severity = severity_of(other_year_rule, Severity::error, options);
  if (severity && is_wanted(other_year_rule, options))
    review.findings.push_back(at_title(review, other_year_rule, *severity, review.unsuitable()));
}

/// The user named the set, so it is used; that the report looks like something else is told.
void warn_of_kind(Review& review, const RuleSet& rules, std::string_view kind,
                  const LintOptions& options) {
  if (!kind.empty()) review.looks_like = kind;
  const auto severity = severity_of(looks_like_rule, Severity::warning, options);
  if (kind.empty() || !severity || !is_wanted(looks_like_rule, options)) return;
  review.findings.push_back(
      at_title(review, looks_like_rule, *severity, mistaken_for(rules, kind)));
}

/// Each of the places where the reader put U+FFFD.
void add_undecodable(Review& review, const LintOptions& options) {
  constexpr std::string_view replacement = "\uFFFD";
  const Document& report = review.document;
  const auto severity = severity_of(undecodable_rule, Severity::error, options);
  if (report.undecodable == 0 || !severity || !is_wanted(undecodable_rule, options)) return;
  for (std::size_t at = report.text.find(replacement); at != report.text.npos;
       at = report.text.find(replacement, at + replacement.size())) {
    const auto begin = static_cast<std::uint32_t>(at);
    Finding finding{
        .rule = std::string(undecodable_rule),
        .severity = *severity,
        .message = say("这里有字节不是 {} 编码的字，原来写的丢了，请对照原稿补上",
                       "bytes here are no {} text: what was written is lost; restore it from the "
                       "original",
                       report.encoding),
        .place = {.span = {begin, begin + static_cast<std::uint32_t>(replacement.size())}}};
    finding.fingerprint = fingerprint_of(report, review.outline, finding, false);
    review.findings.push_back(std::move(finding));
  }
}

void warn_of_unread_pages(Review& review, const LintOptions& options) {
  const auto severity = severity_of(unread_pages_rule, Severity::warning, options);
  if (review.document.pages_without_text.empty() || !severity ||
      !is_wanted(unread_pages_rule, options))
    return;
  review.findings.push_back(
      at_title(review, unread_pages_rule, *severity, unread_pages(review.document)));
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
  review.year_asked = options.year_asked;
  // Beyond this point document and outline do not change.
  const Document& report = review.document;
  const Outline& outline = review.outline;

  const Part body{.spans = {outline.body}};
  const LanguageData& language = data_of(report.language);
  const std::size_t size = size_of(report, text_of(outline, body));
  const bool has_slots = std::ranges::find(outline.roles, Role::slot) != outline.roles.end();
  if (size < language.least_report && !has_slots && !options.sample) {
    review.status = Review::Status::not_understood;
    const Message has = amount(language.unit, static_cast<double>(size));
    const Message least = amount(language.unit, static_cast<double>(language.least_report));
    review.error = say("正文只有 {0}，不足 {1}，不像一份报告",
                       "too short: the text has {}, and a report at least {}", has, least);
    return review;
  }

  warn_of_unread_pages(review, options);
  const ReportTables tables(report, outline);
  for (const ChosenRules& chosen : sets) {
    Timed timed(Step::choosing);
    SetReview set{.chosen_because = chosen.because, .by_name = chosen.by_name};
    const bool meant =
        !chosen.by_name || applies(*chosen.rules, report, outline, &set.chosen_because);
    KnownVariables known = read_variables(*chosen.rules, report, outline, options.set);
    set.variables = std::move(known.values);
    set.year_from = std::move(known.year_from);
    set.passed_years = std::move(known.passed);
    compare_year(review, set.variables, options);

    const RuleSet& rules = *chosen.rules;
    set.rules = &rules;
    const auto filled = rules.filled_with(set.variables);
    timed.then(Step::literals);
    const LiteralScan scan(*rules.literals, report.text);
    const FilledTerms::Use use(*filled, report.text);
    timed.then(Step::binding);
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
                       : mistaken_for(rules, kind);
      return review;
    }
    if (rules.applies.given && !meant && !options.sample)
      warn_of_kind(review, rules, looks_like(rules, report, outline), options);
    timed.then(Step::other);
    set.requirements =
        judge_requirements(report, outline, rules, set.variables, bindings, tables, options);
    if (traced != requirements.end())
      set.requirements[static_cast<std::size_t>(traced - requirements.begin())].rungs =
          std::move(trace);
    add_findings(review, set, bindings, tables, options);
    review.sets.push_back(std::move(set));
  }
  add_undecodable(review, options);
  std::ranges::stable_sort(review.findings, {}, [](const Finding& finding) {
    // As they stand, what belongs after the body before an attachment; of equal places the graver
    // first.
    return std::tuple(finding.place.span.begin, !finding.place.after_body,
                      -static_cast<int>(finding.severity), finding.rule);
  });
  return review;
}

}  // namespace hegui
