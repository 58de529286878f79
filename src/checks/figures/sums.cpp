// sums: a stated total is the sum of the parts that the text gives.
//
//   sums:
//     parts: [其中, '/分别(为|是)/']          words between a total and its parts
//     some: [其中, 含]                       after these, parts may be left out
//     rest: [其他, 其余]                      a part that stands for all others
//     whole: {程序: [简易, 普通]}              parts that together are all there is
//     total: [共计, 合计]                     words between parts and the total behind them
//     balance: {考试: [应考, 实考, 缺考]}      names of counts that add up: see balance.cpp
//     within: [其中, 中，]                    such words begin a sentence if the one before has the
//                                            total: 普通程序案件中，
//
// Parts may also be listed in paragraphs of their own: see listed_sums.cpp.
//
// Parts may overlap, be left out, and be followed by something else that is counted. So a list may
// be the sum by its first parts alone, without what an inner list names; one that may be partial is
// reported only where it is just off, and one that must be whole where it is not far off. Numbers
// that are not exact are not judged.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "checks/check.h"
#include "checks/figures/figure_check.h"
#include "checks/figures/listed_sums.h"
#include "checks/figures/part_lists.h"
#include "checks/figures/slips.h"
#include "checks/figures/sum_sentences.h"
#include "checks/figures/sum_slips.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "parts",
        .type = KeyType::terms,
        .zh = "总数和分项之间的词",
        .en = "words between a total and its parts",
        .presence = Presence::required},
    Key{.name = "some",
        .type = KeyType::terms,
        .zh = "这些词后面可以只列一部分",
        .en = "words after which parts may be left out"},
    Key{.name = "rest",
        .type = KeyType::terms,
        .zh = "代表其余各项的说法",
        .en = "what a part is called that stands for all others"},
    Key{.name = "whole",
        .type = KeyType::named,
        .zh = "合起来就是全部的几项",
        .en = "parts that together are all there is"},
    Key{.name = "overlap",
        .type = KeyType::terms,
        .zh = "有这些词的各项可以重叠",
        .en = "words of parts that may overlap"},
    Key{.name = "not",
        .type = KeyType::terms,
        .zh = "“不合格”这样和另一项相对的说法里的否定词",
        .en = "words that make of a part its opposite; both together are all there is"},
    Key{.name = "next",
        .type = KeyType::text,
        .zh = "没有这些说法时，分项之间的标点",
        .en = "what stands between parts that no words introduce"},
    Key{.name = "within",
        .type = KeyType::terms,
        .zh = "句首，前面是上一句里总数的名字",
        .en = "words behind the name of a total of the sentence before"},
    Key{.name = "total",
        .type = KeyType::terms,
        .zh = "分项和后面的总数之间的词",
        .en = "words between parts and the total behind them"},
    Key{.name = "balance",
        .type = KeyType::named,
        .zh = "第一个数是其余各数之和，四个数的前两个等于后两个",
        .en = "names of numbers: the first is the sum of the others, or two are that of two"},
};

// How far off a sum may be, of the total, to be the sum of these parts with a slip.
constexpr double partial_below = 0.01, partial_above = 0.1, whole_off = 0.3, behind_off = 0.05;
constexpr double alike_below = 0.03, apart_off = 0.05, slip_off = 0.12, bare_off = 0.2;
constexpr double clear_off = 0.15;      // With nothing but a word like 共 before the total.
constexpr std::size_t alike_bytes = 6;  // That end the names of two parts: 甲级村, 乙级村.
constexpr std::size_t least_alike = 3;  // Parts that are called alike: 工程类, 采购类, 租赁类.
constexpr std::size_t name_characters = 2;  // That know a total of the sentence before.
constexpr std::size_t least_mixed = 3;      // Parts of several units, that these be no chance.

/// The first amount of the sentence itself.
std::size_t first_in(const AmountRow& row, Span sentence) {
  std::size_t own = 0;
  while (own < row.size() && row[own].figure.span.begin < sentence.begin) ++own;
  return own;
}

class Sums {
 public:
  /// Totals of the sentence before are only looked at if it begins before the sentence.
  Sums(const Target& target, const Arguments& arguments, Span before, Span sentence,
       Outcome& outcome)
      : document_(target.document),
        arguments_(arguments),
        row_(target.document, {before.begin, sentence.end}),
        sentence_(sentence),
        own_(first_in(row_, sentence)),
        lists_(document_, arguments_, row_, own_),
        outcome_(outcome) {}
  Sums(const Sums&) = delete;  // `lists_` looks into it.
  Sums& operator=(const Sums&) = delete;

