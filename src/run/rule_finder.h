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
///
/// A rule file leads to none outside of its repository (its folder, where there is none) but those
/// in the folders of the search path.
class RuleFinder {
 public:
  /// `boundary` is that of the configuration, in place of a rule file's own; empty for none.
  explicit RuleFinder(std::vector<std::string> folders, std::string boundary = {})
      : folders_(std::move(folders)), boundary_(std::move(boundary)) {}

  /// Throws InputError for a file that is there and cannot, or must not, be read.
  std::optional<FoundRules> operator()(std::string_view name, std::string_view from) const;

 private:
  void refuse_leading_out(const std::string& path, const std::string& folder) const;

  std::vector<std::string> folders_;
  std::string boundary_;
};

}  // namespace hegui
