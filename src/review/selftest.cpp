#include "review/selftest.h"

#include <algorithm>
#include <array>

#include "document/matter/page_lines.h"
#include "formats/format.h"
#include "language/language_data.h"
#include "review/variables.h"
#include "text/unicode.h"
#include "yaml/reader.h"

namespace hegui {
namespace {

Review review_of(Document document, const RuleSet& rules, LintOptions options) {
  options.sample = true;
  const ChosenRules chosen{&rules, true};
  return lint(std::move(document), std::span(&chosen, 1), options);
}

bool has_markdown_headings(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at)) {
    const std::size_t begin = at;
    at = std::min(text.find_first_not_of('#', at), text.size());
    const bool begins_line = begin == 0 || text[begin - 1] == '\n';
    if (begins_line && at - begin <= 6 && text.substr(at).starts_with(' ')) return true;
  }
  return false;
}

/// A sample of one part begins with the part's heading, which can look like the title of a report.
bool begins_with_heading(const Document& document, const Rule& rule, const RuleSet& rules) {
  constexpr int sure = 5;
  const std::string title = title_text(document, read_outline(document, rules.hints));
  if (title.empty() || title_score(data_of(document.language), rules.hints, title) >= sure)
    return false;
  const auto filled = rules.filled_with({});
  const FilledTerms::Use use(*filled, title);
  const auto is_its = [&](const Requirement& requirement) {
    return requirement.rule.id == rule.id;
  };
  const auto requirement = std::ranges::find_if(rules.requirements, is_its);
  return requirement != rules.requirements.end() &&
         std::ranges::any_of(requirement->rungs, [&](const Rung& rung) {
           return rung.kind == Rung::Kind::heading && rung.condition.holds(title);
         });
}

std::vector<Finding> findings_on(const std::string& sample, const Rule& rule,
                                 const RuleSet& rules) {
  Document document = read_sample(sample);
  if (begins_with_heading(document, rule, rules)) {
    const std::string_view mark = has_markdown_headings(sample) ? "# " : "";
    document = read_sample(fmt::format("{}{}\n\n{}", mark, rules.title, sample));
  }
  Review review = review_of(std::move(document), rules, {.select = {rule.id}});
  std::erase_if(review.findings, [&](const Finding& finding) { return finding.rule != rule.id; });
  return std::move(review.findings);
}

void run_samples_of(const Rule& rule, const RuleSet& rules, std::vector<SampleResult>& results) {
  if (rule.defined_at.file != 0) return;
  const auto run = [&](const std::vector<std::string>& samples, bool good) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
      std::vector<Finding> findings = findings_on(samples[i], rule, rules);
      const bool silent = findings.empty();
      results.push_back(
          {.rule = rule.id,
           .good = good,
           .number = i + 1,
           .outcome = good ? (silent ? SampleOutcome::validated : SampleOutcome::noisy)
                           : (silent ? SampleOutcome::missing : SampleOutcome::reported),
           .place = rule.defined_at,
           .text = samples[i],
           .findings = std::move(findings)});
    }
  };
  run(rule.good, true);
  run(rule.bad, false);
}

// --- test files

constexpr std::array<std::string_view, 2> file_keys{"hegui-test", "cases"};
constexpr std::array<std::string_view, 8> case_keys{"name",     "text",    "file",     "set",
                                                    "verdicts", "reasons", "findings", "silent"};
constexpr std::array<std::string_view, 4> finding_keys{"rule", "line", "severity", "quote"};

class TestReader {
 public:
  explicit TestReader(TestFile& file) : file_(file), reader_(file.problems) {}

  void read(const Value& root) {
    if (!reader_.map(root, file_keys, say("测试文件", "a test file"))) return;
    const Value* cases = root.find("cases");
    if (!cases || !reader_.list(*cases, "cases")) return;
    for (const Value& value : cases->items)
      if (reader_.map(value, case_keys, say("用例", "a case")))
        file_.cases.push_back(read_case(value));
  }

 private:
  std::string text(const Value& map, std::string_view key) {
    const Value* value = map.find(key);
    const std::size_t longest = key == "text" ? std::string::npos : Reader::longest_text;
    return value ? reader_.text(*value, longest).value_or("") : "";
  }

  TestCase read_case(const Value& value) {
    TestCase test{.name = text(value, "name"),
                  .text = text(value, "text"),
                  .file = text(value, "file"),
                  .place = value.place};
    if (test.text.empty() == test.file.empty())
      reader_.error(value.place,
                    say("用例要有 text 或 file 之一", "a case needs either text or file"));
    if (const Value* set = value.find("set"); set && reader_.names(*set, "set"))
      for (const Value::Entry& entry : set->entries) read_variable(entry, test);
    if (const Value* verdicts = value.find("verdicts");
        verdicts && reader_.names(*verdicts, "verdicts"))
      for (const Value::Entry& entry : verdicts->entries)
        if (auto word = reader_.word(entry.value, "met|weak|missing|not-applicable"))
          test.verdicts.push_back({.rule = entry.key, .verdict = *word, .place = entry.place});
    if (const Value* reasons = value.find("reasons"); reasons && reader_.names(*reasons, "reasons"))
      for (const Value::Entry& entry : reasons->entries)
        test.verdicts.push_back(
            {.rule = entry.key, .reasons = reader_.texts(entry.value), .place = entry.place});
    if (const Value* list = value.find("findings"); list && reader_.list(*list, "findings"))
      for (const Value& item : list->items)
        if (reader_.map(item, finding_keys, say("一条问题", "a finding")))
          test.findings.push_back(read_finding(item));
    if (const Value* silent = value.find("silent")) test.silent = reader_.texts(*silent);
    return test;
  }

