// Warnings about word lists: what is not used, what never matters, what is slow.

#include <cctype>
#include <map>
#include <set>
#include <vector>

#include "language/language_data.h"
#include "ruleset/vocabulary.h"
#include "search/pattern_cost.h"

namespace hegui {
namespace {

// Of looking for warnings: seconds.
constexpr std::uint64_t most_steps = 100'000'000;
constexpr std::size_t most_lookups = 10'000'000;

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

}  // namespace hegui
