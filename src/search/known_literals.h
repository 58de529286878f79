#pragma once

#include <cstdint>
#include <span>

#include "search/embedded_text.h"

namespace hegui {

/// What required_literals() says of a pattern of the built-in rule sets, found out when the program
/// is built: a run has a thousand of them.
struct KnownLiterals {
  EmbeddedText pattern;
  EmbeddedText literals;  ///< Each with a zero byte behind it.
  std::uint32_t before;   ///< As in RequiredLiterals.
};

/// Rising by pattern. Those that have a list or a variable in them are not there.
std::span<const KnownLiterals> known_literals();

}  // namespace hegui
