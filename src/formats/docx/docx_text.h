#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "formats/docx/docx_fields.h"
#include "formats/docx/docx_numbering.h"
#include "formats/docx/docx_styles.h"
#include "formats/extracted_text.h"
#include "formats/format.h"

namespace hegui {

/// Of a byte in a part of a package.
struct StoredPlace {
  std::string_view part;  ///< Its name.
  std::size_t offset = 0;
};
/// Whom our comments are by.
inline constexpr std::string_view comment_author = "hegui";
/// The initials of a comment of ours with these words, blanks aside. Others are those of a person
/// of our name, or of a comment whose words somebody changed: word processors keep the initials.
std::string own_initials(std::string_view words);

/// A comment that with_comments() put there says what we found before: it is no word of the
/// report's.
bool is_own_comment(pugi::xml_node comment);

/// A table of one cell is a frame around text, not a table.
bool is_frame(pugi::xml_node table);
/// Of a control: its content may not be changed (17.5.2.23), or is that of data in another part.
bool is_kept(pugi::xml_node control_properties);

/// What other files a DOCX is made of.
class DocxChunks {
 public:
  virtual ~DocxChunks() = default;
  /// The file that w:altChunk (17.17.2.1) names by its relation, as a document. Throws InputError
  /// where it cannot be read: text that is there must not be passed over in silence.
  virtual Document read(std::string_view relation) = 0;
  /// The part in which words of its tree lie, and where; nothing if nobody can write there.
  virtual std::optional<StoredPlace> place_of(const char* words) = 0;
};

/// Reads the parts of a DOCX into one text, in the order in which they are given. A line is a
/// paragraph, or a piece of it between soft returns.
class DocxReader {
 public:
  /// `chunks` must outlive the reader.
  DocxReader(DocxStyles styles, DocxNumbering numbering, DocxChunks& chunks, const Limits& limits);

  /// Notes where the words lie that are read from now on: in ExtractedText::places.
  void keep_places() { keeps_places_ = true; }
  /// `root` is w:comments; before the parts that have the comments.
  void read_comments(pugi::xml_node root);
  /// All that stands in `node`: of the body itself, whose empty paragraphs count and whose pages
  /// are known, or of another zone.
  void read_body(pugi::xml_node node);
  void read_part(pugi::xml_node node, Zone zone);
  ExtractedText finish();

 private:
  struct Context {
    std::size_t depth = 0;
    Block::Kind kind = Block::Kind::paragraph;
    Zone zone = Zone::body;
    CellIndex cell = {};
    std::uint32_t table = 0;  // That rows and cells to come belong to; 0 where none can.
    bool in_head_row = false;
  };
  /// To be read after the paragraph: a text box is not in its line.
  using Boxes = std::vector<pugi::xml_node>;

  // docx_text.cpp: what stands between paragraphs, and their lines
  Context inside(Context context) const;
  void blocks(pugi::xml_node parent, Context context);
  void block(pugi::xml_node node, Context context);
  void row(pugi::xml_node node, Context context);
  void control_block(pugi::xml_node node, Context context);
  void alternatives(pugi::xml_node node, Context context);
  void chunk(pugi::xml_node node, Context context);
  void paragraph(pugi::xml_node node, Context context);
  void begin_paragraph(pugi::xml_node properties);
  void end_line(const Context& context);
  bool shows_words(pugi::xml_node node, std::size_t depth) const;
  void read_boxes(pugi::xml_node paragraph, const Boxes& boxes, Context context);
  bool boxes_hold_the_text(pugi::xml_node root);
  std::string label(pugi::xml_node properties, const DocxStyle& style);

  // docx_runs.cpp: what stands in a paragraph
  void runs(pugi::xml_node parent, Context context, Boxes& boxes);
  void run_part(pugi::xml_node node, Context context, Boxes& boxes);
  void run(pugi::xml_node node, Context context, Boxes& boxes);
  void runs_within(bool& state, pugi::xml_node node, const Context& context, Boxes& boxes);
  bool math(pugi::xml_node node, std::string_view name, Context context, Boxes& boxes);
  void simple_field(pugi::xml_node node, Context context, Boxes& boxes);
  void symbol(pugi::xml_node node);
  void text(pugi::xml_node node);
  void note_stored(const char* words, std::uint32_t begin);
  void add(std::string_view words);
  bool is_hidden(pugi::xml_node run_properties) const;
  void line_break(pugi::xml_node node, const Context& context);
  void page_break(bool rendered);

  // docx_changes.cpp: what was changed, commented or asked for
  void annotated(Annotation::Kind kind, const std::function<void()>& read);
  void control(pugi::xml_node sdt, const std::function<void()>& read);
  void end_annotation(std::size_t index);
  std::string kept_words(Span span) const;
  void insertion(pugi::xml_node node, const Context& context, Boxes& boxes);
  void deletion(pugi::xml_node node, Context context);
  void collect_deleted(pugi::xml_node node, std::size_t depth, std::string& words) const;
  bool mark_comment(pugi::xml_node node, std::string_view name);
  /// What is read stands in something that keeps account of it, and is not to be changed.
  template <typename Read>
  void left_alone(Read read) {
    ++left_alone_;
    read();
    --left_alone_;
  }
  void note_place(pugi::xml_node node) {
    if (keeps_places_) note_element(node);
  }
  void note_element(pugi::xml_node node);
  void note_place(StoredFile::Place::In in, std::uint32_t element);
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxChunks& chunks_;
  Limits limits_;
  ExtractedText out_;
  DocxFields fields_;
  std::map<std::string, std::string, std::less<>> comments_;       // Words by id.
  std::map<std::string, std::size_t, std::less<>> open_comments_;  // In annotations, by id.

  // Of the paragraph:
  const DocxStyle* style_ = nullptr;
  int outline_ = -1;
  std::size_t first_line_ = 0;              // In out_.lines.
  std::uint32_t line_begin_ = 0;            // Of the line that is read.
  Span label_ = {};                         // Its automatic number.
  std::vector<pugi::xml_node> beginnings_;  // Of the next one.
  bool told_before_ = false;                // The line has words of a list of contents,
  bool told_here_ = false;                  // or others.
  pugi::xml_node run_properties_;
  bool is_hidden_ = false;  // The run.
  bool in_prompt_ = false;  // It asks for something.
  bool in_insertion_ = false;
  bool in_link_ = false;  // To a heading.
  bool in_math_ = false;
  int left_alone_ = 0;               // So many things around the words keep account of them.
  bool asked_break_ = false;         // A page break by hand since words were last read.
  bool has_body_words_ = false;      // Of the document.
  bool has_rendered_pages_ = false;  // Word was there and laid it out.
  std::optional<bool> boxes_hold_the_text_;
  bool keeps_places_ = false;
  bool is_body_ = false;               // What is read.
  std::vector<pugi::xml_node> notes_;  // That stand where they are referred to (Word 2003).
};

}  // namespace hegui
