#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hegui {

/// Excel and WPS read a CSV file as UTF-8 only after a byte order mark.
inline constexpr std::string_view csv_begin = "\xEF\xBB\xBF";

/// A cell of CSV (RFC 4180) in quotes where it needs them. One that a spreadsheet would take for a
/// formula gets an apostrophe in front.
std::string csv_cell(std::string_view text);

/// A line, ended with CRLF.
void append_csv_row(std::span<const std::string> cells, std::string& out);

}  // namespace hegui
