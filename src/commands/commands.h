#pragma once

#include <string>
#include <vector>

#include "config/config_keys.h"
#include "formats/format.h"
#include "lint.h"
#include "output/output.h"

namespace hegui {

/// Exit codes; the larger wins.
enum Exit : int { clean = 0, findings = 1, trouble = 2, internal_error = 3 };

/// An output, and the file that it goes to; empty for standard output.
struct OutputChoice {
  const OutputForm* form = nullptr;
  std::string file = {};
};

/// What the user asked for, parsed but not yet looked at.
struct Request {
  std::vector<std::string> paths = {};
  std::string files_from = {};               ///< File with more paths, - for standard input.
  std::vector<std::string> rules = {};       ///< Names of sets or paths of files.
  std::vector<std::string> rules_path = {};  ///< Folders in which sets are looked for by name.
  std::vector<OutputChoice> formats = {};
  std::vector<std::string> score_formats = {};  ///< NAME or NAME=FILE, of forms that there are.
  double min_score = 0;
  std::string outline_format = "text";
  std::string stdin_filename = {};
  ReadOptions read = {};
  std::string fail_on = {};
  Layer given = {};         ///< The values above that a configuration may give, too.
  std::string config = {};  ///< File of --config.
  bool no_config = false;
  bool no_ignore = false;      ///< Folders are walked as if there were no ignore files.
  bool force_exclude = false;  ///< Files that are named are left out, too.
  bool staged = false;         ///< What git says, instead of files that are named.
  bool changed = false;
  std::string since = {};
  bool config_schema = false;  ///< Of `config`.
  std::string baseline = {};   ///< File; empty for the usual place.
  bool no_baseline = false;
  std::string trace = {};    ///< Id of the rule to trace.
  std::string rule = {};     ///< Of `explain`.
  std::string shell = {};    ///< Of `completions`.
  std::string corpus = {};   ///< Of `test`: folder of reports,
  std::string save = {};     ///< file for the counts,
  std::string against = {};  ///< and file with the counts of an earlier run.
  unsigned jobs = 0;         ///< Threads; 0 for as many as there are processors.
  bool strict = false;
  bool allow_empty = false;
  bool no_progress = false;
  bool language_given = false;
  LintOptions lint = {};
  OutputOptions output = {};
};

int baseline_prune_command(const Request& request);
int baseline_show_command(const Request& request);
int baseline_write_command(const Request& request);
int check_command(const Request& request);
int completions_command(const Request& request);
int config_command(const Request& request);
int explain_command(const Request& request);
int init_command(const Request& request);
int outline_command(const Request& request);
int rules_check_command(const Request& request);
int rules_list_command(const Request& request);
int rules_show_command(const Request& request);
int score_command(const Request& request);
int show_command(const Request& request);
int test_command(const Request& request);

}  // namespace hegui
