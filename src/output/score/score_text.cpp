// text: the score sheet for people. Of one report every term of its score; of several a matrix
// with ranks, and what they come to together.

#include <algorithm>
#include <iterator>

#include "output/parts/checklist.h"
#include "output/parts/text_lines.h"
#include "output/parts/text_table.h"
#include "output/score/score_forms.h"
#include "review/score.h"
#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {
namespace {

using Align = TextTable::Align;

std::string_view color_of(std::string_view sign) {
  if (sign == "✓") return "\x1b[32m";
  if (sign == "△") return "\x1b[33m";
  if (sign == "✗") return "\x1b[31m";
  return "\x1b[2m";
}

/// Colours come after the columns are laid out, because they have no width.
std::string painted(std::string line, bool color) {
  if (!color) return line;
  for (const std::string_view sign : {"✓", "△", "✗"}) {
    const std::string with = fmt::format("{}{}\x1b[0m", color_of(sign), sign);
    for (std::size_t at = line.find(sign); at != std::string::npos;
         at = line.find(sign, at + with.size()))
      line.replace(at, sign.size(), with);
  }
  return line;
}

std::string weight_text(double weight, Language language) {
  return say("{} 分", "{}", points_text(weight)).in(language);
}

std::string grade_text(const SheetRow& row, const OutputOptions& options) {
  if (row.grade.empty()) return {};
  if (row.grade_least == 0) return say("（{}）", " ({})", row.grade).in(options.language);
  return say("（{}：{} 分以上）", " ({}: {} or more)", row.grade, points_text(row.grade_least))
      .in(options.language);
}

class ScoreText {
 public:
  ScoreText(const ScoreSheet& sheet, const OutputOptions& options, std::string& out)
      : sheet_(sheet), options_(options), out_(out) {}

  void write() {
    const bool one = sheet_.reports() == 1;
    for (const ScoreGroup& group : sheet_.groups) {
      if (&group != &sheet_.groups.front()) out_ += '\n';
      if (one)
        report(group, group.rows.front());
      else
        matrix(group);
    }
    not_ranked();
    same_issuers();
    if (!one) totals();
  }

 private:
  std::string in(const Message& message) const { return message.in(options_.language); }

  void lines(const std::vector<std::string>& all, bool paint = true) {
    for (const std::string& line : all) out_ += painted(line, paint && options_.color) + "\n";
  }

  // --- one report

  void report(const ScoreGroup& group, const SheetRow& row) {
    out_ += printable(row.path);
    if (!row.year.empty()) out_ += in(say("  {} 年度", "  {}", row.year));
    if (!row.issuer.empty()) out_ += " · " + printable(row.issuer);
    out_ += in(say(" · 规则集 {}", " · rule set {}", group.rules)) + "\n\n";
    TextTable table({Align::left, Align::left, Align::right, Align::right, Align::left, Align::left,
                     Align::left},
                    options_.ambiguous);
    table.add({"", in(say("要求", "requirement")), in(say("分值", "weight")),
               in(say("得分", "points")), in(say("算法", "from")), in(say("位置", "place")),
               in(say("说明", "why"))});
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      add_cell(group.columns[i], row.cells[i], table);
    table.add({"", in(say("合计", "total")), points_text(row.possible), points_text(row.got)});
    lines(table.lines("  ", "  "));
    deductions(row);
    formula(row);
  }

  void add_cell(const SheetColumn& column, const SheetCell& cell, TextTable& table) const {
    std::string place = place_text(cell.at, options_.language);
    if (cell.insertion && !place.empty()) place = in(say("补在 {}", "to be added at {}", place));
    table.add({std::string(sign_of(cell.verdict)), printable(column.short_title),
               cell.counts ? points_text(column.weight) : "–",
               (cell.counts ? points_text(cell.points) : "–") + (cell.marked ? "*" : ""),
               cell.counts ? cell.formula : "", place, printable(cell.detail)});
  }

  void deductions(const SheetRow& row) {
    if (row.deductions.empty()) return;
    out_ += in(say("\n扣分\n", "\nDeductions\n"));
    TextTable table({Align::left, Align::right, Align::left}, options_.ambiguous);
    for (const SheetDeduction& one : row.deductions) {
      std::string how =
          in(say("{} 处 × {} 分", "{} × {}", one.places.size(), points_text(one.each)));
      if (one.capped) how += in(say("，封顶", ", capped"));
      for (const SheetPlace& place : one.places)
        how += (&place == &one.places.front() ? "  " : in(say("、", ", "))) +
               place_text(place, options_.language);
      table.add(
          {printable(one.title), "−" + points_text(one.points), how + "  [" + one.rule + "]"});
    }
    lines(table.lines("  ", "  "), false);
  }

