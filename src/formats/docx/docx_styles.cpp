#include "formats/docx/docx_styles.h"

#include <functional>

#include "formats/xml.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr int longest_chain = 32;  // Of basedOn; a circle ends there, too.

/// Word's own names are English and of any case; WPS has names of its own for lists by hand.
bool is_contents_name(std::string_view name) {
  if (name.starts_with("WPSOffice手动目录") || name == "目录" || name.starts_with("目录 "))
    return true;
  const std::string plain = lower(name);
  return plain.starts_with("toc ") || plain == "table of figures";
}

struct Own {
  DocxStyle style = {};
  std::string based_on = {};
};

Own read_style(pugi::xml_node node) {
  Own own;
  own.based_on = attribute(child(node, "basedOn"), "val");
  const std::string_view name = attribute(child(node, "name"), "val");
  own.style.contents = is_contents_name(name);
  own.style.prompt = lower(name) == "placeholder text";
  own.style.hidden = hidden_by(child(node, "rPr"));
  const pugi::xml_node properties = child(node, "pPr");
  own.style.outline = number_attribute(child(properties, "outlineLvl"), "val", -1);
  // Word 2003 calls a list and its level by other names.
  const pugi::xml_node numbering =
      child(properties, child(properties, "listPr") ? "listPr" : "numPr");
  own.style.num = number_attribute(child(numbering, "numId"), "val",
                                   number_attribute(child(numbering, "ilfo"), "val", -1));
  own.style.num_level = number_attribute(child(numbering, "ilvl"), "val", -1);
  own.style.num_style = attribute(node, "styleId");
  return own;
}

void inherit(DocxStyle& style, const DocxStyle& base) {
  if (style.outline < 0) style.outline = base.outline;
  if (style.hidden == Toggle::unset) style.hidden = base.hidden;
  style.contents = style.contents || base.contents;
  style.prompt = style.prompt || base.prompt;
  if (style.num_level < 0 && style.num < 0) style.num_level = base.num_level;
  if (style.num < 0) {
    style.num = base.num;
    style.num_style = base.num_style;
  }
}

using Owns = std::map<std::string, Own, std::less<>>;

std::map<std::string, DocxStyle, std::less<>> resolved(const Owns& all) {
  std::map<std::string, DocxStyle, std::less<>> styles;
  for (const auto& [id, own] : all) {
    DocxStyle style = own.style;
    const Own* base = &own;
    for (int i = 0; i < longest_chain; ++i) {
      const auto next = all.find(base->based_on);
      if (base->based_on.empty() || next == all.end()) break;
      base = &next->second;
      inherit(style, base->style);
    }
    styles.emplace(id, style);
  }
  return styles;
}

}  // namespace

Toggle hidden_by(pugi::xml_node run_properties) {
  const auto toggle_of = [&](const char* name) {
    const pugi::xml_node property = child(run_properties, name);
    if (!property) return Toggle::unset;
    return is_on(property) ? Toggle::on : Toggle::off;
  };
  if (!run_properties) return Toggle::unset;
  const Toggle vanish = toggle_of("vanish");
  return vanish == Toggle::on || !child(run_properties, "specVanish") ? vanish
                                                                      : toggle_of("specVanish");
}

DocxStyles::DocxStyles(pugi::xml_node root) {
  Owns paragraphs, characters;
  std::string default_id;
  for (const pugi::xml_node node : root.children()) {
    const std::string_view type = attribute(node, "type");
    if (local_name(node) != "style" || (type != "paragraph" && type != "character")) continue;
    const std::string id(attribute(node, "styleId"));
    const std::string_view by_default = attribute(node, "default");
    const bool is_default = by_default == "1" || by_default == "true" || by_default == "on";
    if (type == "paragraph" && is_default) default_id = id;
    (type == "paragraph" ? paragraphs : characters).insert_or_assign(id, read_style(node));
  }
  styles_ = resolved(paragraphs);
  character_styles_ = resolved(characters);
  if (const auto found = styles_.find(default_id); found != styles_.end()) default_ = found->second;
  const pugi::xml_node defaults = child(child(root, "docDefaults"), "rPrDefault");
  hides_all_ = hidden_by(child(defaults, "rPr")) == Toggle::on;
}

const DocxStyle& DocxStyles::style(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? default_ : found->second;
}

const DocxStyle& DocxStyles::character_style(std::string_view id) const {
  static const DocxStyle none;
  const auto found = character_styles_.find(id);
  return found == character_styles_.end() ? none : found->second;
}

}  // namespace hegui
