#include <algorithm>
#include <optional>

#include "commands/commands.h"
#include "commands/files.h"
#include "commands/output_files.h"
#include "commands/progress.h"
#include "commands/review_all.h"
#include "commands/rule_library.h"

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
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  std::optional<std::vector<std::string>> found;
  if (!library.failed() && names_known_rules(request, library)) found = reports_of(request);
  const bool ready = found.has_value();
  const std::vector<std::string> reports = std::move(found).value_or(std::vector<std::string>());
  OutputFiles outputs(request.formats, options, reports);
  Summary summary;
  Progress progress(reports.size(), !request.no_progress && !request.output.quiet,
                    options.language);
  std::vector<FileProblem> problems = library.problems();
  int code = ready ? Exit::clean : Exit::trouble;
  review_all(
      reports.size(), threads_of(request.jobs),
      [&](std::size_t i) { return review_file(reports[i], request, library); },
      [&](std::size_t i, const Review& review) {
        progress.before_output();
        outputs.document(review);
        summary.add(review);
        problems.insert(problems.end(), review.problems.begin(), review.problems.end());
        code = std::max(code, exit_of(review, request.fail_on));
        progress.advance(reports[i]);
      });
  progress.end();
  if (ready && reports.empty()) {
    if (!request.allow_empty) code = Exit::trouble;
    complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"), request);
  }
  outputs.end(summary, problems);
  return code;
}

}  // namespace hegui
