#include "run/baseline_follower.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace hegui {
namespace {

namespace fs = std::filesystem;

// Of the sentences of the shorter one. Reports of one office from year to year share less, and a
// part that was put into another report, all.
constexpr double least_overlap = 0.5;
// A report of which less is left has been replaced by another one under its name.
constexpr double least_left = 0.15;
// Hashes that only one of two has: fewer are chance.
constexpr std::size_t least_own = 3;
constexpr std::size_t same_report = 28;
// What an equal name is worth, in hashes: 2024/甲.txt that is not there any more, 归档/甲.txt.
constexpr std::size_t worth_of_name = 4;
// Reports of a template would each be held against all others.
constexpr std::size_t most_sources = 8;
constexpr std::size_t least_entries = 3;  // That tell a report without a sketch.
constexpr std::size_t most_moves_told = 5;

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

bool has_new(const Review& review, const Comparison& comparison) {
  for (std::size_t i = 0; i < review.findings.size(); ++i)
    if (!review.findings[i].suppressed && !comparison.known[i]) return true;
  return false;
}

/// What version 1 says has no sketch: all of it must be found.
bool is_all_found(const Review& review, const Baseline& entries) {
  if (entries.size() < least_entries) return false;
  const Comparison comparison = compare(review, entries);
  return std::ranges::all_of(comparison.left, [](std::size_t left) { return left == 0; });
}

/// Of a requirement, which a part of a report need not meet.
bool is_of_requirement(const BaselineEntry& entry) { return !entry.verdict.empty(); }

/// Of the entries from `first` on those that a finding of the review is.
Baseline found_of(const Known& known, std::size_t first) {
  Baseline found;
  for (std::size_t i = first; i < known.entries.size(); ++i) {
    const std::size_t count = known.entries[i].count - known.comparison.left[i];
    if (count == 0) continue;
    found.push_back(known.entries[i]);
    found.back().count = count;
  }
  return found;
}

}  // namespace

void BaselineFollower::make_index() {
  if (std::exchange(indexed_, true)) return;
  const Baseline& entries = file_.entries;
  std::set<std::string> known;
  for (std::size_t i = 0; i < entries.size();) {
    const std::size_t source = sources_.size();
    sources_.push_back({entries[i].path, entries[i].sketch});
    const auto& [path, sketch] = sources_.back();
    known.insert(path);
    const BaselineEntry* with_words = nullptr;
    for (; i < entries.size() && entries[i].path == path; ++i)
      if (!entries[i].quote.empty()) with_words = &entries[i];
    if (sketch.empty()) {
      by_stem_[stem_of(path)].push_back(source);
      if (with_words) by_words_[with_words->fingerprint].push_back(source);
      continue;
    }
    by_text_[std::string(text_of_sketch(sketch))].push_back(source);
    for (std::size_t place = 0; place < sketch_size; ++place)
      by_hash_[hash_of_sketch(sketch, place)].push_back(source);
  }
  std::vector<std::size_t> new_reports;
  for (std::size_t i = 0; i < plan_.size(); ++i) {
    const std::string key = file_.key_of(plan_.report(i).path);
    places_.insert_or_assign(key, i);
    if (!known.contains(key)) new_reports.push_back(i);
  }
  if (!by_text_.empty()) find_successors(new_reports);
}

bool BaselineFollower::is_vanished(std::size_t source) {
  const auto [at, is_new] = vanished_.try_emplace(source);
  if (is_new) at->second = file_.is_vanished(sources_[source].path);
  return at->second;
}

