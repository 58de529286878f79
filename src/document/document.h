#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/stored_file.h"
#include "document/table.h"
#include "text/language.h"
#include "text/lines.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace hegui {

/// Which cell a block stands in.
struct CellIndex {
  std::uint32_t table = 0;  ///< In Document::tables, from 1; 0 outside tables.
  std::uint32_t cell = 0;   ///< In Table::cells, from 0.
};

/// Where a block of a word-processor file stands. Those outside the body are not read in its order.
enum class Zone : std::uint8_t {
  body,
  notes,     ///< Footnotes and endnotes.
  comments,  ///< What reviewers wrote in the margin.
  header,    ///< Of pages.
  footer,
  boxes,  ///< Text boxes beside the text.
};

/// By Zone, as rules and outputs for machines call them.
inline constexpr std::array<std::string_view, 6> zone_names{"body",   "notes",  "comments",
                                                            "header", "footer", "boxes"};

/// What the format gives.
struct Block {
  enum class Kind : std::uint8_t {
    paragraph,
    heading,  ///< The format says so; `level` is its depth.
    list_item,
    table_cell,
    note,         ///< Footnote or endnote.
    code,         ///< Not matched.
    furniture,    ///< Page header or footer, menu: not the report.
    meta_title,   ///< What the file says about the report outside its text: its title,
    meta_date,    ///< date of publication,
    meta_source,  ///< and issuer.
  };
  Kind kind = Kind::paragraph;
  /// Of a heading, of a paragraph whose label is one, and of the block that begins an item of a
  /// list: 1 for the outermost; else 0.
  std::uint8_t level = 0;
  bool after_gap = false;    ///< A blank line stands before it.
  std::uint16_t indent = 0;  ///< Display columns before its first character.
  CellIndex cell = {};       ///< In which it stands, whatever its kind.
  Zone zone = Zone::body;
  bool goes_on = false;  ///< A soft return stands before it: of the paragraph of the block before.
  /// Which paragraph it is to a person who counts those of the body that have words and stand in no
  /// table, from 1; 0 for others. The builder sets it.
  std::uint32_t number = 0;
  Span span = {};  ///< In Document::text, without blanks at either end.
  /// So much of its beginning the format shows as a label: **Summary:** It was fine. Empty:
  /// nothing.
  Span label = {};

  bool in_table() const { return cell.table > 0; }
};

/// Words of `source` that stand in the same bytes in a part of the file, but for references to
/// characters (&amp;), and may be changed there: no markup is among them, and nothing around them
/// that keeps account of what it holds, such as a tracked change or a field.
struct StoredWords {
  Span span = {};           ///< In `source`.
  std::uint32_t part = 0;   ///< In Document::stored_parts.
  std::uint32_t place = 0;  ///< Of the first byte in the part.
};

/// Something that an editor left in a word-processor file.
struct Annotation {
  enum class Kind : std::uint8_t {
    insertion,
    deletion,
    comment,
    prompt,  ///< What a form shows where nobody has filled anything in: 单击此处输入文字。
  };
  Kind kind = Kind::comment;
  Span span = {};          ///< In Document::text; empty where text was deleted.
  std::string words = {};  ///< What was deleted, or the comment, or asked for.
};

/// A report as the checks see it.
///
///   source   what a person looks at: the decoded file for text formats, the extracted text, one
///            paragraph a line, for others. Lines and columns are of this.
///   plain    the words of the blocks, each block a line: no markup, wrapped lines joined
///   text     `plain` folded as its language wants: what checks match. Every Span outside this
///   struct is in `text`.
///
///   text --folding--> plain --runs--> source
struct Document {
  std::string path;
  std::string format;
  std::string encoding;
  Language language = Language::zh;  ///< That it is written in, mostly.
  /// Lines are paragraphs of a file that shows none: a person looks for headings and pages.
  bool lines_are_paragraphs = false;
  /// Another program made a file of another format of it: lines and pages are of that.
  bool is_converted = false;
  /// So many places of the file were no text in its encoding: U+FFFD stands for each.
  std::size_t undecodable = 0;
  std::string source;
  std::string plain;
  std::string text;
  OffsetMap folding;
  OffsetMap runs;
  LineIndex lines;            ///< Of `source`.
  std::vector<Block> blocks;  ///< In reading order, not overlapping.
  std::vector<Table> tables;  ///< In the order in which they begin.
  std::vector<Annotation> annotations;
  std::vector<Span> comments;        ///< <!-- … --> in `source`, of formats that have them.
  std::vector<std::uint32_t> pages;  ///< Where pages begin in `source`; empty if the file has none.
  /// Where the lines of pages begin in `source`, if pages are for ever as the file shows them;
  /// empty for a format whose pages are as of when it was last laid out.
  std::vector<std::uint32_t> page_lines;
  std::vector<StoredWords> stored;        ///< Of a format with parts, in the order of `source`.
  std::vector<std::string> stored_parts;  ///< Their names.
  std::vector<std::uint32_t> pages_without_text;  ///< Of a scan, say; counted from 1.
  /// Of a DOCX, where ReadOptions::keep_file asks for it; else null.
  std::shared_ptr<const StoredFile> file;

  /// The cell of a block that stands in one.
  const Cell& cell(CellIndex index) const { return tables[index.table - 1].cells()[index.cell]; }
  std::string_view slice(Span span) const;
  /// The words as written, for quotes, fixes and checks of marks.
  std::string_view written(Span span) const;
  /// A span's place in `source`. Markup may stand inside the span, so its end is where its last
  /// character ends, not where the character after it begins.
  Span in_source(Span span) const;
  /// Whether the source has the words of the span as they are written, in one piece, so that others
  /// can take their place: not where markup, a reference to a character or a line end is in it.
  bool is_verbatim(Span span) const;
  Location locate(std::uint32_t offset) const;
  /// The page that holds the offset, 1-based; 0 if the file has no pages.
  std::uint32_t page_at(std::uint32_t offset) const;
  /// The line of its page, 1-based, that holds the offset; 0 if the format does not know it.
  std::uint32_t page_line_at(std::uint32_t offset) const;
  /// Where the span ends: the column after its last character.
  Location locate_end(Span span) const;

 private:
  std::uint32_t plain_end(Span span) const;
};

}  // namespace hegui
