#include "checks/figures/crosswise.h"

#include <algorithm>

#include "checks/figures/slips.h"
#include "language/zh_counts.h"
#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t key_size = 4 * han_bytes;  // By which things are looked up.
constexpr std::size_t longest_thing = 12 * han_bytes;
constexpr std::size_t most_alike = 40;  // Things of one key that are looked at.
constexpr std::u32string_view quotes = U"“”‘’";

bool is_quote(char32_t code) { return quotes.find(code) != quotes.npos; }

std::string without_quotes(std::string_view words) {
  std::string found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t from = at;
    if (!is_quote(next_code_point(words, at))) continue;
    found += words.substr(begin, from - begin);
    begin = at;
  }
  return found += words.substr(begin);
}

/// The Chinese characters that end a text, without quotes between them.
std::string words_before(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < longest_thing + 4 * han_bytes) {
    std::size_t at = previous_code_point(text, begin);
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (!is_han(code) && !is_quote(code)) break;
    begin = from;
  }
  return without_quotes(text.substr(begin));
}

/// Those that a text begins with.
std::string words_behind(std::string_view text) {
  std::string found;
  for (std::size_t at = 0; at < text.size() && found.size() < longest_thing;) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (is_quote(code)) continue;
    if (!is_han(code)) break;
    found += text.substr(from, at - from);
  }
  return found;
}

/// Behind 人次, 名.
std::size_t end_of_unit(std::string_view text) {
  std::size_t end = first_code_points(text, 1).size();
  if (text.substr(end).starts_with(zh_times)) end += zh_times.size();
  return end;
}

/// How many bytes end the label and begin the noun.
std::size_t overlap(std::string_view label, std::string_view noun) {
  for (std::size_t size = std::min(label.size(), noun.size()) / han_bytes * han_bytes; size > 0;
       size -= han_bytes)
    if (noun.starts_with(label.substr(label.size() - size))) return size;
  return 0;
}

std::size_t common_beginning(std::string_view one, std::string_view other) {
  std::size_t size = 0;
  while (size + han_bytes <= std::min(one.size(), other.size()) &&
         one.substr(size, han_bytes) == other.substr(size, han_bytes))
    size += han_bytes;
  return size;
}

std::string without_particle(std::string words) {
  if (words.ends_with(zh_particle)) words.resize(words.size() - zh_particle.size());
  return words;
}

struct Named {
  const Mention* mention = nullptr;
  std::string words = {};

  std::string_view key() const { return std::string_view(words).substr(0, key_size); }
};

bool may_be_one(const Mention& one, const Mention& other) {
  return one.paragraph.begin != other.paragraph.begin && zh_units_agree(one.unit, other.unit) &&
         slip_between(one.digits, other.digits) != NumberSlip::none;
}

}  // namespace

std::vector<std::pair<const Mention*, const Mention*>> crosswise_mentions(
    const Document& document, const std::vector<Mention>& mentions,
    const std::vector<std::string>* links) {
  std::vector<std::pair<const Mention*, const Mention*>> pairs;
  const auto add = [&](const Mention* one, const Mention* other) {
    if (!may_be_one(*one, *other)) return;
    pairs.push_back(one->place.begin < other->place.begin ? std::pair(one, other)
                                                          : std::pair(other, one));
  };
  std::vector<Named> behind;
  for (const Mention& mention : mentions) {
    const std::string_view text = document.slice({mention.place.end, mention.paragraph.end});
    std::string words = words_behind(text.substr(end_of_unit(text)));
    if (words.size() >= key_size) behind.push_back({&mention, std::move(words)});
  }
  std::ranges::sort(behind, [](const Named& one, const Named& other) {
    const int way = one.key().compare(other.key());
    return way != 0 ? way < 0 : one.mention->place.begin < other.mention->place.begin;
  });
  for (std::size_t i = 0; i < behind.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(behind.size(), i + most_alike); ++j) {
      if (behind[j].key() != behind[i].key()) break;
      add(behind[i].mention, behind[j].mention);
    }
  if (behind.empty()) return pairs;
  for (const Mention& mention : mentions) {
    const std::string_view text =
        last_bytes(document.slice({mention.paragraph.begin, mention.place.begin}), longest_label);
    const std::string before = words_before(without_links(text, links));
    for (std::size_t at = before.size(); at >= han_bytes; at -= han_bytes) {
      const std::string_view rest = std::string_view(before).substr(at - han_bytes);
      if (rest.size() < key_size) continue;
      if (rest.size() > longest_thing) break;
      const std::string_view key = rest.substr(0, key_size);
      std::size_t looked_at = 0;
      for (auto named = std::ranges::lower_bound(behind, key, {}, &Named::key);
           named != behind.end() && named->key() == key && looked_at < most_alike;
           ++named, ++looked_at)
        if (std::string_view(named->words).starts_with(rest)) add(&mention, named->mention);
    }
  }
  return pairs;
}

CountedThing counted_thing(const NamedNumber& one, const NamedNumber& other) {
  const std::string one_label = words_before(one.label), other_label = words_before(other.label);
  const std::string one_noun = words_behind(one.noun), other_noun = words_behind(other.noun);
  const std::size_t first = overlap(one_label, other_noun), last = overlap(other_label, one_noun),
                    both = common_beginning(one_noun, other_noun);
  const std::size_t size = std::max({first, last, both});
  CountedThing thing{size / han_bytes, one_label, other_label};
  if (size == both)
    return {size / han_bytes, without_particle(one_label), without_particle(other_label)};
  if (size == first) {
    thing.one_rest.resize(one_label.size() - size);
    thing.other_rest = without_particle(other_label);
  } else {
    thing.other_rest.resize(other_label.size() - size);
    thing.one_rest = without_particle(one_label);
  }
  return thing;
}

}  // namespace hegui
