#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/odt/odt_numbering.h"
#include "formats/odt/odt_styles.h"

namespace hegui {

/// Whether an element is a shape of ODF 1.2 part 1, 10.3 and 10.4, which may hold words.
bool is_drawing(std::string_view name);

/// Reads the parts of an ODT into one text, in the order in which they are given. Their trees must
/// outlive it.
class OdtReader {
 public:
  OdtReader(OdtStyles styles, OdtNumbering numbering, const Limits& limits);

  /// `node` is office:text. Its empty paragraphs count, so that a line is a paragraph, and its
  /// pages are known if the program that wrote it said where they begin.
  void read_body(pugi::xml_node node);
  /// Footnotes and endnotes of the body, then its comments.
  void read_notes_and_comments();
  /// What stands in no body: a page header or footer.
  void read_part(pugi::xml_node node, Zone zone);
  ExtractedText finish();

 private:
  struct Context {
    std::size_t depth = 0;
    Block::Kind kind = Block::Kind::paragraph;
    Zone zone = Zone::body;
    bool in_box = false;
    CellIndex cell = {};
    OdtNumbering::Counters* list = nullptr;  // That paragraphs to come are items of.
    std::string_view list_style = {};
    int list_level = 0;
  };
  struct Change {
    bool is_deletion = false;
    std::string words = {};  // That were deleted.
  };
  /// A paragraph while it is read.
  struct Open {
    std::uint32_t begin = 0;
    std::uint32_t label_end = 0;
    std::size_t first_line = 0;     // Of it, in out_.lines.
    ExtractedText::Line line = {};  // That is read.
    bool after_blank = true;  // White space collapses into one blank, and into none at the start.
    bool is_hidden = false;
    std::vector<pugi::xml_node> boxes = {};  // Text boxes, read after it: they are not in its line.
  };

  Context inside(Context context) const;
  void blocks(pugi::xml_node parent, Context context);
  void block(pugi::xml_node node, Context context);
  void list(pugi::xml_node node, Context context);
  void list_item(pugi::xml_node node, Context context);
  void numbered_paragraph(pugi::xml_node node, Context context);
  void table(pugi::xml_node node, Context context);
  void rows(pugi::xml_node node, Context context, std::uint32_t table, bool is_head);
  void row(pugi::xml_node node, Context context, std::uint32_t table, bool is_head);
  void cell(pugi::xml_node node, Context context, std::uint32_t table, bool is_head);
  std::uint32_t repeats_of(pugi::xml_node node, std::string_view name, std::uint32_t most);
  void box(pugi::xml_node node, Context context, bool has_title);

  void paragraph(pugi::xml_node node, const Context& context, std::string_view number);
  std::string heading_number(pugi::xml_node node, const OdtStyle& style);
  static ExtractedText::Line line_of(pugi::xml_node node, const Context& context,
                                     const OdtStyle& style);
  void end_line(Open& open);
  void hide(const Open& open, std::size_t annotations);
  void inline_nodes(pugi::xml_node parent, std::size_t depth, Open& open);
  void inline_node(pugi::xml_node node, std::size_t depth, Open& open);
  void words(std::string_view text, Open& open);
  bool mark(pugi::xml_node node, std::string_view name);
  void mark_comment(pugi::xml_node node);
  void mark_change(std::string_view name, std::string_view id);
  void begin_page(std::uint32_t at);
  void read_changes(pugi::xml_node node);
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  OdtStyles styles_;
  OdtNumbering numbering_;
  Limits limits_;
  ExtractedText out_;
  std::vector<pugi::xml_node> notes_, comments_;
  std::map<std::string, Change, std::less<>> changes_;                // By id.
  std::map<std::string, std::size_t, std::less<>> open_annotations_;  // In `out_`, by name or id.
  std::size_t repeated_bytes_ = 0;
  bool has_pages_ = false;
  bool page_is_due_ = false;     // The paragraph before ended its page.
  bool has_body_words_ = false;  // Of the document.
  std::optional<bool> boxes_hold_the_text_;
};

}  // namespace hegui
