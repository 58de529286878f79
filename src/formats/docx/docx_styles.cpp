#include "formats/docx/docx_styles.h"

#include <functional>

#include "formats/xml.h"

namespace hegui {
namespace {

constexpr int longest_chain = 32;  // Of basedOn; a circle ends there, too.

bool is_contents_name(std::string_view name) {
  return name.starts_with("toc ") || name.starts_with("TOC ");
}

struct Own {
  DocxStyle style = {};
  std::string based_on = {};
};

Own read_style(pugi::xml_node node) {
  Own own;
  own.based_on = attribute(child(node, "basedOn"), "val");
  own.style.contents = is_contents_name(attribute(child(node, "name"), "val"));
  const pugi::xml_node properties = child(node, "pPr");
  own.style.outline = number_attribute(child(properties, "outlineLvl"), "val", -1);
  const pugi::xml_node numbering = child(properties, "numPr");
  own.style.num = number_attribute(child(numbering, "numId"), "val", -1);
  own.style.num_level = number_attribute(child(numbering, "ilvl"), "val", -1);
  own.style.num_style = attribute(node, "styleId");
  return own;
}

}  // namespace

DocxStyles::DocxStyles(pugi::xml_node root) {
  std::map<std::string, Own, std::less<>> all;
  std::string default_id;
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
    const std::string id(attribute(node, "styleId"));
    const std::string_view by_default = attribute(node, "default");
    if (by_default == "1" || by_default == "true" || by_default == "on") default_id = id;
    all.insert_or_assign(id, read_style(node));
  }
  for (const auto& [id, own] : all) {
    DocxStyle style = own.style;
    const Own* base = &own;
    for (int i = 0; i < longest_chain; ++i) {
      const auto next = all.find(base->based_on);
      if (base->based_on.empty() || next == all.end()) break;
      base = &next->second;
      if (style.outline < 0) style.outline = base->style.outline;
      if (style.num_level < 0 && style.num < 0) style.num_level = base->style.num_level;
      if (style.num < 0) {
        style.num = base->style.num;
        style.num_style = base->style.num_style;
      }
    }
    styles_.emplace(id, style);
  }
  if (const auto found = styles_.find(default_id); found != styles_.end()) default_ = found->second;
}

const DocxStyle& DocxStyles::style(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? default_ : found->second;
}

}  // namespace hegui
