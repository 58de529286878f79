#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hegui {

/// An element where it is written: what a tree does not tell, and whoever puts something between
/// the bytes of a file has to know.
///
///   <w:t xml:space="preserve">words</w:t>
///   begin                     inner.begin
///                                  inner.end
///                                       end
struct XmlElement {
  static constexpr std::uint32_t none = UINT32_MAX;

  std::uint32_t begin = 0, inner_begin = 0, inner_end = 0, end = 0;
  std::uint32_t parent = none;  ///< Its index.
  std::string_view name = {};   ///< With the prefix.

  /// <w:p/>, in which nothing can be put.
  bool is_closed() const { return inner_begin == end; }
};

/// Those of a part in UTF-8 that a parser took, in the order in which they begin; the first is the
/// root. `xml` must outlive them. Throws InputError where their tags do not nest.
std::vector<XmlElement> xml_elements(std::string_view xml);

/// The value of the attribute of that local name as it is written; empty if there is none.
std::string_view attribute_in(std::string_view xml, const XmlElement& element,
                              std::string_view local);
/// The same for a whole name, such as that of the declaration of a namespace: xmlns:w.
std::string_view attribute_named(std::string_view xml, const XmlElement& element,
                                 std::string_view name);

inline std::string_view local_name(const XmlElement& element) {
  return element.name.substr(element.name.find(':') + 1);
}
/// With the colon; empty where there is none.
inline std::string_view prefix_of(const XmlElement& element) {
  return element.name.substr(0, element.name.find(':') + 1);
}

}  // namespace hegui
