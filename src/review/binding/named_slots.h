#pragma once

#include <vector>

#include "document/outline.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// A slot that asks for a requirement by its title, as `hegui scaffold` writes them.
struct NamedSlot {
  Span span = {};    ///< Empty if there is none.
  int section = -1;  ///< The innermost around it, if nothing but slots stands in it; else -1.
};

/// Of each requirement its first; empty where the document has no slots.
std::vector<NamedSlot> named_slots(const Document& document, const Outline& outline,
                                   const RuleSet& rules);

}  // namespace hegui
