// The table of outputs: an output is one file, one declaration and one row.

#include <algorithm>
#include <array>

#include "output/output.h"

namespace hegui {

extern const OutputForm concise_output, csv_output, docx_output, full_output, github_output,
    gitlab_output, html_output, json_output, jsonl_output, junit_output, markdown_output,
    rdjson_output, sarif_output;

std::span<const OutputForm> output_forms() {
  static const std::array table{full_output,   concise_output, json_output,   jsonl_output,
                                sarif_output,  github_output,  gitlab_output, junit_output,
                                rdjson_output, html_output,    docx_output,   markdown_output,
                                csv_output};
  return table;
}

const OutputForm* find_output_form(std::string_view name) {
  const auto all = output_forms();
  const auto found = std::ranges::find(all, name, &OutputForm::name);
  return found == all.end() ? nullptr : &*found;
}

OutputOptions OutputOptions::in(Language of_rules) const {
  OutputOptions options = *this;
  if (!language_given) options.language = of_rules;
  return options;
}

OutputOptions OutputOptions::in(const std::set<Language>& of_rules) const {
  return of_rules.size() == 1 ? in(*of_rules.begin()) : *this;
}

OutputOptions OutputOptions::in(const LoadedRules& loaded) const {
  return loaded.tells_language ? in(loaded.language) : *this;
}

OutputOptions OutputOptions::in(const Review& review) const {
  if (!review.sets.empty()) return in(review.sets.front().rules->language);
  // No set was chosen for it, but it was read.
  return review.status == Review::Status::not_understood ? in(review.document.language) : *this;
}

void Summary::count(Severity severity) {
  errors += severity == Severity::error;
  warnings += severity == Severity::warning;
  notes += severity == Severity::note;
}

void Summary::add(const Review& review) {
  ++documents;
  not_understood += review.status == Review::Status::not_understood;
  unreadable += review.status == Review::Status::unreadable;
  for (const SetReview& set : review.sets) {
    languages.insert(set.rules->language);
    for (const RequirementReview& requirement : set.requirements) {
      met += requirement.verdict == Verdict::met;
      weak += requirement.verdict == Verdict::weak;
      missing += requirement.verdict == Verdict::missing;
      not_applicable += requirement.verdict == Verdict::not_applicable;
      if (!requirement.blocked_by) continue;
      ++blocked;
      blocked_titles.insert(requirement.requirement->rule.short_title);
    }
  }
  for (const Finding& finding : review.findings) {
    if (finding.suppressed)
      ++suppressed;
    else
      count(finding.severity);
  }
  add(review.problems);
}

void Summary::add(std::span<const FileProblem> problems) {
  for (const FileProblem& problem : problems) count(problem.severity);
}

}  // namespace hegui
