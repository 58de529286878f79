#include "ruleset/layers.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "text/input_error.h"
#include "text/lines.h"
#include "text/suggestion.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t most_files = 16;
constexpr std::size_t most_rules = 1'000;  // Of one file, the checks in requirements, too.

/// Maps whose keys are names that the author gives.
constexpr std::array<std::string_view, 4> named_kinds{"basis", "dictionaries", "terms", "vars"};

std::string text_of(const Value& map, std::string_view key) {
  const Value* value = map.find(key);
  return value && value->is_scalar() ? value->text : "";
}

/// Words, and whether they were seen.
using SeenWords = std::map<std::string_view, bool, std::less<>>;

/// Takes every scalar that is one of the words out of a list and of the lists in it.
void remove_words(Value& list, SeenWords& words) {
  std::erase_if(list.items, [&](const Value& item) {
    const auto word = item.is_scalar() ? words.find(item.text) : words.end();
    return word != words.end() && (word->second = true);
  });
  for (Value& item : list.items) remove_words(item, words);
}

/// The first rule or check that is too many; null if there are few enough. What is done with rules
/// is done for each with each.
const Value* first_over_limit(const Value& file) {
  std::size_t count = 0;
  for (const std::string_view kind : {"requirements", "checks"})
    for (const Value::Entry& entry : file.entries) {
      if (entry.key != kind) continue;
      for (const Value& rule : entry.value.items) {
        if (++count > most_rules) return &rule;
        const Value* checks = rule.find("checks");
        if (!checks) continue;
        if (count + checks->items.size() > most_rules) return &checks->items[most_rules - count];
        count += checks->items.size();
      }
    }
  return nullptr;
}

class LayerReader {
 public:
  LayerReader(LayeredRules& layers, const FindRules& find) : layers_(layers), find_(find) {}

  Value read(FoundRules found) {
    const auto file = static_cast<std::uint16_t>(layers_.files.size());
    // What is built in was read when the program was built.
    const bool built_in = found.root.has_value();
    const std::size_t valid = built_in ? found.source.size() : valid_utf8(found.source).size();
    layers_.files.push_back({found.path, found.source});
    if (valid < found.source.size())
      layers_.files.back().source = std::string(std::string_view(found.source).substr(0, valid));
    layers_.layers.emplace_back().built_in = built_in;
    open_.push_back(found.path);
    Value own{.kind = Value::Kind::map};
    try {
      own = found.root ? std::move(*found.root) : read_yaml(found.source, file);
      if (found.root) move_to(own, file);
    } catch (const NotYaml& error) {
      layers_.problems.push_back(error.problem);
      layers_.whole = false;
    }
    if (!own.is_map()) {
      lack(own.place, say("规则文件应是映射（键: 值）", "a rule file must be a map (key: value)"));
      own = {.kind = Value::Kind::map};
    }
    if (const Value* over = first_over_limit(own)) {
      lack(over->place, say("规则和检查超过 {} 条", "more than {} rules and checks", most_rules));
      own = {.kind = Value::Kind::map};
    }
    layers_.layers[file].id = text_of(own, "id");
    const std::string language = text_of(own, "language");
    Value whole = extended(std::move(own), file);
    layers_.layers[file].language = language_of(language, layers_.layers[file]);
    open_.pop_back();
    return whole;
  }

 private:
  void error(SourcePlace place, Message message) {
    layers_.problems.push_back({place, Severity::error, std::move(message)});
  }

  std::string_view nearest(std::string_view word, std::span<const std::string_view> names) const {
    return layers_.problems.size() < most_suggestions ? nearest_word(word, names) : "";
  }

  /// Something wrong that leaves a hole in the tree.
  void lack(SourcePlace place, Message message) {
    error(place, std::move(message));
    layers_.whole = false;
  }

  static void move_to(Value& value, std::uint16_t file) {
    value.place.file = file;
    for (Value& item : value.items) move_to(item, file);
    for (Value::Entry& entry : value.entries) {
      entry.place.file = file;
      move_to(entry.value, file);
    }
  }

  /// As it says, or as what it builds on.
  Language language_of(std::string_view said, const RuleLayer& layer) const {
    if (said.empty() && !layer.extends.empty())
      return layers_.layers[layer.extends.front()].language;
    return said == "en" ? Language::en : Language::zh;
  }

