#pragma once

#include <string>

#include "document/outline.h"

namespace hegui {

struct SignedDay {
  std::string day = {};  ///< 2026-03-05; empty if there is none.
  Span place = {};
};

/// The last date among the lines of the signature.
SignedDay signed_day(const Document& document, const Outline& outline);

}  // namespace hegui
