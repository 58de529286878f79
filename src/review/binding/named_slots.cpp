#include "review/binding/named_slots.h"

#include <algorithm>
#include <map>

#include "document/part.h"
#include "document/slots/slots.h"
#include "language/language_data.h"
#include "text/fold.h"

namespace hegui {
namespace {

int section_around(const Outline& outline, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(outline.sections, at, {},
                                              [](const Section& s) { return s.heading.begin; });
  return static_cast<int>(after - outline.sections.begin()) - 1;
}

bool holds_no_text(const Outline& outline, int index) {
  const Section& section = outline.section(index);
  return text_of(outline, {.spans = {section.extent}, .heading = section.heading}).empty();
}

}  // namespace

std::vector<NamedSlot> named_slots(const Document& document, const Outline& outline,
                                   const RuleSet& rules) {
  if (outline.slots.empty()) return {};
  const Folding folding = data_of(document.language).folding;
  std::map<std::string, std::size_t, std::less<>> names;
  for (std::size_t i = 0; i < rules.requirements.size(); ++i)
    names.try_emplace(
        fold_text(slot_name(document.language, rules.requirements[i].rule.title), folding), i);
  std::vector<NamedSlot> found(rules.requirements.size());
  for (const Span slot : outline.slots) {
    const auto name = names.find(slot_name(document, slot));
    if (name == names.end() || !found[name->second].span.empty()) continue;
    const int section = section_around(outline, slot.begin);
    found[name->second] = {slot, section >= 0 && holds_no_text(outline, section) ? section : -1};
  }
  return found;
}

}  // namespace hegui
