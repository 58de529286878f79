// pairs: quotes, brackets and title marks are balanced and rightly nested (GB/T
// 15834-2011 4.8, 4.9, 4.15).
//
//   pairs: {marks: [“”, ‘’, （）, 《》, 【】, 〔〕]}
//
// Judged per paragraph; a pair that is opened at the end of one paragraph and closed in the next is
// balanced: the text was torn there. A quotation of several paragraphs opens in each of them and
// closes in the last (4.8). A straight quote that stands for one of a pair is reported with it; a
// report that only has straight quotes is not.
//
// 1） and a） are marks of a list, but （附表1、2）等 ends in the same characters: what has the
// shape of a mark closes the bracket that is open, unless it goes on a list that began in the
// bracket: （包括1）受理；2）调查）.

#include <algorithm>
#include <array>
#include <optional>

#include "checks/check.h"
#include "checks/list_marks.h"
#include "language/language_data.h"
#include "text/character_finder.h"
#include "text/characters.h"
#include "text/neighbours.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "marks",
        .type = KeyType::mark_pairs,
        .zh = "成对的标点，前一个后一个，如 “”；不写是常用的",
        .en = "pairs of marks, an opening and a closing one each, instead of the usual ones"},
};

struct Pair {
  char32_t open = 0;
  char32_t close = 0;
};

std::vector<Pair> pairs_of(const Target& target, const Arguments& arguments) {
  std::vector<Pair> pairs;
  if (const auto* given = arguments.texts("marks")) {
    for (const std::string& text : *given) {
      std::size_t at = 0;
      const char32_t open = next_code_point(text, at);
      pairs.push_back({open, next_code_point(text, at)});
    }
    return pairs;
  }
  const std::u32string_view usual = data_of(target.document.language).pairs;
  for (std::size_t i = 0; i + 1 < usual.size(); i += 2) pairs.push_back({usual[i], usual[i + 1]});
  return pairs;
}

/// Straight quotes, too, which have no partner.
std::u32string marks_of(const std::vector<Pair>& pairs) {
  std::u32string marks = U"\"";
  for (const auto [open, close] : pairs) marks.append({open, close});
  return marks;
}

Message name_of(char32_t mark) {
  switch (mark) {
    case U'“':
    case U'”': return {"双引号", "double quote"};
    case U'‘':
    case U'’': return {"单引号", "single quote"};
    case U'(':
    case U')':
    case U'[':
    case U']': return {"括号", "bracket"};
    case U'（':
    case U'）': return {"圆括号", "bracket"};
    case U'《':
    case U'》': return {"书名号", "title mark"};
    case U'【':
    case U'】': return {"方头括号", "bracket"};
    case U'〔':
    case U'〕': return {"六角括号", "bracket"};
    default: return {"标点", "mark"};
  }
}

/// A mark without its partner.
struct Lonely {
  std::uint32_t at = 0;
  char32_t code = 0;
  bool opening = false;
  std::size_t pair = 0;  ///< Index of its pair.
};

/// ’ in don’t is no quote.
bool is_apostrophe(std::string_view text, std::size_t at, char32_t code) {
  return code == U'’' && is_latin(code_before(text, at)) && is_latin(code_at(text, at + 3));
}

class PairChecker {
 public:
  PairChecker(const Target& target, std::vector<Pair> pairs)
      : target_(target),
        language_(data_of(target.document.language)),
        pairs_(std::move(pairs)),
        marks_(marks_of(pairs_)),
        waiting_(pairs_.size()) {}

