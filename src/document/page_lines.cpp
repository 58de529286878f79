#include "document/page_lines.h"

#include <string>

#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {

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

}  // namespace hegui