  Value extended(Value own, std::uint16_t file) {
    Value base{.kind = Value::Kind::map, .place = own.place};
    if (const Value* extends = own.find("extends")) {
      std::vector<const Value*> names;
      if (extends->is_scalar()) names.push_back(extends);
      for (const Value& item : extends->items) names.push_back(&item);
      if (extends->is_map())
        lack(extends->place, say("extends 应是规则集的名字或列表",
                                 "extends must be the name of a rule set, or a list of them"));
      for (const Value* name : names) base = merged(std::move(base), read_base(*name, file));
    }
    const Value override_map = own.find("override") ? *own.find("override") : Value{};
    Value whole = merged(std::move(base), std::move(own));
    if (override_map.is_map())
      apply(whole, override_map);
    else if (!override_map.text.empty() || override_map.is_list())
      error(override_map.place,
            say("override 应是映射（规则 id: 改动）", "override must be a map (rule id: change)"));
    return whole;
  }

  Value read_base(const Value& name, std::uint16_t from) {
    Value nothing{.kind = Value::Kind::map};
    std::optional<FoundRules> found;
    try {
      if (name.is_scalar()) found = find_(name.text, layers_.files[from].path);
    } catch (const InputError& unreadable) {
      const Message& reason = unreadable.message();
      lack(name.place, say("“{0}”{1}", "“{0}” {2}", name.text, reason.zh, reason.en));
      return nothing;
    }
    if (!found) {
      lack(name.place, say("找不到规则集“{}”", "there is no rule set called “{}”", name.text));
      return nothing;
    }
    if (std::ranges::find(open_, found->path) != open_.end()) {
      lack(name.place, say("extends 绕成了一圈：“{}”", "extends forms a circle: “{}”", name.text));
      return nothing;
    }
    const auto known = std::ranges::find(layers_.files, found->path, &SourceFile::path);
    const auto base = static_cast<std::uint16_t>(known - layers_.files.begin());
    if (known == layers_.files.end() && layers_.files.size() >= most_files) {
      lack(name.place, say("规则集超过 {} 个", "more than {} rule sets", most_files));
      return nothing;
    }
    layers_.layers[from].extends.push_back(base);
    // Two sets may extend the same third one; its rules come in once.
    if (known != layers_.files.end()) return nothing;
    return read(std::move(*found));
  }

  Value merged(Value base, Value own) {
    Value whole = std::move(base);
    whole.place = own.place;
    for (Value::Entry& entry : own.entries) {
      Value* existing = whole.find(entry.key);
      if (entry.key == "extends" || entry.key == "override") continue;
      if (!existing && entry.key != "terms") {
        whole.entries.push_back(std::move(entry));
      } else if (entry.key == "terms" && entry.value.is_map()) {
        if (!existing) {
          whole.entries.push_back(
              {entry.key, entry.place, {.kind = Value::Kind::map, .place = entry.value.place}});
          existing = &whole.entries.back().value;
        }
        merge_terms(*existing, std::move(entry.value));
      } else if (entry.key == "vars" || entry.key == "basis" || entry.key == "dictionaries") {
        merge_names(*existing, std::move(entry.value), entry.key);
      } else if ((entry.key == "requirements" || entry.key == "checks") && entry.value.is_list() &&
                 existing && existing->is_list()) {
        for (Value& item : entry.value.items) insert(existing->items, std::move(item));
      } else if (existing && existing->place.file == entry.place.file) {
        whole.entries.push_back(std::move(entry));  // Written twice: the reader says so.
      } else if (existing) {
        const auto at = std::ranges::find(whole.entries, entry.key, &Value::Entry::key);
        *at = std::move(entry);
      } else {
        whole.entries.push_back(std::move(entry));
      }
    }
    return whole;
  }

  void merge_names(Value& base, Value own, std::string_view kind) {
    for (Value::Entry& entry : own.entries) {
      const auto same = std::ranges::find_if(base.entries, [&](const Value::Entry& other) {
        return other.key == entry.key && other.place.file != entry.place.file;
      });
      if (same != base.entries.end())
        taken_name(entry, same->place, kind);
      else
        base.entries.push_back(std::move(entry));
    }
  }

