// Comments are a part of their own (ECMA-376-1, 17.13.4), which the body's refers to:
//
//   [Content_Types].xml   says what /word/comments.xml is
//   document.xml.rels     leads there
//   document.xml          commentRangeStart … commentRangeEnd, and a run with the reference
//   comments.xml          the words

#include "formats/docx/docx_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "formats/docx/docx_edits.h"
#include "formats/docx/docx_own_comments.h"
#include "formats/docx/docx_package.h"
#include "formats/xml_text.h"
#include "formats/zip/zip_writer.h"
#include "text/fnv1a.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr std::string_view xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The text with something more at the end of its root.
std::string with_child(std::string_view xml, const std::string& child) {
  const std::vector<XmlElement> elements = xml_elements(xml);
  const XmlElement& root = elements.front();
  TextEdits edits;
  if (root.is_closed()) {
    edits.remove(root.end - 2, root.end);
    edits.insert(root.end, fmt::format(">{}</{}>", child, root.name));
  } else {
    edits.insert(root.inner_end, child);
  }
  return edits.applied_to(xml);
}

/// What stands in the part of the comments and says that these and all other members are as they
/// were then. `comments` are without it.
std::string seal_of(const Archive& archive, const std::string& part, std::string_view comments) {
  const std::optional<std::size_t> own = archive.index_of(part);
  const std::vector<std::string> names = archive.names();
  std::uint64_t sum = fnv1a(comments);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (i != own) sum = fnv1a(fmt::format("{:08x}{}\n", archive.stated_checksum(i), names[i]), sum);
  return fmt::format("<!--{} {:016x}-->", comment_author, sum);
}

class CommentWriter {
 public:
  CommentWriter(const StoredFile& file, std::string_view source, const Limits& limits)
      : file_(file),
        limits_(limits),
        archive_(file.bytes, limits),
        package_(archive_),
        body_(archive_.read(file.part)),
        anchors_(body_.text(), source, file.places),
        names_(body_.text(), anchors_.elements().front()),
        relations_(relations_of(package_, file.part)) {}

  std::string write(std::span<const MarginComment> comments) {
    find_comments();
    OwnComments own(package_, relations_, comments_);
    for (auto& [part, text] : own.others()) members_[part] = std::move(text);
    note_ids();
    TextEdits edits;
    own.remove_marks(body_.text(), anchors_.elements(), edits);
    add_marks(body_.text(), anchors_.elements(), names_, marks_of(comments), edits);
    members_[file_.part] = body_.encoded(edits.applied_to(body_.text()));
    return sealed(with_child(own.remaining(), words_));
  }

 private:
  /// The archive with these comments.
  std::string sealed(const std::string& comments) {
    members_[comments_part_] = comments_encoding_.encoded(comments);
    const std::string bytes = with_members(archive_, members_);
    // It has more members than the report, perhaps more than are read.
    const Archive made(bytes, limits_);
    const std::string seal = seal_of(made, comments_part_, comments);
    return with_members(made,
                        {{comments_part_, comments_encoding_.encoded(with_child(comments, seal))}});
  }

  /// Where they are, or are to be.
  void find_comments() {
    const auto found = std::ranges::find(relations_, "comments", &Relation::type);
    if (found != relations_.end()) comments_part_ = found->target;
    if (comments_part_.empty()) {
      const std::string folder = file_.part.substr(0, file_.part.rfind('/') + 1);
      comments_part_ = folder + "comments.xml";
      for (int i = 2; archive_.has(comments_part_); ++i)
        comments_part_ = fmt::format("{}comments{}.xml", folder, i);
      add_relation();
    }
    if (found != relations_.end() && archive_.has(comments_part_)) {
      comments_encoding_ = XmlText(archive_.read(comments_part_));
      comments_ = comments_encoding_.text();
      return;
    }
    comments_ = fmt::format("{}<w:comments xmlns:w=\"{}\"></w:comments>", xml_head, names_.uri);
    add_content_type();
  }

  bool is_strict() const { return names_.uri.find("purl.oclc.org") != std::string::npos; }

