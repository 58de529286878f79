// github: workflow commands, which GitHub Actions shows at the lines of a pull request. Properties
// and escapes are those of @actions/core, in its order.

#include <array>
#include <iterator>
#include <utility>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/places.h"
#include "text/printable.h"

namespace hegui {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "notice";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

/// A message may hold anything but line ends; a property no : or , either.
std::string escaped(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out;
}

/// Empty properties are left out.
void append_command(Severity severity, std::string_view title, std::string_view path,
                    const LineRange& range, std::string_view message, std::string& out) {
  const auto number = [](std::uint32_t value) { return value > 0 ? fmt::to_string(value) : ""; };
  // The interface behind it refuses columns of a place on several lines.
  const bool columns = range.begin.line == range.end.line;
  const std::array<std::pair<std::string_view, std::string>, 6> properties{{
      {"title", std::string(title)},
      {"file", inert_path(plain_path(path))},
      {"line", number(range.begin.line)},
      {"endLine", number(range.end.line)},
      {"col", columns ? number(range.begin.column) : ""},
      {"endColumn", columns ? number(range.end.column) : ""},
  }};
  fmt::format_to(std::back_inserter(out), "::{}", command_of(severity));
  char separator = ' ';
  for (const auto& [name, value] : properties) {
    if (value.empty()) continue;
    fmt::format_to(std::back_inserter(out), "{}{}={}", separator, name, escaped(value, ":,"));
    separator = ',';
  }
  fmt::format_to(std::back_inserter(out), "::{}\n", escaped(message, ""));
}

constexpr LineRange whole_file{{0, 0}, {0, 0}};

class GitHub : public Output {
 public:
  using Output::Output;

  void document(const Review& review, std::string& out) override {
    const std::string& path = review.document.path;
    if (review.status != Review::Status::checked)
      append_command(Severity::error, name_of(review.status), path, whole_file,
                     printable(review.error.in(options.language)), out);
    for (const Finding& finding : review.findings)
      if (!finding.suppressed)
        append_command(finding.severity, finding.rule, path, range_of(review, finding.place),
                       advice_of(finding, options), out);
    for (const auto& [rule, count] : review.truncated)
      append_command(Severity::note, rule, path, whole_file, not_listed(count).in(options.language),
                     out);
  }

  void end(const Summary&, std::span<const FileProblem> problems, std::string& out) override {
    for (const FileProblem& problem : problems)
      append_command(problem.severity, "", problem.path, {problem.at, problem.at},
                     printable(problem.message.in(options.language)), out);
  }
};

}  // namespace

extern const OutputForm github_output;
const OutputForm github_output =
    output_form<GitHub>("github", {"GitHub 工作流里的标注", "annotations in a GitHub workflow"});

}  // namespace hegui
