// width: marks are as wide as Chinese text wants them, and no blanks stand inside of it.
//
//   width: {of: marks}      half-width marks and brackets beside full-width ones: one problem each
//   width: {of: document}   mostly half-width: one problem for all of them
//   width: {of: blanks}     blanks after a mark, between two Chinese characters, before %
//   width: {of: digits}     full-width digits and letters beside half-width ones
//
// Which marks are half-width shows in the folding: as written they are one byte, folded they are
// not. Tables, titles, captions and signatures are set with blanks; and where a paragraph has many,
// somebody laid it out so. Texts of other languages are not looked at.

#include <algorithm>
#include <array>
#include <utility>

#include "checks/check.h"
#include "checks/width/full_width_digits.h"
#include "checks/width/running_text.h"
#include "language/language_data.h"
#include "text/character_finder.h"
#include "text/characters.h"
#include "text/neighbours.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看什么：夹杂的半角标点，全文都用半角，多余的空格，还是夹杂的全角数字和字母",
        .en = "half-width marks beside full-width ones, a text that uses them throughout, blanks, "
              "or full-width digits and letters beside half-width ones",
        .choices = "marks|document|blanks|digits",
        .fallback = "marks"},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "what stands inside these does not count",
        .place = KeyPlace::beside},
};

constexpr std::size_t least_marks = 5;   // Fewer are no habit.
constexpr std::size_t most_in_text = 3;  // Blanks of a paragraph between characters.
constexpr std::size_t least_text = 20;   // Characters of a paragraph of running text.

constexpr std::u32string_view marks = U"，；：！？";
constexpr std::u32string_view pauses = U"，；：、";
constexpr std::u32string_view stops = U"。！？";

struct Marks {
  std::vector<Span> half = {};  ///< Those beside Chinese characters, or behind 85% among them.
  std::size_t full = 0;
};

Marks marks_in(const Target& target, const std::vector<Span>& paragraphs, Exceptions& exceptions) {
  Marks found;
  const CharacterFinder finder(marks);
  for (const Span paragraph : paragraphs) {
    const std::string_view text = target.document.slice(paragraph);
    for (std::size_t at = finder.find(text, 0); at < text.size(); at = finder.find(text, at)) {
      const std::size_t begin = at;
      if (!is_one_of(marks, next_code_point(text, at))) continue;
      const Span mark{paragraph.begin + static_cast<std::uint32_t>(begin),
                      paragraph.begin + static_cast<std::uint32_t>(at)};
      if (target.document.written(mark).size() > 1)
        ++found.full;
      else if (is_han(code_before(text, begin)) || is_han(code_at(text, at)) ||
               (code_before(text, begin) == U'%' && count_han(text) >= least_text)) {
        if (!exceptions.hold(mark)) found.half.push_back(mark);
      }
    }
  }
  return found;
}

bool is_habit(const Marks& found) {
  return found.half.size() >= least_marks && found.half.size() >= found.full;
}

/// （含2家): from bracket to bracket, on one line, and which of the two are half-width.
struct Brackets {
  Span open = {}, close = {};
  bool open_is_half = false, close_is_half = false;
};

/// The brackets around Chinese words, of which one is half-width; `full` are the others.
std::vector<Brackets> half_brackets(const Target& target, Span paragraph, std::size_t& full) {
  constexpr std::string_view open = "（", close = "）";
  constexpr std::size_t longest = 80 * 3;
  const std::string_view text = target.document.slice(paragraph);
  const LanguageData& language = data_of(target.document.language);
  std::vector<Brackets> found;
  const auto mark = [&](std::size_t at) {
    const auto begin = paragraph.begin + static_cast<std::uint32_t>(at);
    return Span{begin, begin + static_cast<std::uint32_t>(open.size())};
  };
  const auto is_half = [&](Span span) { return target.document.written(span).size() == 1; };
  for (std::size_t at = text.find(open); at != std::string_view::npos;
       at = text.find(open, at + open.size())) {
    const std::size_t length = text.substr(at, longest).find(close);
    if (length == std::string_view::npos) continue;
    const std::size_t end = at + length;
    const std::string_view inside = text.substr(at + open.size(), length - open.size());
    if (inside.find(open) != std::string_view::npos) continue;
    const Brackets pair{mark(at), mark(end), is_half(mark(at)), is_half(mark(end))};
    if (!pair.open_is_half && !pair.close_is_half)
      ++full;
    else if (count_han(inside) > 0 && !language.read_number(text, static_cast<std::uint32_t>(at)))
      found.push_back(pair);
  }
  return found;
}

