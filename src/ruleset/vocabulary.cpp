#include "ruleset/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>
#include <vector>

#include "language/language_data.h"
#include "ruleset/read_map.h"
#include "search/pattern_cost.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_terms = 100'000;  // Of a list: lists may double each other.
// Of all lists and conditions together. A condition has its own copy of a list.
constexpr std::size_t most_terms_in_all = 1'000'000;
constexpr std::size_t most_patterns = 2'000;
constexpr std::size_t most_pattern_bytes = 64U << 10;  // PCRE2 compiles no larger ones either.
constexpr std::size_t most_pattern_bytes_in_all = 1U << 20;
// Of looking for warnings: seconds.
constexpr std::uint64_t most_steps = 100'000'000;
constexpr std::size_t most_lookups = 10'000'000;

/// $name. A dollar alone is a word: units: [$, €]
bool is_reference(const Value& value) {
  return !value.quoted && value.text.size() > 1 && value.text.starts_with('$');
}

/// The first character that no folded text holds, such as a full-width digit. ASCII is syntax; but
/// a half-width comma stays in numbers only, and a half-width semicolon nowhere.
std::string unfolded_character(std::string_view source, Folding folding) {
  char32_t before = 0;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(source, at);
    const bool beside_chinese = before >= 0x80 || (at < source.size() && (source[at] & 0x80) != 0);
    const bool is_mark =
        folding.full_width_marks && (code == ';' || (code == ',' && beside_chinese));
    before = code;
    if (code < 0x80 && !is_mark) continue;
    const std::string_view character = source.substr(begin, at - begin);
    if (fold_text(character, folding) != character) return std::string(character);
  }
  return {};
}

}  // namespace

Vocabulary::Vocabulary(Reader& reader, std::span<const RuleLayer> layers, const Value* lists,
                       const Value* variables)
    : reader_(reader), layers_(layers), lists_(lists), variables_(variables) {}

std::vector<std::string_view> Vocabulary::visible(const Value* names, std::uint16_t user) const {
  std::vector<std::string_view> seen;
  if (names)
    for (const Value::Entry& entry : names->entries)
      if (sees(layers_, user, entry.place.file)) seen.push_back(entry.key);
  return seen;
}

void Vocabulary::read_all() {
  if (!lists_ || !reader_.names(*lists_, "terms")) return;
  for (const Value::Entry& entry : lists_->entries) named(entry.key, entry.place);
}

const Terms* Vocabulary::named(std::string_view name, SourcePlace place) {
  const Value::Entry* list = lists_ ? lists_->find_entry(name) : nullptr;
  if (!list || !sees(layers_, place.file, list->place.file)) {
    reader_.unknown_name(place, name, visible(lists_, place.file), "terms");
    return nullptr;
  }
  if (const auto known = known_.find(name); known != known_.end()) return &known->second;
  if (!reading_.emplace(name).second) {
    reader_.error(place, say("词表“{}”引用了自己", "the word list “{}” refers to itself", name));
    return nullptr;
  }
  std::vector<Term> terms;
  append(list->value, terms);
  reading_.erase(reading_.find(name));
  return &known_.emplace(std::string(name), Terms(std::move(terms))).first->second;
}

void Vocabulary::append(const Value& value, std::vector<Term>& out) {
  if (value.is_list()) {
    for (const Value& item : value.items) append(item, out);
    return;
  }
  if (value.is_scalar() && is_reference(value)) {
    if (reading_.empty()) used_.emplace(std::string_view(value.text).substr(1));
    const Terms* list = named(std::string_view(value.text).substr(1), value.place);
    if (!list) return;
    if (out.size() + list->list().size() > most_terms)
      reader_.error(value.place, say("词表展开后超过 {} 个词",
                                     "the word list has more than {} words", most_terms));
    else if (may_take(terms_taken_, list->list().size(), most_terms_in_all, value.place,
                      say("到这里，词表展开后共超过 {} 个词",
                          "up to here, all word lists together have more than {} words",
                          most_terms_in_all)))
      out.insert(out.end(), list->list().begin(), list->list().end());
    return;
  }
  if (auto one = term(value)) out.push_back(std::move(*one));
}

