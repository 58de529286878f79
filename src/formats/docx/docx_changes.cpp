// What was changed or commented, and what a form asks for.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/docx/docx_text.h"
#include "formats/xml.h"
#include "formats/xml_text.h"
#include "text/fnv1a.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_change = 1'000;  // Code points that are kept of its words.

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

std::string own_initials(std::string_view words) {
  std::string told;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = sequence_length(words, at);
    const char32_t code = length == 0 ? U' ' : in_xml(next_code_point(words, at));
    if (length == 0) ++at;
    if (code != U' ' && code != U'\uFFFD') append_utf8(told, code);
  }
  return fmt::format("HG{:04X}", fnv1a(told) & 0xFFFF);
}

bool is_own_comment(pugi::xml_node comment) {
  if (attribute(comment, "author") != comment_author) return false;
  std::string words;
  only_words(comment, Limits{}.nesting, words);
  return attribute(comment, "initials") == own_initials(words);
}

void DocxReader::read_comments(pugi::xml_node root) {
  for (const pugi::xml_node comment : root.children()) {
    if (is_own_comment(comment)) continue;
    std::string words;
    only_words(comment, limits_.nesting, words);
    comments_.insert_or_assign(std::string(attribute(comment, "id")), std::move(words));
  }
}

/// One in another is a part of it: hundreds around the same words would each keep them. Its place
/// is kept, because annotations are in the order in which they begin.
void DocxReader::annotated(Annotation::Kind kind, const std::function<void()>& read) {
  bool& inside = kind == Annotation::Kind::insertion ? in_insertion_ : in_prompt_;
  if (inside) return read();
  inside = true;
  const std::size_t index = out_.annotations.size();
  out_.annotations.push_back({kind, {here(), here()}, {}});
  read();
  end_annotation(index);
  inside = false;
}

std::string DocxReader::kept_words(Span span) const {
  std::string words(first_code_points(std::string_view(out_.text).substr(span.begin, span.size()),
                                      longest_change));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

/// Covers what was read since then; nothing if it was but a picture or what was deleted again.
void DocxReader::end_annotation(std::size_t index) {
  Annotation& own = out_.annotations[index];
  std::uint32_t end = here();
  while (end > own.span.begin && out_.text[end - 1] == '\n') --end;
  if (end == own.span.begin) return;
  own.span.end = end;
  own.words = kept_words(own.span);
  // Every run with another font is an element of its own.
  if (index == 0 || out_.annotations.size() != index + 1) return;
  Annotation& before = out_.annotations[index - 1];
  if (before.kind != own.kind || before.span.end != own.span.begin || before.words.empty()) return;
  before.span.end = end;
  before.words = kept_words(before.span);
  out_.annotations.pop_back();
}

bool is_kept(pugi::xml_node control_properties) {
  const std::string_view lock = attribute(child(control_properties, "lock"), "val");
  return lock == "contentLocked" || lock == "sdtContentLocked" ||
         child(control_properties, "dataBinding");
}

void DocxReader::control(pugi::xml_node sdt, const std::function<void()>& read) {
  const pugi::xml_node properties = child(sdt, "sdtPr");
  const auto read_prompt = [&] {
    is_on(child(properties, "showingPlcHdr")) ? annotated(Annotation::Kind::prompt, read) : read();
  };
  is_kept(properties) ? left_alone(read_prompt) : read_prompt();
}

void DocxReader::insertion(pugi::xml_node node, const Context& context, Boxes& boxes) {
  left_alone([&] { annotated(Annotation::Kind::insertion, [&] { runs(node, context, boxes); }); });
}

void DocxReader::deletion(pugi::xml_node node, Context context) {
  std::string words;
  collect_deleted(node, limits_.nesting - std::min(limits_.nesting, context.depth), words);
  if (words.empty()) return;
  const auto cut = [](std::string& text) {
    text.resize(first_code_points(text, longest_change).size());
  };
  cut(words);
  const std::uint32_t at = here();
  if (!out_.annotations.empty()) {
    Annotation& before = out_.annotations.back();
    if (before.kind == Annotation::Kind::deletion && before.span.begin == at) {
      before.words += words;
      return cut(before.words);
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
