// src/search: what patterns and word lists find, and that looking it up in a scan finds the same.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "search/filled_terms.h"
#include "search/known_literals.h"
#include "search/literal_index.h"
#include "search/pattern.h"
#include "search/required_literals.h"
#include "search/terms.h"

namespace hegui {
namespace {

using namespace std::string_view_literals;

/// The words that were found, joined by |.
std::string joined(std::string_view subject, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans)
    out += (out.empty() ? "" : "|") + std::string(subject.substr(span.begin, span.size()));
  return out;
}

std::string found_words(const Terms& terms, std::string_view subject) {
  const auto hit = terms.find(subject);
  return hit ? std::string(subject.substr(hit->begin, hit->size())) : "-";
}

Terms words(const std::vector<std::string>& literals) {
  std::vector<SharedTerm> terms;
  for (const std::string& literal : literals)
    terms.push_back(std::make_shared<Term>(Term::literal(literal)));
  return Terms(std::move(terms));
}

}  // namespace

TEST_CASE("patterns find the leftmost match", "[search][pattern]") {
  struct Row {
    std::string_view pattern;
    std::string_view subject;
    std::string_view found;     // "-" for none.
    std::string_view captured;  // Group 1, or all without groups.
  };
  constexpr std::array rows{
      Row{"不足|问题", "存在问题和不足", "问题", "问题"},
      Row{"受.{1,4}制约", "受编制制约，受人员制约", "受编制制约", "受编制制约"},
      Row{"无", "存在", "-", "-"},
      // Code points, not bytes; \d is UCP, folded text holds ASCII digits only.
      Row{"^.{2}$", "不足", "不足", "不足"},
      Row{R"(\d+(?=年))", "到2024年", "2024", "2024"},
      Row{R"(((?:19|20)\d\d)\s*年)", "2024 年度", "2024 年", "2024"},
      Row{R"([\p{sc:Han}]+)", "ab法治c", "法治", "法治"},
      // A group that takes no part captures nothing.
      Row{"(a)|b", "b", "b", "-"},
      // Lookaround; no implicit word boundary.
      Row{"(?<!总)书记", "总书记和镇党委书记", "书记", "书记"},
      // ^ and $ are the ends of the subject, not of its lines.
      Row{"^b", "a\nb", "-", "-"},
      Row{"a$", "a\nb", "-", "-"},
      Row{"a$", "a\n", "a", "a"},
      // A dot stops at a line end.
      Row{"a.b", "a\nb", "-", "-"},
      // Empty matches are matches.
      Row{"x*", "ab", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern, row.subject);
    const Pattern pattern{std::string(row.pattern)};
    const auto text = [&](std::optional<Span> span) {
      return span ? row.subject.substr(span->begin, span->size()) : "-"sv;
    };
    CHECK(text(pattern.find(row.subject)) == row.found);
    CHECK(pattern.matches(row.subject) == (row.found != "-"));
    if (!row.captured.empty()) CHECK(text(pattern.capture(row.subject)) == row.captured);
    CHECK(pattern.source() == row.pattern);
  }
  // Lookbehind sees what stands before `from`, and ^ is not there.
  CHECK(Pattern("(?<=a)b").find("ab", 1) == Span{1, 2});
  CHECK(!Pattern("^b").find("ab", 1));
  CHECK(!Pattern("a").find("a", 2));
}

TEST_CASE("groups of the leftmost match", "[search][pattern]") {
  const Pattern day(R"((\d+)月(?:(\d+)日)?)");
  CHECK(day.groups("3月5日") == std::vector{Span{0, 1}, Span{4, 5}});
  CHECK(day.groups("3月5日，12月", 8) == std::vector{Span{11, 13}, Span{}});
  CHECK(day.groups("5日").empty());
  CHECK(Pattern("a").groups("a").empty());
  // More of them than can be asked for.
  CHECK(Pattern("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)").groups("abcdefghijk").size() == 9);
}

TEST_CASE("a bad pattern says where", "[search][pattern]") {
  struct Row {
    std::string_view pattern;
    std::size_t offset;
  };
  constexpr std::array rows{
      Row{"(", 1}, Row{"一(", 4},    Row{"a)", 1},    Row{"[a", 2},
      Row{"*", 0}, Row{"a{2,1}", 5}, Row{R"(\C)", 2},  // A single byte would cut a character.
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    try {
      const Pattern pattern{std::string(row.pattern)};
      FAIL_CHECK("it compiled");
    } catch (const PatternError& error) {
      CHECK(error.offset == row.offset);
      CHECK(!std::string(error.what()).empty());
    }
  }
}

