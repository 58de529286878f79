// src/ruleset, src/binding, src/lint: what tables and small rule sets show better than files, and
// the samples of the built-in rule sets.

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "formats/format.h"
#include "output/output.h"
#include "review/applies.h"
#include "review/lint.h"
#include "review/selftest.h"
#include "review/variables.h"
#include "ruleset/archive.h"
#include "ruleset/builtin.h"
#include "ruleset/compiled.h"
#include "ruleset/load.h"
#include "text/decode.h"
#include "yaml/yaml.h"

namespace hegui {
namespace {

/// Throws the test when the rules have errors.
RuleSet load(const std::string& source) {
  LoadedRules loaded = load_text(source);
  INFO(dump_problems(loaded));
  REQUIRE(loaded.rules.has_value());
  return std::move(*loaded.rules);
}

const std::string head = "hegui: 1\nid: t\n";

/// A report with a body that is long enough for lint().
std::string report(std::string_view title, std::string_view body) {
  std::string text = std::string(title) + "\n\n一、主要举措\n" + std::string(body) + "\n";
  for (int i = 0; i < 12; ++i)
    text += "街道逐条梳理办事流程，公开办理时限和联系方式，接受群众评议。\n";
  return text;
}

std::string variable(const std::string& vars, std::string_view title, std::string_view name,
                     const Variables& given = {}, const std::string& path = "a.txt") {
  const RuleSet rules = load(head + "vars:\n" + vars);
  const Document document = read_document(path, report(title, "2023年完成。"));
  const KnownVariables known =
      read_variables(rules, document, read_outline(document, rules.hints), given);
  const auto value = known.values.find(name);
  if (value == known.values.end()) return "-";
  return value->second + (name == "year" ? " " + known.year_from : "");
}

bool equal(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.quoted != b.quoted || a.place != b.place || a.text != b.text ||
      a.items.size() != b.items.size() || a.entries.size() != b.entries.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!equal(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key != b.entries[i].key || a.entries[i].place != b.entries[i].place ||
        !equal(a.entries[i].value, b.entries[i].value))
      return false;
  return true;
}

}  // namespace

TEST_CASE("ids are chosen whole or by prefix", "[rules]") {
  struct Row {
    std::string_view id;
    std::vector<std::string> entries;
    bool matches;
  };
  const std::vector<Row> rows{
      {"fazhi/plan", {}, false},
      {"fazhi/plan", {"fazhi/plan"}, true},
      {"fazhi/plan", {"fazhi"}, true},
      {"fazhi/plan", {"fazhi/"}, true},
      {"fazhi/plan.year", {"fazhi/plan"}, true},
      {"fazhi/plan", {"gongwen", "fazhi"}, true},
      // No prefix of a word: plan is not planning.
      {"fazhi/planning", {"fazhi/plan"}, false},
      {"fazhi/plan", {"fa"}, false},
      {"fazhi/plan", {"fazhi/plan.year"}, false},
      {"fazhi/plan", {"plan"}, false},
      {"fazhi/plan", {""}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CHECK(matches_any(row.id, row.entries) == row.matches);
  }
}

TEST_CASE("variables take the first source that has a value", "[rules][variables]") {
  const std::string year =
      "  year: {find: '/(20\\d\\d)(?=\\s*年|\\D|$)/', in: [option, title, lead, file-name]}\n";
  CHECK(variable(year, "甲街道2024年度工作情况报告", "year") == "2024 title");
  CHECK(variable(year, "甲街道2024年度工作情况报告", "year", {{"year", "2022"}}) == "2022 option");
  CHECK(variable(year, "甲街道年度工作情况报告", "year", {}, "x/2021年.txt") == "2021 file-name");
  CHECK(variable(year, "甲街道年度工作情况报告", "year", {}, "2021/a.txt") == "-");
  CHECK(variable(year + "  next: year + 1\n", "甲街道2024年度工作情况报告", "next") == "2025");
  CHECK(variable(year + "  next: year + 1\n", "甲街道年度工作情况报告", "next") == "-");
  CHECK(variable(year + "  before: year - 1\n  two: before - 1\n", "甲街道2024年度工作情况报告",
                 "two") == "2022");
  // A source that is no number has no sum, and so no value.
  CHECK(variable("  kind: {find: '/报告|总结/', in: [title]}\n  more: kind + 1\n",
                 "甲街道2024年度工作情况报告", "more") == "-");
  CHECK(variable("  kind: {find: '/报告|总结/', in: [title]}\n", "甲街道2024年度工作情况报告",
                 "kind") == "报告");
}

TEST_CASE("a set applies when all its conditions hold", "[rules]") {
  const RuleSet rules =
      load(head + "applies: {title: {none: [方案]}, title-or-lead: {any: ['/法治.{0,4}建设/']}}\n");
  const auto holds = [&](std::string_view title, std::string_view lead) {
    const Document document = read_document(
        "a.txt", std::string(title) + "\n" + std::string(lead) + "\n一、举措\n做了工作。\n");
    Message why;
    const bool yes = applies(rules, document, read_outline(document, rules.hints), &why);
    return fmt::format("{} {}", yes, why.zh);
  };
  CHECK(holds("甲街道2024年度法治政府建设情况报告", "现将情况报告如下，请予审议批准。") ==
        "true 标题中有“法治政府建设”");
  CHECK(holds("甲街道2024年度工作情况报告", "一年来，街道推进法治政府建设，成效明显。") ==
        "true 导语中有“法治政府建设”");
  CHECK(holds("甲街道2024年度工作情况报告", "一年来，街道推进各项工作，成效明显。") == "false ");
  CHECK(holds("甲街道2024年度法治政府建设工作方案", "现将有关事项安排如下，请认真执行。") ==
        "false ");
  const RuleSet without = load(head);
  CHECK(!applies(without, read_document("a.txt", "一"), {}));
}

TEST_CASE("what is no report is not understood", "[rules][lint]") {
  const RuleSet rules = load(head +
                             "title: 年度报告\napplies: {title: [年度报告]}\nrequirements:\n"
                             "  - {id: plan, found-by: [{heading: [安排]}]}\n");
  const std::vector<ChosenRules> chosen{{&rules, true}};
  const auto status = [&](const std::string& text) {
    const Review review = lint(read_document("a.txt", text), chosen, {});
    return fmt::format("{} {}", static_cast<int>(review.status), review.error.zh);
  };
  CHECK(status("甲街道年度报告\n一、安排\n继续推进。\n") ==
        "1 正文只有 4 字，不足 200 字，不像一份报告");
  CHECK(status(report("甲街道年度报告", "做了工作。")) == "0 ");
  // Named by the user, and yet nothing of it is there.
  CHECK(status(report("甲街道2024年工作要点", "做了工作。")) ==
        "1 这像是“工作要点”，不是“年度报告”");
  CHECK(status(report("甲街道2024年情况", "做了工作。")).starts_with("1 看不出是“年度报告”"));
  // One part is enough to take it for one.
  CHECK(status(report("甲街道2024年工作要点", "做了工作。\n二、下一年安排\n继续推进。")) == "0 ");
}

TEST_CASE("a summary counts what reviews say", "[rules][summary]") {
  const RuleSet rules = load(head +
                             "requirements:\n"
                             "  - {id: measures, found-by: [{heading: [举措]}]}\n"
                             "  - id: plan\n    severity: {missing: note}\n"
                             "    found-by: [{heading: [安排]}]\n"
                             "  - {id: inner, within: plan, checks: [{need: [任务]}]}\n"
                             "  - {id: old, applies-when: {year: ..2000},\n"
                             "     found-by: [{heading: [回顾]}]}\n"
                             "checks: [{id: word, forbid: [时限], severity: warning}]\n"
                             "vars: {year: {find: '/20\\d\\d/', in: [title]}}\n");
  const std::string text = report("甲街道2024年度报告", "做了工作。");
  const std::vector<ChosenRules> chosen{{&rules, true}};
  Summary summary;
  summary.add(lint(read_document("a.txt", text), chosen, {}));
  summary.add(lint(read_document("b.txt", "短"), chosen, {}));
  Review unreadable;
  unreadable.status = Review::Status::unreadable;
  summary.add(unreadable);
  CHECK(summary.documents == 3);
  CHECK(summary.met == 1);
  CHECK(summary.weak == 0);
  CHECK(summary.missing == 2);  // What is blocked is missing too.
  CHECK(summary.blocked == 1);
  CHECK(summary.not_applicable == 1);
  CHECK(summary.not_understood == 1);
  CHECK(summary.unreadable == 1);
  CHECK(summary.errors == 0);
  CHECK(summary.warnings == 12);
  CHECK(summary.notes == 1);
  CHECK(summary.suppressed == 0);
}

TEST_CASE("the user selects, leaves out and weighs rules", "[rules][lint]") {
  const RuleSet rules = load(head +
                             "requirements:\n"
                             "  - id: measures\n    found-by: [{heading: [举措]}]\n"
                             "    checks: [{id: length, length: {min-han: 9999}},\n"
                             "             {id: figures, figures: {min: 99}}]\n"
                             "  - {id: plan, found-by: [{heading: [安排]}]}\n"
                             "checks: [{id: word, forbid: [不存在的词]}]\n");
  const std::string text = report("甲街道2024年度报告", "做了工作。");
  const auto findings = [&](const LintOptions& options) {
    const std::vector<ChosenRules> chosen{{&rules, true}};
    std::string out;
    for (const Finding& finding : lint(read_document("a.txt", text), chosen, options).findings) {
      out += fmt::format("{} {}", finding.rule, name_of(finding.severity));
      for (const std::string& reason : finding.reasons) out += " " + reason;
      out += ";";
    }
    return out;
  };
  CHECK(findings({}) == "t/measures warning length figures;t/plan error;");
  CHECK(findings({.select = {"t/plan"}}) == "t/plan error;");
  CHECK(findings({.ignore = {"t/plan"}}) == "t/measures warning length figures;");
  CHECK(findings({.ignore = {"t"}}).empty());
  CHECK(findings({.ignore = {"t/measures.length"}}) == "t/measures warning figures;t/plan error;");
  CHECK(findings({.select = {"t"}, .ignore = {"t/measures"}}) == "t/plan error;");
  CHECK(findings({.severity = {{"t/plan", Severity::note}}}) ==
        "t/measures warning length figures;t/plan note;");
  CHECK(findings({.severity = {{"t", std::nullopt}}}).empty());
  // The last one that names it wins.
  CHECK(findings({.severity = {{"t", std::nullopt}, {"t/plan", Severity::warning}}}) ==
        "t/plan warning;");
}

TEST_CASE("selecting a check leaves out the other checks of its requirement", "[rules][lint]") {
  const RuleSet rules = load(head +
                             "requirements:\n  - id: a\n    found-by: [{heading: [举措]}]\n"
                             "    checks: [{id: length, length: {min-han: 9999}},\n"
                             "             {id: figures, figures: {min: 99}}]\n");
  const Review review =
      review_text("a.txt", report("镇报告", "完成。"), rules, {.select = {"t/a.figures"}});
  REQUIRE(review.findings.size() == 1);
  CHECK(review.findings.front().reasons == std::vector<std::string>{"figures"});
}

TEST_CASE("a fingerprint stays when other text, a figure or a number changes", "[rules][lint]") {
  const RuleSet rules = load(head + "checks: [{id: word, forbid: [待补]}]\n");
  const auto fingerprint = [&](std::string_view text, std::string_view path = "a.txt") {
    const Review review = review_text(std::string(path), text, rules);
    REQUIRE(review.findings.size() == 1);
    return review.findings.front().fingerprint;
  };
  const std::string one =
      fingerprint("甲街道报告\n一、举措\n办结12件，经费待补。\n二、不足\n无。\n");
  CHECK(one.size() == 16);
  for (const std::string_view same : {
           "甲街道报告\n一、举措\n另有其他。\n办结12件，经费待补。\n二、不足\n无。\n",
           "甲街道报告\n一、不足\n无。\n二、举措\n办结1,300件，经费待补。\n",
           "甲街道报告\n（一）举措\n办结十三件，经费待补。\n",
           "甲街道报告\n一、举措\n街道按月巡查，办结 3 件, 经费 待补！\n",
       })
    CHECK(fingerprint(same) == one);
  CHECK(fingerprint("# 甲街道报告\n\n## 一、举措\n\n办结**12**件，经费**待补**。\n", "a.md") ==
        one);
  for (const std::string_view other : {
           "甲街道报告\n一、不足\n办结12件，经费待补。\n",
           "甲街道报告\n一、举措\n办结12件，场地待补。\n",
       })
    CHECK(fingerprint(other) != one);
}

TEST_CASE("a fingerprint is of words, figures apart, however they are written", "[rules][lint]") {
  const RuleSet rules = load(head + "checks: [{id: word, forbid: ['/全年.{3,}?。/']}]\n");
  const auto fingerprint = [&](std::string_view words) {
    const Review review =
        review_text("a.txt", fmt::format("甲街道报告\n一、举措\n{}\n", words), rules);
    REQUIRE(review.findings.size() == 1);
    return review.findings.front().fingerprint;
  };
  const std::string one = fingerprint("全年完成审查十二件，占比９６.５％。");
  CHECK(fingerprint("全年完成审查一百二十三件，占比100%。") == one);
  CHECK(fingerprint("全年完成审查2 件，占比3%。") == one);
  CHECK(fingerprint("全年完成审查十二次，占比96.5%。") != one);
  // However long the figures are, the same words count.
  std::string words;
  for (int i = 0; i < 40; ++i) words += "另有{0}次，";
  const auto filled = [&](int figure) {
    std::string all = "全年" + words + "。";
    for (std::size_t at; (at = all.find("{0}")) != std::string::npos;)
      all.replace(at, 3, std::to_string(figure));
    return fingerprint(all);
  };
  CHECK(filled(7) == filled(12345));
}

TEST_CASE("what is missing is known by its rule alone", "[rules][lint]") {
  const RuleSet rules = load(head +
                             "requirements:\n  - {id: a, found-by: [{heading: [不足]}]}\n"
                             "  - id: b\n    within: a\n"
                             "    checks: [{id: c, need: [由于], none: missing}]\n");
  const auto fingerprint = [&](std::string_view text, std::string_view rule) {
    const Review review = review_text("a.txt", text, rules);
    REQUIRE(review.findings.size() == 1);
    CHECK(review.findings.front().rule == rule);
    return review.findings.front().fingerprint;
  };
  CHECK(fingerprint("镇报告\n一、举措\n完成。\n", "t/a") ==
        fingerprint("乡报告\n一、打算\n争取。\n", "t/a"));
  CHECK(fingerprint("镇报告\n一、不足\n人手少。\n", "t/b") ==
        fingerprint("镇报告\n一、举措和不足\n人手很少。\n", "t/b"));
}

TEST_CASE("a part ends with its text", "[rules][lint]") {
  const RuleSet rules = load(head + "requirements:\n  - {id: a, found-by: [{heading: [做法]}]}\n");
  const Review review =
      review_text("a.txt", "镇工作报告\n一、做法\n完成任务。\n二、其他\n无。\n", rules);
  std::string out;
  find_output_form("json")->make({})->document(review, out);
  INFO(out);
  CHECK(out.find("\"end_line\":3,\"end_column\":6") != std::string::npos);
}

TEST_CASE("built-in rule sets are what their files say", "[rules][builtin]") {
  REQUIRE(!builtin_rules().empty());
  for (const BuiltinRules& builtin : builtin_rules()) {
    CAPTURE(std::string(builtin.name));
    CHECK(builtin.source == read_bytes(fmt::format("{}/rules/{}.yaml", HEGUI_ROOT, builtin.name)));
    CHECK(equal(unflatten(builtin.values), read_yaml(builtin.source)));
    const LoadedRules loaded = load_builtin(builtin.name);
    INFO(dump_problems(loaded));
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.rules.has_value());
    CHECK(loaded.rules->id == builtin.name);
    // The program trusts its own patterns, and compiles them when they are asked; here all are.
    const FoundRules as_a_file{std::string(builtin.name), std::string(builtin.source), {}};
    const FindRules find = [](std::string_view name, std::string_view) {
      return find_builtin(name);
    };
    CHECK(load_rules(as_a_file, find).problems.empty());
  }
  CHECK(!find_builtin("no-such-set"));
}

TEST_CASE("a built-in set is compiled to what the loader makes of it", "[rules][builtin]") {
  CHECK(compiled_rules().size() == builtin_rules().size());
  for (const CompiledRules& compiled : compiled_rules()) {
    CAPTURE(std::string(compiled.name));
    const LoadedRules loaded = load_builtin(compiled.name);
    CHECK(archived(*loaded.rules) == compiled.whole);
    CHECK(archived(head_of(*loaded.rules)) == compiled.head);
    const RuleSet rules = unarchived(compiled.whole);
    CHECK(archived(rules) == compiled.whole);
    CHECK(archived(unarchived(compiled.head)) == compiled.head);
    CHECK(std::string_view(rules.files.front().source) == find_builtin_rules(rules.id)->source);
  }
}

TEST_CASE("built-in rules accept their good samples and report their bad ones",
          "[rules][builtin]") {
  for (const BuiltinRules& builtin : builtin_rules()) {
    const LoadedRules loaded = load_builtin(builtin.name);
    REQUIRE(loaded.rules.has_value());
    CHECK(rules_without_samples(*loaded.rules) == std::vector<std::string>{});
    const std::vector<SampleResult> results = run_samples(*loaded.rules);
    const bool has_rules = !loaded.rules->requirements.empty() || !loaded.rules->checks.empty();
    CHECK(results.empty() == !has_rules);
    for (const SampleResult& result : results) {
      INFO(result.rule << (result.good ? " good " : " bad ") << result.number << ": "
                       << result.text);
      CHECK(!result.failed());
    }
  }
}

TEST_CASE("built-in requirements say what demands them and what to do", "[rules][builtin]") {
  for (const BuiltinRules& builtin : builtin_rules()) {
    const LoadedRules loaded = load_builtin(builtin.name);
    REQUIRE(loaded.rules.has_value());
    for (const Requirement& requirement : loaded.rules->requirements) {
      INFO(requirement.rule.id);
      CHECK(!requirement.rule.basis.empty());
      CHECK(!requirement.rule.fix.empty());
    }
  }
}

TEST_CASE("words of a report in a pattern match just themselves", "[rules][variables]") {
  const RuleSet rules = load(head +
                             "vars: {name: {find: '/^.{2,6}(?=20)/', in: [option, title]}}\n"
                             "requirements: [{id: a, found-by: [{heading: ['/{name}/']}]}]\n");
  CHECK_NOTHROW(review_text("a.txt", report("**镇2024年度报告", "完成。"), rules));
  CHECK_NOTHROW(
      review_text("a.txt", report("年度报告", "完成。"), rules, {.set = {{"name", "("}}}));
}

TEST_CASE("a year that is no number is not taken", "[rules][variables]") {
  const RuleSet rules = load(head +
                             "vars: {year: {find: '/20../', in: [option]}}\n"
                             "requirements:\n  - id: a\n    found-by: [{heading: [年]}]\n"
                             "    checks: [{year: {of: heading, is: year}}]\n");
  const std::string text = "镇工作报告\n一、2024年举措\n完成任务。\n";
  CHECK_NOTHROW(review_text("a.txt", text, rules, {.set = {{"year", "abc"}}}));
}

TEST_CASE("a year of eleven digits becomes no other one", "[rules][variables]") {
  const RuleSet rules = load(head + "vars: {year: {find: '/20../', in: [option]}}\n");
  const Review review =
      review_text("a.txt", report("镇报告", "完成。"), rules, {.set = {{"year", "99999999999"}}});
  std::string out;
  find_output_form("json")->make({})->document(review, out);
  CHECK(out.find("\"year\":1215752191") == std::string::npos);
}

TEST_CASE("a list that doubles another is bounded", "[rules][limits]") {
  std::string source = head + "terms:\n  a0: [一, 二]\n";
  for (int i = 1; i < 18; ++i) source += fmt::format("  a{0}: [$a{1}, $a{1}]\n", i, i - 1);
  CHECK(!load_text(source).problems.empty());
}

TEST_CASE("a long text that is used again and again is bounded", "[rules][limits]") {
  std::string source = head + "title: &long " + std::string(100'000, 'x') + "\nterms: {a: [*long";
  for (int i = 0; i < 1000; ++i) source += ", *long";
  CHECK(!load_text(source + "]}\n").problems.empty());
}

TEST_CASE("values are counted once, however deep they are", "[rules][limits]") {
  std::string source = head + "terms: {a: [一";
  for (int i = 0; i < 70'000; ++i) source += fmt::format(", 词{}", i);
  CHECK(load_text(source + "]}\n").problems.empty());
}

TEST_CASE("a second YAML document is an error", "[rules]") {
  CHECK(!load_text(head + "---\nrequirments: []\n").problems.empty());
}

TEST_CASE("a rule file must be a map", "[rules]") {
  CHECK(dump_problems(load_text("[一, 二]\n")).find("must be a map") != std::string::npos);
}

TEST_CASE("a rule file must be UTF-8", "[rules]") {
  CHECK(!load_text(head + "title: \xC4\xE3\n").problems.empty());
}

TEST_CASE("a bad escape is quoted without half a character", "[rules]") {
  const LoadedRules loaded = load_text(head + "title: \"\\。\"\n");
  REQUIRE(loaded.problems.size() == 1);
  CHECK_NOTHROW(decode(loaded.problems.front().message.en));
}

TEST_CASE("rules hold no control characters", "[rules]") {
  CHECK(!load_text(head + "title: \"\\e[2J\"\n").problems.empty());
  CHECK(!load_text(head + "title: \"\\u202E\"\n").problems.empty());
  CHECK(load_text(head + "title: \"a\\tb\"\n").problems.empty());
}

TEST_CASE("hostile rule files are bounded", "[rules][limits]") {
  const auto problem = [](const std::string& source, const YamlLimits& limits = {}) {
    try {
      (void)read_yaml(source, 0, limits);
      return std::string("ok");
    } catch (const NotYaml& error) {
      return error.problem.message.en;
    }
  };
  CHECK(problem(std::string(33, '[') + std::string(33, ']')) == "nested more than 32 levels deep");
  CHECK(problem(std::string(32, '[') + std::string(32, ']')) == "ok");
  CHECK(problem(std::string(20'000, '[')) != "ok");
  CHECK(problem("a: " + std::string(5U << 20, 'x')) == "the rule file is larger than 4 MiB");
  // Nine levels of nine aliases: 387 million values if nobody counts.
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    bomb += fmt::format("a{0}: &a{0} [", i);
    for (int j = 0; j < 9; ++j) bomb += fmt::format("{}*a{}", j ? ", " : "", i - 1);
    bomb += "]\n";
  }
  CHECK(problem(bomb) == "more than 200000 values");
  CHECK(problem("a: &a [*a]") != "ok");
}

}  // namespace hegui