  void read_variable(const Value::Entry& entry, TestCase& test) {
    const std::string value = reader_.text(entry.value).value_or("");
    if (const auto message = too_long_value(entry.key, value))
      reader_.error(entry.value.place, *message);
    test.set.insert_or_assign(entry.key, value);
  }

  TestCase::ExpectedFinding read_finding(const Value& value) {
    TestCase::ExpectedFinding finding{.rule = text(value, "rule"),
                                      .severity = text(value, "severity"),
                                      .quote = text(value, "quote"),
                                      .place = value.place};
    if (const Value* line = value.find("line"))
      finding.line = static_cast<int>(reader_.number(*line).value_or(0));
    return finding;
  }

  TestFile& file_;
  Reader reader_;
};

bool has_reason(const RequirementReview& review, std::string_view check) {
  return std::ranges::find(review.reasons, check, &Reason::check) != review.reasons.end();
}

bool is_expected(const Review& review, const Finding& finding,
                 const TestCase::ExpectedFinding& expected) {
  if (finding.rule != expected.rule) return false;
  if (!expected.severity.empty() && name_of(finding.severity) != expected.severity) return false;
  if (!expected.quote.empty() &&
      review.document.written(finding.place.span).find(expected.quote) == std::string_view::npos)
    return false;
  const auto line = static_cast<int>(review.document.locate(finding.place.span.begin).line) +
                    (finding.place.after_body ? 1 : 0);
  return expected.line == 0 || line == expected.line;
}

}  // namespace

Label name_of(SampleOutcome outcome) {
  switch (outcome) {
    case SampleOutcome::validated: return {"好样例通过", "good sample passed"};
    case SampleOutcome::reported: return {"坏样例报出", "bad sample reported"};
    case SampleOutcome::noisy: return {"好样例误报", "good sample wrongly reported"};
    case SampleOutcome::missing: return {"坏样例没有报出", "bad sample not reported"};
  }
  return {};
}

Document read_sample(std::string_view text) {
  return read_document(has_markdown_headings(text) ? "sample.md" : "sample.txt", std::string(text));
}

std::vector<SampleResult> run_samples(const RuleSet& rules) {
  std::vector<SampleResult> results;
  rules.for_each_rule([&](const Rule& rule) { run_samples_of(rule, rules, results); });
  return results;
}

std::vector<std::string> rules_without_samples(const RuleSet& rules) {
  std::vector<std::string> ids;
  rules.for_each_rule([&](const Rule& rule) {
    if (rule.defined_at.file == 0 && !rule.without_samples &&
        (rule.good.empty() || rule.bad.empty()))
      ids.push_back(rule.id);
  });
  return ids;
}

TestFile read_test_file(const std::string& source) {
  TestFile file;
  try {
    TestReader(file).read(read_yaml(source));
  } catch (const NotYaml& error) {
    file.problems.push_back(error.problem);
  }
  return file;
}

std::vector<TestFailure> run_case(const TestCase& test, Document document, const RuleSet& rules) {
  const Review review = review_of(std::move(document), rules, {.set = test.set});
  std::vector<TestFailure> failures;
  for (const TestCase::Expectation& expected : test.verdicts) {
    const RequirementReview* found = review.find_requirement(expected.rule);
    if (!found) {
      failures.push_back(
          {expected.place, say("没有要求叫“{}”", "there is no requirement “{}”", expected.rule)});
      continue;
    }
    const std::string_view verdict = name_of(found->verdict);
    if (!expected.verdict.empty() && verdict != expected.verdict)
      failures.push_back({expected.place, say("{}：判为 {}，应为 {}", "{}: {}, expected {}",
                                              expected.rule, verdict, expected.verdict)});
    for (const std::string& reason : expected.reasons)
      if (!has_reason(*found, reason))
        failures.push_back(
            {expected.place,
             say("{}：原因里没有 {}", "{}: {} is not among its reasons", expected.rule, reason)});
  }
  for (const TestCase::ExpectedFinding& expected : test.findings)
    if (std::ranges::none_of(review.findings, [&](const Finding& finding) {
          return is_expected(review, finding, expected);
        }))
      failures.push_back(
          {expected.place, say("没有报出 {}（第 {} 行）", "{} was not reported (line {})",
                               expected.rule, expected.line)});
  for (const Finding& finding : review.findings)
    if (matches_any(finding.rule, test.silent))
      failures.push_back(
          {test.place, say("不该报 {0}：{1}", "{0} should not have been reported: {2}",
                           finding.rule, finding.message.zh, finding.message.en)});
  return failures;
}

}  // namespace hegui
