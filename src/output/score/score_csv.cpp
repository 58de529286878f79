// csv: one row a report, one column a requirement with its points, for Excel, WPS and scripts. How
// they come about, how many of them a reviewer gave, and how many findings are suppressed, stands
// after them.
// Reports without a score come last, without a rank and with their reason.

#include <map>

#include "output/parts/csv_cells.h"
#include "output/score/score_forms.h"
#include "review/score.h"
#include "text/printable.h"

namespace hegui {
namespace {

/// All requirements of all groups; two groups may share some.
struct Columns {
  explicit Columns(const ScoreSheet& sheet) {
    for (const ScoreGroup& group : sheet.groups)
      for (const SheetColumn& column : group.columns)
        if (index.emplace(column.id, all.size()).second) all.push_back(&column);
  }
  std::map<std::string, std::size_t> index = {};
  std::vector<const SheetColumn*> all = {};
};

/// 存在的不足 = 15 × (134/150 + 1) ÷ 2；…: of the points that are neither all nor none.
std::string formulas(const ScoreGroup& group, const SheetRow& row, Language language) {
  std::string all;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (const SheetCell& cell = row.cells[i]; cell.counts && !cell.formula.empty())
      all += (all.empty() ? "" : say("；", "; ").in(language)) +
             printable(group.columns[i].short_title) + " = " + cell.formula;
  return all;
}

void write_csv(const ScoreSheet& sheet, const OutputOptions& options, const TakeText& take) {
  std::string out;
  const auto in = [&](const Message& message) { return message.in(options.language); };
  const Columns columns(sheet);
  out += csv_begin;
  std::vector<std::string> head{in(say("名次", "rank")),    in(say("报告", "report")),
                                in(say("单位", "issuer")),  in(say("年度", "year")),
                                in(say("规则集", "rules")), in(say("得分", "score")),
                                in(say("等级", "grade"))};
  for (const SheetColumn* column : columns.all)
    head.push_back(
        in(say("{}（{} 分）", "{} ({})", column->short_title, points_text(column->weight))));
  const std::size_t first = 7;
  const std::size_t last = head.size();
  head.push_back(in(say("算法", "from")));
  head.push_back(in(say("扣分", "deductions")));
  head.push_back(in(say("门槛", "gate")));
  head.push_back(in(say("人工评分", "reviewer's points")));
  head.push_back(in(say("已抑制", "suppressed")));
  head.push_back(in(say("没有排名的原因", "why not ranked")));
  append_csv_row(head, out);

  for (const ScoreGroup& group : sheet.groups)
    for (const SheetRow& row : group.rows) {
      std::vector<std::string> cells(head.size());
      cells[0] = std::to_string(row.rank);
      cells[1] = printable(row.path);
      cells[2] = printable(row.issuer);
      cells[3] = row.year;
      cells[4] = group.rules;
      cells[5] = score_text(row.value);
      cells[6] = row.grade;
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (row.cells[i].counts)
          cells[first + columns.index.at(group.columns[i].id)] = points_text(row.cells[i].points);
      cells[last] = formulas(group, row, options.language);
      cells[last + 1] = points_text(row.deducted);
      cells[last + 2] = printable(gate_text(row, options.language));
      cells[last + 3] = std::to_string(row.marked());
      cells[last + 4] = std::to_string(row.suppressed());
      append_csv_row(cells, out);
    }
  for (const NotRanked& one : sheet.not_ranked) {
    std::vector<std::string> cells(head.size());
    cells[1] = printable(one.path);
    cells.back() = printable(one.reason);
    append_csv_row(cells, out);
  }
  take(out);
}

}  // namespace

extern const ScoreForm csv_score;
const ScoreForm csv_score{
    "csv",
    {"一行一份报告，供 Excel、WPS 打开", "one row per report, for Excel and WPS"},
    write_csv,
    nullptr};

}  // namespace hegui
