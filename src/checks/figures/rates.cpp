// Rates are shares of what is counted before them in the sentence; group 1 of a pattern is what
// makes a counted thing one of them. A rate must be reachable: some whole number of 294 must give
// it, rounded or cut off (the GRIM test: Brown and Heathers 2017). Where a count of those follows
// one of all, the rate must be their quotient. What else could be meant is looked for before
// anything is said: a count may be of all or of those, and of another rate.

#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/figures/figure_check.h"
#include "checks/figures/quotient.h"
#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {
namespace {

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
  std::string_view label = {};             ///< What it is called, with all that stands before.
  std::string_view name = {};              ///< 办结率
  std::optional<std::string_view> kind{};  ///< 办结
  bool is_known = false;                   ///< To be a share of what is counted.
};

/// The last characters of a name, which know it: 发现 of 问题发现.
std::string_view core(std::string_view name) {
  std::size_t begin = name.size();
  for (std::size_t i = 0; i < 2 && begin > 0; ++i) begin = previous_code_point(name, begin);
  return name.substr(begin);
}

class Rates {
 public:
  explicit Rates(const FigureCheck& check) : check_(check), row_(check.row) {}

  void run() const {
    std::size_t first = check_.own;  // Behind the rate before.
    for (std::size_t i = first; i < row_.size(); ++i) {
      if (!row_[i].is_percent()) continue;
      if (const auto rate = rate_before(i); rate && row_[i].number.exact) judge(*rate, first, i);
      first = i + 1;
    }
  }

 private:
  /// The rate that stands right before its figure.
  std::optional<Rate> rate_before(std::size_t at) const {
    const std::string_view label = row_.label(at);
    for (const std::string_view key : {"rates", "any"}) {
      const Terms* terms = check_.arguments.terms(key);
      if (!terms) continue;
      for (const SharedTerm& term : terms->list()) {
        std::optional<Span> last;
        for (auto hit = term->find(label, 0); hit && hit->size() > 0;
             hit = term->find(label, hit->end))
          last = hit;
        if (!last || label.size() - last->end > longest_link) continue;
        if (check_.has("moved", label.substr(last->end))) return std::nullopt;
        return rate_of(label, *term, *last, key == "rates");
      }
    }
    return std::nullopt;
  }

  static Rate rate_of(std::string_view label, const Term& term, Span hit, bool is_known) {
    Rate rate{.label = label.substr(0, hit.end), .is_known = is_known};
    const std::string_view words = label.substr(hit.begin, hit.size());
    if (is_known) {
      rate.name = words;
      if (term.is_pattern())
        if (const auto kind = term.capture(words))
          rate.kind = words.substr(kind->begin, kind->size());
    } else {
      const std::string_view kind = core(label.substr(0, hit.begin));
      rate.name = label.substr(hit.begin - kind.size(), kind.size() + hit.size());
      rate.kind = kind;
    }
    return rate;
  }

  /// The rate at `at` is of the amounts from `first` on.
  void judge(const Rate& rate, std::size_t first, std::size_t at) const {
    const NumberValue& value = row_[at].number;
    if (value.value > 100) {
      if (!check_.has("beyond", rate.label))
        check_.report(at, say("{}不会超过 100%", "{} cannot be more than 100 %", rate.name));
      return;
    }
    const std::size_t from = begins_sentence(rate, at) ? 0 : first;
    if (judge_due(rate, at) || judge_quotient(rate, from, at) || !rate.is_known) return;
    const std::vector<std::size_t> counts = counts_before(first, at);
    if (counts.empty() || !may_be_of(rate, counts.back(), at) || fits_some(counts, at) ||
        std::ranges::any_of(
            counts, [&](std::size_t i) { return is_reachable(value, row_[i].number.value); }))
      return;
    const Amount& count = row_[counts.back()];
    const double of = count.number.value, part = std::round(of * value.value / 100);
    check_.report(at, say("“{}”里没有哪个整数占 {}：最接近的是 {} ÷ {} = {}%",
                          "no whole number of “{}” is {} of them: the nearest is {} of {}, {} %",
                          written(check_.document, count), written(check_.document, row_[at]),
                          number_text(part), number_text(of), number_text(100 * part / of)));
  }

