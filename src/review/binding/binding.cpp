// Requirement to part. A rung is tried only if the better ones before it found nothing; what is
// decided here is decided once, and every check reads the part that was bound.
//
//   heading   the outermost, then first heading that holds; its section is the part
//   passage   the first paragraph (or sentence) that holds; one that fills its section is anchored
//             at its heading
//   mostly    the section with the highest share of sentences that say it, or all dense stretches
//   rest      the body, less the top-level parts and passages of the requirements listed
//
// Before all rungs: a section of nothing but slots is the part that its slots ask for, and nobody
// else's.
//
// not-in takes text away. A heading inside that text cannot bind; one that is the other part's own
// heading can: 存在问题及下一步打算 answers two requirements.

#include "review/binding/binding.h"

#include <algorithm>
#include <list>
#include <optional>

#include "review/binding/binding_trace.h"
#include "review/binding/named_slots.h"
#include "review/sentence_tally.h"
#include "review/stopwatch.h"
#include "search/literal_index.h"
#include "text/unicode.h"

namespace hegui {
namespace {

class Binder {
 public:
  Binder(const Document& document, const Outline& outline, const RuleSet& rules,
         const Requirement* traced, std::vector<RungTrace>* trace)
      : document_(document),
        outline_(outline),
        rules_(rules),
        traced_(traced),
        slots_(named_slots(document, outline, rules)),
        bindings_(rules.requirements.size()),
        trace_(document, outline, rules, bindings_, trace) {
    for (const Requirement& requirement : rules.requirements)
      for (const Rung& rung : requirement.rungs) {
        std::vector<Sentence>& counted = rung.mostly.paragraphs ? paragraphs_ : sentences_;
        if (!rung.mostly.saying.empty() && counted.empty())
          counted = body_sentences(document, outline, rung.mostly.paragraphs);
      }
  }

  std::vector<Binding> bind() {
    for (const int index : rules_.binding_order) {
      const auto at = static_cast<std::size_t>(index);
      const Timed timed(rules_.requirements[at].rule.id);
      trace_.turn(&rules_.requirements[at] == traced_);
      if (const auto unfilled = by_slot(at)) {
        bindings_[at] = *unfilled;
        continue;
      }
      bindings_[at] = bind_one(rules_.requirements[at]);
      if (!slots_.empty()) bindings_[at].slot = slots_[at].span;
    }
    return std::move(bindings_);
  }

 private:
  std::optional<Binding> by_slot(std::size_t index) const {
    if (slots_.empty() || slots_[index].section < 0) return std::nullopt;
    const auto& [slot, number] = slots_[index];
    const Section& section = outline_.section(number);
    const bool is_within = rules_.requirements[index].within >= 0;
    return Binding{
        .how = is_within ? Binding::How::within : Binding::How::heading,
        .part = {.spans = {section.extent}, .heading = section.heading, .section = number},
        .slot = slot,
        .unfilled = true};
  }

  bool is_taken_by_slot(std::size_t section) const {
    return std::ranges::find(slots_, static_cast<int>(section), &NamedSlot::section) !=
           slots_.end();
  }

  Binding bind_one(const Requirement& requirement) const {
    if (requirement.within >= 0) {
      Binding parent = bindings_[static_cast<std::size_t>(requirement.within)];
      if (parent.found()) parent.how = Binding::How::within;
      parent.rung = nullptr;
      parent.slot = {};
      return parent;
    }
    for (const Rung& rung : requirement.rungs) {
      trace_.begin(rung);
      std::optional<Binding> found = try_rung(rung);
      if (!found) continue;
      found->rung = &rung;
      trace_.note_untried(requirement, rung);
      return std::move(*found);
    }
    return {};
  }

  std::optional<Binding> try_rung(const Rung& rung) const {
    switch (rung.kind) {
      case Rung::Kind::title: return by_title(rung);
      case Rung::Kind::heading: return by_heading(rung);
      case Rung::Kind::passage: return by_passage(rung);
      case Rung::Kind::mostly: return rung.all ? by_stretches(rung) : by_section(rung);
      case Rung::Kind::rest: return by_rest(rung);
    }
    return std::nullopt;
  }

