#include "yaml/file_problem.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

namespace {

// Nobody reads more before the first are corrected; a file may be wrong in every word.
constexpr std::size_t most_problems = 100;

/// The gravest of them, in their order, and at the first that is left out how many there are.
std::vector<SourceProblem> first_of(std::span<const SourceProblem> problems) {
  std::vector<SourceProblem> all(problems.begin(), problems.end());
  if (all.size() <= most_problems) return all;
  std::ranges::stable_sort(all, std::ranges::greater(), &SourceProblem::severity);
  const std::size_t left_out = all.size() - most_problems;
  SourceProblem more = std::move(all[most_problems]);
  more.message =
      say("还有 {} 个问题没有列出", "{:more problem is|more problems are} not listed", left_out);
  all.resize(most_problems);
  std::ranges::stable_sort(all, {}, &SourceProblem::place);
  all.push_back(std::move(more));
  return all;
}

}  // namespace

std::vector<FileProblem> problems_in(std::span<const SourceFile> files,
                                     std::span<const SourceProblem> problems) {
  // More than a terminal shows of a line; a file may be one line, and every word of it wrong.
  constexpr std::size_t most_characters = 256;
  std::vector<std::optional<LineIndex>> indexes(files.size());
  std::vector<FileProblem> all;
  for (const SourceProblem& problem : first_of(problems)) {
    const SourceFile& file = files[problem.place.file];
    std::optional<LineIndex>& lines = indexes[problem.place.file];
    if (!lines) lines.emplace(file.source);
    const Location at = lines->locate(file.source, problem.place.offset);
    const Span place = lines->line(file.source, at.line);
    const std::string_view line = std::string_view(file.source).substr(place.begin, place.size());
    all.push_back({.path = file.path,
                   .at = at,
                   .line = std::string(first_code_points(valid_utf8(line), most_characters)),
                   .severity = problem.severity,
                   .message = problem.message});
  }
  return all;
}

}  // namespace hegui
