// Where something stood before and stands now, and by how much it changed:
//
//   由18.0亿元增至24.3亿元，增长35%        the ends, and the change in percent,
//   由34.2%提高到36.9%，提高2.7个百分点    in points, or in what is counted
//   961人，比2020年的874人增加87人
//   120件，比上年增加20件，增长20%         the end and the change
//   336件，同比下降22.4%，去年同期为412件    the end, the change, and where it stood
//   压缩60%，由15个工作日缩短到6个工作日    the change, and then the ends
//
// A rise from last year is no rise from where something stood years ago, so that words in between
// (同比增长, 年均增长, 新增企业) speak of something else.

#include <algorithm>
#include <cmath>

#include "checks/figures/figure_check.h"
#include "checks/figures/quotient.h"

namespace hegui {
namespace {

Bounds difference(const Amount& from, const Amount& to) {
  const Bounds a = bounds_of(from), b = bounds_of(to);
  return from.number.value < to.number.value ? Bounds{b.least - a.most, b.most - a.least}
                                             : Bounds{a.least - b.most, a.most - b.least};
}

Bounds in_percent(Bounds change, const Amount& base) {
  const Bounds of = bounds_of(base);
  return {100 * change.least / of.most, 100 * change.most / of.least};
}

class Changes {
 public:
  explicit Changes(const FigureCheck& check) : check_(check), row_(check.row) {}

  void run() const {
    for (std::size_t i = check_.own; i + 2 < row_.size(); ++i) {
      if (!are_exact(i)) continue;
      if (row_[i + 1].is_percent() && have_same_unit(row_[i], row_[i + 2]) &&
          check_.has("yearly", row_.gap(i + 1)) && check_.has("was", row_.gap(i + 2)) &&
          may_be_last_year(row_.gap(i + 2)))
        judge_ends(i + 2, i, i + 1);
      if (row_[i].is_percent() && have_same_unit(row_[i + 1], row_[i + 2])) judge_ends_behind(i);
      if (!have_same_unit(row_[i], row_[i + 1]) || !says_by(i + 2)) continue;
      const std::string_view gap = row_.gap(i + 1);
      if (check_.has("to", gap))
        judge_ends(i, i + 1, i + 2);
      else if (check_.has("from", gap))
        judge_ends(i + 1, i, i + 2);
      else if (row_[i + 2].is_percent() && !row_[i].is_percent())
        judge_end(i, gap);
    }
  }

 private:
  bool are_exact(std::size_t i) const {
    for (std::size_t at = i; at < i + 3; ++at)
      if (!row_[at].number.exact || row_[at].number.value <= 0) return false;
    return true;
  }

  /// 增长35%; or 同比增长35%, where it stood is of last year.
  bool says_by(std::size_t by) const {
    const std::string_view gap = row_.gap(by);
    return check_.has("by", gap) ||
           (check_.has("yearly", gap) && may_be_last_year(row_.gap(by - 1)) &&
            (check_.has("last-year", row_.gap(by - 1)) ||
             check_.has("last-year", row_.label(by - 2))));
  }

  /// 同比增长5.2%（2020年为40万元）: a year that is named must be the last.
  bool may_be_last_year(std::string_view text) const {
    return text.find("20") == text.npos ||
           (!check_.last_year.empty() && text.find(check_.last_year) != text.npos);
  }

  /// 压缩60%，由15个工作日缩短到6个工作日
  void judge_ends_behind(std::size_t by) const {
    if (check_.has("changed", row_.label(by)) && check_.has("begins", row_.gap(by + 1)) &&
        check_.has("to", row_.gap(by + 2)))
      judge_ends(by + 1, by + 2, by);
  }

  /// Of what is counted, the difference is exact.
  bool says_difference(const Amount& from, const Amount& to, const Amount& by) const {
    if (!from.is_count() || !to.is_count() || !by.is_count() || from.number.step > 1 ||
        to.number.step > 1)
      return says(by.number, difference(from, to));
    return by.number.value == std::abs(to.number.value - from.number.value);
  }

  void judge_ends(std::size_t at, std::size_t end, std::size_t by) const {
    const Amount &from = row_[at], &to = row_[end];
    const NumberValue& number = row_[by].number;
    if (is_wrong_way(at, end, by)) {
      report_way(at, end, by);
      return;
    }
    const Bounds change = difference(from, to);
    const bool is_share = row_[by].is_percent();
    const bool is_difference = have_same_unit(from, row_[by]) ||
                               (from.is_percent() && check_.has("points", row_[by].unit));
    if (is_difference && says_difference(from, to, row_[by])) return;
    if (is_share && says(number, in_percent(change, from))) return;
    // 压减材料18份，较原来的60份减少30%: the first is the change itself.
    if (is_share && says(number, share_of(to, from))) return;
    const double off = std::abs(to.number.value - from.number.value);
    if (is_share)
      report(by, number_text(100 * off / from.number.value) + "%");
    else if (is_difference)
      report(by, number_text(off));
  }

  /// 1927件，同比增长6.0%（2024年为2050件）: it fell. Of a rank, 由第5位上升到第3位, who can tell.
  bool is_wrong_way(std::size_t at, std::size_t end, std::size_t by) const {
    const double from = row_[at].number.value, to = row_[end].number.value;
    const std::string_view words = row_.gap(by);
    return from != to && check_.has("signed", row_[by].is_percent() ? "%" : row_[by].unit) &&
           check_.has(from < to ? "falls" : "rises", words) &&
           !check_.has(from < to ? "rises" : "falls", words);
  }

  void report_way(std::size_t at, std::size_t end, std::size_t by) const {
    const std::string_view from = written(check_.document, row_[at]),
                           to = written(check_.document, row_[end]);
    check_.report(
        by,
        row_[at].number.value < row_[end].number.value
            ? say("从“{}”到“{}”是增加，不是减少", "from “{}” to “{}” is more, not less", from, to)
            : say("从“{}”到“{}”是减少，不是增加", "from “{}” to “{}” is less, not more", from, to));
  }

  /// At `at` now, after a change by the next, which is the one behind in percent.
  void judge_end(std::size_t at, std::string_view gap) const {
    const Amount &now = row_[at], &change = row_[at + 1], &by = row_[at + 2];
    const bool is_more = check_.has("more", gap);
    if (!is_more && !check_.has("less", gap)) return;
    Amount base = now;
    base.number.value += is_more ? -change.number.value : change.number.value;
    base.number.step = std::max(now.number.step, change.number.step);
    if (base.number.value <= 0) return;
    if (says(by.number, share_of(change, base)) || says(by.number, share_of(change, now))) return;
    report(at + 2, number_text(100 * change.number.value / base.number.value) + "%");
  }

  void report(std::size_t at, const std::string& right) const {
    check_.report(at, say("按前面的数算是 {}，不是 {}", "by the numbers before, it is {}, not {}",
                          right, written(check_.document, row_[at])));
  }

  const FigureCheck& check_;
  const AmountRow& row_;
};

}  // namespace

void check_changes(const FigureCheck& check) { Changes(check).run(); }

}  // namespace hegui
