#pragma once

#include <vector>

#include "document/document.h"

namespace hegui {

/// Of each block whether it belongs to a list of contents: headings told before they stand.
///
///   目录                          and the short lines below it, up to running text or to the first
///   一、主要举措………………1          of them again
///   二、存在的不足    7            lines that end in leaders or page numbers, two in a row
///   一、主要举措 / 二、存在的不足    lines that all come again further down, in the same order
std::vector<bool> contents_blocks(const Document& document);

}  // namespace hegui
