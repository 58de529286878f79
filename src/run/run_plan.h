#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "run/configurations.h"
#include "run/deadline.h"
#include "run/rule_library.h"
#include "system/files.h"
#include "system/git.h"

namespace hegui {

/// The reports of a run, each with what holds for it. All of it is found out before the first is
/// read, and does not change after that, so that threads need no locks.
class RunPlan {
 public:
  /// What is wrong is said on standard error, or is a problem with its place.
  explicit RunPlan(const Request& request);

  /// Nothing may be checked.
  bool failed() const { return failed_; }
  /// What is wrong in configurations and rule sets.
  const std::vector<FileProblem>& problems() const { return problems_; }

  std::size_t size() const { return reports_.size(); }
  const ReportFile& report(std::size_t i) const { return reports_[i].file; }
  const Settings& settings(std::size_t i) const { return *reports_[i].settings; }
  Review review(std::size_t i) const;
  /// Of the report as it would be with those bytes.
  Review review_of(std::size_t i, const std::string& bytes) const;
  /// What standard input holds, where it is to go to standard output again (is_filter()), whatever
  /// becomes of the run. Empty where it cannot be read.
  const std::string& input() const { return input_; }
  /// Prints the input, as it was or mended; once. Throws WriteError.
  void give_back(std::string_view bytes) const;
  std::string sketch(std::size_t i) const;
  /// With --changed-passages: those of the reports that were there at the commit of --since and
  /// have been changed or deleted, as they were.
  std::vector<Review> reviews_before() const;
  /// The files that are read, or would be if nothing were wrong: results must not take their place.
  std::vector<std::string> inputs() const;
  /// What holds for the first report; empty for the usual place.
  std::string baseline() const;
  /// Messages come in the language of the rule set if there is one.
  OutputOptions output() const;

 private:
  struct Planned {
    ReportFile file;
    const Settings* settings;
    const RuleLibrary* library;
  };

  void read_input();
  void check_today();
  void read_named_paths();
  void find_files();
  Review read(const Planned& report) const;
  void take_side_files(std::vector<std::string> of_folders, std::vector<ReportFile>& files);
  const RuleLibrary& library_for(const Settings& settings);
  void check_given();
  void check_configuration(const Configurations::Loaded& loaded);
  void check_said(const Layer& values, const std::vector<const RuleLibrary*>& libraries);
  void check_rule(const Said& said, const std::string& id,
                  const std::vector<const RuleLibrary*>& libraries);
  void check_variable(const Said& said, const std::vector<const RuleLibrary*>& libraries);
  void report(const Said& said, Message message);

  const Request& request_;
  std::string input_ = {};
  std::unique_ptr<Deadline> deadline_ = {};  ///< With --timeout.
  Configurations configurations_;
  std::unique_ptr<GitRepository> git_ = {};
  std::vector<std::string> named_ = {};  ///< On the command line, and in --files-from.
  std::map<RuleSources, RuleLibrary> libraries_ = {};
  std::vector<const RuleLibrary*> used_ = {};  ///< By reports; others only tell which names exist.
  std::vector<Planned> reports_ = {};
  std::vector<Planned> reports_before_ = {};
  const Settings* here_ = nullptr;  ///< Of the current folder, when there are no reports.
  std::vector<FileProblem> problems_ = {};
  bool failed_ = false;
};

}  // namespace hegui