  /// Of the rung's `mostly`; none if it has none.
  std::optional<SentenceTally> tally_of(const Rung& rung) const {
    if (rung.mostly.saying.empty()) return std::nullopt;
    const auto asks = [&](const SentenceTally& tally) { return tally.asks_as(rung.mostly); };
    auto known = std::ranges::find_if(tallies_, asks);
    if (known == tallies_.end()) {
      const std::vector<Sentence>& counted = rung.mostly.paragraphs ? paragraphs_ : sentences_;
      known = tallies_.emplace(tallies_.end(), document_, outline_, counted, rung.mostly);
    }
    return known->measured_by(rung.mostly);
  }

  /// Whether a part may begin there, seen from where others stand.
  bool stands(const Rung& rung, std::uint32_t at) const {
    const auto part = [&](int index) -> const Part& {
      return bindings_[static_cast<std::size_t>(index)].part;
    };
    return std::ranges::all_of(rung.stands.after, [&](int i) { return at >= part(i).end(); }) &&
           std::ranges::all_of(rung.stands.before, [&](int i) {
             return part(i).spans.empty() || at < part(i).begin();
           });
  }

  std::optional<Binding> by_title(const Rung& rung) const {
    if (outline_.title.empty()) return std::nullopt;
    const Decision decision = rung.condition.decide(title_text(document_, outline_));
    trace_.note(outline_.title.front(), decision.holds, decision.why);
    if (!decision.holds) return std::nullopt;
    return Binding{.how = Binding::How::title, .part = {.spans = outline_.title}};
  }

  std::string text(const Part& part) const {
    std::string all;
    for (const Span span : text_of(outline_, part)) all.append(document_.slice(span)) += '\n';
    return all;
  }

  /// Why a part is too short for the rung, or too much of the report; none if it is neither.
  std::optional<Message> wrong_size(const Rung& rung, const Part& part) const {
    const double at_most = rung.mostly.at_most;
    if (rung.least.units == 0 && at_most >= 1) return std::nullopt;
    const std::vector<Span> text = text_of(outline_, part);
    if (count_units(rung.least.unit, document_, text) < rung.least.units) {
      const Message least = amount(rung.least.unit, static_cast<double>(rung.least.units));
      return say("不足 {}", "shorter than {}", least);
    }
    if (at_most < 1 &&
        static_cast<double>(size_of(document_, text)) > at_most * static_cast<double>(body_size()))
      return say("超过正文的 {:.0f}%", "more than {:.0f}% of the body text", at_most * 100);
    return std::nullopt;
  }

  std::size_t body_size() const {
    if (!body_size_) body_size_ = size_of(document_, text_of(outline_, {.spans = {outline_.body}}));
    return *body_size_;
  }

  /// A heading lies inside another part, unless it is that part's own.
  bool is_inside(const Section& section, const Exclusion& not_in) const {
    const std::uint32_t at = section.heading.begin;
    if (not_in.lead && outline_.introduction.contains(at)) return true;
    return std::ranges::any_of(not_in.requirements, [&](int index) {
      const Binding& other = bindings_[static_cast<std::size_t>(index)];
      return other.found() && other.how != Binding::How::title && other.part.contains(at) &&
             other.part.heading != section.heading;
    });
  }

  /// What a section leaves when other parts inside it are taken away. Under a shared heading
  /// nothing is: both requirements are judged on all of it.
  Part part_of(int index, const Exclusion& not_in, const std::vector<Span>& taken) const {
    const Section& own = outline_.section(index);
    const bool shared = std::ranges::any_of(not_in.requirements, [&](int other) {
      return bindings_[static_cast<std::size_t>(other)].part.heading == own.heading;
    });
    if (!shared) return what_is_left(index, taken);
    return {.spans = {own.extent}, .heading = own.heading, .section = index};
  }

  Part what_is_left(int index, const std::vector<Span>& taken) const {
    const Section& own = outline_.section(index);
    const Part part{.spans = {own.extent}, .heading = own.heading, .section = index};
    // Only what may lie inside: the part is small and `taken` can be long.
    const auto first = std::ranges::upper_bound(taken, own.extent.begin, {}, &Span::end);
    const auto last = std::ranges::lower_bound(taken, own.extent.end, {}, &Span::begin);
    return first < last ? without(part, {first, last}) : part;
  }

