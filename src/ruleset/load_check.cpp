#include "ruleset/load_check.h"

#include <algorithm>
#include <array>

namespace hegui {
namespace {

constexpr std::array common_keys{
    KeyInfo{"id", "name of the check in reasons and on the command line"},
    KeyInfo{"else", "verdict if it fails: weak (default) or missing"},
    KeyInfo{"none", "verdict if it finds nothing at all: weak or missing"},
    KeyInfo{"say", "message instead of the engine's; {found}, {expected}, {hit}, {year}"},
    KeyInfo{"say-none", "message instead of say if it finds nothing at all"},
};

Argument no_argument() { return 0.0; }

std::optional<Argument> read(Reader& reader, Vocabulary& vocabulary, const Key& key,
                             const Value& value) {
  const auto wrap = [](auto optional) -> std::optional<Argument> {
    if (!optional) return std::nullopt;
    return Argument(std::move(*optional));
  };
  switch (key.type) {
    case KeyType::number: return wrap(reader.number(value));
    case KeyType::percent: return wrap(reader.percent(value));
    case KeyType::word: return wrap(reader.word(value, key.choices));
    case KeyType::text: return wrap(reader.text(value));
    case KeyType::texts: return Argument(reader.texts(value));
    case KeyType::terms: return Argument(vocabulary.terms(value));
    case KeyType::condition: return Argument(vocabulary.condition(value));
    case KeyType::named: {
      if (!reader.names(value, key.name)) return std::nullopt;
      NamedTerms named;
      for (const Value::Entry& entry : value.entries)
        named.emplace_back(entry.key, vocabulary.terms(entry.value));
      return Argument(std::move(named));
    }
  }
  return no_argument();
}

bool is_condition_key(std::string_view key) {
  return key == "any" || key == "all" || key == "none";
}

class CheckLoader {
 public:
  CheckLoader(Reader& reader, Vocabulary& vocabulary, const CheckKind& kind)
      : reader_(reader), vocabulary_(vocabulary), kind_(kind) {}

  Arguments arguments(const Value& check, const Value& value) {
    if (value.is_map())
      inside(value);
    else
      principal(value);
    for (const Value::Entry& entry : check.entries)
      if (const Key* key = find(entry.key, KeyPlace::beside)) set(*key, entry.value);
    refuse_without_effect(value, KeyPlace::inside);
    refuse_without_effect(check, KeyPlace::beside);
    return std::move(arguments_);
  }

 private:
  const Key* find(std::string_view name, KeyPlace place) const {
    const auto key = std::ranges::find_if(
        kind_.keys, [&](const Key& k) { return k.name == name && k.place == place; });
    return key == kind_.keys.end() ? nullptr : &*key;
  }

  /// Keys that do nothing because the one that they go with is not there.
  void refuse_without_effect(const Value& map, KeyPlace place) {
    for (const Value::Entry& entry : map.entries) {
      const Key* key = find(entry.key, place);
      if (key && !key->needs.empty() && !arguments_.has(key->needs))
        reader_.error(entry.place, say("没有 {1} 时，{0} 不起作用", "{} has no effect without {}",
                                       entry.key, key->needs));
      const bool is_other_way = is_condition_key(entry.key) && arguments_.has("at-least");
      if (place == KeyPlace::inside && is_other_way)
        reader_.error(entry.place, say("有 at-least 时，{} 不起作用",
                                       "{} has no effect beside at-least", entry.key));
    }
  }

  void set(const Key& key, const Value& value) {
    if (auto argument = read(reader_, vocabulary_, key, value))
      arguments_.set(key.name, std::move(*argument));
  }

  void principal(const Value& value) {
    const Key* key = find(kind_.principal, KeyPlace::inside);
    if (key)
      set(*key, value);
    else
      reader_.error(value.place,
                    say("{} 应是映射（键: 值）", "{} must be a map (key: value)", kind_.name));
  }

