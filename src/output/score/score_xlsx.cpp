// xlsx: the score sheet as a workbook to hand on.
//
//   总表   a row a report: rank, score, grade, points of each requirement, links into the next two;
//          below, those without a score
//   逐项   a row a report and requirement: verdict, points, place, why, what it says there
//   问题   a row a finding
//   说明   how the numbers come about, and what has none

#include <algorithm>
#include <map>

#include "output/parts/checklist.h"
#include "output/score/score_forms.h"
#include "review/score.h"
#include "text/printable.h"
#include "text/unicode.h"
#include "version.h"

namespace hegui {
namespace {

constexpr std::string_view score_form = "0.0", points_form = "0.##", whole_form = "0";

class ScoreWorkbook {
 public:
  ScoreWorkbook(const ScoreSheet& sheet, const OutputOptions& options, Workbook& workbook)
      : sheet_(sheet), options_(options), workbook_(workbook) {
    for (const ScoreGroup& group : sheet_.groups)
      for (const SheetColumn& column : group.columns)
        if (index_.emplace(column.id, columns_.size()).second) columns_.push_back(&column);
  }

  void write() {
    overview();
    details();
    findings();
    notes();
  }

 private:
  std::string in(const Message& message) const { return message.in(options_.language); }
  std::string overview_name() const { return in(say("总表", "Overview")); }
  std::string details_name() const { return in(say("逐项", "Requirements")); }
  std::string findings_name() const { return in(say("问题", "Findings")); }

  void text(std::size_t column, std::string_view words, CellStyle style = CellStyle::plain) {
    if (!words.empty()) workbook_.text(column, printable(words), style);
  }

  static double width_for(std::string_view words, double least, double most) {
    return std::clamp(2.0 + display_width(words, 1), least, most);
  }

  double path_width() const {
    double width = 12;
    const auto widen = [&](const std::string& path) {
      width = std::max(width, width_for(path, 12, 48));
    };
    for (const ScoreGroup& group : sheet_.groups)
      for (const SheetRow& row : group.rows) widen(row.path);
    for (const NotRanked& one : sheet_.not_ranked) widen(one.path);
    return width;
  }

  // --- 总表

  void overview() {
    std::vector<SheetColumnFormat> heads{
        {in(say("名次", "rank")), 6},    {in(say("得分", "score")), 7},
        {in(say("等级", "grade")), 7},   {in(say("报告", "report")), path_width()},
        {in(say("单位", "issuer")), 24}, {in(say("年度", "year")), 7}};
    const bool several = sheet_.groups.size() > 1;
    if (several) heads.push_back({in(say("规则集", "rules")), 12});
    const std::size_t first = heads.size();
    for (const SheetColumn* column : columns_)
      heads.push_back(
          {in(say("{}\n{} 分", "{}\n{}", column->short_title, points_text(column->weight))),
           width_for(column->short_title, 8, 18)});
    const std::size_t last = heads.size();
    heads.push_back({in(say("扣分", "deductions")), 7});
    heads.push_back({in(say("门槛", "gate")), 12});
    heads.push_back({in(say("人工评分", "reviewer's points")), 9});
    heads.push_back({in(say("已抑制", "suppressed")), 9});
    heads.push_back({in(say("逐项", "by requirement")), 8});
    heads.push_back({in(say("问题", "findings")), 8});
    if (!sheet_.not_ranked.empty())
      heads.push_back({in(say("没有排名的原因", "why not ranked")), 40});
    workbook_.sheet(overview_name(), heads, true, 4);

    std::size_t detail = 1, finding = 1;  // Rows in the other sheets.
    for (const ScoreGroup& group : sheet_.groups)
      for (const SheetRow& row : group.rows) {
        workbook_.row();
        workbook_.number(0, static_cast<double>(row.rank), whole_form);
        workbook_.number(1, row.value, score_form);
        text(2, row.grade, CellStyle::center);
        text(3, row.path);
        text(4, row.issuer);
        text(5, row.year, CellStyle::center);
        if (several) text(6, group.rules);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          points(first + index_.at(group.columns[i].id), group.columns[i], row.cells[i]);
        workbook_.number(last, row.deducted, points_form);
        text(last + 1, gate_text(row, options_.language), CellStyle::wrapped);
        count(last + 2, row.marked());
        count(last + 3, row.suppressed());
        workbook_.link(last + 4, in(say("{} 项", "{}", row.cells.size())), details_name(), detail);
        if (!row.findings.empty())
          workbook_.link(last + 5, in(say("{} 处", "{}", row.findings.size())), findings_name(),
                         finding);
        detail += row.cells.size();
        finding += row.findings.size();
      }
    for (std::size_t i = 0; i < columns_.size(); ++i)
      workbook_.colours({first + i, columns_[i]->weight});
    // Below the coloured rows. No rank and no score: 0 would be one.
    for (const NotRanked& one : sheet_.not_ranked) {
      workbook_.row();
      text(3, one.path);
      text(last + 6, one.reason, CellStyle::wrapped);
    }
  }

