// csv: a table of the findings for Excel and WPS. They read UTF-8 only after a byte order mark;
// lines end in CRLF (RFC 4180).

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/csv_cells.h"
#include "output/parts/escapes.h"
#include "output/parts/places.h"
#include "text/printable.h"

namespace hegui {
namespace {

struct Column {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Column, 18> columns{{
    {"文件", "path"},
    {"行", "line"},
    {"列", "column"},
    {"止行", "end_line"},
    {"止列", "end_column"},
    {"页", "page"},
    {"位置", "place"},
    {"级别", "severity"},
    {"规则", "rule"},
    {"问题", "message"},
    {"原文", "quote"},
    {"所在章节", "section"},
    {"改法", "help"},
    {"依据", "basis"},
    {"指纹", "fingerprint"},
    {"已抑制", "suppressed"},
    {"抑制理由", "suppression_reason"},
    {"抑制人", "suppressed_by"},
}};

using Row = std::array<std::string, columns.size()>;

std::string joined(const std::vector<std::string>& headings) {
  std::string all;
  for (const std::string& heading : headings) all += (all.empty() ? "" : " / ") + heading;
  return all;
}

Row row_of(const Review& review, const Finding& finding, const OutputOptions& options) {
  const LineRange range = range_of(review, finding.place);
  const std::uint32_t page = review.document.page_at(finding.place.span.begin);
  const Suppression suppressed = finding.suppressed.value_or(Suppression{});
  return {inert_path(review.document.path),
          fmt::to_string(range.begin.line),
          fmt::to_string(range.begin.column),
          fmt::to_string(range.end.line),
          fmt::to_string(range.end.column),
          page > 0 ? fmt::to_string(page) : "",
          paragraph_name(review, finding.place, options.language),
          std::string(name_of(finding.severity)),
          finding.rule,
          printable(finding.message.in(options.language)),
          quote_of(review.document, finding.place.span, 40),
          printable(joined(section_path(review, finding.place))),
          printable(finding.help.in(options.language)),
          printable(finding.basis),
          finding.fingerprint,
          finding.suppressed ? std::string(name_of(suppressed.source)) : "",
          printable(suppressed.reason),
          printable(suppressed.by)};
}

/// Of a file, and no place in its text.
Row row_about(std::string path, std::string_view severity, std::string_view rule,
              std::string message) {
  Row row;
  row[0] = std::move(path);
  const auto at = std::ranges::find(columns, "severity", &Column::en) - columns.begin();
  std::string* cell = row.data() + at;
  *cell++ = severity;
  *cell++ = rule;
  *cell = std::move(message);
  return row;
}

class Csv : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override {
    out += csv_begin;
    Row header;
    for (std::size_t i = 0; i < columns.size(); ++i)
      header[i] = options.language == Language::zh ? columns[i].zh : columns[i].en;
    append_csv_row(header, out);
  }

  void document(const Review& review, std::string& out) override {
    const std::string path = inert_path(review.document.path);
    if (review.status != Review::Status::checked)
      append_csv_row(row_about(path, "error", name_of(review.status),
                               printable(review.error.in(options.language))),
                     out);
    for (const Finding& finding : review.findings)
      append_csv_row(row_of(review, finding, options), out);
    for (const auto& [rule, count] : review.truncated)
      append_csv_row(row_about(path, "note", rule, not_listed(count).in(options.language)), out);
  }

  void end(const Summary&, std::span<const FileProblem> problems, std::string& out) override {
    for (const FileProblem& problem : problems) {
      Row row = row_about(problem.path, name_of(problem.severity), "",
                          printable(problem.message.in(options.language)));
      row[1] = fmt::to_string(problem.at.line);
      row[2] = fmt::to_string(problem.at.column);
      append_csv_row(row, out);
    }
  }
};

}  // namespace

extern const OutputForm csv_output;
const OutputForm csv_output = output_form<Csv>(
    "csv", {"问题的表格，供 Excel、WPS 打开", "table of findings for Excel and WPS"});

}  // namespace hegui
