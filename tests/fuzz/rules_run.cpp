// A rule file of somebody else is run on a report, explained, listed and traced: whatever it says,
// that ends, and nothing of it leaves the report.

#include "fixture.h"
#include "output/output.h"
#include "output/views/rules_view.h"
#include "output/views/trace_view.h"
#include "review/selftest.h"
#include "review/trace.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const FindRules find = [](std::string_view name, std::string_view) { return find_builtin(name); };
  const LoadedRules loaded =
      load_rules({"fuzz.yaml", std::string(text_of(data, size))}, find, true);
  if (!loaded.rules) return 0;
  std::string out;
  const OutputOptions output_options{.show_passed = true};
  try {
    write_rules_list(*loaded.rules, output_options, out);
    write_rules_yaml(*loaded.rules, out);
    loaded.rules->for_each_rule(
        [&](const Rule& rule) { write_explanation(*loaded.rules, rule.id, output_options, out); });
    LintOptions options;
    if (!loaded.rules->requirements.empty())
      options.trace = loaded.rules->requirements.front().rule.id;
    const Review review = review_of("a.txt", weak_report, *loaded.rules, options);
    for (const Finding& finding : review.findings)
      require(finding.place.span.begin <= finding.place.span.end &&
              finding.place.span.end <= review.document.text.size());
    if (const auto trace = trace_rule(review, options.trace))
      write_trace_text(review, *trace, output_options, out);
    for (const OutputForm& form : output_forms()) written(form, review, output_options);
    run_samples(*loaded.rules);
  } catch (const InputError&) {
  } catch (const PatternLimit&) {
  }
  return 0;
}
