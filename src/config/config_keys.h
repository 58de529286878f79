#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/lines.h"
#include "yaml/file_problem.h"

namespace hegui {

/// The values that a configuration may give, in the order of config_keys.
enum class ConfigKeyId : std::uint8_t {
  rules,
  rules_path,
  select,
  ignore,
  severity,
  set,
  fail_on,
  baseline,
  exclude,
};

/// What a value looks like.
enum class ConfigType : std::uint8_t {
  text,
  texts,  ///< A list of texts, or one.
  named,  ///< A map: fazhi/order: note
};

/// What a value does with what other layers say: the built-in ones lie lowest, then extended files,
/// the file, its overrides, the command line.
enum class Merging : std::uint8_t {
  replaces,
  adds,
  by_name,      ///< Replaces what has the same name.
  begins_anew,  ///< `select`: replaces, and takes back what was ignored below it.
};

/// Which of a key's texts are paths, seen from the folder of the file.
enum class PathKind : std::uint8_t {
  none,
  some,  ///< Those with a slash, or that end in .yaml.
  all,
  written,  ///< All, and hegui writes there.
};

/// One key of a configuration; what the reader, `hegui config` and its JSON Schema read.
struct ConfigKey {
  std::string_view name;
  ConfigType type = ConfigType::text;
  Merging merging = Merging::replaces;
  PathKind paths = PathKind::none;
  std::string_view choices = {};  ///< Separated by |; empty for any text.
  std::string_view zh;
  std::string_view en;
};

inline constexpr std::array config_keys{
    ConfigKey{"rules",
              ConfigType::texts,
              Merging::replaces,
              PathKind::some,
              {},
              "规则集：名字，或规则文件",
              "rule sets: names or files"},
    ConfigKey{"rules-path",
              ConfigType::texts,
              Merging::replaces,
              PathKind::all,
              {},
              "按名字找规则集的文件夹",
              "folders in which to look for rule sets by name"},
    ConfigKey{"select",
              ConfigType::texts,
              Merging::begins_anew,
              PathKind::none,
              {},
              "只看这些规则",
              "only these rules, by id or its beginning"},
    ConfigKey{"ignore",
              ConfigType::texts,
              Merging::adds,
              PathKind::none,
              {},
              "不看这些规则",
              "not these rules, by id or its beginning"},
    ConfigKey{"severity", ConfigType::named, Merging::by_name, PathKind::none,
              "none|note|warning|error", "改规则的轻重", "severities of rules"},
    ConfigKey{"set",
              ConfigType::named,
              Merging::by_name,
              PathKind::none,
              {},
              "给变量的值",
              "values of variables"},
    ConfigKey{"fail-on", ConfigType::text, Merging::replaces, PathKind::none,
              "error|warning|note|never", "从哪一级起返回 1",
              "least severity that makes exit code 1"},
    ConfigKey{"baseline",
              ConfigType::text,
              Merging::replaces,
              PathKind::written,
              {},
              "基线文件",
              "file of known findings"},
    ConfigKey{"exclude",
              ConfigType::texts,
              Merging::adds,
              PathKind::none,
              {},
              "文件夹里不查的文件",
              "files in folders to leave out"},
};

constexpr const ConfigKey& key_of(ConfigKeyId id) {
  return config_keys[static_cast<std::size_t>(id)];
}

/// Who said a value.
struct Origin {
  enum class Kind : std::uint8_t { built_in, file, option };
  Kind kind = Kind::built_in;
  std::string name = {};  ///< Path of the file, or name of the option.
  Location at = {};       ///< In the file.
  std::string line = {};  ///< Its whole line.
};

/// What is wrong with something that a configuration says, at its place there.
FileProblem problem_at(const Origin& origin, Message message);

/// One value, an entry of a list, or one of a map with its name.
struct Said {
  std::string name = {};
  std::string value = {};
  Origin origin = {};
};

/// What one place says: the command line, a file, one of a file's overrides; or all together.
class Layer {
 public:
  const std::vector<Said>& of(ConfigKeyId key) const {
    return values_[static_cast<std::size_t>(key)];
  }
  /// The values without their names and origins.
  std::vector<std::string> texts(ConfigKeyId key) const;
  void say(ConfigKeyId key, Said said);
  /// Puts `above` over this.
  void cover_with(const Layer& above);

 private:
  std::vector<Said>& at(ConfigKeyId key) { return values_[static_cast<std::size_t>(key)]; }

  std::array<std::vector<Said>, config_keys.size()> values_ = {};
};

}  // namespace hegui
