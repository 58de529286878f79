// concise: one line a finding, as compilers and editors know it.

#include <iterator>

#include "output/output.h"
#include "output/parts/places.h"
#include "output/parts/statistics.h"
#include "output/parts/text_lines.h"
#include "output/views/trace_view.h"

namespace hegui {
namespace {

class Concise : public Output {
 public:
  using Output::Output;

  void document(const Review& review, std::string& out) override {
    if (review.status != Review::Status::checked) append_status(review, options, out);
    for (const Finding& finding : review.findings)
      if (!finding.suppressed || options.show_suppressed)
        append_headline(review, finding, options,
                        whereabouts(review, finding.place, options.language), out);
    append_truncated(review, options, out);
    if (options.statistics) statistics_.add(review);
    if (const auto trace = trace_rule(review, options.trace))
      write_trace_text(review, *trace, options, out);
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    for (const FileProblem& problem : problems) append_problem_headline(problem, options, out);
    statistics_.append(summary, options, out);
  }

 private:
  Statistics statistics_;
};

}  // namespace

extern const OutputForm concise_output;
const OutputForm concise_output =
    output_form<Concise>("concise", {"一行一个问题", "one line per finding"});

}  // namespace hegui