  /// Empty where there is nothing, so that the others are seen.
  void count(std::size_t column, std::size_t number) {
    if (number > 0) workbook_.number(column, static_cast<double>(number), whole_form);
  }

  /// Points can be added up and sorted; where there are none to be got, the sign says more.
  void points(std::size_t column, const SheetColumn& requirement, const SheetCell& cell) {
    if (!cell.counts || requirement.weight == 0)
      text(column, sign_of(cell.verdict), CellStyle::center);
    else
      workbook_.number(column, cell.points, points_form);
  }

  // --- 逐项

  void details() {
    workbook_.sheet(details_name(),
                    {{in(say("报告", "report")), path_width()},
                     {in(say("名次", "rank")), 6},
                     {in(say("要求", "requirement")), 26},
                     {in(say("结论", "verdict")), 8},
                     {in(say("分值", "weight")), 7},
                     {in(say("得分", "points")), 7},
                     {in(say("算法", "from")), 24},
                     {in(say("人工", "reviewer's points")), 7},
                     {in(say("位置", "place")), 12},
                     {in(say("说明", "why")), 40},
                     {in(say("原文", "evidence")), 70}},
                    true, 1);
    std::size_t overview_row = 1;
    for (const ScoreGroup& group : sheet_.groups)
      for (const SheetRow& row : group.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          detail(row, group.columns[i], row.cells[i], i == 0 ? overview_row : 0);
        ++overview_row;
      }
    workbook_.colours({3, 0});
  }

  /// `back`: the row of the report in the overview, where this row leads there.
  void detail(const SheetRow& row, const SheetColumn& column, const SheetCell& cell,
              std::size_t back) {
    workbook_.row();
    if (back > 0)
      workbook_.link(0, printable(row.path), overview_name(), back);
    else
      text(0, row.path);
    workbook_.number(1, static_cast<double>(row.rank), whole_form);
    text(2, column.title, CellStyle::wrapped);
    text(3, fmt::format("{} {}", sign_of(cell.verdict), verdict_text(cell.verdict)));
    if (cell.counts) {
      workbook_.number(4, column.weight, points_form);
      workbook_.number(5, cell.points, points_form);
      text(6, cell.formula);
    }
    if (cell.marked) text(7, in(say("人工", "reviewer's points")), CellStyle::center);
    const std::string at = place_text(cell.at, options_.language);
    text(8, cell.insertion && !at.empty() ? in(say("补在 {}", "to be added at {}", at)) : at);
    text(9, cell.detail, CellStyle::wrapped);
    std::string quotes;
    if (!cell.insertion)
      for (const std::string& quote : cell.quotes)
        quotes += (quotes.empty() ? "" : " ") + in_quotes(quote);
    text(10, quotes, CellStyle::wrapped);
  }

  std::string verdict_text(Verdict verdict) const {
    switch (verdict) {
      case Verdict::met: return in(say("达到", "met"));
      case Verdict::weak: return in(say("偏弱", "weak"));
      case Verdict::missing: return in(say("缺失", "missing"));
      case Verdict::not_applicable: return in(say("不适用", "n/a"));
    }
    return {};
  }

  // --- 问题

  void findings() {
    workbook_.sheet(findings_name(),
                    {{in(say("报告", "report")), path_width()},
                     {in(say("轻重", "severity")), 9},
                     {in(say("位置", "place")), 12},
                     {in(say("问题", "finding")), 60},
                     {in(say("原文", "quote")), 40},
                     {in(say("规则", "rule")), 24},
                     {in(say("每处扣分", "points each")), 10},
                     {in(say("已抑制", "suppressed")), 24}},
                    true, 1);
    for (const ScoreGroup& group : sheet_.groups)
      for (const SheetRow& row : group.rows)
        for (const SheetFinding& one : row.findings) {
          workbook_.row();
          text(0, row.path);
          text(1, std::string(word_of(one.severity, options_.language)), CellStyle::center);
          text(2, place_text(one.at, options_.language));
          text(3, one.message, CellStyle::wrapped);
          text(4, one.quote, CellStyle::wrapped);
          text(5, one.rule);
          for (const SheetDeduction& deduction : row.deductions)
            if (deduction.rule == one.rule && !one.suppressed && one.severity > Severity::note)
              workbook_.number(6, deduction.each, points_form);
          if (one.suppressed)
            text(7, in(say("已抑制：{}", "yes: {}", one.suppressed_because)), CellStyle::wrapped);
        }
  }

  // --- 说明

  void line(std::string_view name, std::string_view words) {
    workbook_.row();
    text(0, name, CellStyle::strong);
    text(1, words, CellStyle::wrapped);
  }

