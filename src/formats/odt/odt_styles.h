#pragma once

#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>

namespace hegui {

/// What a paragraph or text style of an ODT says that matters here, with what it inherits (ODF 1.2
/// part 1, 16.2).
struct OdtStyle {
  int outline = 0;  ///< style:default-outline-level; 0 for body text.
  /// style:list-style-name, empty where the style says that there is none.
  std::optional<std::string> list = {};
  bool is_hidden = false;         ///< text:display="none".
  bool is_contents = false;       ///< Of a line in the table of contents.
  bool begins_page = false;       ///< fo:break-before="page", or another layout of the page.
  bool next_begins_page = false;  ///< fo:break-after="page".
};

/// Styles by name, with what they inherit. Names of styles that are not automatic are the same in
/// every language of the program, with _20_ for a blank.
class OdtStyles {
 public:
  /// `groups` are office:styles and office:automatic-styles, in the order in which a style takes
  /// the place of one of the same name.
  explicit OdtStyles(std::span<const pugi::xml_node> groups);

  /// One that says nothing if there is none of that name.
  const OdtStyle& paragraph(std::string_view name) const { return style(paragraphs_, name); }
  const OdtStyle& text(std::string_view name) const { return style(texts_, name); }

 private:
  using ByName = std::map<std::string, OdtStyle, std::less<>>;

  static const OdtStyle& style(const ByName& styles, std::string_view name);

  ByName paragraphs_, texts_;
};

}  // namespace hegui
