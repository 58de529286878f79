#pragma once

#include <string_view>

#include "yaml/value.h"

namespace hegui {

/// Thrown when a file is no YAML at all, so that nothing else can be said about it.
struct NotYaml {
  SourceProblem problem;
};

/// Bounds for hostile rule files.
struct YamlLimits {
  std::size_t bytes = 4U << 20;
  std::size_t depth = 32;
  std::size_t nodes = 200'000;  ///< Aliases count as often as they are used.
  std::size_t keys = 1'000;     ///< Of one map: each is held against the others.
};

/// One YAML document; `file` is what its places name. Throws NotYaml.
Value read_yaml(std::string_view text, std::uint16_t file = 0, const YamlLimits& limits = {});

}  // namespace hegui
