#pragma once

#include <vector>

#include "document/document.h"

namespace hegui {

/// Whether the block is an item of a list, says its format or its bullet. Never in languages whose
/// items are told by their words.
bool begins_listed_item(const Document& document, const Block& block);

/// Items of a list in a stretch of text, each a paragraph or more: those of the outermost list,
/// with the lists inside them.
///
///   - Raise the alert threshold
///       owner: Chen
///   - Add a runbook
std::vector<Span> listed_items(const Document& document, const std::vector<Span>& text);

}  // namespace hegui
