// From verdicts to what a person reads: one cause, one finding. What waits for a requirement that
// is missing is not told, and all reasons why a part is weak stand in one finding.

#include "review/findings.h"

#include <algorithm>
#include <optional>

#include "document/slots/slots.h"
#include "language/language_data.h"
#include "review/fingerprint.h"
#include "review/fixes.h"
#include "review/judge.h"
#include "review/run_check.h"
#include "review/stopwatch.h"
#include "text/unicode.h"

namespace hegui {
namespace {

class FindingMaker {
 public:
  FindingMaker(Review& review, SetReview& set, const std::vector<Binding>& bindings,
               const ReportTables& tables, const LintOptions& options)
      : review_(review),
        document_(review.document),
        outline_(review.outline),
        set_(set),
        bindings_(bindings),
        tables_(tables),
        options_(options),
        impossible_fixes_(review.document) {}

  void requirements() {
    for (std::size_t i = 0; i < set_.requirements.size(); ++i) {
      const RequirementReview& review = set_.requirements[i];
      if (!is_shown(review) || review.blocked_by || is_told_at_slot(review)) continue;
      if (review.verdict == Verdict::missing) add_missing(i, review);
      if (review.verdict == Verdict::weak) add_weak(review);
      if (review.verdict == Verdict::met && !review.reasons.empty()) add_costly(review);
    }
    // What a draft does not say at all is what its slots ask for.
    if (!is_fresh_draft())
      for (Finding& finding : absences_) add(std::move(finding));
    std::erase_if(set_.requirements,
                  [&](const RequirementReview& review) { return !is_shown(review); });
  }

  void document_checks() {
    const Part body{.spans = {outline_.body}};
    std::vector<PlacedPart> placed;
    for (std::size_t i = 0; i < bindings_.size(); ++i) {
      const Requirement& requirement = set_.rules->requirements[i];
      if (bindings_[i].found() && !bindings_[i].unfilled && requirement.within < 0)
        placed.push_back(
            {std::string_view(requirement.rule.id).substr(requirement.rule.id.find('/') + 1),
             requirement.rule.title, &bindings_[i].part});
    }
    for (const DocumentCheck& check : set_.rules->checks) {
      if (is_repeated(check.rule.id) || !is_wanted(check.rule.id, options_)) continue;
      const auto severity = severity_of(check.rule.id, check.severity, options_);
      if (!severity || !is_asked(check.applies, document_, outline_, set_.variables, options_))
        continue;
      const Part* part = part_of(check, body);
      if (!part) continue;
      const Timed timed(check.rule.id);
      const Target target{
          document_, outline_,        *part, set_.variables, data_of(check.check.language),
          tables_,   Scope::document, placed};
      set_.runs.push_back({&check, run_check(check.check, target)});
      Outcome& outcome = set_.runs.back().outcome;
      if (!outcome.passed) report(check, *severity, outcome);
    }
  }

 private:
  bool is_shown(const RequirementReview& review) const {
    const std::string& id = review.requirement->rule.id;
    const bool off = review.requirement->off || !severity_of(id, Severity::note, options_);
    return !off && !is_repeated(id) && is_wanted(id, options_);
  }

  /// There are slots, and no part is written yet.
  bool is_fresh_draft() const {
    bool any = false;
    for (std::size_t i = 0; i < bindings_.size(); ++i) {
      const RequirementReview& review = set_.requirements[i];
      const Binding& binding = bindings_[i];
      any = any || told_at(review.slot);
      if (review.requirement->within < 0 && binding.found() && !binding.unfilled &&
          binding.how != Binding::How::title)
        return false;
    }
    return any;
  }

  /// The finding that a check has made of a slot; null if there is none.
  Finding* told_at(Span slot) const {
    if (slot.empty()) return nullptr;
    const auto found = std::ranges::find_if(review_.findings, [&](const Finding& finding) {
      return finding.place.span.overlaps(slot);
    });
    return found == review_.findings.end() ? nullptr : &*found;
  }

