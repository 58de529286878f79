#include "checks/repeats/repeat_nearby.h"

#include <algorithm>
#include <cstdint>

#include "checks/repeats/clauses.h"
#include "checks/repeats/repeat_listed.h"
#include "document/outline.h"
#include "language/language_data.h"
#include "language/zh_common_words.h"
#include "language/zh_doubled_characters.h"
#include "text/characters.h"
#include "text/neighbours.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// Both follow a number, as of two places: 甲乡36处，均已整改，乙乡12处，均已整改.
bool are_of_two(const std::vector<Clause>& clauses, const Run& run) {
  return run.first > 0 && clauses[run.begin - 1].counts && clauses[run.first - 1].counts;
}

bool is_long(const std::vector<Clause>& clauses, const Run& run, std::size_t least_han) {
  if (run.follows_at_once()) return run.han >= least_han / 3;
  const bool is_one_sentence = clauses[run.begin].sentence == clauses[run.first].sentence;
  if (is_one_sentence && !run.has_rate && !are_of_two(clauses, run))
    return run.han >= least_han / 2;
  return run.han >= (run.counts ? least_han * 2 / 3 : least_han);
}

constexpr std::size_t least_of_far = 4;  // Characters of a clause that is compared with far ones.

/// The section of the first level that it stands in.
int part_of(const Outline& outline, std::uint32_t offset) {
  int section = section_at(outline, offset);
  while (section >= 0 && outline.section(section).parent >= 0)
    section = outline.section(section).parent;
  return section;
}

/// Far from the first, what is no set phrase must be longer, unless it counts two things.
bool is_long_far(const Target& target, const std::vector<Clause>& clauses, const Run& run,
                 std::size_t least_han) {
  std::size_t counting = 0;
  for (std::size_t i = run.begin; i < run.end; ++i)
    counting += clauses[i].counts && !clauses[i].is_rate ? 1 : 0;
  if (run.end - run.begin < 2) return counting > 0 && run.han >= least_han + 2;
  if (counting > 0) return run.han >= least_han;
  const std::string_view text =
      target.document.slice({clauses[run.begin].span.begin, clauses[run.end - 1].span.end});
  return run.han >= 2 * least_han && !is_set_phrase(text) &&
         part_of(target.outline, clauses[run.begin].span.begin) ==
             part_of(target.outline, clauses[run.first].span.begin);
}

/// Of the clause that a later one of the sentence says again, without the words that lead to it:
/// 原因是培训不足，岗位变动频繁，培训不足. Empty if there is none.
Span said_behind_lead(std::string_view text, std::uint32_t offset,
                      const std::vector<Clause>& clauses, std::size_t i, std::size_t least_han) {
  const auto words = [&](Span place) { return text.substr(place.begin - offset, place.size()); };
  const Clause& clause = clauses[i];
  if (clause.han < least_han || clause.is_label || clause.is_rate) return {};
  const std::string_view again = words(clause.span);
  constexpr std::size_t farthest = 12;
  for (std::size_t j = i; j-- > 0 && i - j <= farthest && clauses[j].sentence == clause.sentence;) {
    const std::string_view before = words(clauses[j].span);
    if (before.size() > again.size() && before.ends_with(again) &&
        leads_to_clause(before.substr(0, before.size() - again.size())))
      return {clauses[j].span.end - clause.span.size(), clauses[j].span.end};
  }
  return {};
}

template <typename Look>
void for_each_run(const std::vector<Clause>& clauses, const Look& look) {
  for (std::size_t i = 0; i < clauses.size();) {
    if (clauses[i].first < 0) {
      ++i;
      continue;
    }
    const Run run = run_from(clauses, i);
    look(run);
    i = run.end;
  }
}

Span place_of_first(const std::vector<Clause>& clauses, const Run& run) {
  return {clauses[run.first].span.begin, clauses[run.first + (run.end - run.begin) - 1].span.end};
}

void report(Span again, Span first, Message message, Outcome& outcome) {
  for (const Problem& known : outcome.problems)
    if (known.span.overlaps(again)) return;
  Problem problem{again, std::move(message)};
  problem.related.push_back({.place = {.span = first}, .message = say("第一次", "first here")});
  outcome.problems.push_back(std::move(problem));
}

