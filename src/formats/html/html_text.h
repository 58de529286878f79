#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace hegui {

/// A tag, comment, doctype or processing instruction in the source.
struct Markup {
  std::size_t end = 0;    ///< Behind it; where it begins if there is none.
  std::string name = {};  ///< Of a tag, lower case.
  bool is_end_tag = false;
  std::size_t attributes = 0;  ///< About how many.
};

/// `source[at]` is <.
Markup read_markup(std::string_view source, std::size_t at);

/// Where the end tag of that name begins; the end of the source if it is missing.
std::size_t find_end_tag(std::string_view source, std::size_t at, std::string_view name);

/// A character of a page, and where it stands in the source.
struct HtmlCharacter {
  char32_t code = 0;
  Span source = {};
  bool verbatim = true;  ///< The source holds just this character, not an entity.
};

/// Leads each character of `decoded`, which gumbo has made of `original`, to its place; `original`
/// begins at offset `at` of the source. `original` may hold tags and comments that gumbo ignored.
void align_text(std::string_view original, std::uint32_t at, std::string_view decoded,
                const std::function<void(const HtmlCharacter&)>& put);

}  // namespace hegui
