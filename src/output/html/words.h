#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/html/marks.h"

namespace hegui {

/// The words of a block with its findings marked, those of the stretches `bold` in bold type. What
/// belongs before the block or after it is left out where `slots_apart`: it stands beside the
/// block's element.
void append_words(const PageReport& page, const Marks& marks, std::size_t block,
                  std::span<const Span> bold, bool slots_apart, std::string& out);

/// Shows that something belongs here: an element `div`, or `span` among words.
void append_slot(const PageReport& page, std::size_t finding, std::string_view element,
                 std::string& out);

/// What stands before the block or, else, after it, if slots stand apart.
void append_slots(const PageReport& page, const Marks& marks, std::size_t block, bool after,
                  std::string& out);

}  // namespace hegui
