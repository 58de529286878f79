#pragma once

#include <vector>

#include "document/part.h"
#include "language/number.h"
#include "search/terms.h"

namespace hegui {

/// The marks of a stretch of text from left to right. A glued one counts only as the next of a row.
std::vector<ItemMark> item_marks(const Document& document, Span span);

/// What is left of a sentence or a paragraph without the mark that it begins with, of running text
/// or of a number: 一是, 二要, （三）, 4.
Span behind_item_mark(const Document& document, Span span);

/// One of 一是…二是… / （一）… / 1. … / 第一，…
struct Item {
  Span span = {};    ///< From its number to where the next begins or its paragraph ends.
  Span lead = {};    ///< The words that introduce its list: …主要表现在：; may be empty.
  int section = -1;  ///< The innermost section.
  bool numbered = true;          ///< Else a piece of a part that numbers nothing.
  bool listed = false;           ///< Of a list or a table that the format or its bullets show.
  std::vector<Span> heads = {};  ///< Of a row of a table: those of the cells that are filled in.
};

/// The innermost enumerated items of a part. A leaf section without enumeration is an item itself.
/// Where nothing is enumerated, the part is split: into its paragraphs when several meet `naming`,
/// else at ；and 。; a piece that does not meet it unfolds the one before. An empty `naming` is met
/// by every piece of some length. A list that its lead says is of what `naming` refuses is none:
/// 主要原因：一是….
std::vector<Item> items(const Document& document, const Outline& outline, const Part& part,
                        const Condition& naming);

/// Whether `naming` refuses an item in so many words, so that it is none of those it names: 一要…,
/// 对策：….
bool is_refused(const Document& document, const Item& item, const Condition& naming);

}  // namespace hegui
