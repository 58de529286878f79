#include "formats/pages/page_margins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// A row that may be one, and where it stands.
struct Outermost {
  std::size_t area = 0, row = 0;
  bool is_head = false;
  double gap = 0;  ///< To the text, in its own height.
};

/// Pages differ in their numbers, in figures or in words.
std::string without_numbers(const PageRow& row) {
  std::string out;
  for (const PageWord& word : row.words)
    for (std::size_t at = 0; at < word.text.size();) {
      const std::size_t begin = at;
      if (!is_of_figure(next_code_point(word.text, at)))
        out.append(word.text, begin, at - begin);
      else if (!out.ends_with('#'))
        out += '#';
    }
  return out;
}

/// So many lines at either end of a page may be no text: two, or three.
constexpr std::size_t most_lines = 3;

std::vector<Outermost> outermost_of(const std::vector<PageArea>& areas) {
  std::vector<Outermost> all;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    const std::vector<PageRow>& rows = areas[area].rows;
    const bool column = areas[area].is_column;
    const bool first = column || area == 0 || areas[area - 1].page != areas[area].page;
    const bool last =
        column || area + 1 == areas.size() || areas[area + 1].page != areas[area].page;
    const auto gap = [&](std::size_t above) {
      if (above + 1 >= rows.size()) return 2.0;
      return (rows[above + 1].top - rows[above].bottom) / rows[above].height();
    };
    for (std::size_t i = 0; i < std::min(rows.size(), most_lines); ++i) {
      if (first) all.push_back({area, i, true, gap(i)});
      if (last)
        all.push_back({area, rows.size() - 1 - i, false,
                       i == rows.size() - 1 ? 2.0 : gap(rows.size() - 2 - i)});
    }
  }
  return all;
}

}  // namespace

PageMargins take_margins(std::vector<PageArea>& areas) {
  // By what they say: those that stand at one height on several pages.
  std::map<std::pair<bool, std::string>, std::vector<Outermost>> alike;
  for (const Outermost& place : outermost_of(areas))
    alike[{place.is_head, without_numbers(areas[place.area].rows[place.row])}].push_back(place);
  const auto page_count =
      areas.empty() ? 0 : static_cast<std::size_t>(areas.back().page - areas.front().page) + 1;
  enum class Taken : std::uint8_t { no, head, foot };
  std::vector<std::vector<Taken>> taken;
  for (const PageArea& area : areas) taken.emplace_back(area.rows.size());
  for (const auto& [words, places] : alike) {
    const auto row_of = [&](const Outermost& place) -> const PageRow& {
      return areas[place.area].rows[place.row];
    };
    std::vector<double> heights;
    for (const Outermost& place : places) heights.push_back(row_of(place).middle());
    std::ranges::sort(heights);
    const double usual = heights[heights.size() / 2];
    const bool is_one_stretch = row_of(places.front()).stretches.size() == 1;
    // A number alone may stand right below the text; words may be the head of a table.
    const bool is_number =
        words.second.size() <= 12 && words.second.find('#') != std::string::npos && is_one_stretch;
    const auto pages_of = [&](const std::vector<Outermost>& some) {
      std::size_t pages = 0;
      int last = -1;
      for (const Outermost& place : some)
        if (std::exchange(last, areas[place.area].page) != areas[place.area].page) ++pages;
      return pages;
    };
    std::vector<Outermost> repeated, set_apart;
    for (const Outermost& place : places) {
      if (std::abs(row_of(place).middle() - usual) >= row_of(place).height()) continue;
      repeated.push_back(place);
      if (is_number || place.gap > 0.5) set_apart.push_back(place);
    }
    // What stands on every page, but perhaps the first, need not be set apart.
    const bool is_everywhere = is_one_stretch && pages_of(repeated) + 1 >= page_count;
    if (!is_everywhere) repeated = std::move(set_apart);
    if (pages_of(repeated) < 2) continue;
    for (const Outermost& place : repeated)
      taken[place.area][place.row] = words.first ? Taken::head : Taken::foot;
  }
  PageMargins margins;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    std::vector<PageRow> kept;
    std::vector<PageRow>& rows = areas[area].rows;
    // None behind a line of text, seen from its end of the page.
    std::size_t first = 0, end = rows.size();
    while (first < end && taken[area][first] == Taken::head) ++first;
    while (end > first && taken[area][end - 1] == Taken::foot) --end;
    for (std::size_t i = 0; i < rows.size(); ++i)
      (i < first ? margins.heads : i < end ? kept : margins.feet).push_back(std::move(rows[i]));
    rows = std::move(kept);
  }
  std::erase_if(areas, [](const PageArea& area) { return area.rows.empty(); });
  return margins;
}

}  // namespace hegui
