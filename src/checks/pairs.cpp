// pairs: quotes, brackets and title marks are balanced and rightly nested (GB/T
// 15834-2011 4.8, 4.9, 4.15).
//
//   pairs: {marks: [“”, ‘’, （）, 《》, 【】, 〔〕]}
//
// Judged per paragraph; a pair that is opened at the end of one paragraph and closed in the next is
// balanced: the text was torn there. A straight quote that stands for one of a pair is reported
// with it; a report that only has straight quotes is not.

#include <algorithm>
#include <array>
#include <optional>

#include "checks/check.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{"marks", KeyType::texts, KeyPlace::inside, "成对的标点",
        "pairs of an opening and a closing mark"},
};

struct Pair {
  char32_t open = 0;
  char32_t close = 0;
};

constexpr std::array usual_pairs{Pair{U'“', U'”'},   Pair{U'‘', U'’'},   Pair{U'（', U'）'},
                                 Pair{U'《', U'》'}, Pair{U'【', U'】'}, Pair{U'〔', U'〕'}};

std::vector<Pair> pairs_of(const Arguments& arguments) {
  std::vector<Pair> pairs;
  if (const auto* given = arguments.texts("marks")) {
    for (const std::string& text : *given) {
      std::size_t at = 0;
      Pair pair;
      pair.open = at < text.size() ? next_code_point(text, at) : 0;
      pair.close = at < text.size() ? next_code_point(text, at) : 0;
      pairs.push_back(pair);
    }
    return pairs;
  }
  return {usual_pairs.begin(), usual_pairs.end()};
}

std::string_view name_of(char32_t mark) {
  switch (mark) {
    case U'“':
    case U'”': return "双引号";
    case U'‘':
    case U'’': return "单引号";
    case U'（':
    case U'）': return "圆括号";
    case U'《':
    case U'》': return "书名号";
    case U'【':
    case U'】': return "方头括号";
    case U'〔':
    case U'〕': return "六角括号";
    default: return "标点";
  }
}

/// A mark without its partner.
struct Lonely {
  std::uint32_t at = 0;
  char32_t code = 0;
  bool opening = false;
  std::size_t pair = 0;  ///< Index of its pair.
};

bool is_latin(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

/// 1） and 一） at the start or behind a mark are numbers; ’ in don’t is no quote.
bool is_no_pair(std::string_view text, std::size_t at, char32_t code) {
  if (code == U'’') {
    if (at == 0) return false;
    std::size_t before = previous_code_point(text, at);
    std::size_t after = at + 3;
    return is_latin(next_code_point(text, before)) && after < text.size() &&
           is_latin(next_code_point(text, after));
  }
  if (code != U'）') return false;
  std::size_t begin = at;
  while (begin > 0 && at - begin < 9) {
    std::size_t next = previous_code_point(text, begin);
    const std::size_t before = next;
    constexpr std::u32string_view digits = U"0123456789一二三四五六七八九十";
    if (digits.find(next_code_point(text, next)) == std::u32string_view::npos) break;
    begin = before;
  }
  if (begin == at) return false;
  if (begin == 0) return true;
  std::size_t before = previous_code_point(text, begin);
  constexpr std::u32string_view marks = U"。；：，、 ";
  return marks.find(next_code_point(text, before)) != std::u32string_view::npos;
}

class PairChecker {
 public:
  PairChecker(const Target& target, std::vector<Pair> pairs)
      : target_(target), pairs_(std::move(pairs)), waiting_(pairs_.size()) {}

  void check(Span block) {
    const std::string_view text = target_.document.slice(block);
    std::vector<Lonely> open, closed;
    std::vector<std::size_t> depth(pairs_.size());  // How many of each pair are open.
    std::vector<std::uint32_t> straight;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t code = next_code_point(text, at);
      const auto place = block.begin + static_cast<std::uint32_t>(begin);
      if (code == '"') straight.push_back(place);
      for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
        if (code == pairs_[pair].open) {
          open.push_back({place, code, true, pair});
          ++depth[pair];
        }
        if (code != pairs_[pair].close || is_no_pair(text, begin, code)) continue;
        if (depth[pair] == 0) {
          closed.push_back({place, code, false, pair});
          continue;
        }
        // The mark closes the last one of its kind; those opened in between stay open.
        for (bool found = false; !found; open.pop_back()) {
          found = open.back().pair == pair;
          --depth[open.back().pair];
          if (!found) lonely_.push_back(open.back());
        }
      }
    }
    match_straight(open, straight);
    match_straight(closed, straight);
    join_with_paragraph_before(closed);
    for (Lonely& mark : open) waiting_[mark.pair].push_back(mark);
  }

  std::vector<Problem> finish() {
    join_with_paragraph_before({});
    for (const Lonely& mark : lonely_) add(mark);
    std::ranges::sort(problems_, {}, [](const Problem& problem) { return problem.span.begin; });
    return std::move(problems_);
  }

 private:
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
           say("引号不成对：“\"”应为“{}”", "quotes do not match: “\"” should be “{}”", right),
           {{{at, at + 1}, right}}});
    }
    unused.insert(unused.end(), next, straight.end());
    marks = std::move(unmatched);
    straight = std::move(unused);
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
    problems_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         mark.opening
             ? say("{} {} 没有闭合", "{1} is not closed", name_of(mark.code), shown)
             : say("{} {} 前面没有对应的左半", "{1} closes nothing", name_of(mark.code), shown)});
  }

  const Target& target_;
  std::vector<Pair> pairs_;
  std::vector<Lonely> lonely_;
  std::vector<std::vector<Lonely>> waiting_;  // Of each pair, open at the end of a paragraph.
  std::vector<Problem> problems_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  PairChecker checker(target, pairs_of(arguments));
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
const CheckKind pairs_check{"pairs", "quotes and brackets are balanced", keys, "marks", run};

}  // namespace hegui
