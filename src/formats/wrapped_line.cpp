#include "formats/wrapped_line.h"

#include <utility>

#include "document/numbering.h"
#include "language/language_data.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// 2 above 100 is not 2100.
bool are_two_numbers(std::string_view before, std::string_view after) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !before.empty() && !after.empty() && is_digit(before.back()) && is_digit(after.front());
}

}  // namespace

WrappedLine wrapped_line(const LanguageData& language, std::string words) {
  WrappedLine line{
      .characters = static_cast<double>(count_code_points(words)) / language.characters_a_han,
      .has_number = begins_with_number(language, words)};
  line.words = std::move(words);
  return line;
}

bool begins_with_number(const LanguageData& language, std::string_view words) {
  return read_number(language, fold_text(first_code_points(words, 32), language.folding), 0)
      .has_value();
}

bool ends_in_mark(const LanguageData& language, std::string_view words) {
  constexpr std::string_view typed = ".!?;:";  // In any language.
  return !words.empty() &&
         (typed.find(words.back()) != typed.npos || language.ends_sentence(words));
}

bool needs_blank(std::string_view before, std::string_view after) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  constexpr std::string_view marks = ",;:)";  // Between Latin words.
  if (before.empty() || after.empty()) return false;
  const char last = before.back(), first = after.front();
  return (is_letter(first) && marks.find(last) != marks.npos) ||
         ((is_letter(last) || is_digit(last)) && (is_letter(first) || is_digit(first)));
}

std::optional<bool> goes_on(const LanguageData& language, Block::Kind kind,
                            const WrappedLine& before, const WrappedLine& after) {
  if (kind == Block::Kind::table_cell) return !are_two_numbers(before.words, after.words);
  if (after.has_number || ends_in_mark(language, before.words)) return false;
  if (before.has_number && language.headings.is_torn &&
      language.headings.is_torn(before.words, after.words))
    return true;
  return std::nullopt;
}

}  // namespace hegui
