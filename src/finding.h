#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/span.h"

namespace hegui {

enum class Severity : std::uint8_t { note, warning, error };

constexpr std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

/// What a rule set, a configuration or an option calls a severity; nothing for the words by which
/// nothing is reported (none) or counted (never).
constexpr std::optional<Severity> severity_of_word(std::string_view word) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
    if (word == name_of(severity)) return severity;
  return std::nullopt;
}

/// Of a requirement. Checks only lower it.
enum class Verdict : std::uint8_t { not_applicable, missing, weak, met };

constexpr std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::not_applicable: return "not-applicable";
    case Verdict::missing: return "missing";
    case Verdict::weak: return "weak";
    case Verdict::met: return "met";
  }
  return "";
}

/// Where something is, in Document::text. `after_body` is the line after the last body line, where
/// what is missing at the end belongs; `span` is then empty at the end of the body.
struct Place {
  Span span = {};
  bool insertion = false;  ///< Zero width: something belongs here.
  bool after_body = false;
};

/// Another place that a finding speaks of.
struct Related {
  Place place = {};
  Message message = {};
  std::string check = {};  ///< The check that failed there, if it is of one.
};

/// Replaces what stands at `span`.
struct Edit {
  Span span = {};
  std::string text = {};
};

/// What puts a finding right: all of the edits, which do not overlap, or none.
struct Fix {
  std::vector<Edit> edits = {};
  /// It has one right answer, and changes nothing but marks, blanks and widths: it can be made
  /// without looking. Else it is for a person to judge. A check need not ask the second, which is
  /// asked of every finding (review/fixes.h).
  bool is_safe = true;

  bool empty() const { return edits.empty(); }
};

/// Why a finding is not to be acted on. It stays in the review, and does not count.
struct Suppression {
  /// The last two: it was there before, in the baseline, or at the commit of --since.
  enum class Source : std::uint8_t { comment, side_file, baseline, commit };
  Source source = Source::comment;
  std::string reason = {};  ///< Empty for a baseline.
  std::string by = {};      ///< Who decided.
  std::string until = {};   ///< 2026-12-31: the last day it holds; empty for ever.
};

constexpr std::string_view name_of(Suppression::Source source) {
  switch (source) {
    case Suppression::Source::comment: return "comment";
    case Suppression::Source::side_file: return "side-file";
    case Suppression::Source::baseline: return "baseline";
    case Suppression::Source::commit: return "commit";
  }
  return "";
}

constexpr bool is_of_before(Suppression::Source source) {
  return source == Suppression::Source::baseline || source == Suppression::Source::commit;
}

/// One thing a person should look at.
struct Finding {
  std::string rule = {};  ///< Full id: fazhi/causes.
  Severity severity = Severity::warning;
  Message message = {};
  Place place = {};
  bool whole_document = false;
  std::vector<std::string> reasons = {};  ///< Ids of the failed checks.
  std::vector<Related> related = {};
  Fix fix = {};
  Message help = {};  ///< How to put it right: the `fix` of what failed, or of the rule.
  std::string basis = {};
  std::string fingerprint = {};  ///< 16 hexadecimal digits.
  std::optional<Suppression> suppressed = {};
};

}  // namespace hegui
