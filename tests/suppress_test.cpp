// src/suppress, src/suppression_comments, src/config/side_file, src/baseline: what holds for which
// finding. How it is told is in tests/golden/cli/commands/suppress.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "formats/format.h"
#include "suppress/known_findings.h"
#include "suppress/side_file.h"
#include "suppress/suppression_comments.h"

namespace hegui {
namespace {

const RuleSet& rules() {
  static const LoadedRules loaded = load_text(R"(hegui: 1
id: t
requirements:
  - {id: acts, title: 做法, found-by: [{heading: [做法]}], checks: [{id: figures, figures: {min: 3}}, {id: length, length: {min-han: 200}}]}
  - {id: gaps, title: 不足, found-by: [{heading: [不足]}]}
  - {id: causes, title: 原因, within: gaps, checks: [{id: said, need: [由于], none: missing}]}
  - {id: plan, title: 安排, found-by: [{heading: [安排]}]}
checks:
  - {id: word, forbid: [待补]}
  - {id: order, order: {}}
)");
  INFO(dump_problems(loaded));
  REQUIRE(loaded.rules.has_value());
  return *loaded.rules;
}

const RuleIds& ids() {
  static const RuleIds all = [] {
    RuleIds made;
    made.add(rules());
    return made;
  }();
  return all;
}

/// What is open, what is suppressed, and what is told.
std::string outcome(Review& review, const std::vector<SuppressionEntry>& entries,
                    const LintOptions& options = {}, std::string_view today = "2026-06-01") {
  const std::vector<SourceProblem> problems = suppress(review, entries, options, today);
  std::string out;
  for (const Finding& finding : review.findings) {
    out += (finding.suppressed ? "-" : "+") + finding.rule.substr(2);
    for (const std::string& reason : finding.reasons) out += "." + reason;
    out += " ";
  }
  for (const SourceProblem& problem : problems)
    out += problem.message.en.find("expired") == std::string::npos ? "unused " : "ended ";
  return out;
}

const std::string text =
    "柳湾镇报告\n一、主要做法\n办结12件，经费待补。\n二、存在的不足\n人手少，场地待补。\n";

std::string with(const std::string& entry, const std::string& report = text,
                 const LintOptions& options = {}) {
  const SideFile side = read_side_file("a.txt.hegui.yaml", "suppress:\n  - " + entry, ids());
  for (const SourceProblem& problem : side.problems) UNSCOPED_INFO(problem.message.en);
  REQUIRE(side.problems.empty());
  Review review = review_text("a.txt", report, rules(), options);
  return outcome(review, side.suppress, options);
}

const std::string all_open = "+acts.figures.length +word +causes.said +word +plan ";

std::string replaced(std::string in, std::string_view from, std::string_view to) {
  const std::size_t at = in.find(from);
  REQUIRE(at != std::string::npos);
  return in.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a suppression is for what it names and nothing else", "[suppress]") {
  CHECK(with("{rule: t/order, reason: x}") == all_open + "unused ");
  // What is missing needs no place, and is not found by one.
  CHECK(with("{rule: t/plan, reason: x}") == replaced(all_open, "+plan", "-plan"));
  CHECK(with("{rule: t/plan, at: 二、存在的不足, reason: x}") == all_open + "unused ");
  CHECK(with("{rule: t/causes, reason: x}") == replaced(all_open, "+causes", "-causes"));
  // What has words needs one.
  CHECK(with("{rule: t/word, reason: x}") == all_open + "unused ");
  CHECK(with("{rule: t/acts, reason: x}") == all_open + "unused ");
  const std::string first = replaced(all_open, "+word", "-word");
  for (const std::string_view where :
       {"quote: 经费待补", "quote: '经费 待补。'", "quote: …费待补…", "quote: '办结12件,经费待补'",
        "at: 一、主要做法", "at: 三、主要做法", "at: （一） 主要做法",
        "at: [主要做法], quote: 待补", "at: 做法", "at: 2025年主要做法"})
    CHECK(with(fmt::format("{{rule: t/word, {}, reason: x}}", where)) == first);
  for (const std::string_view where :
       {"quote: 器材待补", "quote: 办结12件", "at: 执法做法", "at: 一", "at: [主要做法, 执法]",
        "at: 存在的不足, quote: 经费待补"})
    CHECK(with(fmt::format("{{rule: t/word, {}, reason: x}}", where)) == all_open + "unused ");
}

TEST_CASE("changed words open a finding again, other changes do not", "[suppress]") {
  const std::string entry = "{rule: t/word, quote: 办结12件，经费待补, reason: x}";
  const std::string first = replaced(all_open, "+word", "-word");
  CHECK(with(entry, replaced(text, "人手少", "编制少")) == first);
  CHECK(with(entry, replaced(text, "一、主要", "五、主要")) == first);
  CHECK(with(entry, replaced(text, "12件", "13件")) == all_open + "unused ");
  CHECK(with(entry, replaced(text, "经费", "款项")) == all_open + "unused ");
  // The part is there now, but weak: that was not accepted.
  const std::string more = text + "三、工作安排\n抓紧落实。\n";
  CHECK(with("{rule: t/plan, reason: x}", more) == replaced(all_open, "+plan ", "") + "unused ");
}

TEST_CASE("a suppression of a check takes out that reason", "[suppress]") {
  const std::string at = "at: 主要做法, reason: x}";
  CHECK(with("{rule: t/acts.figures, " + at) == replaced(all_open, ".figures", ""));
  CHECK(with("{rule: t/acts.figures, " + at + "\n  - {rule: t/acts.length, " + at) ==
        replaced(all_open, "+acts", "-acts"));
  CHECK(with("{rule: t/acts, " + at) == replaced(all_open, "+acts", "-acts"));
  CHECK(with("{rule: t/causes.said, reason: x}") == replaced(all_open, "+causes", "-causes"));
  Review review = review_text("a.txt", text, rules());
  const SideFile side = read_side_file("", "suppress: [{rule: t/acts.figures, " + at + "]", ids());
  (void)suppress(review, side.suppress, {}, "2026-06-01");
  CHECK(review.findings.front().message.en == "“做法” is weak: 7 characters, at least 200 needed");
}

TEST_CASE("what was not looked at is not unused", "[suppress]") {
  const std::string entry = "{rule: t/word, quote: 没有的话, reason: x}";
  CHECK(with(entry, text, {.select = {"t/plan"}}) == "+plan ");
  CHECK(with(entry, text, {.ignore = {"t/word"}}) == "+acts.figures.length +causes.said +plan ");
  CHECK(with(entry, text, {.severity = {{"t/word", std::nullopt}}}) ==
        "+acts.figures.length +causes.said +plan ");
  // Nobody can say what the causes are before there are shortcomings.
  CHECK(with("{rule: t/causes, reason: x}", replaced(text, "存在的不足", "其他情况")) ==
        "+acts.figures.length +word +word +gaps +plan ");
}

TEST_CASE("a suppression holds through its last day", "[suppress]") {
  const SideFile side =
      read_side_file("", "suppress: [{rule: t/plan, reason: x, until: 2026-06-30}]", ids());
  REQUIRE(side.problems.empty());
  const auto on = [&](std::string_view today) {
    Review review = review_text("a.txt", text, rules());
    return outcome(review, side.suppress, {}, today);
  };
  CHECK(on("2026-06-30") == replaced(all_open, "+plan", "-plan"));
  CHECK(on("2026-07-01") == all_open + "ended ");
  CHECK(on("2027-01-01") == all_open + "ended ");
}

TEST_CASE("comments are for what stands after or between them", "[suppress]") {
  const auto outcome_of = [](const std::string& report) {
    Review review = review_text("a.md", report, rules());
    std::vector<SourceProblem> problems;
    const auto entries =
        read_suppression_comments(review.document, review.outline, ids(), 1, problems);
    std::string out = outcome(review, entries);
    for (const SourceProblem& problem : problems) out += "error: " + problem.message.en;
    return out;
  };
  const std::string body =
      "# 报告\n\n## 做法\n\n甲待补。\n\n{}乙待补，\n丙待补。\n\n丁待补。\n\n{}\n";
  const auto marked = [&](std::string_view first, std::string_view second = "") {
    std::string report = replaced(replaced(body, "{}", first), "{}", second);
    std::string out = outcome_of(report);
    // Only the words: four of them, in this order.
    std::string words;
    for (std::size_t at = 0; (at = out.find("word", at)) != std::string::npos; ++at)
      words += out[at - 1];
    return words + (out.find("unused") != std::string::npos ? " unused" : "") +
           (out.find("error: ") != std::string::npos ? out.substr(out.find("error: ")) : "");
  };
  CHECK(marked("") == "++++");
  CHECK(marked("<!-- hegui-disable-next-line t/word: x -->\n\n") == "+--+");
  CHECK(marked("<!-- hegui-disable-next-line t/word： 理由：有冒号 -->\n") == "+--+");
  CHECK(marked("<!--hegui-disable-next-line t/word:x-->\n\n<!-- 别的 -->\n\n") == "+--+");
  CHECK(marked("<!-- hegui-disable-file t/word: x -->\n\n") == "----");
  CHECK(marked("<!-- hegui-disable\nt/word:\nx -->\n\n", "<!-- hegui-enable t/word -->") == "+---");
  CHECK(marked("", "<!-- hegui-disable-next-line t/word: x -->") == "++++ unused");
  CHECK(marked("`<!-- hegui-disable-next-line t/word: x -->`\n\n") == "++++");
  // Missing at the end: above the line where it belongs, or around that place.
  const auto is_plan_open = [&](std::string_view at_end) {
    return outcome_of(replaced(replaced(body, "{}", ""), "{}", at_end)).find("+plan") !=
           std::string::npos;
  };
  CHECK(is_plan_open(""));
  CHECK(!is_plan_open("<!-- hegui-disable-next-line t/plan: x -->"));
  CHECK(!is_plan_open("<!-- hegui-disable t/plan: x -->\n\n<!-- hegui-enable t/plan -->"));
  CHECK(outcome_of("<!-- hegui-disable-next-line t/plan: x -->\n" +
                   replaced(replaced(body, "{}", ""), "{}", ""))
            .find("+plan") != std::string::npos);
}

TEST_CASE("suppressions are bounded", "[suppress]") {
  std::string comments, entries = "suppress:\n";
  for (int i = 0; i < 3000; ++i) comments += "<!-- hegui-disable t/word: x -->\n";
  const Document document = read_document("a.md", "# 报告\n\n完成。\n\n" + comments);
  std::vector<SourceProblem> problems;
  (void)read_suppression_comments(document, read_outline(document), ids(), 0, problems);
  CHECK(problems.size() == most_suppressions + 1);
  for (int i = 0; i < 1001; ++i) entries += "- {rule: t/plan, reason: x}\n";
  const SideFile side = read_side_file("", entries, ids());
  CHECK(side.suppress.empty());
  REQUIRE(side.problems.size() == 1);
  CHECK(side.problems.front().message.en == "more than 1000 suppressions");
}

TEST_CASE("marks of a side file are read", "[suppress]") {
  const SideFile side = read_side_file(
      "", "set: {year: 2024}\nmarks: [{rule: t/plan, points: 2.5, reason: x, by: 区办}]", ids());
  REQUIRE(side.problems.empty());
  CHECK(side.set == Variables{{"year", "2024"}});
  REQUIRE(side.marks.size() == 1);
  CHECK(side.marks.front().rule == "t/plan");
  CHECK(side.marks.front().points == 2.5);
  CHECK(side.marks.front().by == "区办");
  CHECK(read_side_file("", "", ids()).problems.empty());
  CHECK(read_side_file("", std::string((1U << 20) + 1, '#'), ids()).problems.size() == 1);
}

TEST_CASE("a baseline is written and read again, and merged", "[suppress]") {
  const Baseline baseline{
      {.path = "乙.txt", .rule = "t/word", .fingerprint = "0123456789abcdef", .count = 2},
      {.path = "a\"\\\n.txt",
       .rule = "t/plan",
       .fingerprint = "fedcba9876543210",
       .evidence = "00000000000000ee",
       .verdict = "weak",
       .found = {{"", 0}, {"length", 48}},
       .sketch = std::string(148, 'a'),
       .section = {"一、{做法}", "（一）"},
       .quote = "“引号”"}};
  const std::string written = write_baseline(baseline);
  FileProblem problem;
  auto read = read_baseline("b.json", written, problem);
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK(read->front().path == baseline.back().path);
  CHECK(read->front().section == baseline.back().section);
  CHECK(read->front().quote == baseline.back().quote);
  CHECK(read->front().evidence == baseline.back().evidence);
  CHECK(read->front().verdict == "weak");
  CHECK(read->front().found == baseline.back().found);
  CHECK(read->front().sketch == baseline.back().sketch);
  CHECK(read->back().count == 2);
  CHECK(write_baseline(*read) == written);
  CHECK(write_baseline({}) == "{\"hegui-baseline\":2,\"entries\":[\n{}]}\n");
  // Two branches have added the same entry.
  std::string twice = written;
  const std::size_t line = twice.find("{\"path\":\"乙");
  const std::string entry = twice.substr(line, twice.find('\n', line) - line);
  twice.insert(line, replaced(entry, ":2,", ":3,") + "\n");
  read = read_baseline("b.json", twice, problem);
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK(read->back().count == 3);
}

TEST_CASE("a file that is no baseline is told with its place", "[suppress]") {
  const auto wrong = [](std::string_view json) {
    FileProblem problem;
    CHECK(!read_baseline("b.json", json, problem).has_value());
    return fmt::format("{}:{} {}", problem.at.line, problem.at.column, problem.message.en);
  };
  const std::string good =
      "{\"hegui-baseline\":1,\"entries\":[\n"
      "{\"path\":\"a{[\\\"\",\"rule\":\"t/b\",\"fingerprint\":\"0123456789abcdef\",\"count\":1},\n"
      "  {\"path\":\"b\",\"rule\":\"t/b\",\"fingerprint\":\"0123456789abcdef\",\"count\":1}\n]}\n";
  FileProblem none;
  CHECK(read_baseline("b.json", good, none).has_value());
  const auto second = [&](std::string_view from, std::string_view to) {
    const std::size_t at = good.find("  {");
    return good.substr(0, at) + replaced(good.substr(at), from, to);
  };
  CHECK(wrong("") == "1:1 not valid JSON");
  CHECK(wrong("[]") == "1:1 not a baseline of hegui");
  CHECK(wrong(second("  {", "<<<<<<< HEAD\n  {"))
            .starts_with("3:1 an unresolved merge conflict: keep the lines of both sides"));
  CHECK(wrong(second("  {", "{}, {")) == "3:1 path is missing");
  for (const std::string_view bad : {"\"evidence\":\"x\"", "\"verdict\":\"met\"", "\"found\":[1]",
                                     "\"found\":{\"a\":\"b\"}", "\"text\":\"00\""})
    CHECK(wrong(second(":1}", fmt::format(":1,{}}}", bad))).find("must be") != std::string::npos);
  CHECK(wrong(second("path", "pfad")) == "3:3 a baseline has no key “pfad”");
  CHECK(wrong(second("\"b\"", "7")) == "3:3 path is missing");
  CHECK(wrong(second("abcdef", "ABCDEF")) == "3:3 fingerprint must be 16 hexadecimal digits");
  for (const char* const count : {":0}", ":-1}", ":1000001}"})
    CHECK(wrong(second(":1}", count)) ==
          "3:3 count must be a positive whole number, at most 1000000");
  CHECK(wrong(second(":1}", ":1,\"section\":\"oops\"}")) ==
        "3:3 section must be a list of strings");
  CHECK(wrong(second(":1}", ":1,\"section\":[\"一\",2]}")) ==
        "3:3 section must be a list of strings");
  CHECK(wrong(second(":1}", ":1,\"quote\":7}")) == "3:3 quote must be a string");
  CHECK(wrong(second("\n]}", ",\n 42, 7\n]}")) == "4:2 expected an entry");
  CHECK(wrong(second("\n]}", ",\n [{}, {}], 7\n]}")) == "4:2 expected an entry");
  CHECK(wrong(second("\n]}", ", \"a, b\"]}")) ==
        fmt::format("3:{} expected an entry", good.size() - 4 - good.find("  {") + 3));
  CHECK(wrong(replaced(good, "\"entries\"", "\n \"entires\":{\"n\":1},\"entries\"")) ==
        "2:2 a baseline has no key “entires”");
  CHECK(wrong(std::string((64U << 20) + 1, ' ')) == "1:1 the file is larger than 64 MiB");
}

TEST_CASE("equal findings are known by their number", "[suppress]") {
  const auto review_of = [](std::string_view body) {
    return review_text("a.txt", fmt::format("报告\n一、做法\n{}\n", body), rules(),
                       {.select = {"t/word"}});
  };
  Baseline baseline = entries_of(review_of("场地待补。场地待补。经费待补。"), "a.txt");
  sort_entries(baseline);
  REQUIRE(baseline.size() == 2);
  std::ranges::sort(baseline, {}, &BaselineEntry::count);
  CHECK(baseline.front().quote == "经费待补");
  CHECK(baseline.back().count == 2);
  const auto open = [&](std::string_view body) {
    Review review = review_of(body);
    suppress_known(review, Known(review, baseline), Suppression::Source::baseline);
    return std::ranges::count_if(review.findings,
                                 [](const Finding& finding) { return !finding.suppressed; });
  };
  CHECK(open("场地待补。经费待补。场地待补。") == 0);
  CHECK(open("场地待补。场地待补。场地待补。") == 1);
  CHECK(entries_of_report(baseline, "b.txt").empty());
  const Review less = review_of("场地待补。");
  const Known known(less, baseline);
  const Baseline left = gone(less, known, {});
  REQUIRE(left.size() == 2);
  CHECK(left.front().count + left.back().count == 2);
  // A rule that was left out says nothing about its findings.
  CHECK(gone(less, known, {.ignore = {"t/word"}}).empty());
  std::ranges::sort(baseline, {}, &BaselineEntry::fingerprint);
  remove_entries(left, baseline);
  REQUIRE(baseline.size() == 1);
  CHECK(baseline.front().count == 1);
}

TEST_CASE("a baseline keeps what it says of rules that were not run", "[suppress]") {
  const Baseline old{
      {.path = "a.txt", .rule = "t/plan", .fingerprint = "00000000000000aa"},
      {.path = "a.txt", .rule = "t/word", .fingerprint = "00000000000000bb"},
  };
  const LintOptions options{.select = {"t/word"}};
  const Review review = review_text("a.txt", "报告\n一、做法\n场地待补。\n", rules(), options);
  Renewal renewal = renew(review, Known(review, old), "b.txt", options, true);
  sort_entries(renewal.entries);
  REQUIRE(renewal.entries.size() == 2);
  CHECK(renewal.entries[0].fingerprint == "00000000000000aa");
  CHECK(renewal.entries[0].path == "b.txt");
  CHECK(renewal.entries[1].quote == "场地待补");
  REQUIRE(renewal.removed.size() == 1);
  CHECK(renewal.removed[0].fingerprint == "00000000000000bb");
  CHECK(renewal.added.size() == 1);
  renewal = renew(review, Known(review, old), "a.txt", options, false);
  CHECK(renewal.entries.size() == 1);
  CHECK(renewal.refused.size() == 1);
}

}  // namespace hegui
