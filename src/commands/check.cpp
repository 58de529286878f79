#include <algorithm>
#include <span>

#include "commands/commands.h"
#include "commands/files.h"
#include "commands/rule_library.h"

namespace hegui {
namespace {

/// Exit code of what was found in one report.
int exit_of(const Review& review, std::string_view fail_on) {
  if (review.status != Review::Status::checked) return Exit::trouble;
  for (const Finding& finding : review.findings) {
    if (fail_on == "never") break;
    if (fail_on == "note" || finding.severity == Severity::error ||
        (fail_on == "warning" && finding.severity == Severity::warning))
      return Exit::findings;
  }
  return Exit::clean;
}

bool names_known_rules(const Request& request, const RuleLibrary& library) {
  std::vector<std::string> entries = request.lint.select;
  entries.insert(entries.end(), request.lint.ignore.begin(), request.lint.ignore.end());
  for (const auto& [id, word] : request.lint.severity) entries.push_back(id);
  if (!request.output.trace.empty()) entries.push_back(request.output.trace);
  bool all = true;
  for (const std::string& entry : entries)
    if (!library.knows(entry)) {
      complain(say("没有规则叫“{}”", "there is no rule “{}”", entry), request);
      all = false;
    }
  return all;
}

}  // namespace

int check_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  const Output& output = *find_output(request.format);
  Summary summary;
  int code = Exit::clean;
  std::string out;
  output.begin(options, out);
  if (library.failed() || !names_known_rules(request, library)) {
    code = Exit::trouble;
  } else {
    for (const std::string& path : find_reports(request.paths)) {
      const Review review = review_file(path, request, library);
      output.document(review, options, summary.documents == 0, out);
      summary.add(review);
      code = std::max(code, exit_of(review, request.fail_on));
      print(out);
      out.clear();
    }
    if (summary.documents == 0) {
      if (!request.allow_empty) code = Exit::trouble;
      complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"),
               request);
    }
  }
  output.end(summary, library.wrong_files(), options, out);
  print(out);
  return code;
}

}  // namespace hegui
