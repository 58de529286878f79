#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "output/output.h"

namespace hegui {

/// What `hegui score` keeps of each report: plain values, so that its text can go as soon as the
/// row is made. Messages are in the language of the run.

/// As people look it up. Line 0: nowhere.
struct SheetPlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t page = 0;  ///< 0 for a format without pages.
};

/// One requirement of one report.
struct SheetCell {
  Verdict verdict = Verdict::missing;
  bool counts = true;
  bool marked = false;  ///< A reviewer gave the points.
  std::string marked_because = {};
  std::string marked_by = {};
  double points = 0;
  double share = 0;
  double rung = 1;
  std::vector<ShareTerm> shares = {};
  std::string formula = {};  ///< How the points come about, where they are neither all nor none.
  SheetPlace at = {};
  bool insertion = false;  ///< `at` is where it belongs.
  std::string detail = {};
  std::vector<std::string> quotes = {};
};

struct SheetDeduction {
  std::string rule = {};
  std::string title = {};
  std::vector<SheetPlace> places = {};
  double each = 0;
  double points = 0;
  bool capped = false;
};

struct SheetFinding {
  std::string rule = {};
  Severity severity = Severity::note;
  SheetPlace at = {};
  std::string message = {};
  std::string quote = {};
  bool suppressed = false;
  std::string suppressed_because = {};
};

/// Whether a report has what nothing can make up for.
struct SheetGate {
  std::string name = {};                 ///< What it is called if it has not.
  std::vector<std::string> failed = {};  ///< Short titles of what is missing.
  std::vector<std::string> failed_ids = {};

  bool passed() const { return failed.empty(); }
};

struct SheetRow {
  std::string path = {};
  std::string title = {};
  std::string issuer = {};
  std::string year = {};
  double value = 0;
  double got = 0;
  double possible = 0;
  double deducted = 0;
  std::string grade = {};
  double grade_least = 0;
  std::size_t rank = 0;               ///< From 1; equal scores share one.
  std::vector<SheetCell> cells = {};  ///< As ScoreGroup::columns.
  std::vector<SheetDeduction> deductions = {};
  std::vector<SheetFinding> findings = {};
  std::optional<SheetGate> gate = {};  ///< None if no rule set has one.

  std::size_t suppressed() const;  ///< Findings that would otherwise be told.
  std::size_t marked() const;      ///< Requirements with a reviewer's points.
};

struct SheetColumn {
  std::string id = {};
  std::string title = {};
  std::string short_title = {};
  double weight = 0;
};

/// A document check that takes points off.
struct SheetDeduct {
  std::string id = {};
  std::string title = {};
  Deduct terms = {};
};

/// Reports that were scored by the same requirements. Only these can be compared: a selection of
/// rules may hold for some reports and not for others.
struct ScoreGroup {
  std::string rules = {};  ///< fazhi; of several, fazhi + anquan.
  std::vector<Grade> grades = {};
  std::vector<SheetColumn> columns = {};
  std::vector<SheetDeduct> deducts = {};
  std::vector<SheetRow> rows = {};  ///< Best first; equal ones in the order of the run.

  double mean() const;
  double median() const;
  std::size_t count(const Grade& grade) const;
  std::size_t count(std::size_t column, Verdict verdict) const;
};

/// A report without a score, which is something else than a score of 0.
struct NotRanked {
  std::string path = {};
  Review::Status status = Review::Status::unreadable;
  std::string reason = {};
};

/// Reports of one issuer for one year. Which of them counts, a person must say.
struct SameIssuer {
  std::string issuer = {};
  std::string year = {};
  std::vector<std::string> paths = {};
};

struct ScoreSheet {
  std::vector<ScoreGroup> groups = {};
  std::vector<NotRanked> not_ranked = {};

  void add(const Review& review, const OutputOptions& options);
  /// To be called when all reports are there.
  void rank();

  std::size_t reports() const;  ///< The ranked and the others.
  std::vector<SameIssuer> same_issuers() const;
};

/// 23:1, 第 3 页 23:1, or empty.
std::string place_text(const SheetPlace& place, Language language);

/// 不合格：缺主要举措和成效; 通过, passed; empty without a gate.
std::string gate_text(const SheetRow& row, Language language);

/// 100 × 68 ÷ 95 − 1.5 = 70.1
std::string formula_text(const SheetRow& row, Language language);

}  // namespace hegui
