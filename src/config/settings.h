#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "config/config_keys.h"
#include "review/lint.h"

namespace hegui {

/// Which rule sets: names or files, the folders in which names are looked for, and the folder that
/// no file may lie outside of (empty: any may). Without a name every built-in set may apply.
struct RuleSources {
  std::vector<std::string> rules = {};
  std::vector<std::string> folders = {};
  std::string boundary = {};
  friend auto operator<=>(const RuleSources&, const RuleSources&) = default;
};

/// What holds for one report, and who said it.
struct Settings {
  RuleSources sources = {};
  LintOptions lint = {};
  std::optional<Severity> fail_on = {};  ///< Nothing if no severity makes a run fail.
  std::string baseline = {};             ///< Path; empty for none.
  Layer values = {};                     ///< All of these, with where they come from.
};

/// The values that hold where nobody says anything.
Layer built_in_values();

/// `boundary` holds for rule sets that a configuration names, not for those of the command line.
Settings settings_of(Layer values, const std::string& boundary);

}  // namespace hegui
