#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint.h"
#include "ruleset/load.h"

namespace hegui {

struct OutputOptions {
  Language language = Language::zh;
  bool color = false;
  bool show_passed = false;
  bool verbose = false;
  bool quiet = false;
  std::string trace = {};  ///< Id of a rule whose way to its result is shown too.
  int columns = 100;       ///< Of the terminal.
  int ambiguous = 1;       ///< Columns of an East Asian ambiguous character.
};

/// What a run comes to.
struct Summary {
  std::size_t documents = 0;
  std::size_t met = 0, weak = 0, missing = 0, not_applicable = 0;
  std::size_t not_understood = 0, unreadable = 0, blocked = 0;
  std::size_t errors = 0, warnings = 0, notes = 0, suppressed = 0;

  void add(const Review& review);
};

/// A form of results. Documents are written one by one, so that memory does not grow with a run:
///
///   begin document* end
struct Output {
  std::string_view name;
  std::string_view summary;
  void (*begin)(const OutputOptions&, std::string& out);
  void (*document)(const Review&, const OutputOptions&, bool first, std::string& out);
  void (*end)(const Summary&, std::span<const LoadedRules> rule_files, const OutputOptions&,
              std::string& out);
};

std::span<const Output> outputs();
/// Null if there is no such output.
const Output* find_output(std::string_view name);

}  // namespace hegui
