// json: the contract of tests/schema/check.schema.json. Written document by document; the frame
// around the documents is put together by hand.

#include <iterator>

#include "output/output.h"
#include "output/parts/json_values.h"
#include "output/parts/statistics.h"
#include "version.h"

namespace hegui {
namespace {

class JsonOutput : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override {
    fmt::format_to(std::back_inserter(out),
                   "{{\"schema\":1,\"tool\":{{\"name\":\"hegui\",\"version\":\"{}\"}},"
                   "\"columns\":\"code-points\",\n \"documents\":[",
                   version);
  }

  void document(const Review& review, std::string& out) override {
    Json json = document_json(review, options);
    std::string findings;
    for (const Finding& finding : review.findings)
      findings += (findings.empty() ? "" : ",") + finding_json(review, finding, options).text();
    json["findings"] = Json::written_array(std::move(findings));
    put_trace(review, options, json);
    documents_.add(json, out);
    if (options.statistics) statistics_.add(review);
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    Json all = Json::array();
    for (const FileProblem& problem : problems) all.push_back(problem_json(problem, options));
    Json sums = summary_json(summary);
    statistics_.put(summary, options, sums);
    out += "],\n \"problems\":" + all.text() + ",\n \"summary\":" + sums.text() + "}\n";
  }

 private:
  JsonElements documents_;
  Statistics statistics_;
};

}  // namespace

extern const OutputForm json_output;
const OutputForm json_output =
    output_form<JsonOutput>("json", {"全部结果，供程序读", "everything, for programs"});

}  // namespace hegui
