#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "checks/key.h"
#include "search/lexicon.h"
#include "search/terms.h"

namespace hegui {

class Arguments;
using NamedTerms = std::vector<std::pair<std::string, Terms>>;
using Argument = std::variant<double, bool, std::string, std::vector<std::string>, Terms, Condition,
                              NamedTerms, std::vector<Arguments>, std::shared_ptr<const Lexicon>>;

/// The values that a rule file gives to the keys of one check, of the types that the kind's table
/// says. A key that is not given has the table's fallback, if it has one, and no value else.
class Arguments {
 public:
  Arguments() = default;
  explicit Arguments(std::span<const Key> keys) : keys_(keys) {}

  void set(std::string_view key, Argument value);
  /// Whether the rule file gives it.
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::optional<double> number(std::string_view key) const;
  std::string_view word(std::string_view key) const;
  const std::vector<std::string>* texts(std::string_view key) const;
  const Terms* terms(std::string_view key) const;
  const Condition* condition(std::string_view key) const;
  const NamedTerms* named(std::string_view key) const;
  /// False where it is not given.
  bool flag(std::string_view key) const;
  /// One for each map of a list, or the one map; none where it is not given.
  const std::vector<Arguments>& maps(std::string_view key) const;

  /// All that are given, in the order of the file.
  const std::vector<std::pair<std::string, Argument>>& values() const { return values_; }

  /// Null where it is not given.
  const Lexicon* lexicon(std::string_view key) const;

  /// The value as people read it: 400, 50%, “不足”、“问题”…; empty if it is not given.
  Message shown(std::string_view key, KeyType type) const;
  /// All of them: total: “合计”, of: “甲”、“乙”
  Message shown() const;

 private:
  const Argument* find(std::string_view key) const;
  std::string_view fallback(std::string_view key) const;

  std::span<const Key> keys_ = {};
  std::vector<std::pair<std::string, Argument>> values_;
};

}  // namespace hegui
