// Web pages. Gumbo makes the tree, choose_body finds the report in it, and what the page says
// around it about title, date and source is kept:
//
//   <meta name="ArticleTitle" content="…">   a block meta_title, and so on
//   <h1>…</h1>                               the last title before the body
//   <span>来源：…</span>                     labels near it
//
// The rest of the page is not the report.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "formats/format.h"
#include "formats/html/html_blocks.h"
#include "formats/html/html_body.h"
#include "formats/html/html_cells.h"
#include "formats/html/html_parse.h"
#include "formats/html/html_text.h"
#include "language/language_data.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

using namespace std::string_view_literals;

/// What <meta charset>, http-equiv or an XML declaration says, by the names that decode() knows;
/// empty for one that it does not.
std::string_view declared_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  std::size_t at = head.find("charset");
  std::size_t length = "charset"sv.size();
  if (at == head.npos && head.starts_with("<?xml")) {
    at = head.find("encoding");
    length = "encoding"sv.size();
  }
  if (at == head.npos) return {};
  at = head.find_first_not_of(" \t\r\n=\"'", at + length);
  if (at == head.npos) return {};
  const std::string name =
      head.substr(at, head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", at) - at);
  // GB18030 holds all of GBK, and pages that say GB2312 use GBK.
  for (const std::string_view known :
       {"gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese", "cp936", "windows-936"})
    if (name == known) return "GB18030";
  if (name == "big5" || name == "big5-hkscs") return "Big5";
  if (name == "utf-8" || name == "utf8") return "UTF-8";
  return {};
}

Decoded decode_page(const std::string& bytes, const ReadOptions& options) {
  if (!options.encoding.empty()) return decode(bytes, options.encoding, few_places);
  if (bytes.starts_with("\xEF\xBB\xBF")) return decode(bytes, "UTF-8", few_places);
  if (bytes.starts_with("\xFF\xFE")) return decode(bytes, "UTF-16LE", few_places);
  if (bytes.starts_with("\xFE\xFF")) return decode(bytes, "UTF-16BE", few_places);
  const std::string_view declared = declared_encoding(bytes);
  if (declared.empty()) return decode(bytes, {}, few_places);
  // Pages are often converted without a change of what they say. Chinese in another encoding is
  // not valid UTF-8 by chance, but most bytes are valid in the others.
  if (declared != "UTF-8") {
    try {
      return decode(bytes, "UTF-8", few_places);
    } catch (const InputError&) {
    }
  }
  try {
    return decode(bytes, declared, few_places);
  } catch (const InputError&) {
    return decode(bytes, {}, few_places);
  }
}

bool is_title_name(const GumboNode* element) {
  if (tag_of(element) == GUMBO_TAG_H1 || tag_of(element) == GUMBO_TAG_H2) return true;
  for (const char* name : {"id", "class"}) {
    const std::string value = lower(attribute(element, name));
    if (value.find("title") != value.npos || value.find("biaoti") != value.npos) return true;
  }
  return false;
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? tag - GUMBO_TAG_H1 + 1 : 0;
}

bool is_bold(const GumboNode* element, const std::string& style) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_B) return true;
  const std::size_t weight = style.find("font-weight:");
  if (weight == style.npos) return false;
  const std::string_view value = std::string_view(style).substr(weight + 12, 4);
  return value == "bold" || (value.size() >= 3 && value[0] >= '6' && value[0] <= '9');
}

constexpr std::uint8_t deepest_list = 9;  // Of lists in lists whose depth is told apart.

/// The walk through the tree, without recursion: pages may be nested deeper than a stack.
class PageReader {
 public:
  PageReader(std::string_view source, HtmlBody body, const LanguageData& language,
             const Limits& limits)
      : source_(source), language_(language), body_(body), blocks_(source, language, limits) {}

