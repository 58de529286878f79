#include "review/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "language/language_data.h"
#include "text/fnv1a.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// Enough to know a finding by; it may be as long as the report.
constexpr std::size_t most_bytes = 256;
// Of words that are nearly all figures, every finding below such a heading would read all.
constexpr std::size_t most_looked_at = 16 * most_bytes;
// Fewer characters, such as XX or a quote, are told apart by the clause around them.
constexpr std::size_t least_characters = 8;
constexpr std::size_t most_cells = 200;      // Looked at for the heads of one.
constexpr std::size_t longest_clause = 100;  // Characters on either side.

std::string without_figures(std::string_view folded) {
  std::string kept;
  const std::size_t end = std::min(folded.size(), most_looked_at);
  for (std::size_t at = 0; at < end && kept.size() < most_bytes;) {
    const std::size_t begin = at;
    if (!is_of_figure(next_code_point(folded, at))) kept += folded.substr(begin, at - begin);
  }
  return kept;
}

/// The span, grown to the marks or the paragraph's ends around it.
Span clause_around(const Document& document, Span span) {
  const std::string_view text = document.text;
  constexpr std::u32string_view marks = U"，。；：！？\n";
  const auto is_mark = [&](char32_t code) { return marks.find(code) != std::u32string_view::npos; };
  for (std::size_t left = longest_clause; span.begin > 0 && left > 0; --left) {
    const std::size_t before = previous_code_point(text, span.begin);
    std::size_t at = before;
    if (is_mark(next_code_point(text, at))) break;
    span.begin = static_cast<std::uint32_t>(before);
  }
  for (std::size_t left = longest_clause; span.end < text.size() && left > 0; --left) {
    std::size_t at = span.end;
    if (is_mark(next_code_point(text, at))) break;
    span.end = static_cast<std::uint32_t>(at);
  }
  return span;
}

const Section* section_of(const Outline& outline, int index) {
  return index < 0 ? nullptr : &outline.section(index);
}

}  // namespace

Span words_of(const Document& document, const Outline& outline, Span span) {
  const Section* section = section_of(outline, section_at(outline, span.begin));
  // A heading is told apart by itself: it is the last of its path.
  if (section && section->heading.contains(span.begin)) {
    if (span.begin < section->words.begin)
      span.begin = std::min(section->words.begin, std::max(span.begin, span.end));
    return span;
  }
  const std::string_view first = first_code_points(document.slice(span), least_characters);
  return count_code_points(first) < least_characters ? clause_around(document, span) : span;
}

namespace {

/// The nearest words to the left of a cell, and above it; nothing for what stands in no cell.
std::string heads_of(const Document& document, Span span) {
  for (const Table& table : document.tables)
    for (const Cell& cell : table.cells()) {
      if (cell.words.empty() || cell.words.front().begin != span.begin) continue;
      std::string heads;
      const auto has_words = [&](std::uint32_t row, std::uint32_t column) {
        const std::uint32_t index = table.at(row, column);
        if (index == Table::nowhere || table.cells()[index].words.empty()) return false;
        const std::string words =
            without_figures(document.slice(table.cells()[index].words.front()));
        heads += words.empty() ? "" : "|" + words;
        return !words.empty();
      };
      std::size_t looked_at = 0;
      for (std::uint32_t column = cell.column; column-- > 0 && ++looked_at < most_cells;)
        if (has_words(cell.row, column)) break;
      for (std::uint32_t row = cell.row; row-- > 0 && ++looked_at < most_cells;)
        if (has_words(row, cell.column)) break;
      return heads;
    }
  return {};
}

std::string hashed(const Document& document, const Outline& outline, const Finding& finding,
                   bool has_words, bool with_headings) {
  std::uint64_t value = fnv1a(finding.rule);
  if (has_words) {
    const Section* section = section_of(outline, section_at(outline, finding.place.span.begin));
    for (; with_headings && section; section = section_of(outline, section->parent))
      value = fnv1a("/" + without_figures(document.slice(section->words)), value);
    const Span words = words_of(document, outline, finding.place.span);
    std::string kept = without_figures(document.slice(words));
    // A figure of a table is known by what heads it.
    if (kept.empty() && !document.tables.empty()) kept = heads_of(document, finding.place.span);
    value = fnv1a(":" + kept, value);
  }
  return fmt::format("{:016x}", value);
}

bool has_words(const Finding& finding, bool is_missing) {
  return !is_missing && !finding.whole_document && !finding.place.insertion;
}

}  // namespace

std::string fingerprint_of(const Document& document, const Outline& outline, const Finding& finding,
                           bool is_missing) {
  return hashed(document, outline, finding, has_words(finding, is_missing), true);
}

std::string evidence_of(const Document& document, const Outline& outline, const Finding& finding,
                        bool is_missing) {
  return hashed(document, outline, finding, has_words(finding, is_missing), false);
}

}  // namespace hegui
