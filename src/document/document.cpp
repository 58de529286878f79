#include "document/document.h"

#include <algorithm>

#include "text/unicode.h"

namespace hegui {
namespace {

/// The end in the target text of what ends at `end` in the mapped one.
std::uint32_t mapped_end(const OffsetMap& map, std::string_view from, std::string_view to,
                         Span span) {
  if (span.empty()) return map.to(span.begin);
  std::size_t at = map.to(static_cast<std::uint32_t>(previous_code_point(from, span.end)));
  if (at < to.size()) next_code_point(to, at);
  return static_cast<std::uint32_t>(at);
}

}  // namespace

std::string_view Document::slice(Span span) const {
  return std::string_view(text).substr(span.begin, span.size());
}

std::uint32_t Document::plain_end(Span span) const {
  return mapped_end(folding, text, plain, span);
}

std::string_view Document::written(Span span) const {
  const std::uint32_t begin = folding.to(span.begin);
  const std::uint32_t end = plain_end(span);
  return std::string_view(plain).substr(begin, end > begin ? end - begin : 0);
}

Span Document::in_source(Span span) const {
  const Span words{folding.to(span.begin), plain_end(span)};
  return {runs.to(words.begin), mapped_end(runs, plain, source, words)};
}

bool Document::is_verbatim(Span span) const {
  const Span place = in_source(span);
  const std::string_view words = written(span);
  if (words != std::string_view(source).substr(place.begin, place.size())) return false;
  // The beginning of &amp; is as the character that it refers to.
  if (format == "html" && words.find('&') != words.npos) return false;
  const auto at = [&](std::size_t offset) {
    return offset < source.size() ? source[offset] : '\0';
  };
  const char before = place.begin > 0 ? at(place.begin - 1) : '\0';
  // It may escape what stands here.
  if (format == "md" && before == '\\') return false;
  // Of several blanks a page shows one.
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  return words.empty() || ((!is_blank(words.front()) || !is_blank(before)) &&
                           (!is_blank(words.back()) || !is_blank(at(place.end))));
}

Location Document::locate(std::uint32_t offset) const {
  return lines.locate(source, runs.to(folding.to(offset)));
}

std::uint32_t Document::page_at(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(pages, runs.to(folding.to(offset)));
  return static_cast<std::uint32_t>(after - pages.begin());
}

std::uint32_t Document::page_line_at(std::uint32_t offset) const {
  if (page_lines.empty()) return 0;
  const std::uint32_t at = runs.to(folding.to(offset));
  const auto page = std::ranges::upper_bound(pages, at);
  const auto line = std::ranges::upper_bound(page_lines, at);
  if (page == pages.begin()) return 0;
  return static_cast<std::uint32_t>(line - std::ranges::lower_bound(page_lines, *std::prev(page)));
}

Location Document::locate_end(Span span) const { return lines.locate(source, in_source(span).end); }

}  // namespace hegui
