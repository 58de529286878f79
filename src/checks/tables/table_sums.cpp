// Totals and balances of a table.
//
// Which lines a total is of, no table says: 小计 and 合计 stand among the rows, （一） is the sum
// of the 1. 2. 3. below it, 其中 says again what was counted already. So there are readings,
//
//   all lines | those of the outermost numbers | those without lines of their own below them
//   before the total, back to the one before it | behind it | the other totals
//
// and the one that holds for most of the figures is taken; a total for which none holds is of
// something else, unless only one reading is possible.

#include "checks/tables/table_sums.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <optional>
#include <utility>

#include "document/numbering.h"

namespace hegui {
namespace {

using Place = DataTable::Place;

constexpr std::size_t most_totals = 64;  // Of one table; each looks at all its figures.

constexpr double rounding = 1e-6;  // Of sums of decimal fractions.

bool is_rate(const std::string& unit) { return unit == "%" || unit == "‰"; }

/// The sum of figures of one unit; nothing if one of them is something else.
struct Sum {
  double value = 0;
  double tolerance = 0;  // Of rounded figures.
  std::size_t figures = 0;
  bool is_zero = true;
};

class Adder {
 public:
  explicit Adder(const DataTable& table) : table_(table) {}

  std::optional<Sum> add(const std::vector<Place>& places) {
    Sum sum;
    const Cell* last = nullptr;
    for (const Place place : places) {
      const CellValue& value = table_.at(place).value;
      const Cell* cell = table_.at(place).cell;
      if (cell && cell == last) return std::nullopt;  // One figure for several lines.
      last = cell;
      if (value.kind == CellValue::Kind::words || is_rate(value.unit)) return std::nullopt;
      if (value.kind != CellValue::Kind::number) continue;
      if (!value.unit.empty() && !unit_.empty() && unit_ != value.unit) return std::nullopt;
      if (!value.unit.empty()) unit_ = value.unit;
      sum.value += value.number;
      if (value.decimals > 0) sum.tolerance += 0.5 * std::pow(10, -value.decimals);
      ++sum.figures;
      sum.is_zero = sum.is_zero && value.number == 0;
    }
    return sum;
  }

 private:
  const DataTable& table_;
  std::string unit_;
};

enum class Verdict : std::uint8_t { not_judged, holds, broken };

struct Judged {
  Verdict verdict = Verdict::not_judged;
  bool is_zero = true;
  Equation equation = {};
};

Judged judge(const DataTable& table, Equation equation) {
  Adder adder(table);
  const auto left = adder.add(equation.left), right = adder.add(equation.right);
  if (!left || !right || left->figures == 0 || right->figures == 0) return {};
  equation.difference = left->value - right->value;
  const bool holds = std::abs(equation.difference) <= left->tolerance + right->tolerance + rounding;
  return {holds ? Verdict::holds : Verdict::broken, left->is_zero && right->is_zero,
          std::move(equation)};
}

std::vector<Place> places_of(Axis axis, const TableLines& lines, const TableLine& other) {
  std::vector<Place> places;
  for (const TableLine& line : lines) places.push_back(place_of(axis, line, other));
  return places;
}

/// 男 40, 女 60, 党员 30, 群众 70: consecutive lines make the total more than once.
bool is_cross_cut(const DataTable& table, const Equation& equation) {
  const double total = table.at(equation.right.front()).value.number;
  double sum = 0;
  std::size_t groups = 0;
  for (const Place place : equation.left) {
    sum += table.at(place).value.number;
    if (std::abs(sum - total) > rounding) continue;
    ++groups;
    sum = 0;
  }
  return total > 0 && groups > 1 && std::abs(sum) <= rounding;
}

/// How far in a line's number is: 一、 less than （一）; without a number farther than all.
int rank_of(const TableLine& line) {
  if (line.heads->empty()) return INT_MAX;
  const auto number = read_number(*line.language, line.heads->back(), 0);
  return number ? static_cast<int>(number->form) * 10 + number->parts : INT_MAX;
}

/// Whether `next`, the line below, says what `line` is made of: 1. below （三）, unless it stands
/// under a head of its own.
bool is_made_of(const TableLine& line, const TableLine& next) {
  if (rank_of(next) <= rank_of(line)) return false;
  const DataTable::Heads &heads = *line.heads, &inner = *next.heads;
  return inner.size() <= heads.size() || inner[heads.size() - 1] == heads.back();
}

/// The ways in which lines may make a total.
std::vector<TableLines> readings_of(const TableLines& lines) {
  std::vector<TableLines> readings{lines};
  std::vector<int> ranks;
  for (const TableLine& line : lines) ranks.push_back(rank_of(line));
  if (ranks.empty()) return {};
  const int outermost = *std::ranges::min_element(ranks);
  if (outermost == *std::ranges::max_element(ranks)) return readings;
  TableLines outer, leaves;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (ranks[i] == outermost) outer.push_back(lines[i]);
    if (i + 1 == lines.size() || !is_made_of(lines[i], lines[i + 1])) leaves.push_back(lines[i]);
  }
  readings.push_back(std::move(outer));
  readings.push_back(std::move(leaves));
  return readings;
}

bool begins_with(const DataTable::Heads& heads, const DataTable::Heads& start, std::size_t count) {
  return heads.size() >= count &&
         std::equal(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(count),
                    heads.begin());
}

class TotalFinder {
 public:
  TotalFinder(const DataTable& table, const TotalRule& rule, Axis axis)
      : table_(table), rule_(rule), axis_(axis) {
    const auto is_apart = [&](const TableLine& line) {
      return rule.apart && names_line(*rule.apart, line);
    };
    lines_ = lines_of(table, axis);
    others_ = lines_of(table, across(axis));
    std::erase_if(lines_, is_apart);
    std::erase_if(others_, is_apart);
  }

