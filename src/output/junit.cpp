// junit: a test suite for each document with a test case for each rule, so that what passes shows,
// too. There is no standard; element and attribute names are those that Jenkins and GitLab read.
// Counts stand at the suites and not at the root, which is written before they are known.

#include <iterator>
#include <map>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/places.h"

namespace hegui {
namespace {

struct TestCase {
  enum class Result : std::uint8_t { passed, failure, error, skipped };
  std::string name = {};
  std::uint32_t line = 0;  ///< 0 without one.
  Result result = Result::passed;
  std::string type = {};  ///< Of a failure or error.
  std::string message = {};
  std::string text = {};
};

using Result = TestCase::Result;

std::string_view element_of(Result result) {
  switch (result) {
    case Result::passed: return "";
    case Result::failure: return "failure";
    case Result::error: return "error";
    case Result::skipped: return "skipped";
  }
  return "";
}

void append_case(const TestCase& test, std::string_view path, std::string& out) {
  const std::string file = xml_escaped(path);
  fmt::format_to(std::back_inserter(out), "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\"",
                 file, xml_escaped(test.name), file);
  if (test.line > 0) fmt::format_to(std::back_inserter(out), " line=\"{}\"", test.line);
  if (test.result == Result::passed) {
    out += "/>\n";
    return;
  }
  const std::string_view element = element_of(test.result);
  fmt::format_to(std::back_inserter(out), ">\n      <{} message=\"{}\"", element,
                 xml_escaped(test.message));
  if (!test.type.empty())
    fmt::format_to(std::back_inserter(out), " type=\"{}\"", xml_escaped(test.type));
  if (test.text.empty())
    out += "/>\n";
  else
    fmt::format_to(std::back_inserter(out), ">{}</{}>\n", xml_escaped(test.text), element);
  out += "    </testcase>\n";
}

void append_suite(std::string_view path, const std::vector<TestCase>& tests, std::string& out) {
  std::map<Result, int> count;
  for (const TestCase& test : tests) ++count[test.result];
  fmt::format_to(std::back_inserter(out),
                 "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
                 "skipped=\"{}\">\n",
                 xml_escaped(path), tests.size(), count[Result::failure], count[Result::error],
                 count[Result::skipped]);
  for (const TestCase& test : tests) append_case(test, path, out);
  out += "  </testsuite>\n";
}

/// The test cases of one document.
class CaseMaker {
 public:
  CaseMaker(const Review& review, const OutputOptions& options)
      : review_(review), options_(options) {
    for (const Finding& finding : review.findings) findings_[finding.rule].push_back(&finding);
  }

  std::vector<TestCase> cases() {
    if (review_.status != Review::Status::checked)
      tests_.push_back({.name = say("文档可以检查", "the document can be checked").in(language()),
                        .result = Result::error,
                        .type = std::string(name_of(review_.status)),
                        .message = review_.error.in(language())});
    for (const SetReview& set : review_.sets) {
      for (const RequirementReview& requirement : set.requirements) add(requirement);
      for (const auto& [check, outcome] : set.runs) {
        TestCase test{.name = check->rule.id + " " + check->rule.title};
        judge(check->rule.id, "", test);
        tests_.push_back(std::move(test));
      }
    }
    // Findings about the review itself are of no rule in a set.
    while (!findings_.empty()) {
      TestCase test{.name = findings_.begin()->first};
      judge(test.name, "", test);
      tests_.push_back(std::move(test));
    }
    return std::move(tests_);
  }

 private:
  Language language() const { return options_.language; }

  void add(const RequirementReview& requirement) {
    const Rule& rule = requirement.requirement->rule;
    TestCase test{.name = rule.id + " " + rule.title};
    if (requirement.has_place()) test.line = range_of(review_, requirement.place).begin.line;
    if (requirement.verdict != Verdict::met) {
      // What is left when no finding says more: not applicable, blocked, or of no severity.
      test.result = Result::skipped;
      test.message = detail_of(requirement, options_);
      if (test.message.empty()) test.message = name_of(requirement.verdict);
    }
    judge(rule.id, name_of(requirement.verdict), test);
    tests_.push_back(std::move(test));
  }

  /// Takes the rule's findings. `type` is the severity when there is no verdict.
  void judge(const std::string& rule, std::string_view verdict, TestCase& test) {
    const auto found = findings_.find(rule);
    if (found == findings_.end()) return;
    const std::vector<const Finding*> all = std::move(found->second);
    findings_.erase(found);
    for (const Finding* finding : all) {
      if (finding->suppressed && test.result == Result::failure) continue;
      const bool first = test.result != Result::failure;
      if (first) test.line = range_of(review_, finding->place).begin.line;
      if (finding->suppressed) {
        test.result = Result::skipped;
        test.message = suppression(*finding->suppressed);
        continue;
      }
      if (first) {
        test.result = Result::failure;
        test.type = verdict.empty() ? name_of(finding->severity) : verdict;
        test.message = finding->message.in(language());
      }
      test.text += (first ? "" : "\n\n") + line(*finding);
    }
    if (const auto more = review_.truncated.find(rule); more != review_.truncated.end())
      test.text += (test.text.empty() ? "" : "\n\n") + not_listed(more->second).in(language());
  }

  std::string suppression(const Suppression& suppressed) const {
    if (suppressed.reason.empty())
      return say("已抑制（{}）", "suppressed ({})", name_of(suppressed.source)).in(language());
    return say("已抑制：{}", "suppressed: {}", suppressed.reason).in(language());
  }

  std::string line(const Finding& finding) const {
    const Location at = range_of(review_, finding.place).begin;
    const std::string around = whereabouts(review_, finding.place, language());
    return fmt::format("{}:{}:{}: {}: {}{}", review_.document.path, at.line, at.column,
                       name_of(finding.severity), advice_of(finding, options_),
                       around.empty() ? "" : "\n--> " + around);
  }

  const Review& review_;
  const OutputOptions& options_;
  std::map<std::string, std::vector<const Finding*>> findings_;
  std::vector<TestCase> tests_;
};

class JUnit : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegui\">\n";
  }

  void document(const Review& review, std::string& out) override {
    append_suite(review.document.path, CaseMaker(review, options).cases(), out);
  }

  void end(const Summary&, std::span<const FileProblem> problems, std::string& out) override {
    std::map<std::string, std::vector<TestCase>> files;
    for (const FileProblem& problem : problems) {
      const std::string& message = problem.message.in(options.language);
      files[problem.path].push_back(
          {.name = fmt::format("{}:{} {}", problem.at.line, problem.at.column, message),
           .line = problem.at.line,
           .result = Result::error,
           .type = std::string(name_of(problem.severity)),
           .message = message});
    }
    for (const auto& [path, tests] : files) append_suite(path, tests, out);
    out += "</testsuites>\n";
  }
};

}  // namespace

extern const OutputForm junit_output;
const OutputForm junit_output =
    output_form<JUnit>("junit", {"JUnit XML，每份文档的每条规则是一个用例",
                                 "JUnit XML, a test case for each document and rule"});

}  // namespace hegui
