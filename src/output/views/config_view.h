#pragma once

#include <span>
#include <string>

#include "config/settings.h"
#include "output/output.h"
#include "ruleset/layers.h"

namespace hegui {

/// What `hegui config` prints: the values that hold for a path, and who says each. `files` are the
/// configurations that were read for it, nearest first.
void write_settings_text(const std::string& path, std::span<const SourceFile> files,
                         const Settings& settings, const OutputOptions& options, std::string& out);
void write_settings_json(const std::string& path, std::span<const SourceFile> files,
                         const Settings& settings, std::string& out);

/// What `hegui config --schema` prints: the JSON Schema of a .hegui.yaml, for editors.
void write_config_schema(std::string& out);

}  // namespace hegui
