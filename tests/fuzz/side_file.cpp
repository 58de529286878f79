// A side file comes with the report: whatever the bytes, reading ends, each problem has a place in
// it, and what it suppresses is marked and stays.

#include "suppress/side_file.h"

#include "fixture.h"
#include "suppress/suppress.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  RuleIds ids;
  ids.add(fazhi());
  const SideFile file = read_side_file("a.txt.hegui.yaml", std::string(text_of(data, size)), ids);
  for (const SourceProblem& problem : file.problems)
    require(problem.place.offset <= file.file.source.size());
  if (!file.problems.empty()) return 0;
  LintOptions options;
  options.set = file.set;
  try {
    Review review = review_of("a.txt", weak_report, fazhi(), options);
    const std::size_t findings = review.findings.size();
    for (const SourceProblem& problem : suppress(review, file.suppress, options, "2026-01-01"))
      require(problem.place.offset <= file.file.source.size());
    require(review.findings.size() == findings);
  } catch (const InputError&) {
  }
  return 0;
}
