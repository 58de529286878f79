#include "suppress/known_findings.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "review/fingerprint.h"
#include "review/sketch.h"
#include "suppress/suppress.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_quote = 40;
constexpr double tolerance = 0.1;  // An edited word is no part that shrank.

bool is_missing(const Review& review, const Finding& finding) {
  const RequirementReview* requirement = review.find_requirement(finding.rule);
  return requirement && requirement->verdict == Verdict::missing;
}

BaselineEntry entry_of(const Review& review, const Finding& finding, std::string_view path,
                       const std::string& sketch) {
  const Document& document = review.document;
  BaselineEntry entry{
      .path = std::string(path),
      .rule = finding.rule,
      .fingerprint = finding.fingerprint,
      .evidence = evidence_of(document, review.outline, finding, is_missing(review, finding)),
      .sketch = sketch};
  if (const RequirementReview* requirement = review.find_requirement(finding.rule)) {
    entry.verdict = name_of(requirement->verdict);
    for (const Reason& reason : requirement->reasons)
      entry.found.insert_or_assign(reason.check, reason.found);
  }
  if (finding.place.insertion) return entry;
  entry.section =
      heading_path(document, review.outline, section_at(review.outline, finding.place.span.begin));
  const Span words = words_of(document, review.outline, finding.place.span);
  entry.quote = first_code_points(document.written(words), longest_quote);
  return entry;
}

/// Further from what is expected than it was, by more than the tolerance.
bool is_further_off(const Reason& reason, double before) {
  if (reason.found < reason.expected) return reason.found < before * (1 - tolerance);
  return reason.found > before * (1 + tolerance);
}

bool is_worse(const RequirementReview& requirement, const BaselineEntry& entry) {
  const bool was_missing = entry.verdict == name_of(Verdict::missing);
  if (was_missing) return false;
  if (requirement.verdict == Verdict::missing) return true;
  return std::ranges::any_of(requirement.reasons, [&](const Reason& reason) {
    if (reason.costs_points) return false;
    const auto before = entry.found.find(reason.check);
    return before == entry.found.end() || is_further_off(reason, before->second);
  });
}

/// What was counted, the better of the two where both are of one check.
void keep_better(const RequirementReview& requirement, const BaselineEntry& before,
                 BaselineEntry& entry) {
  for (const Reason& reason : requirement.reasons)
    if (const auto known = before.found.find(reason.check);
        known != before.found.end() && before.verdict == entry.verdict) {
      double& value = entry.found[reason.check];
      value = reason.found < reason.expected ? std::max(value, known->second)
                                             : std::min(value, known->second);
    }
}

class Comparer {
 public:
  Comparer(const Review& review, const Baseline& entries) : review_(review), entries_(entries) {
    result_.known.resize(review.findings.size());
    result_.worse.resize(review.findings.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const BaselineEntry& entry = entries[i];
      result_.left.push_back(entry.count);
      if (!entry.verdict.empty()) requirements_[entry.rule].push_back(i);
      fingerprints_[{entry.rule, entry.fingerprint}].push_back(i);
      if (entry.verdict.empty() && !entry.evidence.empty())
        evidence_[{entry.rule, entry.evidence}].push_back(i);
    }
  }

  Comparison compare() {
    for_each_open([&](std::size_t i, const Finding& finding) {
      const RequirementReview* requirement = review_.find_requirement(finding.rule);
      const std::size_t* entry = nullptr;
      if (requirement) entry = free_one(requirements_, finding.rule);
      if (entry) result_.worse[i] = is_worse(*requirement, entries_[*entry]);
      if (!entry) entry = free_one(fingerprints_, {finding.rule, finding.fingerprint});
      if (entry) take(i, *entry);
    });
    if (!evidence_.empty())
      for_each_open([&](std::size_t i, const Finding& finding) {
        if (result_.known[i]) return;
        const std::string evidence = evidence_of(review_.document, review_.outline, finding, false);
        if (const std::size_t* entry = free_one(evidence_, {finding.rule, evidence}))
          take(i, *entry);
      });
    return std::move(result_);
  }

