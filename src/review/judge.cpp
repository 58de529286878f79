// Bindings to verdicts.
//
//   verdict   missing if nothing is bound, else the rung's; a failed check lowers it, never raises
//   place     present: the heading, or where the passage begins. Missing: the insertion point, the
//             heading of the first later requirement whose part begins at or after the end of all
//             parts of earlier ones, else the line after the body

#include "review/judge.h"

#include <algorithm>

#include "language/language_data.h"
#include "review/run_check.h"
#include "review/stopwatch.h"
#include "text/unicode.h"

namespace hegui {
namespace {

class Judge {
 public:
  Judge(const Document& document, const Outline& outline, const RuleSet& rules,
        const Variables& variables, const std::vector<Binding>& bindings,
        const ReportTables& tables, const LintOptions& options)
      : document_(document),
        outline_(outline),
        rules_(rules),
        variables_(variables),
        bindings_(bindings),
        tables_(tables),
        options_(options) {}

  std::vector<RequirementReview> judge() const {
    std::vector<RequirementReview> reviews;
    for (std::size_t i = 0; i < rules_.requirements.size(); ++i) reviews.push_back(judge_one(i));
    // Where there was nothing to tell, there was nothing more to tell of it either.
    for (RequirementReview& review : reviews) {
      if (review.requirement->within < 0) continue;
      const RequirementReview& parent =
          reviews[static_cast<std::size_t>(review.requirement->within)];
      if (!parent.waived.empty()) take_waiver(parent.waived, review);
    }
    return reviews;
  }

 private:
  RequirementReview judge_one(std::size_t index) const {
    const Requirement& requirement = rules_.requirements[index];
    const Timed timed(requirement.rule.id);
    const Binding& binding = bindings_[index];
    RequirementReview review{.requirement = &requirement, .how = binding.how};
    if (!is_asked(requirement.applies, document_, outline_, variables_, options_)) {
      review.verdict = Verdict::not_applicable;
      review.place = insertion_point(index);
      return review;
    }
    if (binding.unfilled || (!binding.found() && !binding.slot.empty()))
      return unfilled(requirement, binding, std::move(review));
    if (!binding.found()) {
      if (requirement.within >= 0)
        review.blocked_by = &rules_.requirements[static_cast<std::size_t>(requirement.within)];
      review.place = insertion_point(index);
      waive(requirement, review);
      return review;
    }
    review.part = binding.part;
    review.verdict = binding.rung ? binding.rung->verdict : Verdict::met;
    if (review.verdict == Verdict::weak) found_as_weak(*binding.rung, review);
    run_checks(requirement, review);
    review.place = place_of(requirement, binding, review);
    trim_evidence(review);
    waive(requirement, review);
    if (review.verdict == Verdict::missing) review.slot = binding.slot;
    if (binding.how == Binding::How::title && review.verdict != Verdict::met)
      for (const Span line : outline_.title)
        for (const Span slot : outline_.slots)
          if (line.overlaps(slot)) review.slot = slot;
    return review;
  }

  /// Nobody has written it yet. What is judged on the part of another, and not asked for by name,
  /// waits for that.
  RequirementReview unfilled(const Requirement& requirement, const Binding& binding,
                             RequirementReview review) const {
    if (requirement.within >= 0 && binding.slot.empty())
      review.blocked_by = &rules_.requirements[static_cast<std::size_t>(requirement.within)];
    review.slot = binding.slot;
    review.part = binding.part;
    review.place = {.span = binding.slot.empty() ? binding.part.heading : binding.slot};
    review.evidence = {review.place.span};
    review.reasons.push_back({.message = say("还没有填", "not filled in yet")});
    return review;
  }

  /// By a rung that is only good for that, and says why.
  void found_as_weak(const Rung& rung, RequirementReview& review) const {
    review.found_share.got = weak_rung_share;
    Reason reason{.message = {rung.because, rung.because}};
    if (rung.full.units > 0) {
      const auto has = static_cast<double>(
          count_units(rung.full.unit, document_, text_of(outline_, review.part)));
      const auto full = static_cast<double>(rung.full.units);
      review.found_share = {.got = has, .wanted = full};
      reason.found = has;
      reason.expected = full;
      reason.fix = say("再写 {}以上", "write at least {} more",
                       amount(rung.full.unit, std::max(full - has, 1.0)));
    }
    review.reasons.push_back(std::move(reason));
  }

  /// What is not met is waived by a sentence that says that there was nothing to tell.
  void waive(const Requirement& requirement, RequirementReview& review) const {
    if (review.verdict == Verdict::met || requirement.waived_by.empty()) return;
    const Span sentence = waiver_of(requirement);
    if (!sentence.empty()) take_waiver(sentence, review);
  }

