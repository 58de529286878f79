// Paragraphs of an ODT as a person reads the page: white space collapses (ODF 1.2 part 1, 6.1.2),
// what tracked changes deleted and hidden text are not there, fields show their results, comments
// and changes become annotations. What stands between paragraphs is in odt_blocks.cpp.

#include "formats/odt/odt_text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "formats/extracted_lines.h"
#include "formats/xml.h"
#include "text/input_error.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_insertion = 1'000;  // Code points that are kept of its words.

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// What holds no words of the line: readings over characters, signs of notes, descriptions.
constexpr std::array<std::string_view, 8> silent{
    "ruby-text", "note-citation", "script", "title", "desc", "forms", "label", "event-listeners"};

/// Words of deleted text or of a comment: those of its paragraphs.
void only_words(pugi::xml_node node, std::size_t depth, std::string& words) {
  if (depth == 0) return;
  const auto add = [&](std::string_view text) {
    for (; !text.empty() && (words.empty() || words.back() == ' ') &&
           (text.front() == ' ' || text.front() == '\n');)
      text.remove_prefix(1);
    append_words(words, text);
  };
  add(node.value());
  for (const pugi::xml_node part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
      add(part.value());
      continue;
    }
    const std::string_view name = local_name(part);
    if ((name == "p" || name == "h" || name == "s" || name == "tab") && !words.empty() &&
        words.back() != ' ')
      words += ' ';
    // Who wrote it, and when.
    if (name != "creator" && name != "date" && name != "change-info" && name != "annotation" &&
        name != "creator-initials" && name != "note-citation")
      only_words(part, depth - 1, words);
  }
}

std::string words_of(pugi::xml_node node, std::size_t depth) {
  std::string words;
  only_words(node, depth, words);
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace

bool is_drawing(std::string_view name) {
  constexpr std::array<std::string_view, 14> drawings{
      "frame", "custom-shape", "g",       "rect",    "line",    "polyline",  "polygon",
      "path",  "circle",       "ellipse", "caption", "measure", "connector", "regular-polygon"};
  return is_among(drawings, name);
}

OdtReader::OdtReader(OdtStyles styles, OdtNumbering numbering, const Limits& limits)
    : styles_(std::move(styles)), numbering_(std::move(numbering)), limits_(limits) {}

ExtractedText OdtReader::finish() {
  std::erase_if(out_.annotations, [](const Annotation& annotation) {
    return annotation.kind == Annotation::Kind::insertion && annotation.words.empty();
  });
  return std::move(out_);
}

// --- paragraphs

/// Headings that are no items of a list are counted by themselves.
std::string OdtReader::heading_number(pugi::xml_node node, const OdtStyle& style) {
  const bool has_no_number =
      attribute(node, "is-list-header") == "true" || (style.list && style.list->empty());
  if (has_no_number) return {};
  std::optional<int> start;
  if (attribute(node, "restart-numbering") == "true")
    start = std::max(number_attribute(node, "start-value", 1), 0);
  return numbering_.next("", numbering_.headings(), number_attribute(node, "outline-level", 1),
                         start);
}

ExtractedText::Line OdtReader::line_of(pugi::xml_node node, const Context& context,
                                       const OdtStyle& style) {
  ExtractedText::Line line{.kind = context.kind, .zone = context.zone, .cell = context.cell};
  if (line.kind != Block::Kind::paragraph) return line;
  const bool is_h = local_name(node) == "h";
  if (style.is_contents) {
    line.kind = Block::Kind::furniture;
  } else if (is_h || style.outline > 0) {
    const int level = is_h ? number_attribute(node, "outline-level", 1) : style.outline;
    line.kind = Block::Kind::heading;
    line.level = static_cast<std::uint8_t>(std::clamp(level, 1, OdtNumbering::levels));
  }
  return line;
}

void OdtReader::paragraph(pugi::xml_node node, const Context& context, std::string_view number) {
  const OdtStyle& style = styles_.paragraph(attribute(node, "style-name"));
  if (style.is_hidden) return;
  Open open{
      .begin = here(), .first_line = out_.lines.size(), .line = line_of(node, context, style)};
  open.line.span.begin = here();
  const std::size_t annotations = out_.annotations.size();
  if ((style.begins_page || page_is_due_)) begin_page(here());
  page_is_due_ = style.next_begins_page;
  out_.text += number;
  if (local_name(node) == "h" && context.list == nullptr && context.kind == Block::Kind::paragraph)
    out_.text += heading_number(node, style);
  open.label_end = here();
  inline_nodes(node, context.depth, open);
  const bool is_first = out_.lines.size() == open.first_line;
  if (open.is_hidden)
    hide(open, annotations);
  else if (here() > open.line.span.begin ||
           (is_first && (context.zone == Zone::body || out_.annotations.size() > annotations)))
    end_line(open);
  join_wrapped_lines(out_, open.first_line);
  const bool has_title = !has_body_words_;
  for (const pugi::xml_node drawing : open.boxes) box(drawing, context, has_title);
}

/// What was read of a paragraph is not shown; what was noted in it stands where it would be.
void OdtReader::hide(const Open& open, std::size_t annotations) {
  out_.text.resize(open.begin);
  out_.lines.resize(open.first_line);
  for (std::size_t i = annotations; i < out_.annotations.size(); ++i)
    out_.annotations[i].span = {open.begin, open.begin};
  for (std::size_t i = out_.pages.size(); i > 0 && out_.pages[i - 1] > open.begin; --i)
    out_.pages[i - 1] = open.begin;
}

/// The words since the last line, on one of their own.
void OdtReader::end_line(Open& open) {
  open.line.goes_on = out_.lines.size() > open.first_line;
  if (open.line.zone == Zone::body && open.line.kind != Block::Kind::table_cell)
    has_body_words_ = has_body_words_ || here() > open.line.span.begin;
  out_.add_line(open.line, limits_);
  open.line.span.begin = here();
}

// --- what stands in a paragraph

void OdtReader::inline_nodes(pugi::xml_node parent, std::size_t depth, Open& open) {
  if (++depth > limits_.nesting)
    throw InputError(say("正文的嵌套超过 {} 层", "the text is nested more than {} levels deep",
                         limits_.nesting));
  words(parent.value(), open);
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
      words(node.value(), open);
    else
      inline_node(node, depth, open);
  }
}

