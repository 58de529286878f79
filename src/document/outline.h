#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "language/issuer_kind.h"
#include "language/number.h"
#include "search/terms.h"

namespace hegui {

/// What a block is in the report.
enum class Role : std::uint8_t {
  furniture,  ///< Page parts that are not the report: breadcrumbs, buttons, share, footers.
  metadata,   ///< Furniture that says something about the report: source, date of publication.
  title,
  body,        ///< Headings and running text.
  slot,        ///< Nothing but slots: what is to be written there.
  signature,   ///< Issuer and date at the end.
  attachment,  ///< 附件 and what follows it.
};

/// A heading and what stands under it.
struct Section {
  Span heading = {};  ///< Number and words, without the mark that closes them.
  Span words = {};    ///< The heading without its number.
  Span extent = {};   ///< From the heading to the end of what is under it, subsections included.
  Numbering form = Numbering::none;
  int value = 0;         ///< Of the number; 0 without one.
  int depth = 1;         ///< 1 for the outermost.
  int parent = -1;       ///< Index of the section around it.
  bool own_line = true;  ///< Alone on its line; else run-in: heading, 。, text.
};

/// A stretch of one block: a heading, or running text between two headings.
struct Piece {
  Span span = {};
  int section = -1;  ///< The innermost one; -1 before the first heading.
  bool heading = false;
  std::uint32_t block = 0;
};

/// What can be seen of a report without knowing what it must contain.
struct Outline {
  std::vector<Role> roles;        ///< One a block.
  std::vector<Span> slots;        ///< 【待填：…】, wherever they stand.
  std::vector<Span> title;        ///< Its lines; empty without a title.
  std::vector<Section> sections;  ///< In reading order.
  std::vector<Piece> pieces;      ///< Of the body, in reading order.
  std::vector<Number> numbers;    ///< Of headings and numbered paragraphs, in reading order.
  Span body = {};                 ///< From the first body block to the end of the last.
  Span lead = {};                 ///< Body before the first heading.
  /// As much of the lead as says nothing of its own: all of it, unless it is so long that it must
  /// be a part of the report; then its first paragraph, or sentence.
  Span introduction = {};
  /// The paragraphs at the end of the body that close it and say nothing (OutlineHints::closing);
  /// empty without any.
  Span closing = {};
  std::string issuer = {};
  IssuerKind issuer_kind = IssuerKind::unknown;
  std::string published = {};  ///< 2025-01-15, or empty.
  Span published_at = {};

  /// By its index, which must be one.
  const Section& section(int index) const { return sections[static_cast<std::size_t>(index)]; }
};

/// What a rule set knows of its reports before they are read.
struct OutlineHints {
  Terms furniture = {};  ///< Further lines that are not the report.
  Terms subject = {};    ///< Words by which titles say what the report is about.
  Terms closing = {};    ///< Paragraphs that close a report: 各位代表！让我们…

  void append(const OutlineHints& other);
};

Outline read_outline(const Document& document, const OutlineHints& hints = {});

/// The title's lines as one string, folded; empty without a title.
std::string title_text(const Document& document, const Outline& outline);

/// "一、主要举措 › （一）执法" down to the section, as written; empty for -1.
std::vector<std::string> heading_path(const Document& document, const Outline& outline,
                                      int section);

/// The innermost section that holds the offset; -1 before the first heading.
int section_at(const Outline& outline, std::uint32_t offset);

}  // namespace hegui
