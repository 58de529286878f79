#include "checks/repeats/repeat_nearby.h"

#include <algorithm>
#include <cstdint>

#include "checks/repeats/repeat_listed.h"
#include "language/language_data.h"
#include "language/zh_common_words.h"
#include "language/zh_doubled_characters.h"
#include "text/fnv1a.h"
#include "text/neighbours.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool is_in(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

/// Up to a mark.
struct Clause {
  Span span = {};
  std::uint64_t hash = 0;
  std::size_t han = 0;
  bool counts = false;      ///< Holds a number.
  bool is_rate = false;     ///< 高于全国0.7个百分点 is said of many things.
  bool is_label = false;    ///< 责任单位：司法局 is the same for many tasks.
  std::int32_t first = -1;  ///< The clause of the paragraph that says the same, and comes first.
};

std::vector<Clause> clauses_of(std::string_view text, std::uint32_t begin) {
  constexpr std::u32string_view marks = U"，。；！？,;";
  constexpr std::uint64_t basis = fnv1a({});
  std::vector<Clause> found;
  Clause clause{.span = {begin, begin}, .hash = basis};
  const auto close = [&](std::size_t end, std::size_t next) {
    clause.span.end = begin + static_cast<std::uint32_t>(end);
    if (clause.han > 0) found.push_back(clause);
    const std::uint32_t start = begin + static_cast<std::uint32_t>(next);
    clause = {.span = {start, start}, .hash = basis};
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (code == ' ') {
      if (clause.han == 0) clause.span.begin = begin + static_cast<std::uint32_t>(at);
      continue;
    }
    const bool han = is_han(code);
    if (!han && is_in(marks, code)) {
      close(from, at);
      continue;
    }
    clause.hash = (clause.hash ^ code) * 0x100000001b3;
    clause.han += han ? 1 : 0;
    clause.is_label = clause.is_label || code == U'：';
    clause.counts = clause.counts || is_digit(code);
    clause.is_rate = clause.is_rate || code == U'%' || code == zh_percentage_point;
  }
  close(text.size(), text.size());
  return found;
}

/// Notes of each the first that says the same.
void match(std::vector<Clause>& clauses) {
  std::vector<std::uint32_t> order(clauses.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(clauses[i].hash, i); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Clause& before = clauses[order[i - 1]];
    Clause& clause = clauses[order[i]];
    if (clause.hash == before.hash && !clause.is_label)
      clause.first = before.first >= 0 ? before.first : static_cast<std::int32_t>(order[i - 1]);
  }
}

/// Clauses that follow each other, and those that said the same.
struct Run {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0;
  std::size_t han = 0;
  bool counts = false;

  bool follows_at_once() const { return first + (end - begin) == begin; }
};

Run run_from(const std::vector<Clause>& clauses, std::size_t begin) {
  Run run{.begin = begin, .end = begin, .first = static_cast<std::size_t>(clauses[begin].first)};
  const auto goes_on = [&] {
    return run.end < clauses.size() && clauses[run.end].first >= 0 &&
           static_cast<std::size_t>(clauses[run.end].first) == run.first + (run.end - begin);
  };
  for (; goes_on(); ++run.end) {
    run.han += clauses[run.end].han;
    run.counts = run.counts || (clauses[run.end].counts && !clauses[run.end].is_rate);
  }
  return run;
}

bool is_long(const Run& run, std::size_t least_han) {
  return run.han >= (run.follows_at_once() ? least_han / 3
                     : run.counts          ? least_han * 2 / 3
                                           : least_han);
}

void report(const Target& target, Span again, Span first, Outcome& outcome) {
  for (const Problem& known : outcome.problems)
    if (known.span.overlaps(again)) return;
  Problem problem{again, say("同一段里前面已经写过“{}”", "the paragraph says “{}” before",
                             target.document.written(first))};
  problem.related.push_back({.place = {.span = first}, .message = say("第一次", "first here")});
  outcome.problems.push_back(std::move(problem));
}

// --- words

constexpr std::size_t longest_word = 6;

/// Whether a mark, a number or nothing stands there.
bool is_edge(char32_t code) { return !is_han(code); }

/// Whether the word stands beside a mark somewhere, apart from the place `but`.
bool stands_alone(std::string_view text, std::string_view word, Span but) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at < but.end && end > but.begin) continue;
    if (is_edge(code_before(text, at)) || is_edge(code_at(text, end))) return true;
  }
  return false;
}

class DoubledWords {
 public:
  explicit DoubledWords(const Target& target) : target_(target) {}

  void look_at(Span span, Outcome& outcome) {
    const std::string_view text = target_.document.slice(span);
    for (std::size_t at = 0; at + 4 * width <= text.size();) {
      if (is_digit(static_cast<unsigned char>(text[at]))) {
        at = look_at_figure(text, at, span.begin, outcome);
        continue;
      }
      if (!may_be_han(text[at])) {
        ++at;
        continue;
      }
      look_from(text, at, span.begin, outcome);
      if (text.substr(at, width) == text.substr(at + width, width))
        look_at_character(text, at, span.begin, outcome);
      at += width;
    }
  }

 private:
  static constexpr std::uint32_t width = 3;  // Bytes of a Chinese character.

  static bool may_be_han(char c) { return c >= '\xE3' && c <= '\xE9'; }

