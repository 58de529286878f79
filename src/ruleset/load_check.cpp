#include "ruleset/load_check.h"

#include <algorithm>
#include <array>

#include "ruleset/read_map.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// A ( that is neither one of the text nor of (?:…) and its like, unless it is (?<name>…).
bool has_group(const Term& term) {
  const std::string_view source = term.source();
  for (std::size_t at = 0; term.is_pattern() && at < source.size(); ++at) {
    const std::string_view behind = source.substr(at + 1);
    const bool is_named =
        behind.starts_with("?<") && !behind.starts_with("?<=") && !behind.starts_with("?<!");
    if (source[at] == '\\')
      ++at;
    else if (source[at] == '(' && (is_named || !behind.starts_with('?')))
      return true;
  }
  return false;
}

void refuse_without_group(Reader& reader, const Value& value, const Terms& terms) {
  for (const SharedTerm& term : terms.list())
    if (!has_group(*term))
      reader.error(value.place,
                   say("“{}”里没有括号：要写成 '/共(\\d+)件/'，第一个括号里的是要读的数",
                       "“{}” has no group: write '/all (\\d+) cases/', where the first group is "
                       "what is read",
                       term->source()));
}

std::optional<Argument> read_maps(Reader& reader, Vocabulary& vocabulary, const Key& key,
                                  std::span<const Value> values);

std::optional<Argument> read(Reader& reader, Vocabulary& vocabulary, const Key& key,
                             const Value& value) {
  const auto wrap = [](auto optional) -> std::optional<Argument> {
    if (!optional) return std::nullopt;
    return Argument(std::move(*optional));
  };
  switch (key.type) {
    case KeyType::number:
    case KeyType::whole:
    case KeyType::percent: return wrap(read_number(reader, value, key));
    case KeyType::word: return wrap(reader.word(value, key.choices));
    case KeyType::text: return wrap(reader.text(value));
    case KeyType::texts: return Argument(reader.texts(value));
    case KeyType::mark_pairs: return Argument(reader.mark_pairs(value));
    case KeyType::terms: {
      Terms terms = vocabulary.terms(value);
      if (key.takes_group) refuse_without_group(reader, value, terms);
      return Argument(std::move(terms));
    }
    case KeyType::condition: return Argument(vocabulary.condition(value));
    case KeyType::named: {
      if (!reader.names(value, key.name)) return std::nullopt;
      NamedTerms named;
      for (const Value::Entry& entry : value.entries)
        named.emplace_back(entry.key, vocabulary.terms(entry.value));
      return Argument(std::move(named));
    }
    case KeyType::flag: return wrap(reader.flag(value));
    case KeyType::dictionaries: return Argument(vocabulary.lexicon(value));
    case KeyType::maps:
      if (!reader.list(value, key.name)) return std::nullopt;
      return read_maps(reader, vocabulary, key, value.items);
    case KeyType::map: return read_maps(reader, vocabulary, key, std::span(&value, 1));
    case KeyType::day: return wrap(vocabulary.day(value));
    // Of other maps of the language; a test sees to it that no kind has them.
    case KeyType::range:
    case KeyType::list:
    case KeyType::word_or_map:
    case KeyType::named_maps:
    case KeyType::named_texts_or_maps:
    case KeyType::named_numbers:
    case KeyType::changes:
    case KeyType::part_checks:
    case KeyType::document_checks: break;
  }
  return std::nullopt;
}

std::optional<Argument> read_maps(Reader& reader, Vocabulary& vocabulary, const Key& key,
                                  std::span<const Value> values) {
  std::vector<Arguments> maps;
  for (const Value& item : values) {
    if (!read_map(reader, item, *key.of, key.name)) continue;
    Arguments& map = maps.emplace_back(key.of->keys);
    for (const Key& inner : key.of->keys)
      if (const Value* given = item.find(inner.name))
        if (auto argument = read(reader, vocabulary, inner, *given))
          map.set(inner.name, std::move(*argument));
  }
  return Argument(std::move(maps));
}

