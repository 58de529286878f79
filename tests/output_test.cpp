// What outputs make of words, paths and columns that they cannot print as they are.

#include "output/output.h"

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "formats/docx/docx_comments.h"
#include "output/own_results.h"
#include "output/parts/csv_cells.h"
#include "output/parts/escapes.h"
#include "output/parts/json.h"
#include "output/parts/places.h"
#include "text/unicode.h"

namespace hegui {
namespace {

struct Case {
  std::string given;
  std::string expected;
};

}  // namespace

TEST_CASE("a column is counted in the unit that is asked for", "[output]") {
  // Code points, UTF-16 units, bytes: 😀 and 𠮷 are 1, 2, 4; 二 is 1, 1, 3; U+0301 is 1, 1, 2.
  const LoadedRules loaded = load_text("hegui: 1\nid: demo\ntitle: 报告\n");
  REQUIRE(loaded.rules);
  const Document document =
      review_text("a.txt", "\xEF\xBB\xBF报告\n😀𠮷二e\u0301\t\u3000末", *loaded.rules).document;
  struct Column {
    std::uint32_t code_points, utf16, bytes;
  };
  for (const auto& [code_points, utf16, bytes] :
       std::vector<Column>{{1, 1, 1}, {2, 3, 5}, {3, 5, 9}, {4, 6, 12}, {6, 8, 15}, {8, 10, 19}}) {
    const Location at{2, code_points};
    CAPTURE(code_points);
    CHECK(column_of(document, at, ColumnUnit::code_points) == code_points);
    CHECK(column_of(document, at, ColumnUnit::utf16) == utf16);
    CHECK(column_of(document, at, ColumnUnit::bytes) == bytes);
  }
  // Behind the last line, where what is missing belongs.
  CHECK(column_of(document, {3, 1}, ColumnUnit::utf16) == 1);
  CHECK(column_of(document, {3, 1}, ColumnUnit::bytes) == 1);
}

TEST_CASE("UTF-16 units are counted", "[output]") {
  CHECK(count_utf16_units("") == 0);
  CHECK(count_utf16_units("a二\uFFFF") == 3);
  CHECK(count_utf16_units("😀𠮷") == 4);
}

TEST_CASE("a path becomes a URI reference", "[output]") {
  for (const auto& [given, expected] : std::vector<Case>{
           {"a/b-1_2.3~.txt", "a/b-1_2.3~.txt"},
           {"./a.txt", "a.txt"},
           {".//./a.txt", "a.txt"},
           {"../a.txt", "../a.txt"},
           {"/tmp/a.txt", "file:///tmp/a.txt"},
           {"报 告.txt", "%E6%8A%A5%20%E5%91%8A.txt"},
           {"100%.txt", "100%25.txt"},
           // Else what is before the colon would be a scheme.
           {"a:b?c#d", "a%3Ab%3Fc%23d"},
           {"\xFF", "%FF"},
       }) {
    CAPTURE(given);
    CHECK(uri_of(given) == expected);
  }
}

TEST_CASE("what is no UTF-8 becomes U+FFFD", "[output]") {
  for (const auto& [given, expected] : std::vector<Case>{
           {"二😀\u00E9", "二😀\u00E9"},
           {"a\xFF", "a\uFFFD"},
           {"\xE4\xBA", "\uFFFD\uFFFD"},                      // Cut short,
           {"\xC0\x80", "\uFFFD\uFFFD"},                      // longer than need be,
           {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // half of a pair,
           {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // after U+10FFFF.
       }) {
    CAPTURE(given);
    CHECK(repaired_utf8(given) == expected);
  }
}

TEST_CASE("XML keeps words apart from markup", "[output]") {
  for (const auto& [given, expected] : std::vector<Case>{
           {"a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"},
           {"]]>", "]]&gt;"},
           {"a\tb\r\n", "a&#9;b&#13;&#10;"},
           {"\x01\x1B\uFFFE\uFFFF😀", "\uFFFD\uFFFD\uFFFD\uFFFD😀"},
       }) {
    CAPTURE(given);
    CHECK(xml_escaped(given) == expected);
  }
}

TEST_CASE("a cell of CSV is one cell and no formula", "[output]") {
  for (const auto& [given, expected] : std::vector<Case>{
           {"a b", "a b"},
           {"a,b", "\"a,b\""},
           {"说“好”", "说“好”"},
           {"a \"b\"", "\"a \"\"b\"\"\""},
           {"a\nb", "\"a\nb\""},
           {"=1+1", "'=1+1"},
           {"-1", "'-1"},
           {"+1", "'+1"},
           {"@a", "'@a"},
           {"\t=1", "'\t=1"},
           {"\r=1", "\"'\r=1\""},
           {"＝1", "'＝1"},
           {"=A(\"x\",1)", "\"'=A(\"\"x\"\",1)\""},
           {"1=1", "1=1"},
       }) {
    CAPTURE(given);
    CHECK(csv_cell(given) == expected);
  }
}

TEST_CASE("Markdown makes nothing of words", "[output]") {
  for (const auto& [given, expected] : std::vector<Case>{
           {"增长 3.5%，共 2 件（含 1 件）", "增长 3.5%，共 2 件（含 1 件）"},
           {"<b>", "\\<b\\>"},
           {"[a](b)", "\\[a\\]\\(b\\)"},
           {"a|b", "a\\|b"},
           {"`a` *b* _c_ ~d~", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~"},
           {"\\", "\\\\"},
           {"&lt;", "\\&lt;"},
           {"@a", "@&#8203;a"},
           {"#1", "\\#&#8203;1"},
           {"Gh-1", "Gh-&#8203;1"},
           {"https://a", "https\\:&#8203;//a"},
           {"WWW.a", "WWW.&#8203;a"},
           {"a\nb\x1B", "a b\uFFFD"},
       }) {
    CAPTURE(given);
    CHECK(markdown_escaped(given) == expected);
  }
}

TEST_CASE("a comment stays below what GitHub takes, and says what is left out", "[output]") {
  const std::string root = std::string(HEGUI_ROOT) + "/tests/golden/output/";
  const LoadedRules loaded = load_file(root + "report.rules.yaml");
  REQUIRE(loaded.rules);
  const Review review = review_text("a.txt", read_bytes(root + "report.txt"), *loaded.rules);
  for (const Language language : {Language::zh, Language::en})
    for (const std::size_t documents : {10U, 200U, 2000U}) {
      CAPTURE(documents);
      const auto output = find_output_form("markdown")->make({.language = language});
      std::string out;
      Summary summary;
      for (std::size_t i = 0; i < documents; ++i) {
        output->document(review, out);
        summary.add(review);
      }
      output->end(summary, {}, out);
      CHECK(count_utf16_units(out) <= 65536);
      const bool cut =
          out.find(language == Language::zh ? "另有" : "not shown for lack of space") != out.npos;
      CHECK(cut == (documents > 100));
      CHECK(out.ends_with("**\n"));
    }
}

TEST_CASE("JSON says every value in the order in which it was put", "[output]") {
  struct Row {
    Json value;
    std::string expected;
  };
  const std::vector<Row> rows{
      {nullptr, "null"},
      {true, "true"},
      {-3, "-3"},
      {std::size_t{18446744073709551615U}, "18446744073709551615"},
      // A number that may have a fraction keeps its point; what is no number has no word.
      {87.0, "87.0"},
      {0.1, "0.1"},
      {std::numeric_limits<double>::infinity(), "null"},
      {"法治", R"("法治")"},
      {"a\"b\\c\n\t\x1f/", R"("a\"b\\c\n\t\u001f/")"},
      {"\x7f\u009b1m\u00a9", "\"\\u007f\\u009b1m\u00a9\""},
      {"\xB1\xA8.txt", "\"\uFFFD\uFFFD.txt\""},
      {std::vector<std::string>{"一", "二"}, R"(["一","二"])"},
      {Json::array(), "[]"},
      {Json::object(), "{}"},
      {Json::array({1, "x", Json::array()}), R"([1,"x",[]])"},
      {{{"z", 1}, {"a", {{"b", nullptr}}}}, R"({"z":1,"a":{"b":null}})"},
  };
  for (const Row& row : rows) CHECK(row.value.text() == row.expected);
  const Json in_steps{{"a", Json::made_array(2,
                                             [](std::size_t i) {
                                               return Json{{"i", i}};
                                             })},
                      {"b", Json::made_array(0, [](std::size_t) { return Json(); })}};
  CHECK(in_steps.text() == R"({"a":[{"i":0},{"i":1}],"b":[]})");
  const Json many{{"all", Json::made_array(10'000, [](std::size_t i) { return Json(i); })}};
  std::string pieces;
  std::size_t longest = 0;
  many.write(1, [&](std::string_view piece) {
    pieces += piece;
    longest = std::max(longest, piece.size());
  });
  CHECK(pieces == many.text(1));
  CHECK(longest < pieces.size());
  Json made;
  made["list"].push_back(1);
  made["list"].push_back({{"in", "it"}});
  made["list again"] = Json::array();
  made["list again"] = 2;
  made.append({{"last", Json::object()}});
  CHECK(made.text() == R"({"list":[1,{"in":"it"}],"list again":2,"last":{}})");
  CHECK(made.text(2) == R"({
  "list": [
    1,
    {
      "in": "it"
    }
  ],
  "list again": 2,
  "last": {}
})");
}

// What is taken for a result is replaced without a word.
TEST_CASE("results are known again, and what others wrote is not", "[output]") {
  const LoadedRules loaded = load_builtin("fazhi");
  REQUIRE(loaded.rules);
  const Review review =
      review_text("甲镇.txt", "甲镇2025年度法治政府建设情况报告\n一、做法\n完成。\n", *loaded.rules,
                  {.sample = true});
  REQUIRE(!review.findings.empty());
  Review twice = review;
  twice.sets.push_back(twice.sets.front());
  Review unread;
  unread.document.path = "乙镇.txt";
  unread.status = Review::Status::unreadable;
  unread.error = say("读不了", "cannot be read");
  for (const OutputForm& form : output_forms())
    for (const Language language : {Language::zh, Language::en})
      for (const Review* one : std::array<const Review*, 3>{&review, &twice, &unread}) {
        CAPTURE(std::string(form.name));
        std::string out;
        const auto output = form.make({.language = language});
        output->begin(out);
        output->document(*one, out);
        output->end({}, {}, out);
        CHECK((form.holds_one_report ? out.empty() || is_own_docx(out) : is_own_result(out)));
      }
  for (const std::string_view other :
       {"- **重点**：抓好执法。\n", "- **note** 见附件\n", "### 主要做法\n\n| | 甲 |\n|---|---|\n",
        "### 存在的不足\n\n✗ 执法力量不足。\n", "备注: note: 见附件\n", "时间: warning: 无\n",
        "甲镇2025年度法治政府建设情况报告\n", "{\"schema\":1}\n", "::notice\n", "[\n{}\n]\n"}) {
    CAPTURE(std::string(other));
    CHECK(!is_own_result(other));
  }
}

}  // namespace hegui
