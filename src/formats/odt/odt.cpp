// ODT (OpenDocument 1.2 part 1 and 3, ISO/IEC 26300): a ZIP archive of XML parts.
//
//   mimetype, content.xml   text with its automatic styles
//             styles.xml    common styles, numbers of headings, page headers and footers
//
// In a flat one all of that is one XML file. The source is the extracted text, one paragraph a
// line: first the body, then footnotes and endnotes, comments, page headers and footers. meta.xml
// is not read: its title is often that of the file this one was made from, its date that of saving.

#include <initializer_list>
#include <utility>
#include <vector>

#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/odt/odt_text.h"
#include "formats/xml.h"
#include "formats/zip/zip.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr std::size_t most_page_parts = 64;
constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";
constexpr const char* content_part = "content.xml";
constexpr const char* flat_part = "office:document";

/// Styles of the roots, common ones before automatic ones, which inherit from them.
std::vector<pugi::xml_node> style_groups(std::initializer_list<pugi::xml_node> roots) {
  std::vector<pugi::xml_node> groups;
  for (const pugi::xml_node root : roots)
    for (const std::string_view name : {"styles", "automatic-styles"})
      groups.push_back(child(root, name));
  return groups;
}

void read_page_parts(pugi::xml_node root, OdtReader& reader) {
  std::size_t parts = 0;
  for (const pugi::xml_node page : child(root, "master-styles").children()) {
    if (local_name(page) != "master-page") continue;
    for (const pugi::xml_node part : page.children()) {
      const std::string_view name = local_name(part);
      const bool is_shown = attribute(part, "display") != "false";
      if ((name.starts_with("header") || name.starts_with("footer")) && is_shown &&
          ++parts <= most_page_parts)
        reader.read_part(part, name.starts_with("header") ? Zone::header : Zone::footer);
    }
  }
}

/// The roots are the same in a flat one.
ExtractedText read_roots(pugi::xml_node content, pugi::xml_node common, const Limits& limits) {
  const pugi::xml_node text = child(child(content, "body"), "text");
  if (!text)
    throw InputError(say("“{}”里没有正文", "“{}” contains no document text",
                         content == common ? flat_part : content_part));
  const auto groups = content == common ? style_groups({common}) : style_groups({common, content});
  OdtNumbering numbering;
  for (const pugi::xml_node group : groups) numbering.add(group);
  OdtReader reader(OdtStyles(groups), std::move(numbering), limits);
  reader.read_body(text);
  reader.read_notes_and_comments();
  read_page_parts(common, reader);
  return reader.finish();
}

ExtractedText read_archive(std::string_view bytes, const Limits& limits) {
  Archive archive(bytes, limits);
  constexpr const char* manifest = "META-INF/manifest.xml";
  if (archive.has(manifest) && archive.read(manifest).find("encryption-data") != std::string::npos)
    throw InputError(
        say("文件加了密码，请先去掉密码", "the file is encrypted; remove its password first"));
  if (!archive.has(content_part))
    throw InputError(say("文件损坏：没有 content.xml", "the file is damaged: no content.xml"));
  const XmlPart content(content_part, archive.read(content_part), XmlPart::Blanks::text);
  if (!archive.has("styles.xml")) return read_roots(content.root(), {}, limits);
  const XmlPart common("styles.xml", archive.read("styles.xml"), XmlPart::Blanks::text);
  return read_roots(content.root(), common.root(), limits);
}

}  // namespace

/// A template has a type of its own.
bool is_odt(Archive& archive) {
  if (archive.has("mimetype")) return archive.read("mimetype").starts_with(media_type);
  return archive.has("content.xml") && archive.has("META-INF/manifest.xml");
}

bool is_flat_odt(std::string_view bytes) {
  constexpr std::size_t head = 16U << 10;  // Namespaces are many.
  bytes = bytes.substr(0, head);
  return bytes.find("<office:document") != std::string_view::npos &&
         bytes.find(media_type) != std::string_view::npos;
}

Document read_odt(std::string path, std::string bytes, const ReadOptions& options) {
  ExtractedText text;
  if (bytes.starts_with("PK")) {
    text = read_archive(bytes, options.limits);
  } else {
    const XmlPart all(flat_part, std::move(bytes), XmlPart::Blanks::text);
    text = read_roots(all.root(), all.root(), options.limits);
  }
  return build_document(std::move(path), "odt", std::move(text));
}

}  // namespace hegui