  void check(Span block) {
    const std::string_view text = target_.document.slice(block);
    Paragraph paragraph{.depth = std::vector<std::size_t>(pairs_.size())};
    std::vector<std::uint32_t> straight;
    for (std::size_t at = marks_.find(text, 0); at < text.size(); at = marks_.find(text, at)) {
      const std::size_t begin = at;
      const char32_t code = next_code_point(text, at);
      const auto place = block.begin + static_cast<std::uint32_t>(begin);
      if (code == '"') straight.push_back(place);
      for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
        if (code == pairs_[pair].open) {
          paragraph.open.push_back({place, code, true, pair});
          ++paragraph.depth[pair];
        }
        if (code != pairs_[pair].close || is_apostrophe(text, begin, code)) continue;
        const bool may_end_mark = code == U'）' || code == U')';
        const int mark = may_end_mark ? list_mark(language_, text, begin, at) : 0;
        if (mark > 0 && is_of_list(paragraph, mark, {place, code, false, pair})) continue;
        close(paragraph, {place, code, false, pair});
      }
    }
    go_on_with_quotation(paragraph, block, begin_of_words(language_, text));
    match_straight(paragraph.open, straight);
    match_straight(paragraph.closed, straight);
    join_with_paragraph_before(paragraph.closed);
    for (Lonely& mark : paragraph.open) waiting_[mark.pair].push_back(mark);
  }

  Problems finish() {
    join_with_paragraph_before({});
    std::ranges::sort(lonely_, {}, &Lonely::at);
    for (std::size_t i = 0; i < lonely_.size(); ++i) {
      const Lonely* next = i + 1 < lonely_.size() ? &lonely_[i + 1] : nullptr;
      if (!add_mixed(lonely_[i], next))
        add(lonely_[i]);
      else if (next && next->at < problems_.back().span.end)
        ++i;
    }
    std::ranges::sort(problems_, {}, [](const Problem& problem) { return problem.span.begin; });
    return std::move(problems_);
  }

 private:
  struct Paragraph {
    std::vector<Lonely> open = {}, closed = {};  // Opened and not closed; closing nothing.
    std::vector<std::size_t> depth = {};         // How many of each pair are open.
    std::vector<Span> quotations = {};           // From a quote to its partner.
    int last_mark = 0;                           // Value and place of the last mark of a list,
    std::uint32_t last_mark_at = 0;
    std::optional<Lonely> closed_by_mark = {};  // and what it seemed to close.
  };

  /// Closes the last one of its kind; those opened in between stay open.
  void close(Paragraph& paragraph, const Lonely& mark) {
    if (paragraph.depth[mark.pair] == 0) {
      paragraph.closed.push_back(mark);
      return;
    }
    for (bool found = false; !found; paragraph.open.pop_back()) {
      const Lonely& opened = paragraph.open.back();
      found = opened.pair == mark.pair;
      --paragraph.depth[opened.pair];
      if (!found)
        lonely_.push_back(opened);
      else if (is_one_of(U"”’", mark.code))
        paragraph.quotations.push_back({opened.at, mark.at});
    }
  }

  /// Whether what looks like a mark of a list is one; else it closes a bracket.
  bool is_of_list(Paragraph& paragraph, int value, const Lonely& mark) {
    const auto& open = paragraph.open;
    const auto bracket = std::ranges::find(open.rbegin(), open.rend(), mark.pair, &Lonely::pair);
    const bool goes_on = value == paragraph.last_mark + 1 && paragraph.last_mark > 0 &&
                         (bracket == open.rend() || bracket->at < paragraph.last_mark_at);
    if (goes_on && paragraph.closed_by_mark) {
      // The mark before was one too, and closed nothing.
      ++paragraph.depth[mark.pair];
      paragraph.open.insert(
          std::ranges::upper_bound(paragraph.open, paragraph.closed_by_mark->at, {}, &Lonely::at),
          *paragraph.closed_by_mark);
    }
    paragraph.closed_by_mark.reset();
    paragraph.last_mark = value;
    paragraph.last_mark_at = mark.at;
    if (goes_on || bracket == open.rend()) return true;
    paragraph.closed_by_mark = *bracket;
    return false;
  }

  /// “……。 / “……。 / “……。”: a paragraph that begins with the quote that is open goes on with it,
  /// unless it closes it within a sentence: “浙里调”平台 is another quotation.
  void go_on_with_quotation(const Paragraph& paragraph, Span block, std::size_t words) {
    const std::string_view text = target_.document.slice(block);
    while (is_one_of(U"“‘", code_at(text, words))) {
      const auto place = block.begin + static_cast<std::uint32_t>(words);
      const char32_t code = next_code_point(text, words);
      const auto pair = std::ranges::find(pairs_, code, &Pair::open) - pairs_.begin();
      if (pair == std::ssize(pairs_)) return;
      std::vector<Lonely>& waiting = waiting_[static_cast<std::size_t>(pair)];
      const auto closed = std::ranges::find(paragraph.quotations, place, &Span::begin);
      if (waiting.empty()) return;
      if (closed != paragraph.quotations.end() &&
          !ends_with_sentence(text, closed->end - block.begin))
        return;
      waiting.pop_back();
    }
  }

  /// Whether the quotation that is closed at `at` ends with a sentence or with the paragraph.
  static bool ends_with_sentence(std::string_view text, std::size_t at) {
    if (is_one_of(U"。！？…", code_before(text, at))) return true;
    next_code_point(text, at);
    while (at < text.size() && is_one_of(U"。；：，！？）”’ ", code_at(text, at)))
      next_code_point(text, at);
    return at == text.size();
  }

  /// What the paragraph before left open may be closed here; what is left of both is lonely.
  void join_with_paragraph_before(const std::vector<Lonely>& closed) {
    std::vector<std::size_t> joined(pairs_.size());
    for (const Lonely& mark : closed)
      if (joined[mark.pair] < waiting_[mark.pair].size())
        ++joined[mark.pair];
      else
        lonely_.push_back(mark);
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      std::vector<Lonely>& marks = waiting_[pair];
      const auto rest = marks.begin() + static_cast<std::ptrdiff_t>(joined[pair]);
      lonely_.insert(lonely_.end(), rest, marks.end());
      marks.clear();
    }
  }

  /// “浙里调" : the straight quote was meant to be the partner of the lonely one. Both lists are in
  /// the order of the text; what is matched leaves them.
  void match_straight(std::vector<Lonely>& marks, std::vector<std::uint32_t>& straight) {
    std::vector<Lonely> unmatched;
    std::vector<std::uint32_t> unused;
    auto next = straight.begin();
    for (const Lonely& mark : marks) {
      const bool quote = mark.code == U'“' || mark.code == U'”';
      // An opening mark takes the first one behind it, a closing mark the first before it.
      while (quote && mark.opening && next != straight.end() && *next < mark.at)
        unused.push_back(*next++);
      if (!quote || next == straight.end() || (!mark.opening && *next > mark.at)) {
        unmatched.push_back(mark);
        continue;
      }
      const std::uint32_t at = *next++;
      const std::string right = mark.opening ? "”" : "“";
      const Span whole = mark.opening ? Span{mark.at, at + 1} : Span{at, mark.at + 3};
      problems_.push_back(
          {whole,
           say("引号不成对：“\"”应为“{}”", "unpaired quotation mark: “\"” should be “{}”", right),
           {.edits = {{{at, at + 1}, right}}}});
    }
    unused.insert(unused.end(), next, straight.end());
    marks = std::move(unmatched);
    straight = std::move(unused);
  }

  /// 《督察办法〉: what is opened is closed with the half of another pair, which is lonely too or
  /// no mark that is looked at. “枫桥经验“: in one clause the same half stands on both sides, or
  /// ”枫桥经验“ each in the place of the other. `next` is the next lonely mark.
  bool add_mixed(const Lonely& mark, const Lonely* next) {
    constexpr std::u32string_view others = U"〉＞」』";
    constexpr std::size_t longest = 40 * 3, shortest_reversed = 1 * 3;
    const std::string_view text = target_.document.text;
    std::size_t at = mark.at;
    next_code_point(text, at);
    const Span own{mark.at, static_cast<std::uint32_t>(at)};
    bool in_clause = true;
    while (at < text.size() && at - mark.at < longest) {
      const std::size_t begin = at;
      const char32_t code = next_code_point(text, at);
      const bool is_next = next && next->at == begin;
      const bool is_near = is_next && in_clause && begin > own.end;
      const bool is_same = is_near && next->code == mark.code;
      // Words between brackets the wrong way round may be those between two that lack a half each.
      const bool is_quoted = is_one_of(U"”’", mark.code) && begin - own.end > shortest_reversed;
      if (is_near && is_quoted && next->opening && next->pair == mark.pair)
        return add_reversed(
            own, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, mark);
      const bool is_foreign = is_next && !next->opening && next->pair != mark.pair;
      if (is_same || (mark.opening && (is_foreign || is_one_of(others, code)))) {
        const Span end{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        add_wrong_half({mark.at, end.end}, mark.opening ? end : own, mark, !is_foreign && !is_same);
        return true;
      }
      if (is_one_of(U"\n。；〈「『“‘（《【〔", code)) return false;
      in_clause = in_clause && !is_one_of(U"，：！？", code);
    }
    return false;
  }

  /// ”枫桥经验“. Returns true.
  bool add_reversed(Span left, Span right, const Lonely& mark) {
    std::string open, close;
    append_utf8(open, pairs_[mark.pair].open);
    append_utf8(close, pairs_[mark.pair].close);
    problems_.push_back({{left.begin, right.end},
                         say("{}左右写反了，应为 {}…{}", "the halves of the {} are reversed: {}…{}",
                             name_of(mark.code), open, close),
                         {.edits = {{left, open}, {right, close}}, .is_safe = false}});
    return true;
  }

  /// The other half of `mark`, which was meant to stand at `wrong`.
  void add_wrong_half(Span whole, Span wrong, const Lonely& mark, bool is_safe) {
    std::string right;
    append_utf8(right, mark.opening ? pairs_[mark.pair].close : pairs_[mark.pair].open);
    const std::string_view written = target_.document.slice(wrong);
    problems_.push_back({whole,
                         mark.opening
                             ? say("{}的右半应为 {}，写成了 {}", "the {} needs {}, but has {}",
                                   name_of(mark.code), right, written)
                             : say("{}的左半应为 {}，写成了 {}", "the {} needs {}, but has {}",
                                   name_of(mark.code), right, written),
                         {.edits = {{wrong, right}}, .is_safe = is_safe}});
  }

  void add(const Lonely& mark) {
    std::string shown;
    append_utf8(shown, mark.code);
    // A few characters of context, so that the quote finds its place.
    const std::string_view text = target_.document.text;
    std::size_t begin = mark.at, end = mark.at;
    for (int i = 0; i < 5 && !mark.opening && begin > 0 && text[begin - 1] != '\n'; ++i)
      begin = previous_code_point(text, begin);
    for (int i = 0; i < (mark.opening ? 6 : 1) && end < text.size() && text[end] != '\n'; ++i)
      next_code_point(text, end);
    const Message name = name_of(mark.code);
    problems_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         mark.opening
             ? say("{} {} 没有闭合", "the {} {} is not closed", name, shown)
             : say("{} {} 前面没有对应的左半", "the {} {} has nothing to close", name, shown)});
  }

  const Target& target_;
  const LanguageData& language_;
  std::vector<Pair> pairs_;
  CharacterFinder marks_;
  std::vector<Lonely> lonely_;
  std::vector<std::vector<Lonely>> waiting_;  // Of each pair, open at the end of a paragraph.
  Problems problems_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  PairChecker checker(target, pairs_of(target, arguments));
  for (std::size_t i = 0; i < target.document.blocks.size(); ++i) {
    const Role role = target.outline.roles[i];
    if (role == Role::body || role == Role::title) checker.check(target.document.blocks[i].span);
  }
  Outcome outcome;
  outcome.problems = checker.finish();
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind pairs_check;
const CheckKind pairs_check{
    "pairs", "引号、括号成对", "quotes and brackets are balanced", Scope::document, keys, "marks",
    run};

}  // namespace hegui
