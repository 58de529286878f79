#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace hegui {

// What md4c does not say about a Markdown file, read from its source.

struct FrontMatterLines {
  std::uint32_t end = 0;  ///< Where Markdown begins; 0 if there is no front matter.
  std::vector<std::pair<Block::Kind, Span>> values = {};  ///< In the order of the file.
};

/// --- key: value … --- at the start of a file. Only these lines, no YAML: they are somebody's.
FrontMatterLines read_front_matter_lines(std::string_view source);

/// What stands before the offset in its line.
std::string_view line_prefix(std::string_view source, std::uint32_t at);

/// 1. or 2) before the words of a list item, with the blanks after it.
std::optional<Span> list_marker(std::string_view source, std::uint32_t words);

/// Whether the line before that of the offset is blank, or only goes on with a quote.
bool is_after_gap(std::string_view source, std::uint32_t at);

/// Where the words of a table's cell would begin that stands so many cells behind (before, if
/// negative) the one that holds `at`, in the same line.
std::uint32_t cell_place(std::string_view source, std::uint32_t at, std::int64_t cells);

/// Behind the first | at or after `at`, or the end of the source.
std::uint32_t first_bar(std::string_view source, std::uint32_t at);

/// Where the line begins that stands so many lines below that of `at`, or the last one.
std::uint32_t line_below(std::string_view source, std::uint32_t at, int lines);

/// Where ** stands in the span, not \** and not ***; after those in `marks`.
void find_double_stars(std::string_view source, Span span, std::vector<std::uint32_t>& marks);

/// Where a table ends, from `at` on, without a blank line: at a heading, or at a line without |,
/// which md4c takes for more of its rows, and nobody who writes a report does. Else the end of the
/// source.
std::size_t next_table_end(std::string_view source, std::size_t at);

/// md4c goes through the address at every use of a [name] that is defined as [name]: address, so
/// that a small file could ask for hours. The bytes that this takes, at most.
std::size_t link_work(std::string_view source);

/// What &amp; or &#20013; means; empty for names that reports do not use.
std::string entity_words(std::string_view entity);

/// <br>, in its spellings.
bool is_line_break_tag(std::string_view html);

/// A sentence, clause or list ends: no heading.
bool ends_in_mark(std::string_view words);

}  // namespace hegui
