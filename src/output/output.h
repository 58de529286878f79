#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/lint.h"
#include "review/stopwatch.h"
#include "ruleset/load.h"
#include "yaml/file_problem.h"

namespace hegui {

struct OutputOptions {
  Language language = Language::zh;
  /// The user said which; else each report is told in the language of its rule set.
  bool language_given = false;
  bool color = false;
  bool show_passed = false;
  bool show_suppressed = false;
  bool verbose = false;
  bool quiet = false;
  /// What can be fixed has been; guesses, too.
  bool fixed = false, fixed_unsafe = false;
  std::string trace = {};  ///< Id of a rule whose way to its result is shown too.
  int columns = 100;       ///< Of the terminal.
  bool wraps = false;      ///< There is one: lines of words are broken before it breaks them.
  int ambiguous = 1;       ///< Columns of an East Asian ambiguous character.
  /// Those for people and JSON tell at the end how often each rule found something, and what time
  /// it took.
  bool statistics = false;
  std::string file = {};  ///< That it is written to; in a folder its index. Empty: there is none.
  /// Whether a file of that name may be put into the folder in which each document is a file of its
  /// own; empty if there is no such folder.
  std::function<bool(const std::string& name)> takes_name = {};
  bool in_folder() const { return static_cast<bool>(takes_name); }

  /// For what is said of a rule set in that language, or because of it.
  OutputOptions in(Language of_rules) const;
  /// For what is said of all rule sets of these languages: where they differ, in its own.
  OutputOptions in(const std::set<Language>& of_rules) const;
  /// For what is wrong in its files.
  OutputOptions in(const LoadedRules& loaded) const;
  /// For what is said of a report.
  OutputOptions in(const Review& review) const;
};

/// What a run comes to.
struct Summary {
  std::size_t documents = 0;
  std::size_t met = 0, weak = 0, missing = 0, not_applicable = 0;
  std::size_t not_understood = 0, unreadable = 0, blocked = 0;
  std::set<std::string> blocked_titles = {};  ///< Short ones.
  std::size_t errors = 0, warnings = 0, notes = 0, suppressed = 0;
  std::set<Language> languages = {};  ///< Of the rule sets.
  Times times = {};                   ///< With --statistics.

  /// With what is wrong beside the report, such as suppressions that nothing needs.
  void add(const Review& review);
  /// What is wrong in rule files, configurations or the baseline.
  void add(std::span<const FileProblem> problems);

 private:
  void count(Severity severity);
};

/// A form of results, as one run writes it:
///
///   begin document* end
///
/// Documents come one by one, so that memory does not grow with a run.
class Output {
 public:
  explicit Output(const OutputOptions& given) : options(given) {}
  virtual ~Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void speak(Language language) { options.language = language; }

  /// All of them append to `out`. Document() may throw InputError: this one report cannot be
  /// written.
  virtual void begin(std::string& /*out*/) {}
  virtual void document(const Review& review, std::string& out) = 0;
  /// Behind document(): what is to be said of what it wrote, to whoever runs the check. May throw
  /// InputError, too.
  virtual std::optional<Message> warning(const Review& /*review*/) { return std::nullopt; }
  /// In a folder, before document() is called: the name there of the file that it appends to; no
  /// two of a run are the same. Only asked of forms that can go to a folder.
  virtual std::string file_name(const Review& /*review*/) { return {}; }
  /// `problems` are those of rule files, configurations and side files.
  virtual void end(const Summary& /*summary*/, std::span<const FileProblem> /*problems*/,
                   std::string& /*out*/) {}

 protected:
  OutputOptions options;
};

/// An entry of the table of outputs.
struct OutputForm {
  std::string_view name;
  Label summary;
  std::unique_ptr<Output> (*make)(const OutputOptions&);
  /// Of a form that can go to a folder: the file there that begin() and end() append to.
  std::string_view index = {};
  /// A file of it is of one report and no text: several reports go to a folder, none to standard
  /// output. It is only written where document() appends something. Wants Document::file.
  bool holds_one_report = false;
};

/// Row for an Output class.
template <typename T>
constexpr OutputForm output_form(std::string_view name, Label summary,
                                 std::string_view index = {}) {
  return {name, summary,
          [](const OutputOptions& options) -> std::unique_ptr<Output> {
            return std::make_unique<T>(options);
          },
          index};
}

std::span<const OutputForm> output_forms();
/// Null if there is no such form.
const OutputForm* find_output_form(std::string_view name);

}  // namespace hegui
