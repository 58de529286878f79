#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/dictionary.h"
#include "search/lexicon.h"

namespace hegui {

/// How a language writes the titles of documents.
struct TitleForms {
  std::string_view open = {};        ///< 《
  std::string_view close = {};       ///< 》
  std::string_view law_prefix = {};  ///< Of a law's full title, which is seldom written.
};

/// A title between its marks.
struct CitedTitle {
  Span span = {};    ///< Without them.
  Span number = {};  ///< The number of the document, in brackets behind it; empty if there is none.
};

/// From left to right; none that holds another one.
std::vector<CitedTitle> cited_titles(std::string_view text, const TitleForms& forms);

/// Whether that is the title, as a whole, without its years, or with the law's prefix.
bool is_title(std::string_view cited, const KnownTitle& known, const TitleForms& forms);

/// Titles that are nearly one of the dictionaries', their years, and their numbers.
std::vector<Slip> title_slips(std::string_view text, const Dictionaries& dictionaries,
                              const TitleForms& forms, const CharacterForms& characters);

}  // namespace hegui