  void add_relation() {
    const std::string part = relations_part(file_.part);
    const XmlText relations(
        archive_.has(part)
            ? archive_.read(part)
            : fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                          "relationships\"></Relationships>",
                          xml_head));
    const std::string& text = relations.text();
    std::string id = "rIdComments";
    for (int i = 2;
         text.find('"' + id + '"') != text.npos || text.find('\'' + id + '\'') != text.npos; ++i)
      id = fmt::format("rIdComments{}", i);
    const std::string_view base =
        is_strict() ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::vector<XmlElement> elements = xml_elements(text);
    members_[part] = relations.encoded(with_child(
        text, fmt::format("<{}Relationship Id=\"{}\" Type=\"{}comments\" Target=\"/{}\"/>",
                          prefix_of(elements.front()), id, base, escaped_words(comments_part_))));
  }

  void add_content_type() {
    const std::string part = "[Content_Types].xml";
    const XmlText types(archive_.read(part));
    const std::string name = '/' + escaped_words(comments_part_);
    const std::vector<XmlElement> elements = xml_elements(types.text());
    for (const XmlElement& element : elements)
      if (lower(attribute_in(types.text(), element, "PartName")) == lower(name)) return;
    members_[part] = types.encoded(with_child(
        types.text(),
        fmt::format("<{}Override PartName=\"{}\" ContentType=\"application/vnd.openxmlformats-"
                    "officedocument.wordprocessingml.comments+xml\"/>",
                    prefix_of(elements.front()), name)));
  }

  /// Of comments, and of marks that lead to none.
  void note_ids() {
    const auto note = [&](std::string_view xml, const XmlElement& element) {
      if (!local_name(element).starts_with("comment")) return;
      const std::string_view text = attribute_in(xml, element, "id");
      std::uint32_t id = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
      if (error == std::errc()) ids_.insert(id);
    };
    for (const XmlElement& element : anchors_.elements()) note(body_.text(), element);
    for (const XmlElement& element : xml_elements(comments_)) note(comments_, element);
  }

  std::uint32_t free_id() {
    while (ids_.contains(next_id_)) ++next_id_;
    return next_id_++;
  }

  /// In the order in which they are given, which is that of their numbers.
  std::vector<CommentMark> marks_of(std::span<const MarginComment> comments) {
    const std::vector<XmlElement> elements = xml_elements(comments_);
    const WordNames names(comments_, elements.front());
    std::vector<CommentMark> marks;
    for (const MarginComment& comment : comments) {
      marks.push_back({comment.is_behind ? anchors_.end_of_paragraph(comment.span.begin)
                                         : anchors_.range_of(comment.span),
                       free_id()});
      add_words(names, marks.back(), comment);
    }
    return marks;
  }

  void add_words(const WordNames& names, const CommentMark& mark, const MarginComment& comment) {
    const std::string& w = names.prefix;
    std::vector<std::string> paragraphs = comment.paragraphs;
    if (!mark.range.is_exact) paragraphs.push_back(comment.elsewhere);
    words_ += fmt::format("<{0}comment{1} {0}id=\"{2}\" {0}author=\"{3}\" {0}initials=\"{4}\">", w,
                          names.declaration, mark.id, comment_author,
                          own_initials(fmt::to_string(fmt::join(paragraphs, ""))));
    bool is_first = true;
    for (const std::string& paragraph : paragraphs) {
      if (paragraph.empty()) continue;
      // Whatever the paragraphs of the report look like.
      words_ += fmt::format(
          "<{0}p><{0}pPr><{0}spacing {0}before=\"0\" {0}after=\"0\" {0}line=\"240\" "
          "{0}lineRule=\"auto\"/><{0}ind {0}firstLineChars=\"0\" {0}firstLine=\"0\"/>"
          "<{0}jc {0}val=\"left\"/></{0}pPr>{2}<{0}r><{0}rPr><{0}sz {0}val=\"20\"/>"
          "<{0}szCs {0}val=\"20\"/></{0}rPr><{0}t xml:space=\"preserve\">{1}</{0}t></{0}r></{0}p>",
          w, escaped_words(paragraph),
          is_first ? fmt::format("<{0}r><{0}annotationRef/></{0}r>", w) : "");
      is_first = false;
    }
    words_ += fmt::format("</{}comment>", w);
  }

  const StoredFile& file_;
  const Limits limits_;
  Archive archive_;
  ZipPackage package_;
  XmlText body_;
  DocxAnchors anchors_;
  WordNames names_;
  std::vector<Relation> relations_;
  std::string comments_part_ = {}, comments_ = {};
  XmlText comments_encoding_ = XmlText(std::string());
  std::set<std::uint32_t> ids_ = {};
  std::uint32_t next_id_ = 0;
  std::string words_ = {};  // The new comments.
  std::map<std::string, std::string> members_ = {};
};

}  // namespace

std::string with_comments(const StoredFile& file, std::string_view source,
                          std::span<const MarginComment> comments, const Limits& limits) {
  return CommentWriter(file, source, limits).write(comments);
}

bool is_signed(const StoredFile& file, const Limits& limits) {
  return is_signed(Archive(file.bytes, limits));
}

bool is_own_docx(std::string_view bytes) {
  if (!bytes.starts_with("PK\3\4")) return false;
  try {
    Archive archive(bytes, {});
    ZipPackage package(archive);
    const std::string part = main_part(package);
    if (part.empty()) return false;
    const std::vector<Relation> relations = relations_of(package, part);
    const auto comments = std::ranges::find(relations, "comments", &Relation::type);
    if (comments == relations.end() || !archive.has(comments->target)) return false;
    std::string text = XmlText(archive.read(comments->target)).text();
    const std::size_t at = text.rfind(fmt::format("<!--{} ", comment_author));
    if (at == std::string::npos) return false;
    const std::string seal = text.substr(at, text.find('>', at) + 1 - at);
    return seal == seal_of(archive, comments->target, text.erase(at, seal.size()));
  } catch (const InputError&) {
    return false;
  }
}

}  // namespace hegui
