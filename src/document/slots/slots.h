#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegui {

/// What a slot of the document's language begins with: its words, folded, up to the first stop.
std::string_view slot_name(const Document& document, Span slot);

/// The words of a rule set as they can stand in a slot: on one line, without its brackets. A name
/// loses its stops, too.
std::string slot_text(Language language, std::string_view words);
std::string slot_name(Language language, std::string_view words);

/// The slots of a document: 【待填：…】, in reading order. Those of code and of comments are none.
std::vector<Span> find_slots(const Document& document);

/// The text without what has the form of a slot.
std::string without_slots(const Document& document, std::string_view text);

/// Whether a block is nothing but slots; they rise.
bool is_slots_only(const Document& document, const Block& block, const std::vector<Span>& slots);

/// Whether a block asks for nothing but who signs a report, and when.
bool is_signature_slot(const Document& document, const Block& block,
                       const std::vector<Span>& slots);

/// Whether the span, which is not empty, lies in one of the slots.
bool lies_in_slot(const std::vector<Span>& slots, Span span);

}  // namespace hegui
