#include "search/difference.h"

#include <algorithm>

#include "text/characters.h"
#include "text/tables/sounds.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

// In Chinese characters, of the words.
constexpr std::size_t least_for_alike = 4;  // 公正 written 公证, swapped, or twice.
constexpr std::size_t least_for_missing = 5;
constexpr std::size_t least_for_missing_beside_end = 7;
constexpr std::size_t least_for_other = 7;

bool is_inside(std::size_t at, std::size_t size, std::size_t margin) {
  return at >= margin && at + margin < size;
}

bool are_alike(char32_t a, char32_t b, const CharacterForms& forms) {
  return sound_alike(a, b) || std::ranges::any_of(forms.alike, [&](std::u32string_view group) {
           return is_one_of(group, a) && is_one_of(group, b);
         });
}

}  // namespace

std::u32string characters(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) all.push_back(next_code_point(text, at));
  return all;
}

std::optional<Difference> difference(std::u32string_view text, std::u32string_view words) {
  using Kind = Difference::Kind;
  const std::size_t most = std::min(text.size(), words.size());
  std::size_t at = 0;
  while (at < most && text[at] == words[at]) ++at;
  if (at == words.size()) return Difference{Kind::none, at, at};
  const std::u32string_view rest = words.substr(at), written = text.substr(at);
  if (written.empty()) return std::nullopt;
  if (rest.size() > 1 && written.size() >= rest.size() && written[0] == rest[1] &&
      written[1] == rest[0] && written.substr(2).starts_with(rest.substr(2)))
    return Difference{Kind::swapped, at, words.size()};
  if (rest.size() > 1 && written.starts_with(rest.substr(1)))
    return Difference{Kind::missing, at, words.size() - 1};
  if (written.substr(1).starts_with(rest)) return Difference{Kind::extra, at, words.size() + 1};
  if (written.substr(1).starts_with(rest.substr(1)))
    return Difference{Kind::other, at, words.size()};
  return std::nullopt;
}

bool is_slip(const Difference& difference, std::u32string_view text, std::u32string_view words,
             const CharacterForms& forms) {
  const auto han = static_cast<std::size_t>(std::ranges::count_if(words, is_han));
  const std::size_t at = difference.at, size = words.size();
  switch (difference.kind) {
    case Difference::Kind::none: return false;
    case Difference::Kind::missing:
      // One that is left alone at an end may be of another word: 人大代表议案 does not lack 建.
      return is_han(words[at]) && !is_one_of(forms.particles, words[at]) &&
             ((han >= least_for_missing && is_inside(at, size, 2)) ||
              (han >= least_for_missing_beside_end && is_inside(at, size, 1)));
    case Difference::Kind::extra: {
      if (!is_han(text[at]) || at == 0 || han < least_for_alike) return false;
      // The first of two may end the word before: 传达学习|习近平法治思想.
      // Another one may be good language: 负责人应出庭应诉.
      if (text[at] == words[at - 1]) return at > 1;
      return text[at] == words[at];
    }
    case Difference::Kind::swapped:
      return han >= least_for_alike && is_han(words[at]) && is_han(words[at + 1]);
    case Difference::Kind::other: {
      if (!is_han(text[at]) || !is_han(words[at]) || han < least_for_alike) return false;
      const auto both = [&](std::u32string_view set) {
        return is_one_of(set, text[at]) && is_one_of(set, words[at]);
      };
      if (both(forms.numerals) || both(forms.particles)) return false;
      return are_alike(text[at], words[at], forms) ||
             (han >= least_for_other && is_inside(at, size, 2) &&
              !is_one_of(forms.numerals, text[at]) && !is_one_of(forms.numerals, words[at]));
    }
  }
  return false;
}

}  // namespace hegui