  std::vector<HtmlBlock> read(const GumboNode* root) {
    enter(root, {});
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      const GumboVector& children = frame.node->v.element.children;
      if (frame.next < children.length) {
        visit(static_cast<const GumboNode*>(children.data[frame.next++]), frame);
        continue;
      }
      if (frame.block) blocks_.end_paragraph();
      if (is_cell(frame.node)) end_cell(frame);
      stack_.pop_back();
    }
    return blocks_.finish();
  }
  /// What the blocks' cells are of.
  std::vector<Table> tables() { return std::move(tables_); }

 private:
  struct Frame {
    const GumboNode* node;
    HtmlContext context;
    bool block = false;
    bool ordered = false;   // Of <ol>: its items are numbered,
    int number = 0;         // and this is the last one's.
    std::size_t begun = 0;  // Blocks, before a cell.
    unsigned next = 0;
  };

  void visit(const GumboNode* node, Frame& parent) {
    if (is_element(node)) {
      if (is_unread(node)) return;
      if (tag_of(node) == GUMBO_TAG_BR) return blocks_.break_line();
      if (tag_of(node) == GUMBO_TAG_LI && parent.ordered) {
        parent.number = number_of(attribute(node, "value"), parent.number + 1);
        blocks_.end_paragraph();
        blocks_.number_next(std::to_string(parent.number) + ". ");
      }
      HtmlContext context = parent.context;
      if (tag_of(node) == GUMBO_TAG_TABLE) {
        tables_.emplace_back();
        context.table = static_cast<std::uint32_t>(tables_.size());
      }
      if (context.table > 0) {
        Table& table = tables_[context.table - 1];
        if (tag_of(node) == GUMBO_TAG_TR) table.begin_row();
        if (is_cell(node)) context.cell = {context.table, table.add(cell_of(node))};
      }
      enter(node, context);  // Moves `parent`.
      return;
    }
    if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE &&
        node->type != GUMBO_NODE_CDATA) {
      // A comment can mark the end of the body.
      if (body_.range) blocks_.end_paragraph();
      return;
    }
    const auto begin = begin_of(node, source_);
    if (!begin) return;
    HtmlContext context = parent.context;
    if (body_.range) context.inside = body_.range->contains(*begin);
    const GumboText& text = node->v.text;
    // <span>来源：某某局</span><span>时间：…</span>: a style keeps them apart.
    if (!is_block(node->parent) && node->index_within_parent == 0 &&
        language_.page.label->matches(text.text))
      blocks_.separate(*begin);
    // The last text of a page may claim more than there is.
    const std::size_t length =
        std::min<std::size_t>(text.original_text.length, source_.size() - *begin);
    align_text(source_.substr(*begin, length), *begin, text.text,
               [&](const HtmlCharacter& character) { blocks_.put(character, context); });
  }

  /// Of a cell that turned out to have no words.
  void end_cell(const Frame& frame) {
    const auto begin = begin_of(frame.node, source_);
    if (!begin || frame.begun != blocks_.begun()) return;
    HtmlContext context = frame.context;
    const auto tag = static_cast<std::uint32_t>(frame.node->v.element.original_tag.length);
    const std::uint32_t place = std::min(*begin + tag, static_cast<std::uint32_t>(source_.size()));
    if (body_.range) context.inside = body_.range->contains(place);
    if (context.inside) blocks_.put_empty(place, context);
  }

  void enter(const GumboNode* node, HtmlContext context) {
    const GumboTag tag = tag_of(node);
    Frame frame{.node = node,
                .context = context,
                .block = is_block(node) || node == body_.element,
                .begun = blocks_.begun()};
    const std::string style = style_of(node);
    HtmlContext& here = frame.context;
    if (frame.block) {
      blocks_.end_paragraph();
      const std::size_t indent = style.find("text-indent:");
      if (indent != style.npos && style.size() > indent + 12)
        here.indent = style[indent + 12] >= '1' && style[indent + 12] <= '9' ? 4 : 0;
    }
    if (node == body_.element && !body_.range) here.inside = true;
    here.strong = here.strong || is_bold(node, style);
    here.is_title = here.is_title || is_title_name(node);
    if (tag == GUMBO_TAG_PRE) here.preformatted = true;
    if (is_page_part(node)) here.kind = Block::Kind::furniture;
    if (here.kind != Block::Kind::furniture) {
      if (const int level = heading_level(tag)) {
        here.kind = Block::Kind::heading;
        here.level = static_cast<std::uint8_t>(level);
      } else if (tag == GUMBO_TAG_LI && here.kind == Block::Kind::paragraph) {
        here.kind = Block::Kind::list_item;
      } else if (is_cell(node) && is_data_cell(node)) {
        here.kind = Block::Kind::table_cell;
        here.level = 0;
      }
    }
    if ((tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) && here.list_depth < deepest_list)
      ++here.list_depth;
    if (tag == GUMBO_TAG_LI) blocks_.begin_item(here.list_depth);
    if (tag == GUMBO_TAG_OL) {
      frame.ordered = style.find("list-style:none") == style.npos &&
                      style.find("list-style-type:none") == style.npos;
      frame.number = number_of(attribute(node, "start"), 1) - 1;
    }
    stack_.push_back(frame);
  }

  std::string_view source_;
  const LanguageData& language_;
  HtmlBody body_;
  HtmlBlocks blocks_;
  std::vector<Frame> stack_;
  std::vector<Table> tables_;
};

/// Of what stands before the report: its title, and labels near it. All else outside goes.
std::vector<HtmlBlock> without_page(std::vector<HtmlBlock> blocks, std::string_view source,
                                    const LanguageData& language) {
  constexpr std::size_t farthest = 60;
  const auto inside = [](const HtmlBlock& block) { return block.context.inside; };
  const auto begin =
      static_cast<std::size_t>(std::ranges::find_if(blocks, inside) - blocks.begin());
  std::optional<std::size_t> title;
  std::vector<HtmlBlock> kept;
  std::vector<bool> keep(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const HtmlBlock& block = blocks[i];
    keep[i] = block.context.inside;
    if (i >= begin || begin - i > farthest || block.context.kind == Block::Kind::furniture)
      continue;
    const std::string words = block.words(source);
    if (language.is_longer(words, 200)) continue;
    keep[i] = language.page.kept_label->matches(fold_text(words, language.folding));
    if (!keep[i] && block.context.is_title && language.han(words) >= 6) title = i;
  }
  if (title) keep[*title] = true;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (keep[i]) kept.push_back(std::move(blocks[i]));
  return kept;
}

