// DOCX: a ZIP archive of XML parts that refer to each other.
//
//   _rels/.rels → word/document.xml → its .rels → styles, numbering, comments, notes, headers
//
// The source is the extracted text, one paragraph a line: first the body, in which line n is the
// n-th paragraph of the file, then footnotes and endnotes, then page headers and footers. The title
// in docProps/core.xml is not read: it is often that of the file this one was made from.

#include <algorithm>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "formats/docx/docx_text.h"
#include "formats/format.h"
#include "formats/xml.h"
#include "formats/zip/zip.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr std::size_t most_page_parts = 64;

/// A part that another refers to.
struct Relation {
  std::string id;
  std::string type;  // The last word of its URI: styles.
  std::string target;
};

/// The relations of a part; of the archive itself if `part` is empty.
std::vector<Relation> relations_of(Archive& archive, const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  const std::string path = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
  std::vector<Relation> relations;
  if (!archive.has(path)) return relations;
  const XmlPart xml(path, archive.read(path));
  for (const pugi::xml_node node : xml.root().children()) {
    if (attribute(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute(node, "Type");
    relations.push_back({.id = std::string(attribute(node, "Id")),
                         .type = std::string(type.substr(type.rfind('/') + 1)),
                         .target = Archive::resolved(part, attribute(node, "Target"))});
  }
  return relations;
}

/// Empty if the archive is no DOCX.
std::string main_part(Archive& archive) {
  for (const Relation& relation : relations_of(archive, ""))
    if (relation.type == "officeDocument" && archive.has(relation.target) &&
        !relation.target.starts_with("xl/") && !relation.target.starts_with("ppt/"))
      return relation.target;
  if (archive.has("word/document.xml")) return "word/document.xml";
  return {};
}

class DocxParts {
 public:
  DocxParts(Archive& archive, std::string document)
      : archive_(archive),
        document_(std::move(document)),
        relations_(relations_of(archive, document_)) {}

  DocxText read(const Limits& limits) {
    DocxStyles styles;
    with("styles", [&](pugi::xml_node root) { styles = DocxStyles(root); });
    DocxNumbering numbering;
    with("numbering", [&](pugi::xml_node root) { numbering = DocxNumbering(root); });
    DocxReader reader(std::move(styles), std::move(numbering), limits);
    with("comments", [&](pugi::xml_node root) { reader.read_comments(root); });
    const std::vector<std::string> page_parts = read_body(reader);
    for (const std::string_view type : {"footnotes", "endnotes"})
      with(type, [&](pugi::xml_node root) { read_notes(root, reader); });
    for (const std::string& part : page_parts) {
      const XmlPart xml(part, archive_.read(part));
      reader.read_part(xml.root(), Block::Kind::furniture);
    }
    return reader.finish();
  }

 private:
  template <typename Use>
  void with(std::string_view type, Use use) {
    const auto relation = std::ranges::find(relations_, type, &Relation::type);
    if (relation == relations_.end() || !archive_.has(relation->target)) return;
    const XmlPart xml(relation->target, archive_.read(relation->target));
    use(xml.root());
  }

  /// Its page headers and footers.
  std::vector<std::string> read_body(DocxReader& reader) {
    const XmlPart xml(document_, archive_.read(document_));
    const pugi::xml_node body = child(xml.root(), "body");
    if (local_name(xml.root()) != "document" || !body)
      throw InputError(say("“{}”里没有正文", "“{}” contains no document text", document_));
    reader.read_body(body);
    std::vector<std::string> parts;
    for (const std::string_view type : {"header", "footer"})
      for (const Relation& relation : relations_)
        if (relation.type == type && archive_.has(relation.target) &&
            parts.size() < most_page_parts)
          parts.push_back(relation.target);
    return parts;
  }

  static void read_notes(pugi::xml_node root, DocxReader& reader) {
    for (const pugi::xml_node note : root.children()) {
      const std::string_view type = attribute(note, "type");
      // The others are lines between the text and the notes.
      if (type.empty() || type == "normal") reader.read_part(note, Block::Kind::note);
    }
  }

  Archive& archive_;
  std::string document_;
  std::vector<Relation> relations_;
};

/// The builder closes the annotation that was opened last, so one that overlaps an earlier one ends
/// with it. None ends after the paragraph in which its last word stands.
void nest(std::vector<Annotation>& annotations, const std::vector<DocxText::Paragraph>& lines) {
  for (Annotation& annotation : annotations) {
    if (lines.empty()) return annotations.clear();
    const auto line_of = [&](std::uint32_t at) {
      const auto after = std::ranges::upper_bound(
          lines, at, {}, [](const DocxText::Paragraph& line) { return line.span.begin; });
      return after == lines.begin() ? after : std::prev(after);
    };
    Span& span = annotation.span;
    const auto first = line_of(span.begin);
    auto last = line_of(span.end);
    while (last > first && (last->span.empty() || last->span.begin >= span.end)) --last;
    span.begin = std::min(span.begin, first->span.end);
    span.end = std::max(span.begin, std::min(span.end, last->span.end));
  }
  std::ranges::stable_sort(annotations, [](const Annotation& a, const Annotation& b) {
    return std::pair(a.span.begin, -std::int64_t{a.span.end}) <
           std::pair(b.span.begin, -std::int64_t{b.span.end});
  });
  std::vector<std::uint32_t> ends;
  for (Annotation& annotation : annotations) {
    while (!ends.empty() && ends.back() <= annotation.span.begin) ends.pop_back();
    if (!ends.empty()) annotation.span.end = std::min(annotation.span.end, ends.back());
    ends.push_back(annotation.span.end);
  }
}

Document build(std::string path, DocxText text) {
  nest(text.annotations, text.paragraphs);
  DocumentBuilder builder(std::move(path), "docx", "UTF-8", std::move(text.text));
  if (text.has_rendered_pages) {
    builder.add_page(0);
    for (const std::uint32_t page : text.pages) builder.add_page(page);
  }
  std::vector<std::uint32_t> ends;  // Of open annotations, the innermost last.
  auto next = text.annotations.begin();
  bool after_gap = false;
  for (const DocxText::Paragraph& line : text.paragraphs) {
    const bool annotated = next != text.annotations.end() && next->span.begin <= line.span.end;
    // A cell without words has its place.
    if (line.span.empty() && !annotated && line.cell.table == 0) {
      after_gap = true;
      continue;
    }
    builder.begin_block(
        {.kind = line.kind, .level = line.level, .after_gap = after_gap, .cell = line.cell});
    std::uint32_t at = line.span.begin;
    const auto add_up_to = [&](std::uint32_t end) {
      builder.add(at, end);
      at = end;
    };
    const auto close_up_to = [&](std::uint32_t end) {
      for (; !ends.empty() && ends.back() <= end; ends.pop_back()) {
        add_up_to(ends.back());
        builder.end_annotation();
      }
    };
    for (; next != text.annotations.end() && next->span.begin <= line.span.end; ++next) {
      close_up_to(next->span.begin);
      add_up_to(next->span.begin);
      const Span span = next->span;
      builder.begin_annotation(std::move(*next));
      ends.push_back(span.end);
    }
    close_up_to(line.span.end);
    add_up_to(line.span.end);
    builder.end_block();
    after_gap = line.span.empty();
  }
  builder.set_tables(std::move(text.tables));
  Document document = builder.finish();
  document.lines_are_paragraphs = true;
  return document;
}

}  // namespace

bool is_docx(Archive& archive) { return !main_part(archive).empty(); }

Document read_docx(std::string path, std::string bytes, const ReadOptions& options) {
  DocxText text;
  {
    // The archive and its trees are gone before the document is built.
    Archive archive(bytes, options.limits);
    text = DocxParts(archive, main_part(archive)).read(options.limits);
  }
  return build(std::move(path), std::move(text));
}

}  // namespace hegui