  /// One cause, one finding: that the slot is empty, which is as grave as what is not there.
  bool is_told_at_slot(const RequirementReview& review) {
    Finding* const told = told_at(review.slot);
    if (!told) return false;
    const auto severity =
        severity_of(review.requirement->rule.id, review.requirement->if_missing, options_);
    if (review.verdict == Verdict::missing && severity)
      told->severity = std::max(told->severity, *severity);
    return true;
  }

  /// What a document check looks at. Null if that is missing, or weak: what its requirement says of
  /// it is enough.
  const Part* part_of(const DocumentCheck& check, const Part& body) const {
    if (check.within < 0) return &body;
    const auto index = static_cast<std::size_t>(check.within);
    const Requirement* around = &set_.rules->requirements[index];
    const auto review =
        std::ranges::find(set_.requirements, around, &RequirementReview::requirement);
    const bool is_weak = review != set_.requirements.end() && review->verdict != Verdict::met;
    return bindings_[index].found() && !is_weak ? &bindings_[index].part : nullptr;
  }

  /// Two sets of a run may build on the same third one; its rules count once.
  bool is_repeated(std::string_view id) const {
    return std::ranges::any_of(review_.sets, [&](const SetReview& earlier) {
      return earlier.rules->find_rule(id) != nullptr;
    });
  }

  /// A finding for each problem, else one for the whole document. The problems are moved: there may
  /// be thousands.
  void report(const DocumentCheck& check, Severity severity, Outcome& outcome) {
    outcome.message = own_message(check.check, outcome, set_.variables, document_);
    if (outcome.problems.empty()) {
      Finding finding = start(check.rule, severity, outcome.message);
      finding.place = place_of(check);
      finding.whole_document = check.within < 0;
      absences_.push_back(std::move(finding));
    }
    for (Problem& problem : outcome.problems) {
      if (!check.check.arguments.flag("prompts") && lies_in_slot(outline_.slots, problem.span))
        continue;
      Finding finding = start(check.rule, std::min(severity, problem.at_most.value_or(severity)),
                              problem_message(check.check, outcome, problem));
      finding.place = {.span = problem.span};
      finding.fix = std::move(problem.fix);
      finding.related = std::move(problem.related);
      add(std::move(finding));
    }
    if (const std::size_t left_out = outcome.problems.left_out(); left_out > 0)
      review_.truncated.emplace(check.rule.id, left_out);
    if (outcome.message.zh.empty())
      outcome.message = say("{} 处", "{:place}", outcome.problems.size());
    outcome.problems.clear();
  }

  Message problem_message(const Check& check, const Outcome& outcome,
                          const Problem& problem) const {
    const Outcome one{.passed = false,
                      .found = outcome.found,
                      .expected = outcome.expected,
                      .message = problem.message,
                      .miss = outcome.miss,
                      .evidence = {problem.span}};
    return own_message(check, one, set_.variables, document_);
  }

  static Finding start(const Rule& rule, Severity severity, Message message) {
    return {.rule = rule.id,
            .severity = severity,
            .message = std::move(message),
            .help = {rule.fix, rule.fix},
            .basis = rule.basis};
  }

  void add(Finding finding, bool is_missing = false) {
    impossible_fixes_.drop_from(finding);
    if (!keeps_words(document_, finding.fix)) finding.fix.is_safe = false;
    finding.fingerprint = fingerprint_of(document_, outline_, finding, is_missing);
    review_.findings.push_back(std::move(finding));
  }

  /// The heading of the part that a check is run on, else where that begins.
  Place place_of(const DocumentCheck& check) const {
    if (check.within < 0) return whole_document();
    const Part& part = bindings_[static_cast<std::size_t>(check.within)].part;
    if (!part.heading.empty()) return {.span = part.heading};
    return {.span = {part.begin(), part.begin()}};
  }

  Place whole_document() const {
    if (!outline_.title.empty()) return {.span = outline_.title.front()};
    return {.span = {outline_.body.begin, outline_.body.begin}};
  }

  // --- requirements

