// percent: a rate fits the counts that it is of.
//
//   percent: {rates: ['/(合格|办结)率/'], units: [件, 批次]}
//
// Percentages are the rates of what is counted (rates.cpp), shares of a whole (shares.cpp), or say
// how much something changed (changes.cpp). What they are of stands in the same sentence, or in the
// one before.

#include <array>
#include <charconv>
#include <string>

#include "checks/figures/figure_check.h"
#include "checks/figures/own_year.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "rates",
        .type = KeyType::terms,
        .zh = "这些是占所数对象的比例",
        .en = "rates that are shares of what is counted",
        .presence = Presence::required},
    Key{.name = "any",
        .type = KeyType::terms,
        .zh = "其他的率都叫什么，只和明说的两个数比",
        .en = "what all other rates are called, which are compared with two counts only"},
    Key{.name = "units",
        .type = KeyType::terms,
        .zh = "这些单位的数量才可能是分母",
        .en = "units of what a rate can be of"},
    Key{.name = "cases",
        .type = KeyType::terms,
        .zh = "说事不说人的率，人和纸不是它的分母",
        .en = "rates of cases, which are not of people and papers"},
    Key{.name = "no-cases",
        .type = KeyType::terms,
        .zh = "人和纸的单位",
        .en = "units of people and papers",
        .needs = "cases"},
    Key{.name = "beyond",
        .type = KeyType::terms,
        .zh = "可以超过100%的率",
        .en = "rates that can be more than 100 %"},
    Key{.name = "moved",
        .type = KeyType::terms,
        .zh = "率和数之间有这些词的，数是变化的幅度",
        .en = "words between a rate and a figure that says by how much it changed"},
    Key{.name = "narrow",
        .type = KeyType::terms,
        .zh = "率有这些词的，所数的也要有",
        .en = "words of a rate that what is counted must have, too"},
    Key{.name = "due",
        .type = KeyType::terms,
        .zh = "分母可以有的词",
        .en = "words of what a rate is of, though it is called like the rate"},
    Key{.name = "implied",
        .type = KeyType::terms,
        .zh = "这些率到100%时，分母是应当的数",
        .en = "rates that are 100 % of what is due, whatever is counted"},
    Key{.name = "owed",
        .type = KeyType::terms,
        .zh = "应做的数怎么叫，第1组是动词",
        .en = "what is called due; group 1 is the verb"},
    Key{.name = "done",
        .type = KeyType::terms,
        .zh = "动词前面，已经做了",
        .en = "words before the verb of what is done"},
    Key{.name = "done_rates",
        .type = KeyType::terms,
        .zh = "应做的做了多少的率",
        .en = "rates of what is done in what is due"},
    Key{.name = "without",
        .type = KeyType::terms,
        .zh = "数的是其余的",
        .en = "words before what is not of the rate"},
    Key{.name = "shares",
        .type = KeyType::terms,
        .zh = "占整体多少的说法，第1组是整体的名字",
        .en = "words of a share; group 1 is what they call the whole"},
    Key{.name = "of",
        .type = KeyType::terms,
        .zh = "整体的数和占它多少之间的词",
        .en = "words between the count of a whole and a share of it"},
    Key{.name = "among",
        .type = KeyType::terms,
        .zh = "整体和部分之间的词",
        .en = "words between a whole and its part"},
    Key{.name = "composed",
        .type = KeyType::terms,
        .zh = "后面各项占比合起来是整体",
        .en = "words before shares that together are all"},
    Key{.name = "divided",
        .type = KeyType::terms,
        .zh = "后面各项占比不会重叠",
        .en = "words before shares of kinds that cannot overlap"},
    Key{.name = "whole",
        .type = KeyType::named,
        .zh = "占比合起来就是100%的几项",
        .en = "what has shares that together are 100 %"},
    Key{.name = "overlap",
        .type = KeyType::terms,
        .zh = "有这些词的各项可以重叠",
        .en = "words of what may overlap, so that its shares are more than 100 %"},
    Key{.name = "from",
        .type = KeyType::terms,
        .zh = "现在的数和原来的数之间的词",
        .en = "words between where something stands and where it stood"},
    Key{.name = "to",
        .type = KeyType::terms,
        .zh = "原来的数和现在的数之间的词",
        .en = "words between where something stood and where it stands"},
    Key{.name = "more",
        .type = KeyType::terms,
        .zh = "现在的数和增加的数之间的词",
        .en = "words between where something stands and by how much it rose"},
    Key{.name = "less",
        .type = KeyType::terms,
        .zh = "现在的数和减少的数之间的词",
        .en = "words between where something stands and by how much it fell"},
    Key{.name = "by",
        .type = KeyType::terms,
        .zh = "幅度前面的词",
        .en = "words before how much something changed"},
    Key{.name = "yearly",
        .type = KeyType::terms,
        .zh = "和上年比的幅度前面的词",
        .en = "words before how much something changed since last year"},
    Key{.name = "last-year",
        .type = KeyType::terms,
        .zh = "上年怎么叫",
        .en = "what last year is called"},
    Key{.name = "signed",
        .type = KeyType::terms,
        .zh = "这些幅度看增减的方向",
        .en = "what is said of a change, by more or by less"},
    Key{.name = "rises",
        .type = KeyType::terms,
        .zh = "说增加的词",
        .en = "words that say that something rose"},
    Key{.name = "falls",
        .type = KeyType::terms,
        .zh = "说减少的词",
        .en = "words that say that something fell"},
    Key{.name = "was",
        .type = KeyType::terms,
        .zh = "幅度和后面上年的数之间的词",
        .en = "words between how much something changed and where it stood last year"},
    Key{.name = "changed",
        .type = KeyType::terms,
        .zh = "幅度写在原来的数前面的，幅度前面的词",
        .en = "words before how much something changed, if where it stood follows"},
    Key{.name = "begins",
        .type = KeyType::terms,
        .zh = "幅度和后面原来的数之间的词",
        .en = "words between how much something changed and where it stood"},
    Key{.name = "points",
        .type = KeyType::terms,
        .zh = "百分点的说法",
        .en = "what percentage points are called"},
};

