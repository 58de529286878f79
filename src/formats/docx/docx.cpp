// DOCX: a ZIP archive of XML parts that refer to each other.
//
//   _rels/.rels → word/document.xml → its .rels → styles, numbering, comments, notes, headers
//
// The source is the extracted text, a paragraph, or piece of it between soft returns, a line: first
// the body, then footnotes and endnotes, comments, and page headers and footers. The title
// in docProps/core.xml is not read: it is often that of the file this one was made from.

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "formats/docx/docx_package.h"
#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/stored_words.h"
#include "formats/xml.h"
#include "formats/zip/zip.h"
#include "formats/zip/zip_writer.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr std::size_t most_page_parts = 64;
constexpr std::size_t most_embedded = 32;  // Documents in the text, and in these.

class DocxParts : public DocxChunks {
 public:
  DocxParts(DocxPackage& package, std::string document, const ReadOptions& options)
      : package_(package),
        document_(std::move(document)),
        relations_(relations_of(package_, document_)),
        options_(options),
        embedded_(options.embedded ? *options.embedded : own_embedded_) {}

  ExtractedText read() {
    DocxStyles styles;
    with("styles", [&](pugi::xml_node root) { styles = DocxStyles(root); });
    DocxNumbering numbering;
    with("numbering", [&](pugi::xml_node root) { numbering = DocxNumbering(root); });
    DocxReader reader(std::move(styles), std::move(numbering), *this, options_.limits);
    if (options_.keep_file) reader.keep_places();
    with("comments", [&](pugi::xml_node comments) {
      reader.read_comments(comments);
      read_body(reader);
      for (const std::string_view type : {"footnotes", "endnotes"})
        with(type, [&](pugi::xml_node root) { read_notes(root, reader); });
      for (const pugi::xml_node comment : comments.children())
        if (!is_own_comment(comment)) reader.read_part(comment, Zone::comments);
    });
    read_page_parts("header", Zone::header, reader);
    read_page_parts("footer", Zone::footer, reader);
    return reader.finish();
  }

  std::optional<StoredPlace> place_of(const char* words) override {
    return package_.place_of(words);
  }

  Document read(std::string_view relation) override {
    const auto found = std::ranges::find(relations_, relation, &Relation::id);
    if (found == relations_.end() || !package_.has(found->target))
      throw InputError(say("文件损坏：缺少嵌入的一部分正文",
                           "the file is damaged: a part of its text that is embedded is missing"));
    const std::string& name = found->target;
    if (options_.limits.embedding == 0 || ++embedded_ > most_embedded)
      throw InputError(say("嵌入的文档太多（“{}”）", "too many embedded documents (“{}”)", name));
    ReadOptions options = options_;
    options.format.clear();
    options.embedded = &embedded_;
    options.keep_file = false;
    --options.limits.embedding;
    options.limits.unpacked_bytes /= 8;
    try {
      return read_document(name, package_.bytes(name), options);
    } catch (const InputError& error) {
      throw InputError(say("一部分正文是嵌入的文件“{0}”，读不了，请用 Word 另存：{1}",
                           "a part of the text is the embedded file “{0}”, which cannot be read; "
                           "save the document anew with Word: {2}",
                           name, error.message().zh, error.message().en));
    }
  }

 private:
  /// Calls `use` with the root of the part of that type; with a null node if there is none.
  template <typename Use>
  void with(std::string_view type, Use use) {
    const auto relation = std::ranges::find(relations_, type, &Relation::type);
    if (relation == relations_.end() || !package_.has(relation->target))
      return use(pugi::xml_node());
    package_.with(relation->target, use);
  }

  void read_body(DocxReader& reader) {
    package_.with(document_, [&](pugi::xml_node root) {
      const pugi::xml_node body = child(root, "body");
      if (local_name(root) != "document" || !body)
        throw InputError(say("“{}”里没有正文", "“{}” contains no document text", document_));
      reader.read_body(body);
    });
  }

  void read_page_parts(std::string_view type, Zone zone, DocxReader& reader) {
    std::size_t count = 0;
    for (const Relation& relation : relations_)
      if (relation.type == type && package_.has(relation.target) && ++count <= most_page_parts)
        package_.with(relation.target, [&](pugi::xml_node root) { reader.read_part(root, zone); });
  }

  static void read_notes(pugi::xml_node root, DocxReader& reader) {
    for (const pugi::xml_node note : root.children()) {
      const std::string_view type = attribute(note, "type");
      // The others are lines between the text and the notes.
      if (type.empty() || type == "normal") reader.read_part(note, Zone::notes);
    }
  }

  DocxPackage& package_;
  std::string document_;
  std::vector<Relation> relations_;
  const ReadOptions& options_;
  std::size_t own_embedded_ = 0;
  std::size_t& embedded_;
};

}  // namespace

std::optional<ExtractedText> read_package(DocxPackage& package, const ReadOptions& options) {
  const std::string document = main_part(package);
  if (document.empty()) return std::nullopt;
  return DocxParts(package, document, options).read();
}

bool is_docx(Archive& archive) {
  ZipPackage package(archive);
  return !main_part(package).empty();
}

Document read_docx(std::string path, std::string bytes, const ReadOptions& options) {
  std::optional<ExtractedText> text;
  StoredFile file;
  {
    // The archive and its trees are gone before the document is built.
    Archive archive(bytes, options.limits);
    ZipPackage package(archive);
    text = read_package(package, options);
    if (!text) throw InputError(say("里面没有 word/document.xml", "it has no word/document.xml"));
    if (options.keep_file)
      file = {.part = main_part(package), .places = std::exchange(text->places, {})};
  }
  Document document = build_document(std::move(path), "docx", std::move(*text));
  if (!options.keep_file) return document;
  file.bytes = std::move(bytes);
  document.file = std::make_shared<const StoredFile>(std::move(file));
  return document;
}

std::string rewrite_docx(const Document& document, const std::string& bytes,
                         std::span<const Replacement> replacements, const Limits& limits) {
  Archive archive(bytes, limits);
  ZipPackage package(archive);
  if (const auto protection = protection_of(archive, package)) throw InputError(*protection);
  std::map<std::string, std::string> parts;
  for (const std::string& part : parts_of(document, replacements))
    if (!parts.contains(part)) parts.emplace(part, archive.read(part));
  return with_members(archive, with_stored(document, replacements, std::move(parts)));
}

}  // namespace hegui
