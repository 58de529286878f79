// New paragraphs in a document.xml that otherwise stays what it was, byte for byte: a tree is read
// only to tell where elements lie in the text of the part.
//
// Lines of the source are looked up among the paragraphs in their order: a line is a paragraph, or
// a piece of one, and the number that Word counts stands before it.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "formats/docx/docx_package.h"
#include "formats/docx/docx_text.h"
#include "formats/insertion.h"
#include "formats/stored_words.h"
#include "formats/xml.h"
#include "formats/xml_text.h"
#include "formats/zip/zip.h"
#include "formats/zip/zip_writer.h"
#include "text/input_error.h"
#include "text/replacement.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t deepest = 256;

/// Without blanks of any kind, in which file and source may differ.
std::string dense(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(words, at);
    if (code > ' ' && code != 0xA0 && code != 0x3000) text.append(words, begin, at - begin);
  }
  return text;
}

/// What a paragraph shows, boxes aside: dense().
void collect_words(pugi::xml_node node, std::size_t depth, std::string& words) {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t")
      words += dense(part.first_child().value());
    else if (name != "del" && name != "moveFrom" && name != "txbxContent" && name != "pPr" &&
             name != "Fallback")
      collect_words(part, depth - 1, words);
  }
}

struct Paragraph {
  pugi::xml_node node;
  std::string words;  ///< dense()
};

void collect_paragraphs(pugi::xml_node node, std::size_t depth, std::vector<Paragraph>& found) {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "p") {
      std::string words;
      collect_words(part, depth, words);
      found.push_back({part, std::move(words)});
    } else if (name != "Fallback") {
      collect_paragraphs(part, depth - 1, found);
    }
  }
}

std::size_t begin_of(pugi::xml_node element) {
  return static_cast<std::size_t>(element.offset_debug()) - 1;
}

