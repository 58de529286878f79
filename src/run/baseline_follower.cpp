#include "run/baseline_follower.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace hegui {
namespace {

namespace fs = std::filesystem;

// Of sixteen. A half of a report that was split has eight in common with it, and reports of one
// template one or two: with so few it may also be a small part of a report that was merged, and
// only words that are found again are its.
constexpr std::size_t surely_common = 5;
constexpr std::size_t maybe_common = 2;
// What an equal name is worth: 甲/报告.txt that is not there any more, and 乙/报告.txt.
constexpr std::size_t worth_of_name = surely_common - maybe_common;
// Reports of a template would each be held against all others.
constexpr std::size_t most_sources = 8;
constexpr std::size_t least_entries = 3;  // That tell a report without a sketch.

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

bool has_new(const Review& review, const Comparison& comparison) {
  for (std::size_t i = 0; i < review.findings.size(); ++i)
    if (!review.findings[i].suppressed && !comparison.known[i]) return true;
  return false;
}

bool is_of_requirement(const BaselineEntry& entry) { return !entry.verdict.empty(); }

/// Its hashes, each with its place.
std::vector<std::string> hashes_of(const std::string& sketch) {
  std::vector<std::string> hashes;
  const std::size_t size = sketch.size() / sketch_size;
  for (std::size_t i = 0; size > 0 && i < sketch_size; ++i)
    hashes.push_back(static_cast<char>('a' + i) + sketch.substr(i * size, size));
  return hashes;
}

/// What version 1 says has no sketch: all of it must be found.
bool is_all_found(const Review& review, const Baseline& entries) {
  if (entries.size() < least_entries) return false;
  const Comparison comparison = compare(review, entries);
  return std::ranges::all_of(comparison.left, [](std::size_t left) { return left == 0; });
}

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

bool BaselineFollower::is_vanished(const std::string& path) {
  const auto [at, is_new] = vanished_.try_emplace(path);
  if (is_new) at->second = file_.is_vanished(path);
  return at->second;
}

void BaselineFollower::make_index() {
  if (std::exchange(indexed_, true)) return;
  for (std::size_t i = 0; i < plan_.size(); ++i) places_[file_.key_of(plan_.report(i).path)] = i;
  const Baseline& entries = file_.entries;
  for (std::size_t i = 0; i < entries.size();) {
    const BaselineEntry& first = entries[i];
    const BaselineEntry* with_words = nullptr;
    for (; i < entries.size() && entries[i].path == first.path; ++i)
      if (!entries[i].quote.empty()) with_words = &entries[i];
    for (const std::string& hash : hashes_of(first.sketch)) by_hash_[hash].push_back(first.path);
    if (!first.sketch.empty()) continue;
    by_stem_[stem_of(first.path)].push_back(first.path);
    if (with_words) by_words_[with_words->fingerprint].push_back(first.path);
  }
}

/// The likeliest first.
std::vector<BaselineFollower::Source> BaselineFollower::sources_of(const Review& review,
                                                                   const std::string& key,
                                                                   const std::string& sketch) {
  make_index();
  std::map<std::string, Source> sources;
  const auto each = [&](const auto& index, const std::string& name, const auto& take) {
    const auto paths = index.find(name);
    if (paths == index.end()) return;
    for (const std::string& path : paths->second)
      if (path != key) take(path);
  };
  const std::vector<std::string> hashes = hashes_of(sketch);
  for (std::size_t i = 0; i < hashes.size(); ++i)
    each(by_hash_, hashes[i], [&](const std::string& path) { sources[path].common.set(i); });
  std::erase_if(sources,
                [](const auto& source) { return source.second.common.count() < maybe_common; });
  each(by_stem_, stem_of(key), [&](const std::string& path) { sources[path]; });
  for (const Finding& finding : review.findings)
    each(by_words_, finding.fingerprint, [&](const std::string& path) {
      if (is_all_found(review, entries_of_report(left_, path))) sources[path];
    });
  std::vector<Source> sorted;
  for (auto& [path, source] : sources) {
    if (source.common.none() && !is_vanished(path)) continue;
    source.path = path;
    source.same_name = stem_of(path) == stem_of(key);
    sorted.push_back(std::move(source));
  }
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const Source& source) {
    return source.common.count() + (source.same_name ? worth_of_name : 0);
  });
  if (sorted.size() > most_sources) sorted.resize(most_sources);
  return sorted;
}

/// What stood in a report that is still there, and does not any more. Each is reviewed once.
const Baseline& BaselineFollower::given_away(const std::string& path) {
  const auto [at, is_new] = given_away_.try_emplace(path);
  const auto place = places_.find(path);
  if (!is_new || place == places_.end()) return at->second;
  const Review review = plan_.review(place->second);
  if (review.status != Review::Status::checked) return at->second;
  Baseline entries = entries_of_report(left_, path);
  // A requirement that is met now has not gone anywhere.
  std::erase_if(entries, is_of_requirement);
  return at->second = gone(review, Known(review, std::move(entries)), {});
}

/// What may have come from there; `own` hashes are those of no other source.
Baseline BaselineFollower::entries_from(const Source& source, std::size_t own) {
  if (!is_vanished(source.path)) return given_away(source.path);
  Baseline entries = entries_of_report(left_, source.path);
  const bool is_sure = own + (source.same_name ? worth_of_name : 0) >= surely_common;
  if (!source.common.none() && !is_sure) std::erase_if(entries, is_of_requirement);
  return entries;
}

Known BaselineFollower::known_of(const Review& review) {
  const std::string key = file_.key_of(review.document.path);
  Known known(review, entries_of_report(left_, key));
  if (left_.empty() || !has_new(review, known.comparison)) return known;
  const std::string sketch = sketch_of(review.document, review.outline);
  Hashes covered;
  if (!known.entries.empty()) covered = common_hashes(known.entries.front().sketch, sketch);
  for (const Source& source : sources_of(review, key, sketch)) {
    // A merged report has sentences of each; what it has of another alone came from there.
    const std::size_t own = (source.common & ~covered).count();
    if (source.common.none() ? covered.any() : own < maybe_common) continue;
    Baseline entries = known.entries;
    std::ranges::move(entries_from(source, own), std::back_inserter(entries));
    const Known with(review, std::move(entries));
    const Baseline found = found_of(with, known.entries.size());
    covered |= source.common;
    if (found.empty()) continue;
    note_move(source.path, key, found);
    entries = std::move(known.entries);
    entries.insert(entries.end(), found.begin(), found.end());
    known = Known(review, std::move(entries));
    if (!has_new(review, known.comparison)) break;
  }
  return known;
}

void BaselineFollower::note_move(const std::string& from, const std::string& to,
                                 const Baseline& found) {
  std::size_t findings = 0;
  for (const BaselineEntry& entry : found) findings += entry.count;
  moves_.push_back({from, to, findings});
  moved_.insert(moved_.end(), found.begin(), found.end());
  remove_entries(found, left_);
  if (const auto given = given_away_.find(from); given != given_away_.end())
    remove_entries(found, given->second);
}

std::vector<Message> told(const std::vector<BaselineFollower::Move>& moves) {
  std::vector<Message> messages;
  for (const BaselineFollower::Move& move : moves)
    messages.push_back(
        say("基线里 {} 的 {} 个问题现在在 {}，可运行 hegui baseline write 记下新位置",
            "{0}: {1} known finding(s) are in {2} now; hegui baseline write notes it", move.from,
            move.findings, move.to));
  return messages;
}

}  // namespace hegui
