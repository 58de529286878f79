// Reads document.xml as a person reads the page: what tracked changes deleted and hidden text are
// not there, fields show their results, numbers that Word counts stand before their paragraphs.

#include "formats/docx/docx_text.h"

#include <algorithm>
#include <utility>

#include "formats/xml.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// w:sdt of Word's own table of contents.
bool is_contents(pugi::xml_node sdt) {
  const pugi::xml_node gallery = child(child(child(sdt, "sdtPr"), "docPartObj"), "docPartGallery");
  return attribute(gallery, "val") == "Table of Contents";
}

/// A table of one cell is a frame around text, not a table.
bool is_frame(pugi::xml_node table) {
  int rows = 0, cells = 0;
  for (const pugi::xml_node row : table.children()) {
    if (local_name(row) != "tr") continue;
    if (++rows > 1) return false;
    for (const pugi::xml_node cell : row.children())
      if (local_name(cell) == "tc" && ++cells > 1) return false;
  }
  return true;
}

/// A number of columns.
std::uint32_t span_of(pugi::xml_node properties, const char* name, int otherwise) {
  const int columns = number_attribute(child(properties, name), "val", otherwise);
  return static_cast<std::uint32_t>(std::clamp(columns, otherwise, 1'000));
}

void begin_row(pugi::xml_node row, Table& table) {
  table.begin_row();
  table.skip(span_of(child(row, "trPr"), "gridBefore", 0));
}

/// Its index.
std::uint32_t begin_cell(pugi::xml_node cell, Table& table) {
  const pugi::xml_node properties = child(cell, "tcPr");
  const std::uint32_t columns = span_of(properties, "gridSpan", 1);
  // Without a value it goes on with the cell above.
  const pugi::xml_node merge = child(properties, "vMerge");
  if (merge && attribute(merge, "val") != "restart") return table.go_on(columns);
  const bool is_head = is_on(child(child(cell.parent(), "trPr"), "tblHeader"));
  return table.add({.columns = columns, .is_head = is_head});
}

bool has_words(pugi::xml_node node, std::size_t depth) {
  if (depth == 0) return true;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t" && *part.text().get()) return true;
    if (name != "del" && name != "moveFrom" && name != "txbxContent" && has_words(part, depth - 1))
      return true;
  }
  return false;
}

/// Deleted paragraphs stay in the file until somebody accepts that, but are not counted any more.
bool is_deleted(pugi::xml_node paragraph, std::size_t depth) {
  const bool marked = child(child(child(paragraph, "pPr"), "rPr"), "del");
  return (marked || child(paragraph, "del") || child(paragraph, "moveFrom")) &&
         !has_words(paragraph, depth);
}

void only_words(pugi::xml_node node, std::size_t depth, std::string& words) {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t")
      append_words(words, part.text().get());
    else if (name == "p" && !words.empty() && !words.ends_with(' '))
      words += ' ';
    if (name != "del" && name != "instrText") only_words(part, depth - 1, words);
  }
}

}  // namespace

DocxReader::DocxReader(DocxStyles styles, DocxNumbering numbering, const Limits& limits)
    : styles_(std::move(styles)), numbering_(std::move(numbering)), limits_(limits) {}

void DocxReader::read_comments(pugi::xml_node root) {
  for (const pugi::xml_node comment : root.children()) {
    std::string words;
    only_words(comment, limits_.nesting, words);
    comments_.insert_or_assign(std::string(attribute(comment, "id")), std::move(words));
  }
}

void DocxReader::read_body(pugi::xml_node node) { blocks(node, {}); }

void DocxReader::read_part(pugi::xml_node node, Block::Kind kind) {
  const std::size_t pages = out_.pages.size();
  blocks(node, {.kind = kind, .keeps_empty = false});
  out_.pages.resize(pages);
}

DocxText DocxReader::finish() {
  std::erase_if(out_.annotations, [](const Annotation& annotation) {
    return annotation.kind == Annotation::Kind::insertion && annotation.words.empty();
  });
  return std::move(out_);
}

DocxReader::Context DocxReader::inside(Context context) const {
  if (++context.depth > limits_.nesting)
    throw InputError(say("正文的嵌套超过 {} 层", "the text is nested more than {} levels deep",
                         limits_.nesting));
  return context;
}

// --- what stands between paragraphs

