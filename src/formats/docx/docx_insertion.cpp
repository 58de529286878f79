// New paragraphs in a document.xml that otherwise stays what it was, byte for byte: a tree is read
// only to tell where elements lie in the text of the part.
//
// Lines of the source are looked up among the paragraphs in their order: a line is a paragraph, or
// a piece of one, and the number that Word counts stands before it.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "formats/docx/docx_draft.h"
#include "formats/docx/docx_package.h"
#include "formats/insertion.h"
#include "formats/xml.h"
#include "formats/zip/zip.h"
#include "formats/zip/zip_writer.h"
#include "text/input_error.h"
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

struct TextNode {
  std::size_t begin = 0;  ///< Of its words in the part.
  std::string_view words = {};
};

/// The texts of a paragraph that are shown, boxes aside.
void collect_texts(pugi::xml_node node, std::size_t depth, std::vector<TextNode>& texts) {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "t") {
      const pugi::xml_node words = part.first_child();
      if (words.offset_debug() >= 0)
        texts.push_back({static_cast<std::size_t>(words.offset_debug()), words.value()});
    } else if (name != "del" && name != "moveFrom" && name != "txbxContent" && name != "pPr" &&
               name != "Fallback") {
      collect_texts(part, depth - 1, texts);
    }
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
      std::vector<TextNode> texts;
      collect_texts(part, depth, texts);
      std::string words;
      for (const TextNode& text : texts) words += dense(text.words);
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
  DocxAmender(const std::string& xml, const Document& document) : xml_(xml), document_(document) {
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
    for (const NewNumber& number : amendment.numbers) renumber(number);
    for (const Insertion& insertion : amendment.insertions) insert(insertion);
    std::ranges::stable_sort(changes_, {}, &Change::begin);
    std::string text;
    std::size_t at = 0;
    for (const Change& change : changes_) {
      text.append(xml_, at, change.begin - at) += change.words;
      at = change.end;
    }
    return text.append(xml_, at);
  }

 private:
  struct Change {
    std::size_t begin, end;
    std::string words;
  };

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

  /// A number that Word counts moves on by itself.
  void renumber(const NewNumber& number) {
    const std::string_view source = document_.source;
    const std::string_view old = source.substr(number.place.begin, number.place.size());
    const Paragraph& paragraph = paragraph_of(document_.lines.line_at(number.place.begin));
    if (!paragraph.words.starts_with(dense(old))) return;
    std::vector<TextNode> texts;
    collect_texts(paragraph.node, deepest, texts);
    const auto without_blanks_behind = [](std::string_view words) {
      return words.substr(0, words.find_last_not_of(" \t") + 1);
    };
    std::string_view left = without_blanks_behind(old);
    const std::string_view words = without_blanks_behind(number.words);
    bool is_written = false;
    for (const TextNode& text : texts) {
      if (left.empty()) return;
      for (std::size_t at = 0; at < text.words.size() && !left.empty();) {
        const std::size_t from = at;
        next_code_point(text.words, at);
        const std::string_view character = text.words.substr(from, at - from);
        if (xml_.compare(text.begin + from, character.size(), character) != 0) return;
        if (!left.starts_with(character)) {
          if (dense(character).empty()) continue;
          return;
        }
        left.remove_prefix(character.size());
        changes_.push_back(
            {text.begin + from, text.begin + at, is_written ? std::string() : escaped_xml(words)});
        is_written = true;
      }
    }
  }

  void insert(const Insertion& insertion) {
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
    const std::size_t at = insertion.after ? end_of(place.node) : begin_of(place.node);
    changes_.push_back({at, at, std::move(xml)});
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
           "t xml:space=\"preserve\">" + escaped_xml(words) + "</" + p + "t></" + p + "r></" + p +
           "p>";
  }

  const std::string& xml_;
  const Document& document_;
  pugi::xml_document tree_;
  pugi::xml_node root_;
  std::string_view prefix_;
  std::vector<Paragraph> paragraphs_;
  std::vector<std::size_t> lines_;
  std::vector<Change> changes_;
};

}  // namespace

std::string amended_docx(const std::string& bytes, const Document& document,
                         const Amendment& amendment) {
  Archive archive(bytes, Limits{});
  const std::string part = docx_main_part(archive);
  if (part.empty())
    throw InputError(
        say("只能补 ZIP 包的 DOCX，请用 Word 另存",
            "only a DOCX that is a ZIP archive can be changed; save it anew with Word"));
  const std::string xml = archive.read(part);
  // The memory of the tree is bounded there.
  const XmlPart bounded(part, xml);
  if (!xml.starts_with("<"))
    throw InputError(say("正文的 XML 不是 UTF-8，请用 Word 另存",
                         "its XML is not UTF-8; save it anew with Word"));
  return with_members(archive, {{part, DocxAmender(xml, document).amend(amendment)}});
}

}  // namespace hegui