  void taken_name(const Value::Entry& entry, SourcePlace other, std::string_view kind) {
    const SourceFile& file = layers_.files[other.file];
    const Location at = LineIndex(file.source).locate(file.source, other.offset);
    Message message =
        say("“{}”已经在 {}:{}:{} 定义，那里的规则也会跟着变；",
            "“{}” is already defined at {}:{}:{}, and the rules there would change with it; ",
            entry.key, file.path, at.line, at.column);
    const Message advice =
        kind == "terms"
            ? say("请换一个名字，添词写 +{0}，去词写 -{0}",
                  "choose another name, or add words with +{0} and remove words with -{0}",
                  entry.key)
            : say("请换一个名字，要替换就写 override: {{{}/{}.{}: …}}",
                  "choose another name, or replace it with override: {{{}/{}.{}: …}}",
                  layers_.layers[other.file].id, kind, entry.key);
    error(entry.place, {message.zh + advice.zh, message.en + advice.en});
  }

  /// +name and -name change a list of an extended set.
  void merge_terms(Value& base, Value own) {
    Value plain{.kind = Value::Kind::map, .place = own.place};
    for (Value::Entry& entry : own.entries) {
      const char sign = entry.key.empty() ? ' ' : entry.key.front();
      if (sign != '+' && sign != '-') {
        plain.entries.push_back(std::move(entry));
        continue;
      }
      Value* list = base.find(std::string_view(entry.key).substr(1));
      if (!list) {
        unknown_list(entry, base);
        // Taken as a list of its own, so that $name is not told to be unknown, too.
        if (sign == '+') {
          entry.key.erase(0, 1);
          plain.entries.push_back(std::move(entry));
        }
      } else if (sign == '+') {
        Value both{.kind = Value::Kind::list, .place = entry.value.place};
        both.items.push_back(std::move(*list));
        both.items.push_back(std::move(entry.value));
        *list = std::move(both);
      } else {
        take_out(*list, entry);
      }
    }
    merge_names(base, std::move(plain), "terms");
  }

  void unknown_list(const Value::Entry& entry, const Value& base) {
    std::vector<std::string_view> names;
    for (const Value::Entry& list : base.entries) names.push_back(list.key);
    const std::string_view near = nearest(std::string_view(entry.key).substr(1), names);
    error(entry.place,
          near.empty()
              ? say("“{}”改不了：被扩展的规则集没有这个词表",
                    "“{}” has nothing to change: no extended rule set has this list", entry.key)
              : say("“{}”改不了：被扩展的规则集没有这个词表，是不是“{}”？",
                    "“{}” has nothing to change: no extended rule set has this list; did you mean "
                    "“{}”?",
                    entry.key, near));
  }

  void take_out(Value& list, const Value::Entry& entry) {
    std::vector<const Value*> words;
    if (entry.value.is_scalar()) words.push_back(&entry.value);
    for (const Value& item : entry.value.items) words.push_back(&item);
    SeenWords seen;
    for (const Value* word : words) seen.emplace(word->text, false);
    remove_words(list, seen);
    for (const Value* word : words)
      if (!seen[word->text])
        error(word->place,
              say("词表里没有“{}”，去不掉",
                  "the list does not contain “{}”, so it cannot be removed", word->text));
  }

  /// `after: ID` puts a rule behind that one; without, it goes to the end.
  void insert(std::vector<Value>& items, Value item) {
    const Value* after = item.is_map() ? item.find("after") : nullptr;
    if (!after) {
      items.push_back(std::move(item));
      return;
    }
    const auto before = std::ranges::find_if(items, [&](const Value& other) {
      const std::string id = text_of(other, "id");
      return after->text == id || after->text == full_id(other);
    });
    if (before == items.end()) {
      error(after->place,
            say("after：没有叫“{}”的规则", "after: there is no rule called “{}”", after->text));
      items.push_back(std::move(item));
    } else {
      items.insert(std::next(before), std::move(item));
    }
  }

  std::string full_id(const Value& rule) const {
    const std::string& set = layers_.layers[rule.place.file].id;
    return set + "/" + text_of(rule, "id");
  }

  // --- override

  void apply(Value& whole, const Value& overrides) {
    for (const Value::Entry& change : overrides.entries)
      if (!apply_to(whole, change) && !replace_name(whole, change)) unknown_rule(whole, change);
  }

