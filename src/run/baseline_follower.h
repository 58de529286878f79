#pragma once

#include <bitset>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/review.h"
#include "review/sketch.h"
#include "run/baseline_file.h"

namespace hegui {

/// Finds what a baseline says of reports that were renamed, moved, converted, split or merged
/// since: under the path of a report that is not there any more and whose sentences this one has,
/// or of one that has given sentences away. The reports of a run are asked about one after the
/// other.
class BaselineFollower {
 public:
  /// The review of a report by its path in the baseline; none if this run does not read it.
  using ReviewOf = std::function<std::optional<Review>(const std::string& key)>;

  BaselineFollower(const BaselineFile& file, ReviewOf review_of)
      : file_(file), left_(file.entries), review_of_(std::move(review_of)) {}

  /// What the report is to be held against: its own entries, and those that came with its text.
  Baseline entries_for(const Review& review);

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

  std::vector<Source> sources_of(const Review& review, const std::string& key);
  void make_index();
  bool is_vanished(const std::string& path);
  Baseline given_away(const std::string& path);
  Baseline entries_of_source(const std::string& path);

  const BaselineFile& file_;
  Baseline left_;  ///< Without what came to another report.
  ReviewOf review_of_;
  std::map<std::string, bool> vanished_ = {};  // Of paths that were looked for.
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
