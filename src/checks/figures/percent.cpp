// percent: a rate fits the counts that it is of.
//
//   percent: {rates: ['/(合格|办结)率/'], units: [件, 批次]}
//
// Rates are shares of what is counted before them in the sentence; group 1 of a pattern is what
// makes a counted thing one of them. A rate must be reachable: some whole number of 294 must give
// it, rounded or cut off (the GRIM test: Brown and Heathers 2017). Where a count of those follows
// one of all, the rate must be their quotient. What else could be meant is looked for before
// anything is said: a count may be of all or of those, and of another rate.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "checks/check.h"
#include "checks/figures/amount_row.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "rates",
        .type = KeyType::terms,
        .zh = "这些是占所数对象的比例",
        .en = "rates that are shares of what is counted",
        .presence = Presence::required},
    Key{.name = "units",
        .type = KeyType::terms,
        .zh = "这些单位的数量才可能是分母",
        .en = "units of what a rate can be of"},
};

constexpr double least_whole = 20;  // Of fewer things nobody says 98 %, but of their contents.

constexpr std::size_t most_counts = 20;   // Before a rate, that may be what it is of.
constexpr std::size_t longest_link = 12;  // Bytes between a rate and its figure: 达到, 均为.

/// The share as a rate with that step says it, rounded or cut off.
bool says_share(const NumberValue& rate, double part, double whole) {
  const double percent = 100 * part / whole, slack = rate.step / 1000;
  const bool rounded = std::abs(percent - rate.value) <= rate.step / 2 + slack;
  const bool cut = percent >= rate.value - slack && percent < rate.value + rate.step;
  return rounded || cut;
}

/// Whether some number of so many things is that share of them, or so many are that share of some.
bool is_reachable(const NumberValue& rate, double count) {
  for (double part = std::floor(count * rate.value / 100); part <= count; ++part) {
    if (says_share(rate, part, count)) return true;
    if (100 * part / count > rate.value + rate.step) break;
  }
  if (rate.value <= 0) return true;
  const double least = std::floor(100 * count / (rate.value + rate.step));
  for (double whole = std::max(least, count); whole <= 100 * count / rate.value + 1; ++whole) {
    if (says_share(rate, count, whole)) return true;
    // Every number of so many is reachable: see below.
    if (whole > least + 1'000) return true;
  }
  return false;
}

struct Rate {
  std::string_view name = {};
  std::optional<std::string_view> kind = {};  ///< 办结 of 办结率.
};

/// The rate that stands right before its figure.
std::optional<Rate> rate_before(const Terms& rates, std::string_view label) {
  for (const Term& term : rates.list()) {
    std::optional<Span> last;
    for (auto hit = term.find(label, 0); hit && hit->size() > 0; hit = term.find(label, hit->end))
      last = hit;
    if (!last || label.size() - last->end > longest_link) continue;
    const std::string_view name = label.substr(last->begin, last->size());
    Rate rate{.name = name};
    if (term.is_pattern())
      if (const auto kind = term.capture(name)) rate.kind = name.substr(kind->begin, kind->size());
    return rate;
  }
  return std::nullopt;
}

class Percents {
 public:
  Percents(const Target& target, const Arguments& arguments, Span sentence, Outcome& outcome)
      : document_(target.document),
        rates_(*arguments.terms("rates")),
        units_(arguments.terms("units")),
        row_(target.document, sentence),
        outcome_(outcome) {}

  void check() {
    std::size_t first = 0;  // Behind the rate before.
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (!row_[i].is_percent()) continue;
      if (const auto rate = rate_before(rates_, row_.label(i)); rate && row_[i].number.exact)
        judge(*rate, first, i);
      first = i + 1;
    }
  }

 private:
  /// The rate at `at` is of the amounts from `first` on.
  void judge(const Rate& rate, std::size_t first, std::size_t at) {
    const NumberValue& value = row_[at].number;
    if (value.value > 100) {
      report(at, say("{}不会超过 100%", "{} cannot be more than 100 %", rate.name));
      return;
    }
    std::vector<std::size_t> counts;
    for (std::size_t i = std::max(first, at - std::min(at, most_counts)); i < at; ++i) {
      if (!row_[i].is_count() || row_[i].number.value < 1) continue;
      if (!row_[i].number.exact || row_[i].number.step > 1) return;
      counts.push_back(i);
    }
    if (counts.empty()) return;
    for (const std::size_t part : counts)
      for (const std::size_t whole : counts)
        if (part != whole && says_share(value, row_[part].number.value, row_[whole].number.value))
          return;
    if (is_quotient_stated(rate, counts)) {
      const Amount &part = row_[counts.back()], &whole = row_[counts[counts.size() - 2]];
      const double share = 100 * part.number.value / whole.number.value;
      report(at, say("{} ÷ {} = {}%，不是 {}", "{} of {} is {} %, not {}",
                     number_text(part.number.value), number_text(whole.number.value),
                     number_text(share), written(document_, row_[at])));
      return;
    }
    if (!may_be_of(counts.back(), at) || std::ranges::any_of(counts, [&](std::size_t i) {
          return is_reachable(value, row_[i].number.value);
        }))
      return;
    const Amount& count = row_[counts.back()];
    const double of = count.number.value, part = std::round(of * value.value / 100);
    report(at, say("“{}”里没有哪个整数占 {}：最接近的是 {} ÷ {} = {}%",
                   "no whole number of “{}” is {} of them: the nearest is {} of {}, {} %",
                   written(document_, count), written(document_, row_[at]), number_text(part),
                   number_text(of), number_text(100 * part / of)));
  }

  /// 抽检 294 批次，抽检合格率: the count stands right before the rate, and is of such things.
  bool may_be_of(std::size_t count, std::size_t rate) const {
    if (count + 1 != rate || row_[count].number.value < least_whole) return false;
    if (units_ && !units_->matches(row_[count].unit)) return false;
    const std::string_view gap = row_.gap(rate), comma = data_of(document_.language).comma;
    const std::size_t first = gap.find(comma);
    return first == gap.npos || gap.find(comma, first + comma.size()) == gap.npos;
  }

  /// 受理 120 件，办结 114 件，办结率: the last count is of those that the rate is of, and the one
  /// before of all.
  bool is_quotient_stated(const Rate& rate, const std::vector<std::size_t>& counts) const {
    if (!rate.kind || counts.size() < 2) return false;
    const std::size_t part = counts.back(), whole = counts[counts.size() - 2];
    const auto is_named = [&](std::size_t i) {
      return row_.label(i).find(*rate.kind) != std::string_view::npos;
    };
    return part == whole + 1 && is_named(part) && !is_named(whole) &&
           have_same_unit(row_[part], row_[whole]) &&
           row_[part].number.value <= row_[whole].number.value;
  }

  void report(std::size_t at, Message message) {
    outcome_.evidence.push_back(row_[at].figure.span);
    outcome_.problems.push_back({row_[at].figure.span, std::move(message)});
  }

  const Document& document_;
  const Terms& rates_;
  const Terms* units_;  // Null: all.
  AmountRow row_;
  Outcome& outcome_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const Terms& rates = *arguments.terms("rates");
  for (const Span paragraph : text_of(target.outline, target.part))
    for (const Span sentence : sentences(target.document, paragraph))
      if (rates.matches(target.document.slice(sentence)))
        Percents(target, arguments, sentence, outcome).check();
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
