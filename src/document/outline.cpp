// Blocks to outline: what is the report and what is the page around it (front_matter), which lines
// and numbers are headings (headings), and then sections and running text between them.

#include "document/outline.h"

#include <algorithm>

#include "document/headings.h"
#include "document/issuer.h"
#include "document/matter/front_matter.h"
#include "document/part.h"
#include "document/slots/slots.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

void mark_slots(const Document& document, Outline& outline) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    if (outline.roles[i] == Role::body &&
        is_slots_only(document, document.blocks[i], outline.slots))
      outline.roles[i] = Role::slot;
}

/// Opens a section for each heading; a heading ends the sections of its rank and below.
void add_sections(const std::vector<Heading>& headings, Outline& outline) {
  std::vector<int> open;   // Sections around, outermost first,
  std::vector<int> ranks;  // and their ranks.
  const auto close = [&](std::uint32_t at) {
    outline.sections[static_cast<std::size_t>(open.back())].extent.end = at;
    open.pop_back();
    ranks.pop_back();
  };
  for (const Heading& heading : headings) {
    while (!open.empty() && ranks.back() >= heading.rank) close(heading.span.begin);
    outline.sections.push_back({.heading = heading.span,
                                .words = heading.words,
                                .extent = {heading.span.begin, heading.span.begin},
                                .form = heading.form,
                                .value = heading.value,
                                .depth = static_cast<int>(open.size()) + 1,
                                .parent = open.empty() ? -1 : open.back(),
                                .own_line = heading.own_line});
    open.push_back(static_cast<int>(outline.sections.size()) - 1);
    ranks.push_back(heading.rank);
  }
  while (!open.empty()) close(outline.body.end);
}

void add_pieces(const Document& document, const std::vector<Heading>& headings, Outline& outline) {
  std::size_t next = 0;
  int section = -1;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (outline.roles[i] != Role::body) continue;
    const Span block = document.blocks[i].span;
    std::uint32_t at = std::max(block.begin, outline.body.begin);
    const auto add_text = [&](std::uint32_t end) {
      const Span text = trimmed(document.text, {at, end});
      if (!text.empty()) outline.pieces.push_back({text, section, false, i});
    };
    for (; next < headings.size() && headings[next].block == i; ++next) {
      add_text(headings[next].span.begin);
      section = static_cast<int>(next);
      at = headings[next].text;
      outline.pieces.push_back({{headings[next].span.begin, at}, section, true, i});
    }
    add_text(block.end);
  }
}

Span introduction_of(const Document& document, const Outline& outline) {
  const LanguageData& language = data_of(document.language);
  const auto is_short = [&](Span span) {
    return count_units(language.unit, document.slice(span)) <= language.longest_introduction;
  };
  if (is_short(outline.lead) || outline.pieces.empty()) return outline.lead;
  const Span paragraph = outline.pieces.front().span;
  return is_short(paragraph) ? paragraph : sentences(document, paragraph).front();
}

Span closing_of(const Document& document, const Outline& outline, const Terms& closing) {
  Span found{outline.body.end, outline.body.end};
  for (auto piece = outline.pieces.rbegin(); piece != outline.pieces.rend(); ++piece) {
    if (piece->heading || !closing.matches(document.slice(piece->span))) break;
    found.begin = piece->span.begin;
  }
  return found;
}

}  // namespace

void OutlineHints::append(const OutlineHints& other) {
  furniture.append(other.furniture);
  subject.append(other.subject);
  closing.append(other.closing);
}

Outline read_outline(const Document& document, const OutlineHints& hints) {
  Outline outline;
  outline.slots = find_slots(document);
  read_front_matter(document, hints, outline);
  if (!outline.slots.empty()) mark_slots(document, outline);
  auto [headings, numbers] = find_headings(document, outline);
  outline.numbers = std::move(numbers);
  add_sections(headings, outline);
  add_pieces(document, headings, outline);
  // Without any heading the first sentence is the lead: more of it may be all there is.
  outline.lead = outline.body;
  if (!outline.sections.empty())
    outline.lead.end = outline.sections.front().heading.begin;
  else if (!outline.pieces.empty())
    outline.lead.end = sentences(document, outline.pieces.front().span).front().end;
  outline.introduction = introduction_of(document, outline);
  outline.closing = closing_of(document, outline, hints.closing);
  read_issuer(document, hints, outline);
  return outline;
}

std::string title_text(const Document& document, const Outline& outline) {
  std::string title;
  for (const Span span : outline.title) title += document.slice(span);
  return title;
}

int section_at(const Outline& outline, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(outline.pieces, offset, {},
                                              [](const Piece& piece) { return piece.span.begin; });
  return after == outline.pieces.begin() ? -1 : std::prev(after)->section;
}

std::vector<std::string> heading_path(const Document& document, const Outline& outline,
                                      int section) {
  std::vector<std::string> path;
  for (; section >= 0; section = outline.section(section).parent)
    path.emplace_back(document.written(outline.section(section).heading));
  std::ranges::reverse(path);
  return path;
}

}  // namespace hegui
