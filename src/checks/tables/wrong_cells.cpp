#include "checks/tables/wrong_cells.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hegui {
namespace {

using Place = DataTable::Place;

/// What a cell must hold for an equation to hold.
using Mend = std::pair<Place, double>;

std::vector<Mend> mends_of(const DataTable& table, const Equation& equation) {
  constexpr double steps = 1e6;  // Figures are compared to so many parts of one.
  std::vector<Mend> mends;
  const auto add = [&](Place place, double change) {
    const double stated = table.at(place).value.number;
    const double mended = std::round((stated + change) * steps) / steps;
    // Who counts something counts no less than nothing.
    if (mended >= 0 || stated < 0) mends.emplace_back(place, mended);
  };
  for (const Place place : equation.left) add(place, -equation.difference);
  for (const Place place : equation.right) add(place, equation.difference);
  return mends;
}

/// Takes the cells out that mend several of the equations, which are not many: each is compared
/// with each.
void take_mended(const DataTable& table, std::vector<Equation>& broken,
                 std::vector<WrongCell>& wrong) {
  constexpr std::size_t most_compared = 64;
  while (broken.size() > 1 && broken.size() <= most_compared) {
    std::map<Mend, std::size_t> mends;  // How many equations each would mend.
    for (const Equation& equation : broken)
      for (const Mend& mend : mends_of(table, equation)) ++mends[mend];
    const auto best =
        std::ranges::max_element(mends, {}, [](const auto& entry) { return entry.second; });
    if (best == mends.end() || best->second < 2) return;
    const Mend mend = best->first;
    WrongCell cell{.place = mend.first, .expected = mend.second};
    std::erase_if(broken, [&](Equation& equation) {
      const std::vector<Mend> others = mends_of(table, equation);
      if (std::ranges::find(others, mend) == others.end()) return false;
      cell.equations.push_back(std::move(equation));
      return true;
    });
    wrong.push_back(std::move(cell));
  }
}

/// The only cell of an equation that holds nothing, if something belongs there.
std::optional<Mend> blank_of(const DataTable& table, const Equation& equation) {
  std::optional<Mend> found;
  for (const Mend& mend : mends_of(table, equation)) {
    const DataTable::Entry& entry = table.at(mend.first);
    if (!entry.cell || entry.value.kind != CellValue::Kind::blank) continue;
    if (found || mend.second == 0) return std::nullopt;
    found = mend;
  }
  return found;
}

/// 第一项加第二项 is not 第三项加第四项, in this column and in that.
bool is_of_same_lines(const Equation& a, const Equation& b) {
  const auto same = [&](auto index) {
    return std::ranges::equal(a.left, b.left, {}, index, index) &&
           std::ranges::equal(a.right, b.right, {}, index, index);
  };
  return !a.is_total && !b.is_total && (same(&Place::row) || same(&Place::column));
}

}  // namespace

std::vector<WrongCell> wrong_cells(const DataTable& table, std::vector<Equation> broken) {
  std::vector<WrongCell> wrong;
  take_mended(table, broken, wrong);
  const std::size_t mended = wrong.size();
  for (Equation& equation : broken) {
    const Place last = equation.right.back();
    if (const auto blank = blank_of(table, equation)) {
      wrong.push_back({blank->first, blank->second, {std::move(equation)}});
    } else if (equation.is_total) {
      const double expected = table.at(last).value.number + equation.difference;
      wrong.push_back({last, expected, {std::move(equation)}});
    } else {
      const auto same = std::find_if(wrong.begin() + static_cast<std::ptrdiff_t>(mended),
                                     wrong.end(), [&](const WrongCell& cell) {
                                       return !cell.expected &&
                                              is_of_same_lines(cell.equations.front(), equation);
                                     });
      if (same == wrong.end())
        wrong.push_back({last, std::nullopt, {std::move(equation)}});
      else
        same->equations.push_back(std::move(equation));
    }
  }
  std::ranges::sort(wrong, {}, &WrongCell::place);
  return wrong;
}

}  // namespace hegui