/// <meta name="PubDate" content="…">: blocks whose words are the value, where it stands.
std::vector<HtmlBlock> read_meta(const GumboNode* root, std::string_view source) {
  struct Known {
    std::string_view name;
    Block::Kind kind;
  };
  constexpr std::array known{Known{"articletitle", Block::Kind::meta_title},
                             Known{"pubdate", Block::Kind::meta_date},
                             Known{"contentsource", Block::Kind::meta_source}};
  constexpr std::size_t longest = 2000;
  std::array<bool, known.size()> seen{};
  std::vector<HtmlBlock> blocks;
  std::vector<const GumboNode*> open{root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;)
      if (const auto* child = static_cast<const GumboNode*>(children.data[i]); is_element(child))
        open.push_back(child);
    if (tag_of(node) != GUMBO_TAG_META) continue;
    const auto which = std::ranges::find(known, lower(attribute(node, "name")), &Known::name);
    const GumboAttribute* value = gumbo_get_attribute(&node->v.element.attributes, "content");
    if (which == known.end() || !value || !value->original_value.data ||
        value->original_value.length > longest)
      continue;
    bool& taken = seen[static_cast<std::size_t>(which - known.begin())];
    if (std::exchange(taken, true)) continue;
    std::string_view original(value->original_value.data, value->original_value.length);
    if (original.size() >= 2 && (original[0] == '"' || original[0] == '\''))
      original = original.substr(1, original.size() - 2);
    HtmlBlock block{.context = {.kind = which->kind, .inside = true}};
    align_text(original, static_cast<std::uint32_t>(original.data() - source.data()), value->value,
               [&](const HtmlCharacter& character) {
                 std::string words;
                 if (character.code == '\n')
                   words = " ";  // A block is a line.
                 else if (!character.verbatim)
                   append_utf8(words, character.code);
                 block.pieces.push_back({character.source, std::move(words)});
               });
    if (!block.pieces.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

bool is_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
  std::erase(head, '\0');  // UTF-16 of what is asked for here.
  head = lower(head);
  std::size_t at = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto skip_blanks = [&] {
    at = std::min(head.find_first_not_of(" \t\r\n\f", at), head.size());
  };
  skip_blanks();
  const bool comment = head.compare(at, 4, "<!--") == 0;
  while (head.compare(at, 4, "<!--") == 0 || head.compare(at, 5, "<?xml") == 0) {
    at = read_markup(head, at).end;
    skip_blanks();
  }
  const std::string_view rest = std::string_view(head).substr(at);
  for (const std::string_view start :
       {"<!doctype html", "<html", "<head>", "<head ", "<body", "<meta "})
    if (rest.starts_with(start)) return true;
  // Markdown may begin with these, too: a page has no lines of Markdown and closes what it opens.
  if (!comment && (rest.size() < 3 || rest[0] != '<' || rest[1] < 'a' || rest[1] > 'z'))
    return false;
  if (rest.find("\n# ") != rest.npos || rest.find("\n## ") != rest.npos || rest.starts_with('#'))
    return false;
  std::size_t ends = 0;
  for (const std::string_view tag : {"</p>", "</div>", "<br", "</h1>", "</td>", "</html>"})
    for (std::size_t found = rest.find(tag); found != rest.npos && ends < 3;
         found = rest.find(tag, found + 1))
      ++ends;
  return ends >= 3 || (ends > 0 && bytes.size() < 1024);
}

Document read_html(std::string path, std::string bytes, const ReadOptions& options) {
  DocumentBuilder builder(std::move(path), "html", decode_page(bytes, options));
  const std::string_view source = builder.source();
  const HtmlTree tree(source, options.limits);
  for (const Span comment : tree.comments()) builder.add_comment(comment);
  std::vector<HtmlBlock> blocks = read_meta(tree.root(), source);
  builder.set_language(language_of_page(tree.root()));
  const LanguageData& language = data_of(builder.language());
  PageReader reader(source, choose_body(tree.root(), source, language), language, options.limits);
  std::ranges::move(without_page(reader.read(tree.root()), source, language),
                    std::back_inserter(blocks));
  std::ranges::stable_sort(
      blocks, {}, [](const HtmlBlock& block) { return block.pieces.front().source.begin; });
  build_blocks(blocks, builder);
  builder.set_tables(reader.tables());
  return builder.finish();
}

}  // namespace hegui
