// sarif: Static Analysis Results Interchange Format 2.1.0 (OASIS). Section numbers below are of it.
//
// Results are written as they come. What stands for the whole run follows them: rules, which are
// known when their set was seen; the files, of which only path and encoding are kept; and what went
// wrong. A level is called as our severity is.

#include <map>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/json_values.h"
#include "output/parts/places.h"
#include "output/parts/sarif_rules.h"
#include "text/printable.h"
#include "version.h"

namespace hegui {
namespace {

/// A message (3.11). Its plain text may hold links to anywhere, [words](URI), where what we quote
/// is to stay words: nothing to be seen parts the two.
Json message_json(const std::string& words) {
  std::string text = printable(words);
  constexpr std::string_view zero_width_space = "\u200B";
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at))
    text.insert(at + 1, zero_width_space);
  return {{"text", std::move(text)}};
}

/// An insertion point is a region without width (3.30.2).
Json region_json(const LineRange& range) {
  return {{"startLine", range.begin.line},
          {"startColumn", range.begin.column},
          {"endLine", range.end.line},
          {"endColumn", range.end.column}};
}

/// The heading path (3.33). It says where in a file whose lines nobody sees, such as DOCX.
Json logical_location(const std::vector<std::string>& headings) {
  std::string path;
  for (const std::string& heading : headings) path += (path.empty() ? "" : " / ") + heading;
  return {{"name", headings.back()}, {"fullyQualifiedName", path}};
}