void DocxReader::blocks(pugi::xml_node parent, Context context) {
  context = inside(context);
  for (const pugi::xml_node node : parent.children()) block(node, context);
}

void DocxReader::block(pugi::xml_node node, Context context) {
  const std::string_view name = local_name(node);
  if (name == "p") return paragraph(node, context);
  if (mark_comment(node, name)) return;
  if (name == "AlternateContent") return alternatives(node, context);
  if (name == "tbl") {
    const bool in_text =
        context.kind == Block::Kind::paragraph || context.kind == Block::Kind::table_cell;
    const bool is_table = in_text && !is_frame(node);
    if (is_table) out_.tables.emplace_back();
    context.table = is_table ? static_cast<std::uint32_t>(out_.tables.size()) : 0;
  }
  if (name == "tr" && context.table > 0) begin_row(node, out_.tables[context.table - 1]);
  if (name == "tc" && context.table > 0) {
    context.kind = Block::Kind::table_cell;
    context.cell = {context.table, begin_cell(node, out_.tables[context.table - 1])};
    context.table = 0;
  }
  if (name == "sdt" && context.kind == Block::Kind::paragraph && is_contents(node))
    context.kind = Block::Kind::furniture;
  for (const std::string_view known : {"tbl", "tr", "tc", "sdt", "sdtContent", "ins", "moveTo",
                                       "smartTag", "customXml", "del", "moveFrom"})
    if (name == known) return blocks(node, context);
}

/// The first choice that is read is what a new Word shows; the fallback says the same again.
void DocxReader::alternatives(pugi::xml_node node, Context context) {
  const pugi::xml_node choice = child(node, "Choice");
  blocks(choice ? choice : child(node, "Fallback"), context);
}

// --- paragraphs

std::string DocxReader::label(pugi::xml_node properties, const DocxStyle& style) {
  const pugi::xml_node given = child(properties, "numPr");
  const int own = number_attribute(child(given, "numId"), "val", -1);
  int level = number_attribute(child(given, "ilvl"), "val", -1);
  const int num = own >= 0 ? own : style.num;
  if (num <= 0) return {};
  if (level < 0 && own < 0) {
    level = style.num_level;
    if (level < 0) level = numbering_.level_of_style(num, style.num_style);
  }
  return numbering_.next(num, std::max(level, 0));
}

void DocxReader::paragraph(pugi::xml_node node, Context context) {
  if (out_.paragraphs.size() >= limits_.blocks)
    throw InputError(say("段落超过 {} 个", "more than {} paragraphs", limits_.blocks));
  const pugi::xml_node properties = child(node, "pPr");
  const DocxStyle& style = styles_.style(attribute(child(properties, "pStyle"), "val"));
  const std::uint32_t begin = here();
  const std::size_t annotations = out_.annotations.size();
  if (!is_deleted(node, limits_.nesting)) out_.text += label(properties, style);
  label_ = {begin, here()};
  Boxes boxes;
  runs(node, context, boxes);
  if (here() != begin || context.keeps_empty || out_.annotations.size() > annotations) {
    DocxText::Paragraph done{.span = {begin, here()}, .kind = context.kind, .cell = context.cell};
    const int own = number_attribute(child(properties, "outlineLvl"), "val", -1);
    const int outline = own >= 0 ? own : style.outline;
    if (done.kind == Block::Kind::paragraph) {
      if (style.contents) {
        done.kind = Block::Kind::furniture;
      } else if (outline >= 0 && outline < 9) {
        done.kind = Block::Kind::heading;
        done.level = static_cast<std::uint8_t>(outline + 1);
      }
    }
    out_.paragraphs.push_back(done);
    out_.text.push_back('\n');
  }
  check_size();
  for (const pugi::xml_node box : boxes) blocks(box, context);
}

void DocxReader::check_size() const {
  if (out_.text.size() > limits_.text_bytes)
    throw InputError(
        say("文字超过 {} MiB", "the text is larger than {} MiB", limits_.text_bytes >> 20));
}

void DocxReader::runs(pugi::xml_node parent, Context context, Boxes& boxes) {
  context = inside(context);
  for (const pugi::xml_node node : parent.children()) run_part(node, context, boxes);
}

