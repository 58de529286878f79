#include "commands/commands.h"
#include "commands/files.h"
#include "commands/rule_library.h"
#include "output/outline_view.h"
#include "output/text_lines.h"

namespace hegui {

int outline_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  if (library.failed()) {
    std::string out;
    append_rule_problems(library.wrong_files(), options, out);
    print(out);
    return Exit::trouble;
  }
  int code = Exit::clean;
  const std::vector<std::string> paths = find_reports(request.paths);
  if (paths.empty()) {
    complain(say("没有找到报告", "no reports found"), request);
    code = Exit::trouble;
  }
  for (const std::string& path : paths) {
    const Review review = review_file(path, request, library);
    std::string out;
    if (review.status == Review::Status::unreadable) {
      complain({review.document.path + "：" + review.error.zh,
                review.document.path + ": " + review.error.en},
               request);
      code = Exit::trouble;
      continue;
    }
    if (request.format == "json")
      write_outline_json(review, out);
    else
      write_outline_text(review, options, out);
    print(out);
  }
  return code;
}

}  // namespace hegui
