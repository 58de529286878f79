#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
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

/// Styles by family and name. Names of styles that are not automatic are the same in every language
/// of the program, with _20_ for a blank.
class OdtStyles {
 public:
  /// `node` is office:styles or office:automatic-styles.
  void add(pugi::xml_node node);

  OdtStyle paragraph(std::string_view name) const { return style("paragraph", name); }
  OdtStyle text(std::string_view name) const { return style("text", name); }

 private:
  struct Own {
    std::string parent;
    std::optional<int> outline;
    std::optional<std::string> list;
    std::optional<bool> is_hidden, begins_page, next_begins_page;
    bool is_contents = false;
  };

  static Own read(pugi::xml_node node);
  OdtStyle style(std::string_view family, std::string_view name) const;

  std::map<std::string, Own, std::less<>> styles_;  // By family/name.
};

}  // namespace hegui
