#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "config/config_keys.h"
#include "formats/format.h"
#include "output/output.h"

namespace hegui {

/// Exit codes; the larger wins.
enum Exit : int { clean = 0, findings = 1, trouble = 2, internal_error = 3 };

/// An output, and the file that it goes to; empty for standard output.
struct OutputChoice {
  const OutputForm* form = nullptr;
  std::string file = {};
  /// In which `file` is its index, if it has one; empty: there is only the file.
  std::string folder = {};

  bool goes_to_standard_output() const { return file.empty() && folder.empty(); }
};

/// Reports that git tells of, instead of files that are named; at most one of them is given.
struct GitOptions {
  bool staged = false;
  bool changed = false;
  std::string since = {};
  bool changed_passages = false;  ///< What was there at the commit of `since` is known.

  bool any() const { return staged || changed || !since.empty(); }
};

/// What is to be done with what can be put right.
struct FixOptions {
  bool write = false;   ///< In the reports.
  bool diff = false;    ///< Shown, and nothing written.
  bool unsafe = false;  ///< Guesses, too.

  bool any() const { return write || diff; }
};

/// Of `score`.
struct ScoreOptions {
  std::vector<std::string> formats = {};  ///< NAME or NAME=FILE, of forms that there are.
  double min = 0;
};

/// Of `scaffold`.
struct ScaffoldOptions {
  std::string format = {};  ///< NAME or NAME=FILE, of drafts that there are; empty if not given.
  std::string into = {};    ///< The report that gets what it is without; empty: a new one.
};

/// Of `test`.
struct TestOptions {
  bool strict = false;
  std::string corpus = {};   ///< Folder of reports,
  std::string save = {};     ///< file for the counts,
  std::string against = {};  ///< and file with the counts of an earlier run.
};

/// What the user asked for, parsed but not yet looked at.
struct Request {
  std::vector<std::string> paths = {};
  std::string files_from = {};  ///< File with more paths, - for standard input.
  GitOptions git = {};
  std::string year = {};       ///< That reports are wanted of; empty for any.
  bool no_ignore = false;      ///< Folders are walked as if there were no ignore files.
  bool force_exclude = false;  ///< Files that are named are left out, too.
  std::string stdin_filename = {};
  ReadOptions read = {};

  Layer given = {};         ///< What a configuration may say, too.
  std::string config = {};  ///< File of --config.
  bool no_config = false;
  bool no_baseline = false;
  bool accept_new = false;  ///< `baseline write` adds to a baseline that is there.

  std::vector<OutputChoice> formats = {};
  OutputOptions output = {};
  FixOptions fix = {};
  bool allow_empty = false;
  bool no_progress = false;
  bool overwrite = false;  ///< Results replace also what hegui did not write.
  unsigned timeout = 0;    ///< Seconds, after which no report is begun; 0 for no end.
  unsigned jobs = 0;       ///< Threads; 0 for as many as there are processors.

  ScoreOptions score = {};
  ScaffoldOptions scaffold = {};
  TestOptions test = {};
  bool plain = false;            ///< Of `show`: without numbers.
  std::string listing = "text";  ///< Of `outline` and `config`: text or json.
  bool config_schema = false;    ///< Of `config`.
  std::string rule = {};         ///< Of `explain`.
  std::string shell = {};        ///< Of `completions`.
};

/// Whether the report that is read from standard input goes to standard output, mended.
inline bool is_filter(const Request& request) {
  return request.fix.write && std::ranges::find(request.paths, "-") != request.paths.end();
}

}  // namespace hegui