class DocxAmender {
 public:
  DocxAmender(const std::string& part, const std::string& xml, const Document& document)
      : part_(part), xml_(xml), document_(document) {
    if (!tree_.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                           pugi::encoding_utf8))
      throw InputError(say("正文的 XML 有错", "its document is not well-formed"));
    root_ = tree_.document_element();
    const std::string_view name(root_.name());
    prefix_ = name.substr(0, name.find(':') + 1);
    collect_paragraphs(child(root_, "body"), deepest, paragraphs_);
  }

  std::string amend(const Amendment& amendment) {
    find_lines();
    std::vector<Replacement> numbers;
    for (const NewNumber& number : amendment.numbers)
      std::ranges::move(renumber(number), std::back_inserter(numbers));
    std::vector<Replacement> changes = in_parts(document_, numbers, {{part_, xml_}})[part_];
    for (const Insertion& insertion : amendment.insertions) changes.push_back(inserted(insertion));
    sort_replacements(changes);
    return with_replacements(xml_, changes);
  }

 private:
  std::string_view line(std::uint32_t number) const {
    const Span span = document_.lines.line(document_.source, number);
    return std::string_view(document_.source).substr(span.begin, span.size());
  }

  /// Whose paragraph each line is of.
  void find_lines() {
    constexpr std::size_t farthest = 400, nearby = 3, longest_number = 30;
    std::size_t at = 0;
    for (std::uint32_t number = 1; number <= document_.lines.count(); ++number) {
      lines_.push_back(paragraphs_.size());
      const std::string words = dense(line(number));
      if (words.empty()) continue;
      for (std::size_t i = at; i < std::min(paragraphs_.size(), at + farthest); ++i) {
        const std::string& own = paragraphs_[i].words;
        // A few words stand in many paragraphs: a piece of one is looked for nearby only.
        const bool is_piece = i < at + nearby && own.find(words) != own.npos;
        const bool is_whole =
            !own.empty() && words.ends_with(own) && words.size() - own.size() <= longest_number;
        if (!is_whole && !is_piece && !own.starts_with(words)) continue;
        lines_.back() = i;
        at = is_whole ? i + 1 : i;
        break;
      }
    }
  }

  const Paragraph& paragraph_of(std::uint32_t number) const {
    const std::size_t index =
        number > 0 && number <= lines_.size() ? lines_[number - 1] : paragraphs_.size();
    if (index == paragraphs_.size())
      throw InputError(say("第 {} 行附近补不进去，请在 Word 里自己加这一部分",
                           "nothing can be added near line {}; add it with a word processor",
                           number));
    return paragraphs_[index];
  }

  /// A number that Word counts moves on by itself. Of others all that is new comes in place of the
  /// first character that changes: each may lie in a run of its own.
  std::vector<Replacement> renumber(const NewNumber& number) const {
    const std::string_view old =
        std::string_view(document_.source).substr(number.place.begin, number.place.size());
    const std::uint32_t line = document_.lines.line_at(number.place.begin);
    if (!paragraph_of(line).words.starts_with(dense(old))) return {};
    const auto [span, words] = shortened(document_.source, {number.place, number.words});
    std::size_t first = span.begin;
    if (!span.empty()) next_code_point(document_.source, first);
    const auto second = static_cast<std::uint32_t>(first);
    std::vector<Replacement> changes{{{span.begin, second}, words}};
    if (second < span.end) changes.push_back({{second, span.end}, {}});
    for (const Replacement& change : changes)
      if (!is_stored(document_, change) || parts_of(document_, {&change, 1}).front() != part_)
        throw InputError(
            say("第 {} 行的序号要往后移，可是它在修订、域或者锁定的内容里，请用 Word 改",
                "the number on line {} has to move on, but stands in a tracked change, "
                "a field or a locked control; change it with Word",
                line));
    return changes;
  }

  Replacement inserted(const Insertion& insertion) const {
    const Paragraph& place = paragraph_of(insertion.line);
    if (insertion.at > 0)
      throw InputError(say("要补的地方在第 {} 行的一段中间，请先在那里另起一段",
                           "the place is in the middle of a paragraph, on line {}; begin a new "
                           "paragraph there first",
                           insertion.line));
    std::string xml;
    for (const NewParagraph& paragraph : insertion.paragraphs) {
      const std::uint32_t like =
          paragraph.is_heading ? insertion.heading_line : insertion.text_line;
      xml += like > 0 ? alike(paragraph, like) : element(paragraph.words, "", "");
    }
    const pugi::xml_node node = insertion.after ? around(place.node) : place.node;
    for (pugi::xml_node above = node.parent(); above; above = above.parent())
      if (is_kept(child(above, "sdtPr")))
        throw InputError(say("第 {} 行在锁定的内容里，补不进去，请用 Word 改",
                             "line {} lies in a locked control, where nothing can be added; change "
                             "it with Word",
                             insertion.line));
    const auto at = static_cast<std::uint32_t>(insertion.after ? end_of(node) : begin_of(node));
    return {{at, at}, std::move(xml)};
  }

  /// The table that a paragraph stands in, or itself.
  static pugi::xml_node around(pugi::xml_node paragraph) {
    pugi::xml_node outermost = paragraph;
    for (pugi::xml_node above = paragraph.parent(); above; above = above.parent()) {
      if (local_name(above) != "tbl") continue;
      if (is_frame(above)) break;
      outermost = above;
    }
    return outermost;
  }

  std::size_t end_of(pugi::xml_node node) const {
    pugi::xml_node next = node.next_sibling();
    while (next && next.type() != pugi::node_element) next = next.next_sibling();
    if (next) return begin_of(next);
    const std::string end = "</" + std::string(node.parent().name());
    return xml_.find(end, begin_of(node));
  }

  /// With the properties of the paragraph of a line, and of its first words.
  std::string alike(const NewParagraph& paragraph, std::uint32_t number) const {
    const Paragraph& like = paragraph_of(number);
    const pugi::xml_node own = child(like.node, "pPr");
    const bool is_counted = !like.words.starts_with(dense(line(number)));
    const std::string words = paragraph.is_heading ? (is_counted ? "" : paragraph.number) +
                                                         paragraph.words + paragraph.mark
                                                   : paragraph.words;
    return element(words, copy_of(own), copy_of(child(first_run(like.node, deepest), "rPr")));
  }

  static pugi::xml_node first_run(pugi::xml_node node, std::size_t depth) {
    if (depth == 0) return {};
    for (const pugi::xml_node part : node.children()) {
      const std::string_view name = local_name(part);
      if (name == "r" && child(part, "t")) return part;
      if (name == "pPr" || name == "del" || name == "moveFrom") continue;
      if (const pugi::xml_node found = first_run(part, depth - 1)) return found;
    }
    return {};
  }

  /// Without what is not to be there twice: sections, and what somebody changed.
  static std::string copy_of(pugi::xml_node properties) {
    if (!properties) return {};
    pugi::xml_document copy;
    pugi::xml_node root = copy.append_copy(properties);
    remove_marks(root);
    std::ostringstream text;
    root.print(text, "", pugi::format_raw);
    return text.str();
  }

  static void remove_marks(pugi::xml_node node) {
    for (pugi::xml_node part = node.first_child(); part;) {
      const pugi::xml_node next = part.next_sibling();
      const std::string_view name = local_name(part);
      if (name == "sectPr" || name == "pPrChange" || name == "rPrChange" || name == "ins" ||
          name == "del" || name == "moveFrom" || name == "moveTo" || name == "pageBreakBefore")
        node.remove_child(part);
      else if (name == "rPr")
        remove_marks(part);
      part = next;
    }
  }

  std::string element(const std::string& words, const std::string& properties,
                      const std::string& look) const {
    const std::string p(prefix_);
    return "<" + p + "p>" + properties + "<" + p + "r>" + look + "<" + p +
           "t xml:space=\"preserve\">" + escaped_words(words) + "</" + p + "t></" + p + "r></" + p +
           "p>";
  }

  const std::string& part_;  // Its name.
  const std::string& xml_;
  const Document& document_;
  pugi::xml_document tree_;
  pugi::xml_node root_;
  std::string_view prefix_;
  std::vector<Paragraph> paragraphs_;
  std::vector<std::size_t> lines_;
};

}  // namespace

std::string amended_docx(const std::string& bytes, const Document& document,
                         const Amendment& amendment, const Limits& limits) {
  Archive archive(bytes, limits);
  ZipPackage package(archive);
  const std::string part = main_part(package);
  if (part.empty())
    throw InputError(
        say("只能补 ZIP 包的 DOCX，请用 Word 另存",
            "only a DOCX that is a ZIP archive can be changed; save it anew with Word"));
  if (const auto protection = protection_of(archive, package)) throw InputError(*protection);
  const std::string xml = archive.read(part);
  // The memory of the tree is bounded there.
  const XmlPart bounded(part, xml);
  if (!xml.starts_with("<"))
    throw InputError(say("正文的 XML 不是 UTF-8，请用 Word 另存",
                         "its XML is not UTF-8; save it anew with Word"));
  return with_members(archive, {{part, DocxAmender(part, xml, document).amend(amendment)}});
}

}  // namespace hegui
