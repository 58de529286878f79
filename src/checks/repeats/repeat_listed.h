#pragma once

#include "checks/check.h"

namespace hegui {

/// An item that a list within a sentence has twice: 教育、住建、教育. `span` is a paragraph.
void items_listed_twice(const Target& target, Span span, Outcome& outcome);

/// The same of titles: 《民法典》《宪法》《民法典》.
void titles_listed_twice(const Target& target, Span span, Outcome& outcome);

}  // namespace hegui