  void notes() {
    workbook_.sheet(in(say("说明", "Notes")),
                    {{in(say("项目", "item")), 28}, {in(say("内容", "text")), 100}}, false, 0);
    line(in(say("得分", "score")),
         in(say("100 × 各项得分之和 ÷ 满分 − 扣分，不低于 0，四舍五入到 0.1。",
                "100 × points got ÷ points possible − deductions, not below 0, rounded to 0.1.")));
    line(
        in(say("各项得分", "points")),
        in(say(
            "达到（✓）得全部分值，缺失（✗）不得分，不适用（–）不计入满分。偏弱（△）按各项检查"
            "做到多少的平均数得分：要 150 字写了 134 字，就是 134/150；没有单独写成一部分等只能算"
            "偏弱的，再乘 0.6。前一项缺失、无从写起的，按缺失算。",
            "Met (✓) gets all of its points, missing (✗) none; not applicable (–) is left out of "
            "the total. Weak (△) gets the mean of what its checks found: 134 of 150 characters are "
            "134/150; × 0.6 where the way it was found only counts as weak. What cannot be there "
            "because something else is missing counts as missing.")));
    line(in(say("人工评分", "reviewer's points")),
         in(say("审核人给的分，代替算出的分，理由写在“逐项”的说明里。",
                "Points that a reviewer gave in place of the computed ones; the reason is on the "
                "sheet “Requirements”.")));
    line(in(say("已抑制", "suppressed")),
         in(say("写明理由放过的问题有几处：不扣分，缺失的内容照样不得分；理由在“问题”里。",
                "Findings accepted with a reason: they are not deducted, but what is missing still "
                "gets no points. The reasons are on the sheet “Findings”.")));
    line(in(say("门槛", "gate")),
         in(say("规则集说缺了哪些内容就不合格；与得分分开，不管多少分。",
                "What a rule set says that nothing can make up for, apart from the score.")));
    line(in(say("名次", "rank")),
         in(say("得分相同的名次相同。不同规则集的报告分开排名。",
                "Equal scores share a rank. Reports judged by different rule sets are ranked "
                "separately.")));
    line(
        in(say("它判断什么", "what is judged")),
        in(say("只看文字：该写的写了没有、写得够不够；不核实事实，不评价工作本身。名次供审核参考。",
               "Only the text: whether it says what it must, and says enough. It does not verify "
               "facts or judge the work itself. The ranking is meant to support a reviewer.")));
    for (const ScoreGroup& group : sheet_.groups) group_notes(group);
    for (const NotRanked& one : sheet_.not_ranked)
      line(in(say("没有排名", "not ranked")), one.path + in(say("：", ": ")) + one.reason);
    for (const SameIssuer& same : sheet_.same_issuers()) {
      line(in(say("同一单位同一年度", "same issuer and year")),
           in(say("{} {} 年度：{}", "{} {}: {}", same.issuer, same.year, listed(same.paths))));
    }
    line(in(say("程序", "program")), fmt::format("hegui {}", version));
  }

  void group_notes(const ScoreGroup& group) {
    workbook_.row();
    line(in(say("规则集", "rule set")), group.rules);
    std::string grades;
    for (const Grade& grade : group.grades)
      grades += in(say("{} {} 分以上（{} 份）  ", "{} from {} ({:report})  ", grade.name,
                       points_text(grade.least), group.count(grade)));
    if (!grades.empty()) line(in(say("等级", "grades")), grades);
    line(in(say("分布", "distribution")),
         in(say("{} 份，平均 {}，中位数 {}", "{:report}, mean {}, median {}", group.rows.size(),
                score_text(group.mean()), score_text(group.median()))));
    for (std::size_t i = 0; i < group.columns.size(); ++i)
      line(group.columns[i].short_title,
           in(say("{} 分；达到 {}，偏弱 {}，缺失 {}，不适用 {}",
                  "weight {}; {} met, {} weak, {} missing, {} not applicable",
                  points_text(group.columns[i].weight), group.count(i, Verdict::met),
                  group.count(i, Verdict::weak), group.count(i, Verdict::missing),
                  group.count(i, Verdict::not_applicable))));
    for (const SheetDeduct& deduct : group.deducts)
      line(in(say("扣分：{}", "deductions: {}", deduct.title)),
           deduct_text(deduct.terms).in(options_.language) + " [" + deduct.id + "]");
  }

  const ScoreSheet& sheet_;
  const OutputOptions& options_;
  Workbook& workbook_;
  std::map<std::string, std::size_t> index_ = {};
  std::vector<const SheetColumn*> columns_ = {};  // Of all groups.
};

void fill_workbook(const ScoreSheet& sheet, const OutputOptions& options, Workbook& workbook) {
  ScoreWorkbook(sheet, options, workbook).write();
}

}  // namespace

extern const ScoreForm xlsx_score;
const ScoreForm xlsx_score{
    "xlsx", {"工作簿，可以转发", "a workbook to pass on"}, nullptr, fill_workbook};

}  // namespace hegui
