// A slot is no text of the report: it says what is to be written in its place. A paragraph of
// nothing but slots is therefore neither heading nor body (Role::slot); one that stands in a
// sentence leaves the sentence as it is.

#include "document/slots/slots.h"

#include <algorithm>

#include "language/language_data.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

const SlotForms& forms_of(const Document& document) { return data_of(document.language).slots; }

std::string_view words_of_slot(const Document& document, Span slot) {
  const SlotForms& forms = forms_of(document);
  std::string_view words = document.slice(slot);
  words.remove_prefix(forms.open.size());
  words.remove_suffix(forms.close.size());
  return words;
}

/// The first slot that ends after the block begins.
std::vector<Span>::const_iterator first_slot(const std::vector<Span>& slots, Span block) {
  return std::ranges::upper_bound(slots, block.begin, {}, &Span::end);
}

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  for (std::size_t at = text.find(old); at != text.npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

}  // namespace

std::string_view slot_name(const Document& document, Span slot) {
  const std::string_view words = words_of_slot(document, slot);
  return trimmed(words.substr(0, words.find(data_of(document.language).stop)));
}

std::string slot_text(Language language, std::string_view words) {
  const SlotForms& forms = data_of(language).slots;
  std::string text(words);
  std::ranges::replace(text, '\n', ' ');
  replace_all(text, forms.open.substr(0, forms.close.size()), forms.open_bracket);
  replace_all(text, forms.close, forms.close_bracket);
  return std::string(trimmed(text));
}

std::string slot_name(Language language, std::string_view words) {
  std::string text = slot_text(language, words);
  replace_all(text, data_of(language).stop, "");
  return text;
}

std::vector<Span> find_slots(const Document& document) {
  const SlotForms& forms = forms_of(document);
  const std::string_view text = document.text;
  std::vector<Span> slots;
  std::size_t at = text.find(forms.open);
  if (at == text.npos) return slots;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::code || block.zone == Zone::comments) continue;
    while (at != text.npos && at < block.span.begin) at = text.find(forms.open, block.span.begin);
    while (at < block.span.end) {
      const std::size_t close =
          text.substr(0, block.span.end).find(forms.close, at + forms.open.size());
      if (close == text.npos) break;
      slots.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + forms.close.size())});
      at = text.find(forms.open, close);
    }
    if (at == text.npos) break;
  }
  return slots;
}

std::string without_slots(const Document& document, std::string_view text) {
  const SlotForms& forms = forms_of(document);
  std::string rest;
  for (std::size_t at = text.find(forms.open); at != text.npos; at = text.find(forms.open)) {
    const std::size_t close = text.find(forms.close, at + forms.open.size());
    if (close == text.npos) break;
    rest += text.substr(0, at);
    text.remove_prefix(close + forms.close.size());
  }
  return rest += text;
}

bool is_slots_only(const Document& document, const Block& block, const std::vector<Span>& slots) {
  auto slot = first_slot(slots, block.span);
  if (slot == slots.end() || slot->begin >= block.span.end) return false;
  const std::u32string_view between = forms_of(document).between;
  for (std::size_t at = block.span.begin; at < block.span.end;) {
    if (slot != slots.end() && at == slot->begin)
      at = slot++->end;
    else if (!is_one_of(between, next_code_point(document.text, at)))
      return false;
  }
  return true;
}

bool is_signature_slot(const Document& document, const Block& block,
                       const std::vector<Span>& slots) {
  if (!is_slots_only(document, block, slots)) return false;
  const SlotForms& forms = forms_of(document);
  const auto is_named = [&](Span slot) {
    const std::string_view name = slot_name(document, slot);
    return name == forms.issuer || name == forms.date;
  };
  for (auto slot = first_slot(slots, block.span);
       slot != slots.end() && slot->begin < block.span.end; ++slot)
    if (!is_named(*slot)) return false;
  return true;
}

bool lies_in_slot(const std::vector<Span>& slots, Span span) {
  const auto slot = first_slot(slots, span);
  return slot != slots.end() && slot->begin <= span.begin && span.end <= slot->end;
}

}  // namespace hegui
