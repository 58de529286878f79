#include "checks/list_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/numbering.h"
#include "text/characters.h"
#include "text/neighbours.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// The value of a mark of a list: 1, 十二, b, iv. Letters and Roman numerals are rows of their own,
/// so they count from somewhere else. 0 if it is none.
int list_value(const LanguageData& language, std::string_view written) {
  constexpr int letters = 1000, capitals = 2000, roman = 3000;
  constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};
  if (written.size() == 1 && is_latin(static_cast<unsigned char>(written[0])))
    return written[0] >= 'a' ? letters + written[0] : capitals + written[0];
  const std::string small = lower(written);
  const auto numeral = std::ranges::find(numerals, small);
  if (numeral != numerals.end()) return roman + static_cast<int>(numeral - numerals.begin());
  if (written.empty()) return 0;
  if (written.size() <= 2 && written.find_first_not_of("0123456789") == std::string_view::npos)
    return std::stoi(small);
  std::size_t end = 0;
  const int value = language.read_numeral(written, end);
  return end == written.size() ? value : 0;
}

}  // namespace

int list_mark(const LanguageData& language, std::string_view text, std::size_t at,
              std::size_t end) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 9) {
    const char32_t code = code_before(text, begin);
    const bool digit = code >= '0' && code <= '9';
    if (!digit && !is_latin(code) && !is_one_of(language.numeral_letters, code)) break;
    begin = previous_code_point(text, begin);
  }
  if (begin > 0) {
    const char32_t behind = code_at(text, end);
    if (!is_one_of(language.before_list_marks, code_before(text, begin)) || behind == 0 ||
        is_one_of(language.never_behind_list_marks, behind))
      return 0;
  }
  return list_value(language, text.substr(begin, at - begin));
}

std::size_t begin_of_words(const LanguageData& language, std::string_view text) {
  constexpr std::string_view close = "）";
  std::size_t at = 0;
  if (const auto number = read_number(language, text, 0))
    at = number->span.end;
  else if (const std::size_t mark = text.find("）");
           mark < 9 && list_mark(language, text, mark, mark + close.size()) > 0)
    at = mark + close.size();
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

}  // namespace hegui
