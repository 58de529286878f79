#include "formats/docx/docx_own_comments.h"

#include <algorithm>

#include "formats/xml.h"
#include "formats/xml_text.h"

namespace hegui {

OwnComments::OwnComments(DocxPackage& package, const std::vector<Relation>& relations,
                         std::string_view comments)
    : comments_(comments), elements_(xml_elements(comments)) {
  find();
  if (own_.empty()) return;
  const auto part_of = [&](std::string_view type) {
    const auto found = std::ranges::find(relations, type, &Relation::type);
    return found != relations.end() && package.has(found->target) ? found->target : std::string();
  };
  const std::string extended = part_of("commentsExtended");
  if (!extended.empty()) keep_replied_to(XmlText(package.bytes(extended)).text());
  for (const Own& own : own_) {
    ids_.emplace(own.id);
    if (!own.paragraph.empty()) paragraphs_.emplace(own.paragraph);
  }
  if (paragraphs_.empty()) return;
  // The numbers by which the last of them refers are told by the one before.
  for (const std::string& part : {extended, part_of("commentsIds"), part_of("commentsExtensible")})
    if (!part.empty()) remove_from(package, part);
}

void OwnComments::find() {
  const XmlPart part("comments", std::string(comments_));
  std::vector<bool> are_own;  // In their order.
  for (const pugi::xml_node comment : part.root().children())
    if (local_name(comment) == "comment") are_own.push_back(is_own_comment(comment));
  std::size_t count = 0;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const XmlElement& element = elements_[i];
    const std::string_view name = local_name(element);
    if (!own_.empty() && element.parent == own_.back().element && name == "p")
      own_.back().paragraph = attribute_in(comments_, element, "paraId");  // The last stays.
    if (element.parent != 0 || name != "comment") continue;
    if (are_own.at(count++)) own_.push_back({i, attribute_in(comments_, element, "id"), {}});
  }
}

/// A reply has its comment as the parent.
void OwnComments::keep_replied_to(std::string_view extended) {
  std::set<std::string_view> replied;
  for (const XmlElement& element : xml_elements(extended))
    if (const std::string_view parent = attribute_in(extended, element, "paraIdParent");
        !parent.empty())
      replied.insert(parent);
  std::erase_if(own_, [&](const Own& own) { return replied.contains(own.paragraph); });
}

void OwnComments::remove_from(DocxPackage& package, const std::string& part) {
  const XmlText xml(package.bytes(part));
  TextEdits edits;
  bool has_any = false;
  for (const XmlElement& element : xml_elements(xml.text())) {
    const std::string_view durable = attribute_in(xml.text(), element, "durableId");
    if (element.parent != 0 ||
        (!paragraphs_.contains(attribute_in(xml.text(), element, "paraId")) &&
         !durable_.contains(durable)))
      continue;
    if (!durable.empty()) durable_.emplace(durable);
    edits.remove(element.begin, element.end);
    has_any = true;
  }
  if (has_any) others_[part] = xml.encoded(edits.applied_to(xml.text()));
}

std::string OwnComments::remaining() {
  TextEdits edits;
  for (const Own& own : own_)
    edits.remove(elements_[own.element].begin, elements_[own.element].end);
  // The seal of that check.
  const std::string mark = "<!--" + std::string(comment_author) + ' ';
  for (std::size_t at = comments_.find(mark); at != comments_.npos;
       at = comments_.find(mark, at + 1)) {
    const std::size_t end = comments_.find("-->", at);
    if (end == comments_.npos) break;
    edits.remove(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 3));
  }
  return edits.applied_to(comments_);
}

void OwnComments::remove_marks(std::string_view xml, const std::vector<XmlElement>& elements,
                               TextEdits& edits) const {
  if (ids_.empty()) return;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const XmlElement& element = elements[i];
    const std::string_view name = local_name(element);
    if (!name.starts_with("comment") || !ids_.contains(attribute_in(xml, element, "id"))) continue;
    const XmlElement* gone = &element;
    if (name == "commentReference" && element.parent != XmlElement::none) {
      // Its run goes, too, if it has nothing else.
      const XmlElement& run = elements[element.parent];
      const bool is_last =
          xml.substr(element.end, run.inner_end - element.end).find_first_not_of(" \t\r\n") ==
          std::string_view::npos;
      const std::size_t first = element.parent + 1;
      const bool is_first =
          i == first ||
          (local_name(elements[first]) == "rPr" && elements[first].end <= element.begin &&
           xml.substr(elements[first].end, element.begin - elements[first].end)
                   .find_first_not_of(" \t\r\n") == std::string_view::npos);
      if (is_last && is_first) gone = &run;
    }
    edits.remove(gone->begin, gone->end);
  }
}

}  // namespace hegui