void OdtReader::words(std::string_view text, Open& open) {
  constexpr std::string_view blanks = " \t\r\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    if (end > 0) {
      append_words(out_.text, text.substr(0, end));
      open.after_blank = false;
    }
    text.remove_prefix(end);
    if (text.empty()) return;
    if (!std::exchange(open.after_blank, true)) out_.text.push_back(' ');
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  }
}

void OdtReader::inline_node(pugi::xml_node node, std::size_t depth, Open& open) {
  const std::string_view name = local_name(node);
  if (name == "s" || name == "tab") {
    constexpr int most_blanks = 200;
    const int count = name == "s" ? number_attribute(node, "c", 1) : 1;
    out_.text.append(static_cast<std::size_t>(std::clamp(count, 1, most_blanks)), ' ');
    open.after_blank = false;
    return;
  }
  if (name == "line-break") {
    // One at the beginning of a paragraph ends nothing.
    if (here() > open.label_end || out_.lines.size() > open.first_line) end_line(open);
    open.after_blank = true;
    return;
  }
  if (name == "soft-page-break") {
    // The number stands on the page of the first word.
    return begin_page(here() == open.label_end ? open.begin : here());
  }
  if (mark(node, name)) return;
  if (name == "note") {
    if (const pugi::xml_node body = child(node, "note-body")) notes_.push_back(body);
    return;
  }
  if (is_drawing(name)) return open.boxes.push_back(node);
  if (name == "hidden-paragraph" && attribute(node, "is-hidden") == "true") open.is_hidden = true;
  const bool is_hidden = (name == "hidden-text" && attribute(node, "is-hidden") != "false") ||
                         (name == "span" && styles_.text(attribute(node, "style-name")).is_hidden);
  if (!is_hidden && !is_among(silent, name)) inline_nodes(node, depth, open);
}

// --- pages, comments, changes

void OdtReader::begin_page(std::uint32_t at) {
  if (has_pages_ && at > 0 && (out_.pages.empty() || out_.pages.back() < at))
    out_.pages.push_back(at);
}

/// Whether a node is the place of a comment or a change, or its end.
bool OdtReader::mark(pugi::xml_node node, std::string_view name) {
  if (name == "annotation") {
    mark_comment(node);
  } else if (name == "annotation-end") {
    const auto open = open_annotations_.find(attribute(node, "name"));
    if (open != open_annotations_.end()) {
      Span& span = out_.annotations[open->second].span;
      span.end = std::max(span.begin, here());
    }
  } else if (name == "change" || name == "change-start" || name == "change-end") {
    mark_change(name, attribute(node, "change-id"));
  } else {
    return false;
  }
  return true;
}

void OdtReader::mark_comment(pugi::xml_node node) {
  const std::string_view name = attribute(node, "name");
  comments_.push_back(node);
  if (!name.empty()) open_annotations_.insert_or_assign(std::string(name), out_.annotations.size());
  out_.annotations.push_back(
      {Annotation::Kind::comment, {here(), here()}, words_of(node, limits_.nesting)});
}

void OdtReader::mark_change(std::string_view name, std::string_view id) {
  const auto change = changes_.find(id);
  if (change == changes_.end()) return;
  if (change->second.is_deletion) {
    if (change->second.words.empty()) return;
    out_.annotations.push_back(
        {Annotation::Kind::deletion, {here(), here()}, std::exchange(change->second.words, {})});
  } else if (name == "change-start") {
    open_annotations_.insert_or_assign(std::string(id), out_.annotations.size());
    out_.annotations.push_back({Annotation::Kind::insertion, {here(), here()}, {}});
  } else if (const auto open = open_annotations_.find(id);
             open != open_annotations_.end() && name == "change-end") {
    Annotation& insertion = out_.annotations[open->second];
    insertion.span.end = std::max(insertion.span.begin, here());
    insertion.words = first_code_points(
        std::string_view(out_.text).substr(insertion.span.begin, insertion.span.size()),
        longest_insertion);
    std::ranges::replace(insertion.words, '\n', ' ');
    open_annotations_.erase(open);
  }
}

void OdtReader::read_changes(pugi::xml_node node) {
  for (const pugi::xml_node region : node.children()) {
    const std::string_view id = attribute(region, "id");
    if (const pugi::xml_node deletion = child(region, "deletion"))
      changes_.insert_or_assign(std::string(id), Change{true, words_of(deletion, limits_.nesting)});
    else if (child(region, "insertion"))
      changes_.insert_or_assign(std::string(id), Change{});
  }
}

}  // namespace hegui
