#include "document/numbering.h"

#include <algorithm>
#include <vector>

#include "language/language_data.h"

namespace hegui {

std::optional<Number> read_number(const LanguageData& language, std::string_view text,
                                  std::uint32_t at) {
  return language.read_number(text, at);
}

void settle_doubts(std::span<Number* const> row) {
  // Of each number: what ends the stretch that it goes on, the next one that is not larger; and
  // whether the numbers after it go on to one without doubt. One may be left out between two.
  std::vector<const Number*> ends(row.size()), open;
  std::vector<bool> leads(row.size()), leads_to_firm(row.size());
  for (std::size_t i = row.size(); i-- > 0;) {
    while (!open.empty() && open.back()->value > row[i]->value) open.pop_back();
    if (!open.empty()) ends[i] = open.back();
    open.push_back(row[i]);
    if (i + 1 == row.size()) continue;
    const int step = row[i + 1]->value - row[i]->value;
    leads[i] = step == 1 || step == 2;
    leads_to_firm[i] = leads[i] && (!row[i + 1]->doubtful || leads_to_firm[i + 1]);
  }
  int last = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    Number& number = *row[i];
    if (number.doubtful) {
      const bool fits = (last > 0 && number.value == last + 1) || leads_to_firm[i] ||
                        (number.value == 1 && leads[i]);
      const bool taken =
          number.value == last || (ends[i] && ends[i]->value == number.value && !ends[i]->doubtful);
      number.doubtful = taken || !fits;
    }
    if (!number.doubtful) last = number.value;
  }
}

void place_capitals(std::span<Number* const> numbers) {
  const auto outer = std::ranges::find_if(numbers, [](const Number* number) {
    return !number->doubtful &&
           (number->form == Numbering::capital || number->form == Numbering::comma);
  });
  if (outer == numbers.end() || (*outer)->form == Numbering::capital) return;
  for (Number* number : numbers)
    if (!number->doubtful && number->form == Numbering::capital) number->form = Numbering::inner;
}

}  // namespace hegui
