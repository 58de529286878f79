#include "file_problem.h"

#include "text/utf8.h"

namespace hegui {

std::vector<FileProblem> problems_in(std::span<const RuleFile> files,
                                     std::span<const RuleProblem> problems) {
  std::vector<FileProblem> all;
  for (const RuleProblem& problem : problems) {
    const RuleFile& file = files[problem.place.file];
    const LineIndex lines(file.source);
    const Location at = lines.locate(file.source, problem.place.offset);
    const Span place = lines.line(file.source, at.line);
    std::string line = file.source.substr(place.begin, place.size());
    line.resize(valid_utf8(line).size());
    all.push_back({.path = file.path,
                   .at = at,
                   .line = std::move(line),
                   .severity = problem.severity,
                   .message = problem.message});
  }
  return all;
}

}  // namespace hegui
