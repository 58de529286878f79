#include <unistd.h>

#include <algorithm>
#include <iterator>

#include "cli/progress.h"
#include "commands/commands.h"
#include "output/parts/checklist.h"
#include "review/stopwatch.h"
#include "run/baseline_follower.h"
#include "run/fixer.h"
#include "run/results.h"
#include "run/review_all.h"
#include "run/run_plan.h"
#include "suppress/known_findings.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// Exit code of what was found in one report.
int exit_of(const Review& review, std::optional<Severity> fail_on) {
  if (review.status != Review::Status::checked) return Exit::trouble;
  if (std::ranges::find(review.problems, Severity::error, &FileProblem::severity) !=
      review.problems.end())
    return Exit::trouble;
  const auto counts = [&](Severity severity) { return fail_on && severity >= *fail_on; };
  const bool fails = std::ranges::any_of(review.findings,
                                         [&](const Finding& finding) {
                                           return !finding.suppressed && counts(finding.severity);
                                         }) ||
                     std::ranges::any_of(review.problems, [&](const FileProblem& problem) {
                       return counts(problem.severity);
                     });
  return fails ? Exit::findings : Exit::clean;
}

/// None if there is none. False if it cannot be used: then nothing may be called new.
bool find_baseline(const Request& request, const RunPlan& plan, BaselineFile& baseline) {
  if (request.no_baseline) return true;
  try {
    baseline = read_baseline_file(plan.baseline(), false);
  } catch (const InputError& error) {
    complain(error.message(), request.output.language);
    return false;
  }
  return baseline.problems.empty();
}

/// With --changed-passages: what was found at the commit, as a baseline of the current folder.
BaselineFile found_before(const RunPlan& plan) {
  BaselineFile before{.path = "."};
  for (const Review& review : plan.reviews_before())
    std::ranges::move(entries_of(review, before.key_of(review.document.path)),
                      std::back_inserter(before.entries));
  sort_entries(before.entries);
  return before;
}

/// Whoever waits at a terminal that shows no results is told where they are.
void tell_of_files(const Request& request, const OutputOptions& options, const Summary& summary) {
  const auto& choices = request.formats;
  if (options.quiet || isatty(STDERR_FILENO) != 1 ||
      std::ranges::any_of(choices, &OutputChoice::goes_to_standard_output))
    return;
  std::vector<std::string> places;
  for (const OutputChoice& choice : choices)
    places.push_back(choice.folder.empty() ? choice.file : choice.folder);
  const OutputOptions own = options.in(summary.languages);
  complain(say("写好了 {}\n{}", "wrote {}\n{}", listed(places), totals(summary, own)),
           own.language);
}

}  // namespace

int check_command(const Request& request) {
  TimesOfRun times;
  TimesOfRun* const measured = request.output.statistics ? &times : nullptr;
  std::optional<Stopwatch> loading(std::in_place, measured, Step::loading);
  // Kept until the program ends: to take its rule sets apart is a part of a run on one report.
  static const RunPlan& plan = *new RunPlan(request);
  const OutputOptions options = plan.output();
  Fixer fixer(request, plan);
  BaselineFile baseline;
  const bool ready = !plan.failed() && find_baseline(request, plan, baseline);
  const std::size_t count = ready ? plan.size() : 0;
  // With --diff the changes are all that is shown.
  const std::span<const OutputChoice> forms(request.formats.data(),
                                            request.fix.diff ? 0 : request.formats.size());
  OutputFiles outputs(
      forms, options, plan.inputs(),
      {.reports = count, .overwrite = request.overwrite, .on_standard_error = is_filter(request)});
  Summary summary;
  std::vector<FileProblem> problems = plan.problems();
  problems.insert(problems.end(), baseline.problems.begin(), baseline.problems.end());
  summary.add(problems);
  std::size_t gone_count = 0;
  BaselineFollower follower(baseline, plan);
  const BaselineFile before = ready ? found_before(plan) : BaselineFile{};
  BaselineFollower since(before, plan);
  Progress progress(count, !request.no_progress && !request.output.quiet, options.language);
  int code = ready ? Exit::clean : Exit::trouble;
  loading.reset();
  review_all(
      count, threads_of(request.jobs),
      [&](std::size_t i) {
        const Stopwatch watch(measured, Step::other);
        return plan.review(i);
      },
      [&](std::size_t i, Review review) {
        const Stopwatch watch(measured, Step::output);
        std::optional<Known> at_commit, in_baseline;
        if (!before.entries.empty()) {
          at_commit = since.known_of(review);
          suppress_known(review, *at_commit, Suppression::Source::commit);
        }
        if (!baseline.entries.empty()) {
          in_baseline = follower.known_of(review);
          gone_count += gone(review, *in_baseline, plan.settings(i).lint).size();
          suppress_known(review, *in_baseline, Suppression::Source::baseline);
        }
        progress.before_output();
        if (request.fix.any())
          review = fixer.fix(i, std::move(review), [&](Review& mended) {
            const auto suppress = [&](const Known& known, Suppression::Source source) {
              suppress_known(mended, Known(mended, known.entries), source);
            };
            if (at_commit) suppress(*at_commit, Suppression::Source::commit);
            if (in_baseline) suppress(*in_baseline, Suppression::Source::baseline);
          });
        review.score = score_of(review);
        outputs.document(review);
        if (request.fix.diff && review.status != Review::Status::checked)
          complain(say("{}：{}", "{}: {}", review.document.path, review.error), options.language);
        summary.add(review);
        problems.insert(problems.end(), review.problems.begin(), review.problems.end());
        code = std::max(code, request.fix.diff ? exit_of(review, std::nullopt)
                                               : exit_of(review, plan.settings(i).fail_on));
        progress.advance(plan.report(i).path);
      });
  progress.end();
  if (ready && plan.size() == 0) {
    if (!request.allow_empty) code = Exit::trouble;
    // Also where it is allowed: a wrong pattern in a script looks the same.
    if (!request.allow_empty || !request.output.quiet)
      complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports were found"),
               request.output.language);
  }
  if (gone_count > 0 && request.output.verbose)
    complain(
        say("基线里有 {} 条的问题已经没有了，可运行 hegui baseline prune",
            "{:entry of the baseline was|entries of the baseline were} not found any more; remove "
            "with hegui baseline prune",
            gone_count),
        request.output.language);
  if (!request.output.quiet)
    for (const Message& message : told(follower.moves()))
      complain(message, request.output.language);
  summary.times = times.get();
  outputs.end(summary, problems);
  if (outputs.failed())
    code = std::max<int>(code, Exit::trouble);
  else
    tell_of_files(request, options, summary);
  if (!request.fix.any()) return code;
  if (request.fix.diff)
    for (const FileProblem& problem : problems)
      complain(say("{}:{}: {}", "{}:{}: {}", problem.path, problem.at.line, problem.message),
               options.language);
  if (ready) fixer.tell(options);
  if (request.fix.diff && fixer.reports() > 0) code = std::max<int>(code, Exit::findings);
  return fixer.has_failed() ? std::max<int>(code, Exit::trouble) : code;
}

}  // namespace hegui
