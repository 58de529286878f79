// A baseline comes from anybody's repository: whatever the bytes, reading ends, with entries or
// with a problem that has a place; what was read is written so that it reads the same; and a review
// is held against it.

#include "suppress/baseline.h"

#include "fixture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  FileProblem problem;
  const auto baseline = read_baseline("b.json", text_of(data, size), problem);
  if (!baseline) return 0;
  const std::string written = write_baseline(*baseline);
  const auto again = read_baseline("b.json", written, problem);
  require(again.has_value());
  require(write_baseline(*again) == written);
  Review review = review_of("a.txt", weak_report, fazhi());
  const std::size_t findings = review.findings.size();
  const Baseline less = gone(review, *baseline, "a.txt", {});
  Baseline rest = *baseline;
  remove_entries(less, rest);
  replace_entries({{"a.txt", renewed(review, *baseline, "a.txt", {})}}, rest);
  suppress_known(review, rest, "a.txt");
  require(review.findings.size() == findings);
  return 0;
}
