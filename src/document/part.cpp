#include "document/part.h"

#include <algorithm>

#include "language/language_data.h"
#include "text/character_finder.h"
#include "text/characters.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// The first piece that ends after `at`.
std::vector<Piece>::const_iterator first_piece(const Outline& outline, std::uint32_t at) {
  return std::ranges::upper_bound(outline.pieces, at, {},
                                  [](const Piece& piece) { return piece.span.end; });
}

constexpr std::size_t longest_reference = 24;  // Bytes.

}  // namespace

bool Part::contains(std::uint32_t at) const { return overlaps({at, at + 1}); }

bool Part::overlaps(Span other) const {
  const auto span = std::ranges::upper_bound(spans, other.begin, {}, &Span::end);
  return span != spans.end() && span->begin < other.end;
}

std::vector<Span> text_of(const Outline& outline, const Part& part) {
  // The title is no piece of the body.
  if (!part.spans.empty() && part.spans == outline.title) return part.spans;
  std::vector<Span> text;
  for (const Span span : part.spans)
    for (auto piece = first_piece(outline, span.begin);
         piece != outline.pieces.end() && piece->span.begin < span.end; ++piece) {
      if (piece->heading) {
        const Section& section = outline.section(piece->section);
        if (section.own_line || section.heading == part.heading) continue;
      }
      const Span inside{std::max(piece->span.begin, span.begin),
                        std::min(piece->span.end, span.end)};
      // A run-in heading and its text are one stretch to read.
      if (!text.empty() && text.back().end == inside.begin)
        text.back().end = inside.end;
      else if (!inside.empty())
        text.push_back(inside);
    }
  return text;
}

std::vector<int> sections_in(const Outline& outline, const Part& part) {
  std::vector<int> sections;
  for (const Span span : part.spans) {
    auto section = std::ranges::lower_bound(outline.sections, span.begin, {},
                                            [](const Section& s) { return s.heading.begin; });
    for (; section != outline.sections.end() && section->heading.begin < span.end; ++section)
      if (section->heading != part.heading)
        sections.push_back(static_cast<int>(section - outline.sections.begin()));
  }
  return sections;
}

Part without(const Part& part, const std::vector<Span>& taken) {
  Part rest = part;
  rest.spans.clear();
  auto hole = taken.begin();
  for (Span span : part.spans) {
    while (hole != taken.end() && hole->end <= span.begin) ++hole;
    for (auto inner = hole; inner != taken.end() && inner->begin < span.end; ++inner) {
      if (inner->end <= span.begin) continue;
      if (span.begin < inner->begin) rest.spans.push_back({span.begin, inner->begin});
      span.begin = std::min(std::max(inner->end, span.begin), span.end);
    }
    if (!span.empty()) rest.spans.push_back(span);
  }
  return rest;
}

std::size_t count_units(LengthUnit unit, const Document& document, const std::vector<Span>& spans) {
  std::size_t units = 0;
  for (const Span span : spans) units += count_units(unit, document.slice(span));
  return units;
}

std::size_t size_of(const Document& document, const std::vector<Span>& spans) {
  return count_units(data_of(document.language).unit, document, spans);
}

std::vector<Span> sentences(const Document& document, Span span) {
  const LanguageData& language = data_of(document.language);
  constexpr std::size_t usual = 8;
  std::vector<Span> found;
  found.reserve(usual);
  const std::string_view text = std::string_view(document.text).substr(0, span.end);
  const CharacterFinder ends(language.sentence_ends);
  std::uint32_t begin = span.begin;
  for (std::size_t at = ends.find(text, span.begin); at < span.end; at = ends.find(text, at)) {
    const std::size_t mark = at;
    if (!is_one_of(language.sentence_ends, next_code_point(text, at))) continue;
    while (at < span.end) {
      std::size_t next = at;
      if (!is_one_of(language.closers, next_code_point(text, next))) break;
      at = next;
    }
    if (const auto note = language.reference->find(text.substr(at, longest_reference)))
      at += note->end;
    if (language.goes_on(text.substr(begin), mark - begin, at - begin)) continue;
    while (at < span.end && text[at] == ' ') ++at;
    found.push_back({begin, static_cast<std::uint32_t>(at)});
    begin = static_cast<std::uint32_t>(at);
  }
  if (begin < span.end) found.push_back({begin, span.end});
  return found;
}

std::vector<Span> clauses(const Document& document, Span span) {
  const std::string_view mark = data_of(document.language).semicolon;
  std::vector<Span> found;
  for (const Span sentence : sentences(document, span)) {
    std::uint32_t begin = sentence.begin;
    const std::string_view text = document.slice(sentence);
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1)) {
      const auto end = sentence.begin + static_cast<std::uint32_t>(at + mark.size());
      found.push_back({begin, end});
      begin = end;
    }
    if (begin < sentence.end) found.push_back({begin, sentence.end});
  }
  return found;
}

}  // namespace hegui