  void inside(const Value& value) {
    reader_.names(value, kind_.name);
    const Key* principal = find(kind_.principal, KeyPlace::inside);
    const bool is_condition = principal && principal->type == KeyType::condition;
    std::vector<std::string_view> known;
    for (const Key& key : kind_.keys)
      if (key.place == KeyPlace::inside && !(is_condition && key.name == principal->name))
        known.push_back(key.name);
    if (is_condition) known.insert(known.end(), {"any", "all", "none"});
    bool condition_given = false;
    for (const Value::Entry& entry : value.entries) {
      if (is_condition && is_condition_key(entry.key)) {
        condition_given = true;
      } else if (const Key* key = find(entry.key, KeyPlace::inside);
                 key && !(is_condition && key == principal)) {
        set(*key, entry.value);
      } else {
        reader_.unknown_key(entry, known, kind_.name);
      }
    }
    if (condition_given) arguments_.set(principal->name, vocabulary_.condition_keys(value));
  }

  Reader& reader_;
  Vocabulary& vocabulary_;
  const CheckKind& kind_;
  Arguments arguments_;
};

/// What each kind cannot do without; said here so that `run` may rely on it.
void require(Reader& reader, const CheckKind& kind, const Arguments& arguments, SourcePlace place) {
  const auto need = [&](std::string_view key) {
    if (!arguments.has(key)) reader.error(place, say("{} 缺少 {}", "{} lacks {}", kind.name, key));
  };
  if (kind.name == "count") need("of");
  if (kind.name == "forbid") need("any");
  if (kind.name == "need") need(arguments.has("at-least") ? "of" : "condition");
}

}  // namespace

std::optional<Check> load_check(Reader& reader, Vocabulary& vocabulary, const Value& value,
                                std::span<const KeyInfo> own) {
  if (!reader.names(value, say("检查", "a check"))) return std::nullopt;
  const Value::Entry* kind_entry = nullptr;
  const CheckKind* kind = nullptr;
  for (const Value::Entry& entry : value.entries)
    if (const CheckKind* found = find_check_kind(entry.key)) {
      if (kind)
        reader.error(entry.place,
                     say("一项检查只能有一种：已有 {}",
                         "a check is of one kind; this one is {} already", kind->name));
      kind = kind ? kind : found;
      kind_entry = kind_entry ? kind_entry : &entry;
    }
  std::vector<std::string_view> known;
  for (const KeyInfo& key : common_keys) known.push_back(key.name);
  for (const KeyInfo& key : own) known.push_back(key.name);
  if (kind) {
    for (const Key& key : kind->keys)
      if (key.place == KeyPlace::beside) known.push_back(key.name);
  } else {
    for (const CheckKind& candidate : check_kinds()) known.push_back(candidate.name);
  }
  for (const Value::Entry& entry : value.entries)
    if (!find_check_kind(entry.key) && std::ranges::find(known, entry.key) == known.end())
      reader.unknown_key(entry, known, say("检查", "a check"));
  if (!kind) {
    reader.error(value.place, say("检查没有写种类，例如 need、length、figures",
                                  "the check has no kind such as need, length or figures"));
    return std::nullopt;
  }
  Check check{.id = std::string(kind->name), .kind = kind};
  check.arguments = CheckLoader(reader, vocabulary, *kind).arguments(value, kind_entry->value);
  require(reader, *kind, check.arguments, kind_entry->place);
  if (const Value* id = value.find("id")) check.id = reader.text(*id).value_or(check.id);
  if (const Value* text = value.find("say")) check.say = reader.text(*text).value_or("");
  if (const Value* text = value.find("say-none")) check.say_none = reader.text(*text).value_or("");
  const auto verdict = [&](std::string_view key) -> std::optional<Verdict> {
    const Value* given = value.find(key);
    const auto word = given ? reader.word(*given, "weak|missing") : std::nullopt;
    if (!word) return std::nullopt;
    return *word == "missing" ? Verdict::missing : Verdict::weak;
  };
  check.otherwise = verdict("else").value_or(Verdict::weak);
  check.none = verdict("none");
  return check;
}

}  // namespace hegui
