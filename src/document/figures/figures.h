#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace hegui {

/// A number with its unit: 20余次, 96.74%, 15场次. Dates, years, ordinals and what stands in 《》
/// are none.
struct Figure {
  Span span = {};
  std::string unit = {};  ///< Folded: 次, %, 场次.
};

/// Chinese numerals count where they can only be a quantity: 两次, 十二件, not 三项制度.
std::vector<Figure> figures(const Document& document, Span span);

}  // namespace hegui
