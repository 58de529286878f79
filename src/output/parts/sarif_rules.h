#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "output/parts/json_values.h"

namespace hegui {

/// The rules of a SARIF run (3.49, reportingDescriptor), gathered as rule sets are seen.
class SarifRules {
 public:
  void add(const SetReview& set);
  /// Of a rule that no set holds, too.
  std::size_t index_of(const std::string& rule);
  const std::vector<Json>& rules() const { return rules_; }

 private:
  void add(const RuleSet& set, const Rule& rule, std::optional<Severity> severity);

  std::map<std::string, std::size_t> index_;
  std::vector<Json> rules_;
};

}  // namespace hegui
