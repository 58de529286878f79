#include "document/figures/figures.h"

#include "language/language_data.h"
#include "search/pattern.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// What stands around the number: customers in 3,120 customers, $m in $2m.
std::string unit_of(const LanguageData& language, std::string_view words) {
  const std::size_t digits = words.find_last_of("0123456789.,");
  if (digits == std::string_view::npos) {
    std::size_t end = 0;
    language.read_numeral(words, end);
    return std::string(trimmed(words.substr(end), " -"));
  }
  for (const std::string_view sign : {"-", "+", "−"})
    if (words.starts_with(sign)) return unit_of(language, words.substr(sign.size()));
  const std::size_t first = words.find_first_of("0123456789");
  return std::string(trimmed(words.substr(0, first))) +
         std::string(trimmed(words.substr(digits + 1), " -"));
}

}  // namespace

std::vector<Figure> figures(const Document& document, Span span) {
  const LanguageData& language = data_of(document.language);
  const Pattern &figure = language.figures.figure.pattern(),
                &none = language.figures.none.pattern();
  std::vector<Figure> found;
  const std::string_view text = document.slice(span);
  std::optional<Span> hit = figure.find(text);
  if (!hit) return found;
  std::optional<Span> hole = none.find(text);
  while (hit) {
    while (hole && hole->end <= hit->begin) hole = none.find(text, hole->end);
    // What looks like a figure and begins inside a date is read again from after the date.
    const bool is_in_hole = hole && hole->begin <= hit->begin && hit->begin < hole->end;
    if (!is_in_hole)
      found.push_back({{span.begin + hit->begin, span.begin + hit->end},
                       unit_of(language, text.substr(hit->begin, hit->size()))});
    hit = figure.find(text, is_in_hole ? hole->end : hit->end);
  }
  return found;
}

}  // namespace hegui
