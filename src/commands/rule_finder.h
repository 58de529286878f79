#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/layers.h"

namespace hegui {

/// Finds rule sets for people and for `extends`; a FindRules.
///
///   fazhi             beside the file that extends it, in the folders of the search path, and then
///                     what the program carries
///   rules/city.yaml   a file; in `extends` relative to the file that says it
class RuleFinder {
 public:
  explicit RuleFinder(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  /// Throws InputError for a file that is there and cannot be read.
  std::optional<FoundRules> operator()(std::string_view name, std::string_view from) const;

 private:
  std::vector<std::string> folders_;
};

}  // namespace hegui
