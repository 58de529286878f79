// src/document and src/formats: places in the source, numbers, figures, and what holds for every
// text.

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "document/builder.h"
#include "document/figures/figures.h"
#include "document/items.h"
#include "document/numbering.h"
#include "document/outline.h"
#include "document/part.h"
#include "dumps.h"
#include "formats/format.h"
#include "language/language_data.h"
#include "language/zh_numbers.h"
#include "text/fold.h"
#include "text/input_error.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

Document read(std::string_view text) { return read_document("test.txt", std::string(text)); }

/// The span of a word in the folded text.
Span find(const Document& document, std::string_view word) {
  const std::size_t at = document.text.find(word);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
}

std::string source_of(const Document& document, Span span) {
  const Span in_source = document.in_source(span);
  return document.source.substr(in_source.begin, in_source.size());
}

std::string_view form_name(Numbering form) {
  switch (form) {
    case Numbering::none: return "none";
    case Numbering::part: return "part";
    case Numbering::section: return "section";
    case Numbering::capital: return "capital";
    case Numbering::comma: return "comma";
    case Numbering::inner: return "inner";
    case Numbering::bracket: return "bracket";
    case Numbering::dot: return "dot";
    case Numbering::multilevel: return "multilevel";
    case Numbering::digit: return "digit";
    case Numbering::circle: return "circle";
  }
  return "";
}

/// "comma 1 一、", with " ?" if doubtful; "-" for none.
std::string number_at(std::string_view text, std::uint32_t at) {
  const auto number = read_chinese_number(text, at);
  if (!number) return "-";
  return fmt::format("{} {} {}{}", form_name(number->form), number->value,
                     text.substr(number->span.begin, number->span.size()),
                     number->doubtful ? " ?" : "");
}

std::string figures_in(std::string_view text) {
  const Document document = read(text);
  std::string out;
  for (const Figure& figure : figures(document, document.blocks.front().span))
    out += fmt::format("{}{}/{}", out.empty() ? "" : " ", document.slice(figure.span), figure.unit);
  return out;
}

bool on_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

