#include "checks/figures/sum_sentences.h"

#include <algorithm>
#include <array>

#include "checks/figures/figure_check.h"
#include "text/characters.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_beginning = 18;  // Characters of one that speaks of the one before.
constexpr std::size_t longest_unit = 9;        // Bytes.
constexpr std::size_t least_in_list = 3;       // Parts that no words introduce.

/// Whether figures are joined by the mark of a list: 保留41件、修改13件、废止10件.
bool may_be_list(std::string_view sentence, const Arguments& arguments) {
  const std::string_view mark = arguments.word("next");
  std::size_t marks = 0;
  for (std::size_t at = mark.empty() ? sentence.npos : sentence.find(mark); at < sentence.size();
       at = sentence.find(mark, at + mark.size())) {
    const std::string_view before = last_bytes(sentence.substr(0, at), longest_unit);
    if (before.find_first_of("0123456789") != before.npos && ++marks == least_in_list - 1)
      return true;
  }
  return false;
}

/// Whether there are three figures of one unit, as far as its first bytes tell:
/// 143名，男性96名，女性47名.
bool has_three_alike(std::string_view sentence) {
  constexpr std::size_t most = 16, unit_size = 3;
  std::array<std::string_view, most> units;
  std::size_t count = 0;
  for (std::size_t at = 0; count < most; ++at) {
    while (at < sentence.size() && !is_digit(sentence[at])) ++at;
    at = sentence.find_first_not_of("0123456789.", at);
    if (at == sentence.npos) break;
    const std::string_view unit = sentence.substr(at, unit_size);
    if (std::count(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(count), unit) > 1)
      return true;
    units[count++] = unit;
  }
  return false;
}

}  // namespace

bool goes_on_from_before(std::string_view sentence, const Arguments& arguments) {
  const Terms* within = arguments.terms("within");
  return within && within->matches(first_code_points(sentence, longest_beginning));
}

bool may_add_up(std::string_view sentence, const Arguments& arguments) {
  const Terms* total = arguments.terms("total");
  return sentence.find("（") != sentence.npos || sentence.find('(') != sentence.npos ||
         arguments.terms("parts")->matches(sentence) || (total && total->matches(sentence)) ||
         may_be_list(sentence, arguments) || has_three_alike(sentence) ||
         may_balance(sentence, arguments);
}

}  // namespace hegui
