#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "checks/key.h"
#include "text/terms.h"

namespace hegui {

using NamedTerms = std::vector<std::pair<std::string, Terms>>;
using Argument =
    std::variant<double, std::string, std::vector<std::string>, Terms, Condition, NamedTerms>;

/// The values that a rule file gives to the keys of one check, of the types that the kind's table
/// says. A key that is not given has no value; the functions that need one say their default.
class Arguments {
 public:
  void set(std::string_view key, Argument value);
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::optional<double> number(std::string_view key) const;
  std::string_view word(std::string_view key, std::string_view fallback) const;
  const std::vector<std::string>* texts(std::string_view key) const;
  const Terms* terms(std::string_view key) const;
  const Condition* condition(std::string_view key) const;
  const NamedTerms* named(std::string_view key) const;

  /// The value as people read it: 400, 50%, “不足”、“问题”…; empty if it is not given.
  std::string shown(std::string_view key, KeyType type) const;

  void put_in(const Variables& variables);

 private:
  const Argument* find(std::string_view key) const;

  std::vector<std::pair<std::string, Argument>> values_;
};

}  // namespace hegui
