#pragma once

#include "run/request.h"

namespace CLI {
class App;
}

namespace hegui {

/// Each adds to its command the options that it has; parsing puts their values there.
void add_baseline_show(CLI::App& command, Request& request);
void add_baseline_write(CLI::App& command, Request& request);
void add_baseline_update(CLI::App& command, Request& request);
void add_check(CLI::App& command, Request& request);
void add_completions(CLI::App& command, Request& request);
void add_config(CLI::App& command, Request& request);
void add_explain(CLI::App& command, Request& request);
void add_init(CLI::App& command, Request& request);
/// Of a command that has none.
inline void add_nothing(CLI::App&, Request&) {}
void add_outline(CLI::App& command, Request& request);
void add_required_sets(CLI::App& command, Request& request);
void add_scaffold(CLI::App& command, Request& request);
void add_score(CLI::App& command, Request& request);
void add_sets(CLI::App& command, Request& request);
void add_show(CLI::App& command, Request& request);
void add_test(CLI::App& command, Request& request);

/// After parsing: what nothing was said of, and what does not go together. Throws UsageError.
void complete_request(Request& request);

}  // namespace hegui
