#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "review/lint.h"

namespace hegui {

/// Lines and columns of a place in the document's source.
struct LineRange {
  Location begin = {};
  Location end = {};
};

/// An insertion point has zero width, and column 1 if its heading begins the line. Behind the body
/// it may be one line past the last.
LineRange range_of(const Review& review, const Place& place);

/// What a column counts. Our own count code points.
enum class ColumnUnit : std::uint8_t { code_points, utf16, bytes };

/// The column of a location in another unit, 1-based. `bytes` are those of UTF-8, whatever the
/// encoding of the file is.
std::uint32_t column_of(const Document& document, Location at, ColumnUnit unit);

/// The headings around a place, outermost first; none after the body or beside it.
std::vector<std::string> section_path(const Review& review, const Place& place);

/// The words at a place, at most `characters`, on one line and without control characters.
std::string quote_of(const Document& document, Span span, std::size_t characters);

/// The block that holds the offset, or the last one before it; null before the first.
const Block* block_at(const Document& document, std::uint32_t offset);

/// Where a place is to a person who counts in a word processor: "第37段", "表1第2行第1列",
/// "脚注、尾注". Counted are the paragraphs of the body that have words and stand in no table.
/// Empty for documents whose lines are the file's own.
std::string paragraph_name(const Review& review, const Place& place, Language language);

/// "第3页第12行" where the format has lines of pages; "约第3页" where the page is of when the file
/// was last laid out; empty for a format without pages.
Message page_message(const Document& document, std::uint32_t offset);

/// What a drafter looks for who has the file open: "二、…›（一）… · 约第3页". Empty for documents
/// whose lines are the file's own.
std::string headings_and_page(const Review& review, const Place& place, Language language);

/// Both: "第37段 · 二、…›（一）… · 约第3页".
std::string whereabouts(const Review& review, const Place& place, Language language);

}  // namespace hegui