  Span waiver_of(const Requirement& requirement) const {
    Exclusion not_in = requirement.not_in;
    not_in.lead = true;
    const std::vector<Span> taken = excluded(outline_, bindings_, not_in);
    for (const Piece& piece : outline_.pieces) {
      if (piece.heading) continue;
      for (const Span free : without({.spans = {piece.span}}, taken).spans)
        for (const Span sentence : sentences(document_, free))
          if (requirement.waived_by.matches(document_.slice(sentence))) return sentence;
    }
    return {};
  }

  void take_waiver(Span sentence, RequirementReview& review) const {
    constexpr std::size_t most_characters = 30;
    const std::string_view words = document_.written(sentence);
    const std::string quote(first_code_points(words, most_characters));
    review.verdict = Verdict::not_applicable;
    review.blocked_by = nullptr;
    review.waived = sentence;
    review.place = {.span = sentence};
    review.evidence = {sentence};
    const std::string_view cut = quote.size() < words.size() ? "…" : "";
    review.reasons = {{.message = say("不适用：报告写明“{}{}”",
                                      "not applicable: the report says “{}{}”", quote, cut)}};
  }

  void run_checks(const Requirement& requirement, RequirementReview& review) const {
    for (const Check& check : requirement.checks) {
      const std::string id = requirement.rule.id + "." + check.id;
      if (!is_wanted(id, options_)) continue;
      const Target target{document_, outline_, review.part, variables_, data_of(check.language),
                          tables_};
      Outcome outcome = run_check(check, target);
      review.evidence.insert(review.evidence.end(), outcome.evidence.begin(),
                             outcome.evidence.end());
      if (!outcome.passed) {
        const Verdict lowered = outcome.nothing && check.none ? *check.none : check.otherwise;
        review.verdict = std::min(review.verdict, lowered);
        outcome.message = own_message(check, outcome, variables_, document_);
        review.reasons.push_back({.check = check.id,
                                  .found = outcome.found,
                                  .expected = outcome.expected,
                                  .message = outcome.message,
                                  .unit = outcome.unit,
                                  .fix = own_fix(check, outcome),
                                  .costs_points = lowered == Verdict::met});
      }
      review.runs.push_back({&check, std::move(outcome)});
    }
  }

  static Message own_fix(const Check& check, const Outcome& outcome) {
    return check.fix.empty() ? outcome.fix : Message{check.fix, check.fix};
  }

  // --- places

  Place anchor(const Binding& binding) const {
    if (!binding.part.heading.empty()) return {.span = binding.part.heading};
    if (binding.part.section >= 0) return {.span = outline_.section(binding.part.section).heading};
    if (binding.how == Binding::How::title) return {.span = binding.part.spans.front()};
    const Span first = binding.part.spans.front();
    const std::vector<Span> split = sentences(document_, first);
    return {.span = split.empty() ? first : split.front()};
  }

  /// What is judged on another's part stands at the heading that promises it; else where it is
  /// said; else, missing, at the part's own heading.
  Place place_of(const Requirement& requirement, const Binding& binding,
                 const RequirementReview& review) const {
    if (requirement.within < 0) return anchor(binding);
    if (const Span promising = promising_heading(requirement, binding); !promising.empty())
      return {.span = promising};
    if (review.verdict > Verdict::missing && !review.evidence.empty())
      return {.span = review.evidence.front()};
    return anchor(binding);
  }

  Span promising_heading(const Requirement& requirement, const Binding& binding) const {
    if (requirement.promise.empty()) return {};
    const Condition& promise = requirement.promise;
    if (!binding.part.heading.empty() && promise.holds(document_.slice(binding.part.heading)))
      return binding.part.heading;
    for (const int inside : sections_in(outline_, binding.part))
      if (promise.holds(document_.slice(outline_.section(inside).words)))
        return outline_.section(inside).heading;
    return {};
  }

  /// The heading of the outermost part that a missing requirement would tear apart at the place,
  /// of those that begin at `from` or after it; without one the place.
  std::uint32_t outermost(std::size_t index, std::uint32_t at, std::uint32_t from) const {
    std::uint32_t begin = at;
    for (std::size_t i = index + 1; i < bindings_.size(); ++i) {
      const Part& part = bindings_[i].part;
      if (!bindings_[i].found() || part.heading.empty() || part.heading.begin < from) continue;
      if (part.heading.begin < at && at < part.end()) begin = std::min(begin, part.heading.begin);
    }
    return begin;
  }

