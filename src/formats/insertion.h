#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "formats/format.h"

namespace hegui {

/// A paragraph that a report is to get.
struct NewParagraph {
  bool is_title = false;  ///< Of the report.
  bool is_heading = false;
  std::string number = {};  ///< Of a heading, with its mark, as its neighbours write them.
  std::string words = {};
  std::string mark = {};  ///< Behind a heading, as behind its neighbours.
};

/// Paragraphs that come before, or after, the paragraph of a line of Document::source; after a
/// table as a whole, and after what closes a block of Markdown.
struct Insertion {
  std::uint32_t line = 0;
  /// In the middle of that line, where a report stands in few; else where it begins.
  std::uint32_t at = 0;
  bool after = false;
  /// Lines that show how headings and text look here; 0 where there is none.
  std::uint32_t heading_line = 0, text_line = 0;
  std::vector<NewParagraph> paragraphs = {};
};

/// A number of a heading that moves on.
struct NewNumber {
  Span place = {};  ///< In Document::source.
  std::string words = {};
};

struct Amendment {
  std::vector<Insertion> insertions = {};  ///< Rising.
  std::vector<NewNumber> numbers = {};     ///< Rising.
};

/// The bytes of the report with that, and otherwise as they were. Throws InputError where the
/// format, the encoding or the place allows no such thing.
std::string amended(const std::string& bytes, const Document& document, const Amendment& amendment,
                    const Limits& limits);
std::string amended_docx(const std::string& bytes, const Document& document,
                         const Amendment& amendment, const Limits& limits);

/// Whether amended() knows the format.
bool can_be_amended(const Document& document);

}  // namespace hegui