  void formula(const SheetRow& row) {
    out_ += in(say("\n得分 = {}{}\n", "\nscore = {}{}\n", formula_text(row, options_.language),
                   grade_text(row, options_)));
    if (const std::string gate = gate_text(row, options_.language); !gate.empty())
      out_ += in(say("门槛：{}\n", "gate: {}\n", printable(gate)));
    if (row.marked() > 0) marks_legend();
    if (const std::size_t count = row.suppressed(); count > 0)
      out_ += in(say("已抑制 {}，不扣分\n", "{} suppressed, no deduction\n", count));
  }

  void marks_legend() {
    out_ += in(say("* 人工评分，代替算出的分\n",
                   "* given by a reviewer, in place of the computed points\n"));
  }

  // --- several

  void matrix(const ScoreGroup& group) {
    out_ += in(say("{} 份报告 · 规则集 {}\n\n", "{:report} · rule set {}\n\n", group.rows.size(),
                   group.rules));
    legend(group);
    // The number of a requirement stands above its sign; a wider number needs a wider column.
    std::vector<Align> columns{Align::right, Align::right, Align::left};
    columns.insert(columns.end(), group.columns.size(), Align::left);
    const auto is_suppressed = [](const SheetRow& row) { return row.suppressed() > 0; };
    const bool suppressed = std::ranges::any_of(group.rows, is_suppressed);
    columns.push_back(Align::right);
    if (suppressed) columns.push_back(Align::right);
    // Of a group either all have a gate or none.
    const bool gate = group.rows.front().gate.has_value();
    if (gate) columns.push_back(Align::left);
    columns.push_back(Align::left);
    const bool below = is_narrow(group, suppressed);
    TextTable table(columns, options_.ambiguous);
    std::vector<std::string> head{in(say("名次", "rank")), in(say("得分", "score")),
                                  in(say("等级", "grade"))};
    for (std::size_t i = 0; i < group.columns.size(); ++i) head.push_back(std::to_string(i + 1));
    head.push_back(in(say("扣分", "off")));
    if (suppressed) head.push_back(suppressed_head());
    if (gate) head.push_back(in(say("门槛", "gate")));
    if (!below) head.push_back(in(say("报告", "report")));
    table.add(std::move(head));
    for (const SheetRow& row : group.rows) {
      std::vector<std::string> cells{std::to_string(row.rank), score_text(row.value), row.grade};
      for (const SheetCell& cell : row.cells)
        cells.push_back(std::string(sign_of(cell.verdict)) + (cell.marked ? "*" : ""));
      cells.push_back(row.deducted > 0 ? points_text(row.deducted) : "");
      if (suppressed) cells.push_back(is_suppressed(row) ? std::to_string(row.suppressed()) : "");
      if (gate) cells.push_back(row.gate->passed() ? "" : printable(row.gate->name));
      if (!below) cells.push_back(printable(row.path));
      table.add(std::move(cells));
    }
    const std::vector<std::string> laid = table.lines("", "  ");
    for (std::size_t i = 0; i < laid.size(); ++i) {
      out_ += painted(laid[i], options_.color) + "\n";
      if (below && i > 0) out_ += "      " + printable(group.rows[i - 1].path) + "\n";
    }
    const auto is_marked = [](const SheetRow& row) { return row.marked() > 0; };
    if (std::ranges::any_of(group.rows, is_marked)) marks_legend();
    distribution(group);
  }

  std::string suppressed_head() const { return in(say("已抑制", "suppressed")); }

  /// A path is never cut: it is what the row is about. Where it does not fit it goes below.
  bool is_narrow(const ScoreGroup& group, bool suppressed) const {
    int path = 0;
    for (const SheetRow& row : group.rows)
      path = std::max(path, display_width(printable(row.path), options_.ambiguous));
    const int before = 4 + 2 + 5 + 2 + 4 + 2 + 3 * static_cast<int>(group.columns.size()) + 4 + 2 +
                       (suppressed ? display_width(suppressed_head(), options_.ambiguous) + 2 : 0) +
                       gate_width(group);
    return before + path > options_.columns;
  }