Message elsewhere(Scope scope, std::string_view name) {
  return scope == Scope::part
             ? say("{} 只用于全文检查，写在顶层的 checks 里",
                   "{} is only for checks on the whole document: put it in the top-level checks",
                   name)
             : say("{} 只用于要求里的检查", "{} is only for the checks of a requirement", name);
}

class CheckLoader {
 public:
  CheckLoader(Reader& reader, Vocabulary& vocabulary, const CheckKind& kind, Scope scope)
      : reader_(reader),
        vocabulary_(vocabulary),
        kind_(kind),
        scope_(scope),
        arguments_(kind.keys) {}

  Arguments arguments(const Value& check, const Value::Entry& kind) {
    if (kind.value.is_map())
      inside(kind.value);
    else
      principal(kind);
    for (const Value::Entry& entry : check.entries)
      if (const Key* key = kind_.find_key(entry.key, KeyPlace::beside)) set(*key, entry);
    refuse_combinations(reader_, kind_.keys, given_,
                        is_whole_ ? std::optional(kind.place) : std::nullopt, kind_.name);
    return std::move(arguments_);
  }

 private:
  void give(const Key& key, const Value::Entry& entry) {
    given_.push_back({&key, entry.key, entry.place, entry.value.text});
    if (!is_for(scope_, key.scope)) reader_.error(entry.place, elsewhere(scope_, entry.key));
  }

  void set(const Key& key, const Value::Entry& entry) {
    give(key, entry);
    set(key, entry.value);
  }

  void set(const Key& key, const Value& value) {
    if (auto argument = read(reader_, vocabulary_, key, value))
      arguments_.set(key.name, std::move(*argument));
  }

  void principal(const Value::Entry& kind) {
    if (const Key* key = kind_.principal_key()) {
      given_.push_back({key, key->name, kind.place});
      set(*key, kind.value);
    } else {
      is_whole_ = false;
      reader_.error(kind.value.place,
                    say("{} 应是映射（键: 值）", "{} must be a map (key: value)", kind_.name));
    }
  }

  void inside(const Value& value) {
    reader_.names(value, kind_.name);
    const Key* condition = kind_.is_condition() ? kind_.principal_key() : nullptr;
    const auto words = condition ? words_of(condition_words) : std::vector<std::string_view>{};
    std::vector<std::string_view> known = words;
    for (const Key& key : kind_.keys)
      if (key.place == KeyPlace::inside && &key != condition) known.push_back(key.name);
    bool condition_given = false;
    for (const Value::Entry& entry : value.entries) {
      if (std::ranges::find(words, entry.key) != words.end()) {
        condition_given = true;
        give(*condition, entry);
      } else if (const Key* key = kind_.find_key(entry.key, KeyPlace::inside);
                 key && key != condition) {
        set(*key, entry);
      } else {
        is_whole_ = false;
        reader_.unknown_key(entry, known, kind_.name);
      }
    }
    if (condition_given) arguments_.set(condition->name, vocabulary_.condition_keys(value));
  }

  Reader& reader_;
  Vocabulary& vocabulary_;
  const CheckKind& kind_;
  Scope scope_;
  Arguments arguments_;
  std::vector<GivenKey> given_;
  bool is_whole_ = true;  ///< Nothing of it was lost, so that what is missing can be told.
};

/// The one kind that a check has; what it has besides is an error.
const Value::Entry* kind_of(Reader& reader, const Value& value) {
  const Value::Entry* first = nullptr;
  for (const Value::Entry& entry : value.entries) {
    if (!find_check_kind(entry.key)) continue;
    if (first)
      reader.error(entry.place,
                   say("一项检查只能有一种：已有 {}",
                       "a check can be of one kind only; this one already is {}", first->key));
    else
      first = &entry;
  }
  return first;
}

