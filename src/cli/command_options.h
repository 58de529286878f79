#pragma once

#include <string>
#include <vector>

#include "run/request.h"

namespace CLI {
class App;
}

namespace hegui {

/// What is said on the command line and needs a look before it is a Request.
struct RawOptions {
  std::vector<std::string> formats;
  std::vector<std::string> set;
  std::vector<std::string> severity;
  std::string language;
  std::string color = "auto";
};

/// Each adds to its command the options that it has; parsing puts their values there.
void add_baseline_show(CLI::App& command, Request& request, RawOptions& raw);
void add_baseline_update(CLI::App& command, Request& request, RawOptions& raw);
void add_check(CLI::App& command, Request& request, RawOptions& raw);
void add_completions(CLI::App& command, Request& request, RawOptions& raw);
void add_config(CLI::App& command, Request& request, RawOptions& raw);
void add_explain(CLI::App& command, Request& request, RawOptions& raw);
void add_init(CLI::App& command, Request& request, RawOptions& raw);
/// Of a command that has none.
inline void add_nothing(CLI::App&, Request&, RawOptions&) {}
void add_outline(CLI::App& command, Request& request, RawOptions& raw);
void add_required_sets(CLI::App& command, Request& request, RawOptions& raw);
void add_score(CLI::App& command, Request& request, RawOptions& raw);
void add_sets(CLI::App& command, Request& request, RawOptions& raw);
void add_show(CLI::App& command, Request& request, RawOptions& raw);
void add_test(CLI::App& command, Request& request, RawOptions& raw);

/// After parsing: what was raw becomes part of the request. Throws UsageError.
void finish_request(Request& request, const RawOptions& raw);

}  // namespace hegui