  int gate_width(const ScoreGroup& group) const {
    const std::optional<SheetGate>& gate = group.rows.front().gate;
    return gate ? std::max(4, display_width(printable(gate->name), options_.ambiguous)) + 2 : 0;
  }

  void legend(const ScoreGroup& group) {
    std::vector<std::string> entries;
    int widest = 0;
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
      const SheetColumn& column = group.columns[i];
      entries.push_back(fmt::format("{} {} {}", i + 1, printable(column.short_title),
                                    weight_text(column.weight, options_.language)));
      widest = std::max(widest, display_width(entries.back(), options_.ambiguous));
    }
    const auto across =
        static_cast<std::size_t>(std::max(1, (options_.columns - 2) / (widest + 2)));
    TextTable table(std::vector<Align>(across, Align::left), options_.ambiguous);
    for (std::size_t i = 0; i < entries.size(); i += across)
      table.add(
          {entries.begin() + static_cast<std::ptrdiff_t>(i),
           entries.begin() + static_cast<std::ptrdiff_t>(std::min(i + across, entries.size()))});
    lines(table.lines("  ", "  "), false);
    out_ += '\n';
  }

  void distribution(const ScoreGroup& group) {
    out_ += '\n';
    for (const Grade& grade : group.grades)
      out_ += in(say("{} {} 份 · ", "{}: {} · ", grade.name, group.count(grade)));
    out_ += in(say("平均 {}，中位数 {}\n\n", "mean {}, median {}\n\n", score_text(group.mean()),
                   score_text(group.median())));
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right},
                    options_.ambiguous);
    table.add({in(say("要求", "requirement")), in(say("达到", "met")), in(say("偏弱", "weak")),
               in(say("缺失", "missing")), in(say("不适用", "n/a"))});
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
      std::vector<std::string> cells{printable(group.columns[i].short_title)};
      for (const Verdict verdict :
           {Verdict::met, Verdict::weak, Verdict::missing, Verdict::not_applicable})
        cells.push_back(std::to_string(group.count(i, verdict)));
      table.add(std::move(cells));
    }
    lines(table.lines("  ", "  "), false);
  }

  // --- what is not in a matrix

  void not_ranked() {
    if (sheet_.not_ranked.empty()) return;
    if (!sheet_.groups.empty()) out_ += '\n';
    if (sheet_.reports() == 1) {
      const NotRanked& report = sheet_.not_ranked.front();
      // It can be read and understood, and have nothing that gives points.
      const bool checked = report.status == Review::Status::checked;
      fmt::format_to(std::back_inserter(out_), "{}: error: {} [{}]\n", line_path(report.path),
                     printable(report.reason), checked ? "no-score" : name_of(report.status));
      return;
    }
    out_ += in(say("没有排名的 {} 份：\n", "{} not ranked:\n", sheet_.not_ranked.size()));
    for (const NotRanked& report : sheet_.not_ranked)
      fmt::format_to(std::back_inserter(out_), "  {}: {}\n", printable(report.path),
                     printable(report.reason));
  }

  void same_issuers() {
    for (const SameIssuer& same : sheet_.same_issuers()) {
      out_ += in(say(
          "\n同一单位同一年度有 {2} 份，请确认以哪一份为准：{0} {1} 年度\n",
          "\n{2} reports by the same issuer for the same year; decide which one counts: {0} {1}\n",
          printable(same.issuer), same.year, same.paths.size()));
      for (const std::string& path : same.paths) out_ += "  " + printable(path) + "\n";
    }
  }

  void totals() {
    const std::size_t ranked = sheet_.reports() - sheet_.not_ranked.size();
    out_ += in(say("\n{} 份报告：{} 份有得分，{} 份没有排名\n",
                   "\n{:report}: {} scored, {} not ranked\n", sheet_.reports(), ranked,
                   sheet_.not_ranked.size()));
  }

  const ScoreSheet& sheet_;
  const OutputOptions& options_;
  std::string& out_;
};

void write_text(const ScoreSheet& sheet, const OutputOptions& options, const TakeText& take) {
  std::string out;
  ScoreText(sheet, options, out).write();
  take(out);
}

}  // namespace

extern const ScoreForm text_score;
const ScoreForm text_score{"text",
                           {"给人看：一份报告逐项列出，多份列成总表",
                            "for people: every term of one report, or a matrix of several"},
                           write_text,
                           nullptr};

}  // namespace hegui