  void check() {
    check_parts_of_before();
    check_balances({document_, arguments_, row_, own_, outcome_}, document_.slice(sentence_));
    std::size_t settled = 0;  // Up to there, what an outer list has explained.
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (!row_[i].number.exact || row_[i].unit.empty() || row_[i].is_percent()) continue;
      const bool is_inner = i < settled;
      // Within a list, a bracket has parts of its own: 其中普通程序894件（甲类512件、乙类246件）.
      if (!is_inner || begins_bracket(i))
        if (auto total = lists_.parts_behind(i)) {
          total->is_apart = total->is_apart || is_inner;
          if (judge(*total)) settled = std::max(settled, total->parts.back() + 1);
        }
      if (const auto total = lists_.parts_behind_bracket(i)) judge(*total);
      if (i >= own_) check_total_behind(i);
    }
  }

 private:
  bool says(std::string_view key, std::string_view text) const {
    const Terms* terms = arguments_.terms(key);
    return terms && terms->matches(text);
  }

  bool begins_bracket(std::size_t i) const {
    return i + 1 < row_.size() && row_.opens_bracket(i + 1);
  }

  /// 其中普通程序1625件。普通程序案件中，甲类874件、乙类213件: the parts of what is named before.
  void check_parts_of_before() {
    if (own_ == 0 || own_ == row_.size()) return;
    const std::string_view text = document_.slice({sentence_.begin, row_[own_].figure.span.begin});
    const Terms* within = arguments_.terms("within");
    const auto hit = within ? within->find(text) : std::nullopt;
    if (!hit) return;
    const std::string_view name = first_code_points(text.substr(0, hit->begin), name_characters);
    if (count_code_points(name) < name_characters) return;
    for (std::size_t i = own_; i-- > 0;) {
      if (!have_same_unit(row_[i], row_[own_]) || row_.label(i).find(name) == name.npos) continue;
      Total total{.at = i, .is_apart = true};
      if (row_[i].number.exact && lists_.read_parts(own_, total)) judge(total);
      return;
    }
  }

  /// Whether the parts are the sum, or are reported to be not.
  bool judge(const Total& total) {
    const Amount& whole = row_[total.at];
    if (total.parts.size() == 1) {
      if (total.is_apart || may_be_of_all_before(total)) return false;
      const Amount& part = row_[total.parts.front()];
      if (total.may_be_partial && part.is_count() && whole.is_count() &&
          part.number.value > whole.number.value)
        report(total.at,
               say("“{}”是“{}”的一部分，却比它大", "“{}” is part of “{}”, but more than it",
                   written(document_, part), written(document_, whole)),
               total.parts);
      return false;
    }
    std::vector<std::size_t> nearest;
    for (const auto* parts : {&total.parts, &total.outer})
      for (std::size_t count = 2; count <= parts->size(); ++count) {
        std::vector<std::size_t> first(parts->begin(),
                                       parts->begin() + static_cast<std::ptrdiff_t>(count));
        const double off = row_.sum(first) - whole.number.value;
        if (std::abs(off) <= row_.tolerance(first, total.at)) return true;
        if (nearest.empty() || std::abs(off) <= std::abs(row_.sum(nearest) - whole.number.value))
          nearest = std::move(first);
      }
    if (total.whole > 0 && total.whole <= total.outer.size())
      nearest.assign(total.outer.begin(),
                     total.outer.begin() + static_cast<std::ptrdiff_t>(total.whole));
    if (is_of_another(total) || holds_one_in_another(total)) return false;
    const double share = share_of(nearest, total.at), of_all = share_of(total.mixed, total.at);
    const bool is_slip = is_near(total, nearest, share);
    const bool is_mixed_slip = !total.is_apart && total.mixed.size() >= least_mixed &&
                               of_all != 0 && std::abs(of_all) <= partial_below;
    if (is_slip || is_mixed_slip) report_sum(is_slip ? nearest : total.mixed, total.at);
    return is_slip || is_mixed_slip;
  }

  /// 立案120件，结案118件，其中: the parts may be all of what stands before.
  bool is_of_another(const Total& total) const {
    for (std::size_t i = 0; i < total.at; ++i)
      if (have_same_unit(row_[i], row_[total.at]))
        for (const auto* parts : {&total.parts, &total.outer})
          if (std::abs(row_.sum(*parts) - row_[i].number.value) <= row_.tolerance(*parts, i))
            return true;
    return false;
  }

  /// 动态744条，政务393条，解读21条，回应2条: those of 解读 are among the others.
  bool holds_one_in_another(const Total& total) const {
    const double more = row_.sum(total.parts) - row_[total.at].number.value;
    return total.parts.size() > 2 && std::ranges::any_of(total.parts, [&](std::size_t part) {
             return std::abs(row_[part].number.value - more) <=
                    row_.tolerance(total.parts, total.at);
           });
  }

  /// Whether the mark of a list stands between them: 甲3件、乙5件.
  bool joins(const std::vector<std::size_t>& parts) const {
    return parts.size() > 1 && arguments_.has("next") &&
           row_.gap(parts[1]).starts_with(arguments_.word("next"));
  }

  /// 新建12座，改造18座，其中农村20座: the part may be of both.
  bool may_be_of_all_before(const Total& total) const {
    double all = 0;
    for (std::size_t i = total.at + 1; i-- > 0 && have_same_unit(row_[i], row_[total.at]);)
      all += row_[i].number.value;
    return row_[total.parts.front()].number.value <= all;
  }

  /// 纠错的96件中 there are many parts, and their sum differs by a slip of the hand.
  bool is_slip_within(const Total& total, const std::vector<std::size_t>& parts,
                      double share) const {
    return parts.size() > least_alike && std::abs(share) <= slip_off &&
           says("within", row_.gap(parts.front())) &&
           slip_between(number_text(row_.sum(parts)), number_text(row_[total.at].number.value)) !=
               NumberSlip::none;
  }

  /// Parts that no words introduce may be of something else.
  bool is_near_bare(const Total& total, const std::vector<std::size_t>& parts, double share) const {
    if (total.whole >= least_alike && share < 0 && share >= -apart_off) return true;
    return std::abs(share) <= (total.whole > 0 ? bare_off : slip_off) &&
           is_slip_of_hand(row_, parts, total.at);
  }

  /// Four parts or more, with nothing but a comma and its name before each.
  bool are_at_commas(const std::vector<std::size_t>& parts) const {
    const std::string_view comma = data_of(document_.language).comma;
    return parts.size() > least_alike &&
           std::all_of(parts.begin() + 1, parts.end(), [&](std::size_t part) {
             const std::string_view gap = row_.gap(part);
             return gap.starts_with(comma) && gap.size() == row_.label(part).size() + comma.size();
           });
  }

  /// Parts of which some may be left out, that are yet all by the look of it.
  bool is_near_by_slip(const Total& total, const std::vector<std::size_t>& parts,
                       double share) const {
    const bool is_alike = row_.are_called_alike(parts);
    if (std::ranges::any_of(parts, [&](std::size_t i) { return says("overlap", row_.label(i)); }))
      return false;
    if (parts.size() >= least_alike && (is_alike || joins(parts) || are_at_commas(parts)))
      return share >= -slip_off && share <= clear_off && is_slip_of_hand(row_, parts, total.at);
    const bool is_one_noun = last_bytes(row_.label(parts[0]), alike_bytes) ==
                             last_bytes(row_.label(parts[1]), alike_bytes);
    return parts.size() == 2 && std::abs(share) <= whole_off &&
           (is_one_noun ? is_slip_of_hand(row_, parts, total.at)
                        : is_swapped(row_, parts, total.at));
  }

  /// Whether they are so nearly the total that they are meant to be it.
  bool is_near(const Total& total, const std::vector<std::size_t>& parts, double share) const {
    if (total.is_bare) return is_near_bare(total, parts, share);
    if (total.is_apart && total.whole > 0 && is_near_bare(total, parts, share)) return true;
    if (total.is_apart && !total.may_be_partial)
      return parts.size() >= least_alike &&
             (std::abs(share) <= apart_off || is_slip_within(total, parts, share) ||
              (std::abs(share) <= bare_off && joins(parts) && is_swapped(row_, parts, total.at)));
    if (!total.may_be_partial) return std::abs(share) <= whole_off;
    if (!total.is_apart && is_near_by_slip(total, parts, share)) return true;
    // Behind commas stand attributes that overlap: 本科以上71人，法律专业23人.
    const bool is_joined = joins(parts);
    const double above = !is_joined ? alike_below : total.is_apart ? apart_off : partial_above;
    const bool is_whole = (parts.size() >= least_alike && row_.are_called_alike(parts)) ||
                          (is_joined && parts.size() >= least_alike);
    return share >= -(is_whole ? alike_below : partial_below) && share <= above;
  }

  /// By what share of the total the parts are more than it.
  double share_of(const std::vector<std::size_t>& parts, std::size_t total) const {
    return parts.empty() ? -1 : row_.sum(parts) / row_[total].number.value - 1;
  }

  /// Parts, and behind them what they make together: 甲 3 件、乙 5 件，共计 8 件.
  void check_total_behind(std::size_t at) {
    if (at < 2 || !says("total", row_.gap(at))) return;
    // With words before or behind it, it may be a number of something else: 共组织检查 9 次.
    const std::string_view gap = trimmed(row_.gap(at));
    const bool is_bare = trimmed(row_.noun(at)).empty() && ends_in_total(gap);
    const bool is_clear = is_bare || ends_in_total(gap);
    std::vector<std::size_t> last, nearest;
    const std::size_t begin = at > most_parts ? at - most_parts : 0;
    for (std::size_t i = at; i-- > begin && row_.depth(i) == row_.depth(at);) {
      if (!have_same_unit(row_[i], row_[at])) {
        // 罚款8万元以上的6件: it is said of the next.
        if (!last.empty() && row_.leads_on(i)) continue;
        break;
      }
      if (!row_[i].number.exact) return;
      last.insert(last.begin(), i);
      if (last.size() < 2) continue;
      if (std::abs(row_.sum(last) - row_[at].number.value) <= row_.tolerance(last, at)) return;
      if (nearest.empty() || std::abs(share_of(last, at)) < std::abs(share_of(nearest, at)))
        nearest = last;
    }
    // 讲课2次，听取汇报每季度1次，共4次: only what one mark joins is counted together.
    const std::string_view comma = data_of(document_.language).comma;
    const bool is_one_list =
        !last_bytes(gap, 2 * comma.size()).starts_with(comma) || joins_all(nearest);
    const double most_off = !is_clear || !is_one_list ? behind_off
                            : is_bare                 ? whole_off
                                                      : clear_off;
    const double share = std::abs(share_of(nearest, at));
    if (!nearest.empty() &&
        (share <= most_off || (share <= slip_off && is_slip_of_hand(row_, nearest, at))))
      report_sum(nearest, at);
  }

  /// 21个行政村、6个社区
  bool joins_all(const std::vector<std::size_t>& parts) const {
    const std::string_view comma = data_of(document_.language).comma;
    return parts.size() > 1 && arguments_.has("next") &&
           std::all_of(parts.begin() + 1, parts.end(), [&](std::size_t part) {
             const std::string_view gap = row_.gap(part);
             return gap.find(arguments_.word("next")) != gap.npos && gap.find(comma) == gap.npos;
           });
  }

  bool ends_in_total(std::string_view gap) const {
    return std::ranges::any_of(arguments_.terms("total")->list(), [&](const SharedTerm& term) {
      const auto hit = term->find(gap, 0);
      return hit && hit->end == gap.size();
    });
  }

  void report_sum(const std::vector<std::size_t>& parts, std::size_t at) {
    report(at, sum_differs(document_, row_, parts, at), parts);
  }

  void report(std::size_t at, Message message, const std::vector<std::size_t>& parts) {
    const Span first = row_[parts.front()].figure.span, last = row_[parts.back()].figure.span;
    outcome_.evidence.push_back(row_[at].figure.span);
    outcome_.problems.push_back({.span = row_[at].figure.span,
                                 .message = std::move(message),
                                 .related = {{.place = {.span = {first.begin, last.end}},
                                              .message = say("各分项", "the parts")}}});
  }

  const Document& document_;
  const Arguments& arguments_;
  AmountRow row_;
  Span sentence_;
  std::size_t own_;  // The first amount of the sentence itself.
  PartLists lists_;
  Outcome& outcome_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const std::vector<Span> paragraphs = text_of(target.outline, target.part);
  for (const Span paragraph : paragraphs) {
    Span before{paragraph.begin, paragraph.begin};
    for (const Span sentence : sentences(target.document, paragraph)) {
      const std::string_view text = target.document.slice(sentence);
      const bool goes_on = goes_on_from_before(text, arguments);
      if (goes_on || may_add_up(text, arguments))
        Sums(target, arguments, goes_on ? before : sentence, sentence, outcome).check();
      before = sentence;
    }
  }
  check_listed_sums(target.document, arguments, paragraphs, outcome);
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind sums_check;
const CheckKind sums_check{
    "sums", "总数等于各分项之和", "totals are the sums of their parts", Scope::both, keys, {}, run};

}  // namespace hegui