void check_brackets(const Target& target, const std::vector<Span>& paragraphs,
                    Exceptions& exceptions, Outcome& outcome) {
  constexpr std::size_t most = 3;  // Of as many that are full-width, one may be a slip.
  std::size_t full = 0;
  std::vector<Brackets> found;
  for (const Span paragraph : paragraphs)
    for (const Brackets& pair : half_brackets(target, paragraph, full))
      if (!exceptions.hold(pair.open)) found.push_back(pair);
  if (full < most * found.size()) return;
  for (const Brackets& pair : found) {
    Problem problem{{pair.open.begin, pair.close.end},
                    say("半角的括号应为“（）”", "half-width brackets should be full-width")};
    if (pair.open_is_half) problem.fix.edits.push_back({pair.open, "（"});
    if (pair.close_is_half) problem.fix.edits.push_back({pair.close, "）"});
    outcome.problems.push_back(std::move(problem));
  }
}

/// "三项制度" where other quotes are “”. One that stands alone is a matter of pairs.
void check_quotes(const Target& target, const std::vector<Span>& paragraphs, Exceptions& exceptions,
                  Outcome& outcome) {
  constexpr std::size_t longest = 40 * 3, most = 3;  // As of brackets.
  constexpr std::string_view right = "“";
  std::size_t full = 0;
  std::vector<Span> found;
  for (const Span paragraph : paragraphs) {
    const std::string_view text = target.document.slice(paragraph);
    for (std::size_t at = text.find(right); at != text.npos; at = text.find(right, at + 1)) ++full;
    for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at + 1)) {
      const std::size_t begin = std::exchange(at, text.find('"', at + 1));
      if (at == text.npos) break;
      const std::string_view inside = text.substr(begin + 1, at - begin - 1);
      const Span quoted{paragraph.begin + static_cast<std::uint32_t>(begin),
                        paragraph.begin + static_cast<std::uint32_t>(at + 1)};
      if (inside.size() <= longest && count_han(inside) > 0 && !exceptions.hold(quoted))
        found.push_back(quoted);
    }
  }
  if (full < most * found.size()) return;
  for (const Span quoted : found) {
    Problem problem{quoted, say("半角的引号应为“ ”", "straight quotes should be “ ”")};
    problem.fix.edits.push_back({{quoted.begin, quoted.begin + 1}, "“"});
    problem.fix.edits.push_back({{quoted.end - 1, quoted.end}, "”"});
    outcome.problems.push_back(std::move(problem));
  }
}

/// 防洪工程、?水灌区: what an encoding does not have becomes a question mark. Nothing is asked
/// behind a comma.
bool is_lost_character(const Target& target, Span mark) {
  if (target.document.written(mark) != "?") return false;
  const std::string_view text = target.document.text;
  const char32_t ahead = code_before(text, mark.begin);
  return (ahead == U'、' || ahead == U'，' || ahead == U'；') && is_han(code_at(text, mark.end));
}

void check_marks(const Target& target, const Terms* except, Outcome& outcome) {
  const std::vector<Span> text = running_text(target);
  Exceptions exceptions(target, text, except);
  const Marks found = marks_in(target, text, exceptions);
  if (is_habit(found)) return;
  check_brackets(target, text, exceptions, outcome);
  check_quotes(target, text, exceptions, outcome);
  for (const Span mark : found.half) {
    const std::string right(target.document.slice(mark));
    if (is_lost_character(target, mark)) {
      outcome.problems.push_back(
          {mark, say("这里的“?”像是丢了的字", "this “?” seems to be a character that was lost")});
      continue;
    }
    Problem problem{mark, say("半角的“{}”应为“{}”", "half-width “{}” should be “{}”",
                              target.document.written(mark), right)};
    problem.fix.edits.push_back({mark, right});
    outcome.problems.push_back(std::move(problem));
  }
}

void check_document(const Target& target, const Terms* except, Outcome& outcome) {
  const std::vector<Span> text = running_text(target);
  Exceptions exceptions(target, text, except);
  const Marks found = marks_in(target, text, exceptions);
  if (!is_habit(found)) return;
  outcome.passed = false;
  outcome.found = static_cast<double>(found.half.size());
  outcome.message =
      say("全文的标点多为半角（{} 处）", "marks are half-width throughout ({})", found.half.size());
}

/// Two characters set apart as names and titles are: 王 明; 目 录.
bool is_spread(std::string_view text, Span blank) {
  const auto stands_alone = [&](std::size_t begin, std::size_t end) {
    return !is_han(code_before(text, begin)) && !is_han(code_at(text, end));
  };
  std::size_t next = blank.end;
  next_code_point(text, next);
  return stands_alone(previous_code_point(text, blank.begin), blank.begin) &&
         stands_alone(blank.end, next);
}

/// Whether quotes or brackets are open, asked from left to right: “一窗受理 一网通办” sets its
/// halves apart.
class Enclosure {
 public:
  Enclosure(const LanguageData& language, std::string_view text)
      : language_(language), text_(text) {}

  bool is_open_at(std::size_t at) {
    while (at_ < at) {
      const char32_t code = next_code_point(text_, at_);
      const std::size_t pair = language_.pairs.find(code);
      if (pair == std::u32string_view::npos) continue;
      if (pair % 2 == 0)
        closers_.push_back(language_.pairs[pair + 1]);
      else if (!closers_.empty() && closers_.back() == code)
        closers_.pop_back();
    }
    return !closers_.empty();
  }

