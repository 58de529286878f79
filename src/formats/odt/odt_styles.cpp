#include "formats/odt/odt_styles.h"

#include <utility>

#include "formats/xml.h"

namespace hegui {
namespace {

constexpr int longest_chain = 32;  // Of parents; a circle ends there, too.

/// What a style says itself.
struct Own {
  std::string parent = {};
  std::optional<int> outline = {};
  std::optional<std::string> list = {};
  std::optional<bool> is_hidden = {}, begins_page = {}, next_begins_page = {};
  bool is_contents = false;
};

using Owns = std::map<std::string, Own, std::less<>>;

/// Whether an attribute that is there has a value.
std::optional<bool> is_set_to(pugi::xml_node node, std::string_view name, std::string_view value) {
  const std::string_view own = attribute(node, name);
  return own.empty() ? std::nullopt : std::optional(own == value);
}

Own read_style(pugi::xml_node node) {
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

template <typename Value>
void inherit(std::optional<Value>& own, const std::optional<Value>& inherited) {
  if (!own) own = inherited;
}

void inherit(Own& own, const Own& parent) {
  inherit(own.outline, parent.outline);
  inherit(own.list, parent.list);
  inherit(own.is_hidden, parent.is_hidden);
  inherit(own.begins_page, parent.begins_page);
  inherit(own.next_begins_page, parent.next_begins_page);
  own.is_contents = own.is_contents || parent.is_contents;
}

std::map<std::string, OdtStyle, std::less<>> resolved(const Owns& owns) {
  std::map<std::string, OdtStyle, std::less<>> styles;
  for (const auto& [name, own] : owns) {
    Own all = own;
    const Own* last = &own;
    for (int i = 1; i < longest_chain && !last->parent.empty(); ++i) {
      const auto parent = owns.find(last->parent);
      if (parent == owns.end()) break;
      last = &parent->second;
      inherit(all, *last);
    }
    styles.emplace_hint(styles.end(), name,
                        OdtStyle{.outline = all.outline.value_or(0),
                                 .list = std::move(all.list),
                                 .is_hidden = all.is_hidden.value_or(false),
                                 .is_contents = all.is_contents,
                                 .begins_page = all.begins_page.value_or(false),
                                 .next_begins_page = all.next_begins_page.value_or(false)});
  }
  return styles;
}

}  // namespace

OdtStyles::OdtStyles(std::span<const pugi::xml_node> groups) {
  Owns paragraphs, texts;
  for (const pugi::xml_node group : groups)
    for (const pugi::xml_node style : group.children()) {
      const std::string_view family = attribute(style, "family");
      if (local_name(style) != "style" || (family != "paragraph" && family != "text")) continue;
      (family == "text" ? texts : paragraphs)
          .insert_or_assign(std::string(attribute(style, "name")), read_style(style));
    }
  paragraphs_ = resolved(paragraphs);
  texts_ = resolved(texts);
}

const OdtStyle& OdtStyles::style(const ByName& styles, std::string_view name) {
  static const OdtStyle none;
  const auto found = styles.find(name);
  return found == styles.end() ? none : found->second;
}

}  // namespace hegui
