// Reads document.xml as a person reads the page: what tracked changes deleted and hidden text are
// not there, fields show their results, numbers that Word counts stand before their paragraphs.
// Here, what stands between paragraphs, and how a paragraph becomes lines; docx_runs.cpp has what
// stands in it, docx_changes.cpp what was changed or commented.

#include "formats/docx/docx_text.h"

#include <algorithm>
#include <utility>

#include "formats/extracted_lines.h"
#include "formats/extracted_text.h"
#include "formats/xml.h"
#include "text/input_error.h"

namespace hegui {

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

namespace {

/// w:sdt of Word's own table of contents.
bool is_contents(pugi::xml_node sdt) {
  const pugi::xml_node gallery = child(child(child(sdt, "sdtPr"), "docPartObj"), "docPartGallery");
  return attribute(gallery, "val") == "Table of Contents";
}

/// A number of columns.
std::uint32_t span_of(pugi::xml_node properties, const char* name, int otherwise) {
  const int columns = number_attribute(child(properties, name), "val", otherwise);
  return static_cast<std::uint32_t>(std::clamp(columns, otherwise, 1'000));
}

/// Its index.
std::uint32_t begin_cell(pugi::xml_node cell, bool is_head, Table& table) {
  const pugi::xml_node properties = child(cell, "tcPr");
  const std::uint32_t columns = span_of(properties, "gridSpan", 1);
  // Without a value it goes on with the cell above.
  const pugi::xml_node merge = child(properties, "vMerge");
  if (merge && attribute(merge, "val") != "restart") return table.go_on(columns);
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

}  // namespace

DocxReader::DocxReader(DocxStyles styles, DocxNumbering numbering, DocxChunks& chunks,
                       const Limits& limits)
    : styles_(std::move(styles)),
      numbering_(std::move(numbering)),
      chunks_(chunks),
      limits_(limits) {}

void DocxReader::read_body(pugi::xml_node node) {
  fields_ = DocxFields(node);
  is_body_ = true;
  blocks(node, {});
  is_body_ = false;
  for (const pugi::xml_node note : std::exchange(notes_, {})) read_part(note, Zone::notes);
}

void DocxReader::read_part(pugi::xml_node node, Zone zone) {
  fields_ = DocxFields(node);
  if (keeps_places_) {
    using In = StoredFile::Place::In;
    const std::string_view name = local_name(node);
    const int id = number_attribute(node, "id", -1);
    const In in = id < 0               ? In::elsewhere
                  : name == "footnote" ? In::footnote
                  : name == "endnote"  ? In::endnote
                  : name == "comment"  ? In::comment
                                       : In::elsewhere;
    note_place(in, static_cast<std::uint32_t>(std::max(id, 0)));
  }
  const std::size_t pages = out_.pages.size();
  const bool is_note = zone == Zone::notes;
  const auto read = [&] {
    blocks(node, {.kind = is_note ? Block::Kind::note : Block::Kind::furniture, .zone = zone});
  };
  // What people wrote in the margin is theirs.
  zone == Zone::comments ? left_alone(read) : read();
  out_.pages.resize(pages);
}

ExtractedText DocxReader::finish() {
  std::erase_if(out_.annotations, [](const Annotation& annotation) {
    return annotation.words.empty() && (annotation.kind == Annotation::Kind::insertion ||
                                        annotation.kind == Annotation::Kind::prompt);
  });
  if (has_rendered_pages_)
    out_.pages.insert(out_.pages.begin(), 0);
  else
    out_.pages.clear();
  return std::move(out_);
}

DocxReader::Context DocxReader::inside(Context context) const {
  if (++context.depth > limits_.nesting)
    throw InputError(say("正文的嵌套超过 {} 层", "the text is nested more than {} levels deep",
                         limits_.nesting));
  return context;
}

/// The last one at a place is the one that has words there.
void DocxReader::note_place(StoredFile::Place::In in, std::uint32_t element) {
  while (!out_.places.empty() && out_.places.back().at >= here()) out_.places.pop_back();
  out_.places.push_back({.at = here(), .element = element, .in = in});
}

void DocxReader::note_element(pugi::xml_node node) {
  // A name stands behind its bracket.
  if (is_body_ && node.type() == pugi::node_element)
    note_place(StoredFile::Place::In::body, static_cast<std::uint32_t>(node.offset_debug() - 1));
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
  if (name == "sdt") return control_block(node, context);
  if (name == "altChunk") return chunk(node, context);
  if (name == "tbl") {
    const bool in_text =
        context.kind == Block::Kind::paragraph || context.kind == Block::Kind::table_cell;
    const bool is_table = in_text && !is_frame(node);
    if (is_table) out_.tables.emplace_back();
    context.table = is_table ? static_cast<std::uint32_t>(out_.tables.size()) : 0;
  }
  if (name == "tr") return row(node, context);
  if (name == "tc" && context.table > 0) {
    Table& table = out_.tables[context.table - 1];
    context.kind = Block::Kind::table_cell;
    context.cell = {context.table, begin_cell(node, context.in_head_row, table)};
    context.table = 0;
  }
  // Word 2003 says of every change by an attribute what it is.
  if (name == "annotation" && attribute(node, "type") == "Word.Insertion")
    return blocks(child(node, "content"), context);
  if (name == "ins" || name == "moveTo") return left_alone([&] { blocks(node, context); });
  for (const std::string_view known : {"tbl", "tc", "sdtContent", "smartTag", "customXml", "del",
                                       "moveFrom", "sect", "sub-section", "pBdrGroup"})
    if (name == known) return blocks(node, context);
}

void DocxReader::row(pugi::xml_node node, Context context) {
  const pugi::xml_node properties = child(node, "trPr");
  if (is_on(child(properties, "hidden"))) return fields_.pass_over(node);
  if (context.table > 0) {
    Table& table = out_.tables[context.table - 1];
    table.begin_row();
    table.skip(span_of(properties, "gridBefore", 0));
  }
  context.in_head_row = is_on(child(properties, "tblHeader"));
  blocks(node, context);
}

/// What it asks for may be whole paragraphs.
void DocxReader::control_block(pugi::xml_node node, Context context) {
  if (context.kind == Block::Kind::paragraph && is_contents(node))
    context.kind = Block::Kind::furniture;
  control(node, [&] { blocks(node, context); });
}

/// The first choice that is read is what a new Word shows; the fallback says the same again.
void DocxReader::alternatives(pugi::xml_node node, Context context) {
  const pugi::xml_node choice = child(node, "Choice");
  left_alone([&] { blocks(choice ? choice : child(node, "Fallback"), context); });
}

void DocxReader::chunk(pugi::xml_node node, Context context) {
  note_place(node);
  append_document(chunks_.read(attribute(node, "id")), context.zone, context.kind, context.cell,
                  limits_, out_);
  has_body_words_ = true;
}

// --- paragraphs

std::string DocxReader::label(pugi::xml_node properties, const DocxStyle& style) {
  // Word 2003 keeps what it counted.
  if (const pugi::xml_node kept = child(child(properties, "listPr"), "t")) {
    std::string words;
    append_words(words, attribute(kept, "val"));
    if (!words.empty() && static_cast<unsigned char>(words.back()) < 0x80) words += ' ';
    return words;
  }
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

void DocxReader::begin_paragraph(pugi::xml_node properties) {
  style_ = &styles_.style(attribute(child(properties, "pStyle"), "val"));
  outline_ = number_attribute(child(properties, "outlineLvl"), "val", -1);
  if (outline_ < 0) outline_ = style_->outline;
  first_line_ = out_.lines.size();
  line_begin_ = here();
  label_ = {here(), here()};
  told_before_ = told_here_ = is_hidden_ = in_link_ = in_math_ = false;
}

/// Whether a run of it is shown; asked where the end of the paragraph is not.
bool DocxReader::shows_words(pugi::xml_node node, std::size_t depth) const {
  if (depth == 0) return true;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t" || name == "sym") return true;
    if (name == "del" || name == "moveFrom" || name == "pPr") continue;
    if (name == "r" && is_hidden(child(part, "rPr"))) continue;
    if (shows_words(part, depth - 1)) return true;
  }
  return false;
}

namespace {

/// Not counting those that only refer to a comment.
bool has_run(pugi::xml_node paragraph) {
  for (const pugi::xml_node part : paragraph.children())
    if (local_name(part) == "r" && !child(part, "commentReference")) return true;
  return false;
}

/// Whether the words of a paragraph begin the next one: its end was deleted or moved away, or they
/// are a drop cap (17.3.1.11).
bool goes_on_in_next(pugi::xml_node node) {
  pugi::xml_node next = node.next_sibling();
  while (next && next.type() != pugi::node_element) next = next.next_sibling();
  if (local_name(next) != "p") return false;
  const pugi::xml_node properties = child(node, "pPr");
  const pugi::xml_node end = child(properties, "rPr");
  const std::string_view cap = attribute(child(properties, "framePr"), "dropCap");
  return child(end, "del") || child(end, "moveFrom") || cap == "drop" || cap == "margin";
}

}  // namespace

void DocxReader::paragraph(pugi::xml_node node, Context context) {
  const auto is_gone = [&](pugi::xml_node part) { return is_deleted(part, limits_.nesting); };
  // One that is deleted as a whole has a place of its own, unless it stands between two halves.
  if (goes_on_in_next(node) && (!beginnings_.empty() || !is_gone(node)))
    return beginnings_.push_back(node);
  const std::vector<pugi::xml_node> beginnings = std::exchange(beginnings_, {});
  const pugi::xml_node properties = child(node, "pPr");
  begin_paragraph(properties);
  note_place(node);
  // Hidden with its end it is not there at all, and not counted.
  if (beginnings.empty() && is_hidden(child(properties, "rPr")) && has_run(node) &&
      !shows_words(node, limits_.nesting))
    return fields_.pass_over(node);
  const std::size_t annotations = out_.annotations.size();
  if (!is_gone(node) || !std::ranges::all_of(beginnings, is_gone))
    out_.text += label(properties, *style_);
  label_.end = here();
  Boxes boxes;
  for (const pugi::xml_node beginning : beginnings) runs(beginning, context, boxes);
  runs(node, context, boxes);
  const bool is_first = out_.lines.size() == first_line_;
  if (here() > line_begin_ ||
      (is_first && (context.zone == Zone::body || out_.annotations.size() > annotations)))
    end_line(context);
  join_wrapped_lines(out_, first_line_);
  if (!boxes.empty()) read_boxes(node, boxes, context);
}

/// The words since the last line, on one of their own.
void DocxReader::end_line(const Context& context) {
  ExtractedText::Line line{.span = {line_begin_, here()},
                           .kind = context.kind,
                           .zone = context.zone,
                           .goes_on = out_.lines.size() > first_line_,
                           .cell = context.cell};
  if (line.kind == Block::Kind::paragraph) {
    if (style_->contents || (told_before_ && !told_here_)) {
      line.kind = Block::Kind::furniture;
    } else if (outline_ >= 0 && outline_ < 9) {
      line.kind = Block::Kind::heading;
      line.level = static_cast<std::uint8_t>(outline_ + 1);
    }
    has_body_words_ = has_body_words_ || !line.span.empty();
  }
  out_.add_line(line, limits_);
  line_begin_ = here();
  told_before_ = told_here_ = false;
}

// --- text boxes

namespace {

bool is_left_alone(pugi::xml_node box) {
  for (pugi::xml_node node = box.parent(); node; node = node.parent())
    for (const std::string_view name : {"AlternateContent", "ins", "moveTo", "fldSimple", "sdt"})
      if (local_name(node) == name) return true;
  return false;
}

}  // namespace

/// A box stands beside the text, unless it has the title, above all words, or most of the text.
void DocxReader::read_boxes(pugi::xml_node paragraph, const Boxes& boxes, Context context) {
  const bool has_title =
      out_.lines.size() > first_line_ && context.zone == Zone::body && !has_body_words_;
  for (const pugi::xml_node box : boxes) {
    Context own = context;
    if (context.zone == Zone::body && context.kind != Block::Kind::table_cell && !has_title &&
        !boxes_hold_the_text(paragraph.root())) {
      own.kind = Block::Kind::furniture;
      own.zone = Zone::boxes;
    }
    DocxFields around = std::exchange(fields_, DocxFields(box));
    // It is read here, and stands in whatever there is.
    is_left_alone(box) ? left_alone([&] { blocks(box, own); }) : blocks(box, own);
    fields_ = std::move(around);
  }
}

/// Of all words that are shown, more stand in boxes than beside them.
bool DocxReader::boxes_hold_the_text(pugi::xml_node root) {
  if (!boxes_hold_the_text_)
    boxes_hold_the_text_ = is_mostly_in_boxes(
        root, [](std::string_view name) { return name == "t"; },
        [](std::string_view name) { return name == "txbxContent"; },
        [](std::string_view name) { return name == "Fallback"; });
  return *boxes_hold_the_text_;
}

}  // namespace hegui