bool Vocabulary::may_take(std::size_t& taken, std::size_t more, std::size_t most, SourcePlace place,
                          Message too_many) {
  const bool told = taken > most;
  taken += more;
  if (taken > most && !told) reader_.error(place, std::move(too_many));
  return taken <= most;
}

namespace {

/// Art is none in start.
bool is_whole_word(std::string_view text, Span span) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  return !(span.begin > 0 && is_letter(span.begin - 1)) && !is_letter(span.end);
}

/// The lists that a list names.
void collect_lists(const Value& value, std::vector<std::string_view>& out) {
  for (const Value& item : value.items) collect_lists(item, out);
  if (!value.is_scalar()) return;
  if (is_reference(value))
    out.push_back(std::string_view(value.text).substr(1));
  else
    for (const std::string_view name : variables_in(value.text)) out.push_back(name);
}

void collect_words(const Value& value, std::vector<const Value*>& out) {
  for (const Value& item : value.items) collect_words(item, out);
  if (value.is_scalar() && !is_reference(value) && !value.text.starts_with('/'))
    out.push_back(&value);
}

}  // namespace

void Vocabulary::warn(bool for_others) {
  warn_of_slow_patterns();
  if (!lists_) return;
  std::vector<std::string_view> open(used_.begin(), used_.end());
  while (!open.empty()) {
    const Value* list = lists_->find(open.back());
    open.pop_back();
    std::vector<std::string_view> inner;
    if (list) collect_lists(*list, inner);
    for (const std::string_view name : inner)
      if (used_.emplace(name).second) open.push_back(name);
  }
  std::size_t lookups_left = most_lookups;
  bool enough = true;
  for (const Value::Entry& entry : lists_->entries) {
    if (entry.place.file != 0) continue;
    if (!for_others && !used_.contains(entry.key))
      reader_.warning(entry.place,
                      say("词表“{}”没有用到", "the word list “{}” is not used", entry.key));
    // In a pattern the words around a word tell whether a shorter one finds it.
    if (!enough || in_patterns_.contains(entry.key)) continue;
    enough = warn_of_dead_terms(entry.value, lookups_left);
    if (!enough)
      reader_.warning(
          entry.place,
          say("词太多，从“{}”起没有看哪些词不起作用",
              "too many words: from “{}” on, words without effect were not looked for", entry.key));
  }
}

/// A word is looked for by its parts: each with each would be the square of a long list.
bool Vocabulary::warn_of_dead_terms(const Value& list, std::size_t& lookups_left) {
  std::vector<const Value*> words;
  collect_words(list, words);
  std::map<std::string_view, std::size_t, std::less<>> first_of;
  std::set<std::size_t> sizes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i]->text.empty()) continue;
    first_of.emplace(words[i]->text, i);
    sizes.insert(words[i]->text.size());
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i]->place.file != 0) continue;
    const std::string_view word = words[i]->text;
    const bool by_words = data_of(language_of(*words[i])).words != nullptr;
    std::size_t shorter = words.size();
    for (const std::size_t size : sizes) {
      if (size > word.size()) break;
      for (std::size_t at = 0; at + size <= word.size(); ++at) {
        const std::size_t cost = 1 + size / 64;
        if (lookups_left < cost) return false;
        lookups_left -= cost;
        const auto other = first_of.find(word.substr(at, size));
        if (other == first_of.end() || (size == word.size() && other->second == i)) continue;
        if (by_words && !is_whole_word(word, {static_cast<std::uint32_t>(at),
                                              static_cast<std::uint32_t>(at + size)}))
          continue;
        shorter = std::min(shorter, other->second);
      }
    }
    if (shorter == words.size()) continue;
    reader_.warning(words[i]->place,
                    say("“{}”不起作用：“{}”已经包含它",
                        "“{}” has no effect: “{}” already matches it", word, words[shorter]->text));
  }
  return true;
}