  Place insertion_point(std::size_t index) const {
    const Requirement& requirement = rules_.requirements[index];
    if (!requirement.rungs.empty() && requirement.rungs.front().kind == Rung::Kind::title)
      return {.span = {outline_.body.begin, outline_.body.begin}, .insertion = true};
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < index; ++i)
      if (bindings_[i].found() && bindings_[i].how != Binding::How::title)
        end = std::max(end, bindings_[i].part.end());
    for (std::size_t i = index + 1; i < bindings_.size(); ++i) {
      if (!bindings_[i].found() || bindings_[i].part.begin() < end) continue;
      const std::uint32_t at = outermost(index, anchor(bindings_[i]).span.begin, end);
      return {.span = {at, at}, .insertion = true};
    }
    if (!outline_.closing.empty())
      return {.span = {outline_.closing.begin, outline_.closing.begin}, .insertion = true};
    return after_body(outline_);
  }

  void trim_evidence(RequirementReview& review) const {
    if (review.evidence.empty() && !review.place.span.empty())
      review.evidence.push_back(review.place.span);
    std::ranges::sort(review.evidence, {},
                      [](Span span) { return std::pair(span.begin, span.end); });
    review.evidence.erase(std::unique(review.evidence.begin(), review.evidence.end()),
                          review.evidence.end());
    if (review.evidence.size() > max_evidence) review.evidence.resize(max_evidence);
  }

  const Document& document_;
  const Outline& outline_;
  const RuleSet& rules_;
  const Variables& variables_;
  const std::vector<Binding>& bindings_;
  const ReportTables& tables_;
  const LintOptions& options_;
};

}  // namespace

std::vector<RequirementReview> judge_requirements(const Document& document, const Outline& outline,
                                                  const RuleSet& rules, const Variables& variables,
                                                  const std::vector<Binding>& bindings,
                                                  const ReportTables& tables,
                                                  const LintOptions& options) {
  return Judge(document, outline, rules, variables, bindings, tables, options).judge();
}

namespace {

/// The words of a rule may name it many times, and a pattern may match a whole report.
std::string shown(std::string_view words) {
  constexpr std::size_t most_characters = 100;
  const std::string_view cut = first_code_points(words, most_characters);
  return std::string(cut) + (cut.size() < words.size() ? "…" : "");
}

}  // namespace

Message own_message(const Check& check, const Outcome& outcome, const Variables& variables,
                    const Document& document) {
  const std::string& words =
      outcome.nothing && !check.say_none.empty() ? check.say_none : check.say;
  if (words.empty()) return outcome.message;
  Variables values = variables;
  values.insert_or_assign("found", fmt::format("{}", outcome.found));
  values.insert_or_assign("expected", fmt::format("{}", outcome.expected));
  values.insert_or_assign(
      "hit", outcome.evidence.empty() ? "" : shown(document.written(outcome.evidence.front())));
  const auto said = [&](Language language) {
    values.insert_or_assign("miss", shown(outcome.miss.in(language)));
    // A variable that has no value here, such as an unknown year, leaves a gap that can be seen.
    Variables all = values;
    for (const std::string_view name : variables_in(words))
      all.try_emplace(std::string(name), language == Language::zh ? "？" : "?");
    return with_nested_quotes(*expand(words, all));
  };
  return {said(Language::zh), said(Language::en)};
}

bool is_asked(const Applicability& applies, const Document& document, const Outline& outline,
              const Variables& variables, const LintOptions& options) {
  if (!applies.title.empty() && !applies.title.holds(title_text(document, outline))) return false;
  const auto year = variables.find("year");
  if (year != variables.end() && (applies.first_year || applies.last_year)) {
    const int value = std::atoi(year->second.c_str());
    if (applies.first_year && value < *applies.first_year) return false;
    if (applies.last_year && value > *applies.last_year) return false;
  }
  if (applies.issuer_kinds.empty()) return true;
  const auto given = options.set.find("issuer-kind");
  const std::string_view kind =
      given != options.set.end() ? std::string_view(given->second) : name_of(outline.issuer_kind);
  const auto asked = [&](std::string_view of) {
    return std::ranges::find(applies.issuer_kinds, of) != applies.issuer_kinds.end();
  };
  // Who cannot be told from the report is not let off. A township is a government, too.
  return kind == "unknown" || asked(kind) || (kind == "township" && asked("government"));
}

Place after_body(const Outline& outline) {
  return {.span = {outline.body.end, outline.body.end}, .insertion = true, .after_body = true};
}

}  // namespace hegui
