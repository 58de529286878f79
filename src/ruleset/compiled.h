#pragma once

#include <span>
#include <string_view>

namespace hegui {

/// A built-in set as the loader makes it of its files and those that it extends, made at build time
/// by compile_rules.cpp: a run reads no file, resolves no name and looks for nothing wrong.
struct CompiledRules {
  std::string_view name;
  std::string_view head;   ///< What head_of tells, as bytes of archive.h.
  std::string_view whole;  ///< The same of all.
};

std::span<const CompiledRules> compiled_rules();

}  // namespace hegui
