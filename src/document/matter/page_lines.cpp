#include "document/matter/page_lines.h"

#include <string>

#include "document/outline.h"
#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// 法治这一年：青禾街道2024年情况汇报: what stands before the colon is no label, but says what the
/// report is about.
bool is_two_part_title(const LanguageData& language, const OutlineHints& hints,
                       std::string_view words) {
  const auto colon = language.page.not_title->find(words);
  if (!colon || !hints.subject.matches(words.substr(0, colon->begin))) return false;
  const std::string_view behind = words.substr(colon->end);
  return names_document(language, behind) && language.page.title_year->matches(behind) &&
         !language.page.not_title->matches(behind);
}

}  // namespace

bool is_breadcrumb(const LanguageData& language, std::string_view words) {
  // A page that was flattened into one line begins with one.
  if (language.has_stop(words) || language.is_longer(words, 200)) return false;
  std::size_t arrows = 0;
  for (const std::string_view arrow : {">", "›", "»", "＞"})
    for (std::size_t at = words.find(arrow); at != std::string_view::npos;
         at = words.find(arrow, at + 1))
      ++arrows;
  return arrows >= 2 || (arrows == 1 && words.find(language.page.home) != std::string_view::npos);
}

std::optional<std::uint32_t> metadata_label(const LanguageData& language, std::string_view words) {
  const auto found = language.page.metadata->find(words);
  return found ? std::optional(found->begin) : std::nullopt;
}

bool is_page_line(const LanguageData& language, std::string_view words) {
  return is_breadcrumb(language, words) ||
         (!language.is_longer(words, 60) && !language.ends_with_stop(words) &&
          language.page.furniture->matches(words)) ||
         (!language.is_longer(words, 240) && !language.has_stop(words) &&
          has_metadata_label(language, words));
}

bool is_long_line(const LanguageData& language, std::string_view words) {
  return language.is_longer(words, 40);
}

bool is_inserted_line(const LanguageData& language, std::string_view words) {
  return !language.is_longer(words, 60) && !language.ends_with_stop(words) &&
         language.page.inserted->matches(words);
}

bool is_page_footer(const LanguageData& language, std::string_view words) {
  return !language.is_longer(words, 30) && language.page.footer->matches(words);
}

bool is_date_line(const LanguageData& language, std::string_view words) {
  return words.size() < 60 && language.page.date->matches(words);
}

bool is_attachment_line(const LanguageData& language, std::string_view words) {
  return !language.is_longer(words, 60) && !language.ends_with_stop(words) &&
         language.page.attachment->matches(words);
}

bool is_contact_line(const LanguageData& language, std::string_view words) {
  return !language.is_longer(words, 80) && language.page.contact->matches(words);
}

bool names_document(const LanguageData& language, std::string_view words) {
  return language.documents.document->matches(words);
}

bool names_issuer(const LanguageData& language, std::string_view words) {
  return language.documents.issuer->matches(words);
}

int title_score(const LanguageData& language, const OutlineHints& hints, std::string_view words) {
  const Form &year = language.page.title_year, &about = language.page.about;
  if (count_code_points(first_code_points(words, 4)) < 4 || language.is_longer(words, 90)) return 0;
  if (language.ends_sentence(words)) return 0;
  if (language.page.not_title->matches(words) && !is_two_part_title(language, hints, words))
    return 0;
  if (words.find('/') != words.npos) return 0;  // 本地目录：zwgk/…
  if (is_page_line(language, words) || hints.furniture.matches(words) ||
      is_date_line(language, words))
    return 0;
  const bool noun = names_document(language, words);
  const bool subject = hints.subject.matches(words);
  if (!noun && !(subject && year->matches(words))) return 0;
  return (noun ? 3 : 0) + (year->matches(words) ? 2 : 0) + (subject ? 2 : 0) +
         (about->matches(words) ? 1 : 0) - (words.starts_with("——") ? 4 : 0);
}

}  // namespace hegui
