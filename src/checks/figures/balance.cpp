// Counts of which one follows from the others, by what they are called:
//
//   应考316人，实考309人，缺考7人                         those that came, and those that did not
//   上年结转46件，新收1283件，办结1271件，结转下年58件    what came in went out, or is left
//
// Of a list of four names, the first two are together the last two; of all others, the first is the
// sum of the rest. They stand one behind the other in a sentence. A count of the same unit that no
// name of the list fits may belong to them, too, so that nothing is said.

#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/figures/figure_check.h"
#include "text/characters.h"

namespace hegui {
namespace {

constexpr std::size_t two_sides = 4;    // Names of a list with two numbers on either side.
constexpr std::size_t most_apart = 12;  // Amounts from the first to the last.
constexpr double most_off = 0.3;        // Of the whole, to be a slip.

using Places = std::vector<std::size_t>;

/// No list has fewer.
bool has_three_numbers(std::string_view text) {
  constexpr int least = 3;
  int numbers = 0;
  bool is_inside = false;
  for (const char c : text) {
    if (is_digit(c) && !is_inside && ++numbers == least) return true;
    is_inside = is_digit(c);
  }
  return false;
}

/// The last name is the one that is seldom said of anything else.
bool may_name_all(const Terms& names, std::string_view sentence) {
  return names.list().back()->find(sentence, 0).has_value();
}

class Balances {
 public:
  explicit Balances(const FigureCheck& check) : check_(check), row_(check.row) {}

  void run(std::string_view sentence) const {
    const NamedTerms* lists = check_.arguments.named("balance");
    if (!lists || !has_three_numbers(sentence)) return;
    for (const auto& [name, terms] : *lists)
      if (may_name_all(terms, sentence))
        for (std::size_t i = check_.own; i < row_.size(); ++i)
          if (const auto places = places_from(i, terms.meant())) judge(*places);
  }

 private:
  /// Where the names of a list stand, in its order; they are the first from there on.
  std::optional<Places> places_from(std::size_t first,
                                    const std::vector<const Term*>& names) const {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    Places places(names.size(), none);
    std::size_t found = 0;
    for (std::size_t i = first; i < row_.size() && i < first + most_apart; ++i) {
      if (!have_same_unit(row_[i], row_[first])) continue;
      // 结转23件，新收214件，共237件
      if (i > first && check_.has("total", row_.gap(i))) continue;
      // 受理237件（含结转23件）: not beside each other.
      if (row_.depth(i) != row_.depth(first)) return std::nullopt;
      std::size_t at = 0;
      while (at < names.size() && (places[at] != none || !names[at]->find(row_.label(i), 0))) ++at;
      if (at == names.size() || !row_[i].number.exact || row_[i].is_percent()) return std::nullopt;
      places[at] = i;
      if (++found == names.size()) return places;
    }
    return std::nullopt;
  }

  void judge(const Places& places) const {
    const auto middle = places.begin() + (places.size() == two_sides ? 2 : 1);
    const Places left(places.begin(), middle), right(middle, places.end());
    const double all = row_.sum(left), off = std::abs(all - row_.sum(right));
    if (off <= row_.tolerance(right, left.front()) || off > most_off * all || is_more_told(places))
      return;
    const std::size_t at = left.size() > 1 ? right.back() : left.front();
    check_.report(at,
                  say("{} 与 {} 应当相等，差 {}", "{} and {} should be equal; they differ by {}",
                      row_.addition(left, at), row_.addition(right, at), row_.as_written(off, at)));
  }

  /// 应考316人，实考305人，缺考7人，缓考4人: what is missing may stand behind them.
  bool is_more_told(const Places& places) const {
    const std::size_t next = *std::ranges::max_element(places) + 1;
    return next < row_.size() && have_same_unit(row_[next], row_[places.front()]);
  }

  const FigureCheck& check_;
  const AmountRow& row_;
};

}  // namespace

void check_balances(const FigureCheck& check, std::string_view sentence) {
  Balances(check).run(sentence);
}

bool may_balance(std::string_view sentence, const Arguments& arguments) {
  const NamedTerms* lists = has_three_numbers(sentence) ? arguments.named("balance") : nullptr;
  return lists && std::ranges::any_of(*lists, [&](const auto& list) {
           return may_name_all(list.second, sentence);
         });
}

}  // namespace hegui
