// json: the contract of tests/schema/score.schema.json.

#include <cstdlib>

#include "output/parts/json.h"
#include "output/parts/json_values.h"
#include "output/score/score_forms.h"
#include "review/score.h"
#include "version.h"

namespace hegui {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// As in the json of `check`.
Json year_or_null(const std::string& year) {
  return year.empty() ? Json(nullptr) : Json(std::atoi(year.c_str()));
}

void put_place(const SheetPlace& place, Json& json) {
  json["line"] = place.line > 0 ? Json(place.line) : Json(nullptr);
  json["column"] = place.line > 0 ? Json(place.column) : Json(nullptr);
  json["page"] = place.page > 0 ? Json(place.page) : Json(nullptr);
}

Json cell_json(const SheetColumn& column, const SheetCell& cell) {
  Json json{{"id", column.id},       {"title", column.title},   {"verdict", name_of(cell.verdict)},
            {"counts", cell.counts}, {"weight", column.weight}, {"points", cell.points}};
  json["share"] = share_json(cell.share, cell.rung, cell.shares);
  put_place(cell.at, json);
  json["insertion"] = cell.insertion;
  json["detail"] = cell.detail;
  json["quotes"] = cell.quotes;
  return json;
}

/// As in the json of `check`.
Json manual_json(const ScoreGroup& group, const SheetRow& row) {
  Json manual = Json::array();
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (const SheetCell& cell = row.cells[i]; cell.marked)
      manual.push_back({{"rule", group.columns[i].id},
                        {"points", cell.points},
                        {"reason", cell.marked_because},
                        {"by", text_or_null(cell.marked_by)}});
  return manual;
}

Json deduction_json(const SheetDeduction& deduction) {
  return {{"rule", deduction.rule},
          {"each", deduction.each},
          {"findings", deduction.places.size()},
          {"points", deduction.points},
          {"capped", deduction.capped}};
}

Json finding_json(const SheetFinding& finding) {
  Json json{{"rule", finding.rule}, {"severity", name_of(finding.severity)}};
  put_place(finding.at, json);
  json["message"] = finding.message;
  json["quote"] = finding.quote;
  json["suppressed"] = finding.suppressed;
  return json;
}

Json row_json(const ScoreGroup& group, const SheetRow& row) {
  Json json{{"path", row.path},
            {"rank", row.rank},
            {"title", text_or_null(row.title)},
            {"issuer", text_or_null(row.issuer)},
            {"year", year_or_null(row.year)},
            {"value", row.value},
            {"grade", text_or_null(row.grade)},
            {"got", row.got},
            {"possible", row.possible},
            {"deducted", row.deducted}};
  json["gate"] = row.gate ? gate_json(row.gate->failed_ids) : Json(nullptr);
  json["requirements"] = Json::array();
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    json["requirements"].push_back(cell_json(group.columns[i], row.cells[i]));
  json["deductions"] = Json::array();
  for (const SheetDeduction& one : row.deductions)
    json["deductions"].push_back(deduction_json(one));
  json["manual"] = manual_json(group, row);
  json["findings"] = Json::array();
  for (const SheetFinding& one : row.findings) json["findings"].push_back(finding_json(one));
  return json;
}

Json group_json(const ScoreGroup& group) {
  Json json{{"rules", group.rules},
            {"mean", std::stod(score_text(group.mean()))},
            {"median", std::stod(score_text(group.median()))}};
  json["grades"] = Json::array();
  for (const Grade& grade : group.grades)
    json["grades"].push_back(
        {{"name", grade.name}, {"least", grade.least}, {"reports", group.count(grade)}});
  json["requirements"] = Json::array();
  for (std::size_t i = 0; i < group.columns.size(); ++i)
    json["requirements"].push_back({{"id", group.columns[i].id},
                                    {"title", group.columns[i].title},
                                    {"weight", group.columns[i].weight},
                                    {"met", group.count(i, Verdict::met)},
                                    {"weak", group.count(i, Verdict::weak)},
                                    {"missing", group.count(i, Verdict::missing)},
                                    {"not_applicable", group.count(i, Verdict::not_applicable)}});
  json["reports"] = Json::made_array(
      group.rows.size(), [&group](std::size_t i) { return row_json(group, group.rows[i]); });
  return json;
}

std::string_view status_of(Review::Status status) {
  switch (status) {
    case Review::Status::checked: return "not-scored";
    case Review::Status::not_understood: return "not-understood";
    case Review::Status::unreadable: return "unreadable";
  }
  return "";
}

void write_json(const ScoreSheet& sheet, const OutputOptions&, const TakeText& take) {
  Json json{{"schema", 1}, {"tool", {{"name", "hegui"}, {"version", version}}}};
  json["groups"] = Json::array();
  for (const ScoreGroup& group : sheet.groups) json["groups"].push_back(group_json(group));
  json["not_ranked"] = Json::array();
  for (const NotRanked& one : sheet.not_ranked)
    json["not_ranked"].push_back(
        {{"path", one.path}, {"status", status_of(one.status)}, {"reason", one.reason}});
  json["same_issuers"] = Json::array();
  for (const SameIssuer& same : sheet.same_issuers())
    json["same_issuers"].push_back(
        {{"issuer", same.issuer}, {"year", year_or_null(same.year)}, {"paths", same.paths}});
  json.write(1, take);
  take("\n");
}

}  // namespace

extern const ScoreForm json_score;
const ScoreForm json_score{
    "json", {"全部结果，供程序读", "everything, for programs"}, write_json, nullptr};

}  // namespace hegui