  /// 抽查420本，合格399本。合格率95%: with no words that may speak of other things.
  bool begins_sentence(const Rate& rate, std::size_t at) const {
    return at == check_.own && at > 0 && rate.label == rate.name;
  }

  /// Nothing if one of them is not exact, and may be what the rate is of.
  std::vector<std::size_t> counts_before(std::size_t first, std::size_t at) const {
    std::vector<std::size_t> counts;
    for (std::size_t i = std::max(first, at - std::min(at, most_counts)); i < at; ++i) {
      if (!row_[i].is_count() || row_[i].number.value < 1) continue;
      if (!row_[i].number.exact || row_[i].number.step > 1) return {};
      counts.push_back(i);
    }
    return counts;
  }

  /// 抽检 294 批次，抽检合格率: the count stands right before the rate, and is of such things.
  bool may_be_of(const Rate& rate, std::size_t count, std::size_t at) const {
    if (count + 1 != at || row_[count].number.value < least_whole) return false;
    if (check_.arguments.terms("units") && !check_.has("units", row_[count].unit)) return false;
    // 聘请调解员46名，调解成功率98.2%
    if (check_.has("cases", rate.name) && check_.has("no-cases", row_[count].unit)) return false;
    const std::string_view gap = row_.gap(at), comma = data_of(check_.document.language).comma;
    const std::size_t first = gap.find(comma);
    return first == gap.npos || gap.find(comma, first + comma.size()) == gap.npos;
  }

  bool is_measure(std::size_t i) const {
    return !row_[i].unit.empty() && !row_[i].is_percent() && row_[i].number.value > 0;
  }

  /// Whether one of two that stand before the rate is that share of the other, or all but that.
  bool fits_some(const std::vector<std::size_t>& amounts, std::size_t at) const {
    for (const std::size_t part : amounts)
      for (const std::size_t whole : amounts) {
        if (part == whole) continue;
        const Bounds share = share_of(row_[part], row_[whole]);
        if (says(row_[at].number, share) || says(row_[at].number, rest_of(share))) return true;
      }
    return false;
  }

  /// 受理 120 件，办结 114 件，办结率: the last of its unit is of those that the rate is of, and
  /// the one before of all. Whether both are told.
  bool judge_quotient(const Rate& rate, std::size_t first, std::size_t at) const {
    if (!rate.kind || rate.kind->empty()) return false;
    auto part = find_part(rate, first, at);
    if (!part) part = part_behind(rate, first, at);
    const auto whole = part ? find_whole(rate, first, *part) : std::nullopt;
    if (!whole) return false;
    std::vector<std::size_t> measures;
    for (std::size_t i = std::max(std::min(first, *whole), at - std::min(at, most_counts)); i < at;
         ++i)
      if (is_measure(i) && row_[i].number.exact) measures.push_back(i);
    if (*part > at) measures.push_back(*part);
    if (fits_some(measures, at) || fits_all_before(*part, at)) return true;
    if (row_[at].number.value == 100 && check_.has("implied", rate.label)) return true;
    report(*part, *whole, at, says_without(rate, row_.label(*part)));
    return true;
  }

  void report(std::size_t part, std::size_t whole, std::size_t at, bool is_rest) const {
    const double of_part = row_[part].number.value, of_whole = row_[whole].number.value,
                 share = 100 * of_part / of_whole;
    const std::string right = number_text(is_rest ? 100 - share : share);
    const std::string sum = is_rest ? "1 − " : "";
    check_.report(at, say("{}{} ÷ {} = {}%，不是 {}", "{}{} of {} is {} %, not {}", sum,
                          row_.as_written(of_part, part), row_.as_written(of_whole, whole), right,
                          written(check_.document, row_[at])));
  }

