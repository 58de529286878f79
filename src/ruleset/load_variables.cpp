#include "ruleset/load_variables.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "ruleset/read_map.h"
#include "ruleset/vocabulary.h"

namespace hegui {
namespace {

constexpr std::string_view source_words =
    "option|announcement|title|subtitle|lead|file-name|published";

/// `published - 1`: a name, and what is added to its value.
std::optional<VariableSource> load_source(Reader& reader, const Value& value) {
  const auto text = reader.text(value);
  if (!text) return std::nullopt;
  VariableSource source{.name = text->substr(0, text->find(' '))};
  std::string_view rest = std::string_view(*text).substr(source.name.size());
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.empty()) return source;
  const char sign = rest.front();
  rest.remove_prefix(1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), source.add);
  if ((sign != '+' && sign != '-') || error != std::errc{} || end != rest.data() + rest.size()) {
    reader.error(value.place, say("应写成 year + 1 或 published - 1 的样子",
                                  "expected something like year + 1 or published - 1"));
    return std::nullopt;
  }
  if (sign == '-') source.add = -source.add;
  return source;
}

void load_find(Reader& reader, std::span<const RuleLayer> layers, const Value& find,
               Variable& variable) {
  const Value no_lists{.kind = Value::Kind::map};
  Vocabulary none(reader, layers, no_lists);
  const auto term = none.term(find);
  if (!term) return;
  if (term->is_pattern())
    variable.find.emplace(term->source());
  else
    reader.error(find.place, say("find 应是 '/正则/'", "find must be a '/pattern/'"));
}

void load_sources(Reader& reader, const Value& value, Variable& variable) {
  const Value* in = value.find("in");
  if (!in || !reader.list(*in, "in")) return;
  for (const Value& item : in->items)
    if (auto from = load_source(reader, item)) {
      const Value name{.place = item.place, .text = from->name};
      if (reader.word(name, source_words)) variable.sources.push_back(std::move(*from));
    }
}

}  // namespace

std::vector<Variable> load_variables(Reader& reader, std::span<const RuleLayer> layers,
                                     const Value& vars) {
  std::vector<Variable> variables;
  if (!reader.names(vars, "vars")) return variables;
  for (const Value::Entry& entry : vars.entries) {
    Variable variable{.name = entry.key};
    if (entry.value.is_scalar()) {
      if (auto from = load_source(reader, entry.value)) {
        if (std::ranges::find(variables, from->name, &Variable::name) == variables.end())
          reader.error(
              entry.value.place,
              say("前面没有定义变量“{}”", "no variable “{}” is defined before this", from->name));
        variable.sources.push_back(std::move(*from));
      }
    } else if (read_map(reader, entry.value, variable_keys, say("变量", "a variable"))) {
      if (const Value* find = entry.value.find("find")) load_find(reader, layers, *find, variable);
      load_sources(reader, entry.value, variable);
    }
    variables.push_back(std::move(variable));
  }
  return variables;
}

}  // namespace hegui
