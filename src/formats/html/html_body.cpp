// A government page is mostly menu. What the publishing systems write around a report is tried in
// this order, and a mark counts only if most of the page's prose stands inside:
//
//   <!--ZJEG_RSS.content.begin--> … end     <meta name="ContentStart"> … ContentEnd
//   ids and classes such as zoom, UCAP-CONTENT, TRS_Editor
//   else the innermost element that holds nearly all prose
//
// Prose is what stands outside of links in blocks with a sentence mark; menus and footers have
// none.

#include "formats/html/html_body.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include "formats/html/html_text.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array<std::string_view, 18> body_names{"zoom",
                                                      "ucap-content",
                                                      "trs_editor",
                                                      "trs_editor_view",
                                                      "trs_ueditor",
                                                      "div_zhengwen",
                                                      "zhengwen",
                                                      "article-content",
                                                      "article_content",
                                                      "articlecontent",
                                                      "news_content",
                                                      "news_conent_two_text",
                                                      "pages_content",
                                                      "content_text",
                                                      "artibody",
                                                      "con_text",
                                                      "bt-content",
                                                      "view"};

constexpr std::array<std::string_view, 17> page_part_names{
    "nav",      "menu",     "breadcrumb", "breadcrumbs", "crumb",   "crumbs",
    "location", "share",    "toolbar",    "footer",      "sidebar", "qrcode",
    "ewm",      "fontsize", "related",    "bdshare",     "dangqian"};

/// Calls `take` for each word of a class or id, lower case, until it returns true.
template <typename Take>
bool any_name(const GumboNode* element, Take take) {
  for (const char* name : {"id", "class"}) {
    const std::string value = lower(attribute(element, name));
    for (std::size_t begin = 0; begin < value.size();) {
      const std::size_t end = std::min(value.find_first_of(" \t\r\n\f", begin), value.size());
      if (end > begin && take(std::string_view(value).substr(begin, end - begin))) return true;
      begin = end + 1;
    }
  }
  return false;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return is_element(node) ? &node->v.element.children : nullptr;
}

bool has_sentence_mark(std::string_view text) {
  for (const std::string_view mark : {"。", "，", "；", ","})
    if (text.find(mark) != text.npos) return true;
  return false;
}

/// Han of prose, in the whole page and in each element.
class Prose {
 public:
  Prose(const GumboNode* root, const LanguageData& language) : language_(language) {
    measure(root);
  }

  std::size_t of(const GumboNode* element) const {
    const auto found = prose_.find(element);
    return found == prose_.end() ? 0 : found->second;
  }
  /// Blocks of prose: where they begin, and their Han.
  struct Place {
    const char* at;
    std::size_t han;
  };
  const std::vector<Place>& places() const { return places_; }
  /// In document order.
  const std::vector<const GumboNode*>& elements() const { return elements_; }

 private:
  struct Frame {
    const GumboNode* node;
    bool block;
    bool link;
    unsigned next = 0;
    std::size_t prose = 0;
    // Of a block: its own text.
    std::size_t han = 0;
    bool sentence = false;
    bool imprint = false;
    const char* at = nullptr;
  };

  void measure(const GumboNode* root) {
    std::vector<Frame> stack{Frame{root, true, false}};
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const GumboVector* children = children_of(frame.node);
      if (children && frame.next < children->length) {
        const auto* child = static_cast<const GumboNode*>(children->data[frame.next++]);
        if (is_element(child)) {
          if (is_unread(child) || is_page_part(child)) continue;
          elements_.push_back(child);
          const bool link = frame.link || tag_of(child) == GUMBO_TAG_A;
          stack.push_back(Frame{child, is_block(child), link});
        } else if (child->type == GUMBO_NODE_TEXT && !frame.link) {
          add_text(stack, child->v.text);
        }
        continue;
      }
      if (frame.block && frame.sentence && !frame.imprint && frame.han >= 15) {
        frame.prose += frame.han;
        places_.push_back({frame.at, frame.han});
      }
      const std::size_t prose = frame.prose;
      if (prose > 0) prose_[frame.node] = prose;
      stack.pop_back();
      if (!stack.empty()) stack.back().prose += prose;
    }
  }

  void add_text(std::vector<Frame>& stack, const GumboText& text) const {
    auto block = stack.rbegin();
    while (!block->block) ++block;  // The root is one.
    const std::string_view words = text.text;
    block->han += language_.han(words);
    block->sentence = block->sentence || has_sentence_mark(words);
    block->imprint = block->imprint || language_.page.imprint->matches(words);
    if (!block->at) block->at = text.original_text.data;
  }

  const LanguageData& language_;
  std::unordered_map<const GumboNode*, std::size_t> prose_;
  std::vector<Place> places_;
  std::vector<const GumboNode*> elements_;
};

