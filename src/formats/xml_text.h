#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// An XML part as text, for whoever changes it where it is written and leaves the rest.
class XmlText {
 public:
  /// Throws InputError for what is no text of its encoding.
  explicit XmlText(std::string bytes);

  /// In UTF-8; a byte order mark is the first character of it. As XmlPart counts.
  const std::string& text() const { return text_; }
  /// A text in the encoding of the part.
  std::string encoded(std::string text) const;

 private:
  enum class Encoding : unsigned char { utf8, utf16_le, utf16_be };
  Encoding encoding_ = Encoding::utf8;
  std::string text_ = {};
};

/// What stands in a part for a character of words: a blank for a line end or a tab, U+FFFD for
/// other controls and for what XML 1.0 forbids.
char32_t in_xml(char32_t code);

/// Words as text, or as the value of an attribute in double quotes, in_xml(). What is no UTF-8
/// becomes U+FFFD.
std::string escaped_words(std::string_view words);

}  // namespace hegui
