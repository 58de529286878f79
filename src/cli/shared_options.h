#pragma once

#include <string>
#include <vector>

#include "run/request.h"

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

namespace hegui {

/// In the language that help is asked in.
inline std::string told(const Request& request, Label text) {
  return std::string(text.in(request.output.language));
}

/// What a value may be, with messages in that language: a word of a list, a whole number.
CLI::Validator one_of(const Request& request, std::vector<std::string> words);
CLI::Validator whole_number(const Request& request, int least, int most);

/// Which reports: FILE, --files-from, what git tells, what is left out.
void add_files(CLI::App& command, Request& request);
/// How reports are read.
void add_reading(CLI::App& command, Request& request);

/// -r alone.
void add_rules_option(CLI::App& command, Request& request, const std::string& summary);
void add_rules_path(CLI::App& command, Request& request);
/// -r and where sets are looked for, the configuration, the language.
void add_rule_sets(CLI::App& command, Request& request);
/// --set.
void add_variables(CLI::App& command, Request& request);
/// And variables, and the name of standard input.
void add_rules(CLI::App& command, Request& request);
/// SET, an argument, in place of -r.
CLI::Option* add_set_names(CLI::App& command, Request& request, const std::string& summary);
/// Which rules, and how severe.
void add_selection(CLI::App& command, Request& request);

/// The year that reports are wanted of.
void add_year(CLI::App& command, Request& request);
void add_configuration(CLI::App& command, Request& request);
CLI::Option* add_baseline(CLI::App& command, Request& request);
CLI::Option* add_fail_on(CLI::App& command, Request& request);
void add_language(CLI::App& command, Request& request);
void add_color(CLI::App& command, Request& request);
/// For commands whose results go to files.
CLI::Option* add_overwrite(CLI::App& command, Request& request);
void add_jobs(CLI::App& command, Request& request);
void add_timeout(CLI::App& command, Request& request);

}  // namespace hegui
