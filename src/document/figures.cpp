#include "document/figures.h"

#include "document/numbering.h"
#include "text/pattern.h"

namespace hegui {
namespace {

/// Stretches without figures: titles of works, dates, years, clause numbers, names like “1+5+N”.
const Pattern& no_figures() {
  static const Pattern pattern(
      R"(《[^《》]{0,80}》|(?:19|20)\d\d\s*(?:[-—–~至]\s*(?:19|20)\d\d\s*)?年?(?:度)?(?:\s*\d{1,2}\s*月)?(?:份)?(?:\s*\d{1,2}\s*日)?)"
      R"(|\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*[日号])?|第\s*\d+|〔\d+〕\d*号?|\d+号|\d+(?:\+[\dA-Za-zN]+)+|\d+[、.](?=[^\d]))");
  return pattern;
}

const Pattern& figure() {
  static const Pattern pattern(
      R"(\d[\d,.]*\s*(?:余|多)?(?:万|亿|千|百)?(?:余|多)?\s*(%|‰|[人场件批户班期台车]次|个百分点|平方米|平方公里|公里|公斤|公顷|千瓦|[万亿]元|分钟|小时|课时|[\p{sc:Han}]))"
      R"(|(?:[二两三四五六七八九十百]|一[十百])[一二三四五六七八九十百]{0,4}(?:余|多)?\s*((?:场|人|件)?次|场|期|件|宗|起)(?![法序生年别代数元全谋共产]))");
  return pattern;
}

}  // namespace

std::vector<Figure> figures(const Document& document, Span span) {
  std::vector<Figure> found;
  const std::string_view text = document.slice(span);
  std::optional<Span> hole = no_figures().find(text);
  for (std::size_t from = 0; from < text.size();) {
    const auto hit = figure().find(text, from);
    if (!hit) break;
    while (hole && hole->end <= hit->begin) hole = no_figures().find(text, hole->end);
    // What looks like a figure and begins inside a date is read again from after the date.
    if (hole && hole->begin <= hit->begin && hit->begin < hole->end) {
      from = hole->end;
      continue;
    }
    const std::string_view words = text.substr(hit->begin, hit->size());
    const std::size_t digits = words.find_last_of("0123456789.,");
    std::size_t number_end = digits == std::string_view::npos ? 0 : digits + 1;
    if (number_end == 0) read_chinese_numeral(words, number_end);
    std::string unit(words.substr(number_end));
    found.push_back({{span.begin + hit->begin, span.begin + hit->end}, std::move(unit)});
    from = hit->end;
  }
  return found;
}

}  // namespace hegui
