// rdjson: the Reviewdog Diagnostic Format. Columns count bytes of UTF-8; ends are exclusive; an
// end that is left out is the start.

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/json_values.h"
#include "output/parts/places.h"
#include "text/unicode.h"

namespace hegui {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "INFO";
    case Severity::warning: return "WARNING";
    case Severity::error: return "ERROR";
  }
  return "";
}

Json position(const Document& document, Location at) {
  return {{"line", at.line}, {"column", column_of(document, at, ColumnUnit::bytes)}};
}

Json range_json(const Document& document, const LineRange& range) {
  return {{"start", position(document, range.begin)}, {"end", position(document, range.end)}};
}

Json finding_rdjson(const Review& review, const Finding& finding, const OutputOptions& options) {
  const Document& document = review.document;
  Json json{{"message", advice_of(finding, options)},
            {"location",
             {{"path", plain_path(document.path)},
              {"range", range_json(document, range_of(review, finding.place))}}},
            {"severity", severity_of(finding.severity)},
            {"code", {{"value", finding.rule}}}};
  // An edit of what a DOCX says cannot be made in the DOCX. Nothing tells a suggestion that is a
  // guess from one that is none.
  if (document.lines_are_paragraphs || !finding.fix.is_safe) return json;
  for (const Edit& edit : finding.fix.edits)
    json["suggestions"].push_back(
        {{"range", range_json(document, range_of(review, {.span = edit.span}))},
         {"text", edit.text}});
  return json;
}

class ReviewDog : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override { out += R"({"source":{"name":"hegui"},"diagnostics":[)"; }

  void document(const Review& review, std::string& out) override {
    if (review.status != Review::Status::checked)
      diagnostics_.add({{"message", review.error.in(options.language)},
                        {"location", {{"path", plain_path(review.document.path)}}},
                        {"severity", "ERROR"},
                        {"code", {{"value", name_of(review.status)}}}},
                       out);
    for (const Finding& finding : review.findings)
      if (!finding.suppressed) diagnostics_.add(finding_rdjson(review, finding, options), out);
    for (const auto& [rule, count] : review.truncated)
      diagnostics_.add({{"message", not_listed(count).in(options.language)},
                        {"location", {{"path", plain_path(review.document.path)}}},
                        {"severity", severity_of(Severity::note)},
                        {"code", {{"value", rule}}}},
                       out);
  }

  void end(const Summary&, std::span<const FileProblem> problems, std::string& out) override {
    for (const FileProblem& problem : problems) {
      const auto column = first_code_points(problem.line, problem.at.column - 1).size() + 1;
      diagnostics_.add({{"message", problem.message.in(options.language)},
                        {"location",
                         {{"path", plain_path(problem.path)},
                          {"range", {{"start", {{"line", problem.at.line}, {"column", column}}}}}}},
                        {"severity", severity_of(problem.severity)}},
                       out);
    }
    out += "\n]}\n";
  }

 private:
  JsonElements diagnostics_;
};

}  // namespace

extern const OutputForm rdjson_output;
const OutputForm rdjson_output =
    output_form<ReviewDog>("rdjson", {"Reviewdog 的格式", "Reviewdog Diagnostic Format"});

}  // namespace hegui
