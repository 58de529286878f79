#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/arguments.h"
#include "document/part.h"
#include "document/tables/data_table.h"
#include "finding.h"

namespace hegui {

struct LanguageData;

/// A part that is present, in the order of the requirements; for the check `order`.
struct PlacedPart {
  std::string_view id;  ///< Without the set's: measures.
  std::string_view title;
  const Part* part = nullptr;
};

/// What a check is aimed at: one part, or the whole document.
struct Target {
  const Document& document;
  const Outline& outline;
  const Part& part;  ///< The whole body for a document check.
  const Variables& variables;
  const LanguageData& language;  ///< Of the rule; the document has its own.
  const ReportTables& tables;
  Scope scope = Scope::part;               ///< Or document.
  std::span<const PlacedPart> parts = {};  ///< All present parts; only for document checks.
};

/// A place where a check fails. Document checks give one finding for each.
struct Problem {
  Span span = {};
  Message message = {};
  Fix fix = {};
  std::vector<Related> related = {};
  std::optional<Severity> at_most = {};  ///< Whatever the severity of the rule.
};

/// The problems that a check found: the first of them, and how many there are. A page of nothing
/// but quotation marks has a million, which nobody reads.
class Problems {
 public:
  static constexpr std::size_t most = 1'000;

  void push_back(Problem problem) {
    if (++count_ <= most) first_.push_back(std::move(problem));
  }
  void clear() { *this = {}; }
  /// Those that are not kept, too.
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  std::size_t left_out() const { return count_ - first_.size(); }
  Problem& front() { return first_.front(); }
  Problem& back() { return first_.back(); }
  auto begin() { return first_.begin(); }
  auto end() { return first_.end(); }
  auto begin() const { return first_.begin(); }
  auto end() const { return first_.end(); }

 private:
  std::vector<Problem> first_ = {};
  std::size_t count_ = 0;
};

/// How much of what a check asks for is there: 134 of 150 characters. Nothing of it by default.
struct Share {
  double got = 0;
  double wanted = 1;  ///< More than 0.

  double value() const { return std::clamp(got / wanted, 0.0, 1.0); }
};

/// What one check concluded. Of a requirement `passed` counts; of the document the problems.
struct Outcome {
  bool passed = true;
  bool nothing = false;  ///< Failed, and found nothing at all: lowers to `none` where given.
  double found = 0;
  double expected = 0;
  Share share = {};      ///< If failed; what a weak part gets points for.
  Message message = {};  ///< If failed: what is wrong, with the facts.
  Message unit = {};     ///< Of `found` and `expected`: 个汉字; empty where they are no amount.
  Message fix = {};      ///< If failed: what to do about just that; empty if the rule knows better.
  Message miss = {};     ///< What is not said, for {miss} of a rule's own message.
  Message summary = {};  ///< If passed: what was found, in a word or two; may be empty.
  std::vector<Span> evidence = {};
  Problems problems = {};

  /// Fails if problems were found; the first speaks for all.
  void conclude() {
    passed = problems.empty();
    found = static_cast<double>(problems.size());
    if (!passed) message = problems.front().message;
  }
};

/// A word that may stand in `checks`. `run` is a pure function: it may be called for many documents
/// at once.
struct CheckKind {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  Scope scope;
  std::span<const Key> keys;
  /// The key that the kind's value is of when it is no map: `need: [a, b]` says `any`. Empty if the
  /// value is always a map.
  std::string_view principal;
  Outcome (*run)(const Target&, const Arguments&);

  /// Null if it has no such key there.
  const Key* find_key(std::string_view key, KeyPlace place) const;
  /// The principal key; null if it has none.
  const Key* principal_key() const;
  /// Whether the map that its value may be holds any, all and none themselves.
  bool is_condition() const;
};

std::span<const CheckKind> check_kinds();
/// Null if there is no such kind.
const CheckKind* find_check_kind(std::string_view name);

}  // namespace hegui