  std::optional<Binding> by_heading(const Rung& rung) const {
    const Condition& heading = rung.condition;
    const Condition& body = rung.body;
    const std::vector<Span> taken = excluded(outline_, bindings_, rung.not_in);
    std::optional<SentenceTally> tally = tally_of(rung);
    std::vector<int> matches;
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      const Section& candidate = outline_.sections[i];
      if (candidate.depth < rung.min_depth || candidate.depth > rung.max_depth) continue;
      if (is_taken_by_slot(i)) continue;
      if (!heading.holds(document_.slice(candidate.words))) {
        trace_.note_refusal(candidate.words, heading);
        continue;
      }
      if (is_inside(candidate, rung.not_in)) {
        trace_.note_owner(candidate.words, rung.not_in);
        continue;
      }
      if (!stands(rung, candidate.heading.begin)) {
        trace_.note_place(candidate.words);
        continue;
      }
      const Part part = part_of(static_cast<int>(i), rung.not_in, taken);
      const std::string words = body.empty() ? "" : text(part);
      const LiteralScan::Joined joined(words);
      if (!body.empty() && !body.holds(words)) {
        const Message why = body.decide(words).why;
        trace_.note(candidate.words, false,
                    {"正文不符：" + why.zh, "its text does not hold: " + why.en});
        continue;
      }
      if (tally && !tally->enough(tally->count(part))) {
        trace_.note_count(candidate.words, false, *tally, part);
        continue;
      }
      if (const auto why = rung.all ? std::nullopt : wrong_size(rung, part)) {
        trace_.note(candidate.words, false, *why);
        continue;
      }
      if (tally)
        trace_.note_count(candidate.words, true, *tally, part);
      else if (trace_.is_on())
        trace_.note(candidate.words, true, heading.decide(document_.slice(candidate.words)).why);
      matches.push_back(static_cast<int>(i));
    }
    if (matches.empty()) return std::nullopt;
    std::ranges::stable_sort(matches, {}, [&](int i) { return outline_.section(i).depth; });
    const int first = matches.front();
    Binding binding{.how = Binding::How::heading, .part = part_of(first, rung.not_in, taken)};
    for (const int other : matches) {
      if (other == first || binding.part.contains(outline_.section(other).heading.begin)) continue;
      if (!rung.all || outline_.section(other).depth != outline_.section(first).depth) {
        binding.others.push_back(other);
        continue;
      }
      const Part more = part_of(other, rung.not_in, taken);
      binding.part.spans.insert(binding.part.spans.end(), more.spans.begin(), more.spans.end());
    }
    std::ranges::sort(binding.part.spans, {}, &Span::begin);
    if (rung.all && wrong_size(rung, binding.part)) return std::nullopt;
    return binding;
  }

  /// The end of the innermost section around the piece; without sections, of the body. A list that
  /// begins at 1 again right after it belongs to the passage: 下一步，我们将：（一）…（二）….
  std::uint32_t end_of_section(const Piece& piece) const {
    if (piece.section < 0)
      return outline_.sections.empty() ? outline_.body.end
                                       : outline_.sections.front().heading.begin;
    const Section& own = outline_.section(piece.section);
    const auto next = std::ranges::lower_bound(outline_.sections, own.extent.end, {},
                                               [](const Section& s) { return s.heading.begin; });
    const bool list = next != outline_.sections.end() && next->value == 1 && own.value > 1 &&
                      next->form == own.form && next->parent == own.parent;
    if (!list) return own.extent.end;
    return own.parent < 0 ? outline_.body.end : outline_.section(own.parent).extent.end;
  }

  std::optional<Binding> by_passage(const Rung& rung) const {
    const std::vector<Span> taken = excluded(outline_, bindings_, rung.not_in);
    std::optional<SentenceTally> tally = tally_of(rung);
    Part pooled;
    for (const Piece& piece : outline_.pieces) {
      if (piece.heading && rung.not_in.heading) continue;
      if (piece.heading && outline_.section(piece.section).own_line) continue;
      if (rung.not_in.tail && &piece == &outline_.pieces.back()) continue;
      trace_.note_excluded(rung, piece.span);
      for (const Span free : without({.spans = {piece.span}}, taken).spans) {
        // With to: end-of-section the passage before may take this one in.
        if (!pooled.spans.empty() && free.begin < pooled.spans.back().end) continue;
        std::optional<Part> part = passage_in(rung, piece, free, taken, tally);
        if (!part) continue;
        if (rung.all) {
          pooled.spans.push_back(part->spans.front());
          continue;
        }
        // Where a weak rung looks for a passing word, the heading speaks of something else.
        if (rung.verdict == Verdict::met) snap(rung, *part, taken);
        return Binding{.how = Binding::How::passage, .part = std::move(*part)};
      }
    }
    const bool enough = !pooled.spans.empty() && !wrong_size(rung, pooled) &&
                        (!tally || tally->enough(tally->count(pooled)));
    if (!enough) return std::nullopt;
    return Binding{.how = Binding::How::passage, .part = std::move(pooled)};
  }

