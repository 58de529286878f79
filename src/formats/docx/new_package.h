#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Before the body in the document part of a new package.
inline constexpr std::string_view new_document_begin =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
inline constexpr std::string_view new_document_part = "word/document.xml";

/// A package for word processors with one page size, A4: the least that Word, WPS and LibreOffice
/// open without asking. Lengths are in twentieths of a point.
struct NewPackage {
  std::string body;          ///< Elements of w:body.
  std::string styles;        ///< Elements of w:styles.
  std::string_view margins;  ///< Attributes of w:pgMar: top, right, bottom, left.
  std::string_view fonts;    ///< Elements of w:fonts; none if empty.
};

/// The same package gives the same bytes.
std::string packed(const NewPackage& package);

/// A paragraph style; `properties` are its w:pPr and w:rPr. Normal is what all others go back to.
std::string paragraph_style(std::string_view id, std::string_view name,
                            std::string_view properties);

}  // namespace hegui
