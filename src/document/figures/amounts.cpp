#include "document/figures/amounts.h"

#include <cmath>

#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_approximation = 24;  // Bytes: no fewer than

/// Of several words the first: customers of 1,204 customers paid.
std::string_view counted(std::string_view unit) { return unit.substr(0, unit.find(' ')); }

std::string_view singular(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

bool Amount::is_count() const {
  return !unit.empty() && number.step >= 1 && unit != "%" && unit != "‰" &&
         number.value == std::floor(number.value);
}

std::vector<Amount> amounts(const Document& document, Span span) {
  const LanguageData& language = data_of(document.language);
  std::vector<Figure> all = figures(document, span);
  std::vector<Amount> found;
  found.reserve(all.size());
  for (Figure& figure : all) {
    const std::string_view words = document.slice(figure.span);
    auto number = language.read_value(words);
    if (!number) continue;
    const std::string_view before =
        last_bytes(document.slice({span.begin, figure.span.begin}), longest_approximation);
    number->exact = number->exact && !language.figures.approximate->matches(before);
    std::string unit(trimmed(words.substr(number->end), " -"));
    if (number->is_percent) unit = "%";
    found.push_back({std::move(figure), *number, std::move(unit)});
  }
  return found;
}

bool have_same_unit(const Amount& one, const Amount& other) {
  return singular(counted(one.unit)) == singular(counted(other.unit));
}

std::string_view written(const Document& document, const Amount& amount) {
  return trimmed(document.written(amount.figure.span));
}

}  // namespace hegui
