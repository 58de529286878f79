// A baseline comes from anybody's repository: whatever the bytes, reading ends, with entries or
// with a problem that has a place; what was read is written so that it reads the same; and a review
// is held against it.

#include "fixture.h"
#include "suppress/known_findings.h"

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
  const Known known(review, entries_of_report(*baseline, "a.txt"));
  Baseline rest = *baseline;
  remove_entries(gone(review, known, {}), rest);
  for (const bool accept_new : {true, false}) {
    const Baseline entries = renew(review, known, "b.txt", {}, accept_new).entries;
    require(read_baseline("b.json", write_baseline(entries), problem).has_value());
  }
  suppress_known(review, known, Suppression::Source::baseline);
  require(review.findings.size() == findings);
  return 0;
}
