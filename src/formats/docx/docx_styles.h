#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hegui {

/// A property of ECMA-376-1, 17.7.3 (toggle properties): said, denied, or not mentioned.
enum class Toggle : std::uint8_t { unset, off, on };

/// Of text that is not shown (w:vanish, 17.3.2.41, and w:specVanish), in w:rPr.
Toggle hidden_by(pugi::xml_node run_properties);

/// What a style of a DOCX says that matters here, for paragraphs or for characters; -1 where it
/// does not.
struct DocxStyle {
  int outline = -1;  ///< 0 for the outermost heading, 9 for body text.
  int num = -1;
  int num_level = -1;
  std::string num_style = {};  ///< The style that `num` comes from.
  bool contents = false;       ///< Of a line in the table of contents.
  bool prompt = false;         ///< Of what a content control asks for.
  Toggle hidden = Toggle::unset;
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
  /// Of characters; one that says nothing if there is none of that id.
  const DocxStyle& character_style(std::string_view id) const;
  /// Whether the defaults of the document hide all text.
  bool hides_all() const { return hides_all_; }

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::map<std::string, DocxStyle, std::less<>> character_styles_;
  DocxStyle default_;
  bool hides_all_ = false;
};

}  // namespace hegui
