#include "ruleset/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "language/days.h"
#include "language/language_data.h"
#include "ruleset/read_map.h"
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

bool is_reference(const Value& value) {
  return !value.quoted && value.text.size() > 1 && value.text.starts_with('$');
}

Vocabulary::Vocabulary(Reader& reader, std::span<const RuleLayer> layers, const Value& root)
    : reader_(reader),
      layers_(layers),
      lists_(root.find("terms")),
      variables_(root.find("vars")),
      dictionaries_(root.find("dictionaries")) {}

std::vector<std::string_view> Vocabulary::visible(const Value* names, std::uint16_t user) const {
  std::vector<std::string_view> seen;
  if (names)
    for (const Value::Entry& entry : names->entries)
      if (sees(layers_, user, entry.place.file)) seen.push_back(entry.key);
  return seen;
}

void Vocabulary::read_all() {
  read_all_dictionaries();
  if (!lists_ || !reader_.names(*lists_, "terms")) return;
  for (const Value::Entry& entry : lists_->entries) named(entry.key, entry.place);
}

const Terms* Vocabulary::named(std::string_view name, SourcePlace place) {
  const Value::Entry* list = lists_ ? lists_->find_entry(name) : nullptr;
  if (!list || !sees(layers_, place.file, list->place.file)) {
    reader_.unknown_name(place, name, visible(lists_, place.file), {"词表", "word list"});
    return nullptr;
  }
  if (const auto known = known_.find(name); known != known_.end()) return &known->second;
  if (!reading_.emplace(name).second) {
    reader_.error(place, say("词表“{}”引用了自己", "the word list “{}” refers to itself", name));
    return nullptr;
  }
  std::vector<SharedTerm> terms;
  append(list->value, terms);
  reading_.erase(reading_.find(name));
  return &known_.emplace(std::string(name), Terms(std::move(terms))).first->second;
}

void Vocabulary::append(const Value& value, std::vector<SharedTerm>& out) {
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
                      [](std::size_t most) {
                        return say("到这里，词表展开后共超过 {} 个词",
                                   "up to here, all word lists together have more than {} words",
                                   most);
                      }))
      out.insert(out.end(), list->list().begin(), list->list().end());
    return;
  }
  if (auto one = term(value))
    out.push_back(made_.emplace_back(std::make_shared<Term>(std::move(*one))));
}

bool Vocabulary::may_take(std::size_t& taken, std::size_t more, std::size_t most, SourcePlace place,
                          Message (*too_many)(std::size_t most)) {
  const bool told = taken > most;
  taken += more;
  if (taken > most && !told) reader_.error(place, too_many(most));
  return taken <= most;
}

std::optional<std::string> Vocabulary::day(const Value& value) {
  auto text = reader_.text(value);
  if (!text) return std::nullopt;
  Variables years;
  for (const std::string_view name : variables_in(*text)) {
    if (!is_variable(name, value)) {
      reader_.unknown_name(value.place, name, visible(variables_, value.place.file),
                           {"变量", "variable"});
      return std::nullopt;
    }
    years.emplace(std::string(name), "2000");
  }
  const std::string written = *expand(*text, years);
  if (read_numeric_day(written) != written || written.empty()) {
    reader_.error(value.place, say("应是日期，写成 2026-01-31 或 {{next}}-01-31 的样子",
                                   "expected a day such as 2026-01-31 or {{next}}-01-31"));
    return std::nullopt;
  }
  return text;
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
    reader_.unknown_name(
        value.place, name, known,
        is_pattern ? Label{"变量或词表", "variable or word list"} : Label{"变量", "variable"});
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
  for (const SharedTerm& term : list->list()) {
    if (any.size() > most_pattern_bytes) break;  // The pattern is refused.
    if (term->is_pattern() || term->has_variables()) {
      reader_.error(
          user.place,
          say("词表“{}”里有“{}”，不是词语，不能放进正则",
              "the word list “{}” contains {}, which is not a word and cannot be used in a pattern",
              name, term->source()));
      return std::nullopt;
    }
    any += (any.empty() ? "" : "|") + term->as_pattern();
  }
  return fmt::format("(?:{})", any);
}

std::optional<Term> Vocabulary::pattern(const Value& value) {
  if (!value.quoted) {
    reader_.error(value.place,
                  say("正则表达式要加引号：'{}'", "a pattern must be quoted: '{}'", value.text));
    return std::nullopt;
  }
  if (!may_take(patterns_taken_, 1, most_patterns, value.place, [](std::size_t most) {
        return say("正则超过 {} 个", "more than {} patterns", most);
      }))
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
  // Tests look through those of built-in sets, as through their patterns.
  if (const std::string lost =
          is_built_in(value) ? "" : unfolded_character(source, folding_of(value));
      !lost.empty()) {
    reader_.error(value.place, say("“{}”在匹配前已换成“{}”，请写后者",
                                   "“{}” is folded to “{}” before matching; write the latter", lost,
                                   fold_text(lost, folding_of(value))));
    return std::nullopt;
  }
  if (value.place.file == 0) patterns_.emplace(value.place, source);
  auto whole = with_lists(value, source);
  if (!whole ||
      !may_take(pattern_bytes_taken_, whole->size(), most_pattern_bytes_in_all, value.place,
                [](std::size_t most) {
                  return say("到这里，正则代入词表后共超过 {} KiB",
                             "up to here, all patterns together, with their lists, are larger than "
                             "{} KiB",
                             most >> 10);
                }))
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
  std::vector<SharedTerm> all;
  append(value, all);
  return Terms(std::move(all));
}

std::shared_ptr<const LiteralIndex> Vocabulary::index() {
  auto index = std::make_shared<LiteralIndex>();
  for (const auto& term : made_)
    if (!term->has_variables()) term->add_to(*index);
  index->finish();
  return index;
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
