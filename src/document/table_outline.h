#pragma once

#include <set>

#include "document/outline.h"

namespace hegui {

/// The blocks that are headings although they stand in a table, since the table is the outline:
///
///   | 一、主要举措和成效 | 街道梳理权责清单86项，…… |
///   | 二、存在的不足     | 执法力量不足，……         |
///
/// It has two columns, the cells of the left one are numbered in order, and those of the right one
/// hold text. No other cell is a heading: numbers of a table number its rows.
std::set<std::uint32_t> table_headings(const Document& document, const Outline& outline);

}  // namespace hegui