  bool apply_to(Value& whole, const Value::Entry& change) {
    for (const std::string_view kind : {"requirements", "checks"}) {
      Value* list = whole.find(kind);
      if (!list) continue;
      for (std::size_t i = 0; i < list->items.size(); ++i) {
        Value& rule = list->items[i];
        const std::string id = full_id(rule);
        if (change.key == id) {
          // A requirement that is switched off stays: others may name it in not-in.
          if (is_none(change.value) && kind == "checks")
            list->items.erase(list->items.begin() + static_cast<std::ptrdiff_t>(i));
          else
            apply_change(rule, change);
          return true;
        }
        Value* checks = rule.find("checks");
        if (!checks || !change.key.starts_with(id + ".")) continue;
        for (std::size_t k = 0; k < checks->items.size(); ++k) {
          if (change.key != id + "." + text_of(checks->items[k], "id")) continue;
          if (is_none(change.value))
            checks->items.erase(checks->items.begin() + static_cast<std::ptrdiff_t>(k));
          else
            apply_change(checks->items[k], change);
          return true;
        }
      }
    }
    return false;
  }

  /// gongwen/basis.geshi: {title: …}
  bool replace_name(Value& whole, const Value::Entry& change) const {
    for (const std::string_view kind : named_kinds)
      if (Value* names = whole.find(kind))
        for (Value::Entry& entry : names->entries)
          if (change.key == name_id(kind, entry)) {
            entry.value = change.value;
            return true;
          }
    return false;
  }

  std::string name_id(std::string_view kind, const Value::Entry& entry) const {
    return fmt::format("{}/{}.{}", layers_.layers[entry.place.file].id, kind, entry.key);
  }

  static bool is_none(const Value& value) { return value.is_scalar() && value.text == "none"; }

  void apply_change(Value& rule, const Value::Entry& change) {
    if (change.value.is_map()) {
      merge_deep(rule, change.value);
    } else if (change.value.is_scalar()) {
      Value patch{.kind = Value::Kind::map};
      patch.entries.push_back({"severity", change.place, change.value});
      merge_deep(rule, patch);
    } else {
      error(change.value.place,
            say("应是 none、严重程度或映射", "expected none, a severity or a map"));
    }
  }

  static void merge_deep(Value& target, const Value& patch) {
    for (const Value::Entry& entry : patch.entries) {
      Value* existing = target.find(entry.key);
      if (existing && existing->is_map() && entry.value.is_map())
        merge_deep(*existing, entry.value);
      else if (existing)
        *existing = entry.value;
      else
        target.entries.push_back(entry);
    }
  }

  void unknown_rule(const Value& whole, const Value::Entry& change) {
    std::vector<std::string> ids;
    for (const std::string_view kind : {"requirements", "checks"})
      if (const Value* list = whole.find(kind))
        for (const Value& rule : list->items) {
          ids.push_back(full_id(rule));
          if (const Value* checks = rule.find("checks"))
            for (const Value& check : checks->items)
              ids.push_back(full_id(rule) + "." + text_of(check, "id"));
        }
    for (const std::string_view kind : named_kinds)
      if (const Value* names = whole.find(kind))
        for (const Value::Entry& entry : names->entries) ids.push_back(name_id(kind, entry));
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    const std::string_view near = nearest(change.key, names);
    error(change.place,
          near.empty() ? say("没有规则叫“{}”", "there is no rule called “{}”", change.key)
                       : say("没有规则叫“{}”，是不是“{}”？",
                             "there is no rule called “{}”; did you mean “{}”?", change.key, near));
  }

  LayeredRules& layers_;
  const FindRules& find_;
  std::vector<std::string> open_;  // Paths on the way, to find circles.
};

}  // namespace

bool sees(std::span<const RuleLayer> layers, std::uint16_t user, std::uint16_t owner) {
  if (user == owner) return true;
  // No circle: extends that goes round is an error, and is not read.
  return std::ranges::any_of(layers[user].extends,
                             [&](std::uint16_t base) { return sees(layers, base, owner); });
}

LayeredRules read_layers(FoundRules found, const FindRules& find) {
  LayeredRules layers;
  layers.root = LayerReader(layers, find).read(std::move(found));
  return layers;
}

}  // namespace hegui