Span place_of(const std::vector<Clause>& clauses, const Run& run) {
  return {clauses[run.begin].span.begin, clauses[run.end - 1].span.end};
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
    for (std::size_t at = 0; at + 4 * han_bytes <= text.size();) {
      if (is_digit(static_cast<unsigned char>(text[at]))) {
        at = look_at_figure(text, at, span.begin, outcome);
        continue;
      }
      if (!may_be_han(text[at])) {
        ++at;
        continue;
      }
      look_from(text, at, span.begin, outcome);
      if (text[at + 2] == text[at + 5] &&
          text.substr(at, han_bytes) == text.substr(at + han_bytes, han_bytes))
        look_at_character(text, at, span.begin, outcome);
      at += han_bytes;
    }
  }

 private:
  static bool may_be_han(char c) { return c >= '\xE3' && c <= '\xE9'; }

  /// 检查12次12次; the place behind the number.
  static std::size_t look_at_figure(std::string_view text, std::size_t at, std::uint32_t offset,
                                    Outcome& outcome) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at), text.size());
    const std::string_view figure = text.substr(at, end + han_bytes - at);
    const bool is_doubled = end + han_bytes < text.size() && may_be_han(text[end]) &&
                            text.substr(end + han_bytes).starts_with(figure);
    if (is_doubled) {
      const auto begin = offset + static_cast<std::uint32_t>(at);
      const auto middle = begin + static_cast<std::uint32_t>(figure.size());
      const auto last = middle + static_cast<std::uint32_t>(figure.size());
      Problem problem{{begin, last}, say("“{}”写了两遍", "“{}” is written twice", figure)};
      problem.fix.edits.push_back({{middle, last}, ""});
      problem.fix.is_safe = false;  // There may have been two figures.
      outcome.problems.push_back(std::move(problem));
    }
    return end;
  }

  /// 对对程序: a character that is a word, where no other word has one of the two.
  void look_at_character(std::string_view text, std::size_t at, std::uint32_t offset,
                         Outcome& outcome) {
    const std::string_view word = text.substr(at, han_bytes);
    const std::size_t end = at + 2 * han_bytes;
    const DoubledCharacter* doubled = find_doubled_character(code_at(text, at));
    if (!doubled) return;
    const char32_t before = code_before(text, at), behind = code_at(text, end);
    // 实实在在, 和和美美
    const bool is_pattern =
        (at >= 2 * han_bytes && is_han(before) &&
         text.substr(at - han_bytes, han_bytes) == text.substr(at - 2 * han_bytes, han_bytes)) ||
        (is_han(behind) && text.substr(end, han_bytes) == text.substr(end + han_bytes, han_bytes));
    if (is_pattern || before == doubled->code || !is_han(behind) || behind == doubled->code ||
        is_one_of(doubled->before, before) || is_one_of(doubled->behind, behind))
      return;
    const auto begin = offset + static_cast<std::uint32_t>(at);
    report_twice({begin, offset + static_cast<std::uint32_t>(end)}, word, outcome);
  }

  /// The shortest word there that is written twice.
  void look_from(std::string_view text, std::size_t at, std::uint32_t offset, Outcome& outcome) {
    const std::size_t longest = std::min(longest_word * han_bytes, (text.size() - at) / 2);
    for (std::size_t size = 2 * han_bytes; size <= longest; size += han_bytes) {
      if (text[at + size + 2] != text[at + 2]) continue;
      const std::string_view word = text.substr(at, size);
      if (word != text.substr(at + size, size) || count_han(word) * han_bytes != size) continue;
      const auto begin = offset + static_cast<std::uint32_t>(at);
      judge({begin, begin + 2 * static_cast<std::uint32_t>(size)}, word, outcome);
      return;
    }
  }

  /// Of 新建改建改建口袋, 建改建改 comes first, and is no word twice.
  void judge(Span twice, std::string_view word, Outcome& outcome) {
    const std::string_view text = target_.document.text;
    const bool is_one_character = word.substr(0, han_bytes) == word.substr(han_bytes, han_bytes);
    if (twice.begin < told_ || is_one_character ||
        is_one_of(zh_reduplicated, code_at(text, twice.begin)) ||
        is_one_of(zh_suffixes, code_at(text, twice.end)) || begins_object(word, twice.end) ||
        !is_word(word, twice))
      return;
    told_ = twice.end;
    report_twice(twice, word, outcome);
  }

  /// 解决解决不了的问题, 管理管理机构: the second is no slip, but the begin of what the first one
  /// speaks of.
  bool begins_object(std::string_view word, std::uint32_t end) const {
    const std::string_view text = target_.document.text;
    if (word.size() > 2 * han_bytes || (zh_common_words.find(word) != std::string_view::npos &&
                                        zh_object_verbs.find(word) == std::string_view::npos))
      return false;
    const std::string_view behind = text.substr(end, 2 * han_bytes);
    return is_one_of(zh_object_marks, code_at(text, end)) ||
           (count_han(behind) == 2 && zh_object_nouns.find(behind) != std::string_view::npos);
  }

  static void report_twice(Span twice, std::string_view word, Outcome& outcome) {
    Problem problem{twice, say("“{}”写了两遍", "“{}” is written twice", word)};
    problem.fix.edits.push_back(
        {{twice.begin + static_cast<std::uint32_t>(word.size()), twice.end}, ""});
    outcome.problems.push_back(std::move(problem));
  }

  bool is_word(std::string_view word, Span twice) {
    const std::string_view text = target_.document.text;
    return word.size() > 2 * han_bytes ||  // No chance makes so long a one.
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
  std::vector<Clause> all;  // The long ones of the whole text.
  for (const Piece& piece : target.outline.pieces) {
    const std::string_view text = target.document.slice(piece.span);
    if (piece.heading || target.document.blocks[piece.block].in_table()) continue;
    titles_listed_twice(target, piece.span, outcome);
    std::vector<Clause> clauses = clauses_of(text, piece.span.begin);
    for (const Clause& clause : clauses)
      if (clause.han >= least_of_far) all.push_back(clause);
    for (std::size_t i = 1; i < clauses.size(); ++i)
      if (const Span first = said_behind_lead(text, piece.span.begin, clauses, i, least_han / 2);
          !first.empty())
        report(clauses[i].span, first,
               say("同一句里前面已经写过“{}”", "the sentence says “{}” before",
                   target.document.written(first)),
               outcome);
    match_clauses(clauses);
    for_each_run(clauses, [&](const Run& run) {
      if (is_long(clauses, run, least_han))
        report(place_of(clauses, run), place_of_first(clauses, run),
               say("同一段里前面已经写过“{}”", "the paragraph says “{}” before",
                   target.document.written(place_of_first(clauses, run))),
               outcome);
    });
  }
  match_clauses(all);
  for_each_run(all, [&](const Run& run) {
    if (is_long_far(target, all, run, least_han))
      report(place_of(all, run), place_of_first(all, run),
             say("前面已经写过“{}”", "“{}” is said before",
                 target.document.written(place_of_first(all, run))),
             outcome);
  });
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
