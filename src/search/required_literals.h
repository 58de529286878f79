#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// Strings of which every match of a pattern holds at least one, as few and as long as can be told
/// from its structure.
struct RequiredLiterals {
  static constexpr std::uint32_t anywhere = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::string> any_of = {};  ///< Rising; empty if none can be told.
  /// As many bytes of the match can stand before the first such string in it; `anywhere` if that
  /// has no bound.
  std::uint32_t before = anywhere;
};

/// The pattern is one that PCRE2 takes, without options but UTF and UCP. What this does not know of
/// PCRE2's language tells nothing: the answer is then weaker, never wrong.
RequiredLiterals required_literals(std::string_view pattern);

}  // namespace hegui
