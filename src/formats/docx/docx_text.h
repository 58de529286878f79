#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "formats/docx/docx_numbering.h"
#include "formats/docx/docx_styles.h"
#include "formats/format.h"

namespace hegui {

/// The words of a DOCX, a paragraph a line. Spans are in `text`.
struct DocxText {
  struct Paragraph {
    Span span = {};
    Block::Kind kind = Block::Kind::paragraph;
    std::uint8_t level = 0;
    CellIndex cell = {};
  };
  std::string text;
  std::vector<Paragraph> paragraphs;
  std::vector<Table> tables;
  std::vector<Annotation> annotations;
  std::vector<std::uint32_t> pages;  ///< Where new ones begin.
  bool has_rendered_pages = false;   ///< Word was there and laid it out.
};

/// Reads the parts of a DOCX into one text, in the order in which they are given.
class DocxReader {
 public:
  DocxReader(DocxStyles styles, DocxNumbering numbering, const Limits& limits);

  /// `root` is w:comments; before the parts that have the comments.
  void read_comments(pugi::xml_node root);
  /// All that stands in `node`, as paragraphs of a kind; `body` for the body itself, whose empty
  /// paragraphs count, so that line n is paragraph n, and whose pages are known.
  void read_body(pugi::xml_node node);
  void read_part(pugi::xml_node node, Block::Kind kind);
  DocxText finish();

 private:
  struct Context {
    std::size_t depth = 0;
    Block::Kind kind = Block::Kind::paragraph;
    bool keeps_empty = true;
    CellIndex cell = {};
    std::uint32_t table = 0;  // That rows and cells to come belong to; 0 where none can.
  };
  /// To be read after the paragraph: a text box is not in its line.
  using Boxes = std::vector<pugi::xml_node>;

  Context inside(Context context) const;
  void blocks(pugi::xml_node parent, Context context);
  void block(pugi::xml_node node, Context context);
  void alternatives(pugi::xml_node node, Context context);
  void paragraph(pugi::xml_node node, Context context);
  void runs(pugi::xml_node parent, Context context, Boxes& boxes);
  void run_part(pugi::xml_node node, Context context, Boxes& boxes);
  void insertion(pugi::xml_node node, Context context, Boxes& boxes);
  void deletion(pugi::xml_node node, Context context);
  void collect_deleted(pugi::xml_node node, std::size_t depth, std::string& words) const;
  void line_break(pugi::xml_node node);
  void page_break(bool rendered);
  bool mark_comment(pugi::xml_node node, std::string_view name);
  std::string label(pugi::xml_node properties, const DocxStyle& style);
  void check_size() const;
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  DocxStyles styles_;
  DocxNumbering numbering_;
  Limits limits_;
  DocxText out_;
  std::map<std::string, std::string, std::less<>> comments_;       // Words by id.
  std::map<std::string, std::size_t, std::less<>> open_comments_;  // In annotations, by id.
  Span label_ = {};           // Of the paragraph: its automatic number.
  bool asked_break_ = false;  // A page break by hand since words were last read.
};

}  // namespace hegui
