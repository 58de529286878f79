#pragma once

#include <vector>

#include "review/binding/binding.h"
#include "review/sentence_tally.h"

namespace hegui {

/// Keeps what is looked at while a requirement is bound, for --trace. Off, which it is for all
/// other requirements, it does nothing.
class BindingTrace {
 public:
  /// `bindings` are those of the run, as they come to be. Null for no trace at all.
  BindingTrace(const Document& document, const Outline& outline, const RuleSet& rules,
               const std::vector<Binding>& bindings, std::vector<RungTrace>* rungs);

  void turn(bool on) { on_ = on && rungs_ != nullptr; }
  bool is_on() const { return on_; }

  /// What is noted belongs to this rung from now on.
  void begin(const Rung& rung) const;
  void note(Span span, bool taken, const Message& why) const;
  /// With the sentences, if some say it.
  void note_count(Span span, bool taken, SentenceTally& tally, const Part& part) const;
  /// A candidate that does not stand where the rung wants it,
  void note_place(Span span) const;
  /// that the condition refused,
  void note_refusal(Span span, const Condition& condition) const;
  /// or that lies in somebody else's part.
  void note_owner(Span span, const Exclusion& not_in) const;
  /// Sentences that would have been taken if they did not lie in somebody else's part.
  void note_excluded(const Rung& rung, Span piece) const;
  /// What the passages below the rung that bound would not have counted.
  void note_untried(const Requirement& requirement, const Rung& bound) const;

 private:
  Message owner_of(std::uint32_t at, const Exclusion& not_in) const;

  const Document& document_;
  const Outline& outline_;
  const RuleSet& rules_;
  const std::vector<Binding>& bindings_;
  std::vector<RungTrace>* rungs_;
  bool on_ = false;
};

}  // namespace hegui