TEST_CASE("a catastrophic pattern stops", "[search][pattern]") {
  // The ! at the end keeps PCRE2 from seeing at once that there is no match. It counts its steps:
  // if nobody stopped it, this test would not end.
  std::string subject(5000, 'a');
  subject += '!';
  for (const char* source : {"(a+)+$", "(a*)*$", "(a|aa)+$", "(a|a)*$", "(?:a?){40}a{5000}$",
                             "(*NO_JIT)(a+)+$", "((a*)*)*$"}) {
    CAPTURE(source);
    const Pattern pattern{std::string(source)};
    try {
      const bool found = pattern.matches(subject);
      CHECK(!found);
    } catch (const PatternLimit& limit) {
      CHECK(limit.pattern == source);
    }
  }
  CHECK_THROWS_AS(Pattern("(a+)+$").find(subject), PatternLimit);
  CHECK_THROWS_AS(Pattern("(a+)+$").capture(subject), PatternLimit);
  // After it, and on a long paragraph, patterns still work.
  CHECK(Pattern("(a+)b").find("aab") == Span{0, 3});
  CHECK(Pattern("[^!]*!").find(subject) == Span{0, 5001});
}

TEST_CASE("patterns have no more time than their budget", "[search][pattern]") {
  const std::string subject(5000, 'a');
  const Pattern pattern("b");
  {
    const PatternBudget spent(0);
    try {
      pattern.matches(subject);
      FAIL("it goes on");
    } catch (const PatternTimeout& timeout) {
      CHECK(timeout.pattern == "b");
    }
  }
  {
    const PatternBudget enough;
    CHECK(!pattern.matches(subject));
  }
  CHECK(!pattern.matches(subject));
}

TEST_CASE("a list finds the leftmost, then the longest", "[search][terms]") {
  struct Row {
    std::vector<std::string> terms;
    std::string_view subject;
    std::string_view first;
    std::string_view all;
  };
  const std::vector<Row> rows{
      {{}, "不足", "-", ""},
      {{"不足"}, "没有", "-", ""},
      {{"问题", "存在问题"}, "存在问题", "存在问题", "存在问题"},
      {{"存在", "存在问题", "问题"}, "存在问题和问题", "存在问题", "存在问题|问题"},
      {{"二", "一"}, "一二一", "一", "一|二|一"},
      {{"aa"}, "aaaaa", "aa", "aa|aa"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.subject);
    const Terms terms = words(row.terms);
    CHECK(found_words(terms, row.subject) == row.first);
    CHECK(joined(row.subject, terms.all(row.subject)) == row.all);
    CHECK(terms.matches(row.subject) == (row.first != "-"));
  }
  // Patterns too; empty matches are no hits.
  std::vector<SharedTerm> mixed{std::make_shared<Term>(Term::pattern("[二三]?")),
                                std::make_shared<Term>(Term::literal("四"))};
  CHECK(joined("一二三四", Terms(mixed).all("一二三四")) == "二|三|四");
  Terms more = words({"一"});
  more.append(words({"二"}));
  CHECK(more.list().size() == 2);
}

