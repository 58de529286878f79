#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"
#include "text/span.h"

namespace hegui {

struct LanguageData;

/// Where the report stands in its page: in an element, and if comments or meta tags mark its
/// beginning and end, in that range of the source.
struct HtmlBody {
  const GumboNode* element = nullptr;
  std::optional<Span> range = {};
};

/// That its words are written in: markup and scripts are Latin in any page.
Language language_of_page(const GumboNode* root);

HtmlBody choose_body(const GumboNode* root, std::string_view source, const LanguageData& language);

/// Empty if the element has no such attribute; `name` is lower case.
std::string_view attribute(const GumboNode* element, const char* name);

/// A tag that gumbo knows; GUMBO_TAG_UNKNOWN for all that are no HTML element.
GumboTag tag_of(const GumboNode* node);
bool is_element(const GumboNode* node);

/// Scripts, buttons and what a style hides: not a word of it is read.
bool is_unread(const GumboNode* element);
/// Menus, breadcrumbs, buttons: the page's, not the report's.
bool is_page_part(const GumboNode* element);
/// Begins and ends a paragraph.
bool is_block(const GumboNode* element);

/// Where the node begins in the source; nothing for what gumbo has inserted.
std::optional<std::uint32_t> begin_of(const GumboNode* node, std::string_view source);

/// The style attribute without blanks, lower case.
std::string style_of(const GumboNode* element);

}  // namespace hegui
