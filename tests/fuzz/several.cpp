// Several reports in a run, parted by lines of =====, as anybody may hand them in: every view and
// every form of the score sheet ends, says nothing but text, and JSON is valid; and threads change
// nothing of it.

#include <nlohmann/json.hpp>

#include "fixture.h"
#include "output/score/score_forms.h"
#include "output/views/outline_view.h"
#include "output/views/trace_view.h"
#include "review/score.h"
#include "review/trace.h"
#include "run/review_all.h"
#include "system/xlsx_file.h"
#include "text/fnv1a.h"

namespace {

using namespace hegui;

constexpr std::size_t most_reports = 8;

std::vector<std::string_view> reports_in(std::string_view text) {
  constexpr std::string_view mark = "=====\n";
  std::vector<std::string_view> reports;
  while (reports.size() < most_reports) {
    const std::size_t end = text.find(mark);
    reports.push_back(text.substr(0, end));
    if (end == text.npos) break;
    text.remove_prefix(end + mark.size());
  }
  return reports;
}

/// As the program makes one: what cannot be read is in the review.
Review review_one(std::size_t number, std::string_view text) {
  const std::string name = std::to_string(number) + ".txt";
  LintOptions options;
  options.trace = fazhi().requirements[number % fazhi().requirements.size()].rule.id;
  Review review;
  try {
    review = review_of(name, text, fazhi(), options);
  } catch (const InputError& error) {
    review.status = Review::Status::unreadable;
    review.error = error.message();
    review.document.path = name;
  }
  review.score = score_of(review);
  return review;
}

/// All that one run says, in all forms.
std::string said_of(const std::vector<std::string_view>& reports, unsigned threads) {
  std::string said;
  ScoreSheet sheet;
  std::vector<std::string> outputs(output_forms().size());
  std::vector<std::unique_ptr<Output>> forms;
  for (const OutputForm& form : output_forms()) {
    forms.push_back(form.make({.verbose = true}));
    forms.back()->begin(outputs[forms.size() - 1]);
  }
  review_all(
      reports.size(), threads, [&](std::size_t i) { return review_one(i, reports[i]); },
      [&](std::size_t, Review review) {
        for (std::size_t i = 0; i < forms.size(); ++i) forms[i]->document(review, outputs[i]);
        sheet.add(review, {});
        if (review.status == Review::Status::unreadable) return;
        std::string json;
        write_outline_json(review, 1, json);
        require(nlohmann::json::accept(json));
        write_outline_text(review, {}, said);
        write_numbered(review.document, Language::zh, said);
        write_lines(review.document, said);
        const std::string traced = fazhi().requirements[sheet.reports() % 3].rule.id;
        if (const auto trace = trace_rule(review, traced))
          write_trace_text(review, *trace, {}, said);
      });
  for (std::size_t i = 0; i < forms.size(); ++i) {
    forms[i]->end({}, {}, outputs[i]);
    const std::string_view name = output_forms()[i].name;
    if (name == "json" || name == "sarif" || name == "gitlab" || name == "rdjson")
      require(nlohmann::json::accept(outputs[i]));
    if (output_forms()[i].holds_one_report)
      said += fmt::to_string(fnv1a(outputs[i]));  // No text.
    else
      said += outputs[i];
  }
  sheet.rank();
  for (const ScoreForm& form : score_forms())
    if (form.write)
      form.write(sheet, {}, [&](std::string_view text) { said += text; });
    else
      xlsx_bytes([&](Workbook& workbook) { form.fill(sheet, {}, workbook); });
  return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string_view> reports = reports_in(text_of(data, size));
  const std::string alone = said_of(reports, 1);
  require(is_utf8(alone));
  require(alone == said_of(reports, 3));
  return 0;
}