  void find(std::vector<Equation>& broken) {
    if (rule_.parts) {
      const auto named = lines_named(lines_, *rule_.parts);
      if (!named) return;
      parts_ = *named;
    }
    for (const TableLine& total : lines_)
      if (names_innermost(rule_.total, total)) totals_.push_back(total);
    if (totals_.size() > most_totals) return;
    for (const TableLine& total : totals_) judge_total(total, broken);
  }

 private:
  static bool has(const TableLines& lines, const TableLine& line) {
    return std::ranges::find(lines, line.index, &TableLine::index) != lines.end();
  }

  bool is_partial(const TableLine& line) const {
    return rule_.partial && names_innermost(*rule_.partial, line);
  }

  /// Lines under the same outer heads as the total, which are no totals themselves.
  TableLines candidates(const TableLine& total) const {
    const std::size_t outer = total.heads->size() - 1;
    TableLines lines;
    for (const TableLine& line : rule_.parts ? parts_ : lines_)
      if (begins_with(*line.heads, *total.heads, outer) && !has(totals_, line))
        lines.push_back(line);
    return lines;
  }

  /// Totals under the same outer heads.
  TableLines totals_beside(const TableLine& total) const {
    TableLines beside;
    for (const TableLine& line : totals_)
      if (line.index != total.index && line.heads->size() == total.heads->size() &&
          begins_with(*line.heads, *total.heads, total.heads->size() - 1))
        beside.push_back(line);
    return beside;
  }

  /// Those between two lines, both of which are none of them.
  static TableLines between(const TableLines& lines, std::int64_t first, std::int64_t last) {
    TableLines found;
    for (const TableLine& line : lines)
      if (line.index > first && line.index < last) found.push_back(line);
    return found;
  }

  /// Sets of lines that the total may be of, the likeliest first.
  std::vector<TableLines> sets(const TableLine& total) {
    TableLines lines = candidates(total);
    is_doubtful_ = false;
    const auto partial =
        std::ranges::find_if(lines, [&](const TableLine& l) { return is_partial(l); });
    if (partial != lines.end()) {
      // 其中 may say more with the lines behind it, too.
      const TableLines before(lines.begin(), partial);
      is_doubtful_ =
          !std::all_of(partial, lines.end(), [&](const TableLine& l) { return is_partial(l); });
      std::erase_if(lines, [&](const TableLine& l) { return is_partial(l); });
      if (is_doubtful_) return {lines, before};
    }
    const TableLines beside = totals_beside(total);
    if (rule_.parts || beside.empty()) return {lines};
    std::int64_t before = -1, behind = INT64_MAX;
    for (const TableLine& other : beside) {
      if (other.index < total.index) before = std::max<std::int64_t>(before, other.index);
      if (other.index > total.index) behind = std::min<std::int64_t>(behind, other.index);
    }
    return {between(lines, before, total.index), between(lines, total.index, behind), lines,
            beside};
  }

  void judge_total(const TableLine& total, std::vector<Equation>& broken) {
    if (total.heads->empty()) return;
    std::vector<TableLines> readings;
    for (const TableLines& set : sets(total))
      for (TableLines& reading : readings_of(set))
        if (reading.size() > 1 || rule_.parts) readings.push_back(std::move(reading));
    std::size_t most = 0, fewest = SIZE_MAX;
    std::vector<Equation> best;
    for (const TableLines& reading : readings) {
      std::size_t holding = 0;
      std::vector<Equation> failing;
      for (const TableLine& other : others_) {
        Equation equation{places_of(axis_, reading, other), {place_of(axis_, total, other)}, true};
        Judged judged = judge(table_, std::move(equation));
        if (judged.verdict == Verdict::broken && !rule_.parts &&
            is_cross_cut(table_, judged.equation))
          judged.verdict = Verdict::holds;
        if (judged.verdict == Verdict::holds && !judged.is_zero) ++holding;
        if (judged.verdict == Verdict::broken) failing.push_back(std::move(judged.equation));
      }
      if (fewest != SIZE_MAX && (holding < most || (holding == most && failing.size() >= fewest)))
        continue;
      most = holding;
      fewest = failing.size();
      best = std::move(failing);
    }
    // Where the table does not show of what it is the total, nothing is wrong.
    const bool is_sure =
        rule_.parts || (readings.size() == 1 && !is_doubtful_ && fewest <= 2) || fewest <= most;
    if (is_sure) std::ranges::move(best, std::back_inserter(broken));
  }

  const DataTable& table_;
  const TotalRule& rule_;
  Axis axis_;
  TableLines lines_;
  TableLines others_;
  TableLines totals_;
  TableLines parts_;  // Where the rule names them.
  bool is_doubtful_ = false;
};

}  // namespace

std::vector<Equation> broken_totals(const DataTable& table, const TotalRule& rule) {
  std::vector<Equation> broken;
  for (const Axis axis : {Axis::columns, Axis::rows}) TotalFinder(table, rule, axis).find(broken);
  return broken;
}

std::vector<Equation> broken_balances(const DataTable& table, const BalanceRule& rule) {
  std::vector<Equation> broken;
  for (const Axis axis : {Axis::rows, Axis::columns}) {
    const TableLines lines = lines_of(table, axis);
    const auto left = lines_named(lines, rule.left), right = lines_named(lines, rule.right);
    if (!left || !right) continue;
    for (const TableLine& other : lines_of(table, across(axis))) {
      if (rule.apart && names_line(*rule.apart, other)) continue;
      Judged judged = judge(table, {places_of(axis, *left, other), places_of(axis, *right, other)});
      if (judged.verdict == Verdict::broken) broken.push_back(std::move(judged.equation));
    }
  }
  return broken;
}

}  // namespace hegui
