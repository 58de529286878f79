// concise: one line a finding, as compilers and editors know it.

#include <iterator>

#include "output/output.h"
#include "output/places.h"
#include "output/text_lines.h"
#include "output/trace_view.h"

namespace hegui {
namespace {

void begin(const OutputOptions&, std::string&) {}

void document(const Review& review, const OutputOptions& options, bool, std::string& out) {
  if (review.status != Review::Status::checked) append_status(review, options, out);
  for (const Finding& finding : review.findings)
    append_headline(review, finding, options,
                    headings_and_page(review, finding.place, options.language), out);
  if (const auto trace = trace_rule(review, options.trace))
    write_trace_text(review, *trace, options, out);
}

void end(const Summary&, std::span<const LoadedRules> rule_files, const OutputOptions& options,
         std::string& out) {
  append_rule_problems(rule_files, options, out);
}

}  // namespace

extern const Output concise_output;
const Output concise_output{"concise", "one line a finding", begin, document, end};

}  // namespace hegui
