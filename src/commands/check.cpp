#include <algorithm>
#include <thread>

#include "commands/commands.h"
#include "commands/output_files.h"
#include "commands/review_all.h"
#include "commands/run_plan.h"

namespace hegui {
namespace {

/// Exit code of what was found in one report.
int exit_of(const Review& review, std::string_view fail_on) {
  if (review.status != Review::Status::checked) return Exit::trouble;
  for (const Finding& finding : review.findings) {
    if (fail_on == "never") break;
    if (finding.suppressed) continue;
    if (fail_on == "note" || finding.severity == Severity::error ||
        (fail_on == "warning" && finding.severity == Severity::warning))
      return Exit::findings;
  }
  return Exit::clean;
}

unsigned threads_of(const Request& request) {
  return request.jobs > 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

int check_command(const Request& request) {
  const RunPlan plan(request);
  const std::size_t count = plan.failed() ? 0 : plan.size();
  OutputFiles outputs(request.formats, plan.output(),
                      plan.failed() ? std::vector<std::string>() : plan.paths());
  Summary summary;
  int code = plan.failed() ? Exit::trouble : Exit::clean;
  review_all(
      count, threads_of(request), [&](std::size_t i) { return plan.review(i); },
      [&](std::size_t i, const Review& review) {
        outputs.document(review);
        summary.add(review);
        code = std::max(code, exit_of(review, plan.settings(i).fail_on));
      });
  if (!plan.failed() && plan.size() == 0) {
    if (!request.allow_empty) code = Exit::trouble;
    complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"), request);
  }
  outputs.end(summary, plan.problems());
  return code;
}

}  // namespace hegui
