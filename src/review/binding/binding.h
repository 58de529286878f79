#pragma once

#include <vector>

#include "document/part.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// Which part of a report answers one requirement, and how it was found.
struct Binding {
  enum class How : std::uint8_t { missing, title, heading, passage, mostly, rest, within };
  How how = How::missing;
  const Rung* rung = nullptr;  ///< Into the rule set; null if missing or within.
  Part part = {};
  std::vector<int> others = {};  ///< Other sections that the same rung matches.
  Span slot = {};                ///< That asks for it by name; empty if none does.
  /// Nothing but slots stands in the section of that slot, which is the part.
  bool unfilled = false;

  bool found() const { return how != How::missing; }
};

constexpr std::string_view name_of(Binding::How how) {
  switch (how) {
    case Binding::How::missing: return "missing";
    case Binding::How::title: return "title";
    case Binding::How::heading: return "heading";
    case Binding::How::passage: return "passage";
    case Binding::How::mostly: return "mostly";
    case Binding::How::rest: return "rest";
    case Binding::How::within: return "within";
  }
  return "";
}

/// One sentence as `mostly` counted it.
struct Counted {
  Span span = {};
  bool says = false;  ///< Else it counts against.
  Message why = {};
};

/// What was looked at while one requirement was bound, for --trace.
struct Considered {
  Span span = {};
  bool taken = false;
  Message why = {};
  std::vector<Counted> sentences = {};
};

struct RungTrace {
  const Rung* rung = nullptr;
  bool tried = true;  ///< Else a better one had bound; what it would not have counted is told.
  std::vector<Considered> considered = {};
  std::size_t others = 0;  ///< Looked at too, and nothing of the condition was there.
};

/// Which text an exclusion takes away, given the parts bound so far.
std::vector<Span> excluded(const Outline& outline, const std::vector<Binding>& bindings,
                           const Exclusion& not_in);

/// Binds every requirement, in RuleSet::binding_order; one Binding a requirement, in file order.
/// Bindings point into `rules`, which has the report's variables put in. What is looked at for the
/// requirement `traced` goes to `trace`.
std::vector<Binding> bind_parts(const Document& document, const Outline& outline,
                                const RuleSet& rules, const Requirement* traced = nullptr,
                                std::vector<RungTrace>* trace = nullptr);

}  // namespace hegui
