// src/text: tables of inputs and what must come of them, with the reason above each group.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "text/character_finder.h"
#include "text/characters.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/lines.h"
#include "text/offset_map.h"
#include "text/printable.h"
#include "text/suggestion.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr Folding chinese_folding{.full_width_marks = true, .simplified = true};

using namespace std::string_literals;
using namespace std::string_view_literals;

/// The message in English, or the text after "ok: ".
std::string decoded(std::string_view bytes) {
  try {
    return "ok: " + decode(std::string(bytes)).text;
  } catch (const InputError& error) {
    CHECK(error.message().en == error.what());
    CHECK(!error.message().zh.empty());
    return error.message().en;
  }
}

std::string not_utf8(int at, std::string_view byte) {
  return fmt::format(
      "not UTF-8 text from byte {} ({}) on; name the encoding with --encoding, for example windows-1252, or convert it to UTF-8",
      at, byte);
}

}  // namespace

TEST_CASE("bytes are text, or the first byte that is none is named", "[text][decode]") {
  struct Row {
    std::string bytes;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"", "ok: "},
      {"一、abc", "ok: 一、abc"},
      {"\xF0\xA0\x80\x80", "ok: 𠀀"},
      // The longest and the last values of each length.
      {"\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80"
       "\xF4\x8F\xBF\xBF",
       "ok: \x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80"
       "\xF4\x8F\xBF\xBF"},
      // A byte order mark goes; a second one is a character. It counts in the offsets that people
      // look up in the file.
      {"\xEF\xBB\xBF一", "ok: 一"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF一", "ok: \xEF\xBB\xBF一"},
      {"\xEF\xBB\xBF一\xFF", not_utf8(6, "0xFF")},
      // Truncated: at the end, and before another character. One that only looks cut off is not.
      {"一\xE4",
       "the file breaks off in the middle of a character, at byte 3; the transfer may have been "
       "incomplete"},
      {"一\xE4\xB8",
       "the file breaks off in the middle of a character, at byte 3; the transfer may have been "
       "incomplete"},
      {"一\xF4\x8F\xBF",
       "the file breaks off in the middle of a character, at byte 3; the transfer may have been "
       "incomplete"},
      {"一\xF4\x90\x80", not_utf8(3, "0xF4")},
      {"\xF0\x90\x80", not_utf8(0, "0xF0")},
      {"\xE4\xB8二", not_utf8(0, "0xE4")},
      {"\xC2", not_utf8(0, "0xC2")},
      // A continuation byte without a lead.
      {"ab\x80", not_utf8(2, "0x80")},
      {"\xE4\xB8\x80\x80", not_utf8(3, "0x80")},
      // Overlong forms of /, NUL and U+FFFF.
      {"a\xC0\xAF", not_utf8(1, "0xC0")},
      {"a\xC1\xBF", not_utf8(1, "0xC1")},
      {"\xE0\x80\xAF", not_utf8(0, "0xE0")},
      {"\xE0\x9F\xBF", not_utf8(0, "0xE0")},
      {"\xF0\x8F\xBF\xBF", not_utf8(0, "0xF0")},
      // Surrogates, and values above U+10FFFF.
      {"\xED\xA0\x80", not_utf8(0, "0xED")},
      {"\xED\xBF\xBF", not_utf8(0, "0xED")},
      {"\xF4\x90\x80\x80", not_utf8(0, "0xF4")},
      {"\xF5\x80\x80\x80", not_utf8(0, "0xF5")},
      {"x\xFE", not_utf8(1, "0xFE")},
      // GB 18030, what people have most often instead: 中文.
      {"\xD6\xD0\xCE\xC4", not_utf8(0, "0xD6")},
      // A stray NUL is forgiven, more than one control character in ten is not.
      {"一二三四五六\0七八九十"s, "ok: 一二三四五六\0七八九十"s},
      {"abc\0\x01\x02"s, "binary data from byte 3 on, not text"},
      {"\xEF\xBB\xBF\0\0a"s, "binary data from byte 3 on, not text"},
      // Tab, line ends, vertical tab and form feed are text.
      {"\t\n\r\x0B\f", "ok: \t\n\r\x0B\f"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(decoded(row.bytes) == row.expected);
  }
  CHECK(decode("一").encoding == "UTF-8");
}

TEST_CASE("text is folded to one spelling", "[text][fold]") {
  struct Row {
    std::string_view text;
    std::string_view folded;
  };
  constexpr std::array rows{
      Row{"", ""},
      Row{"依法行政", "依法行政"},
      // Width: letters, digits and signs to half width.
      Row{"２０２４年ＡＢｃ％＋－／＝", "2024年ABc%+-/="},
      Row{"［１］｛２｝＂＇＜＞", "[1]{2}\"'<>"},
      Row{"￥１００", "¥100"},
      // Width: narrow katakana and marks to full width.
      Row{"｡､｢｣ｱ", "。、「」ア"},
      // Never NFKC: these are other characters to a reader.
      Row{"①②⑳…㎡½ﬁ〇㈠", "①②⑳…㎡½ﬁ〇㈠"},
      // Chinese marks, half to full.
      Row{"是,对:有;好!吗?(一)", "是，对：有；好！吗？（一）"},
      Row{"，：；！？（）", "，：；！？（）"},
      // The same marks keep their form inside a number, in whichever width they come.
      Row{"1,471件", "1,471件"},
      Row{"１，４７１件", "1,471件"},
      Row{"12:30开会", "12:30开会"},
      Row{"１２：３０", "12:30"},
      Row{"3.5万", "3.5万"},
      // But not when only one side is a digit, and no other mark does.
      Row{"12,件", "12，件"},
      Row{"件,12", "件，12"},
      Row{"1;2", "1；2"},
      Row{"1, 2", "1， 2"},
      Row{"2024:", "2024："},
      Row{",", "，"},
      // A full stop may be an abbreviation, a number or a decimal: it stays.
      Row{"1.2.a.", "1.2.a."},
      // Spaces of all sorts.
      Row{"a\u00A0b\u3000c\td\u2003e\u202Ff\u205Fg", "a b c d e f g"},
      // Nothing to see: zero-width, byte order mark, soft hyphen, control characters, variation.
      Row{"依\u200B法\uFEFF行\u00AD政\u2060", "依法行政"},
      Row{"依\u200D法\u202E行\uFE0F政\x01\x7F", "依法行政"},
      // The line end stays: it divides blocks.
      Row{"一\n二\r\n三", "一\n二\n三"},
      // A dropped character does not hide the digits around a mark.
      Row{"1\u200B,471", "1,471"},
      // Outside the basic plane.
      Row{"𠀀，𠮷", "𠀀，𠮷"},
      // Traditional characters, but none that simplified texts have, too.
      Row{"設施減少，於年後徵詢", "设施减少，于年后征询"},
      Row{"显著、乾坤", "显著、乾坤"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold_text(row.text, chinese_folding) == row.folded);
    CHECK(fold(row.text, chinese_folding).text == row.folded);
    // Folding folded text changes nothing: rule files are written in that form.
    CHECK(fold_text(row.folded, chinese_folding) == row.folded);
  }
}

TEST_CASE("folded text leads back", "[text][fold]") {
  struct Row {
    std::string_view text;
    std::string_view word;     // In the folded text.
    std::string_view written;  // Where it came from.
  };
  constexpr std::array rows{
      Row{"２０２４年", "2024", "２０２４"},  Row{"２０２４年", "年", "年"},
      Row{"一\u200B\u200B二,三", "二", "二"}, Row{"一\u200B\u200B二,三", "，", ","},
      Row{"一\u200B\u200B二,三", "三", "三"}, Row{"(一)加强,(二)规范", "（二）规范", "(二)规范"},
      Row{"\uFEFF\u200B头", "头", "头"},      Row{"ａ１,２ｂ", "1,2", "１,２"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.word);
    const Folded folded = fold(row.text, chinese_folding);
    const auto begin = static_cast<std::uint32_t>(folded.text.find(row.word));
    REQUIRE(begin < folded.text.size());
    // The begin maps exactly; the last character maps to where it begins.
    const auto last =
        static_cast<std::uint32_t>(previous_code_point(folded.text, begin + row.word.size()));
    const std::uint32_t from = folded.map.to(begin);
    std::size_t to = folded.map.to(last);
    next_code_point(row.text, to);
    CHECK(row.text.substr(from, to - from) == row.written);
  }
  // The end of the text is the end of what was folded, dropped characters included.
  const Folded folded = fold("一\u200B", chinese_folding);
  CHECK(folded.text == "一");
  CHECK(folded.map.to(3) == 6);
}

TEST_CASE("an offset map runs in step between its entries", "[text]") {
  OffsetMap map;
  CHECK(map.to(7) == 7);
  map.add(0, 10);
  map.add(5, 15);  // Says nothing new.
  map.add(8, 30);
  map.add(8, 40);  // Nothing lies between: the later one holds.
  CHECK(map.to(0) == 10);
  CHECK(map.to(7) == 17);
  CHECK(map.to(8) == 40);
  CHECK(map.to(100) == 132);
}

TEST_CASE("lines end at LF, CR and CRLF", "[text][lines]") {
  struct Row {
    std::string_view text;
    std::vector<std::string_view> lines;
  };
  const std::vector<Row> rows{
      {"", {""}},
      {"\n", {""}},
      {"一", {"一"}},
      {"一\n", {"一"}},
      {"一\n二", {"一", "二"}},
      {"一\r二\r", {"一", "二"}},
      {"一\r\n二\r\n", {"一", "二"}},
      {"一\n\n二", {"一", "", "二"}},
      {"一\r\r\n二", {"一", "", "二"}},
      {"一\n\r二", {"一", "", "二"}},
      {"\n\n", {"", ""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const LineIndex index(row.text);
    REQUIRE(index.count() == row.lines.size());
    for (std::uint32_t i = 1; i <= index.count(); ++i) {
      const Span line = index.line(row.text, i);
      CHECK(row.text.substr(line.begin, line.size()) == row.lines[i - 1]);
      CHECK(index.locate(row.text, line.begin) == Location{i, 1});
      CHECK(index.line_at(line.end) == i);
    }
    CHECK(index.line(row.text, index.count() + 1).empty());
    CHECK(index.line(row.text, 0).empty());
  }
}

TEST_CASE("columns count code points", "[text][lines]") {
  constexpr std::string_view text = "一二\n𠀀a\u0301三\n";
  const LineIndex index(text);
  struct Row {
    std::string_view before;
    Location at;
  };
  constexpr std::array rows{
      Row{"", {1, 1}},
      Row{"一", {1, 2}},
      Row{"一二", {1, 3}},
      Row{"一二\n", {2, 1}},
      Row{"一二\n𠀀", {2, 2}},
      Row{"一二\n𠀀a", {2, 3}},
      Row{"一二\n𠀀a\u0301", {2, 4}},
  };
  for (const Row& row : rows)
    CHECK(index.locate(text, static_cast<std::uint32_t>(row.before.size())) == row.at);
  for (const Row& row : rows) CHECK(index.offset_of(text, row.at) == row.before.size());
  // The end of the text is still in its last line.
  CHECK(index.locate(text, static_cast<std::uint32_t>(text.size())).line == 2);
  // A column after the line is its end; there is nothing after the last line.
  CHECK(index.offset_of(text, {1, 9}) == 6);
  CHECK(index.offset_of(text, {3, 1}) == 0);
  CHECK(LineIndex("").offset_of("", {1, 5}) == 0);
}

// Strides of the index cut characters of two, three and four bytes anywhere.
TEST_CASE("columns of long lines are those of short ones", "[text][lines]") {
  std::string text = "短\n";
  while (text.size() < 9000) text += "a\u00E9二𠀀";
  text += "\n末\n";
  const LineIndex index(text);
  std::uint32_t column = 1, utf16 = 1;
  std::size_t wrong = 0;
  for (std::size_t at = 4; text[at] != '\n'; ++column) {
    const auto offset = static_cast<std::uint32_t>(at);
    wrong += index.locate(text, offset) != Location{2, column};
    wrong += index.offset_of(text, {2, column}) != offset;
    wrong += index.utf16_column(text, offset) != utf16;
    utf16 += next_code_point(text, at) < 0x10000 ? 1 : 2;
  }
  CHECK(wrong == 0);
  CHECK(index.offset_of(text, {2, column + 1000}) == index.line(text, 2).end);
  CHECK(index.offset_of(text, {3, 2}) == text.size() - 1);
}

TEST_CASE("text for a terminal cannot steer it", "[text][printable]") {
  struct Row {
    std::string_view text;
    std::string_view shown;
  };
  constexpr std::array rows{
      Row{"报告 a.txt", "报告 a.txt"},
      Row{"a\tb\nc\rd", "a b c d"},
      Row{"\x1B[31m", "\uFFFD[31m"},
      Row{"\u0085\u009B\u202E", "\uFFFD\uFFFD\uFFFD"},
      // A lead byte does not take along what follows it, and a bad byte is one bad byte.
      Row{"\xE0\x1B[31m", "\uFFFD\uFFFD[31m"},
      Row{"\xC3\n::x", "\uFFFD ::x"},
      Row{"\x85\xA0", "\uFFFD\uFFFD"},
      Row{"\xE4\xB8", "\uFFFD\uFFFD"},
      Row{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      // Nor does the last one read after the end.
      Row{"x\xF0", "x\uFFFD"},
  };
  for (const Row& row : rows) CHECK(printable(row.text) == row.shown);
  CHECK(first_code_points("x\xF0", 9) == "x\xF0");
  CHECK(first_code_points("一\xE4\xB8", 1) == "一");
}

TEST_CASE("quotation marks inside of others are of the next level", "[text][language]") {
  struct Row {
    std::string_view text;
    std::string_view nested;
  };
  constexpr std::array rows{
      Row{"“甲”在“乙”之后", "“甲”在“乙”之后"},
      Row{"缺少““第一责任人”职责”", "缺少“‘第一责任人’职责”"},
      Row{"““甲”和“乙””", "“‘甲’和‘乙’”"},
      Row{"“甲‘乙’”", "“甲‘乙’”"},
      Row{"““甲‘乙’丙””", "“‘甲“乙”丙’”"},
      Row{"‘甲“乙”’", "‘甲“乙”’"},
      Row{"“rule’s” isn’t ““a””", "“rule’s” isn’t “‘a’”"},
      // Who speaks of a mark means that mark.
      Row{"应为“””", "应为“””"},
      Row{"缺“““", "缺“““"},
      Row{"””", "””"},
      Row{"“甲‘乙”", "“甲‘乙”"},
  };
  for (const Row& row : rows) CHECK(with_nested_quotes(std::string(row.text)) == row.nested);
  CHECK(say("缺少“{}”", "“{}” is missing", "“三定”").en == "“‘三定’” is missing");
  CHECK(in_quotes("“三定”") == "“‘三定’”");
}

TEST_CASE("a terminal gives characters columns", "[text][width]") {
  struct Row {
    std::string_view text;
    int width;
    int ambiguous;  // The width where ambiguous characters take two columns.
  };
  constexpr std::array rows{
      Row{"", 0, 0},
      Row{"abc 1", 5, 5},
      Row{"依法", 4, 4},
      Row{"，。（）：《》", 14, 14},
      Row{"２０２４", 8, 8},
      Row{"\u3000", 2, 2},
      Row{"한글", 4, 4},
      // Narrow forms are narrow, and a letter of Latin-1 is one column.
      Row{"ｱｲ", 2, 2},
      Row{"ñ", 1, 1},
      // Ambiguous: quotes, ellipsis, dash, circled digits, degree.
      Row{"“”", 2, 4},
      Row{"……", 2, 4},
      Row{"——", 2, 4},
      Row{"①⑩", 2, 4},
      Row{"℃°", 2, 4},
      // Nothing: combining, zero-width, control.
      Row{"e\u0301", 1, 1},
      Row{"\u200B\uFEFF\x01\t", 0, 0},
      // Outside the basic plane.
      Row{"𠀀😀", 4, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text, 1) == row.width);
    CHECK(display_width(row.text, 2) == row.ambiguous);
  }
}

TEST_CASE("characters are counted and cut", "[text][unicode]") {
  CHECK(count_han("2024年，“法治”ABC、𠀀ア") == 4);
  CHECK(count_han("") == 0);
  CHECK(count_code_points("a一𠀀\u0301") == 4);
  CHECK(first_code_points("a一𠀀b", 0).empty());
  CHECK(first_code_points("a一𠀀b", 3) == "a一𠀀");
  CHECK(first_code_points("a一", 9) == "a一");
  // Forth and back over every length of sequence.
  constexpr std::string_view text = "aé一𠀀";
  constexpr std::array<char32_t, 4> codes{U'a', U'é', U'一', U'𠀀'};
  std::size_t at = 0;
  std::string again;
  for (const char32_t code : codes) {
    const std::size_t begin = at;
    CHECK(next_code_point(text, at) == code);
    CHECK(previous_code_point(text, at) == begin);
    append_utf8(again, code);
  }
  CHECK(again == text);
  CHECK(at == text.size());
  CHECK(previous_code_point(text, 0) == 0);
}

TEST_CASE("the word that was meant is guessed", "[text][edit-distance]") {
  constexpr std::array<std::string_view, 5> keys{"title", "heading", "min-han", "id", "within"};
  struct Row {
    std::string_view word;
    std::string_view meant;
  };
  constexpr std::array rows{
      Row{"titel", "title"},  // Two letters changed places.
      Row{"tixxe", ""},       // Two of five letters differ; a third may.
      Row{"titles", "title"},
      Row{"tite", "title"},
      Row{"haeding", "heading"},
      Row{"headings", "heading"},
      Row{"min_han", "min-han"},
      Row{"ix", "id"},
      Row{"xyz", ""},
      Row{"", ""},
      Row{"标题", ""},
      Row{"whitin", "within"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest_word(row.word, keys) == row.meant);
  }
  // Hostile names do not cost quadratic time.
  CHECK(nearest_word(std::string(100'000, 'x'), keys).empty());
}

TEST_CASE("characters are found that may be among a few", "[text]") {
  constexpr std::u32string_view wanted = U"。!é😀";
  const CharacterFinder finder(wanted);
  for (const std::string_view text :
       {"办结了。", "，、。", "a!b", "caf\u00e9", "\u00fcber", "好😀", "", "没有", "!", "ab"}) {
    CAPTURE(text);
    std::vector<std::size_t> all, found;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      if (is_one_of(wanted, next_code_point(text, at))) all.push_back(begin);
    }
    for (std::size_t at = finder.find(text, 0); at < text.size(); at = finder.find(text, at)) {
      const std::size_t begin = at;
      if (is_one_of(wanted, next_code_point(text, at))) found.push_back(begin);
    }
    CHECK(found == all);
    CHECK(finder.find(text, text.size()) == text.size());
  }
}

}  // namespace hegui