  /// 检查12次12次; the place behind the number.
  static std::size_t look_at_figure(std::string_view text, std::size_t at, std::uint32_t offset,
                                    Outcome& outcome) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at), text.size());
    const std::string_view figure = text.substr(at, end + width - at);
    const bool is_doubled = end + width < text.size() && may_be_han(text[end]) &&
                            text.substr(end + width).starts_with(figure);
    if (is_doubled) {
      const auto begin = offset + static_cast<std::uint32_t>(at);
      const auto middle = begin + static_cast<std::uint32_t>(figure.size());
      const auto last = middle + static_cast<std::uint32_t>(figure.size());
      Problem problem{{begin, last}, say("“{}”写了两遍", "“{}” is written twice", figure)};
      problem.fix.push_back({{middle, last}, ""});
      outcome.problems.push_back(std::move(problem));
    }
    return end;
  }

  /// 对对程序: a character that is a word, where no other word has one of the two.
  void look_at_character(std::string_view text, std::size_t at, std::uint32_t offset,
                         Outcome& outcome) {
    const std::string_view word = text.substr(at, width);
    const std::size_t end = at + 2 * width;
    const DoubledCharacter* doubled = find_doubled_character(code_at(text, at));
    if (!doubled) return;
    const char32_t before = code_before(text, at), behind = code_at(text, end);
    // 实实在在, 和和美美
    const bool is_pattern =
        (at >= 2 * width && is_han(before) &&
         text.substr(at - width, width) == text.substr(at - 2 * width, width)) ||
        (is_han(behind) && text.substr(end, width) == text.substr(end + width, width));
    if (is_pattern || before == doubled->code || !is_han(behind) || behind == doubled->code ||
        is_in(doubled->before, before) || is_in(doubled->behind, behind))
      return;
    const auto begin = offset + static_cast<std::uint32_t>(at);
    report_twice({begin, begin + 2 * width}, word, outcome);
  }

  /// The shortest word there that is written twice.
  void look_from(std::string_view text, std::size_t at, std::uint32_t offset, Outcome& outcome) {
    const std::size_t longest = std::min(longest_word * width, (text.size() - at) / 2);
    for (std::size_t size = 2 * width; size <= longest; size += width) {
      if (text[at + size + 2] != text[at + 2]) continue;
      const std::string_view word = text.substr(at, size);
      if (word != text.substr(at + size, size) || count_han(word) * width != size) continue;
      const auto begin = offset + static_cast<std::uint32_t>(at);
      judge({begin, begin + 2 * static_cast<std::uint32_t>(size)}, word, outcome);
      return;
    }
  }

  /// Of 新建改建改建口袋, 建改建改 comes first, and is no word twice.
  void judge(Span twice, std::string_view word, Outcome& outcome) {
    const std::string_view text = target_.document.text;
    const bool is_one_character = word.substr(0, width) == word.substr(width, width);
    if (twice.begin < told_ || is_one_character ||
        is_in(zh_reduplicated, code_at(text, twice.begin)) ||
        is_in(zh_suffixes, code_at(text, twice.end)) || !is_word(word, twice))
      return;
    told_ = twice.end;
    report_twice(twice, word, outcome);
  }

  static void report_twice(Span twice, std::string_view word, Outcome& outcome) {
    Problem problem{twice, say("“{}”写了两遍", "“{}” is written twice", word)};
    problem.fix.push_back({{twice.begin + static_cast<std::uint32_t>(word.size()), twice.end}, ""});
    outcome.problems.push_back(std::move(problem));
  }

  bool is_word(std::string_view word, Span twice) {
    const std::string_view text = target_.document.text;
    return word.size() > 2 * width ||  // No chance makes so long a one.
           is_edge(code_before(text, twice.begin)) || is_edge(code_at(text, twice.end)) ||
           zh_common_words.find(word) != std::string_view::npos ||
           (++looked_up_ <= most_looked_up && stands_alone(text, word, twice));
  }

  static constexpr int most_looked_up = 50;  // In the whole text; a report has one or two.

  const Target& target_;
  std::uint32_t told_ = 0;  // Up to here.
  int looked_up_ = 0;
};

}  // namespace

void repeated_clauses(const Target& target, std::size_t least_han, Outcome& outcome) {
  for (const Piece& piece : target.outline.pieces) {
    const std::string_view text = target.document.slice(piece.span);
    if (piece.heading || target.document.blocks[piece.block].in_table()) continue;
    std::vector<Clause> clauses = clauses_of(text, piece.span.begin);
    match(clauses);
    for (std::size_t i = 0; i < clauses.size();) {
      if (clauses[i].first < 0) {
        ++i;
        continue;
      }
      const Run run = run_from(clauses, i);
      if (is_long(run, least_han))
        report(target, {clauses[run.begin].span.begin, clauses[run.end - 1].span.end},
               {clauses[run.first].span.begin,
                clauses[run.first + (run.end - run.begin) - 1].span.end},
               outcome);
      i = run.end;
    }
  }
}

void doubled_words(const Target& target, Outcome& outcome) {
  DoubledWords doubled(target);
  const auto look_at = [&](Span span) {
    doubled.look_at(span, outcome);
    items_listed_twice(target, span, outcome);
  };
  const LanguageData& language = data_of(target.document.language);
  for (const Piece& piece : target.outline.pieces)
    if (!target.document.blocks[piece.block].in_table() &&
        language.has_stop(target.document.slice(piece.span)))
      look_at(piece.span);
}

}  // namespace hegui
