#include "commands/commands.h"
#include "output/parts/text_lines.h"
#include "output/views/outline_view.h"
#include "run/run_plan.h"
#include "system/output_file.h"
#include "system/standard_streams.h"

namespace hegui {

int outline_command(const Request& request) {
  const RunPlan plan(request);
  const OutputOptions options = plan.output();
  if (plan.failed()) {
    std::string out;
    append_problems(plan.problems(), options, out);
    print(out);
    return Exit::trouble;
  }
  int code = Exit::clean;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const Review review = plan.review(i);
    std::string out;
    if (review.status == Review::Status::unreadable) {
      append_problems(review.problems, options, out);
      print(out);
      complain(about(review.document.path, review.error), request.output.language);
      code = Exit::trouble;
      continue;
    }
    if (request.listing == "json")
      write_outline_json(review, plan.size() > 1 ? 0 : 1, out);
    else
      write_outline_text(review, options.in(review), out);
    print(out);
  }
  if (plan.size() == 0) {
    complain(say("没有找到报告", "no reports were found"), request.output.language);
    code = Exit::trouble;
  }
  return code;
}

}  // namespace hegui