 private:
  const LanguageData& language_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::u32string closers_;  // Of the marks that are open.
};

enum class Blank : std::uint8_t { right, wrong, between_characters };

Blank judge(const LanguageData& language, std::string_view text, Span blank, Enclosure& enclosure) {
  const char32_t left = code_before(text, blank.begin), right = code_at(text, blank.end);
  // Behind a number the blank sets a heading or an item apart from it.
  if (const auto number = language.read_number(text, 0); number && blank.begin <= number->span.end)
    return Blank::right;
  const bool is_word = is_han(right) || is_digit(right) || is_one_of(U"“《（", right);
  if (is_one_of(pauses, left)) return is_word ? Blank::wrong : Blank::right;
  // Where a paragraph was put into one line, the next one begins behind a blank.
  if (is_one_of(stops, left) || language.item_mark->matches(text.substr(blank.end)))
    return Blank::right;
  if (is_han(left) && (is_one_of(pauses, right) || is_one_of(stops, right))) return Blank::wrong;
  if (is_digit(left) && (right == U'%' || right == U'‰')) return Blank::wrong;
  const bool is_inside = is_han(left) && is_han(right) && !is_spread(text, blank) &&
                         language.ends_with_stop(text) && !enclosure.is_open_at(blank.begin);
  return is_inside ? Blank::between_characters : Blank::right;
}

/// 责任单位：司法所 综治中心 社区: of several blanks in one clause none is a slip.
void drop_listed(std::string_view text, std::vector<Span>& between) {
  const auto is_one_clause = [&](std::size_t i) {
    if (i == 0 || i >= between.size()) return false;
    for (std::size_t at = between[i - 1].end; at < between[i].begin;) {
      const char32_t code = next_code_point(text, at);
      if (is_one_of(pauses, code) || is_one_of(stops, code)) return false;
    }
    return true;
  };
  std::vector<Span> alone;
  for (std::size_t i = 0; i < between.size(); ++i)
    if (!is_one_clause(i) && !is_one_clause(i + 1)) alone.push_back(between[i]);
  between = std::move(alone);
}

/// The blanks of a paragraph that should not be there.
std::vector<Span> wrong_blanks(const LanguageData& language, std::string_view text,
                               const Terms* except) {
  if (text.find(' ') == std::string_view::npos) return {};
  if (!language.has_stop(text) && count_han(text) < least_text) return {};
  const std::vector<Span> allowed = except ? except->all(text) : std::vector<Span>{};
  auto around = allowed.begin();  // Rises with the blanks.
  Enclosure enclosure(language, text);
  std::vector<Span> wrong, between;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at)) {
    const auto begin = static_cast<std::uint32_t>(at);
    at = std::min(text.find_first_not_of(' ', at), text.size());
    const Span blank{begin, static_cast<std::uint32_t>(at)};
    while (around != allowed.end() && around->end <= blank.begin) ++around;
    if (around != allowed.end() && around->overlaps(blank)) continue;
    const Blank verdict = judge(language, text, blank, enclosure);
    if (verdict == Blank::wrong) wrong.push_back(blank);
    if (verdict == Blank::between_characters) between.push_back(blank);
  }
  drop_listed(text, between);
  if (between.size() <= most_in_text) wrong.insert(wrong.end(), between.begin(), between.end());
  std::ranges::sort(wrong, {}, &Span::begin);
  return wrong;
}

void check_blanks(const Target& target, const Terms* except, Outcome& outcome) {
  const LanguageData& language = data_of(target.document.language);
  for (const Span paragraph : running_text(target)) {
    const std::string_view text = target.document.slice(paragraph);
    for (const Span blank : wrong_blanks(language, text, except)) {
      // With the characters beside it, so that it can be seen.
      std::size_t end = blank.end;
      next_code_point(text, end);
      const std::size_t begin = previous_code_point(text, blank.begin);
      const Span place{paragraph.begin + static_cast<std::uint32_t>(begin),
                       paragraph.begin + static_cast<std::uint32_t>(end)};
      Problem problem{place, say("“{}”中间多了空格", "there is a blank too many in “{}”",
                                 target.document.written(place))};
      problem.fix.edits.push_back(
          {{paragraph.begin + blank.begin, paragraph.begin + blank.end}, ""});
      outcome.problems.push_back(std::move(problem));
    }
  }
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (!data_of(target.document.language).folding.full_width_marks) return outcome;
  const std::string_view of = arguments.word("of");
  const Terms* except = arguments.terms("except");
  if (of == "document") {
    check_document(target, except, outcome);
    return outcome;
  }
  if (of == "marks")
    check_marks(target, except, outcome);
  else if (of == "digits")
    check_digits(target, except, outcome);
  else
    check_blanks(target, except, outcome);
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind width_check;
const CheckKind width_check{"width",
                            "全角、半角标点，文字中间的空格",
                            "marks of full width, and no blanks inside of Chinese text",
                            Scope::document,
                            keys,
                            "of",
                            run};

}  // namespace hegui
