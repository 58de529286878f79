#include "formats/docx/docx_package.h"

#include <algorithm>

#include "formats/xml.h"
#include "text/strings.h"

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

bool is_signed(const Archive& archive) {
  return std::ranges::any_of(archive.names(), [](const std::string& name) {
    return lower(name).starts_with("_xmlsignatures/");
  });
}

std::optional<Message> protection_of(Archive& archive, DocxPackage& package) {
  if (is_signed(archive))
    return say("文档有数字签名，一改签名就失效", "it is signed, and a change makes that void");
  std::optional<Message> found;
  for (const Relation& relation : relations_of(package, main_part(package))) {
    if (relation.type != "settings" || !package.has(relation.target)) continue;
    package.with(relation.target, [&](pugi::xml_node root) {
      const pugi::xml_node protection = child(root, "documentProtection");
      const std::string_view enforced = attribute(protection, "enforcement");
      if (enforced == "1" || enforced == "true" || enforced == "on")
        found = say("文档限制了编辑，请先在“审阅—限制编辑”里停止保护",
                    "its editing is restricted; stop the protection first");
      else if (is_on(child(root, "trackRevisions")))
        found = say("文档开着修订，hegui 改的不会留下修订痕迹，请先在“审阅”里关闭修订",
                    "it tracks changes, and those of hegui would leave no mark; turn tracking off "
                    "first");
    });
  }
  return found;
}

}  // namespace hegui
