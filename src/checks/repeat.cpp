// repeat: nothing is said twice in the same words.
//
//   repeat: {of: sentences, min-han: 20}
//   repeat: {of: headings, min-han: 4}
//
// Sentences that follow each other in both places are one problem. Headings count below one
// heading; tables do not count. Blanks, and the number that an item begins with, make no
// difference.

#include <array>
#include <unordered_map>

#include "checks/check.h"
#include "document/items.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看什么有没有重复",
        .en = "what must not be repeated",
        .choices = "sentences|headings",
        .fallback = "sentences"},
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "只看汉字不少于此数的",
        .en = "only what has at least this many Chinese characters",
        .excludes = "min-length",
        .fallback = "20"},
    Key{.name = "min-length",
        .type = KeyType::whole,
        .zh = "同上，按规则集的语言数字或数词",
        .en = "the same, in the unit of the rule set's language"},
};

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ') kept.push_back(c);
  return kept;
}

/// What has been said, and where first.
class Said {
 public:
  explicit Said(const Target& target) : target_(target) {}

  /// Null if it is new.
  const Span* find_or_add(Span span, int group = 0) {
    const auto [known, is_new] = first_.emplace(
        std::to_string(group) + ' ' + without_blanks(target_.document.slice(span)), span);
    return is_new ? nullptr : &known->second;
  }

 private:
  const Target& target_;
  std::unordered_map<std::string, Span> first_;
};

void report(Outcome& outcome, Span span, Span first) {
  Problem problem{span, say("和前面重复", "this repeats what is said before")};
  problem.related.push_back({.place = {.span = first}, .message = say("第一次", "first here")});
  outcome.problems.push_back(std::move(problem));
}

class Repeats {
 public:
  Repeats(const Target& target, const Arguments& arguments)
      : target_(target),
        unit_(arguments.has("min-length") ? target.language.unit : LengthUnit::han),
        least_(static_cast<std::size_t>(
            *arguments.number(arguments.has("min-length") ? "min-length" : "min-han"))) {}

  void headings(Outcome& outcome) const {
    Said said(target_);
    for (const Section& section : target_.outline.sections) {
      if (!is_long(section.words)) continue;
      if (const Span* first = said.find_or_add(section.words, section.parent + 1))
        report(outcome, section.heading, *first);
    }
  }

  void sentences_of_text(Outcome& outcome) const {
    Said said(target_);
    std::uint32_t end = 0, first_end = 0;  // Of the last repeat, and of what it repeats.
    for (const Piece& piece : target_.outline.pieces) {
      if (piece.heading || target_.document.blocks[piece.block].in_table()) continue;
      for (const Span sentence : sentences(target_.document, piece.span)) {
        const Span words = behind_item_mark(target_.document, sentence);
        if (!is_long(words)) continue;
        const Span* first = said.find_or_add(words);
        if (!first) continue;
        const bool goes_on = end > 0 && words.begin - end < longest_gap &&
                             first->begin >= first_end && first->begin - first_end < longest_gap;
        if (goes_on)
          outcome.problems.back().span.end = words.end;
        else
          report(outcome, words, *first);
        end = words.end;
        first_end = first->end;
      }
    }
  }

 private:
  static constexpr std::uint32_t longest_gap = 120;  // Bytes: a short sentence, or a number.

  bool is_long(Span span) const {
    return count_units(unit_, target_.document.slice(span)) >= least_;
  }

  const Target& target_;
  LengthUnit unit_;
  std::size_t least_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const Repeats repeats(target, arguments);
  if (arguments.word("of") == "headings")
    repeats.headings(outcome);
  else
    repeats.sentences_of_text(outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind repeat_check;
const CheckKind repeat_check{"repeat",
                             "同样的话没有说两遍",
                             "nothing is said twice in the same words",
                             Scope::document,
                             keys,
                             "of",
                             run};

}  // namespace hegui
