#include "output/parts/places.h"

#include <algorithm>
#include <iterator>

#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {

LineRange range_of(const Review& review, const Place& place) {
  const Document& document = review.document;
  if (place.after_body) {
    const std::uint32_t last =
        document.blocks.empty()
            ? 0
            : document
                  .locate_end({place.span.begin > 0 ? place.span.begin - 1 : 0, place.span.begin})
                  .line;
    return {{last + 1, 1}, {last + 1, 1}};
  }
  Location begin = document.locate(place.span.begin);
  if (!place.insertion) return {begin, document.locate_end(place.span)};
  const Span line = document.lines.line(document.source, begin.line);
  const Span words = document.in_source({place.span.begin, place.span.begin});
  const std::string_view before =
      std::string_view(document.source).substr(line.begin, words.begin - line.begin);
  if (before.size() < 64 && count_han(before) == 0) begin.column = 1;
  return {begin, begin};
}

std::uint32_t column_of(const Document& document, Location at, ColumnUnit unit) {
  const std::uint32_t offset = document.lines.offset_of(document.source, at);
  switch (unit) {
    case ColumnUnit::code_points: break;
    case ColumnUnit::utf16: return document.lines.utf16_column(document.source, offset);
    case ColumnUnit::bytes: return offset - document.lines.line(document.source, at.line).begin + 1;
  }
  return at.column;
}

const Block* block_at(const Document& document, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(document.blocks, offset, {},
                                              [](const Block& block) { return block.span.begin; });
  return after == document.blocks.begin() ? nullptr : &*std::prev(after);
}

std::vector<std::string> section_path(const Review& review, const Place& place) {
  if (place.after_body) return {};
  const Block* block = block_at(review.document, place.span.begin);
  if (block && block->zone != Zone::body) return {};
  return heading_path(review.document, review.outline,
                      section_at(review.outline, place.span.begin));
}

namespace {

Message title_of(Zone zone) {
  switch (zone) {
    case Zone::body: break;
    case Zone::notes: return say("脚注、尾注", "a note");
    case Zone::comments: return say("批注", "a comment");
    case Zone::header: return say("页眉", "a page header");
    case Zone::footer: return say("页脚", "a page footer");
    case Zone::boxes: return say("文本框", "a text box");
  }
  return {};
}

Message paragraph_of(const Review& review, const Place& place) {
  const Document& document = review.document;
  const Block* block = block_at(
      document, place.after_body && place.span.begin > 0 ? place.span.begin - 1 : place.span.begin);
  if (!block) return {};
  if (block->zone != Zone::body) return title_of(block->zone);
  if (block->in_table()) {
    const Cell& cell = document.cell(block->cell);
    return say("表{}第{}行第{}列", "table {}, row {}, column {}", block->cell.table, cell.row + 1,
               cell.column + 1);
  }
  return say("第{}段", "paragraph {}", block->number);
}

}  // namespace

std::string paragraph_name(const Review& review, const Place& place, Language language) {
  if (!review.document.lines_are_paragraphs) return {};
  const Message name = paragraph_of(review, place);
  if (name.zh.empty()) return {};
  if (place.after_body) return say("{0}之后", "after {1}", name.zh, name.en).in(language);
  if (place.insertion) return say("{0}之前", "before {1}", name.zh, name.en).in(language);
  return name.in(language);
}

Message page_message(const Document& document, std::uint32_t offset) {
  const std::uint32_t page = document.page_at(offset), line = document.page_line_at(offset);
  if (page == 0) return {};
  if (line == 0) return say("约第{}页", "about page {}", page);
  return say("第{}页第{}行", "page {}, line {}", page, line);
}

std::string headings_and_page(const Review& review, const Place& place, Language language) {
  if (!review.document.lines_are_paragraphs) return {};
  constexpr std::size_t most_characters = 16;
  std::string out;
  for (const std::string& heading : section_path(review, place)) {
    const std::string_view cut = first_code_points(heading, most_characters);
    out += (out.empty() ? "" : "›") + printable(cut) + (cut.size() < heading.size() ? "…" : "");
  }
  const std::string page = page_message(review.document, place.span.begin).in(language);
  if (!page.empty()) out += (out.empty() ? "" : " · ") + page;
  return out;
}

std::string whereabouts(const Review& review, const Place& place, Language language) {
  const std::string paragraph = paragraph_name(review, place, language);
  const std::string rest = headings_and_page(review, place, language);
  return paragraph + (paragraph.empty() || rest.empty() ? "" : " · ") + rest;
}

std::string quote_of(const Document& document, Span span, std::size_t characters) {
  const std::string_view written = document.written(span);
  const std::string_view cut = first_code_points(written, characters);
  if (cut.size() == written.size()) return printable(cut);
  return printable(first_code_points(written, characters - 1)) + "…";
}

}  // namespace hegui
