// jsonl: what json says, a line a thing, for programs that read as we write and for grep:
//
//   (document finding*)* problem* summary
//
// Each line is an object with a member `type`; tests/schema/jsonl.schema.json.

#include "output/output.h"
#include "output/parts/json_values.h"
#include "output/parts/statistics.h"
#include "version.h"

namespace hegui {
namespace {

/// `type` first, then the rest.
void append_line(std::string_view type, Json members, Json value, std::string& out) {
  Json line{{"type", type}};
  line.append(std::move(members));
  line.append(std::move(value));
  out += line.text() + "\n";
}

class JsonLines : public Output {
 public:
  using Output::Output;

  void document(const Review& review, std::string& out) override {
    Json json = document_json(review, options);
    put_trace(review, options, json);
    append_line("document", Json::object(), std::move(json), out);
    for (const Finding& finding : review.findings)
      append_line("finding", {{"path", review.document.path}},
                  finding_json(review, finding, options), out);
    if (options.statistics) statistics_.add(review);
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    for (const FileProblem& problem : problems)
      append_line("problem", Json::object(), problem_json(problem, options), out);
    Json sums = summary_json(summary);
    statistics_.put(summary, options, sums);
    append_line("summary",
                {{"schema", 1},
                 {"tool", {{"name", "hegui"}, {"version", version}}},
                 {"columns", "code-points"}},
                std::move(sums), out);
  }

 private:
  Statistics statistics_;
};

}  // namespace

extern const OutputForm jsonl_output;
const OutputForm jsonl_output = output_form<JsonLines>(
    "jsonl", {"JSON，一行一份文档或一个问题", "JSON, one line per document, finding or problem"});

}  // namespace hegui
