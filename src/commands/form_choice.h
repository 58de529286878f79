#pragma once

#include <string>

#include "commands/commands.h"

namespace hegui {

/// What --format of `check` says in the help: names all outputs.
std::string output_help();

/// The file of NAME=FILE; empty for standard output, which is NAME or NAME=-.
std::string file_in_format(const std::string& text);

/// Of NAME or NAME=FILE; throws CLI::ValidationError for anything else.
OutputChoice output_choice(const std::string& text);

/// What is wrong with a --format of `score`, which is NAME or NAME=FILE; empty if nothing is.
std::string check_score_format(const std::string& text);

}  // namespace hegui
