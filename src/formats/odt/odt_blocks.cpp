// What stands between the paragraphs of an ODT: lists, tables, sections, indexes, notes.

#include <algorithm>
#include <array>
#include <utility>

#include "formats/odt/odt_text.h"
#include "formats/xml.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// Lists of what stands where: furniture. A bibliography is text.
bool is_contents(std::string_view name) {
  for (const std::string_view known : {"table-of-content", "illustration-index", "table-index",
                                       "object-index", "user-index", "alphabetical-index"})
    if (name == known) return true;
  return false;
}

/// What only holds others. What an index is made from has names in -source.
bool is_container(std::string_view name) {
  for (const std::string_view known :
       {"index-body", "index-title", "section", "bibliography", "a", "text-box", "page-sequence"})
    if (name == known) return true;
  return false;
}

bool is_hidden_section(pugi::xml_node node) {
  const std::string_view display = attribute(node, "display");
  return display == "none" || (display == "condition" && attribute(node, "is-hidden") == "true");
}

/// A number of columns, rows or repeats. Nobody reads a thousand of the same.
std::uint32_t number_of(pugi::xml_node node, std::string_view name) {
  return static_cast<std::uint32_t>(std::clamp(number_attribute(node, name, 1), 1, 1'000));
}

/// A table of one cell is a frame around text, not a table.
bool is_frame(pugi::xml_node table) {
  int cells = 0;
  for (const pugi::xml_node row : table.children()) {
    if (local_name(row).ends_with("columns") || local_name(row) == "table-column") continue;
    if (local_name(row) != "table-row") return false;
    if (number_of(row, "number-rows-repeated") > 1) return false;
    for (const pugi::xml_node cell : row.children())
      if (local_name(cell) == "table-cell")
        cells += static_cast<int>(number_of(cell, "number-columns-repeated"));
    if (cells > 1) return false;
  }
  return true;
}

/// The memory of a tree, its words included, or more.
std::size_t size_of(pugi::xml_node root) {
  constexpr std::size_t bytes_of_node = 64;
  std::size_t bytes = 0;
  for (pugi::xml_node node = root; node;) {
    bytes += bytes_of_node + std::string_view(node.value()).size();
    for (const pugi::xml_attribute said : node.attributes())
      bytes += bytes_of_node + std::string_view(said.value()).size();
    pugi::xml_node next = node.first_child();
    for (; !next && node != root; node = node.parent()) next = node.next_sibling();
    node = next;
  }
  return bytes;
}

std::optional<int> start_of(pugi::xml_node node) {
  const int start = number_attribute(node, "start-value", -1);
  return start < 0 ? std::nullopt : std::optional(start);
}

/// What is no text of the body.
bool is_beside(std::string_view name) {
  for (const std::string_view known :
       {"annotation", "note", "tracked-changes", "master-styles", "styles", "automatic-styles",
        "meta", "settings", "scripts", "font-face-decls"})
    if (name == known) return true;
  return false;
}

bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }

}  // namespace

void OdtReader::read_body(pugi::xml_node node) {
  has_pages_ = attribute(node, "use-soft-page-breaks") == "true";
  if (has_pages_) out_.pages.push_back(0);
  if (const pugi::xml_node changes = child(node, "tracked-changes")) read_changes(changes);
  blocks(node, {});
}

void OdtReader::read_notes_and_comments() {
  // A note in a note stands behind it.
  for (std::size_t i = 0; i < notes_.size(); ++i) read_part(notes_[i], Zone::notes);
  for (std::size_t i = 0; i < comments_.size(); ++i) read_part(comments_[i], Zone::comments);
}

void OdtReader::read_part(pugi::xml_node node, Zone zone) {
  has_pages_ = false;
  const bool is_note = zone == Zone::notes;
  blocks(node, {.kind = is_note ? Block::Kind::note : Block::Kind::furniture, .zone = zone});
}

OdtReader::Context OdtReader::inside(Context context) const {
  if (++context.depth > limits_.nesting)
    throw InputError(say("正文的嵌套超过 {} 层", "the text is nested more than {} levels deep",
                         limits_.nesting));
  return context;
}

void OdtReader::blocks(pugi::xml_node parent, Context context) {
  context = inside(context);
  for (const pugi::xml_node node : parent.children()) block(node, context);
}

void OdtReader::block(pugi::xml_node node, Context context) {
  const std::string_view name = local_name(node);
  if (is_paragraph(name)) return paragraph(node, context, {});
  if (name == "list") return list(node, context);
  if (name == "numbered-paragraph") return numbered_paragraph(node, context);
  if (name == "table") return table(node, context);
  if (name == "soft-page-break") return begin_page(here());
  if (mark(node, name)) return;
  if (is_drawing(name)) return box(node, context, !has_body_words_);
  if (name == "section" && is_hidden_section(node)) return;
  if (is_contents(name) && context.kind == Block::Kind::paragraph)
    context.kind = Block::Kind::furniture;
  if (is_contents(name) || is_container(name)) blocks(node, context);
}

// --- lists

void OdtReader::list(pugi::xml_node node, Context context) {
  context = inside(context);
  const std::string_view style = attribute(node, "style-name");
  const bool is_outermost = context.list == nullptr;
  if (!style.empty() || is_outermost) context.list_style = style;
  if (is_outermost) context.list = &numbering_.list(node, style);
  if (attribute(node, "continue-numbering") == "false")
    std::fill(context.list->are_used.begin() + std::min(context.list_level, OdtNumbering::levels),
              context.list->are_used.end(), false);
  ++context.list_level;
  for (const pugi::xml_node item : node.children()) {
    const std::string_view name = local_name(item);
    if (name == "list-item") list_item(item, context);
    if (name == "list-header") blocks(item, context);
    if (name != "list-item" && name != "list-header") mark(item, name);
  }
}

