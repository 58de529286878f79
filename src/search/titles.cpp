// A title stands between marks, so that it is compared as a whole, from its first character to its
// last:
//
//   《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕33号）
//     name                 bracket            number
//
// The bracket may be left out; of two that differ only in their dash either is right.

#include "search/titles.h"

#include <algorithm>

#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_title = 300, longest_number = 300;  // In bytes.
constexpr std::size_t longest_character = 4;
constexpr std::string_view open_bracket = "（", close_bracket = "）";

struct Name {
  std::string_view name;
  std::string_view bracket;  ///< With its marks; empty if there is none.
};

Name split_title(std::string_view title) {
  const std::size_t open = title.rfind(open_bracket);
  if (open == std::string_view::npos || !title.ends_with(close_bracket)) return {title, {}};
  return {title.substr(0, open), title.substr(open)};
}

std::string_view without_prefix(std::string_view title, const TitleForms& forms) {
  if (!forms.law_prefix.empty() && title.starts_with(forms.law_prefix))
    title.remove_prefix(forms.law_prefix.size());
  return title;
}

/// Digits, and other characters that are no marks.
std::string without_marks(std::string_view bracket, bool digits_only) {
  std::string kept;
  for (std::size_t at = 0; at < bracket.size();) {
    const char32_t code = next_code_point(bracket, at);
    if (is_digit(code) || (!digits_only && is_han(code))) append_utf8(kept, code);
  }
  return kept;
}

/// Whole titles say more than phrases in running text: one may lack any character, and another one
/// may stand at the end.
bool is_near(std::u32string_view cited, std::u32string_view known, const CharacterForms& forms) {
  constexpr std::size_t least = 5, least_whole = 8;
  if (known.size() < least || cited == known) return false;
  if (known.substr(0, known.size() - 1) == cited) return known.size() >= least_whole;
  const auto found = difference(cited, known);
  if (!found || found->size != cited.size()) return false;
  if (found->kind == Difference::Kind::missing) return true;
  if (found->kind == Difference::Kind::other && found->at > 0 && known.size() >= least_whole)
    return true;
  return is_slip(*found, cited, known, forms);
}

class TitleReader {
 public:
  TitleReader(std::string_view text, const Dictionaries& dictionaries, const TitleForms& forms,
              const CharacterForms& characters)
      : text_(text), dictionaries_(dictionaries), forms_(forms), characters_(characters) {}

  std::vector<Slip> slips() {
    for (const CitedTitle& cited : cited_titles(text_, forms_)) read(cited);
    return std::move(slips_);
  }

 private:
  std::string_view words(Span span) const { return text_.substr(span.begin, span.size()); }

  void each_title(const auto& visit) const {
    for (const auto& dictionary : dictionaries_)
      for (const KnownTitle& title : dictionary->titles) visit(title, *dictionary);
  }

  void read(const CitedTitle& cited) {
    const std::string_view title = without_prefix(words(cited.span), forms_);
    const auto skipped = static_cast<std::uint32_t>(cited.span.size() - title.size());
    const Span span{cited.span.begin + skipped, cited.span.end};
    const Name own = split_title(title);
    bool is_known = false;
    Slip years{};
    each_title([&](const KnownTitle& known, const Dictionary& dictionary) {
      if (!known.name.starts_with(own.name)) return;
      const auto [known_name, known_bracket] = split_title(known.name);
      if (known_name != own.name && known.name != title) return;
      is_known = true;
      check_number(cited, known, dictionary);
      if (known_name == own.name && lacks(own.bracket, known_bracket))
        years = {{span.begin + static_cast<std::uint32_t>(own.name.size()), span.end},
                 {std::string(known_bracket)},
                 dictionary.verified};
    });
    if (!years.right.empty()) slips_.push_back(std::move(years));
    if (!is_known) compare({span.begin, span.begin + static_cast<std::uint32_t>(own.name.size())});
  }

  /// The same years, and not the same words.
  static bool lacks(std::string_view bracket, std::string_view known) {
    const std::string years = without_marks(known, true);
    return !years.empty() && without_marks(bracket, true) == years &&
           without_marks(bracket, false) != without_marks(known, false);
  }

  /// Numbers of the same office: another one may have passed the document on.
  void check_number(const CitedTitle& cited, const KnownTitle& known,
                    const Dictionary& dictionary) {
    const std::string_view number = words(cited.number);
    const std::size_t year = number.find("〔"), known_year = known.number.find("〔");
    if (number.empty() || year == std::string_view::npos || known_year == std::string::npos ||
        number == known.number || number.substr(0, year) != known.number.substr(0, known_year))
      return;
    slips_.push_back({cited.number, {known.number}, dictionary.verified});
  }

  void compare(Span name) {
    const std::u32string cited = characters(words(name));
    Slip slip{name, {}, true};
    each_title([&](const KnownTitle& known, const Dictionary& dictionary) {
      if (name.size() > known.name.size() + longest_character) return;
      const std::string_view known_name = split_title(known.name).name;
      if (known_name.size() > name.size() + longest_character ||
          name.size() > known_name.size() + longest_character)
        return;
      if (!is_near(cited, characters(known_name), characters_)) return;
      if (std::ranges::find(slip.right, known_name) != slip.right.end()) return;
      slip.right.emplace_back(known_name);
      slip.verified = slip.verified && dictionary.verified;
    });
    if (!slip.right.empty()) slips_.push_back(std::move(slip));
  }

  std::string_view text_;
  const Dictionaries& dictionaries_;
  const TitleForms& forms_;
  const CharacterForms& characters_;
  std::vector<Slip> slips_;
};

}  // namespace

std::vector<CitedTitle> cited_titles(std::string_view text, const TitleForms& forms) {
  std::vector<CitedTitle> titles;
  if (forms.open.empty()) return titles;
  std::size_t end = 0;  // The close that comes next: many may open before it.
  for (std::size_t open = text.find(forms.open); open != std::string_view::npos;) {
    const std::size_t begin = open + forms.open.size();
    open = text.find(forms.open, begin);
    if (end < begin) end = text.find(forms.close, begin);
    if (end == std::string_view::npos) break;
    if (end > open || end - begin > longest_title || end == begin) continue;
    CitedTitle title{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {}};
    const std::size_t after = end + forms.close.size();
    if (text.substr(after).starts_with(open_bracket)) {
      const std::size_t number = after + open_bracket.size();
      const std::string_view behind = text.substr(number, longest_number);
      const std::size_t size = behind.find(close_bracket);
      if (size < behind.find('\n'))
        title.number = {static_cast<std::uint32_t>(number),
                        static_cast<std::uint32_t>(number + size)};
    }
    titles.push_back(title);
  }
  return titles;
}

bool is_title(std::string_view cited, const KnownTitle& known, const TitleForms& forms) {
  const std::string_view title = without_prefix(cited, forms);
  const auto [name, bracket] = split_title(title);
  if (!known.name.starts_with(name)) return false;
  const auto [known_name, known_bracket] = split_title(known.name);
  if (name != known_name) return false;
  return without_marks(bracket, true) == without_marks(known_bracket, true);
}

std::vector<Slip> title_slips(std::string_view text, const Dictionaries& dictionaries,
                              const TitleForms& forms, const CharacterForms& characters) {
  return TitleReader(text, dictionaries, forms, characters).slips();
}

}  // namespace hegui
