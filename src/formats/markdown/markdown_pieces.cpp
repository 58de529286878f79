#include "formats/markdown/markdown_pieces.h"

#include <algorithm>
#include <utility>

#include "formats/markdown/markdown_source.h"

namespace hegui {

std::string words_of(std::string_view source, const std::vector<MarkdownPiece>& pieces) {
  std::string words;
  for (const MarkdownPiece& piece : pieces)
    words += piece.kind == MarkdownPiece::Kind::words
                 ? std::string_view(piece.words)
                 : source.substr(piece.span.begin, piece.span.size());
  return words;
}

void drop_stray_marks(std::string_view source, std::vector<MarkdownPiece>& pieces) {
  std::vector<std::uint32_t> marks;
  for (const MarkdownPiece& piece : pieces)
    if (piece.kind == MarkdownPiece::Kind::source) find_double_stars(source, piece.span, marks);
  if (marks.empty() || marks.size() % 2 != 0) return;
  std::vector<MarkdownPiece> kept;
  std::size_t next = 0;
  for (MarkdownPiece& piece : pieces) {
    piece.bold = piece.bold || next % 2 != 0;
    while (piece.kind == MarkdownPiece::Kind::source && next < marks.size() &&
           marks[next] < piece.span.end) {
      if (marks[next] > piece.span.begin)
        kept.push_back({.bold = piece.bold, .span = {piece.span.begin, marks[next]}});
      piece.span.begin = marks[next++] + 2;
      piece.bold = next % 2 != 0;
    }
    if (piece.kind != MarkdownPiece::Kind::source || !piece.span.empty())
      kept.push_back(std::move(piece));
  }
  pieces = std::move(kept);
}

std::size_t pieces_of_label(const LanguageData& language, std::string_view source,
                            const std::vector<MarkdownPiece>& pieces) {
  const auto text = std::ranges::find_if(pieces, [](const MarkdownPiece& piece) {
    return !piece.bold || piece.kind == MarkdownPiece::Kind::blank;
  });
  if (text == pieces.begin() || text == pieces.end()) return 0;
  const auto words = [&](const MarkdownPiece& piece) {
    return source.substr(piece.span.begin, piece.span.size());
  };
  const std::string_view bold = words(*std::prev(text));
  const bool is_label = language.ends_with_colon(bold) || language.ends_with_stop(bold) ||
                        text->kind == MarkdownPiece::Kind::blank ||
                        words(*text).starts_with(language.colon);
  return is_label ? static_cast<std::size_t>(text - pieces.begin()) : 0;
}

void add_pieces(DocumentBuilder& builder, const std::vector<MarkdownPiece>& pieces,
                std::size_t label) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == label && i > 0) builder.end_label();
    const MarkdownPiece& piece = pieces[i];
    switch (piece.kind) {
      case MarkdownPiece::Kind::source: builder.add(piece.span.begin, piece.span.end); break;
      case MarkdownPiece::Kind::words: builder.add_text(piece.words, piece.span.begin); break;
      case MarkdownPiece::Kind::blank: builder.add_blank(piece.span.begin); break;
    }
  }
}

}  // namespace hegui
