// same: one quantity has one value.
//
//   same: {whole: ['/全(年|县)|共|累计/'], ignore: [已, 共], except: [其中, 同比], apart: [安排]}
//
// A quantity is known by the words between the marks around it. Two are the same if these agree
// but for those to ignore, and if both speak of the whole: half a year and one office may have
// values of their own, as next year has, of which headings tell. Numbers that differ by a slip of
// the hand are compared wherever they stand: see slips.cpp.

#include <array>
#include <map>
#include <string>

#include "checks/check.h"
#include "checks/figures/amount_row.h"
#include "checks/figures/slips.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "whole",
        .type = KeyType::terms,
        .zh = "说的是全部的词",
        .en = "words that speak of the whole",
        .presence = Presence::required},
    Key{.name = "ignore",
        .type = KeyType::terms,
        .zh = "比较时略去的词",
        .en = "words that do not matter"},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "有这些词的不比较",
        .en = "what has these words is not compared"},
    Key{.name = "apart",
        .type = KeyType::terms,
        .zh = "标题有这些词的部分不比较",
        .en = "what stands under headings with these words is not compared"},
    Key{.name = "links",
        .type = KeyType::texts,
        .zh = "名称和数之间的词",
        .en = "words between a name and its number"},
    Key{.name = "light",
        .type = KeyType::terms,
        .zh = "不算名称的词",
        .en = "words that are no part of a name"},
    Key{.name = "rates",
        .type = KeyType::terms,
        .zh = "名称有这些词的百分比才比较",
        .en = "percentages are compared if their name has these words"},
    Key{.name = "alone",
        .type = KeyType::terms,
        .zh = "有这些词的，只差一位的一位数也比较",
        .en = "words of numbers of one digit that are compared, too"},
    Key{.name = "all",
        .type = KeyType::terms,
        .zh = "说的是一个地方、一个单位全部的词",
        .en = "words that speak of all of a place or a body"},
    Key{.name = "part",
        .type = KeyType::terms,
        .zh = "数的只是其中一部分的词",
        .en = "words that count a part only"},
    Key{.name = "stages",
        .type = KeyType::terms,
        .zh = "办理的各个环节，不同环节的数不比较",
        .en = "stages of a procedure; numbers of different ones are not compared"},
    Key{.name = "ahead",
        .type = KeyType::terms,
        .zh = "句子里前面有这些词的数，还没有做到",
        .en = "words before a number that is yet to be reached"},
};

constexpr std::size_t least_name = 6;  // Chinese characters; 立案 says too little of what.

/// The words of a quantity without those to ignore.
std::string name_of(const AmountRow& row, std::size_t i, const Terms* ignore) {
  std::string name;
  const auto add = [&](std::string_view words) {
    std::size_t from = 0;
    if (ignore)
      for (const Span hit : ignore->all(words)) {
        name += words.substr(from, hit.begin - from);
        from = hit.end;
      }
    name += words.substr(from);
  };
  add(row.label(i));
  name += '\n';
  add(row.noun(i));
  return name;
}

class Quantities {
 public:
  Quantities(const Target& target, const Arguments& arguments)
      : document_(target.document),
        outline_(target.outline),
        language_(data_of(target.document.language)),
        whole_(*arguments.terms("whole")),
        ignore_(arguments.terms("ignore")),
        except_(arguments.terms("except")),
        apart_(arguments.terms("apart")) {}

  void read(Span paragraph) {
    if (is_apart(paragraph)) return;
    paragraphs_.push_back(paragraph);
    for (const Span sentence : sentences(document_, paragraph)) {
      const std::string_view text = document_.slice(sentence);
      if (!whole_.matches(text) || (except_ && except_->matches(text))) continue;
      const AmountRow row(document_, sentence);
      for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i].is_count() && row[i].number.exact && row.depth(i) == 0) compare(row, i);
    }
  }

  Outcome conclude(const Target& target, const Arguments& arguments) {
    find_slips(target, arguments, paragraphs_, outcome_);
    outcome_.conclude();
    return std::move(outcome_);
  }

 private:
  /// Whether a heading above it says so.
  bool is_apart(Span paragraph) const {
    if (!apart_) return false;
    for (int section = section_at(outline_, paragraph.begin); section >= 0;
         section = outline_.section(section).parent)
      if (apart_->matches(document_.slice(outline_.section(section).words))) return true;
    return false;
  }

  void compare(const AmountRow& row, std::size_t i) {
    const std::string name = name_of(row, i, ignore_);
    if (language_.han(name) < least_name) return;
    const auto [known, is_new] = known_.emplace(name + row[i].unit, row[i]);
    const Amount& first = known->second;
    if (is_new || first.number.value == row[i].number.value) return;
    const Span place = row[i].figure.span;
    outcome_.evidence.push_back(place);
    outcome_.problems.push_back(
        {.span = place,
         .message = say("同一项数据，前面是“{}”，这里是“{}”",
                        "the same quantity is “{}” before, and “{}” here",
                        written(document_, first), written(document_, row[i])),
         .related = {{.place = {.span = first.figure.span},
                      .message = say("前面的数", "the value before")}}});
  }

  const Document& document_;
  const Outline& outline_;
  const LanguageData& language_;
  const Terms& whole_;
  const Terms *ignore_, *except_, *apart_;  // Null: none.
  std::map<std::string, Amount> known_;     // By name and unit.
  std::vector<Span> paragraphs_;
  Outcome outcome_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Quantities quantities(target, arguments);
  for (const Span paragraph : text_of(target.outline, target.part)) quantities.read(paragraph);
  return quantities.conclude(target, arguments);
}

}  // namespace

extern const CheckKind same_check;
const CheckKind same_check{
    "same", "同一个数前后一致", "one quantity, one value", Scope::document, keys, {}, run};

}  // namespace hegui
