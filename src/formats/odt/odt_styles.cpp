#include "formats/odt/odt_styles.h"

#include <functional>

#include "formats/xml.h"

namespace hegui {
namespace {

constexpr int longest_chain = 32;  // Of parents; a circle ends there, too.

std::string key_of(std::string_view family, std::string_view name) {
  return std::string(family) + "/" + std::string(name);
}

/// Whether an attribute that is there has a value.
std::optional<bool> is_set_to(pugi::xml_node node, std::string_view name, std::string_view value) {
  const std::string_view own = attribute(node, name);
  return own.empty() ? std::nullopt : std::optional(own == value);
}

template <typename Value>
void inherit(std::optional<Value>& own, const std::optional<Value>& inherited) {
  if (!own) own = inherited;
}

}  // namespace

OdtStyles::Own OdtStyles::read(pugi::xml_node node) {
  Own own;
  own.parent = attribute(node, "parent-style-name");
  own.is_contents = attribute(node, "name").starts_with("Contents_20_") ||
                    attribute(node, "display-name").starts_with("Contents ");
  for (const pugi::xml_attribute given : node.attributes()) {
    const std::string_view name = local_name(given.name());
    if (name == "default-outline-level") own.outline = number_attribute(node, name, 0);
    if (name == "list-style-name") own.list = given.value();
  }
  const pugi::xml_node paragraph = child(node, "paragraph-properties");
  own.is_hidden = is_set_to(child(node, "text-properties"), "display", "none");
  own.begins_page = is_set_to(paragraph, "break-before", "page");
  own.next_begins_page = is_set_to(paragraph, "break-after", "page");
  if (!attribute(node, "master-page-name").empty()) own.begins_page = true;
  return own;
}

void OdtStyles::add(pugi::xml_node node) {
  for (const pugi::xml_node style : node.children())
    if (local_name(style) == "style")
      styles_.insert_or_assign(key_of(attribute(style, "family"), attribute(style, "name")),
                               read(style));
}

OdtStyle OdtStyles::style(std::string_view family, std::string_view name) const {
  Own all;
  std::string parent(name);
  for (int i = 0; i < longest_chain && !parent.empty(); ++i) {
    const auto found = styles_.find(key_of(family, parent));
    if (found == styles_.end()) break;
    const Own& own = found->second;
    inherit(all.outline, own.outline);
    inherit(all.list, own.list);
    inherit(all.is_hidden, own.is_hidden);
    inherit(all.begins_page, own.begins_page);
    inherit(all.next_begins_page, own.next_begins_page);
    all.is_contents = all.is_contents || own.is_contents;
    parent = own.parent;
  }
  return {.outline = all.outline.value_or(0),
          .list = all.list,
          .is_hidden = all.is_hidden.value_or(false),
          .is_contents = all.is_contents,
          .begins_page = all.begins_page.value_or(false),
          .next_begins_page = all.next_begins_page.value_or(false)};
}

}  // namespace hegui
