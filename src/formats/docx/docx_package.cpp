#include "formats/docx/docx_package.h"

#include "formats/xml.h"

namespace hegui {

void ZipPackage::with(const std::string& part, const UseRoot& use) {
  const XmlPart xml(part, archive_.read(part));
  open_.emplace_back(part, &xml);
  use(xml.root());
  open_.pop_back();
}

std::optional<StoredPlace> ZipPackage::place_of(const char* words) {
  for (const auto& [name, xml] : open_)
    if (const auto offset = xml->place_of(words)) return StoredPlace{name, *offset};
  return std::nullopt;
}

std::string relations_part(const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

std::vector<Relation> relations_of(DocxPackage& package, const std::string& part) {
  const std::string path = relations_part(part);
  std::vector<Relation> relations;
  if (!package.has(path)) return relations;
  package.with(path, [&](pugi::xml_node root) {
    for (const pugi::xml_node node : root.children()) {
      if (attribute(node, "TargetMode") == "External") continue;
      const std::string_view type = attribute(node, "Type");
      relations.push_back({.id = std::string(attribute(node, "Id")),
                           .type = std::string(type.substr(type.rfind('/') + 1)),
                           .target = Archive::resolved(part, attribute(node, "Target"))});
    }
  });
  return relations;
}

std::string main_part(DocxPackage& package) {
  for (const Relation& relation : relations_of(package, ""))
    if (relation.type == "officeDocument" && package.has(relation.target) &&
        !relation.target.starts_with("xl/") && !relation.target.starts_with("ppt/"))
      return relation.target;
  return package.has("word/document.xml") ? "word/document.xml" : "";
}

}  // namespace hegui