  /// The passage that begins in a piece of a paragraph. Of all that are wanted it is seen later
  /// whether they are long enough and say enough together.
  std::optional<Part> passage_in(const Rung& rung, const Piece& piece, Span free,
                                 const std::vector<Span>& taken,
                                 std::optional<SentenceTally>& tally) const {
    const Condition& condition = rung.condition;
    const auto at = first_match(rung, condition, free);
    if (!at) {
      trace_.note_refusal(free, condition);
      return std::nullopt;
    }
    Part part{.spans = {{at->begin, rung.to_end_of_section ? end_of_section(piece) : at->end}}};
    if (rung.to_end_of_section) part = without(part, taken);
    // What lies after a gap belongs to somebody else.
    part.spans.resize(1);
    if (!stands(rung, at->begin)) {
      trace_.note_place(*at);
      return std::nullopt;
    }
    if (tally && !rung.all && !tally->enough(tally->count(part))) {
      trace_.note_count(*at, false, *tally, part);
      return std::nullopt;
    }
    if (const auto why = rung.all ? std::nullopt : wrong_size(rung, part)) {
      trace_.note(*at, false, *why);
      return std::nullopt;
    }
    if (tally)
      trace_.note_count(*at, true, *tally, part);
    else if (trace_.is_on())
      trace_.note(*at, true, condition.decide(document_.slice(*at)).why);
    return part;
  }

  /// Where the passage begins and, without to: end-of-section, ends.
  std::optional<Span> first_match(const Rung& rung, const Condition& condition, Span free) const {
    if (!rung.by_sentence && !rung.from_sentence)
      return condition.holds(document_.slice(free)) ? std::optional(free) : std::nullopt;
    for (const Span sentence : sentences(document_, free))
      if (condition.holds(document_.slice(sentence)))
        return rung.by_sentence ? sentence : Span{sentence.begin, free.end};
    return std::nullopt;
  }

  bool fills(const Part& part, int index) const {
    const Section& own = outline_.section(index);
    const Part whole{.spans = {own.extent}, .heading = own.heading, .section = index};
    return part.end() <= own.extent.end && size_of(document_, text_of(outline_, part)) * 3 >=
                                               size_of(document_, text_of(outline_, whole)) * 2;
  }

  /// A part that is at least two thirds of a section is what that section is about: its heading is
  /// where a person looks for it. One that goes on to the section's end takes in what leads to it.
  void snap(const Rung& rung, Part& part, const std::vector<Span>& taken) const {
    int filled = -1;
    for (int at = section_at(outline_, part.begin()); at >= 0 && fills(part, at);
         at = outline_.section(at).parent)
      filled = at;
    if (filled < 0) return;
    part.passage = part.spans.front();
    part.heading = outline_.section(filled).heading;
    part.section = filled;
    if (!rung.to_end_of_section) return;
    part.spans = {outline_.section(filled).extent};
    part = without(part, taken);
  }

  /// The section with the highest share; of equals the outermost, then the first. What others own
  /// of it is not counted, and one of which they own more than a third is not about this.
  std::optional<Binding> by_section(const Rung& rung) const {
    const std::vector<Span> taken = excluded(outline_, bindings_, rung.not_in);
    SentenceTally tally = *tally_of(rung);
    std::optional<Part> best;
    double best_share = 0;
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      const Section& own = outline_.sections[i];
      if (own.depth < rung.min_depth || own.depth > rung.max_depth) continue;
      if (!stands(rung, own.heading.begin)) continue;
      Part part = what_is_left(static_cast<int>(i), taken);
      const SentenceTally::Count count = tally.count(part);
      if (!tally.enough(count)) {
        trace_.note_count(own.words, false, tally, part);
        continue;
      }
      if (const auto why = wrong_size(rung, part)) {
        trace_.note(own.words, false, *why);
        continue;
      }
      if (!fills(part, static_cast<int>(i))) {
        trace_.note(own.words, false,
                    say("三分之一以上属于别的要求",
                        "more than a third of it belongs to other requirements"));
        continue;
      }
      trace_.note_count(own.words, true, tally, part);
      const bool better =
          !best || count.share() > best_share ||
          (count.share() == best_share && own.depth < outline_.section(best->section).depth);
      if (!better) continue;
      best_share = count.share();
      best = std::move(part);
    }
    if (!best) return std::nullopt;
    return Binding{.how = Binding::How::mostly, .part = std::move(*best)};
  }

