#include "commands/archives.h"
#include "commands/commands.h"
#include "commands/files.h"
#include "commands/output_files.h"
#include "commands/rule_library.h"
#include "output/outline_view.h"
#include "output/text_lines.h"

namespace hegui {

int outline_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  if (library.failed()) {
    std::string out;
    append_problems(library.problems(), options, out);
    print(out);
    return Exit::trouble;
  }
  int code = Exit::clean;
  const std::vector<ReportFile> reports = with_archives(find_reports(request.paths), request.read);
  if (reports.empty()) {
    complain(say("没有找到报告", "no reports found"), request);
    code = Exit::trouble;
  }
  for (const ReportFile& file : reports) {
    const Review review = review_file(file, request, library);
    std::string out;
    if (review.status == Review::Status::unreadable) {
      append_problems(review.problems, options, out);
      print(out);
      complain({review.document.path + "：" + review.error.zh,
                review.document.path + ": " + review.error.en},
               request);
      code = Exit::trouble;
      continue;
    }
    if (request.outline_format == "json")
      write_outline_json(review, out);
    else
      write_outline_text(review, options, out);
    print(out);
  }
  return code;
}

}  // namespace hegui
