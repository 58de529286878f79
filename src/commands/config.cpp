// hegui config: what holds for a report, and who says it.

#include <filesystem>

#include "commands/commands.h"
#include "output/parts/text_lines.h"
#include "output/views/config_view.h"
#include "run/configurations.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/standard_streams.h"

namespace hegui {

int config_command(const Request& request) {
  std::string out;
  if (request.config_schema) {
    write_config_schema(out);
    print(out);
    return Exit::clean;
  }
  std::string path = request.paths.empty() ? "." : request.paths.front();
  if (path == "-") path = request.stdin_filename.empty() ? "<stdin>" : request.stdin_filename;
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(path, error);
  Configurations configurations(request);
  const Settings& settings = configurations.settings_for(path, is_folder);
  if (configurations.failed()) {
    append_problems(configurations.problems(), request.output, out);
    print(out);
    return Exit::trouble;
  }
  const std::string absolute = absolute_path(path);
  const Config* config = configurations.nearest(is_folder ? absolute : folder_of(absolute));
  const std::span<const SourceFile> files =
      config ? std::span<const SourceFile>(config->files) : std::span<const SourceFile>();
  if (request.listing == "json")
    write_settings_json(path, files, settings, out);
  else
    write_settings_text(path, files, settings, request.output, out);
  print(out);
  return Exit::clean;
}

}  // namespace hegui
