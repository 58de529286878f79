#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "yaml/value.h"
#include "yaml/yaml.h"

namespace hegui {

/// One set of a stack of sets, and the file that it is.
struct RuleLayer {
  std::string id = {};                      ///< What it calls itself: first part of its rules' ids.
  std::vector<std::uint16_t> extends = {};  ///< Files of the sets that it builds on.
  Language language = Language::zh;         ///< In which its rules are read.
  bool built_in = false;                    ///< Its patterns were compiled by tests.
};

/// Whether a name that is defined in `owner` may be used in `user`: a set sees its own names, then
/// those of the sets that it extends, never those of a set that extends it.
bool sees(std::span<const RuleLayer> layers, std::uint16_t user, std::uint16_t owner);

/// A rule set as it was found, not yet read. A built-in one brings its value tree.
struct FoundRules {
  std::string path = {};
  SharedText source = {};
  std::optional<Value> root = {};
};

/// Finds the set that `name` means in the file `from` (empty: on the command line). Nullopt if
/// there is none. The core does no file I/O, so this is handed in.
using FindRules =
    std::function<std::optional<FoundRules>(std::string_view name, std::string_view from)>;

/// A set with everything that it extends, as one tree:
///
///   terms, vars, basis, dictionaries
///                        put together; a name that an extended set has is an error, since that
///                        set's rules would silently mean something else. +name appends to a list,
///                        -name takes out of it, override replaces
///   requirements, checks those of the extended sets first; `after: ID` puts one elsewhere
///   override             applied: none, a severity, or a map that is merged into the rule;
///                        SET/basis.NAME, SET/terms.NAME, SET/vars.NAME: the new value
///   other keys           the set's own, else those of the set it extends
struct LayeredRules {
  std::vector<SourceFile> files = {};  ///< The one that was asked for first, then those it extends.
  std::vector<RuleLayer> layers = {};  ///< One a file.
  Value root = {.kind = Value::Kind::map};
  std::vector<SourceProblem> problems = {};
  /// False where a file, or one that it extends, could not be read: what it would have given is not
  /// in the tree, and seems to be missing everywhere.
  bool whole = true;
};

LayeredRules read_layers(FoundRules found, const FindRules& find);

}  // namespace hegui