/// Texts of the characters that readers, folding and the outline know about.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string out;
    const int width = pick(3) == 0 ? pick(60) + 20 : 0;
    for (int lines = pick(24); lines >= 0; --lines) {
      int length = pick(8) == 0 ? 0 : pick(50);
      if (width > 0 && pick(4) != 0) length = width;
      for (; length > 0; --length) out += words_[static_cast<std::size_t>(pick(word_count))];
      out += ends_[static_cast<std::size_t>(pick(6))];
    }
    return out;
  }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  static constexpr int word_count = 52;
  static constexpr std::string_view words_[word_count] = {
      "法",     "治",     "政",     "府", "建",      "设",   "不",   "足",  "原", "因",     "一",
      "二",     "十",     "第",     "、", "。",      "，",   "；",   "：",  "（", "）",     "《",
      "》",     "“",      "”",      "①",  "1",       "2",    "2025", ".",   ",",  ":",      "(",
      ")",      "年",     "月",     "日", "次",      "％",   "３",   "Ａ",  " ",  "\u3000", "\t",
      "\u200B", "\uFEFF", "\u00AD", "𠀀", "e\u0301", "一是", "附件", "情况"};
  static constexpr std::string_view ends_[6] = {"\n", "\r\n", "\r", "\n\n", "。\n", "：\n"};
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("spans lead back to the source", "[document]") {
  struct Row {
    std::string_view source;
    std::string_view folded;    // A word of the text,
    std::string_view written;   // as its author wrote it,
    std::string_view range;     // and where.
    std::string_view raw = {};  // What stands there in the source, if more than the words.
  };
  const std::vector<Row> rows{
      {"依法行政", "法行", "法行", "1:2-1:4"},
      // Width and marks.
      {"２０２４年,完成", "2024", "２０２４", "1:1-1:5"},
      {"２０２４年,完成", "，", ",", "1:6-1:7"},
      {"２０２４年,完成", "完成", "完成", "1:7-1:9"},
      // Dropped characters stand before, inside and after.
      {"\uFEFF\u200B依\u200B法\u200B。", "依法", "依\u200B法", "1:2-1:5"},
      {"依法\u200B", "法", "法", "1:2-1:3"},
      // Indents and blank lines are in the columns, not in the text.
      {"\u3000\u3000依法\n\n  行政", "依法", "依法", "1:3-1:5"},
      {"\u3000\u3000依法\n\n  行政", "行政", "行政", "3:3-3:5"},
      {"依法\r\n行政\r\n", "行政", "行政", "2:1-2:3"},
      {"依法\r行政", "行政", "行政", "2:1-2:3"},
      // Joined lines: a span over the seam ends where its last character stands.
      {"依据《行政\n处罚法》办理", "行政处罚", "行政处罚", "1:4-2:3"},
      {"依据《\n\u3000行政处罚法\n\u3000》办理", "《行政处罚法》", "《行政处罚法》", "1:3-3:3",
       "《\n\u3000行政处罚法\n\u3000》"},
      {"（ａｂｃ，\n，ｄ", "abc", "ａｂｃ", "1:2-1:5"},
      // Between words of letters a blank takes the place of the line end.
      {"见《Rule\nof Law》", "Rule", "Rule", "1:3-1:7"},
      // Outside the basic plane a character is one column.
      {"𠀀𠮷法", "法", "法", "1:3-1:4"},
      {"一\n\n\n\n\n三", "三", "三", "6:1-6:2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source, row.folded);
    const Document document = read(row.source);
    const Span span = find(document, row.folded);
    CHECK(document.slice(span) == row.folded);
    CHECK(document.written(span) == row.written);
    CHECK(range(document, span) == row.range);
    if (!row.raw.empty()) CHECK(source_of(document, span) == row.raw);
  }
}

TEST_CASE("an empty span is a place", "[document]") {
  const Document document = read("依法\n２０２４");
  const Span span = find(document, "2024");
  CHECK(document.written({span.begin, span.begin}).empty());
  CHECK(document.in_source({span.begin, span.begin}).empty());
  CHECK(document.locate(span.begin) == Location{2, 1});
  CHECK(document.locate_end({span.begin, span.begin}) == Location{2, 1});
}

TEST_CASE("a builder keeps text and source in step", "[document]") {
  // Words in disorder and with something between, as in a marked-up format.
  DocumentBuilder builder("a.txt", "test", "UTF-8", "<b>依</b>法,<i>行</i>政");
  builder.begin_block({.kind = Block::Kind::heading, .level = 2});
  builder.add(3, 6);
  builder.add(10, 14);
  builder.end_block();
  builder.begin_block({});
  builder.end_block();  // Nothing in it: no block.
  builder.begin_block({.after_gap = true});
  builder.add(17, 20);
  builder.add_blank(20);
  builder.add(24, 27);
  builder.end_block();
  const Document document = builder.finish();
  CHECK(document.text == "依法，\n\n行 政\n");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].kind == Block::Kind::heading);
  CHECK(document.blocks[0].level == 2);
  CHECK(document.blocks[1].after_gap);
  CHECK(document.written(document.blocks[0].span) == "依法,");
  CHECK(source_of(document, document.blocks[0].span) == "依</b>法,");
  CHECK(range(document, document.blocks[1].span) == "1:14-1:20");
}

TEST_CASE("a file over the limit is not read", "[document]") {
  CHECK_THROWS_AS(read_document("a.txt", "0123456789", {.limits = {.text_bytes = 9}}), InputError);
  CHECK(read_document("a.txt", "0123456789", {.limits = {.text_bytes = 10}}).blocks.size() == 1);
}

TEST_CASE("files that are handed over by mistake are named", "[document]") {
  struct Row {
    std::string_view bytes;
    std::string_view name;
  };
  using namespace std::string_view_literals;
  constexpr Row rows[] = {
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "this is a file of type PNG"},
      {"\xFF\xD8\xFF\xE0"sv, "this is a file of type JPEG"},
      {"GIF89a"sv, "this is a file of type GIF"},
      {"\x1F\x8B\x08"sv, "this is a file of type gzip"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    try {
      read_document("a.txt", std::string(row.bytes));
      FAIL_CHECK("it was read");
    } catch (const InputError& error) {
      CHECK(error.message().en.starts_with(row.name));
    }
  }
}