  void add_missing(std::size_t index, const RequirementReview& review) {
    const Requirement& requirement = *review.requirement;
    const auto severity = severity_of(requirement.rule.id, requirement.if_missing, options_);
    if (!severity) return;
    Finding finding = start(requirement.rule, *severity, message_of(review, review.reasons));
    finding.place = review.place;
    for (const Reason& reason : review.reasons)
      if (!reason.check.empty()) finding.reasons.push_back(reason.check);
    if (review.place.insertion) {
      add_neighbours(index, finding);
      add_near_misses(index, finding);
    } else {
      point_at_promise(review, finding);
      add_silent_items(review, finding);
    }
    add(std::move(finding), true);
  }

  void add_weak(const RequirementReview& review) {
    const Requirement& requirement = *review.requirement;
    const auto severity = severity_of(requirement.rule.id, requirement.if_weak, options_);
    if (!severity) return;
    Finding finding = start(requirement.rule, *severity, message_of(review, review.reasons));
    finding.place = review.place;
    finding.help = help_of(review, review.reasons);
    for (const Reason& reason : review.reasons)
      if (!reason.check.empty()) finding.reasons.push_back(reason.check);
    point_at_promise(review, finding);
    add_silent_items(review, finding);
    if (requirement.within < 0)
      if (const auto near = weaker_evidence(requirement, review.part))
        finding.related.push_back(*near);
    add(std::move(finding));
  }

  /// What is met, but not worth all of its points, is a note.
  void add_costly(const RequirementReview& review) {
    const Requirement& requirement = *review.requirement;
    if (!requirement.if_weak || !severity_of(requirement.rule.id, Severity::note, options_)) return;
    Finding finding = start(requirement.rule, Severity::note, message_of(review, review.reasons));
    finding.place = review.place;
    finding.help = help_of(review, review.reasons);
    for (const Reason& reason : review.reasons) finding.reasons.push_back(reason.check);
    add_silent_items(review, finding);
    add(std::move(finding));
  }

  /// A broken promise is shown at the promising word.
  void point_at_promise(const RequirementReview& review, Finding& finding) const {
    const Condition& promise = review.requirement->promise;
    if (promise.empty() || review.place.insertion) return;
    if (const auto hit = promise.hit(document_.slice(review.place.span)))
      finding.place.span = {review.place.span.begin + hit->begin,
                            review.place.span.begin + hit->end};
  }

  /// Of a check per item: the items that do not say it, at most three.
  void add_silent_items(const RequirementReview& review, Finding& finding) const {
    for (const CheckRun& run : review.runs)
      for (const Problem& problem : run.outcome.problems) {
        if (finding.related.size() >= 3) return;
        // Two checks can miss something in the same item.
        const auto is_told = [&](const Related& other) {
          return other.place.span == first_clause(problem.span) &&
                 other.message.en == problem.message.en;
        };
        if (std::ranges::any_of(finding.related, is_told)) continue;
        finding.related.push_back(
            {{.span = first_clause(problem.span)}, problem.message, run.check->id});
      }
  }

  /// Enough of a passage to find it again: up to its first mark.
  Span first_clause(Span span) const {
    const std::string_view text = document_.slice(span);
    std::size_t end = first_code_points(text, 24).size();
    // 2026年， is not enough.
    const std::size_t least = first_code_points(text, 6).size();
    for (const std::string_view mark : {"，", "。", "；", "："})
      end = std::min(end, text.find(mark, least));
    return {span.begin, span.begin + static_cast<std::uint32_t>(end)};
  }

  // --- what helps to find the place

  Span own_place(const Binding& binding) const {
    if (!binding.part.heading.empty()) return binding.part.heading;
    if (binding.part.section >= 0) return outline_.section(binding.part.section).heading;
    return first_clause(binding.part.spans.front());
  }

  void add_neighbours(std::size_t index, Finding& finding) const {
    const std::uint32_t at = finding.place.span.begin;
    const auto title = [&](std::size_t i) { return set_.rules->requirements[i].rule.title; };
    for (std::size_t i = index; i-- > 0;)
      if (is_present(i) && own_place(bindings_[i]).begin < at) {
        finding.related.push_back({{.span = own_place(bindings_[i])},
                                   say("前面是“{}”", "“{}” comes before it", title(i))});
        break;
      }
    for (std::size_t i = index + 1; i < bindings_.size(); ++i)
      if (is_present(i) && own_place(bindings_[i]).begin >= at) {
        finding.related.push_back({{.span = own_place(bindings_[i])},
                                   say("后面是“{}”", "“{}” comes after it", title(i))});
        break;
      }
  }

