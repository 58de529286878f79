#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "review/review.h"
#include "review/sketch.h"
#include "run/baseline_file.h"
#include "run/run_plan.h"
#include "suppress/known_findings.h"

namespace hegui {

/// Finds what a baseline says of reports that were renamed, moved, converted, split or merged
/// since: under the path of a report that is not there any more, that has given sentences away, or
/// in whose place another one stands now. The reports of a run are asked about one after the other.
///
/// Of the reports that are new to the baseline, each that is not there any more has one successor,
/// the likeliest: the same text, then the most sentences in common. All that is known of it is the
/// successor's. Others get what it has not: of the sentences that it lacks, findings with words.
class BaselineFollower {
 public:
  BaselineFollower(const BaselineFile& file, const RunPlan& plan)
      : file_(file), plan_(plan), left_(file.entries) {}

  /// What the report is to be held against: its own entries, and those that came with its text.
  Known known_of(const Review& review);

  struct Move {
    std::string from = {};
    std::string to = {};
    std::size_t findings = 0;
  };
  const std::vector<Move>& moves() const { return moves_; }
  /// Entries that came to another report, under their old path.
  const Baseline& moved() const { return moved_; }

 private:
  /// A report that the baseline knows.
  struct Source {
    std::string path = {};
    std::string sketch = {};  ///< Empty if version 1 has written what is known of it.
  };
  /// What is given away by one that is still there.
  struct Given {
    bool asked = false;
    bool all = false;  ///< Another report stands in its place.
    Baseline entries = {};
  };

  void make_index();
  void find_successors(const std::vector<std::size_t>& new_reports);
  std::vector<std::size_t> sources_of(const std::string& key, const std::string& sketch) const;
  std::vector<std::size_t> sources_without_sketch(const Review& review, const std::string& key);
  bool is_vanished(std::size_t source);
  const Given& given_away(std::size_t source);
  Baseline entries_from(std::size_t source, const std::string& key, const std::string& sketch,
                        const std::string& own_before, SharedHashes covered);
  void note_move(std::size_t source, const std::string& to, const Baseline& found);

  const BaselineFile& file_;
  const RunPlan& plan_;
  Baseline left_;  ///< Without what came to another report.
  std::vector<Move> moves_ = {};
  Baseline moved_ = {};

  // Made when a report is first looked for. Sources are meant by their places.
  bool indexed_ = false;
  std::vector<Source> sources_ = {};
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_text_ = {}, by_hash_ = {};
  std::map<std::string, std::vector<std::size_t>> by_stem_ = {}, by_words_ = {};  // Version 1.
  std::map<std::string, std::size_t> places_ = {};  // Of reports in the plan, by their keys.
  struct Successor {
    std::string key = {};
    std::string sketch = {};
  };
  std::map<std::size_t, Successor> successors_ = {};
  std::map<std::size_t, bool> vanished_ = {};  // Of those that were looked for.
  std::map<std::size_t, Given> given_away_ = {};
};

/// That findings were followed; asks to write it down. A line for each of a few reports.
std::vector<Message> told(const std::vector<BaselineFollower::Move>& moves);

}  // namespace hegui