/// Its first paragraph has the number. An item that holds a list only has none of its own.
void OdtReader::list_item(pugi::xml_node node, Context context) {
  context = inside(context);
  if (const std::string_view own = attribute(node, "style-override"); !own.empty())
    context.list_style = own;
  bool is_numbered = false;
  for (const pugi::xml_node part : node.children()) {
    if (!is_paragraph(local_name(part)) || is_numbered) {
      block(part, context);
      continue;
    }
    is_numbered = true;
    const OdtStyle& paragraph_style = styles_.paragraph(attribute(part, "style-name"));
    if (paragraph_style.is_hidden) continue;
    // A list without a style has that of its paragraphs.
    const std::string_view style = context.list_style.empty() && paragraph_style.list
                                       ? std::string_view(*paragraph_style.list)
                                       : context.list_style;
    paragraph(part, context,
              style.empty()
                  ? std::string()
                  : numbering_.next(style, *context.list, context.list_level, start_of(node)));
  }
}

void OdtReader::numbered_paragraph(pugi::xml_node node, Context context) {
  const std::string_view style = attribute(node, "style-name");
  context = inside(context);
  context.list = &numbering_.numbered_paragraphs(attribute(node, "list-id"));
  const std::string number =
      numbering_.next(style, *context.list, number_attribute(node, "level", 1), start_of(node));
  for (const pugi::xml_node part : node.children())
    if (is_paragraph(local_name(part))) paragraph(part, context, number);
}

// --- tables

void OdtReader::table(pugi::xml_node node, Context context) {
  context.list = nullptr;
  context.list_level = 0;
  const bool in_text =
      context.kind == Block::Kind::paragraph || context.kind == Block::Kind::table_cell;
  const bool is_table = in_text && !is_frame(node);
  if (is_table) out_.tables.emplace_back();
  rows(node, inside(context), is_table ? static_cast<std::uint32_t>(out_.tables.size()) : 0, false);
}

void OdtReader::rows(pugi::xml_node node, Context context, std::uint32_t table, bool is_head) {
  context = inside(context);
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "table-row") {
      for (std::uint32_t i = repeats_of(part, "number-rows-repeated", UINT32_MAX); i > 0; --i)
        row(part, context, table, is_head);
    } else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") {
      rows(part, context, table, is_head || name == "table-header-rows");
    } else if (name == "soft-page-break") {
      begin_page(here());
    }
  }
}

void OdtReader::row(pugi::xml_node node, Context context, std::uint32_t table, bool is_head) {
  if (table > 0) out_.tables[table - 1].begin_row();
  context = inside(context);
  // What a cell that reaches over several covers is not seen.
  for (const pugi::xml_node part : node.children()) {
    if (local_name(part) != "table-cell") continue;
    // So that a row ends somewhere, empty cells are repeated up to the edge of a sheet.
    constexpr std::uint32_t most_empty = 64;
    const std::uint32_t most = part.first_child() ? UINT32_MAX : most_empty;
    for (std::uint32_t i = repeats_of(part, "number-columns-repeated", most); i > 0; --i)
      cell(part, context, table, is_head);
  }
}

void OdtReader::cell(pugi::xml_node node, Context context, std::uint32_t table, bool is_head) {
  if (table > 0) {
    context.kind = Block::Kind::table_cell;
    context.cell = {
        table, out_.tables[table - 1].add({.rows = number_of(node, "number-rows-spanned"),
                                           .columns = number_of(node, "number-columns-spanned"),
                                           .is_head = is_head})};
  }
  const std::size_t lines = out_.lines.size();
  blocks(node, context);
  // A cell without a paragraph has its place all the same.
  if (table > 0 && out_.lines.size() == lines)
    out_.add_line({.span = {here(), here()}, .kind = context.kind, .cell = context.cell}, limits_);
}

/// How often a row or cell is there. To repeat one costs nothing to write down, but is read.
std::uint32_t OdtReader::repeats_of(pugi::xml_node node, std::string_view name,
                                    std::uint32_t most) {
  const std::uint32_t times = std::min(number_of(node, name), most);
  if (times > 1) repeated_bytes_ += size_of(node) * (times - 1);
  if (repeated_bytes_ > limits_.text_bytes)
    throw InputError(say("表格里重复的行、格超过 {} MiB",
                         "the rows and cells that tables repeat are larger than {} MiB",
                         limits_.text_bytes >> 20));
  return times;
}

// --- text boxes

/// One stands beside the text, unless it has the title, above all words, or most of the text.
void OdtReader::box(pugi::xml_node node, Context context, bool has_title) {
  const auto boxes_hold_the_text = [&] {
    if (!boxes_hold_the_text_)
      boxes_hold_the_text_ = is_mostly_in_boxes(
          node.root(), [](std::string_view) { return true; }, is_drawing, is_beside);
    return *boxes_hold_the_text_;
  };
  const bool is_outermost = !std::exchange(context.in_box, true);
  if (is_outermost && context.zone == Zone::body && context.kind == Block::Kind::paragraph &&
      !has_title && !boxes_hold_the_text()) {
    context.kind = Block::Kind::furniture;
    context.zone = Zone::boxes;
  }
  blocks(node, context);
}

}  // namespace hegui