/// Pairs of a source and a report, the likeliest first; each is in one.
void BaselineFollower::find_successors(const std::vector<std::size_t>& new_reports) {
  struct Pair {
    std::tuple<bool, std::size_t> likeness;  // The same text; hashes, and what the name is worth.
    std::size_t source;
    std::string key;
    std::string sketch;
  };
  std::vector<Pair> pairs;
  for (const std::size_t i : new_reports) {
    const std::string key = file_.key_of(plan_.report(i).path), sketch = plan_.sketch(i);
    for (const std::size_t source : sources_of(key, sketch)) {
      if (!is_vanished(source)) continue;
      const auto& [path, before] = sources_[source];
      const std::size_t name = stem_of(path) == stem_of(key) ? worth_of_name : 0;
      pairs.push_back({{text_of_sketch(before) == text_of_sketch(sketch),
                        shared_hashes(before, sketch).count() + name},
                       source,
                       key,
                       sketch});
    }
  }
  std::ranges::stable_sort(pairs, std::ranges::greater{}, &Pair::likeness);
  std::set<std::string> taken;
  for (Pair& pair : pairs) {
    if (taken.contains(pair.key) || successors_.contains(pair.source)) continue;
    taken.insert(pair.key);
    successors_.emplace(pair.source, Successor{std::move(pair.key), std::move(pair.sketch)});
  }
}

/// Those of which there is enough in a text, the likeliest first; of the same text if there is one.
std::vector<std::size_t> BaselineFollower::sources_of(const std::string& key,
                                                      const std::string& sketch) const {
  if (sketch.empty()) return {};
  const auto other_than_itself = [&](std::size_t source) { return sources_[source].path != key; };
  std::vector<std::size_t> found;
  if (const auto same = by_text_.find(text_of_sketch(sketch)); same != by_text_.end())
    std::ranges::copy_if(same->second, std::back_inserter(found), other_than_itself);
  if (!found.empty()) return found;
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t place = 0; place < sketch_size; ++place)
    if (const auto with = by_hash_.find(hash_of_sketch(sketch, place)); with != by_hash_.end())
      for (const std::size_t source : with->second) ++counts[source];
  for (const auto& [source, count] : counts)
    if (count >= least_own && other_than_itself(source) &&
        overlap(sources_[source].sketch, sketch) >= least_overlap)
      found.push_back(source);
  std::ranges::stable_sort(found, std::ranges::greater{}, [&](std::size_t source) {
    const bool same_name = stem_of(sources_[source].path) == stem_of(key);
    return counts[source] + (same_name ? worth_of_name : 0);
  });
  if (found.size() > most_sources) found.resize(most_sources);
  return found;
}

std::vector<std::size_t> BaselineFollower::sources_without_sketch(const Review& review,
                                                                  const std::string& key) {
  std::vector<std::size_t> found;
  if (const auto same = by_stem_.find(stem_of(key)); same != by_stem_.end()) found = same->second;
  for (const Finding& finding : review.findings)
    if (const auto with = by_words_.find(finding.fingerprint); with != by_words_.end())
      std::ranges::copy_if(with->second, std::back_inserter(found), [&](std::size_t source) {
        return is_all_found(review, entries_of_report(left_, sources_[source].path));
      });
  std::erase_if(found, [&](std::size_t source) {
    return sources_[source].path == key || !is_vanished(source);
  });
  return found;
}

/// Each is reviewed once.
const BaselineFollower::Given& BaselineFollower::given_away(std::size_t source) {
  Given& given = given_away_[source];
  const auto& [path, before] = sources_[source];
  const auto place = places_.find(path);
  if (std::exchange(given.asked, true) || place == places_.end()) return given;
  const Review review = plan_.review(place->second);
  if (review.status != Review::Status::checked) return given;
  given.all = overlap(before, sketch_of(review.document, review.outline)) < least_left;
  given.entries = entries_of_report(left_, path);
  if (given.all) return given;
  // A requirement that is met now has not gone anywhere.
  std::erase_if(given.entries, is_of_requirement);
  given.entries = gone(review, Known(review, std::move(given.entries)), {});
  return given;
}

