// The dictionaries of a rule set, each read when a check first names it.

#include <algorithm>

#include "language/language_data.h"
#include "ruleset/read_map.h"
#include "ruleset/vocabulary.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t most_rows = 20'000;  // Of a dictionary.
constexpr std::size_t least_phrase = 4;    // In Chinese characters: fewer are near everything.
constexpr std::size_t longest_phrase = 100;

std::size_t rows_of(const Value& dictionary) {
  std::size_t rows = 0;
  for (const Value::Entry& entry : dictionary.entries)
    rows += entry.value.entries.size() + entry.value.items.size();
  return rows;
}

}  // namespace

std::shared_ptr<const Lexicon> Vocabulary::lexicon(const Value& names) {
  Dictionaries found;
  const auto add = [&](const Value& name) {
    if (auto dictionary = this->dictionary(name)) found.push_back(std::move(dictionary));
  };
  if (names.is_scalar()) add(names);
  for (const Value& name : names.items) add(name);
  if (names.is_map())
    reader_.error(names.place, say("这里应是词典的名字或列表", "expected names of dictionaries"));
  return std::make_shared<const Lexicon>(std::move(found));
}

std::shared_ptr<const Dictionary> Vocabulary::dictionary(const Value& name) {
  const auto text = reader_.text(name);
  if (!text) return nullptr;
  const Value::Entry* entry = dictionaries_ ? dictionaries_->find_entry(*text) : nullptr;
  if (!entry || !sees(layers_, name.place.file, entry->place.file)) {
    reader_.unknown_name(name.place, *text, visible(dictionaries_, name.place.file),
                         {"词典", "dictionary"});
    return nullptr;
  }
  return dictionary(*entry);
}

std::shared_ptr<const Dictionary> Vocabulary::dictionary(const Value::Entry& entry) {
  const auto [known, is_new] = known_dictionaries_.try_emplace(entry.key, nullptr);
  if (is_new) known->second = std::make_shared<const Dictionary>(read_dictionary(entry));
  return known->second;
}

void Vocabulary::read_all_dictionaries() {
  if (!dictionaries_ || !reader_.names(*dictionaries_, "dictionaries")) return;
  for (const Value::Entry& entry : dictionaries_->entries) dictionary(entry);
}

Dictionary Vocabulary::read_dictionary(const Value::Entry& entry) {
  Dictionary dictionary{.id = entry.key};
  const Value& map = entry.value;
  if (!read_map(reader_, map, dictionary_keys, say("词典", "a dictionary"))) return dictionary;
  if (rows_of(map) > most_rows) {
    reader_.error(map.place,
                  say("词典超过 {} 行", "the dictionary has more than {} rows", most_rows));
    return dictionary;
  }
  if (const Value* source = map.find("source"))
    dictionary.source = reader_.text(*source).value_or("");
  const Value* verified = map.find("verified");
  dictionary.verified = verified && reader_.flag(*verified).value_or(false);
  if (const Value* wrong = map.find("wrong")) read_wrong(*wrong, dictionary);
  if (const Value* right = map.find("right")) dictionary.right = phrases(*right, least_phrase);
  if (const Value* known = map.find("known")) dictionary.known = phrases(*known, 1);
  if (const Value* orders = map.find("orders")) read_orders(*orders, dictionary);
  if (const Value* titles = map.find("titles")) read_titles(*titles, dictionary);
  if (const Value* dated = map.find("dated")) read_dated(*dated, dictionary);
  return dictionary;
}

std::string Vocabulary::folded(const Value& value) {
  const auto text = reader_.text(value);
  return text ? std::string(trimmed(fold_text(*text, folding_of(value)))) : "";
}

std::vector<std::string> Vocabulary::phrases(const Value& value, std::size_t least) {
  std::vector<std::string> all;
  const auto add = [&](const Value& one) {
    std::string words = folded(one);
    const std::size_t size = count_han(words);
    if (size < least || count_code_points(words) > longest_phrase)
      reader_.error(one.place,
                    say("应有 {} 个汉字以上，不超过 {} 个字符",
                        "expected at least {} Chinese characters, and at most {} characters", least,
                        longest_phrase));
    else
      all.push_back(std::move(words));
  };
  if (value.is_scalar()) add(value);
  for (const Value& one : value.items) add(one);
  if (value.is_map()) reader_.error(value.place, say("这里应是列表", "expected a list"));
  return all;
}

void Vocabulary::read_wrong(const Value& rows, Dictionary& dictionary) {
  if (!reader_.names(rows, "wrong")) return;
  for (const Value::Entry& row : rows.entries) {
    const Value* right = &row.value;
    WrongWords wrong{.written = Term::literal(row.key)};
    if (row.value.is_map()) {
      if (!read_map(reader_, row.value, wrong_keys, "wrong")) continue;
      right = row.value.find("right");
      if (const Value* not_in = row.value.find("not-in")) wrong.not_in = terms(*not_in);
    }
    // A key is what stands there, in quotes or not.
    auto written =
        term({.kind = Value::Kind::scalar, .quoted = true, .place = row.place, .text = row.key});
    if (!written || !right) continue;
    wrong.written = std::move(*written);
    wrong.right = folded(*right);
    dictionary.wrong.push_back(std::move(wrong));
  }
}

void Vocabulary::read_orders(const Value& orders, Dictionary& dictionary) {
  for (const std::string& line : phrases(orders, least_phrase)) {
    const auto words = split(line, ' ');
    dictionary.orders.emplace_back(words.begin(), words.end());
  }
}

void Vocabulary::read_titles(const Value& titles, Dictionary& dictionary) {
  if (!reader_.names(titles, "titles")) return;
  for (const Value::Entry& row : titles.entries) {
    if (!read_map(reader_, row.value, title_keys, "titles")) continue;
    KnownTitle title{.name = fold_text(row.key, folding_of(row.value))};
    if (const Value* number = row.value.find("number")) title.number = folded(*number);
    if (const Value* from = row.value.find("in-force")) title.in_force = day(*from).value_or("");
    if (const Value* until = row.value.find("until")) title.until = day(*until).value_or("");
    if (const Value* now = row.value.find("now")) title.now = folded(*now);
    dictionary.titles.push_back(std::move(title));
  }
}

void Vocabulary::read_dated(const Value& rows, Dictionary& dictionary) {
  if (!reader_.names(rows, "dated")) return;
  for (const Value::Entry& row : rows.entries) {
    if (!read_map(reader_, row.value, dated_keys, "dated")) continue;
    DatedWords dated{.name = row.key};
    if (const Value* years = row.value.find("years"))
      if (const auto range = reader_.range(*years)) {
        dated.first_year = range->first;
        dated.last_year = range->last;
      }
    if (const Value* now = row.value.find("now")) dated.now = reader_.text(*now).value_or("");
    if (const Value* not_in = row.value.find("not-in")) dated.not_in = terms(*not_in);
    if (const Value* written = row.value.find("written"))
      dated.written = terms(*written);
    else
      dated.written =
          terms({.kind = Value::Kind::scalar, .quoted = true, .place = row.place, .text = row.key});
    dictionary.dated.push_back(std::move(dated));
  }
}

}  // namespace hegui
