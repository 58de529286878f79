#pragma once

#include <string>
#include <vector>

#include "review/lint.h"
#include "ruleset/load.h"

namespace hegui {

/// How one sample of a rule, or one case of a test file, came out. The words are those of rule
/// testers (ast-grep): a good sample is validated or noisy, a bad one reported or missing.
enum class SampleOutcome : std::uint8_t { validated, reported, noisy, missing };
/// In plain words.
Label name_of(SampleOutcome outcome);

struct SampleResult {
  std::string rule = {};
  bool good = true;
  std::size_t number = 1;  ///< Among the rule's good or bad samples.
  SampleOutcome outcome = SampleOutcome::validated;
  SourcePlace place = {};  ///< Of the sample.
  std::string text = {};
  std::vector<Finding> findings = {};  ///< Of the rule, on the sample.

  bool failed() const {
    return outcome == SampleOutcome::noisy || outcome == SampleOutcome::missing;
  }
};

/// A sample as the report that it would be: Markdown if a line begins with #, else plain text.
Document read_sample(std::string_view text);

/// Every good and bad sample of the set's own rules (not of the sets it extends).
std::vector<SampleResult> run_samples(const RuleSet& rules);

/// Own rules that lack a good or a bad sample.
std::vector<std::string> rules_without_samples(const RuleSet& rules);

/// What a test file expects of one report.
struct TestCase {
  std::string name = {};
  std::string text = {};
  std::string file = {};  ///< Instead of `text`, relative to the test file.
  Variables set = {};
  SourcePlace place = {};
  struct Expectation {
    std::string rule = {};
    std::string verdict = {};               ///< met, weak, missing, not-applicable; may be empty.
    std::vector<std::string> reasons = {};  ///< Ids of checks that must be among the reasons.
    SourcePlace place = {};
  };
  struct ExpectedFinding {
    std::string rule = {};
    std::string severity = {};
    std::string quote = {};
    int line = 0;  ///< 0: any.
    SourcePlace place = {};
  };
  std::vector<Expectation> verdicts = {};
  std::vector<ExpectedFinding> findings = {};
  std::vector<std::string> silent = {};  ///< Rules that must not report.
};

struct TestFile {
  std::vector<TestCase> cases = {};
  std::vector<SourceProblem> problems = {};
};

/// <set>.test.yaml, see rules/README.md.
TestFile read_test_file(const std::string& source);

/// A case that did not come out as expected.
struct TestFailure {
  SourcePlace place = {};
  Message message = {};
};

std::vector<TestFailure> run_case(const TestCase& test, Document document, const RuleSet& rules);

}  // namespace hegui