  /// 应检设备43台，实检41台，检验完成率95.3%: of what is due, right before it, by one verb. They
  /// may be of the sentence before, if they name the rate: 应出庭24次，实际出庭22次。出庭率100%.
  bool judge_due(const Rate& rate, std::size_t at) const {
    if (at < 2 || !check_.has("done_rates", rate.label)) return false;
    const std::size_t whole = at - 2, part = at - 1;
    const std::string_view due = row_.label(whole), done = row_.label(part);
    const bool is_named_before = begins_sentence(rate, at) && rate.kind && !rate.kind->empty() &&
                                 is_named(rate, due) && is_named(rate, done);
    if (at < check_.own + 2 && !is_named_before) return false;
    const Terms* owed = check_.arguments.terms("owed");
    const auto hit = owed ? owed->find(due) : std::nullopt;
    if (!hit || !is_measure(whole) || !is_measure(part) || !row_[whole].number.exact ||
        !row_[part].number.exact || !have_same_unit(row_[whole], row_[part]))
      return false;
    const Span verb = owed->groups(due, *hit).front();
    const std::size_t again = done.find(due.substr(verb.begin, verb.size()));
    if (again == done.npos || !check_.has("done", done.substr(0, again)) ||
        row_[part].number.value > row_[whole].number.value)
      return false;
    if (!says(row_[at].number, share_of(row_[part], row_[whole]))) report(part, whole, at, false);
    return true;
  }

  bool is_named(const Rate& rate, std::string_view label) const {
    return label.find(core(*rate.kind)) != label.npos;
  }

  bool says_without(const Rate& rate, std::string_view label) const {
    const std::size_t at = label.find(core(*rate.kind));
    return at != label.npos && check_.has("without", last_bytes(label.substr(0, at), 6));
  }

  std::optional<std::size_t> find_part(const Rate& rate, std::size_t first, std::size_t at) const {
    for (std::size_t i = at; i-- > first;) {
      if (!is_measure(i) || !row_[i].number.exact) return std::nullopt;
      if (!is_named(rate, row_.label(i))) continue;
      const bool is_one = i + 1 == at || !have_same_unit(row_[i], row_[i + 1]);
      return is_one && has_narrow_words(rate, row_.label(i)) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  /// 抽检286批次，合格率98.25%，不合格5批次: right behind the rate, which stands behind the whole.
  std::optional<std::size_t> part_behind(const Rate& rate, std::size_t first,
                                         std::size_t at) const {
    const std::size_t next = at + 1;
    if (next >= row_.size() || at == first || !row_[next].is_count() ||
        !have_same_unit(row_[at - 1], row_[next]) || is_named(rate, row_.label(at - 1)))
      return std::nullopt;
    const bool is_part = row_[next].number.exact && row_.label(next).ends_with(core(*rate.kind)) &&
                         has_narrow_words(rate, row_.label(next));
    return is_part ? std::optional(next) : std::nullopt;
  }

  /// 按期办结率 is of those that 按期办结.
  bool has_narrow_words(const Rate& rate, std::string_view label) const {
    const Terms* narrow = check_.arguments.terms("narrow");
    return !narrow || std::ranges::all_of(narrow->all(rate.label), [&](Span hit) {
      return label.find(rate.label.substr(hit.begin, hit.size())) != label.npos;
    });
  }

  /// The nearest before the part that counts the same things. The sentence before may end in it.
  std::optional<std::size_t> find_whole(const Rate& rate, std::size_t first,
                                        std::size_t part) const {
    // 抽查420本。合格399本: of the sentence before, if this one names nothing of its own.
    constexpr std::size_t longest = 8 * 3;
    const bool goes_on = part == check_.own && part > 0 && row_.label(part).size() <= longest;
    const std::size_t begin = goes_on ? part - 1 : first;
    for (std::size_t i = part; i-- > begin;) {
      if (!have_same_unit(row_[i], row_[part])) continue;
      const bool may_be = row_[i].number.exact && row_[i].number.value >= row_[part].number.value;
      const std::string_view label = row_.label(i);
      return may_be && (!is_named(rate, label) || check_.has("due", label)) ? std::optional(i)
                                                                            : std::nullopt;
    }
    return std::nullopt;
  }

  /// 甲 100 件、乙 200 件，办结 290 件: the wholes may be several.
  bool fits_all_before(std::size_t part, std::size_t at) const {
    Amount whole = row_[part];
    whole.number.value = 0;
    for (std::size_t i = part; i-- > 0 && have_same_unit(row_[i], row_[part]);) {
      whole.number.value += row_[i].number.value;
      if (says(row_[at].number, share_of(row_[part], whole))) return true;
    }
    return false;
  }

  const FigureCheck& check_;
  const AmountRow& row_;
};

}  // namespace

void check_rates(const FigureCheck& check) { Rates(check).run(); }

}  // namespace hegui
