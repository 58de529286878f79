// src/score: how a number comes about, and what does not change it.

#include "review/score.h"

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "output/score/score_forms.h"

namespace hegui {
namespace {

const std::string rules_text = R"(hegui: 1
id: t
vars: {year: {find: '/20\d\d/', in: [title]}}
grades: {优: 90, 中: 60, 差: 0}
requirements:
  - {id: work, title: 工作, weight: 50, found-by: [{heading: [工作]}], checks: [{id: figures, figures: {min: 2}}]}
  - {id: gaps, title: 不足, weight: 30, found-by: [{heading: [不足]}]}
  - {id: causes, title: 原因, weight: 10, within: gaps, checks: [{id: said, need: [由于], else: missing}]}
  - {id: old, title: 往年, weight: 10, applies-when: {year: ..2020}, found-by: [{heading: [往年]}]}
checks:
  - {id: gap, title: 占位, forbid: [待补], severity: error, deduct: 1.5, cap: 4}
  - {id: word, title: 用词, forbid: [某某], severity: note, deduct: 5}
)";

const std::string whole =
    "2025年度工作报告\n一、工作\n检查36次，调解12起。\n二、不足\n由于人员少，巡查不够。\n";

struct Scored {
  LoadedRules loaded;
  Review review;
  Score score = {};
};

Scored scored(const std::string& report, const std::string& rules = rules_text,
              const std::vector<Mark>& marks = {}, const LintOptions& options = {}) {
  Scored all{load_text(rules), {}};
  INFO(dump_problems(all.loaded));
  REQUIRE(all.loaded.rules.has_value());
  all.review = review_text("a.txt", report, *all.loaded.rules, options);
  all.review.marks = marks;
  all.score = all.review.score = score_of(all.review);
  return all;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("met counts whole, weak what is there, missing nothing, not applicable not at all",
          "[score]") {
  const Scored all = scored(whole);
  CHECK(all.score.got == 90);
  CHECK(all.score.possible == 90);
  CHECK(all.score.value == 100);
  CHECK(all.score.grade == "优");
  REQUIRE(all.score.terms.size() == 4);
  CHECK_FALSE(all.score.terms[3].counts);

  const Scored weak = scored(replaced(whole, "，调解12起", ""));
  CHECK(weak.score.got == 65);
  CHECK(weak.score.terms[0].points == 25);
  CHECK(weak.score.value == 72.2);  // 100 × 65 ÷ 90 = 72.22…
  CHECK(weak.score.grade == "中");

  const Scored older = scored(replaced(whole, "2025", "2019"));
  CHECK(older.score.possible == 100);
  CHECK(older.score.value == 90);
}

TEST_CASE("a weak part gets the mean of what its checks found", "[score]") {
  const std::string rules = replaced(rules_text, "[{id: figures, figures: {min: 2}}]",
                                     "[{id: figures, figures: {min: 2}},"
                                     " {id: length, length: {min-han: 12}}]");
  const Scored all = scored(replaced(whole, "，调解12起", ""), rules);
  const ScoreTerm& term = all.score.terms[0];
  CHECK(term.points == 18.75);  // 50 × (1/2 + 3/12) ÷ 2
  REQUIRE(term.shares.size() == 2);
  CHECK(term.shares[1].check == "length");
  CHECK(term.shares[1].got == 3);
  CHECK(term.shares[1].wanted == 12);
}

TEST_CASE("of each kind of check a weak part gets what is there of what is asked", "[score]") {
  const auto points = [](const std::string& check, const std::string& text) {
    const std::string rules =
        "hegui: 1\nid: t\nrequirements:\n  - {id: work, weight: 100, found-by: "
        "[{heading: [工作]}], checks: [" +
        check + "]}\n";
    return scored("2025年度报告\n一、工作\n" + text + "\n", rules).score.terms[0].points;
  };
  CHECK(points("{length: {max-han: 4}}", "一二三四五六七八。") == 50);
  CHECK(points("{length: {min-sentences: 4}}", "检查。执法。普法。") == 75);
  CHECK(points("{count: {of: [学法, 述法], min: 4}}", "学法、述法。") == 50);
  CHECK(std::abs(points("{items: {min: 3}}", "一是检查。二是执法。") - 66.67) < 0.001);
  CHECK(points("{need: {all: [学法, 述法, 普法, 执法]}}", "学法、述法、普法。") == 75);
  CHECK(points("{need: {all: [学法], none: [待补]}}", "学法待补。") == 0);
  CHECK(points("{need: {at-least: 2, of: {甲: [学法], 乙: [述法]}}}", "学法。") == 50);
  // Half of four items must say it: one is half of that.
  CHECK(points("{need: [由于], per: item, share: 50%}",
               "一是检查少，由于人少。二是执法弱。三是普法差。四是学法浅。") == 50);
  CHECK(points("{forbid: [待补]}", "待补。") == 0);
}

TEST_CASE("what is found in a way that only counts as weak gets 0.6 of it", "[score]") {
  const std::string rules =
      replaced(rules_text, "[{heading: [不足]}]", "[{heading: [不足], as: weak, because: 不明确}]");
  const Scored all = scored(whole, rules);
  CHECK(all.score.terms[1].points == 18);
  CHECK(points_formula(all.score.terms[1]) == "30 × 0.6");
}

TEST_CASE("what is only too short to be found as met gets points for its length", "[score]") {
  const std::string rules = replaced(rules_text, "[{heading: [不足]}]",
                                     "[{heading: [不足], min-han: 40}, {heading: [不足], as: weak, "
                                     "because: 太短, full-length: 40}]");
  const Scored all = scored(whole, rules);  // 由于人员少，巡查不够。
  CHECK(all.score.terms[1].points == 6.75);
  CHECK(points_formula(all.score.terms[1]) == "30 × 9/40");
  CHECK(all.review.findings[0].help.zh == "再写 31 字以上");
}

TEST_CASE("a character too few costs next to nothing", "[score]") {
  const LoadedRules loaded = load_builtin("fazhi");
  REQUIRE(loaded.rules.has_value());
  const std::string report = read_bytes(HEGUI_ROOT "/examples/good.txt");
  std::string text = report.substr(0, report.find("四、2026年"));
  REQUIRE(text.size() < report.size());
  text +=
      "四、2026年推进法治政府建设的主要安排\n（一）6月底前完成持证人员培训。\n"
      "（二）全年组织案卷评查4次。\n（三）逐村排查";
  std::set<Verdict> verdicts;
  double before = 0;
  for (int length = 0; length < 160; ++length) {
    text += "事";  // One more on each turn, through the 150 that are asked for.
    Review review = review_text("a.txt", text + "。\n", *loaded.rules);
    const double value = score_of(review).value;
    INFO(length);
    if (length > 0) CHECK(std::abs(value - before) < 1);
    verdicts.insert(review.find_requirement("fazhi/plan")->verdict);
    before = value;
  }
  CHECK(verdicts == std::set{Verdict::weak, Verdict::met});
}

TEST_CASE("a check that only costs points leaves the verdict, and says what it costs", "[score]") {
  const std::string rules =
      replaced(rules_text, "found-by: [{heading: [不足]}]",
               "found-by: [{heading: [不足]}], checks: [{id: many, items: {min: 4}, else: met, "
               "weighs: 40%, fix: 再写几条}]");
  const Scored all = scored(
      replaced(whole, "由于人员少，巡查不够。", "一是由于人员少，巡查不够。二是培训少。"), rules);
  const ScoreTerm& term = all.score.terms[1];
  CHECK(term.review->verdict == Verdict::met);
  CHECK(term.points == 24);  // 30 × (1 − 40% × (1 − 2/4))
  CHECK(points_formula(term) == "30 × (1 − 40% × (1 − 2/4))");
  REQUIRE(term.review->reasons.size() == 1);
  CHECK(term.review->reasons[0].costs_points);
  REQUIRE(all.review.findings.size() == 1);
  CHECK(all.review.findings[0].severity == Severity::note);
  CHECK(all.review.findings[0].help.zh == "再写几条");
}

TEST_CASE("a gate stands apart from points", "[score]") {
  const std::string rules = rules_text + "gate: {missing: [gaps, causes], name: 不合格}\n";
  const Scored passed = scored(whole, rules);
  REQUIRE(passed.score.gate.has_value());
  CHECK(passed.score.gate->passed());
  const Scored failed = scored("2025年度工作报告\n一、工作\n检查36次，调解12起。\n", rules);
  REQUIRE(failed.score.gate.has_value());
  CHECK(failed.score.gate->failed.size() == 2);
  CHECK(failed.score.gate->name == "不合格");
  CHECK_FALSE(scored(whole).score.gate.has_value());
  // A reviewer who gives points says that it is there.
  const Scored marked = scored("2025年度工作报告\n一、工作\n检查36次，调解12起。\n", rules,
                               {{.rule = "t/gaps", .points = 9, .reason = "附表里有"},
                                {.rule = "t/causes", .points = 9, .reason = "附表里有"}});
  CHECK(marked.score.gate->passed());
}

TEST_CASE("what is blocked counts as missing", "[score]") {
  const Scored silent = scored("2025年度工作报告\n一、工作\n检查36次，调解12起。\n");
  REQUIRE(silent.score.terms[2].review->blocked_by != nullptr);
  CHECK(silent.score.possible == 90);
  const Scored honest = scored(replaced(whole, "由于人员少，", ""));
  CHECK(silent.score.value < honest.score.value);
}

TEST_CASE("findings deduct up to a cap", "[score]") {
  const Scored two = scored(whole + "待补。\n另有待补。\n");
  REQUIRE(two.score.deductions.size() == 1);
  CHECK(two.score.deductions[0].findings.size() == 2);
  CHECK(two.score.deductions[0].points == 3);
  CHECK_FALSE(two.score.deductions[0].capped);
  CHECK(two.score.value == 97);
  const Scored three = scored(whole + "待补。\n另有待补。\n仍然待补。\n");
  CHECK(three.score.deductions[0].points == 4);
  CHECK(three.score.deductions[0].capped);
}

TEST_CASE("a note and a suppressed finding deduct nothing", "[score]") {
  CHECK(scored(whole + "某某来访。\n").score.deductions.empty());
  CHECK(scored(whole + "待补。\n", rules_text, {}, {.severity = {{"t/gap", Severity::note}}})
            .score.deductions.empty());
  Scored all = scored(whole + "待补。\n另有待补。\n");
  all.review.findings[0].suppressed = Suppression{.reason = "模板里的字"};
  CHECK(score_of(all.review).deducted == 1.5);
}

TEST_CASE("a suppressed requirement still gets no points", "[score]") {
  Scored all = scored(replaced(whole, "由于人员少，", ""));
  for (Finding& finding : all.review.findings) finding.suppressed = Suppression{.reason = "x"};
  CHECK(score_of(all.review).value == all.score.value);
}

TEST_CASE("a mark replaces the points, and says that the requirement applies", "[score]") {
  const Scored all = scored(whole, rules_text,
                            {{.rule = "t/gaps", .points = 12, .reason = "不具体", .by = "复核组"},
                             {.rule = "t/old", .points = 99, .reason = "补报"}});
  CHECK(all.score.terms[1].points == 12);
  REQUIRE(all.score.terms[1].mark != nullptr);
  CHECK(all.score.terms[1].mark->reason == "不具体");
  CHECK(all.score.terms[3].points == 10);  // Not more than the weight.
  CHECK(all.score.possible == 100);
  CHECK(all.score.value == 82);
}

TEST_CASE("a score is not below 0, and none without weights", "[score]") {
  const std::string heavy = replaced(rules_text, "deduct: 1.5, cap: 4", "deduct: 99");
  CHECK(scored("2025年度工作报告\n一、工作\n若干。待补。\n另有待补。\n", heavy).score.value == 0);
  CHECK(scored(whole, "hegui: 1\nid: t\nchecks: [{id: gap, forbid: [待补]}]\n").score.possible ==
        0);
}

TEST_CASE("only what is selected is scored", "[score]") {
  const Scored all = scored(whole, rules_text, {}, {.select = {"t/gaps"}});
  CHECK(all.score.possible == 30);
}

TEST_CASE("the number that is shown decides the grade", "[score]") {
  // 100 × 44.975 ÷ 50 is 89.95, shown as 90.0.
  const Scored all =
      scored(whole, rules_text, {{.rule = "t/work", .points = 44.975}}, {.select = {"t/work"}});
  CHECK(score_text(all.score.value) == "90.0");
  CHECK(all.score.grade == "优");
}

TEST_CASE("a mark is marked in every form of the sheet", "[score]") {
  const Scored all =
      scored(replaced(whole, "，调解12起", ""), rules_text,
             {{.rule = "t/work", .points = 40, .reason = "附表里有数据", .by = "复核组"}});
  ScoreSheet sheet;
  sheet.add(all.review, {});
  const auto text_of = [&](std::string_view form) {
    std::string out;
    find_score_form(form)->write(sheet, {}, [&](std::string_view text) { out += text; });
    return out;
  };
  sheet.rank();
  const auto has = [](const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
  };
  CHECK(has(text_of("text"), "40*"));
  CHECK(has(text_of("text"), "人工评分（复核组）：附表里有数据"));
  CHECK(has(text_of("text"), "100 × 80 ÷ 90 = 88.9"));
  CHECK(has(text_of("json"), "\"manual\": [\n"));
  CHECK(has(text_of("csv"), ",88.9,"));
  sheet.add(all.review, {});
  sheet.rank();
  CHECK(has(text_of("text"), "△*"));
}

TEST_CASE("equal scores share a rank, and what has no score has none", "[score]") {
  ScoreSheet sheet;
  const Scored best = scored(whole), good = scored(replaced(whole, "，调解12起", ""));
  for (const Review* review : {&good.review, &best.review, &good.review}) sheet.add(*review, {});
  Review unreadable;
  unreadable.status = Review::Status::unreadable;
  unreadable.document.path = "b.txt";
  unreadable.error = say("读不了", "cannot be read");
  sheet.add(unreadable, {});
  sheet.rank();
  REQUIRE(sheet.groups.size() == 1);
  const ScoreGroup& group = sheet.groups.front();
  REQUIRE(group.rows.size() == 3);
  CHECK(group.rows[0].rank == 1);
  CHECK(group.rows[1].rank == 2);
  CHECK(group.rows[2].rank == 2);
  CHECK(group.median() == 72.2);
  CHECK(group.count(0, Verdict::weak) == 2);
  CHECK(sheet.not_ranked.size() == 1);
  CHECK(sheet.reports() == 4);
}

TEST_CASE("reports of different rule sets are ranked apart", "[score]") {
  ScoreSheet sheet;
  const Scored one = scored(whole), other = scored(whole, replaced(rules_text, "id: t", "id: u"));
  sheet.add(one.review, {});
  sheet.add(other.review, {});
  sheet.rank();
  REQUIRE(sheet.groups.size() == 2);
  CHECK(sheet.groups[1].rows[0].rank == 1);
}

TEST_CASE("so are reports of which different requirements are asked", "[score]") {
  ScoreSheet sheet;
  const Scored all = scored(whole), some = scored(whole, rules_text, {}, {.ignore = {"t/gaps"}});
  sheet.add(all.review, {});
  sheet.add(some.review, {});
  sheet.rank();
  REQUIRE(sheet.groups.size() == 2);
  CHECK(sheet.groups[0].columns.size() == 4);
  CHECK(sheet.groups[1].columns.size() == 3);
}

TEST_CASE("a formula that comes to less than 0 says so", "[score]") {
  const std::string heavy = replaced(rules_text, "deduct: 1.5, cap: 4", "deduct: 99");
  ScoreSheet sheet;
  const Scored all = scored("2025年度工作报告\n一、工作\n若干。待补。\n另有待补。\n", heavy);
  sheet.add(all.review, {});
  sheet.rank();
  std::string out;
  find_score_form("text")->write(sheet, {}, [&](std::string_view text) { out += text; });
  INFO(out);
  CHECK(out.find("− 100，不低于 0 = 0.0") != std::string::npos);
}

TEST_CASE("points and scores are written plainly", "[score]") {
  CHECK(points_text(15) == "15");
  CHECK(points_text(7.5) == "7.5");
  CHECK(points_text(200.0 / 3) == "66.67");
  CHECK(points_text(0) == "0");
  CHECK(score_text(70) == "70.0");
}

}  // namespace hegui
