#include "formats/docx/new_package.h"

#include <fmt/format.h>

#include "formats/zip/zip_writer.h"

namespace hegui {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view name_space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr std::string_view relation_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view content_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string override_of(std::string_view part, std::string_view type) {
  return fmt::format("<Override PartName=\"/{}\" ContentType=\"{}{}+xml\"/>", part, content_type,
                     type);
}

std::string relation(int id, std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}{}\" Target=\"{}\"/>", id, relation_types,
                     type, target);
}

std::string relations(std::string_view all) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
      "</Relationships>",
      head, all);
}

}  // namespace

std::string packed(const NewPackage& package) {
  const bool has_fonts = !package.fonts.empty();
  std::string types = fmt::format(
      "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
      head);
  types += override_of(new_document_part, "document.main");
  types += override_of("word/styles.xml", "styles");
  if (has_fonts) types += override_of("word/fontTable.xml", "fontTable");
  types += "</Types>";
  ZipWriter writer;
  writer.add("[Content_Types].xml", types);
  writer.add("_rels/.rels", relations(relation(1, "officeDocument", new_document_part)));
  writer.add(
      std::string(new_document_part),
      fmt::format("{}{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar {} w:header=\"851\" "
                  "w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
                  new_document_begin, package.body, package.margins));
  writer.add("word/_rels/document.xml.rels",
             relations(relation(1, "styles", "styles.xml") +
                       (has_fonts ? relation(2, "fontTable", "fontTable.xml") : "")));
  writer.add("word/styles.xml",
             fmt::format("{}<w:styles {}>{}</w:styles>", head, name_space, package.styles));
  if (has_fonts)
    writer.add("word/fontTable.xml",
               fmt::format("{}<w:fonts {}>{}</w:fonts>", head, name_space, package.fonts));
  return writer.finish();
}

std::string paragraph_style(std::string_view id, std::string_view name,
                            std::string_view properties) {
  const bool is_base = id == "Normal";
  return fmt::format(
      "<w:style w:type=\"paragraph\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/>{}{}</w:style>",
      is_base ? " w:default=\"1\"" : "", id, name,
      is_base ? "" : "<w:basedOn w:val=\"Normal\"/><w:qFormat/>", properties);
}

}  // namespace hegui
