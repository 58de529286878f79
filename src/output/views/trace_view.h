#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "output/output.h"
#include "review/trace.h"

namespace hegui {

/// What --trace prints behind a document's results.
void write_trace_text(const Review& review, const RuleTrace& trace, const OutputOptions& options,
                      std::string& out);
/// The same for the member `trace` of a document in JSON.
nlohmann::ordered_json trace_json(const Review& review, const RuleTrace& trace,
                                  const OutputOptions& options);

}  // namespace hegui
