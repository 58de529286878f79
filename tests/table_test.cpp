// Tables: what a cell holds, and that a wrong figure is found at its cell in every format.

#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "document/tables/cell_value.h"
#include "document/tables/data_table.h"
#include "docx_parts.h"
#include "dumps.h"
#include "formats/format.h"

namespace hegui {
namespace {

const std::string folder = HEGUI_ROOT "/tests/golden/checks/table/formats/";

std::pair<std::string, std::string> report(const std::string& name) {
  std::string bytes = read_bytes(folder + name);
  if (!name.ends_with(".parts")) return {name, std::move(bytes)};
  return {name.substr(0, name.rfind('.')), docx_of(parts_of(bytes))};
}

/// What each finding says, and the words at its place.
std::vector<std::string> findings(const std::string& name, const RuleSet& rules) {
  const auto [path, bytes] = report(name);
  const Review review = review_text(path, bytes, rules);
  std::vector<std::string> found;
  for (const Finding& finding : review.findings)
    found.push_back(finding.message.zh + " @" +
                    std::string(review.document.written(finding.place.span)));
  return found;
}

}  // namespace

TEST_CASE("a cell holds a number, a dash, words or nothing", "[tables]") {
  using Kind = CellValue::Kind;
  struct Case {
    std::string words;
    Kind kind;
    double number = 0;
    std::string unit = {};
  };
  for (const Case& expected : std::vector<Case>{
           {"", Kind::blank},
           {"0", Kind::number, 0},
           {"12", Kind::number, 12},
           {"1,234", Kind::number, 1234},
           {"1，234，567", Kind::number, 1234567},
           {"1 234", Kind::number, 1234},
           {"12.50", Kind::number, 12.5},
           {"-3", Kind::number, -3},
           {"35件", Kind::number, 35, "件"},
           {"96.7%", Kind::number, 96.7, "%"},
           {"2.5 万元", Kind::number, 2.5, "万元"},
           {"-", Kind::dash},
           {"—", Kind::dash},
           {"——", Kind::dash},
           {"/", Kind::dash},
           // Look-alikes.
           {"1.属于国家秘密", Kind::words},
           {"12,34", Kind::words},
           {"3/4", Kind::words},
           {"1-2", Kind::words},
           {"2024-01-05", Kind::words},
           {"约20", Kind::words},
           {"（12）", Kind::words},
           {"10个以上的单位", Kind::words},
           {"无", Kind::words},
           {"1234567890123456789", Kind::words},
           {"2 / 100", Kind::words},
       }) {
    CAPTURE(expected.words);
    const CellValue value = read_cell(expected.words);
    CHECK(value.kind == expected.kind);
    CHECK(value.number == expected.number);
    CHECK(value.unit == expected.unit);
  }
}

TEST_CASE("cells stand on a grid, however far they reach", "[tables]") {
  Table table;
  table.begin_row();
  const auto corner = table.add({.rows = 2});
  const auto wide = table.add({.columns = 2});
  table.begin_row();
  const auto left = table.add({}), right = table.add({});
  table.begin_row();
  const auto below = table.go_on(1);
  CHECK(table.rows() == 3);
  CHECK(table.columns() == 3);
  CHECK(table.at(0, 2) == wide);
  CHECK(table.at(1, 0) == corner);
  CHECK(table.at(1, 1) == left);
  CHECK(table.at(1, 2) == right);
  CHECK(below == corner);
  CHECK(table.cells()[corner].rows == 3);
  CHECK(table.at(2, 1) == Table::nowhere);

  Table greedy;  // Of somebody who wants our memory.
  for (int i = 0; i < 100; ++i) {
    greedy.begin_row();
    greedy.add({.rows = 1'000'000, .columns = 1'000'000});
  }
  std::size_t places = 0;
  for (std::uint32_t row = 0; row < greedy.rows(); ++row)
    for (std::uint32_t column = 0; column < greedy.columns(); ++column)
      places += greedy.at(row, column) == Table::nowhere ? 0U : 1U;
  CHECK(places < 2'000);
  CHECK_FALSE(table.is_sparse());
}

TEST_CASE("a grid is not much larger than what stands in it", "[tables]") {
  const auto places = [](const Table& table) {
    std::size_t count = 0;
    for (std::uint32_t row = 0; row < table.rows(); ++row)
      for (std::uint32_t column = 0; column < table.columns(); ++column)
        count += table.at(row, column) == Table::nowhere ? 0U : 1U;
    return count;
  };
  constexpr std::uint32_t many = 1'000;

  Table wide;  // One long row above many short ones.
  wide.begin_row();
  for (std::uint32_t i = 0; i < many; ++i) wide.add({});
  for (std::uint32_t i = 0; i < many; ++i) {
    wide.begin_row();
    wide.add({});
  }
  CHECK(wide.is_sparse());
  CHECK(places(wide) == 2 * many);

  Table far;  // The last cell of a long row would make all rows long.
  far.begin_row();
  for (std::uint32_t i = 1; i < many; ++i) far.add({});
  const auto last = far.add({.rows = many});
  for (std::uint32_t i = 1; i < many; ++i) {
    far.begin_row();
    far.add({});
  }
  CHECK(far.cells()[last].rows < 64);

  Table shifted;  // Rows that begin far to the right.
  for (std::uint32_t i = 0; i < many; ++i) {
    shifted.begin_row();
    shifted.skip(many);
    shifted.add({});
  }
  CHECK(shifted.is_sparse());

  Table merged;  // Of each row a cell says that it goes on with the widest one.
  merged.begin_row();
  for (std::uint32_t i = 0; i < many; ++i) merged.add({});
  merged.begin_row();
  const auto widest = merged.add({.columns = many});
  for (std::uint32_t i = 1; i < many; ++i) {
    merged.begin_row();
    CHECK(merged.go_on(many) == widest);
  }
  CHECK(merged.cells()[widest].rows == many);
  CHECK(places(merged) < 70 * many);
}

TEST_CASE("a table is the same in every format", "[tables]") {
  const LoadedRules loaded = load_file(folder + "rules.yaml");
  REQUIRE(loaded.rules.has_value());
  const std::vector<std::string> wanted = findings("bad.txt", *loaded.rules);
  CHECK(wanted.size() == 2);
  for (const std::string name : {"bad.md", "bad.html", "bad.docx.parts"}) {
    CAPTURE(name);
    CHECK(findings(name, *loaded.rules) == wanted);
  }
}

TEST_CASE("lines of a cell are not run together", "[tables]") {
  const Document document = read_document("a.html", R"(<h1>站点情况报告</h1><table>
<tr><th>站点</th><th>许可<br>件数</th><th>处罚</th></tr>
<tr><td>东街<br>一站</td><td>2<br>100</td><td>12<br>件</td></tr>
<tr><td>西街站</td><td>3</td><td>4件</td></tr></table>)");
  const std::vector<DataTable> tables = data_tables(document, read_outline(document));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].column_heads(1) == DataTable::Heads{"许可件数"});
  CHECK(tables[0].row_heads(1) == DataTable::Heads{"东街一站"});
  CHECK(tables[0].at({1, 1}).value.kind == CellValue::Kind::words);
  CHECK(tables[0].at({1, 2}).value.number == 12);
}

TEST_CASE("any figure that is changed is found at its cell", "[tables]") {
  const LoadedRules loaded = load_file(folder + "rules.yaml");
  REQUIRE(loaded.rules.has_value());
  for (const std::string name : {"good.txt", "good.md", "good.html"}) {
    const auto [path, bytes] = report(name);
    const Document document = read_document(path, bytes);
    const std::vector<DataTable> tables = data_tables(document, read_outline(document));
    REQUIRE(tables.size() == 1);
    std::size_t changed = 0;
    for (std::uint32_t row = 0; row < tables[0].rows(); ++row)
      for (std::uint32_t column = 0; column < tables[0].columns(); ++column) {
        if (tables[0].at({row, column}).value.kind != CellValue::Kind::number) continue;
        const Span figure = tables[0].span({row, column});
        const Span place = document.in_source(figure);
        CAPTURE(name, row, column);
        std::string other = bytes;
        other.replace(place.begin, 1, std::string(1, bytes[place.begin] == '9' ? '1' : '9'));
        const Review review = review_text(path, other, *loaded.rules);
        REQUIRE(review.findings.size() == 1);
        CHECK(review.findings[0].place.span == figure);
        ++changed;
      }
    CHECK(changed == 28);
  }
}

}  // namespace hegui