 private:
  using Indices = std::vector<std::size_t>;

  template <typename Take>
  void for_each_open(const Take& take) const {
    for (std::size_t i = 0; i < review_.findings.size(); ++i)
      if (!review_.findings[i].suppressed) take(i, review_.findings[i]);
  }

  /// An entry that has findings left; null if there is none.
  template <typename Map>
  const std::size_t* free_one(const Map& map, const typename Map::key_type& key) const {
    const auto found = map.find(key);
    if (found == map.end()) return nullptr;
    const auto free = std::ranges::find_if(
        found->second, [&](std::size_t entry) { return result_.left[entry] > 0; });
    return free == found->second.end() ? nullptr : &*free;
  }

  void take(std::size_t finding, std::size_t entry) {
    result_.known[finding] = entry;
    --result_.left[entry];
  }

  const Review& review_;
  const Baseline& entries_;
  Comparison result_;
  std::map<std::string, Indices> requirements_;
  std::map<std::pair<std::string, std::string>, Indices> fingerprints_;  // By rule, too.
  std::map<std::pair<std::string, std::string>, Indices> evidence_;
};

}  // namespace

Comparison compare(const Review& review, const Baseline& entries) {
  return Comparer(review, entries).compare();
}

void suppress_known(Review& review, const Known& known, Suppression::Source source) {
  const Comparison& comparison = known.comparison;
  for (std::size_t i = 0; i < review.findings.size(); ++i) {
    Finding& finding = review.findings[i];
    if (!comparison.known[i]) continue;
    if (!comparison.worse[i]) {
      finding.suppressed = Suppression{.source = source};
      continue;
    }
    const bool by_commit = source == Suppression::Source::commit;
    const Message worse = by_commit ? say("（比原来差）", " (worse than before)")
                                    : say("（比基线里记的差）", " (worse than the baseline says)");
    finding.message.zh += worse.zh;
    finding.message.en += worse.en;
  }
}

Baseline gone(const Review& review, const Known& known, const LintOptions& options) {
  Baseline result;
  for (std::size_t i = 0; i < known.entries.size(); ++i) {
    const BaselineEntry& entry = known.entries[i];
    if (known.comparison.left[i] == 0 || !was_run(review, entry.rule, options)) continue;
    result.push_back(entry);
    result.back().count = known.comparison.left[i];
  }
  return result;
}

Renewal renew(const Review& review, const Known& known, std::string_view path,
              const LintOptions& options, bool accept_new) {
  const Baseline& entries = known.entries;
  const Comparison& comparison = known.comparison;
  Renewal renewal{.removed = gone(review, known, options)};
  const std::string sketch = sketch_of(review.document, review.outline);
  const auto keep = [&](const BaselineEntry& entry, std::size_t count) {
    if (count == 0) return;
    renewal.entries.push_back(entry);
    renewal.entries.back().path = path;
    renewal.entries.back().count = count;
  };
  for (std::size_t i = 0; i < review.findings.size(); ++i) {
    const Finding& finding = review.findings[i];
    if (finding.suppressed) continue;
    const BaselineEntry* before = comparison.known[i] ? &entries[*comparison.known[i]] : nullptr;
    BaselineEntry entry = entry_of(review, finding, path, sketch);
    const bool is_new = !before || comparison.worse[i];
    if (is_new) (accept_new ? renewal.added : renewal.refused).push_back(entry);
    if (is_new && !accept_new) {
      if (before) keep(*before, 1);
      continue;
    }
    if (!is_new)
      if (const RequirementReview* requirement = review.find_requirement(finding.rule))
        keep_better(*requirement, *before, entry);
    keep(entry, 1);
  }
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!was_run(review, entries[i].rule, options)) keep(entries[i], comparison.left[i]);
  return renewal;
}

Baseline entries_of(const Review& review, std::string_view path) {
  return renew(review, Known(review, {}), path, {}, true).entries;
}

}  // namespace hegui
