#pragma once

#include <string>
#include <vector>

#include "output/output.h"
#include "output/parts/json.h"

namespace hegui {

/// What json and jsonl say of each thing: tests/schema/check.schema.json.

/// All of a document but its findings, and its trace.
Json document_json(const Review& review, const OutputOptions& options);
Json finding_json(const Review& review, const Finding& finding, const OutputOptions& options);
Json problem_json(const FileProblem& problem, const OutputOptions& options);
Json summary_json(const Summary& summary);
/// The share of a requirement's weight that it gets, with every term; the same in the json of
/// `score`.
Json share_json(double share, double rung, const std::vector<ShareTerm>& terms);
/// {passed, failed}: by the ids of what is missing.
Json gate_json(const std::vector<std::string>& failed);
/// Adds the member `trace` to a document where --trace asks for it.
void put_trace(const Review& review, const OutputOptions& options, Json& json);

/// An array that is written one element at a time, so that memory does not grow with a run.
class JsonElements {
 public:
  void add(const Json& element, std::string& out);

 private:
  bool any_ = false;
};

}  // namespace hegui
