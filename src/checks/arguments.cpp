#include "checks/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_terms = 6;
constexpr std::size_t longest_pattern = 40;  // Characters.

/// The first terms of a list.
Message shown_terms(const Terms& terms) {
  std::vector<std::string> shown;
  for (const Term* term : terms.meant()) {
    if (shown.size() == most_terms) return say("{}……", "{}, …", listed(shown));
    const std::string_view start = first_code_points(term->source(), longest_pattern);
    const std::string_view cut = start.size() < term->source().size() ? "…" : "";
    shown.push_back(term->is_pattern() ? fmt::format("/{}{}/", start, cut)
                                       : std::string(term->source()));
  }
  return listed(shown);
}

Message shown_condition(const Condition& condition) {
  Message text = shown_terms(condition.any);
  for (const Terms& terms : condition.all)
    text =
        text.zh.empty() ? shown_terms(terms) : say("{} & {}", "{} & {}", text, shown_terms(terms));
  if (!condition.none.empty())
    text = say("{} − {}", "{}, but not: {}", text, shown_terms(condition.none));
  return text;
}

/// {total: 合计, of: 甲、乙}、{…}
Message shown_maps(const std::vector<Arguments>& maps) {
  Message all;
  for (const Arguments& map : maps) {
    const Message one = say("{{{}}}", "{{{}}}", map.shown());
    all = all.zh.empty() ? one : say("{}、{}", "{}, {}", all, one);
  }
  return all;
}

}  // namespace

void Arguments::set(std::string_view key, Argument value) {
  values_.emplace_back(std::string(key), std::move(value));
}

const Argument* Arguments::find(std::string_view key) const {
  for (const auto& [name, value] : values_)
    if (name == key) return &value;
  return nullptr;
}

std::string_view Arguments::fallback(std::string_view key) const {
  const auto known = std::ranges::find(keys_, key, &Key::name);
  return known == keys_.end() ? std::string_view() : known->fallback;
}

std::optional<double> Arguments::number(std::string_view key) const {
  if (const Argument* value = find(key)) return std::get<double>(*value);
  const std::string_view text = fallback(key);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  return text.ends_with('%') ? number / 100 : number;
}

std::string_view Arguments::word(std::string_view key) const {
  const Argument* value = find(key);
  return value ? std::string_view(std::get<std::string>(*value)) : fallback(key);
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

bool Arguments::flag(std::string_view key) const {
  const Argument* value = find(key);
  return value && std::get<bool>(*value);
}

const std::vector<Arguments>& Arguments::maps(std::string_view key) const {
  static const std::vector<Arguments> none;
  const Argument* value = find(key);
  return value ? std::get<std::vector<Arguments>>(*value) : none;
}

const Lexicon* Arguments::lexicon(std::string_view key) const {
  const Argument* value = find(key);
  return value ? std::get<std::shared_ptr<const Lexicon>>(*value).get() : nullptr;
}

Message Arguments::shown(std::string_view key, KeyType type) const {
  const Argument* value = find(key);
  if (!value) return {};
  if (const auto* terms = std::get_if<Terms>(value)) return shown_terms(*terms);
  if (const auto* condition = std::get_if<Condition>(value)) return shown_condition(*condition);
  if (const auto* texts = std::get_if<std::vector<std::string>>(value)) return listed(*texts);
  if (const auto* text = std::get_if<std::string>(value)) return {*text, *text};
  if (const auto* number = std::get_if<double>(value))
    return type == KeyType::percent ? say("{}%", "{}%", *number * 100) : say("{}", "{}", *number);
  if (const auto* flag = std::get_if<bool>(value))
    return *flag ? Message{"true", "true"} : Message{"false", "false"};
  if (const auto* maps = std::get_if<std::vector<Arguments>>(value)) return shown_maps(*maps);
  std::vector<std::string> names;
  if (const auto* lexicon = std::get_if<std::shared_ptr<const Lexicon>>(value)) {
    for (const auto& dictionary : (*lexicon)->dictionaries()) names.push_back(dictionary->id);
    return listed(names);
  }
  for (const auto& [name, terms] : std::get<NamedTerms>(*value)) names.push_back(name);
  return listed(names);
}

Message Arguments::shown() const {
  Message all;
  for (const Key& key : keys_) {
    if (!has(key.name)) continue;
    const Message one = say("{}: {}", "{}: {}", key.name, shown(key.name, key.type));
    all = all.zh.empty() ? one : say("{}, {}", "{}, {}", all, one);
  }
  return all;
}

}  // namespace hegui