/// Between two comments; the second after the first.
std::optional<Span> between_comments(std::string_view source) {
  const std::size_t begin = source.find("<!--ZJEG_RSS.content.begin-->");
  if (begin == source.npos) return std::nullopt;
  const std::size_t end = source.find("<!--ZJEG_RSS.content.end-->", begin);
  if (end == source.npos) return std::nullopt;
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<Span> between_meta(const Prose& prose, std::string_view source) {
  std::optional<std::uint32_t> begin, end;
  for (const GumboNode* element : prose.elements()) {
    if (tag_of(element) != GUMBO_TAG_META) continue;
    const std::string name = lower(attribute(element, "name"));
    if (name == "contentstart" && !begin) begin = begin_of(element, source);
    if (name == "contentend") end = begin_of(element, source);
  }
  if (!begin || !end || *begin >= *end) return std::nullopt;
  return Span{*begin, *end};
}

std::size_t prose_between(const Prose& prose, Span range, std::string_view source) {
  std::size_t sum = 0;
  for (const Prose::Place& place : prose.places()) {
    const std::less<const char*> before;
    if (!before(place.at, source.data() + range.begin) &&
        before(place.at, source.data() + range.end))
      sum += place.han;
  }
  return sum;
}

/// May hold a whole report. A paragraph may not, even if it holds nearly all words: headings and
/// the signature stand beside it.
bool can_be_body(const GumboNode* element) {
  switch (tag_of(element)) {
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD: return true;
    default: return false;
  }
}

const GumboNode* innermost(const GumboNode* root, const Prose& prose) {
  const GumboNode* body = root;
  while (const GumboVector* children = children_of(body)) {
    const GumboNode* best = nullptr;
    for (unsigned i = 0; i < children->length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children->data[i]);
      if (is_element(child) && (!best || prose.of(child) > prose.of(best))) best = child;
    }
    if (!best || !can_be_body(best) || prose.of(best) * 100 < prose.of(body) * 95) break;
    body = best;
  }
  return body;
}

}  // namespace

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

GumboTag tag_of(const GumboNode* node) {
  return is_element(node) && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML
             ? node->v.element.tag
             : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode* element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

std::string style_of(const GumboNode* element) {
  std::string style = lower(attribute(element, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return style;
}

std::optional<std::uint32_t> begin_of(const GumboNode* node, std::string_view source) {
  const char* at =
      is_element(node) ? node->v.element.original_tag.data : node->v.text.original_text.data;
  const std::less<const char*> before;
  if (!at || before(at, source.data()) || !before(at, source.data() + source.size()))
    return std::nullopt;
  return static_cast<std::uint32_t>(at - source.data());
}

bool is_unread(const GumboNode* element) {
  if (element->type == GUMBO_NODE_TEMPLATE) return true;
  if (element->v.element.tag_namespace == GUMBO_NAMESPACE_SVG) return true;
  switch (tag_of(element)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP: return true;
    default: break;
  }
  if (gumbo_get_attribute(&element->v.element.attributes, "hidden")) return true;
  if (attribute(element, "style").empty()) return false;
  const std::string style = style_of(element);
  return style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos;
}

bool is_page_part(const GumboNode* element) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return false;
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE) return true;
  return any_name(element, [](std::string_view name) {
    return std::ranges::find(page_part_names, name) != page_part_names.end();
  });
}

bool is_block(const GumboNode* element) {
  switch (tag_of(element)) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HR: return true;
    default: return false;
  }
}

Language language_of_page(const GumboNode* root) {
  ScriptTally tally;
  std::vector<const GumboNode*> open{root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const GumboVector* children = children_of(node);
    for (unsigned i = 0; children && i < children->length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children->data[i]);
      if (child->type == GUMBO_NODE_TEXT)
        tally.add(child->v.text.text);
      else if (is_element(child) && !is_unread(child))
        open.push_back(child);
    }
  }
  return tally.language();
}

HtmlBody choose_body(const GumboNode* root, std::string_view source, const LanguageData& language) {
  const Prose prose(root, language);
  const std::size_t all = prose.of(root);
  for (const auto& range : {between_comments(source), between_meta(prose, source)})
    if (range && prose_between(prose, *range, source) * 2 > all) return {root, range};
  const GumboNode* best = nullptr;
  std::size_t best_rank = body_names.size();
  for (const GumboNode* element : prose.elements()) {
    if (prose.of(element) * 100 <= all * 60) continue;
    any_name(element, [&](std::string_view name) {
      const auto rank =
          static_cast<std::size_t>(std::ranges::find(body_names, name) - body_names.begin());
      if (rank < best_rank) {
        best = element;
        best_rank = rank;
      }
      return false;
    });
  }
  if (!best && all > 0) best = innermost(root, prose);
  return {best ? best : root, {}};
}

}  // namespace hegui
