#include "report/review_report.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <new>
#include <utility>

#include "review/applies.h"
#include "review/lint.h"
#include "review/stopwatch.h"
#include "search/pattern.h"
#include "suppress/suppression_comments.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// A requirement that does not apply, or that nobody wants, is in the review, and was not run.
bool anything_was_run(const Review& review, const LintOptions& options) {
  return std::ranges::any_of(review.sets, [&](const SetReview& set) {
    return !set.runs.empty() ||
           std::ranges::any_of(set.requirements, [&](const RequirementReview& own) {
             return own.verdict != Verdict::not_applicable && !own.requirement->off &&
                    is_wanted(own.requirement->rule.id, options);
           });
  });
}

/// Applies what the side file and the comments of the report say. What is to be told about them is
/// in the review's problems.
void apply_suppressions(Review& review, const ReportOptions& options, const RuleSets& rules) {
  const SideFile& side = options.side;
  review.marks = side.marks;
  std::vector<SuppressionEntry> entries = side.suppress;
  std::vector<SourceProblem> problems;
  if (has_suppression_comments(review.document))
    std::ranges::move(
        read_suppression_comments(review.document, review.outline, rules.ids(), 1, problems),
        std::back_inserter(entries));
  if (entries.empty() && problems.empty()) return;
  std::ranges::move(suppress(review, entries, options.lint, options.today()),
                    std::back_inserter(problems));
  if (problems.empty()) return;
  std::ranges::stable_sort(problems, {}, &SourceProblem::place);
  const std::array files{side.file, SourceFile{review.document.path, review.document.source}};
  review.problems = problems_in(files, problems);
}

}  // namespace

Review review_report(const std::string& path, const std::function<std::string()>& read,
                     const ReportOptions& options, const RuleSets& rules) {
  Review review;
  std::string kept;  // The bytes, where they are wanted.
  review.document.path = path;
  const auto fail = [&](Review::Status status, Message message) {
    review.status = status;
    review.error = std::move(message);
  };
  const std::chrono::duration<double> left = options.read.end - std::chrono::steady_clock::now();
  PatternBudget budget(std::min(PatternBudget::usual_seconds, left.count()));
  try {
    Timed timed(Step::reading);
    std::string bytes = read();
    if (options.keep_bytes) kept = bytes;
    budget.add(static_cast<double>(bytes.size()) / (1U << 20) * PatternBudget::seconds_a_mebibyte);
    Document document = read_document(path, std::move(bytes), options.read);
    if (document.blocks.empty() && !document.pages_without_text.empty()) {
      fail(Review::Status::not_understood,
           say("{0}；请给出文字版", "{0}; use a version with text", unread_pages(document)));
      return review;
    }
    if (document.blocks.empty()) {
      fail(Review::Status::unreadable, say("文件是空的", "the file is empty"));
      return review;
    }
    bool ambiguous = false;
    timed.then(Step::outline);
    Outline outline = read_outline(document, rules.hints());
    timed.then(Step::choosing);
    const std::vector<ChosenRules> chosen = rules.choose(document, outline, ambiguous);
    std::vector<std::string> names;
    for (const ChosenRules& set : chosen) names.push_back(set.rules->id);
    if (!chosen.empty() && !ambiguous) {
      timed.then(Step::other);
      review = lint(std::move(document), std::move(outline), chosen, options.lint);
      if (review.status == Review::Status::checked && !anything_was_run(review, options.lint)) {
        review.sets.clear();
        fail(Review::Status::not_understood,
             say("什么都没有检查：规则集 {} 的规则都被 select、ignore 排除了，或者不适用于它",
                 "nothing was checked: select or ignore excludes all rules of {}, or none of them "
                 "applies",
                 fmt::format("{}", fmt::join(names, ", "))));
      }
      apply_suppressions(review, options, rules);
      review.bytes = std::move(kept);
      return review;
    }
    review.outline = std::move(outline);
    review.document = std::move(document);
    fail(Review::Status::not_understood,
         ambiguous ? say("有几个规则集都适用：{}，请用 --rules 指定",
                         "several rule sets apply: {}; name one with --rules",
                         fmt::format("{}", fmt::join(names, ", ")))
                   : rules.no_rules_apply(review.document, review.outline));
  } catch (const InputError& error) {
    fail(Review::Status::unreadable, error.message());
  } catch (const PatternLimit& error) {
    fail(Review::Status::unreadable,
         say("规则的正则表达式“{}”在这份文档上超过计算上限",
             "the pattern “{}” exceeds the match limit on this document", error.pattern));
  } catch (const PatternTimeout& error) {
    fail(Review::Status::unreadable,
         say("规则的正则表达式在这份文档上算得太久，停在“{}”",
             "the patterns of the rules take too long on this document; stopped at “{}”",
             error.pattern));
  } catch (const std::bad_alloc&) {
    fail(Review::Status::unreadable, say("内存不够", "there is not enough memory"));
  }
  review.bytes = std::move(kept);
  return review;
}

}  // namespace hegui
