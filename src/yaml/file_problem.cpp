#include "yaml/file_problem.h"

#include <optional>
#include <string_view>

#include "text/utf8.h"

namespace hegui {

std::vector<FileProblem> problems_in(std::span<const SourceFile> files,
                                     std::span<const SourceProblem> problems) {
  // More than a terminal shows of a line; a file may be one line, and every word of it wrong.
  constexpr std::size_t most_characters = 256;
  std::vector<std::optional<LineIndex>> indexes(files.size());
  std::vector<FileProblem> all;
  for (const SourceProblem& problem : problems) {
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
