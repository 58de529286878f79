#include "ruleset/load_applies.h"

#include "ruleset/language.h"
#include "ruleset/read_map.h"

namespace hegui {
namespace {

TellingHeadings telling_headings(Reader& reader, Vocabulary& vocabulary, const Value& value) {
  TellingHeadings headings;
  if (!read_map(reader, value, or_headings_keys, "or-headings")) return headings;
  if (const Value* kinds = value.find("of"); kinds && reader.names(*kinds, "of"))
    for (const Value::Entry& entry : kinds->entries)
      headings.kinds.push_back(vocabulary.terms(entry.value));
  if (const Value* body = value.find("body")) headings.body = vocabulary.condition(*body);
  if (const Value* least = value.find("at-least"))
    headings.least = static_cast<std::size_t>(
        read_number(reader, *least, key_of(or_headings_keys, "at-least")).value_or(0));
  return headings;
}

LooksLike looks_like(Vocabulary& vocabulary, const Value::Entry& entry) {
  LooksLike other{.name = entry.key};
  if (const Value* title = entry.value.find("title")) other.title = vocabulary.condition(*title);
  if (const Value* lead = entry.value.find("lead")) other.lead = vocabulary.condition(*lead);
  return other;
}

}  // namespace

Applies load_applies(Reader& reader, Vocabulary& vocabulary, const Value& value) {
  Applies applies;
  if (!read_map(reader, value, applies_keys, "applies")) return applies;
  applies.given = true;
  if (const Value* title = value.find("title")) applies.title = vocabulary.condition(*title);
  if (const Value* lead = value.find("lead")) applies.lead = vocabulary.condition(*lead);
  if (const Value* both = value.find("title-or-lead"))
    applies.title_or_lead = vocabulary.condition(*both);
  if (const Value* headings = value.find("or-headings"))
    applies.or_headings = telling_headings(reader, vocabulary, *headings);
  const Value* others = value.find("looks-like");
  if (!others || !reader.names(*others, "looks-like")) return applies;
  for (const Value::Entry& entry : others->entries)
    if (read_map(reader, entry.value, looks_like_keys, "looks-like"))
      applies.looks_like.push_back(looks_like(vocabulary, entry));
  return applies;
}

Applicability load_applicability(Reader& reader, Vocabulary& vocabulary, const Value& value) {
  Applicability applies;
  if (const Value* year = value.find("year"))
    if (const auto range = reader.range(*year)) {
      applies.first_year = range->first;
      applies.last_year = range->last;
    }
  if (const Value* kinds = value.find("issuer-kind"); kinds && reader.list(*kinds, "issuer-kind"))
    for (const Value& kind : kinds->items)
      if (auto word = reader.word(kind, key_of(applies_when_keys, "issuer-kind").choices))
        applies.issuer_kinds.push_back(std::move(*word));
  if (const Value* title = value.find("title")) applies.title = vocabulary.condition(*title);
  return applies;
}

}  // namespace hegui