void DocxReader::run_part(pugi::xml_node node, Context context, Boxes& boxes) {
  const std::string_view name = local_name(node);
  if (name == "t") {
    append_words(out_.text, node.text().get());
    if (*node.text().get()) asked_break_ = false;
    return;
  }
  if (name == "r") {
    if (!is_on(child(child(node, "rPr"), "vanish"))) runs(node, context, boxes);
    return;
  }
  if (name == "tab" || name == "ptab" || name == "cr") return out_.text.push_back(' ');
  if (name == "br") return line_break(node);
  if (name == "noBreakHyphen") return out_.text.push_back('-');
  if (name == "lastRenderedPageBreak") return page_break(true);
  if (name == "ins" || name == "moveTo") return insertion(node, context, boxes);
  if (name == "del" || name == "moveFrom") {
    return deletion(node, context);
  }
  if (name == "txbxContent") return boxes.push_back(node);
  if (name == "AlternateContent") {
    const pugi::xml_node choice = child(node, "Choice");
    return runs(choice ? choice : child(node, "Fallback"), context, boxes);
  }
  if (mark_comment(node, name)) return;
  for (const std::string_view silent :
       {"pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "sym"})
    if (name == silent) return;
  runs(node, context, boxes);
}

void DocxReader::line_break(pugi::xml_node node) {
  const std::string_view type = attribute(node, "type");
  if (type == "page")
    page_break(false);
  else if (type != "column")
    out_.text.push_back(' ');
}

/// Word marks the page that a break by hand begins once more.
void DocxReader::page_break(bool rendered) {
  if (rendered) {
    out_.has_rendered_pages = true;
    if (std::exchange(asked_break_, false)) return;
  } else {
    asked_break_ = true;
  }
  // The number stands on the page of the first word.
  out_.pages.push_back(here() == label_.end ? label_.begin : here());
}

// --- what was changed or commented

void DocxReader::insertion(pugi::xml_node node, Context context, Boxes& boxes) {
  const std::uint32_t begin = here();
  // Its place is kept: annotations are in the order in which they begin.
  const std::size_t index = out_.annotations.size();
  out_.annotations.push_back({Annotation::Kind::insertion, {begin, begin}, {}});
  runs(node, context, boxes);
  // Nothing but a picture or what was deleted again.
  if (here() == begin) return;
  Annotation& own = out_.annotations[index];
  own.span.end = here();
  own.words = out_.text.substr(begin, here() - begin);
  // Every run with another font is an element of its own.
  if (index == 0 || out_.annotations.size() != index + 1) return;
  Annotation& before = out_.annotations[index - 1];
  if (before.kind != own.kind || before.span.end != begin || before.words.empty()) return;
  before.span.end = here();
  before.words += own.words;
  out_.annotations.pop_back();
}

void DocxReader::deletion(pugi::xml_node node, Context context) {
  std::string words;
  collect_deleted(node, limits_.nesting - std::min(limits_.nesting, context.depth), words);
  if (words.empty()) return;
  const std::uint32_t at = here();
  if (!out_.annotations.empty()) {
    Annotation& before = out_.annotations.back();
    if (before.kind == Annotation::Kind::deletion && before.span.begin == at) {
      before.words += words;
      return;
    }
  }
  out_.annotations.push_back({Annotation::Kind::deletion, {at, at}, std::move(words)});
}

void DocxReader::collect_deleted(pugi::xml_node node, std::size_t depth, std::string& words) const {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t" || name == "delText")
      append_words(words, part.text().get());
    else if (name != "txbxContent")
      collect_deleted(part, depth - 1, words);
  }
}

bool DocxReader::mark_comment(pugi::xml_node node, std::string_view name) {
  const bool begins = name == "commentRangeStart", ends = name == "commentRangeEnd";
  const bool refers = name == "commentReference";
  if (!begins && !ends && !refers) return false;
  const std::string id(attribute(node, "id"));
  const auto open = open_comments_.find(id);
  if (open == open_comments_.end() && !ends) {
    // A comment without a range stands where it is referred to.
    const auto words = comments_.find(id);
    if (words == comments_.end()) return true;
    open_comments_.emplace(id, out_.annotations.size());
    out_.annotations.push_back({Annotation::Kind::comment, {here(), here()}, words->second});
  } else if (open != open_comments_.end() && ends) {
    Span& span = out_.annotations[open->second].span;
    span.end = std::max(span.begin, here());
  }
  return true;
}

}  // namespace hegui