/// The keys beside the kind: those of every check, and what the kind has there.
void refuse_keys(Reader& reader, const Value& value, const CheckKind* kind, Scope scope) {
  std::vector<std::string_view> known;
  std::vector<GivenKey> given;
  for (const Key& key : check_keys.keys)
    if (is_for(scope, key.scope)) known.push_back(key.name);
  if (kind)
    for (const Key& key : kind->keys)
      if (key.place == KeyPlace::beside) known.push_back(key.name);
  for (const CheckKind& candidate : check_kinds())
    if (!kind && is_for(scope, candidate.scope)) known.push_back(candidate.name);
  for (const Value::Entry& entry : value.entries) {
    const auto key = std::ranges::find(check_keys.keys, entry.key, &Key::name);
    if (find_check_kind(entry.key)) continue;
    if (key == check_keys.keys.end()) {
      if (std::ranges::find(known, entry.key) == known.end())
        reader.unknown_key(entry, known, say("检查", "a check"));
      continue;
    }
    given.push_back({&*key, entry.key, entry.place});
    if (!is_for(scope, key->scope)) reader.error(entry.place, elsewhere(scope, entry.key));
  }
  refuse_combinations(reader, check_keys.keys, given, value.place, say("检查", "a check"));
}

/// What a check says in the rule's words; empty without any.
std::string own_words(Reader& reader, const Vocabulary& vocabulary, const Value* value) {
  constexpr std::array<std::string_view, 4> facts{"found", "expected", "hit", "miss"};
  if (!value) return "";
  const std::string words = reader.text(*value).value_or("");
  for (const std::string_view name : variables_in(words))
    if (std::ranges::find(facts, name) == facts.end() && !vocabulary.is_variable(name, *value))
      reader.warning(
          value->place,
          say("消息里的“{}”不会有值；可以写 {{found}}、{{expected}}、{{hit}}、{{miss}} 和变量",
              "nothing gives “{}” a value; a message may name {{found}}, {{expected}}, "
              "{{hit}}, {{miss}} and variables",
              name));
  return words;
}

/// What only checks of a part have: points that they cost, and their own `fix`.
void load_part_check(Reader& reader, const Value& value, Check& check) {
  const Value* weighs = value.find("weighs");
  if (weighs) check.weighs = read_number(reader, *weighs, key_of(check_keys, "weighs")).value_or(0);
  const bool is_met = check.otherwise == Verdict::met;
  if (value.find("else") && is_met != (weighs != nullptr))
    reader.error(
        weighs ? weighs->place : value.place,
        say("else: met 和 weighs 要一起写：结论不变，少得这么多分",
            "else: met and weighs go together: the verdict stays, so many points are lost"));
  if (const Value* fix = value.find("fix")) check.fix = reader.text(*fix).value_or("");
}

}  // namespace

std::optional<Check> load_check(Reader& reader, Vocabulary& vocabulary, const Value& value,
                                Scope scope) {
  if (!reader.names(value, say("检查", "a check"))) return std::nullopt;
  const Value::Entry* kind_entry = kind_of(reader, value);
  const CheckKind* kind = kind_entry ? find_check_kind(kind_entry->key) : nullptr;
  refuse_keys(reader, value, kind, scope);
  if (!kind) {
    reader.error(value.place,
                 say("检查没有写种类，例如 need、length、figures",
                     "the check does not name its kind, such as need, length or figures"));
    return std::nullopt;
  }
  if (!is_for(scope, kind->scope)) reader.error(kind_entry->place, elsewhere(scope, kind->name));
  Check check{
      .id = std::string(kind->name), .kind = kind, .language = vocabulary.language_of(value)};
  check.arguments = CheckLoader(reader, vocabulary, *kind, scope).arguments(value, *kind_entry);
  if (const Value* id = value.find("id")) check.id = reader.id(*id).value_or(check.id);
  check.say = own_words(reader, vocabulary, value.find("say"));
  check.say_none = own_words(reader, vocabulary, value.find("say-none"));
  const auto verdict = [&](std::string_view key) -> std::optional<Verdict> {
    const Value* given = value.find(key);
    const auto word = given ? reader.word(*given, key_of(check_keys, key).choices) : std::nullopt;
    if (!word) return std::nullopt;
    if (*word == "met") return Verdict::met;
    return *word == "missing" ? Verdict::missing : Verdict::weak;
  };
  check.otherwise = verdict("else").value_or(Verdict::weak);
  check.none = verdict("none");
  if (scope == Scope::part) load_part_check(reader, value, check);
  return check;
}

}  // namespace hegui
