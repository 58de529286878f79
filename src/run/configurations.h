#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/config.h"
#include "config/settings.h"
#include "run/request.h"
#include "yaml/file_problem.h"

namespace hegui {

/// The configurations of a run: the nearest .hegui.yaml or hegui.yaml at or above a report's folder
/// and not above the one with .git; or the one that --config names; or none. Not for threads: what
/// they need is asked for before.
///
/// A configuration that was found lies in a repository and may be anybody's: it leads to no file
/// outside. The one that --config names may lead anywhere.
class Configurations {
 public:
  explicit Configurations(const Request& request);

  /// For reports in a folder, which is absolute; null if there is none.
  const Config* nearest(const std::string& folder);
  /// What holds for a report, or for a folder's reports whatever their names. References stay.
  const Settings& settings_for(const std::string& path, bool is_folder = false);

  /// Each configuration that was read, and the folder that it must not leave.
  struct Loaded {
    Config config;
    std::string boundary;  ///< Empty for none.
  };
  const std::deque<Loaded>& all() const { return loaded_; }

  /// The nearest folder at or above one, which is absolute, that holds .git; empty if none does.
  const std::string& top_of(const std::string& folder);

  bool failed() const { return failed_; }
  std::vector<FileProblem> problems() const;
  /// Says on standard error what is wrong with a file; nothing may be checked then.
  void complain_of(const std::string& path, const Message& message);

 private:
  const Loaded* find(const std::string& folder);
  const Loaded* load(const FoundConfig& found, std::string boundary);
  const Loaded* loaded_for(const std::string& folder);
  bool holds(const std::string& folder, std::string_view name);

  const Request& request_;
  std::deque<Loaded> loaded_ = {};
  // What holds in a folder, which is asked for each below it.
  std::unordered_map<std::string, const Loaded*> by_folder_ = {};
  std::unordered_map<std::string, std::string> tops_ = {};
  const Loaded* named_ = nullptr;  ///< By --config.
  /// By configuration and which of its layers hold.
  std::map<std::pair<const Loaded*, std::vector<bool>>, Settings> settings_ = {};
  bool failed_ = false;
};

}  // namespace hegui