TEST_CASE("a directory walk takes up files by their extension", "[document]") {
  struct Row {
    std::string_view path;
    bool taken;
  };
  constexpr Row rows[] = {
      {"a.txt", true},           {"b/a.TXT", true}, {"a.text", true}, {"报告.txt", true},
      {"a.yaml", false},         {"txt", false},    {".txt", true},   {"a.txt/b", false},
      {"a.txt.expected", false}, {"", false},       {"a.doc", true},  {"a.WPS", true},
      {"a.pdf", true},           {"a.ofd", true},   {"a.odt", true},  {"a.rtf", true},
      {"a.rar", true},           {"a.7z", true},    {"a.zip", false}, {"a.png", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(is_report_path(row.path) == row.taken);
  }
}

TEST_CASE("the hook of pre-commit takes the files that a directory walk takes", "[document]") {
  const std::string hook =
      read_bytes((std::filesystem::path(HEGUI_ROOT) / ".pre-commit-hooks.yaml").string());
  const std::size_t begin = hook.find("files: '(?i)\\.(") + 15, end = hook.find(')', begin);
  REQUIRE(end < hook.size());
  std::set<std::string> taken, known;
  std::string list = hook.substr(begin, end - begin);
  // html? is two.
  for (std::size_t at; (at = list.find('?')) != list.npos;) {
    const std::size_t word = list.rfind('|', at) + 1;
    list.replace(at, 1, "|" + list.substr(word, at - 1 - word));
  }
  for (const std::string_view extension : split(list, '|'))
    taken.insert("." + std::string(extension));
  for (const Format& format : formats())
    for (const std::string_view extension : format.extensions) known.emplace(extension);
  CHECK(taken == known);
}

TEST_CASE("Chinese numerals are read", "[document][numbering]") {
  struct Row {
    std::string_view text;
    int value;
    std::string_view rest;
  };
  constexpr Row rows[] = {
      {"一", 1, ""},
      {"九、", 9, "、"},
      {"十", 10, ""},
      {"十二", 12, ""},
      {"二十", 20, ""},
      {"九十九", 99, ""},
      {"一百", 100, ""},
      {"一百零三", 103, ""},
      {"二百一十五", 215, ""},
      {"两次", 2, "次"},
      {"〇", 0, "〇"},
      {"", 0, ""},
      {"法", 0, "法"},
      {"12", 0, "12"},
      // Two numerals, not one.
      {"二三十", 2, "三十"},
      {"一二", 1, "二"},
      {"百", 100, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::size_t at = 0;
    CHECK(read_chinese_numeral(row.text, at) == row.value);
    CHECK(row.text.substr(at) == row.rest);
  }
}

TEST_CASE("heading numbers are told from other numbers", "[document][numbering]") {
  struct Row {
    std::string_view text;
    std::string_view number;
  };
  constexpr Row rows[] = {
      // The forms.
      {"第一部分 举措", "part 1 第一部分"},
      {"第二部分：举措", "part 2 第二部分："},
      {"第三部分、举措", "part 3 第三部分、"},
      {"第2部分举措", "part 2 第2部分"},
      {"第一章 总则", "part 1 第一章"},
      {"第十二篇 附录", "part 12 第十二篇"},
      {"一、举措", "comma 1 一、"},
      {"十一、 举措", "comma 11 十一、"},
      {"一.举措", "comma 1 一."},
      {"（一）加强", "bracket 1 （一）"},
      {"（ 十 ）加强", "bracket 10 （ 十 ）"},
      {"（一）、加强", "bracket 1 （一）、"},
      {"一）加强", "bracket 1 一）"},
      {"1.加强", "dot 1 1."},
      {"1、加强", "dot 1 1、"},
      {"12. 加强", "dot 12 12."},
      {"1.1 加强", "multilevel 1 1.1"},
      {"1.2.3加强", "multilevel 3 1.2.3"},
      {"（1）加强", "digit 1 （1）"},
      {"1）加强", "digit 1 1）"},
      {"①加强", "circle 1 ①"},
      {"⑳加强", "circle 20 ⑳"},
      // Enumerations that are spoken.
      {"一是加强", "-"},
      {"第一，加强", "-"},
      {"第一、加强", "-"},
      {"第一是加强", "-"},
      {"一方面加强", "-"},
      // Parts that are spoken of.
      {"第一部分是举措", "-"},
      {"第一章的规定", "-"},
      {"第二十五条规定", "-"},
      {"第1季度完成", "-"},
      // Quantities and lists.
      {"一、二季度", "comma 1 一、 ?"},
      {"一、二、三类案件", "comma 1 一、 ?"},
      {"三、四十件", "comma 3 三、 ?"},
      {"一、三项举措", "comma 1 一、"},
      {"二、三类问题", "comma 2 二、 ?"},
      {"四、三级联动", "comma 4 四、"},
      {"一、一线执法", "comma 1 一、"},
      {"1.5万元", "-"},
      {"1.5个月", "-"},
      {"1.5月底前", "dot 1 1. ?"},
      {"1.10月1日前", "dot 1 1. ?"},
      {"6.7-9月", "dot 6 6. ?"},
      {"3.15日", "dot 3 3. ?"},
      {"2.2025年底前", "dot 2 2."},
      {"96.74%的案件", "-"},
      {"3.5倍", "-"},
      {"2024.3", "-"},
      {"2024.报告", "-"},
      {"12件", "-"},
      {"1,471件", "-"},
      {"12:30开会", "-"},
      {"2024年", "-"},
      // References.
      {"（一）项规定", "bracket 1 （一） ?"},
      {"（二）款项", "bracket 2 （二） ?"},
      {"（一）项和（二）项", "-"},
      {"（一）至（三）", "-"},
      {"（2024）5号", "-"},
      {"（含3件）", "-"},
      // Nothing follows.
      {"一、", "-"},
      {"1. ", "-"},
      {"（一）\n", "-"},
      {"①", "-"},
      // Values without sense.
      {"0.举措", "-"},
      {"一百、举措", "-"},
      {"100、举措", "-"},
      {"", "-"},
      {"举措", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(number_at(row.text, 0) == row.number);
  }
  // What stands before matters too.
  CHECK(number_at("第二十五条（一）从重", 15) == "-");
  CHECK(number_at("成效。（一）从重", 9) == "bracket 1 （一）");
  CHECK(number_at("一、", 99) == "-");
}

TEST_CASE("figures are numbers with a unit", "[document][figures]") {
  struct Row {
    std::string_view text;
    std::string_view figures;  // "number/unit …"
  };
  constexpr Row rows[] = {
      {"办结案件94件。", "94件/件"},
      {"受理428件，调解成功411件", "428件/件 411件/件"},
      {"合格率96.74%", "96.74%/%"},
      {"合格率９６．７４％", "96.74%/%"},
      {"发放资料1,471份", "1,471份/份"},
      {"发放资料1471余份", "1471余份/余份"},
      {"资金1.5万元", "1.5万元/万元"},
      {"巡查20余场次", "20余场次/余场次"},
      {"下降3‰", "3‰/‰"},
      {"调解 12 件", "12 件/件"},
      // Chinese numerals count only where they can be nothing but a quantity.
      {"举办一次", ""},
      {"三项制度", ""},
      {"两法衔接", ""},
      {"一件事", ""},
      {"二十大", ""},
      // Dates and years.
      {"2024年", ""},
      {"2024年12月4日", ""},
      {"12月4日", ""},
      {"2021—2025年", ""},
      {"2021-2025年规划", ""},
      {"2024年度", ""},
      {"截至2024年12月底，办结94件", "94件/件"},
      {"2025个人所得税", ""},
      {"立案1940件，结案2048件", "1940件/件 2048件/件"},
      {"发放20480份、1980万元", "20480份/份 1980万元/万元"},
      // Groups of three.
      {"调解4 219件，1 204 530人次", "4 219件/件 1 204 530人次/人次"},
      {"到2024 120件", "120件/件"},
      // Numbers of documents and clauses, titles of works.
      {"厅字〔2019〕28号", ""},
      {"28号文件", ""},
      {"第3条", ""},
      {"第 12 期", ""},
      {"《8个专项方案》", ""},
      {"《规定》明确5项", "5项/项"},
      // Names and numbering.
      {"“1+5+N”模式", ""},
      {"“1+6”体系", ""},
      {"1.加强", ""},
      {"1、加强", ""},
      // A number without a unit is none.
      {"共94", ""},
      {"94，", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    if (row.text.empty()) continue;
    CAPTURE(row.text);
    CHECK(figures_in(row.text) == row.figures);
  }
}

TEST_CASE("the unit of a Chinese numeral has the numeral in it", "[document][figures]") {
  CHECK(figures_in("开展两次") == "两次/次");
  CHECK(figures_in("督办二十余件") == "二十余件/余件");
}

TEST_CASE("the sectors of the economy are a quantity", "[document][figures]") {
  CHECK(figures_in("三次产业").empty());
}

TEST_CASE("Chinese numerals can be figures", "[document][figures]") {
  for (const std::string_view text :
       {"开展两次", "开展三场", "召开十二期", "督办二十余件", "听取四次汇报", "审结十起"}) {
    const Document document = read(text);
    CAPTURE(text);
    CHECK(figures(document, document.blocks.front().span).size() == 1);
  }
}

TEST_CASE("a number and a mark make a heading without words", "[document]") {
  const Outline outline = read_outline(read("一、：\n柳湾镇办理事项一百二十六项。\n"));
  for (const Section& section : outline.sections) CHECK(!section.words.empty());
}

TEST_CASE("sentences end with their mark and what closes it", "[document]") {
  struct Row {
    std::string_view text;
    std::vector<std::string_view> sentences;
  };
  const std::vector<Row> rows{
      {"一。二！三？", {"一。", "二！", "三？"}},
      {"一。", {"一。"}},
      {"一", {"一"}},
      {"他说“一。”二。", {"他说“一。”", "二。"}},
      {"（一。）二", {"（一。）", "二"}},
      {"一。 二", {"一。 ", "二"}},
      {"一；二，三：四", {"一；二，三：四"}},
      {"。。", {"。", "。"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Document document = read(row.text);
    const std::vector<Span> found = sentences(document, document.blocks.front().span);
    REQUIRE(found.size() == row.sentences.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(document.slice(found[i]) == row.sentences[i]);
  }
}

TEST_CASE("text is taken out of a part", "[document]") {
  struct Row {
    std::vector<Span> part, taken, rest;
  };
  const std::vector<Row> rows{
      {{{0, 10}}, {}, {{0, 10}}},
      {{{0, 10}}, {{3, 5}}, {{0, 3}, {5, 10}}},
      {{{0, 10}}, {{0, 10}}, {}},
      {{{0, 10}}, {{0, 4}, {6, 12}}, {{4, 6}}},
      {{{0, 10}}, {{10, 12}}, {{0, 10}}},
      {{{5, 10}}, {{0, 7}}, {{7, 10}}},
      {{{0, 4}, {6, 10}}, {{3, 7}}, {{0, 3}, {7, 10}}},
      {{{0, 10}}, {{2, 6}, {4, 8}}, {{0, 2}, {8, 10}}},
      {{{0, 10}}, {{2, 8}, {4, 6}}, {{0, 2}, {8, 10}}},
  };
  for (const Row& row : rows) CHECK(without({.spans = row.part}, row.taken).spans == row.rest);
}

// What every later stage may rely on, for 2000 texts that are none.
TEST_CASE("blocks lie in order inside the text and lead back", "[document][properties]") {
  Generator generator(20250115);
  for (int round = 0; round < 2000; ++round) {
    const std::string source = generator.text();
    const Document document = read(source);
    CAPTURE(round, source);
    std::uint32_t end = 0, source_end = 0;
    for (const Block& block : document.blocks) {
      const Span span = block.span;
      REQUIRE(!span.empty());
      REQUIRE(span.begin >= end);
      REQUIRE(span.end <= document.text.size());
      REQUIRE(on_boundary(document.text, span.begin));
      REQUIRE(on_boundary(document.text, span.end));
      REQUIRE(document.slice(span).find('\n') == std::string_view::npos);
      REQUIRE(document.text[span.begin] != ' ');
      REQUIRE(document.text[span.end - 1] != ' ');
      end = span.end;

      const Span there = document.in_source(span);
      REQUIRE(there.begin >= source_end);
      REQUIRE(there.end <= document.source.size());
      REQUIRE(on_boundary(document.source, there.begin));
      REQUIRE(on_boundary(document.source, there.end));
      source_end = there.end;
      // The same first and last character in the source. Folding may look at the neighbours of a
      // mark (1,2), so the first is compared through what was written.
      const std::string_view written = document.written(span);
      REQUIRE(fold_text(written, data_of(document.language).folding) == document.slice(span));
      std::size_t at = there.begin, in_written = 0;
      REQUIRE(next_code_point(document.source, at) == next_code_point(written, in_written));
      REQUIRE(previous_code_point(document.source, there.end) + written.size() -
                  previous_code_point(written, written.size()) ==
              there.end);

      const Location place = document.locate(span.begin);
      const Span line = document.lines.line(document.source, place.line);
      REQUIRE(line.begin +
                  first_code_points(document.source.substr(line.begin), place.column - 1).size() ==
              there.begin);
    }
    // No word is lost: blocks hold all that is neither blank nor without width.
    std::size_t han = 0;
    for (const Block& block : document.blocks) han += count_han(document.slice(block.span));
    REQUIRE(han == count_han(source));
  }
}

TEST_CASE("an outline is a tree inside the body", "[document][properties]") {
  Generator generator(20250116);
  for (int round = 0; round < 2000; ++round) {
    const std::string source = generator.text();
    const Document document = read(source);
    const Outline outline = read_outline(document);
    CAPTURE(round, source);
    REQUIRE(outline.roles.size() == document.blocks.size());
    REQUIRE(outline.body.end <= document.text.size());
    for (std::size_t i = 0; i < outline.sections.size(); ++i) {
      const Section& section = outline.sections[i];
      REQUIRE(outline.body.contains(section.heading));
      REQUIRE(section.heading.contains(section.words));
      REQUIRE(section.extent.begin == section.heading.begin);
      REQUIRE(section.extent.end >= section.heading.end);
      REQUIRE(section.extent.end <= outline.body.end);
      REQUIRE(section.parent < static_cast<int>(i));
      if (section.parent >= 0) {
        const Section& parent = outline.sections[static_cast<std::size_t>(section.parent)];
        REQUIRE(parent.extent.contains(section.extent));
        REQUIRE(parent.depth + 1 == section.depth);
      } else {
        REQUIRE(section.depth == 1);
      }
      if (i > 0) REQUIRE(section.heading.begin >= outline.sections[i - 1].heading.end);
      REQUIRE(section_at(outline, section.heading.begin) == static_cast<int>(i));
    }
    std::uint32_t end = 0;
    for (const Piece& piece : outline.pieces) {
      REQUIRE(!piece.span.empty());
      REQUIRE(piece.span.begin >= end);
      REQUIRE(outline.body.contains(piece.span));
      REQUIRE(on_boundary(document.text, piece.span.begin));
      REQUIRE(on_boundary(document.text, piece.span.end));
      end = piece.span.end;
    }
    const Part body{.spans = {outline.body}};
    for (const Item& item : items(document, outline, body, {})) {
      REQUIRE(!item.span.empty());
      REQUIRE(outline.body.contains(item.span));
      REQUIRE(on_boundary(document.text, item.span.begin));
      REQUIRE(on_boundary(document.text, item.span.end));
    }
    for (const Block& block : document.blocks)
      for (const Figure& figure : figures(document, block.span)) {
        REQUIRE(block.span.contains(figure.span));
        REQUIRE(on_boundary(document.text, figure.span.begin));
        REQUIRE(on_boundary(document.text, figure.span.end));
      }
  }
}

}  // namespace hegui
