#include "cli/files_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace hegui {

void add_files(CLI::App& command, Request& request) {
  const CLI::Option* files = command.add_option(
      "FILE", request.paths, "Reports, folders, ZIP archives, or - for standard input");
  const CLI::Option* list =
      command
          .add_option(
              "--files-from", request.files_from,
              "List of more reports and folders, one a line or separated by NUL; - for standard input")
          ->type_name("FILE");
  command.add_flag("--no-progress", request.no_progress,
                   "No progress on the terminal during long runs");
  command.add_flag("--no-ignore", request.no_ignore,
                   "Of folders, also what .gitignore, .heguiignore and exclude leave out");
  command.add_flag("--force-exclude", request.force_exclude,
                   "Leave out what .heguiignore and exclude say, also if it is named as FILE");
  CLI::Option* staged = command.add_flag(
      "--staged", request.git.staged,
      "Reports that git has staged, with the content that is staged; of FILE if that is given");
  CLI::Option* changed = command.add_flag(
      "--changed", request.git.changed,
      "Reports that differ from the last commit, and new ones; of FILE if that is given");
  command
      .add_option("--since", request.git.since,
                  "As --changed, and what was committed since the branch left REF")
      ->type_name("REF")
      ->excludes(staged)
      ->excludes(changed);
  staged->excludes(changed);
  command.parse_complete_callback([files, list, &command, &request] {
    // An option that does not exist is the greater mistake.
    if (!request.git.any() && files->empty() && list->empty() && command.remaining_size() == 0)
      throw CLI::RequiredError("FILE or --files-from");
    if (request.files_from == "-" && std::ranges::find(request.paths, "-") != request.paths.end())
      throw CLI::ValidationError("--files-from",
                                 "standard input cannot be list and report at once");
  });
}

}  // namespace hegui