  /// Dense stretches of all sections, pooled: what a report tells here and there.
  std::optional<Binding> by_stretches(const Rung& rung) const {
    const std::vector<Span> taken = excluded(outline_, bindings_, rung.not_in);
    SentenceTally tally = *tally_of(rung);
    Part part;
    for (const Span span : tally.dense(rung.min_depth, rung.max_depth, taken)) {
      const bool here = stands(rung, span.begin);
      trace_.note_count(span, here, tally, {.spans = {span}});
      if (here) part.spans.push_back(span);
    }
    if (part.spans.empty() || wrong_size(rung, part)) return std::nullopt;
    snap(rung, part, taken);
    return Binding{.how = Binding::How::mostly, .part = std::move(part)};
  }

  std::optional<Binding> by_rest(const Rung& rung) const {
    std::vector<Span> taken = excluded(outline_, bindings_, rung.not_in);
    // What answers another requirement further down stays with its theme.
    std::erase_if(taken, [&](Span span) {
      return std::ranges::any_of(rung.not_in.requirements, [&](int index) {
        const Part& other = bindings_[static_cast<std::size_t>(index)].part;
        return other.section >= 0 && outline_.section(other.section).depth > 1 &&
               other.contains(span.begin);
      });
    });
    Part part = without({.spans = {outline_.body}}, taken);
    // A heading whose whole section was taken may leave its own line behind.
    std::erase_if(part.spans,
                  [&](Span span) { return text_of(outline_, {.spans = {span}}).empty(); });
    if (part.spans.empty() || wrong_size(rung, part)) return std::nullopt;
    // Where a lead of one sentence was taken, the rest begins at its first word, not at the line
    // end.
    Span& front = part.spans.front();
    while (document_.text[front.begin] == '\n' || document_.text[front.begin] == ' ') ++front.begin;
    const std::uint32_t begin = part.begin();
    const auto first = std::ranges::find_if(outline_.sections, [&](const Section& candidate) {
      return candidate.depth == 1 && part.contains(candidate.heading.begin);
    });
    if (first != outline_.sections.end() && first->heading.begin >= begin)
      part.section = static_cast<int>(first - outline_.sections.begin());
    return Binding{.how = Binding::How::rest, .part = std::move(part)};
  }

  const Document& document_;
  const Outline& outline_;
  const RuleSet& rules_;
  const Requirement* traced_;
  std::vector<Sentence> sentences_;           // Of the body, if a rung counts them;
  std::vector<Sentence> paragraphs_;          // so too.
  mutable std::list<SentenceTally> tallies_;  // One for each thing that sentences are asked.
  mutable std::optional<std::size_t> body_size_;
  const std::vector<NamedSlot> slots_;
  std::vector<Binding> bindings_;
  BindingTrace trace_;
};

}  // namespace

std::vector<Span> excluded(const Outline& outline, const std::vector<Binding>& bindings,
                           const Exclusion& not_in) {
  std::vector<Span> taken;
  if (not_in.lead && !outline.introduction.empty()) taken.push_back(outline.introduction);
  for (const int index : not_in.requirements) {
    const Binding& other = bindings[static_cast<std::size_t>(index)];
    if (other.found() && other.how != Binding::How::title)
      taken.insert(taken.end(), other.part.spans.begin(), other.part.spans.end());
  }
  // Two parts may overlap: joined, so that ends rise as beginnings do.
  std::ranges::sort(taken, {}, &Span::begin);
  std::vector<Span> joined;
  for (const Span span : taken) {
    if (!joined.empty() && span.begin < joined.back().end)
      joined.back().end = std::max(joined.back().end, span.end);
    else
      joined.push_back(span);
  }
  return joined;
}

std::vector<Binding> bind_parts(const Document& document, const Outline& outline,
                                const RuleSet& rules, const Requirement* traced,
                                std::vector<RungTrace>* trace) {
  return Binder(document, outline, rules, traced, trace).bind();
}

}  // namespace hegui
