#include "ruleset/load_rung.h"

#include <algorithm>
#include <vector>

#include "language/language_data.h"
#include "ruleset/read_map.h"

namespace hegui {

int RungLoader::index_of(const Value& value) {
  const auto text = reader.text(value);
  if (!text) return -1;
  const auto found = std::ranges::find(requirement_ids, *text);
  if (found != requirement_ids.end()) return static_cast<int>(found - requirement_ids.begin());
  const std::vector<std::string_view> names(requirement_ids.begin(), requirement_ids.end());
  reader.unknown_name(value.place, *text, names, {"要求", "requirement"});
  return -1;
}

Exclusion RungLoader::exclusion(const Value& value, Exclusion base) {
  if (!reader.list(value, "not-in")) return base;
  for (const Value& item : value.items) {
    if (item.text == "lead")
      base.lead = true;
    else if (item.text == "heading")
      base.heading = true;
    else if (item.text == "tail")
      base.tail = true;
    else if (const int index = index_of(item); index >= 0)
      base.requirements.push_back(index);
  }
  return base;
}

std::optional<Rung> RungLoader::rung(const Value& value, const Exclusion& own) {
  if (!read_map(reader, value, rung_keys, "found-by")) return std::nullopt;
  Rung rung{.not_in = own};
  kind(value, rung);
  extent(value, rung);
  mostly(value, rung);
  if (const Value* given = value.find("stands")) stands(*given, rung);
  if (const Value* not_in = value.find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
  if (const auto length = least(value)) rung.least = *length;
  if (const Value* rest = value.find("rest"); rest && read_map(reader, *rest, rest_keys, "rest")) {
    if (const Value* not_in = rest->find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
    if (const auto length = least(*rest)) rung.least = *length;
  }
  verdict(value, rung);
  return rung;
}

std::optional<Length> RungLoader::least(const Value& map) {
  const auto read = [&](std::string_view key, LengthUnit unit) -> std::optional<Length> {
    const Value* given = map.find(key);
    if (!given) return std::nullopt;
    const auto units = read_number(reader, *given, key_of(rung_keys, key)).value_or(0);
    return Length{unit, static_cast<std::size_t>(units)};
  };
  if (const auto han = read("min-han", LengthUnit::han)) return han;
  if (const auto words = read("min-words", LengthUnit::words)) return words;
  return read("min-length", data_of(vocabulary.language_of(map)).unit);
}

std::optional<std::string> RungLoader::word(const Value& value, std::string_view key) {
  return reader.word(value, key_of(rung_keys, key).choices);
}

void RungLoader::kind(const Value& value, Rung& rung) {
  const auto may_be = [&](std::string_view key, Rung::Kind of) {
    const Value* given = value.find(key);
    if (!given) return;
    rung.kind = of;
    if (of == Rung::Kind::rest) return;
    rung.condition = vocabulary.condition(*given);
    if (given->is_map() && given->entries.empty())
      reader.error(given->place,
                   say("空的条件什么都会匹配", "an empty condition would match anything"));
  };
  may_be("title", Rung::Kind::title);
  may_be("heading", Rung::Kind::heading);
  may_be("passage", Rung::Kind::passage);
  may_be("rest", Rung::Kind::rest);
  // With a heading or a passage it is a condition more.
  if (value.find("mostly") && rung.condition.empty() && !value.find("rest"))
    rung.kind = Rung::Kind::mostly;
}

void RungLoader::mostly(const Value& value, Rung& rung) {
  const auto condition = [&](std::string_view key, Condition& into) {
    const Value* given = value.find(key);
    if (!given) return;
    into = vocabulary.condition(*given);
    if (given->is_map() && given->entries.empty())
      reader.error(given->place,
                   say("空的条件什么都会匹配", "an empty condition would match anything"));
  };
  condition("mostly", rung.mostly.saying);
  condition("rather-than", rung.mostly.rather_than);
  if (const Value* count = value.find("count"))
    rung.mostly.paragraphs =
        reader.word(*count, key_of(rung_keys, "count").choices) == "paragraphs";
  if (const Value* share = value.find("share"))
    rung.mostly.share =
        read_number(reader, *share, key_of(rung_keys, "share")).value_or(rung.mostly.share);
  if (const Value* most = value.find("at-most"))
    rung.mostly.at_most =
        read_number(reader, *most, key_of(rung_keys, "at-most")).value_or(rung.mostly.at_most);
  if (const Value* least = value.find("min"))
    rung.mostly.least = static_cast<int>(
        read_number(reader, *least, key_of(rung_keys, "min")).value_or(rung.mostly.least));
}

void RungLoader::stands(const Value& value, Rung& rung) {
  if (!read_map(reader, value, stands_keys, "stands")) return;
  const auto read = [&](std::string_view key, std::vector<int>& into) {
    const Value* given = value.find(key);
    if (!given) return;
    const std::vector<Value> one{*given};
    for (const Value& name : given->is_list() ? given->items : one)
      if (const int index = index_of(name); index >= 0) into.push_back(index);
  };
  read("after", rung.stands.after);
  read("before", rung.stands.before);
}

void RungLoader::extent(const Value& value, Rung& rung) {
  if (const Value* body = value.find("body")) rung.body = vocabulary.condition(*body);
  if (const Value* depth = value.find("depth"))
    if (const auto range = reader.range(*depth)) {
      rung.min_depth = range->first.value_or(1);
      rung.max_depth = range->last.value_or(99);
    }
  if (const Value* all = value.find("all")) rung.all = reader.flag(*all).value_or(false);
  if (const Value* unit = value.find("unit")) rung.by_sentence = word(*unit, "unit") == "sentence";
  if (const Value* from = value.find("from"))
    rung.from_sentence = word(*from, "from") == "sentence";
  if (const Value* to = value.find("to"))
    rung.to_end_of_section = word(*to, "to") == "end-of-section";
}

void RungLoader::verdict(const Value& value, Rung& rung) {
  if (const Value* as = value.find("as"))
    rung.verdict = word(*as, "as") == "weak" ? Verdict::weak : Verdict::met;
  if (const Value* because = value.find("because"))
    rung.because = reader.text(*because).value_or("");
  if (const Value* full = value.find("full-length")) {
    const auto units = read_number(reader, *full, key_of(rung_keys, "full-length")).value_or(0);
    rung.full = {data_of(vocabulary.language_of(value)).unit, static_cast<std::size_t>(units)};
  }
  if (rung.verdict == Verdict::weak && rung.because.empty())
    reader.error(value.place,
                 say("as: weak 要用 because 说明原因", "as: weak must say why, with because"));
}

}  // namespace hegui
