#include <algorithm>
#include <iterator>

#include "commands/commands.h"
#include "commands/output_files.h"
#include "commands/progress.h"
#include "commands/review_all.h"
#include "commands/run_plan.h"

namespace hegui {
namespace {

/// Exit code of what was found in one report.
int exit_of(const Review& review, std::string_view fail_on) {
  if (review.status != Review::Status::checked) return Exit::trouble;
  if (std::ranges::find(review.problems, Severity::error, &FileProblem::severity) !=
      review.problems.end())
    return Exit::trouble;
  const auto counts = [&](Severity severity) {
    return fail_on != "never" && (fail_on == "note" || severity == Severity::error ||
                                  (fail_on == "warning" && severity == Severity::warning));
  };
  const bool fails = std::ranges::any_of(review.findings,
                                         [&](const Finding& finding) {
                                           return !finding.suppressed && counts(finding.severity);
                                         }) ||
                     std::ranges::any_of(review.problems, [&](const FileProblem& problem) {
                       return counts(problem.severity);
                     });
  return fails ? Exit::findings : Exit::clean;
}

}  // namespace

int check_command(const Request& request) {
  const RunPlan plan(request);
  const std::size_t count = plan.failed() ? 0 : plan.size();
  const OutputOptions options = plan.output();
  OutputFiles outputs(request.formats, options,
                      plan.failed() ? std::vector<std::string>() : plan.paths());
  Summary summary;
  std::vector<FileProblem> problems = plan.problems();
  Progress progress(count, !request.no_progress && !request.output.quiet, options.language);
  int code = plan.failed() ? Exit::trouble : Exit::clean;
  review_all(
      count, threads_of(request.jobs), [&](std::size_t i) { return plan.review(i); },
      [&](std::size_t i, const Review& review) {
        progress.before_output();
        outputs.document(review);
        summary.add(review);
        problems.insert(problems.end(), review.problems.begin(), review.problems.end());
        code = std::max(code, exit_of(review, plan.settings(i).fail_on));
        progress.advance(plan.report(i).path);
      });
  progress.end();
  if (!plan.failed() && plan.size() == 0) {
    if (!request.allow_empty) code = Exit::trouble;
    complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"), request);
  }
  outputs.end(summary, problems);
  return code;
}

}  // namespace hegui
