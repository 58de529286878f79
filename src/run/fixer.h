#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "run/request.h"
#include "run/run_plan.h"

namespace hegui {

/// Mends the reports of a run, or shows how it would, one after another.
class Fixer {
 public:
  /// Suppresses what is known in a review.
  using Suppress = std::function<void(Review&)>;

  /// The plan must outlive it.
  Fixer(const Request& request, const RunPlan& plan) : request_(request), plan_(plan) {}
  /// Standard input that was not mended goes out as it was.
  ~Fixer();
  Fixer(const Fixer&) = delete;
  Fixer& operator=(const Fixer&) = delete;

  /// Mends the report of that index: --fix writes it, --diff prints what would change. `review` is
  /// of it as it is, and says what it was read from; what is known in it is suppressed. Returns the
  /// review of what the report holds now. Throws WriteError for standard output.
  Review fix(std::size_t index, Review review, const Suppress& suppress);

  /// Some report could not be written.
  bool has_failed() const { return has_failed_; }
  /// How many reports are mended, or would be.
  std::size_t reports() const { return reports_; }
  /// On standard error: what was done, if it is not to be quiet, and what could not be, why.
  void tell(const OutputOptions& options) const;

 private:
  struct Refusal {
    Message why;
    std::string first;  ///< Path of a report.
    std::size_t reports = 1;
  };

  /// Whether the file of a report may be changed; says why not.
  bool may_change(std::size_t index, const Review& review);
  /// False, and says why, if that cannot be.
  bool write(std::size_t index, const Review& before, const Review& after);
  void give_back(const std::string& bytes);
  void refuse(const std::string& path, Message why);

  const Request& request_;
  const RunPlan& plan_;
  std::vector<Refusal> refusals_ = {};
  std::set<std::string> changed_ = {};  // Files, without links: one may have two names.
  std::size_t reports_ = 0, findings_ = 0;
  bool has_given_back_ = false;
  bool has_failed_ = false;
};

}  // namespace hegui