void Vocabulary::warn_of_slow_patterns() {
  std::uint64_t steps_left = most_steps;
  for (const auto& [place, source] : patterns_) {
    const auto slow = grows_with_square(source, steps_left);
    if (!slow)
      return reader_.warning(
          place,
          say("正则太多或太慢，从这里起没有看会不会很慢",
              "too many patterns, or too slow ones: from here on, patterns were not tested for "
              "speed"));
    if (*slow)
      reader_.warning(
          place,
          say("“{}”在长段落上很慢，段落长一倍，用时就是四倍：给 * + {{n,}} 加上限，"
              "或者让它从句首（^、(?<=[。；])）开始",
              "“{}” is slow on long paragraphs: twice the text takes four times as long; give * + "
              "{{n,}} an upper bound (\\d{{1,3}} instead of \\d+), or begin it where a sentence does",
              source));
  }
}

std::optional<Term> Vocabulary::term(const Value& value) {
  if (!value.is_scalar()) {
    reader_.error(value.place, say("这里应是词语、'/正则/' 或 $词表",
                                   "expected words, a '/pattern/' or a $list"));
    return std::nullopt;
  }
  const bool is_pattern =
      value.text.size() > 1 && value.text.starts_with('/') && value.text.ends_with('/');
  for (const std::string_view name : variables_in(value.text)) {
    if (is_variable(name, value)) continue;
    const Value::Entry* list = is_pattern && lists_ ? lists_->find_entry(name) : nullptr;
    if (list && sees(layers_, value.place.file, list->place.file)) continue;
    std::vector<std::string_view> known = visible(variables_, value.place.file);
    if (is_pattern) std::ranges::copy(visible(lists_, value.place.file), std::back_inserter(known));
    reader_.unknown_name(value.place, name, known, is_pattern ? "vars/terms" : "vars");
    return std::nullopt;
  }
  if (is_pattern) return pattern(value);
  // Of a word processor; those that YAML knows are straight. No whole word has them.
  if (data_of(language_of(value)).words && value.text.starts_with("“") && value.text.ends_with("”"))
    reader_.warning(value.place, say("引号“”也算在词语里；YAML 的引号是 ' 和 \"",
                                     "the quotes “ ” count as part of the words; those of YAML are "
                                     "' and \""));
  const std::string folded = fold_text(value.text, folding_of(value));
  const std::string_view words = trimmed(folded);
  if (words.empty()) {
    reader_.error(value.place, say("空的词语什么都会匹配", "an empty word would match anything"));
    return std::nullopt;
  }
  return Term::literal(std::string(words), data_of(language_of(value)).words);
}

Language Vocabulary::language_of(const Value& value) const {
  return layers_[value.place.file].language;
}

Folding Vocabulary::folding_of(const Value& value) const {
  return data_of(language_of(value)).folding;
}

bool Vocabulary::is_built_in(const Value& value) const {
  return layers_[value.place.file].built_in;
}

bool Vocabulary::is_variable(std::string_view name, const Value& user) const {
  const Value::Entry* variable = variables_ ? variables_->find_entry(name) : nullptr;
  return variable && sees(layers_, user.place.file, variable->place.file);
}

namespace {

Message too_large(const Message& how) {
  return say("正则{1}超过 {0} KiB", "the pattern is larger than {0} KiB{2}",
             most_pattern_bytes >> 10, how.zh, how.en);
}

}  // namespace

std::optional<std::string> Vocabulary::with_lists(const Value& value, std::string source) {
  Variables words;
  std::size_t size = source.size();
  for (const std::string_view name : variables_in(source)) {
    auto known = words.find(name);
    if (known == words.end()) {
      auto one = in_pattern(name, value);
      if (!one) return std::nullopt;
      known = words.emplace(name, std::move(*one)).first;
    }
    size += known->second.size();
    if (size > most_pattern_bytes) {
      reader_.error(value.place, too_large(say("代入词表后", " with its lists")));
      return std::nullopt;
    }
  }
  return words.empty() ? std::optional(std::move(source)) : expand(source, words);
}