/// Most sentences have no percentage.
bool may_have_rate(const Document& document, Span span, const Arguments& arguments) {
  const std::string_view text = document.slice(span);
  const Terms* any = arguments.terms("any");
  return text.find('%') != text.npos || (any && any->matches(text));
}

std::string last_year_of(const Target& target) {
  const std::string year = own_year(target);
  int own = 0;
  std::from_chars(year.data(), year.data() + year.size(), own);
  return own > 0 ? std::to_string(own - 1) : std::string();
}

void judge_sentence(const Target& target, const Arguments& arguments, Span before, Span sentence,
                    std::string_view last_year, Outcome& outcome) {
  const bool has_before =
      target.document.slice(before).find_first_of("0123456789") != std::string_view::npos;
  const AmountRow row(target.document, {has_before ? before.begin : sentence.begin, sentence.end});
  std::size_t own = 0;
  while (own < row.size() && row[own].figure.span.begin < sentence.begin) ++own;
  const FigureCheck check{target.document, arguments, row, own, outcome, last_year};
  check_rates(check);
  check_shares(check);
  check_changes(check);
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const std::string last_year = last_year_of(target);
  for (const Span paragraph : text_of(target.outline, target.part)) {
    if (!may_have_rate(target.document, paragraph, arguments)) continue;
    Span before{paragraph.begin, paragraph.begin};
    for (const Span sentence : sentences(target.document, paragraph)) {
      if (may_have_rate(target.document, sentence, arguments))
        judge_sentence(target, arguments, before, sentence, last_year, outcome);
      before = sentence;
    }
  }
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind percent_check;
const CheckKind percent_check{"percent",
                              "百分比和数量对得上",
                              "rates fit the counts that they are of",
                              Scope::both,
                              keys,
                              "rates",
                              run};

}  // namespace hegui
