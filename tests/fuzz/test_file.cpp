// A test file of a rule set: whatever the bytes, reading ends, with cases or with problems that
// have a place, and every case that has its text is run.

#include "fixture.h"
#include "review/selftest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const std::string source(text_of(data, size));
  const TestFile file = read_test_file(source);
  for (const SourceProblem& problem : file.problems) require(problem.place.offset <= source.size());
  for (const TestCase& test : file.cases) {
    if (!test.file.empty()) continue;
    try {
      for (const TestFailure& failure :
           run_case(test, read_document("case.txt", test.text, {.format = "txt"}), fazhi()))
        require(failure.place.offset <= source.size());
    } catch (const InputError&) {
    }
  }
  return 0;
}
