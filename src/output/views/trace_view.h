#pragma once

#include <string>

#include "output/output.h"
#include "output/parts/json.h"
#include "review/trace.h"

namespace hegui {

/// What --trace prints after a document's results.
void write_trace_text(const Review& review, const RuleTrace& trace, const OutputOptions& options,
                      std::string& out);
/// The same for the member `trace` of a document in JSON.
Json trace_json(const Review& review, const RuleTrace& trace, const OutputOptions& options);

}  // namespace hegui
