#include "review/binding/binding_trace.h"

namespace hegui {

BindingTrace::BindingTrace(const Document& document, const Outline& outline, const RuleSet& rules,
                           const std::vector<Binding>& bindings, std::vector<RungTrace>* rungs)
    : document_(document), outline_(outline), rules_(rules), bindings_(bindings), rungs_(rungs) {}

void BindingTrace::begin(const Rung& rung) const {
  if (on_) rungs_->push_back({.rung = &rung});
}

void BindingTrace::note(Span span, bool taken, const Message& why) const {
  if (on_) rungs_->back().considered.push_back({span, taken, why});
}

void BindingTrace::note_count(Span span, bool taken, SentenceTally& tally, const Part& part) const {
  if (!on_) return;
  const SentenceTally::Count count = tally.count(part);
  if (!taken && count.says == 0 && rungs_->back().rung->kind == Rung::Kind::mostly) {
    ++rungs_->back().others;
    return;
  }
  note(span, taken, tally.tell(count));
  rungs_->back().considered.back().sentences = tally.list(part);
}

void BindingTrace::note_place(Span span) const {
  note(span, false, say("不在 stands 说的位置", "not where stands says"));
}

void BindingTrace::note_refusal(Span span, const Condition& condition) const {
  if (!on_) return;
  const Decision decision = condition.decide(document_.slice(span));
  if (decision.near)
    note(span, false, decision.why);
  else
    ++rungs_->back().others;
}

void BindingTrace::note_owner(Span span, const Exclusion& not_in) const {
  if (on_) note(span, false, owner_of(span.begin, not_in));
}

void BindingTrace::note_excluded(const Rung& rung, Span piece) const {
  if (!on_) return;
  for (const Span sentence : sentences(document_, piece)) {
    const Message owner = owner_of(sentence.begin, rung.not_in);
    if (!owner.zh.empty() && rung.condition.holds(document_.slice(sentence)))
      note(sentence, false, owner);
  }
}

void BindingTrace::note_untried(const Requirement& requirement, const Rung& bound) const {
  if (!on_) return;
  for (const Rung& rung : requirement.rungs) {
    if (&rung <= &bound || rung.kind != Rung::Kind::passage) continue;
    rungs_->push_back({.rung = &rung, .tried = false});
    for (const Piece& piece : outline_.pieces) note_excluded(rung, piece.span);
  }
}

/// Whose text a place lies in; empty if it is nobody's.
Message BindingTrace::owner_of(std::uint32_t at, const Exclusion& not_in) const {
  for (const int index : not_in.requirements)
    if (bindings_[static_cast<std::size_t>(index)].part.contains(at))
      return say("在“{}”里，不算", "inside “{}”, where it does not count",
                 rules_.requirements[static_cast<std::size_t>(index)].rule.title);
  return not_in.lead && outline_.introduction.contains(at)
             ? say("在导语里，不算", "in the lead, where it does not count")
             : Message{};
}

}  // namespace hegui
