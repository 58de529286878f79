#pragma once

#include <bitset>
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
/// since: under the path of a report that is not there any more and whose sentences this one has,
/// or of one that has given sentences away. The reports of a run are asked about one after the
/// other.
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
  using Hashes = std::bitset<sketch_size>;

  struct Source {
    std::string path = {};
    Hashes common = {};  ///< With the sketch of the report.
    bool same_name = false;
  };

  std::vector<Source> sources_of(const Review& review, const std::string& key,
                                 const std::string& sketch);
  void make_index();
  bool is_vanished(const std::string& path);
  const Baseline& given_away(const std::string& path);
  Baseline entries_from(const Source& source, std::size_t own);
  void note_move(const std::string& from, const std::string& to, const Baseline& found);

  const BaselineFile& file_;
  const RunPlan& plan_;
  Baseline left_;                                    ///< Without what came to another report.
  std::map<std::string, std::size_t> places_ = {};   // In the plan, by path in the baseline.
  std::map<std::string, Baseline> given_away_ = {};  // Of paths that were asked.
  std::map<std::string, bool> vanished_ = {};        // Of paths that were looked for.
  // Paths by what a report may have of them, made when a report is first looked for.
  bool indexed_ = false;
  std::map<std::string, std::vector<std::string>> by_hash_ = {};   // Its place in the sketch, too.
  std::map<std::string, std::vector<std::string>> by_stem_ = {};   // Of those without a sketch.
  std::map<std::string, std::vector<std::string>> by_words_ = {};  // These, by a fingerprint.
  std::vector<Move> moves_ = {};
  Baseline moved_ = {};
};

/// That findings were followed, a line for each report; asks to write it down.
std::vector<Message> told(const std::vector<BaselineFollower::Move>& moves);

}  // namespace hegui
