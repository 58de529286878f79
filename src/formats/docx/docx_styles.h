#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hegui {

/// What a paragraph style of a DOCX says that matters here; -1 where it does not.
struct DocxStyle {
  int outline = -1;  ///< 0 for the outermost heading, 9 for body text.
  int num = -1;
  int num_level = -1;
  std::string num_style = {};  ///< The style that `num` comes from.
  bool contents = false;       ///< Of a line in the table of contents.
};

/// Styles by id, with what they inherit. Ids are the writer's choice (“1” is heading 1 in a Chinese
/// Word), so nothing is known by an id; built-in names are English in every language.
class DocxStyles {
 public:
  DocxStyles() = default;
  /// `root` is w:styles.
  explicit DocxStyles(pugi::xml_node root);

  /// The default style if there is no style of that id.
  const DocxStyle& style(std::string_view id) const;

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  DocxStyle default_;
};

}  // namespace hegui