TEST_CASE("a literal is found where the text has it first", "[search][terms]") {
  // Words and texts of few characters, so that parts of words stand everywhere.
  const std::vector<std::string> characters{"工", "巧", "作", "佇", "a", "，"};
  std::uint32_t random = 7;
  const auto made = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i)
      text += characters[((random = random * 1664525 + 1013904223) >> 16) % characters.size()];
    return text;
  };
  std::size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = made(12), word = made(1 + static_cast<std::size_t>(i) % 3);
    for (const std::size_t from : {std::size_t{0}, text.size() / 2, text.size()}) {
      const auto hit = Term::literal(word).find(text, from);
      const std::size_t at = text.find(word, from);
      CAPTURE(text, word, from);
      REQUIRE(hit.has_value() == (at != std::string::npos));
      if (hit) CHECK(hit->begin == at);
      found += hit.has_value();
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("variables stand in literals, patterns and messages", "[search][terms]") {
  const Variables variables{{"year", "2024"}, {"next", "2025"}};
  struct Row {
    std::string_view text;
    std::string_view expanded;  // "-" if a variable has no value.
  };
  constexpr std::array rows{
      Row{"", ""},
      Row{"{year}年", "2024年"},
      Row{"{year}、{next}", "2024、2025"},
      Row{"{other}年", "-"},
      // A quantifier is no variable, nor is what does not look like a name.
      Row{"a{2}b{2,4}", "a{2}b{2,4}"},
      Row{"{}{Year}{ year}{year", "{}{Year}{ year}{year"},
      // PCRE2's own braces.
      Row{R"(\p{han}\x{4e00})", R"(\p{han}\x{4e00})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(expand(row.text, variables).value_or("-") == row.expanded);
  }
  CHECK(variables_in("{year}-{next}-{2}") == std::vector<std::string_view>{"year", "next"});
  const auto next_pattern = std::make_shared<const Term>(Term::pattern("{next}\\s*年"));
  const auto next = std::make_shared<const Term>(Term::literal("{next}年"));
  const auto other = std::make_shared<const Term>(Term::literal("{other}"));
  const std::vector<SharedTerm> with_variables{next_pattern, next, other};
  const Terms terms({other, next}), lost({other});
  CHECK(!next->find("{next}年2025年", 0));
  CHECK(terms.meant().size() == 2);
  {
    const FilledTerms filled(with_variables, variables);
    const std::string text = "到2025 年，2025年{other}";
    const FilledTerms::Use use(filled, text);
    CHECK(next_pattern->find(text, 0) == Span{3, 11});
    CHECK(next->find(text, 0) == Span{14, 21});
    CHECK(next->find("在2025年", 0) == Span{3, 10});
    CHECK(next->source() == "2025年");
    // Without a value a term matches nothing, and falls out of its list.
    CHECK(!other->find(text, 0));
    CHECK(terms.meant() == std::vector<const Term*>{next.get()});
    CHECK(lost.empty());
    // Of another rule set: it means nothing here.
    CHECK(!Term::literal("{next}年").find(text, 0));
  }
  CHECK(next->source() == "{next}年");
  // What is wrong in a pattern with variables shows at once.
  CHECK_THROWS_AS(Term::pattern("({year}"), PatternError);
}

TEST_CASE("a condition holds with any, all and none", "[search][terms]") {
  const Condition none_given;
  CHECK(none_given.empty());
  CHECK(none_given.holds("一"));
  CHECK(!none_given.hit("一"));

  Condition any{.any = words({"一", "二"}), .has_any = true};
  CHECK(any.holds("第二"));
  CHECK(any.hit("第二") == Span{3, 6});
  CHECK(!any.holds("第三"));
  any.none = words({"三"});
  CHECK(!any.holds("二三"));

  const Condition all{.all = {words({"一", "壹"}), words({"二"})}};
  CHECK(all.holds("二壹"));
  CHECK(all.hit("二壹") == Span{3, 6});
  CHECK(!all.holds("一"));

  const Condition only_none{.none = words({"三"})};
  CHECK(!only_none.empty());
  CHECK(only_none.holds("一"));
  CHECK(!only_none.hit("一"));

  // `any` whose terms all lack their variable holds never, not always; so does `all`.
  const auto holds = [](const Condition& condition, const Terms& terms, const Variables& values) {
    const FilledTerms filled(terms.list(), values);
    const FilledTerms::Use use(filled, "一");
    return condition.holds("一");
  };
  const Condition any_lost{.any = words({"{year}"}), .has_any = true};
  CHECK(!holds(any_lost, any_lost.any, {}));
  CHECK(holds(any_lost, any_lost.any, {{"year", "一"}}));
  const Condition all_lost{.all = {words({"{year}"})}};
  CHECK(!holds(all_lost, all_lost.all.front(), {}));
}

TEST_CASE("what every match of a pattern holds is read from it", "[search][literals]") {
  struct Row {
    std::string_view pattern;
    std::string_view literals;  // Joined by |; empty if none can be told.
  };
  constexpr std::array rows{
      Row{"不足", "不足"},
      Row{"不足|问题", "不足|问题"},
      // Pieces in a row are words together; of all in a row the longest is kept.
      Row{"(不|未)(足|够)", "不够|不足|未够|未足"},
      Row{"受.{1,9}(影响|制约)", "制约|影响"},
      Row{"人员?不足", "人不足|人员不足"},
      Row{"^一、(?=总)总", "一、总"},
      Row{R"(\d+年度)", "年度"},
      Row{"[一二三]是", "一是|三是|二是"},
      Row{"(问题)+", "问题"},
      Row{"(问题){2,}很", "问题"},
      Row{R"(\(一\))", "(一)"},
      Row{"问题.*|不足", "不足|问题"},
      // What may be left out is not required.
      Row{"(问题)?", ""},
      Row{"(问题)*的", "的"},
      Row{"(问题){0,2}的", "的"},
      Row{"问题|.", ""},
      // Nor is what is only looked at.
      Row{"(?<!总)书记", "书记"},
      Row{"(?=问题)", ""},
      // A bracket that comes first is a member; a range and what is left out of a class are many.
      Row{"[]一]二", "]二|一二"},
      Row{"[一-十]月", "月"},
      Row{"[^一]月", "月"},
      Row{R"([\d一]月)", "月"},
      Row{R"(\p{Han}月)", "月"},
      // What this does not know of the language.
      Row{"(?i)abc", ""},
      Row{R"((一)\1二三)", ""},
      Row{R"(\Qab\E)", ""},
      Row{"[[:alpha:]]ab", ""},
      Row{"a{,3}bcd", ""},
      Row{"(*UCP)abc", ""},
      Row{"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    std::string joined;
    const RequiredLiterals required = required_literals(row.pattern);
    for (const std::string& literal : required.any_of)
      joined += (joined.empty() ? "" : "|") + literal;
    CHECK(joined == row.literals);
  }
}

TEST_CASE("how far before its literal a match can begin is read from the pattern",
          "[search][literals]") {
  struct Row {
    std::string_view pattern;
    std::uint32_t before;  // Bytes.
  };
  constexpr std::uint32_t anywhere = RequiredLiterals::anywhere;
  constexpr std::array rows{
      Row{"不足|问题", 0},
      Row{".不足", 4},
      Row{"[很太]不足", 0},  // 很不足, 太不足
      Row{"[^很]{2,5}不足", 20},
      Row{"(?:很|非常)?.不足", 10},
      Row{"(?<!很)不足(?!之处)", 0},
      // The farthest of all alternatives, and the first of what comes several times.
      Row{".{2}不足|.问题", 8},
      Row{"(?:.不足)+", 4},
      Row{"(?:.不足){2,3}", 4},
      Row{"(?:.{3}|甲乙丙丁){2}不足", 24},
      Row{"受.{1,9}影响", 39},  // Of two as long the later one is kept: 影响.
      Row{".*不足", anywhere},
      Row{"(?:.{60000}){60000}(?:.{60000}){60000}不足", anywhere},
      Row{".?", anywhere},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(required_literals(row.pattern).before == row.before);
  }
}

namespace {

/// Patterns and texts of few characters, so that nearly everything matches somewhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : seed_(seed) {}

  std::size_t below(std::size_t count) {
    return ((seed_ = seed_ * 1664525 + 1013904223) >> 16) % count;
  }
  std::string character() {
    constexpr std::array<std::string_view, 6> characters{"工", "巧", "作", "佇", "a", "，"};
    return std::string(characters[below(characters.size())]);
  }
  std::string text(std::size_t length) {
    std::string made;
    for (std::size_t i = 0; i < length; ++i) made += character();
    return made;
  }
  std::string pattern(int depth) {
    std::string made;
    for (std::size_t i = 0; i <= below(3); ++i) made += atom(depth) + quantifier();
    return depth > 0 && below(3) == 0 ? made + "|" + pattern(depth - 1) : made;
  }

 private:
  std::string atom(int depth) {
    switch (below(depth > 0 ? 10 : 7)) {
      case 0: return ".";
      case 1: return (below(2) ? "[" : "[^") + text(2) + "]";
      case 2: return R"(\w)";
      case 7: return "(" + pattern(depth - 1) + ")";
      case 8: return "(?:" + pattern(depth - 1) + ")";
      case 9: return (below(2) ? "(?=" : "(?<!") + text(1) + ")";
      default: return character();
    }
  }
  std::string quantifier() {
    constexpr std::array<std::string_view, 7> some{"?", "*", "+", "+?", "{2}", "{0,2}", "{1,3}"};
    return below(3) == 0 ? std::string(some[below(some.size())]) : "";
  }

  std::uint32_t seed_;
};

}  // namespace

TEST_CASE("a scan finds what asking finds", "[search][literals]") {
  Dice dice(11);
  std::size_t found = 0, spared = 0;
  for (int i = 0; i < 400; ++i) {
    std::vector<Term> plain;
    for (int k = 0; k < 8; ++k)
      plain.push_back(k % 3 == 0 ? Term::literal(dice.text(1 + dice.below(3)))
                                 : Term::pattern(dice.pattern(2)));
    std::vector<Term> indexed = plain;
    LiteralIndex index;
    for (Term& term : indexed) term.add_to(index);
    index.finish();
    const std::string text = dice.text(40);
    const LiteralScan scan(index, text);
    for (std::size_t begin = 0; begin < text.size(); begin += 3 * (1 + dice.below(6))) {
      // A part that begins and ends with a character.
      while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
      std::size_t end = std::min(text.size(), begin + 3 * dice.below(12));
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
      const std::string_view part = std::string_view(text).substr(begin, end - begin);
      for (std::size_t k = 0; k < plain.size(); ++k) {
        CAPTURE(plain[k].source(), part);
        const auto hit = plain[k].find(part, 0);
        REQUIRE(indexed[k].find(part, 0) == hit);
        const std::size_t from = hit ? hit->end : part.size();
        REQUIRE(indexed[k].find(part, from) == plain[k].find(part, from));
        found += hit.has_value();
        spared += !hit.has_value() && LiteralScan::of(&index, part) == &scan;
      }
    }
  }
  CHECK(found > 5000);
  CHECK(spared > 5000);
  // Another text, and other terms, are not looked up in it.
  Term term = Term::literal("工作");
  LiteralIndex index;
  term.add_to(index);
  index.finish();
  const std::string text = "工作", other = "工作";
  {
    const LiteralScan scan(index, text);
    CHECK(LiteralScan::of(&index, std::string_view(text).substr(3)) == &scan);
    CHECK(!LiteralScan::of(&index, other));
    CHECK(term.find(other, 0));
    LiteralIndex second;
    second.finish();
    const LiteralScan inner(second, text);
    CHECK(LiteralScan::of(&index, text) == &scan);
    CHECK(LiteralScan::of(&second, text) == &inner);
    CHECK(term.find(text, 0));
  }
  CHECK(!LiteralScan::of(&index, text));
}

TEST_CASE("what is joined from a scanned text holds no more words than that",
          "[search][literals]") {
  LiteralIndex index;
  const LiteralIndex::Number meeting = index.add_word("会议"), lost = index.add_word("汇报");
  std::vector<SharedTerm> indexed;
  for (const char* word : {"工作", "报告", "会议"}) {
    auto term = std::make_shared<Term>(Term::literal(word));
    term->add_to(index);
    indexed.push_back(std::move(term));
  }
  const Terms terms(std::move(indexed));
  index.finish();
  const std::string text = "全年工作\n专题会议\n工作", lines = "专题会议\n工作\n";
  const LiteralScan scan(index, text);
  CHECK(found_words(terms, lines) == "会议");
  CHECK(!LiteralScan::lacks(&index, lost, lines));
  const LiteralScan::Joined own(lines);
  CHECK(LiteralScan::lacks(&index, lost, lines));
  CHECK(!LiteralScan::lacks(&index, meeting, lines));
  CHECK(found_words(terms, lines) == "会议");
  CHECK(joined(lines, terms.all(lines)) == "会议|工作");
  CHECK(!words({"报告"}).matches(lines));
  // What is no joined text is searched all the same.
  CHECK(found_words(terms, "报告") == "报告");
  {
    const LiteralScan::Joined other("报告");
    CHECK(found_words(terms, lines) == "会议");
  }
  CHECK(terms.list()[1]->find(lines, 0) == std::nullopt);
}

TEST_CASE("what the patterns of built-in sets require is known when the program is built",
          "[search]") {
  CHECK(known_literals().size() > 500);
  CHECK(std::ranges::is_sorted(known_literals(), {},
                               [](const KnownLiterals& known) { return known.pattern.view(); }));
  for (const KnownLiterals& known : known_literals()) {
    std::string literals;
    const RequiredLiterals required = required_literals(known.pattern.view());
    for (const std::string& literal : required.any_of) literals += literal + '\0';
    INFO(known.pattern.view());
    CHECK(known.literals.view() == literals);
    CHECK(known.before == required.before);
  }
}

}  // namespace hegui
