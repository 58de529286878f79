// What is said to be a share of a whole:
//
//   办理案件2864件。其中被纠错12件，占办理案件总数的0.42%     the counts of both stand there
//   事前处罚占全部立案的82.6%，事后处罚占17.4%              shares of one whole
//   持证126人，占总数152人的82.9%
//   三次产业占比分别为6.2%、41.5%和52.3%
//
// The whole is what the words behind 占 call it, and more than all else of its unit; or what stands
// right before 其中. Shares that overlap may be more than all there is: only those are added up
// that are called alike, and reported if they are hardly more.

#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/figures/figure_check.h"
#include "checks/figures/quotient.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

// Percent that shares of one whole may be too much by a slip; and where they cannot overlap.
constexpr double most_over = 5, most_divided_over = 30;
constexpr std::size_t most_before = 40;    // Amounts before a share, that may be its whole.
constexpr std::size_t least_composed = 3;  // Shares in a row; two may overlap.

std::string_view last_character(std::string_view text) {
  return text.empty() ? text : text.substr(previous_code_point(text, text.size()));
}

/// Whether all characters of the name stand somewhere in the words: 办理案件 of 办理行政处罚案件.
bool may_be_called(std::string_view name, std::string_view words) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    next_code_point(name, at);
    if (words.find(name.substr(begin, at - begin)) == words.npos) return false;
  }
  return true;
}

class Shares {
 public:
  explicit Shares(const FigureCheck& check) : check_(check), row_(check.row) {}

  void run() const {
    for (std::size_t i = check_.own; i < row_.size(); ++i) {
      if (!row_[i].is_percent() || !row_[i].number.exact) continue;
      if (check_.has("composed", row_.label(i))) {
        add_up_list(i);
      } else if (i >= check_.own + 2 && share_before(i - 1) && check_.has("of", row_.gap(i))) {
        compare(i - 2, i - 1, i);
      } else if (const auto share = share_before(i)) {
        judge(i, *share);
        add_up(i, *share);
      } else {
        add_up_opposites(i);
      }
    }
  }

 private:
  /// 事后处罚占全部立案的
  struct Share {
    std::string_view part = {};   ///< 事后处罚; empty where it stands before the mark.
    std::string_view whole = {};  ///< 立案; empty where it is not said.
  };

  std::optional<Share> share_before(std::size_t at) const {
    const Terms* words = check_.arguments.terms("shares");
    const std::string_view label = row_.label(at);
    const auto hit = words ? words->find(label) : std::nullopt;
    if (!hit) return std::nullopt;
    const std::vector<Span> groups = words->groups(label, *hit);
    Share share{.part = label.substr(0, hit->begin)};
    if (!groups.empty()) share.whole = label.substr(groups.front().begin, groups.front().size());
    return share;
  }

  bool is_measure(std::size_t i) const {
    return row_[i].number.exact && row_[i].number.value > 0 && !row_[i].unit.empty() &&
           !row_[i].is_percent();
  }

  static std::size_t first_before(std::size_t at) { return at - std::min(at, most_before); }

  /// The rate at `at` is of the amount before it.
  void judge(std::size_t at, const Share& share) const {
    if (at == check_.own || !is_measure(at - 1) || !share.part.empty()) return;
    const std::size_t part = at - 1;
    const auto whole = find_whole(part, share.whole);
    if (!whole) return;
    for (std::size_t i = first_before(part); i < part; ++i)
      if (is_measure(i) && says(row_[at].number, share_of(row_[part], row_[i]))) return;
    compare(part, *whole, at);
  }

  void compare(std::size_t part, std::size_t whole, std::size_t at) const {
    if (!is_measure(part) || !is_measure(whole) || !have_same_unit(row_[part], row_[whole])) return;
    if (says(row_[at].number, share_of(row_[part], row_[whole]))) return;
    const double of_part = row_[part].number.value, of_whole = row_[whole].number.value;
    check_.report(at,
                  say("{} ÷ {} = {}%，不是 {}", "{} of {} is {} %, not {}",
                      row_.as_written(of_part, part), row_.as_written(of_whole, whole),
                      number_text(100 * of_part / of_whole), written(check_.document, row_[at])));
  }

  std::optional<std::size_t> find_whole(std::size_t part, std::string_view name) const {
    std::optional<std::size_t> most;
    for (std::size_t i = first_before(part); i < part; ++i)
      if (is_measure(i) && have_same_unit(row_[i], row_[part]))
        if (!most || row_[i].number.value >= row_[*most].number.value) most = i;
    if (!most || row_[*most].number.value < row_[part].number.value) return std::nullopt;
    if (name.empty())
      return *most + 1 == part && (check_.has("among", row_.gap(part)) || is_of_before(part))
                 ? most
                 : std::nullopt;
    const bool is_it =
        may_be_called(name, row_.label(*most)) || may_be_called(name, row_.noun(*most));
    return is_it ? most : std::nullopt;
  }

  /// 执法人员48名，持证36名，占比75%: the part stands right behind a comma.
  bool is_of_before(std::size_t part) const {
    constexpr std::size_t longest = 8 * 3;
    const std::string_view gap = row_.gap(part), comma = data_of(check_.document.language).comma;
    return part > check_.own && gap.starts_with(comma) && row_.label(part).size() <= longest &&
           row_.label(part).size() + comma.size() == gap.size();
  }

  /// The shares in a row from the one at `first` on, and what is known of what they are of.
  struct Row {
    std::vector<std::size_t> at = {};
    std::vector<std::string_view> names = {};
    bool is_alike = true;   ///< They are called alike: 事前处罚, 事后处罚.
    bool is_banded = true;  ///< 35岁以下, 36岁至50岁, 50岁以上
  };