/// What may have come from there to a report that has `covered` hashes from elsewhere, and that was
/// `own_before` when its own entries were written.
Baseline BaselineFollower::entries_from(std::size_t source, const std::string& key,
                                        const std::string& sketch, const std::string& own_before,
                                        SharedHashes covered) {
  const std::string& before = sources_[source].sketch;
  SharedHashes own = shared_hashes(before, sketch);
  const auto successor = successors_.find(source);
  const bool is_successor = successor != successors_.end() && successor->second.key == key;
  if (successor != successors_.end() && !is_successor)
    own &= ~shared_hashes(before, successor->second.sketch);
  const bool is_all = is_successor || (successor == successors_.end() && covered.none());
  // Renamed on one branch, and its old name written anew on another.
  const bool is_itself = successor == successors_.end() &&
                         shared_hashes(before, own_before).count() >= same_report &&
                         is_vanished(source);
  if (!is_all && !is_itself && (own & ~covered).count() < least_own) return {};
  if (!is_vanished(source)) {
    const Given& given = given_away(source);
    return given.all && !is_all ? Baseline() : given.entries;
  }
  Baseline entries = entries_of_report(left_, sources_[source].path);
  if (!is_all) std::erase_if(entries, is_of_requirement);
  return entries;
}

Known BaselineFollower::known_of(const Review& review) {
  const std::string key = file_.key_of(review.document.path);
  Baseline own = entries_of_report(left_, key);
  const std::string before = own.empty() ? std::string() : own.front().sketch;
  const std::string sketch =
      left_.empty() ? std::string() : sketch_of(review.document, review.outline);
  if (!before.empty() && !sketch.empty() && overlap(before, sketch) < least_left) own.clear();
  Known known(review, std::move(own));
  if (left_.empty() || !has_new(review, known.comparison)) return known;
  make_index();
  SharedHashes covered;
  if (!known.entries.empty()) covered = shared_hashes(before, sketch);
  std::vector<std::size_t> sources = sources_of(key, sketch);
  if (known.entries.empty())
    std::ranges::move(sources_without_sketch(review, key), std::back_inserter(sources));
  for (const std::size_t source : sources) {
    Baseline entries = known.entries;
    std::ranges::move(entries_from(source, key, sketch, before, covered),
                      std::back_inserter(entries));
    const Baseline found = found_of(Known(review, std::move(entries)), known.entries.size());
    if (found.empty()) continue;
    covered |= shared_hashes(sources_[source].sketch, sketch);
    note_move(source, key, found);
    entries = std::move(known.entries);
    entries.insert(entries.end(), found.begin(), found.end());
    known = Known(review, std::move(entries));
    if (!has_new(review, known.comparison)) break;
  }
  return known;
}

void BaselineFollower::note_move(std::size_t source, const std::string& to, const Baseline& found) {
  std::size_t findings = 0;
  for (const BaselineEntry& entry : found) findings += entry.count;
  moves_.push_back({sources_[source].path, to, findings});
  moved_.insert(moved_.end(), found.begin(), found.end());
  remove_entries(found, left_);
  remove_entries(found, given_away_[source].entries);
}

std::vector<Message> told(const std::vector<BaselineFollower::Move>& moves) {
  std::vector<Message> messages;
  const std::size_t few = moves.size() > most_moves_told ? 0 : moves.size();
  for (std::size_t i = 0; i < few; ++i)
    messages.push_back(say(
        "基线里 {} 的 {} 个问题现在在 {}，可运行 hegui baseline write 记下新位置",
        "{0}: {1:known finding is|known findings are} now in {2}; record that with hegui baseline "
        "write",
        moves[i].from, moves[i].findings, moves[i].to));
  std::size_t findings = 0;
  for (const BaselineFollower::Move& move : moves) findings += move.findings;
  if (few < moves.size())
    messages.push_back(say(
        "基线里 {} 份文档的 {} 个问题跟着到了新位置（如 {} → {}），可运行 hegui baseline write 记下",
        "{:report} with {:known finding} moved (such as {} → {}); record that with hegui baseline "
        "write",
        moves.size(), findings, moves.front().from, moves.front().to));
  return messages;
}

}  // namespace hegui
