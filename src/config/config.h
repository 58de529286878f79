#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config_keys.h"
#include "config/path_patterns.h"
#include "ruleset/layers.h"
#include "yaml/yaml.h"

namespace hegui {

/// A configuration as it was found, not yet read.
struct FoundConfig {
  std::string path = {};    ///< For people, and for reading.
  std::string folder = {};  ///< Absolute; patterns are seen from here.
  std::string source = {};
};

/// Where a text in a configuration leads.
struct ResolvedPath {
  std::string path = {};
  std::optional<Message> refused = {};  ///< Why it may not be read, or written.
};

/// What the reader is handed, because the core does no file I/O.
struct ConfigFiles {
  std::function<ResolvedPath(std::string_view text, const FoundConfig& from, PathKind kind)>
      resolve;
  /// The configuration that lies there; nullopt if none does. Throws InputError.
  std::function<std::optional<FoundConfig>(const std::string& path)> read;
};

/// What a configuration says of all reports, or of those that `files` of an override mean.
struct ConfigLayer {
  std::optional<PathPatterns> files = {};
  std::string folder = {};
  PathPatterns excluded = {};
  Layer values = {};

  /// `path` is absolute.
  bool is_for(std::string_view path) const;
};

/// A configuration with what it extends.
struct Config {
  std::vector<SourceFile> files = {};    ///< The one that was found first.
  std::vector<ConfigLayer> layers = {};  ///< A later one covers those before it.
  std::vector<SourceProblem> problems = {};

  /// Which layers hold for a report; `path` is absolute. No override is for a whole folder.
  std::vector<bool> layers_for(std::string_view path, bool is_folder = false) const;
  Layer values_of(const std::vector<bool>& which) const;
  bool excludes(std::string_view path, bool is_folder) const;
};

Config read_config(const FoundConfig& found, const ConfigFiles& files);

/// The JSON Schema of a configuration is made of these, beside config_keys.
inline constexpr std::string_view extends_summary = "configurations that this one builds on";
inline constexpr std::string_view overrides_summary = "other values for some files";
inline constexpr std::string_view files_summary = "patterns as in .gitignore";

/// Whether a key may stand under `overrides`.
constexpr bool may_override(ConfigKeyId id) { return id != ConfigKeyId::exclude; }

}  // namespace hegui
