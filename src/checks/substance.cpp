// substance: how many of the sentences say something concrete.
//
//   substance: {min-share: 40%, counted: [$counted], units: [$solid-unit], hollow: [$hollow]}
//
// A sentence is concrete if one of its clauses gives a figure of something that can be counted, a
// time within the year, or the name of a document, or if it says what `saying` lists: a body that
// acted, a case, a result. A number by itself is none: it needs what is counted (`counted`, or a
// unit that is enough), and no words beside it that empty it (`hollow`: 推进各项工作126次). A
// clause that differs from an earlier one in its numbers only says nothing new, figures that stand
// still or go up by one (7项、8项、9项) are no count, and many in one sentence make one concrete
// sentence.

#include <array>
#include <cstdint>
#include <unordered_set>

#include "checks/check.h"
#include "document/figures/amounts.h"
#include "document/items.h"
#include "language/language_data.h"
#include "search/pattern.h"
#include "text/fnv1a.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min-share",
        .type = KeyType::percent,
        .zh = "具体的句子不少于",
        .en = "at least this share of the sentences is concrete",
        .presence = Presence::required,
        .least = 1,
        .most = 100},
    Key{.name = "saying",
        .type = KeyType::terms,
        .zh = "没有数字也算具体的说法：开了什么会、判了什么、办成什么样",
        .en = "what makes a sentence concrete without a figure: who met, what was decided"},
    Key{.name = "counted",
        .type = KeyType::terms,
        .zh = "数的是这些，数据才算",
        .en = "what a figure must count to say something"},
    Key{.name = "units",
        .type = KeyType::terms,
        .zh = "带这些单位的数据，不用看数的是什么",
        .en = "units that say enough without what is counted"},
    Key{.name = "hollow",
        .type = KeyType::terms,
        .zh = "旁边写着这些的数据不算：推进工作几次、落实举措几项",
        .en = "words beside which a figure says nothing"},
};

/// What is shorter leads on to others, unless it is concrete: （一）规范执法行为。 In Chinese
/// characters, of a sentence that begins an item and of another.
constexpr std::size_t least_said_behind_mark = 25, least_said = 10;

/// Of what a clause says without its numbers; no two are alike.
std::uint64_t hash_without_numbers(std::string_view clause) {
  std::uint64_t hash = fnv1a({});
  for (const char c : clause)
    if ((c < '0' || c > '9') && c != '.' && c != ' ') hash = fnv1a({&c, 1}, hash);
  return hash;
}

class Reading {
 public:
  Reading(const Target& target, const Arguments& arguments)
      : document_(target.document),
        language_(data_of(target.document.language)),
        saying_(arguments.terms("saying")),
        counted_(arguments.terms("counted")),
        units_(arguments.terms("units")),
        hollow_(arguments.terms("hollow")) {}

  void read(Span text) {
    Span run;
    for (const Span sentence : sentences(document_, text)) {
      const Span said = behind_item_mark(document_, sentence);
      const bool concrete = is_concrete(said);
      const std::size_t least = said == sentence ? least_said : least_said_behind_mark;
      if (!concrete && language_.han(document_.slice(said)) < least) continue;
      ++sentences_;
      concrete_ += concrete;
      run = concrete ? Span{} : run.empty() ? sentence : Span{run.begin, sentence.end};
      if (run.size() > emptiest_.size()) emptiest_ = run;
    }
  }

  std::size_t sentence_count() const { return sentences_; }
  std::size_t concrete_count() const { return concrete_; }
  Span emptiest() const { return emptiest_; }  ///< The longest stretch of a paragraph.

