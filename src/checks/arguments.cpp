#include "checks/arguments.h"

namespace hegui {

void Arguments::set(std::string_view key, Argument value) {
  values_.emplace_back(std::string(key), std::move(value));
}

const Argument* Arguments::find(std::string_view key) const {
  for (const auto& [name, value] : values_)
    if (name == key) return &value;
  return nullptr;
}

std::optional<double> Arguments::number(std::string_view key) const {
  const Argument* value = find(key);
  return value ? std::optional(std::get<double>(*value)) : std::nullopt;
}

std::string_view Arguments::word(std::string_view key, std::string_view fallback) const {
  const Argument* value = find(key);
  return value ? std::string_view(std::get<std::string>(*value)) : fallback;
}

const std::vector<std::string>* Arguments::texts(std::string_view key) const {
  const Argument* value = find(key);
  return value ? &std::get<std::vector<std::string>>(*value) : nullptr;
}

const Terms* Arguments::terms(std::string_view key) const {
  const Argument* value = find(key);
  return value ? &std::get<Terms>(*value) : nullptr;
}

const Condition* Arguments::condition(std::string_view key) const {
  const Argument* value = find(key);
  return value ? &std::get<Condition>(*value) : nullptr;
}

const NamedTerms* Arguments::named(std::string_view key) const {
  const Argument* value = find(key);
  return value ? &std::get<NamedTerms>(*value) : nullptr;
}

Arguments Arguments::with(const Variables& variables) const {
  Arguments known;
  for (const auto& [name, value] : values_) {
    if (const auto* terms = std::get_if<Terms>(&value)) {
      known.set(name, terms->with(variables));
    } else if (const auto* condition = std::get_if<Condition>(&value)) {
      known.set(name, condition->with(variables));
    } else if (const auto* lists = std::get_if<NamedTerms>(&value)) {
      NamedTerms expanded;
      for (const auto& [list, words] : *lists) expanded.emplace_back(list, words.with(variables));
      known.set(name, std::move(expanded));
    } else {
      known.set(name, value);
    }
  }
  return known;
}

}  // namespace hegui
