#include <algorithm>

#include "commands/archives.h"
#include "commands/commands.h"
#include "commands/files.h"
#include "commands/output_files.h"
#include "commands/review_all.h"
#include "commands/rule_library.h"

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

}  // namespace

int check_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  const bool ready = !library.failed() && names_known_rules(request, library);
  const std::vector<std::string> paths =
      ready ? find_reports(request.paths) : std::vector<std::string>();
  const std::vector<ReportFile> reports = with_archives(paths, request.read);
  OutputFiles outputs(request.formats, options, paths);
  Summary summary;
  int code = ready ? Exit::clean : Exit::trouble;
  review_all(
      reports.size(), threads_of(request.jobs),
      [&](std::size_t i) { return review_file(reports[i], request, library); },
      [&](std::size_t, const Review& review) {
        outputs.document(review);
        summary.add(review);
        code = std::max(code, exit_of(review, request.fail_on));
      });
  if (ready && reports.empty()) {
    if (!request.allow_empty) code = Exit::trouble;
    complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"), request);
  }
  outputs.end(summary, library.problems());
  return code;
}

}  // namespace hegui
