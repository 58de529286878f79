#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hegui {

/// Parts of office files are read by local names: the prefix is the writer's choice, and the strict
/// and transitional forms of one format differ in nothing but the namespace.

/// w:p → p
std::string_view local_name(const char* qualified);
inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

/// The first child of that local name; a null node if there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// The value of the attribute of that local name; empty if there is none.
std::string_view attribute(pugi::xml_node node, std::string_view name);
/// A whole number, or the fallback where there is none.
int number_attribute(pugi::xml_node node, std::string_view name, int fallback);
/// Whether a property such as w:vanish is there and not switched off.
bool is_on(pugi::xml_node property);

/// Whether of all words in a tree more stand in elements that are boxes than beside them; words are
/// those of elements that have some. What is left out counts for nothing. Each is asked for a local
/// name, which is empty for words among elements.
using IsNamed = bool (*)(std::string_view name);
bool is_mostly_in_boxes(pugi::xml_node root, IsNamed has_words, IsNamed is_box,
                        IsNamed is_left_out);

/// Appends words of a part as text on one line: line ends and tabs become blanks, other controls
/// go, and what is no UTF-8 becomes U+FFFD (a character reference can be of any number).
void append_words(std::string& text, std::string_view words);

/// An XML part, with the bytes it lies in.
class XmlPart {
 public:
  XmlPart() = default;
  enum class Blanks : bool {
    markup,  ///< Text of nothing but white space is none, unless it is alone in its element.
    text,    ///< It is: words stand on both sides of it.
  };

  /// Throws InputError with the byte offset for what is not XML, or needs too much memory.
  XmlPart(const std::string& name, std::string bytes, Blanks blanks = Blanks::markup);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  pugi::xml_node root() const { return document_.document_element(); }
  /// Where in the part words of the tree begin; nothing for those of another tree, and in a part
  /// that is not UTF-8.
  std::optional<std::size_t> place_of(const char* words) const;

 private:
  std::string bytes_;
  pugi::xml_document document_;
};

}  // namespace hegui
