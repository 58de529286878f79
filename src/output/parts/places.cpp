#include "output/parts/places.h"

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

std::vector<std::string> section_path(const Review& review, const Place& place) {
  if (place.after_body) return {};
  return heading_path(review.document, review.outline,
                      section_at(review.outline, place.span.begin));
}

std::string headings_and_page(const Review& review, const Place& place, Language language) {
  if (!review.document.lines_are_paragraphs) return {};
  constexpr std::size_t most_characters = 16;
  std::string out;
  for (const std::string& heading : section_path(review, place)) {
    const std::string_view cut = first_code_points(heading, most_characters);
    out += (out.empty() ? "" : "›") + printable(cut) + (cut.size() < heading.size() ? "…" : "");
  }
  if (const std::uint32_t page = review.document.page_at(place.span.begin); page > 0)
    out += (out.empty() ? "" : " · ") + say("约第{}页", "about page {}", page).in(language);
  return out;
}

std::string quote_of(const Document& document, Span span, std::size_t characters) {
  const std::string_view written = document.written(span);
  const std::string_view cut = first_code_points(written, characters);
  if (cut.size() == written.size()) return printable(cut);
  return printable(first_code_points(written, characters - 1)) + "…";
}

}  // namespace hegui