  /// 事前处罚占82.6%，事后处罚占20.4%: from the share at `first` on.
  void add_up(std::size_t first, const Share& share) const {
    if (first > check_.own && row_[first - 1].is_percent()) return;
    if (share.part.empty() && !is_band(first)) return;
    Row row{{first}, {share.part}, true, is_band(first)};
    for (std::size_t i = next_share(first); i < row_.size() && row_[i].is_percent();
         i = next_share(i)) {
      const auto next = share_before(i);
      if (!next || !row_[i].number.exact || check_.has("among", row_.gap(i)) ||
          (!next->whole.empty() && next->whole != share.whole))
        return;
      row.is_alike = row.is_alike && last_character(next->part) == last_character(share.part);
      row.is_banded = row.is_banded && is_band(i);
      row.at.push_back(i);
      row.names.push_back(next->part);
    }
    if (row.at.size() > 1) judge_row(row);
  }

  /// Behind amounts that are said of it.
  std::size_t next_share(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < row_.size() && !row_[next].is_percent() && row_.leads_on(next)) ++next;
    return next;
  }

  bool is_band(std::size_t at) const {
    return at > check_.own && !row_[at - 1].is_percent() && row_.leads_on(at - 1);
  }

  void judge_row(const Row& row) const {
    if (row.is_banded || are_whole(row.names)) return judge_all(row.at, most_divided_over, true);
    if (!row.is_alike && row.at.size() < least_composed) return;
    if (std::ranges::any_of(row.names,
                            [&](std::string_view name) { return check_.has("overlap", name); }))
      return;
    judge_all(row.at, is_digit_off(row.at) ? most_divided_over : most_over, false);
  }

  /// 线上, 线下: a list of `whole` names just these.
  bool are_whole(const std::vector<std::string_view>& names) const {
    const NamedTerms* lists = check_.arguments.named("whole");
    return lists && std::ranges::any_of(*lists, [&](const auto& list) {
             const std::vector<const Term*> terms = list.second.meant();
             return terms.size() == names.size() && std::ranges::all_of(terms, [&](const Term* t) {
                      return std::ranges::any_of(names, [&](std::string_view name) {
                        return t->find(name, 0).has_value();
                      });
                    });
           });
  }

  /// Whether they differ from all there is by one digit, in decimals that would add up otherwise.
  bool is_digit_off(const std::vector<std::size_t>& parts) const {
    const double step = row_[parts.front()].number.step;
    if (step >= 1) return false;
    const double off = std::round(std::abs(row_.sum(parts) - 100) / step);
    return off > 0 && std::fmod(off, 10) == 0;
  }

  /// 满意率96.2%，不满意率5.8%
  void add_up_opposites(std::size_t at) const {
    const std::size_t next = at + 1;
    const Terms* nots = check_.arguments.terms("without");
    if (next >= row_.size() || !row_[next].is_percent() || !row_[next].number.exact || !nots)
      return;
    const std::string_view name = row_.label(at), opposite = row_.label(next);
    const auto hit = nots->find(opposite);
    const Terms* rates = check_.arguments.terms("any");
    const auto rate = hit && rates ? rates->find(opposite, hit->end) : std::nullopt;
    if (!rate || rate->begin < hit->end + 2 * 3) return;
    const std::size_t same = name.find(opposite.substr(hit->end, rate->end - hit->end));
    if (same == name.npos || nots->matches(last_bytes(name.substr(0, same), 6))) return;
    judge_all({at, next}, most_divided_over, false);
  }

  /// 占比分别为6.2%、41.5%和52.3%
  void add_up_list(std::size_t first) const {
    std::vector<std::size_t> parts{first};
    for (std::size_t i = first + 1; i < row_.size() && row_[i].is_percent(); ++i) {
      if (!row_[i].number.exact || trimmed(row_.gap(i)).size() > most_between) break;
      parts.push_back(i);
    }
    const bool is_divided = check_.has("divided", row_.label(first));
    if (parts.size() >= least_composed)
      judge_all(parts, is_divided ? most_divided_over : most_over, false);
  }

  /// Reports shares that are more than all there is, by no more than `most`; if they must be all,
  /// those that are less by a slip, too.
  void judge_all(const std::vector<std::size_t>& parts, double most, bool are_all) const {
    const double sum = row_.sum(parts);
    double slack = 0, before = 0;
    // 联合检查占28.4%，单独检查占71.6%，信用监管占12%: the first are all there is.
    for (const std::size_t part : parts) {
      before += row_[part].number.value;
      if (part != parts.back() && std::abs(before - 100) <= row_[part].number.step / 2) return;
    }
    for (const std::size_t part : parts) slack += row_[part].number.step / 2;
    const bool is_over = sum > 100 + 1.001 * slack && sum <= 100 + most;
    const bool is_under = are_all && sum < 100 && sum >= 100 - most && is_digit_off(parts);
    if (is_over)
      check_.report(parts.back(), say("{} = {}%，超过了 100%", "{} is {} %, more than all",
                                      row_.addition(parts, parts.back()), number_text(sum)));
    if (is_under)
      check_.report(parts.back(), say("{} = {}%，不到 100%", "{} is {} %, less than all",
                                      row_.addition(parts, parts.back()), number_text(sum)));
  }

  static constexpr std::size_t most_between = 3;  // Bytes: 、

  const FigureCheck& check_;
  const AmountRow& row_;
};

}  // namespace

void check_shares(const FigureCheck& check) { Shares(check).run(); }

}  // namespace hegui
