// repeat: nothing is said twice in the same words.
//
//   repeat: {of: sentences, min-han: 20}
//   repeat: {of: sentences, min-han: 20, in-part: 10, in-paragraph: 12}
//   repeat: {of: headings, min-han: 4}
//   repeat: {of: words}
//
// Sentences that follow each other in both places are one problem. Headings count below one
// heading; tables do not count. Blanks, and the number that an item begins with, make no
// difference. What is near is repeated sooner: a sentence below the same heading, a clause of the
// same paragraph, a word at once.

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "checks/check.h"
#include "checks/region.h"
#include "checks/repeats/repeat_nearby.h"
#include "document/items.h"
#include "language/language_data.h"
#include "text/fnv1a.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看什么有没有重复",
        .en = "what must not be repeated",
        .choices = "sentences|headings|words",
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
    Key{.name = "in-part",
        .type = KeyType::whole,
        .zh = "同一个标题下的句子，汉字不少于此数就看",
        .en = "sentences below one heading count from so many Chinese characters on",
        .excludes = "of: headings|of: words"},
    Key{.name = "in-paragraph",
        .type = KeyType::whole,
        .zh = "同一段里的分句，汉字不少于此数就看；有数量的三分之二，紧接着重复的三分之一",
        .en = "clauses of one paragraph count from so many Chinese characters on; two thirds will "
              "do with a number, one third if they follow at once",
        .excludes = "of: headings|of: words"},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "what stands inside these does not count",
        .place = KeyPlace::beside},
};

/// What has been said, and where first.
class Said {
 public:
  explicit Said(const Target& target) : target_(target) {}

  /// Null if it is new.
  const Span* find_or_add(Span span, int group = 0) {
    std::uint64_t hash = fnv1a({}) + static_cast<std::uint64_t>(group);
    for (const char c : target_.document.slice(span))
      if (c != ' ') hash = fnv1a({&c, 1}, hash);
    const auto [known, is_new] = first_.emplace(hash, span);
    return is_new ? nullptr : &known->second;
  }

 private:
  const Target& target_;
  std::unordered_map<std::uint64_t, Span> first_;  // By hashes, of which no two are alike.
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
            *arguments.number(arguments.has("min-length") ? "min-length" : "min-han"))),
        least_in_part_(arguments.number("in-part")) {}

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
        const bool far = is_long(words);
        if (!far && !is_long_in_part(words)) continue;
        const Span* first = said.find_or_add(words, far ? 0 : piece.section + 2);
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

  /// 责任单位：司法局 is the same for many tasks.
  bool is_long_in_part(Span span) const {
    const std::string_view text = target_.document.slice(span);
    return least_in_part_ && static_cast<double>(count_han(text)) >= *least_in_part_ &&
           !data_of(target_.document.language).is_label(text);
  }

  const Target& target_;
  LengthUnit unit_;
  std::size_t least_;
  std::optional<double> least_in_part_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const Repeats repeats(target, arguments);
  const std::string_view of = arguments.word("of");
  if (of == "headings")
    repeats.headings(outcome);
  else if (of == "words")
    doubled_words(target, outcome);
  else
    repeats.sentences_of_text(outcome);
  if (const auto least = arguments.number("in-paragraph"); least && of == "sentences")
    repeated_clauses(target, static_cast<std::size_t>(*least), outcome);
  if (const Terms* except = arguments.terms("except"))
    leave_out(target.document, *except, outcome.problems);
  outcome.conclude();
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