  bool is_present(std::size_t index) const {
    return bindings_[index].found() && set_.rules->requirements[index].within < 0 &&
           bindings_[index].how != Binding::How::title;
  }

  /// The nearest text that speaks of it but does not count, and the first heading that answers no
  /// requirement.
  void add_near_misses(std::size_t index, Finding& finding) const {
    const Requirement& requirement = set_.rules->requirements[index];
    if (const auto near = weaker_evidence(requirement, {})) finding.related.push_back(*near);
    for (const Section& section : outline_.sections) {
      if (section.depth != 1 || is_claimed(section)) continue;
      finding.related.push_back(
          {{.span = section.heading},
           say("这个标题没有对应任何要求", "this heading answers no requirement")});
      break;
    }
  }

  bool is_claimed(const Section& section) const {
    return std::ranges::any_of(bindings_, [&](const Binding& binding) {
      return binding.found() && binding.part.overlaps(section.extent);
    });
  }

  /// Outside `own`, the part that was found already.
  std::optional<Related> weaker_evidence(const Requirement& requirement, const Part& own) const {
    for (const Rung& rung : requirement.rungs) {
      if (rung.kind != Rung::Kind::passage && rung.kind != Rung::Kind::heading) continue;
      const Condition& condition = rung.condition;
      // Without words that must be there nothing can be shown; and none is asked for twice.
      if (!condition.has_any && condition.all.empty()) continue;
      if (is_asked_before(requirement, rung)) continue;
      for (const Piece& piece : outline_.pieces)
        for (const Span sentence : sentences(document_, piece.span)) {
          if (own.contains(sentence.begin)) continue;
          if (!own.spans.empty() && !is_excluded(rung, sentence.begin)) continue;
          const std::string_view text = document_.slice(sentence);
          if (!condition.holds(text)) continue;
          const auto hit = condition.hit(text);
          if (!hit) continue;
          return Related{{.span = {sentence.begin + hit->begin, sentence.begin + hit->end}},
                         why_not(rung, sentence.begin)};
        }
    }
    return std::nullopt;
  }

  static bool is_asked_before(const Requirement& requirement, const Rung& rung) {
    return std::any_of(requirement.rungs.data(), &rung, [&](const Rung& before) {
      return before.condition == rung.condition &&
             before.not_in.requirements == rung.not_in.requirements;
    });
  }

  bool is_excluded(const Rung& rung, std::uint32_t at) const {
    return std::ranges::any_of(rung.not_in.requirements, [&](int other) {
      return bindings_[static_cast<std::size_t>(other)].part.contains(at);
    });
  }

  Message why_not(const Rung& rung, std::uint32_t at) const {
    for (const int other : rung.not_in.requirements)
      if (bindings_[static_cast<std::size_t>(other)].part.contains(at))
        return say("这里提到，但在“{}”里，不算",
                   "said here, but inside “{}”, where it does not count",
                   set_.rules->requirements[static_cast<std::size_t>(other)].rule.title);
    if (rung.not_in.lead && outline_.introduction.contains(at))
      return say("导语里的套话不算", "what only the lead says does not count");
    return say("最接近的文字，还不够", "the closest text, but not enough");
  }

  Review& review_;
  const Document& document_;
  const Outline& outline_;
  SetReview& set_;
  const std::vector<Binding>& bindings_;
  const ReportTables& tables_;
  const LintOptions& options_;
  ImpossibleFixes impossible_fixes_;
  std::vector<Finding> absences_;  // What the whole report, or a part, should say and does not.
};

}  // namespace

void add_findings(Review& review, SetReview& set, const std::vector<Binding>& bindings,
                  const ReportTables& tables, const LintOptions& options) {
  FindingMaker maker(review, set, bindings, tables, options);
  maker.document_checks();
  maker.requirements();
}

}  // namespace hegui
