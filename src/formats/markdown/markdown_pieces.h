#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "language/language_data.h"

namespace hegui {

/// Words of a block, as md4c reports them.
struct MarkdownPiece {
  enum class Kind : std::uint8_t { source, words, blank };
  Kind kind = Kind::source;
  bool bold = false;
  Span span = {};          ///< In the source; empty for words and blanks, which stand at its begin.
  std::string words = {};  ///< Of an entity.
};

std::string words_of(std::string_view source, const std::vector<MarkdownPiece>& pieces);

/// Takes out the ** that did not become bold because a Chinese mark stands before it, in pairs, and
/// makes what they enclose bold. May leave nothing.
void drop_stray_marks(std::string_view source, std::vector<MarkdownPiece>& pieces);

/// **Summary:** text, **Summary**: text, and **Summary** with its text on the next line: how many
/// pieces are the label of a paragraph; 0 if it has none.
std::size_t pieces_of_label(const LanguageData& language, std::string_view source,
                            const std::vector<MarkdownPiece>& pieces);

/// Into the open block, whose label are the first so many.
void add_pieces(DocumentBuilder& builder, const std::vector<MarkdownPiece>& pieces,
                std::size_t label);

}  // namespace hegui