 private:
  bool is_concrete(Span sentence) {
    const std::string_view text = document_.slice(sentence);
    const std::vector<Amount> found = without_series(amounts(document_, sentence));
    bool concrete = false;
    // All of them, so that a later sentence that repeats one is known.
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(language_.comma, begin), text.size());
      const std::string_view clause = text.substr(begin, end - begin);
      const Span place{sentence.begin + static_cast<std::uint32_t>(begin),
                       sentence.begin + static_cast<std::uint32_t>(end)};
      const bool is_new = seen_.insert(hash_without_numbers(clause)).second;
      concrete =
          concrete || (is_new && (names_something(clause) || has_figure(found, place, clause)));
      begin = end + language_.comma.size();
    }
    return concrete || (saying_ && saying_->matches(text));
  }

  /// One of a thing that can be counted.
  bool has_figure(const std::vector<Amount>& found, Span place, std::string_view clause) const {
    const auto counts = [&](const Amount& amount) {
      const Figure& figure = amount.figure;
      return place.contains(figure.span.begin) &&
             ((units_ && units_->matches(figure.unit)) || (counted_ && counted_->matches(clause)));
    };
    return std::ranges::any_of(found, counts) && !(hollow_ && hollow_->matches(clause));
  }

  /// Three or more in a row that stand still or go up by one count nothing.
  static std::vector<Amount> without_series(std::vector<Amount> all) {
    constexpr double least = 3;  // One each, two each: 每村1名、每组1名.
    std::vector<bool> of_series(all.size());
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
      const double first = all[i].number.value, second = all[i + 1].number.value;
      const double step = second - first;
      const bool is_series = step == 0 || step == 1;
      if (first >= least && is_series && all[i + 2].number.value - second == step)
        of_series[i] = of_series[i + 1] = of_series[i + 2] = true;
    }
    std::vector<Amount> left;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!of_series[i]) left.push_back(std::move(all[i]));
    return left;
  }

  bool names_something(std::string_view clause) const {
    return language_.figures.moment->matches(clause) || language_.figures.work->matches(clause);
  }

  const Document& document_;
  const LanguageData& language_;
  const Terms *saying_, *counted_, *units_, *hollow_;
  std::unordered_set<std::uint64_t> seen_ = {};  // Clauses, as hashed.
  std::size_t sentences_ = 0, concrete_ = 0;
  Span emptiest_ = {};
};

Outcome run(const Target& target, const Arguments& arguments) {
  Reading reading(target, arguments);
  for (const Span span : text_of(target.outline, target.part)) reading.read(span);
  const auto all = static_cast<double>(reading.sentence_count());
  const auto concrete = static_cast<double>(reading.concrete_count());
  Outcome outcome{.found = concrete, .expected = all};
  outcome.summary = say("{}/{} 句写了具体的事", "{} of {} sentences are concrete", concrete, all);
  const double wanted = *arguments.number("min-share") * all;
  if (concrete >= wanted) return outcome;
  outcome.passed = false;
  outcome.nothing = concrete == 0;
  outcome.share = {concrete, wanted};
  outcome.unit = say("句", "sentences");
  outcome.message =
      all == 1 ? say("没有写具体的事", "it says nothing concrete")
      : concrete == 0
          ? say("{0} 句都没有写具体的事", "none of {0} sentences says anything concrete", all)
          : say("{0} 句中只有 {1} 句写了具体的事",
                "only {1} of {0} sentences say something concrete", all, concrete);
  outcome.fix =
      say("写明哪一天、依据什么文件、开了什么会、办了多少件什么事、结果怎样；没有对象的数字不算",
          "say what was done, when, how often, by whom and with what result; a number "
          "without what it counts does not count");
  outcome.problems.push_back(
      {reading.emptiest(), say("这里没有写具体的事", "nothing concrete is said here")});
  return outcome;
}

}  // namespace

extern const CheckKind substance_check;
const CheckKind substance_check{"substance",
                                "具体的句子占多少：有数据、日期、文件、会议、案件、结果的",
                                "the share of concrete sentences: with a figure, date, document, "
                                "meeting, case or result",
                                Scope::both,
                                keys,
                                {},
                                run};

}  // namespace hegui
