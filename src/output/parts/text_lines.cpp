#include "output/parts/text_lines.h"

#include <iterator>

#include "output/parts/checklist.h"
#include "output/parts/places.h"
#include "output/parts/snippet.h"
#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view reset = "\x1b[0m";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::note: return "\x1b[1;36m";
  }
  return {};
}

std::string painted(std::string_view text, std::string_view code, bool color) {
  return color ? fmt::format("{}{}{}", code, text, reset) : std::string(text);
}

/// （已抑制：理由；张某；到 2026-12-31）
Message note_of(const Suppression& suppression) {
  Message note = say("已抑制：{}", "suppressed: {}", suppression.reason);
  if (suppression.source == Suppression::Source::baseline)
    note = say("已抑制：在基线里", "suppressed: in the baseline");
  if (suppression.source == Suppression::Source::commit)
    note = say("已抑制：原来就有", "suppressed: already there before");
  const auto add = [&](std::string_view zh, std::string_view en, const std::string& value) {
    if (value.empty()) return;
    note.zh += fmt::format("；{}{}", zh, value);
    note.en += fmt::format("; {}{}", en, value);
  };
  add("", "", suppression.by);
  add("到 ", "until ", suppression.until);
  return {"（" + note.zh + "）", " (" + note.en + ")"};
}

}  // namespace

std::string line_path(std::string_view path) {
  const bool is_command = path.starts_with("::") || path.starts_with("##[");
  return (is_command ? "./" : "") + printable(path);
}

void append_headline(const Review& review, const Finding& finding, const OutputOptions& options,
                     std::string_view where, std::string& out) {
  const Location at = range_of(review, finding.place).begin;
  fmt::format_to(
      std::back_inserter(out), "{}:{}:{}: {}: {}{} [{}]{}\n", line_path(review.document.path),
      at.line, at.column,
      painted(name_of(finding.severity), color_of(finding.severity), options.color),
      printable(finding.message.in(options.language)),
      where.empty() ? "" : say("（{}）", " ({})", where).in(options.language), finding.rule,
      finding.suppressed ? printable(note_of(*finding.suppressed).in(options.language)) : "");
}

void append_status(const Review& review, const OutputOptions& options, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}: {}: {} [{}]\n", line_path(review.document.path),
                 painted("error", color_of(Severity::error), options.color),
                 printable(review.error.in(options.language)), name_of(review.status));
}

void append_truncated(const Review& review, const OutputOptions& options, std::string& out) {
  for (const auto& [rule, count] : review.truncated)
    fmt::format_to(std::back_inserter(out), "{}: {}: {} [{}]\n", line_path(review.document.path),
                   painted("note", color_of(Severity::note), options.color),
                   not_listed(count).in(options.language), rule);
}

void append_problem_headline(const FileProblem& problem, const OutputOptions& options,
                             std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {}\n", line_path(problem.path),
                 problem.at.line, problem.at.column,
                 painted(name_of(problem.severity), color_of(problem.severity), options.color),
                 printable(problem.message.in(options.language)));
}

void append_problems(std::span<const FileProblem> problems, const OutputOptions& options,
                     std::string& out) {
  for (const FileProblem& problem : problems) {
    append_problem_headline(problem, options, out);
    const std::string_view before = first_code_points(problem.line, problem.at.column - 1);
    const int indent = display_width(printable(before), options.ambiguous);
    if (indent > options.columns) continue;
    const auto width = static_cast<std::size_t>(options.columns);
    fmt::format_to(std::back_inserter(out), "{:>5} | {}\n{:>5} | {:>{}}^\n", problem.at.line,
                   printable(first_code_points(problem.line, width)), "", "", indent);
  }
}

}  // namespace hegui