Json suppression_json(const Suppression& suppressed, const OutputOptions& options) {
  const bool in_source = suppressed.source == Suppression::Source::comment;
  Json json{{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
  json["justification"] = !suppressed.reason.empty()
                              ? suppressed.reason
                              : say("已在基线中", "in the baseline").in(options.language);
  json["properties"] = {{"source", name_of(suppressed.source)}};
  if (!suppressed.by.empty()) json["properties"]["by"] = suppressed.by;
  if (!suppressed.until.empty()) json["properties"]["until"] = suppressed.until;
  return json;
}

/// The result of one finding (3.27) in the file of that index in `artifacts`.
class ResultMaker {
 public:
  ResultMaker(const Review& review, std::size_t artifact, const OutputOptions& options)
      : review_(review),
        artifact_{{"uri", uri_of(review.document.path)}, {"index", artifact}},
        options_(options) {}

  Json result(const Finding& finding, std::size_t rule) const {
    Json json{{"ruleId", finding.rule},
              {"ruleIndex", rule},
              {"kind", "fail"},
              {"level", name_of(finding.severity)},
              {"message", message_json(finding.message.in(options_.language))},
              {"locations", Json::array({location(finding.place)})}};
    std::size_t id = 0;
    for (const Related& related : finding.related) {
      Json place = location(related.place);
      place["id"] = ++id;
      place["message"] = message_json(related.message.in(options_.language));
      json["relatedLocations"].push_back(std::move(place));
    }
    if (!finding.fingerprint.empty())
      json["partialFingerprints"] = {{"hegui/v1", finding.fingerprint}};
    if (!finding.fix.empty() && !review_.document.lines_are_paragraphs)
      json["fixes"] = Json::array({fix(finding)});
    if (finding.suppressed)
      json["suppressions"] = Json::array({suppression_json(*finding.suppressed, options_)});
    json["properties"] = {{"scope", finding.whole_document ? "document" : "span"},
                          {"insertion", finding.place.insertion},
                          {"quote", quote_of(review_.document, finding.place.span, 40)},
                          {"reasons", finding.reasons}};
    if (const std::uint32_t page = review_.document.page_at(finding.place.span.begin); page > 0)
      json["properties"]["page"] = page;
    if (std::string name = paragraph_name(review_, finding.place, options_.language); !name.empty())
      json["properties"]["place"] = std::move(name);
    return json;
  }

 private:
  Json location(const Place& place) const {
    Json json{
        {"physicalLocation",
         {{"artifactLocation", artifact_}, {"region", region_json(range_of(review_, place))}}}};
    const std::vector<std::string> headings = section_path(review_, place);
    if (!headings.empty()) json["logicalLocations"] = Json::array({logical_location(headings)});
    return json;
  }

  Json fix(const Finding& finding) const {
    Json replacements = Json::array();
    for (const Edit& edit : finding.fix.edits)
      replacements.push_back(
          {{"deletedRegion", region_json(range_of(review_, {.span = edit.span}))},
           {"insertedContent", {{"text", edit.text}}}});
    Json change{{"artifactLocation", artifact_}, {"replacements", std::move(replacements)}};
    Json json{{"artifactChanges", Json::array({std::move(change)})}};
    if (!finding.fix.is_safe)
      json["description"] = {
          {"text", say("没有十分把握，改后要核对", "a guess, to be looked at afterwards")
                       .in(options_.language)}};
    return json;
  }

  const Review& review_;
  const Json artifact_;
  const OutputOptions& options_;
};

/// A file that was looked at (3.24). Text has an encoding; the lines of other files are ours.
Json artifact_json(const Document& document, const OutputOptions& options) {
  Json json{{"location", {{"uri", uri_of(document.path)}}},
            {"roles", Json::array({"analysisTarget"})}};
  if (!document.lines_are_paragraphs)
    json["encoding"] = document.encoding;
  else if (!document.format.empty())
    json["description"] = {{"text", say("行列号以 hegui show 显示的为准",
                                        "lines and columns as hegui show prints them")
                                        .in(options.language)}};
  return json;
}

/// What kept hegui from checking (3.58).
Json notification_json(std::string_view id, Severity severity, const std::string& message,
                       Json location) {
  Json place{{"physicalLocation", std::move(location)}};
  return {{"descriptor", {{"id", id}}},
          {"level", name_of(severity)},
          {"message", message_json(message)},
          {"locations", Json::array({std::move(place)})}};
}

class Sarif : public Output {
 public:
  using Output::Output;

  void begin(std::string& out) override {
    out +=
        R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/)"
        R"(sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints",)"
        R"("language":")";
    out += options.language == Language::zh ? "zh-CN" : "en-US";
    out += R"(","results":[)";
  }

  void document(const Review& review, std::string& out) override {
    for (const SetReview& set : review.sets) rules_.add(set);
    if (review.status != Review::Status::checked) {
      failed_ = true;
      notifications_.push_back(notification_json(
          name_of(review.status), Severity::error, review.error.in(options.language),
          {{"artifactLocation", {{"uri", uri_of(review.document.path)}}}}));
    }
    const ResultMaker maker(review, index_of(review.document), options);
    for (const Finding& finding : review.findings)
      results_.add(maker.result(finding, rules_.index_of(finding.rule)), out);
    for (const auto& [rule, count] : review.truncated) {
      Json notification =
          notification_json("not-listed", Severity::note, not_listed(count).in(options.language),
                            {{"artifactLocation", {{"uri", uri_of(review.document.path)}}}});
      notification["associatedRule"] = {{"id", rule}, {"index", rules_.index_of(rule)}};
      notifications_.push_back(std::move(notification));
    }
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    for (const FileProblem& problem : problems) {
      failed_ = failed_ || problem.severity == Severity::error;
      Json region = {{"startLine", problem.at.line}, {"startColumn", problem.at.column}};
      notifications_.push_back(notification_json(
          "configuration", problem.severity, problem.message.in(options.language),
          {{"artifactLocation", {{"uri", uri_of(problem.path)}}}, {"region", std::move(region)}}));
    }
    out += "\n],\"artifacts\":[";
    std::string_view separator = "\n";
    for (const std::string& artifact : artifacts_) {
      out += separator;
      out += artifact;
      separator = ",\n";
    }
    const Json tool{{"driver",
                     {{"name", "hegui"},
                      {"version", version},
                      {"semanticVersion", version},
                      {"rules", rules_.rules()}}}};
    const Json invocation{{"executionSuccessful", !failed_},
                          {"toolExecutionNotifications", notifications_}};
    out += "\n],\"tool\":" + tool.text() + ",\n\"invocations\":[" + invocation.text() + "]" +
           ",\n\"properties\":{\"summary\":" + summary_json(summary).text() + "}}]}\n";
  }

 private:
  /// In `artifacts`, where a file stands once though it was given twice (3.14.15).
  std::size_t index_of(const Document& document) {
    const auto [entry, fresh] = artifact_index_.try_emplace(document.path, artifacts_.size());
    if (fresh) artifacts_.push_back(artifact_json(document, options).text());
    return entry->second;
  }

  JsonElements results_;
  SarifRules rules_;
  std::map<std::string, std::size_t> artifact_index_;
  std::vector<std::string> artifacts_;
  std::vector<Json> notifications_;
  bool failed_ = false;
};

}  // namespace

extern const OutputForm sarif_output;
const OutputForm sarif_output =
    output_form<Sarif>("sarif", {"SARIF 2.1.0，供代码平台读", "SARIF 2.1.0, for code platforms"});

}  // namespace hegui
