#include "config/config.h"

#include <algorithm>

#include "text/input_error.h"
#include "yaml/reader.h"

namespace hegui {
namespace {

constexpr std::size_t most_files = 16;
constexpr std::size_t most_layers = 128;  // Each may have rule sets of its own.
constexpr YamlLimits limits{.bytes = 1U << 20, .depth = 8, .nodes = 20'000};

bool looks_like_path(std::string_view text) {
  return text.find('/') != std::string_view::npos || text.ends_with(".yaml") ||
         text.ends_with(".yml");
}

class ConfigReader {
 public:
  ConfigReader(Config& config, const ConfigFiles& files)
      : config_(config), handed_(files), reader_(config.problems) {}

  void read(const FoundConfig& found) {
    const auto index = static_cast<std::uint16_t>(config_.files.size());
    config_.files.push_back({.path = found.path, .source = found.source});
    open_.push_back(found.path);
    try {
      const Value root = read_yaml(found.source, index, limits);
      const LineIndex lines(found.source);
      lines_ = &lines;
      found_ = &found;
      if (known_keys(root, ".hegui.yaml", false)) read_map(root);
    } catch (const NotYaml& error) {
      config_.problems.push_back(error.problem);
    }
    open_.pop_back();
  }

 private:
  bool known_keys(const Value& value, std::string_view where, bool in_override) {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < config_keys.size(); ++i)
      if (!in_override || may_override(static_cast<ConfigKeyId>(i)))
        keys.push_back(config_keys[i].name);
    if (in_override) keys.push_back("files");
    if (!in_override) keys.push_back("extends");
    if (!in_override) keys.push_back("overrides");
    if (!reader_.map(value, keys, where)) return false;
    for (const Value::Entry& entry : value.entries)
      if (is_nothing(entry.value))
        reader_.error(entry.place, say("“{}”后面是空的", "“{}” has no value", entry.key));
    return true;
  }

  /// The place of a value that is not there is the next token's, so the key tells it.
  static bool is_nothing(const Value& value) {
    return value.is_scalar() && value.text.empty() && !value.quoted;
  }

  /// Null also for a key without a value.
  static const Value* given(const Value& map, std::string_view key) {
    const Value* value = map.find(key);
    return value && !is_nothing(*value) ? value : nullptr;
  }

  void read_map(const Value& root) {
    if (const Value* extends = given(root, "extends")) read_extended(*extends);
    ConfigLayer own{.folder = found_->folder};
    own.values = values(root);
    for (const Said& said : own.values.of(ConfigKeyId::exclude)) own.excluded.add(said.value);
    config_.layers.push_back(std::move(own));
    const Value* overrides = given(root, "overrides");
    if (!overrides || !reader_.list(*overrides, "overrides")) return;
    for (const Value& value : overrides->items) read_override(value);
  }

  void read_override(const Value& value) {
    if (config_.layers.size() >= most_layers) {
      if (config_.layers.size() == most_layers)
        reader_.error(value.place,
                      say("overrides 超过 {} 条", "more than {} overrides", most_layers));
      config_.layers.emplace_back();  // So that it is said once.
      return;
    }
    if (!known_keys(value, "overrides", true)) return;
    ConfigLayer layer{.folder = found_->folder};
    layer.files.emplace();
    if (const Value* files = given(value, "files"))
      for (const Value* text : texts(*files)) layer.files->add(text->text);
    else if (!value.find("files"))
      reader_.error(value.place, say("没有写 files：用于哪些文件",
                                     "“files” is missing: which files is this for?"));
    layer.values = values(value);
    config_.layers.push_back(std::move(layer));
  }

  void read_extended(const Value& extends) {
    for (const Value* name : texts(extends)) {
      const auto path = resolved(*name, PathKind::all);
      if (!path) continue;
      if (std::ranges::find(open_, *path) != open_.end()) {
        reader_.error(name->place,
                      say("extends 绕成了一圈：“{}”", "extends forms a circle: “{}”", name->text));
      } else if (config_.files.size() >= most_files) {
        reader_.error(name->place,
                      say("配置文件超过 {} 个", "more than {} configurations", most_files));
      } else {
        read_one(*name, *path);
      }
    }
  }

  void read_one(const Value& name, const std::string& path) {
    try {
      auto found = handed_.read(path);
      if (!found) {
        reader_.error(name.place,
                      say("找不到配置文件“{}”", "there is no configuration “{}”", path));
        return;
      }
      const auto* const lines = lines_;
      const auto* const outer = found_;
      read(*found);
      lines_ = lines;
      found_ = outer;
    } catch (const InputError& error) {
      reader_.error(name.place, about(path, error.message()));
    }
  }

  std::optional<std::string> resolved(const Value& text, PathKind kind) {
    ResolvedPath to = handed_.resolve(text.text, *found_, kind);
    if (!to.refused) return std::move(to.path);
    reader_.error(text.place, std::move(*to.refused));
    return std::nullopt;
  }

  /// The scalars of a list, or the only one.
  std::vector<const Value*> texts(const Value& value) {
    std::vector<const Value*> all;
    if (value.is_scalar()) all.push_back(&value);
    if (value.is_map())
      reader_.error(value.place, say("这里应是文字或列表", "expected text or a list"));
    for (const Value& item : value.items)
      if (reader_.text(item)) all.push_back(&item);
    std::erase_if(all, [&](const Value* text) { return is_empty(*text); });
    return all;
  }

  bool is_empty(const Value& text) {
    if (!text.text.empty()) return false;
    reader_.error(text.place, say("这里是空的", "this is empty"));
    return true;
  }

  Layer values(const Value& map) {
    Layer layer;
    for (std::size_t i = 0; i < config_keys.size(); ++i) {
      const auto id = static_cast<ConfigKeyId>(i);
      if (const Value* value = given(map, config_keys[i].name)) read_key(layer, id, *value);
    }
    return layer;
  }

  void read_key(Layer& layer, ConfigKeyId id, const Value& value) {
    const ConfigKey& key = key_of(id);
    switch (key.type) {
      case ConfigType::text:
        if (reader_.text(value) && !is_empty(value)) say_one(layer, id, {}, value);
        break;
      case ConfigType::texts:
        for (const Value* text : texts(value)) say_one(layer, id, {}, *text);
        break;
      case ConfigType::named:
        if (!reader_.names(value, key.name)) break;
        for (const Value::Entry& entry : value.entries)
          if (reader_.text(entry.value) && !is_empty(entry.value))
            say_one(layer, id, entry.key, entry.value, entry.place);
        break;
    }
  }

  void say_one(Layer& layer, ConfigKeyId id, std::string name, const Value& value,
               std::optional<SourcePlace> named_at = {}) {
    const ConfigKey& key = key_of(id);
    if (!key.choices.empty() && !reader_.word(value, key.choices)) return;
    std::string text = value.text;
    const bool is_path =
        key.paths == PathKind::some ? looks_like_path(text) : key.paths != PathKind::none;
    if (is_path) {
      auto path = resolved(value, key.paths);
      if (!path) return;
      text = std::move(*path);
    }
    const std::string& source = found_->source;
    const Location at = lines_->locate(source, named_at.value_or(value.place).offset);
    const Span line = lines_->line(source, at.line);
    layer.say(id, {.name = std::move(name),
                   .value = std::move(text),
                   .origin = {.kind = Origin::Kind::file,
                              .name = found_->path,
                              .at = at,
                              .line = source.substr(line.begin, line.size())}});
  }

  Config& config_;
  const ConfigFiles& handed_;
  Reader reader_;
  std::vector<std::string> open_ = {};  // Paths on the way, to find circles.
  const FoundConfig* found_ = nullptr;  // The one that is being read,
  const LineIndex* lines_ = nullptr;    // and its lines.
};

}  // namespace

bool ConfigLayer::is_for(std::string_view path) const {
  return !files || files->cover(relative_path(folder, path));
}

std::vector<bool> Config::layers_for(std::string_view path, bool is_folder) const {
  std::vector<bool> which;
  for (const ConfigLayer& layer : layers)
    which.push_back(!layer.files || (!is_folder && layer.is_for(path)));
  return which;
}

Layer Config::values_of(const std::vector<bool>& which) const {
  Layer all;
  for (std::size_t i = 0; i < layers.size(); ++i)
    if (which[i]) all.cover_with(layers[i].values);
  return all;
}

bool Config::excludes(std::string_view path, bool is_folder) const {
  return std::ranges::any_of(layers, [&](const ConfigLayer& layer) {
    return !layer.excluded.empty() &&
           layer.excluded.match(relative_path(layer.folder, path), is_folder) == true;
  });
}

Config read_config(const FoundConfig& found, const ConfigFiles& files) {
  Config config;
  ConfigReader(config, files).read(found);
  std::ranges::stable_sort(config.problems, {}, &SourceProblem::place);
  return config;
}

}  // namespace hegui