std::optional<std::string> Vocabulary::in_pattern(std::string_view name, const Value& user) {
  if (is_variable(name, user)) return fmt::format("{{{}}}", name);  // Until it has a value.
  if (reading_.empty()) used_.emplace(name);
  in_patterns_.emplace(name);
  const Terms* list = named(name, user.place);
  if (!list) return std::nullopt;
  std::string any;
  for (const Term& term : list->list()) {
    if (any.size() > most_pattern_bytes) break;  // The pattern is refused.
    if (term.is_pattern() || !variables_in(term.source()).empty()) {
      reader_.error(
          user.place,
          say("词表“{}”里有“{}”，不是词语，不能放进正则",
              "the word list “{}” contains {}, which is not a word and cannot be used in a pattern",
              name, term.source()));
      return std::nullopt;
    }
    any += (any.empty() ? "" : "|") + term.as_pattern();
  }
  return fmt::format("(?:{})", any);
}

std::optional<Term> Vocabulary::pattern(const Value& value) {
  if (!value.quoted) {
    reader_.error(value.place,
                  say("正则表达式要加引号：'{}'", "a pattern must be quoted: '{}'", value.text));
    return std::nullopt;
  }
  if (!may_take(patterns_taken_, 1, most_patterns, value.place,
                say("正则超过 {} 个", "more than {} patterns", most_patterns)))
    return std::nullopt;
  if (value.text.size() > most_pattern_bytes) {
    reader_.error(value.place, too_large({}));
    return std::nullopt;
  }
  std::string source = value.text.substr(1, value.text.size() - 2);
  if (source.empty()) {
    reader_.error(value.place,
                  say("空的正则表达式什么都会匹配", "an empty pattern would match anything"));
    return std::nullopt;
  }
  if (const std::string lost = unfolded_character(source, folding_of(value)); !lost.empty()) {
    reader_.error(value.place, say("“{}”在匹配前已换成“{}”，请写后者",
                                   "“{}” is folded to “{}” before matching; write the latter", lost,
                                   fold_text(lost, folding_of(value))));
    return std::nullopt;
  }
  if (value.place.file == 0) patterns_.emplace(value.place, source);
  auto whole = with_lists(value, source);
  if (!whole ||
      !may_take(pattern_bytes_taken_, whole->size(), most_pattern_bytes_in_all, value.place,
                say("到这里，正则代入词表后共超过 {} KiB",
                    "up to here, all patterns together, with their lists, are larger than {} KiB",
                    most_pattern_bytes_in_all >> 10)))
    return std::nullopt;
  try {
    return is_built_in(value) ? Term::known_pattern(*whole) : Term::pattern(*whole);
  } catch (const PatternError& error) {
    // The quote and the slash stand before the pattern. The words of a list have no place in it.
    SourcePlace at = value.place;
    if (*whole == source) at.offset += 2 + static_cast<std::uint32_t>(error.offset);
    reader_.error(at,
                  say("正则表达式有错：{}", "invalid pattern: {}", std::string_view(error.what())));
    return std::nullopt;
  }
}

Terms Vocabulary::terms(const Value& value) {
  if (value.is_map()) {
    reader_.error(value.place, say("这里应是词语的列表", "expected a list of words"));
    return {};
  }
  if (value.is_list() && value.items.empty())
    reader_.warning(value.place, say("空的列表什么都不会匹配", "an empty list matches nothing"));
  std::vector<Term> all;
  append(value, all);
  return Terms(std::move(all));
}

Condition Vocabulary::condition(const Value& value) {
  if (!value.is_map()) return {.any = terms(value), .has_any = true};
  read_map(reader_, value, hegui::condition_keys, say("条件", "a condition"));
  return condition_keys(value);
}

Condition Vocabulary::condition_keys(const Value& map) {
  Condition condition;
  if (const Value* any = map.find("any")) {
    condition.any = terms(*any);
    condition.has_any = true;
  }
  if (const Value* all = map.find("all")) {
    if (all->is_list())
      for (const Value& item : all->items) condition.all.push_back(terms(item));
    else
      condition.all.push_back(terms(*all));
  }
  if (const Value* none = map.find("none")) condition.none = terms(*none);
  return condition;
}

}  // namespace hegui
