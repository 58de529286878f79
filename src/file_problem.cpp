#include "file_problem.h"

namespace hegui {

std::vector<FileProblem> problems_in(std::span<const RuleFile> files,
                                     std::span<const RuleProblem> problems) {
  std::vector<FileProblem> all;
  for (const RuleProblem& problem : problems) {
    const RuleFile& file = files[problem.place.file];
    const LineIndex lines(file.source);
    const Location at = lines.locate(file.source, problem.place.offset);
    const Span line = lines.line(file.source, at.line);
    all.push_back({.path = file.path,
                   .at = at,
                   .line = file.source.substr(line.begin, line.size()),
                   .severity = problem.severity,
                   .message = problem.message});
  }
  return all;
}

}  // namespace hegui
