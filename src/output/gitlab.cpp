// gitlab: a Code Quality report, which GitLab compares between branches by its fingerprints.

#include <map>
#include <set>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/json_values.h"
#include "output/parts/places.h"

namespace hegui {
namespace {

/// GitLab names info, minor, major, critical and blocker, does not say what they mean, and blocks
/// nothing by them. An error is the one thing that fails our run, hence critical and not blocker,
/// which is for what stops a check altogether: a document that is not read, a wrong rule file.
std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "info";
    case Severity::warning: return "minor";
    case Severity::error: return "critical";
  }
  return "";
}

Json issue(std::string_view check, std::string fingerprint, std::string_view severity,
           std::string_view path, const LineRange& range, std::string description) {
  return {{"description", std::move(description)},
          {"check_name", check},
          {"fingerprint", std::move(fingerprint)},
          {"severity", severity},
          {"location",
           {{"path", plain_path(path)},
            {"lines", {{"begin", range.begin.line}, {"end", range.end.line}}}}}};
}

class GitLab : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override { out += "["; }

  void document(const Review& review, std::string& out) override {
    const std::string path(plain_path(review.document.path));
    // Standard input may have the name of another report: each issue, and its fingerprint, would be
    // there twice.
    if (!paths_.insert(path).second) return;
    if (review.status != Review::Status::checked) {
      const std::string name(name_of(review.status));
      issues_.add(
          issue(name, name + ":" + path, "blocker", path, {}, review.error.in(options.language)),
          out);
    }
    std::map<std::string, int> seen;
    for (const Finding& finding : review.findings) {
      if (finding.suppressed) continue;
      // Ours tell the findings of a file apart, and not always: the same words may be wrong twice.
      std::string fingerprint = finding.fingerprint + ":" + path;
      const int count = ++seen[finding.fingerprint];
      if (count > 1) fingerprint += fmt::format(":{}", count);
      issues_.add(issue(finding.rule, std::move(fingerprint), severity_of(finding.severity), path,
                        range_of(review, finding.place), advice_of(finding, options)),
                  out);
    }
    for (const auto& [rule, count] : review.truncated)
      issues_.add(issue(rule, rule + ":not-listed:" + path, severity_of(Severity::note), path, {},
                        not_listed(count).in(options.language)),
                  out);
  }

  void end(const Summary&, std::span<const FileProblem> problems, std::string& out) override {
    for (const FileProblem& problem : problems) {
      const std::string_view severity =
          problem.severity == Severity::error ? "blocker" : severity_of(problem.severity);
      const auto& [line, column] = problem.at;
      const std::string& message = problem.message.in(options.language);
      issues_.add(issue("configuration",
                        fmt::format("{}:{}:{}:{}", problem.path, line, column, problem.message.en),
                        severity, problem.path, {problem.at, problem.at}, message),
                  out);
    }
    out += "\n]\n";
  }

 private:
  JsonElements issues_;
  std::set<std::string> paths_;
};

}  // namespace

extern const OutputForm gitlab_output;
const OutputForm gitlab_output =
    output_form<GitLab>("gitlab", {"GitLab 代码质量报告", "GitLab Code Quality report"});

}  // namespace hegui
