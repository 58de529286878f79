#include "search/literal_index.h"

#include <algorithm>
#include <utility>

#include "search/known_literals.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// Bytes of the character that begins with `lead`.
std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The bytes of the character at `at` in one number, and its length; no character at the end.
struct Character {
  Character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const std::size_t left = text.size() - at;
    if (left >= 3 && byte(0) >> 4 == 0xE) {  // Nearly all are Chinese.
      length = 3;
      value = byte(0) << 16 | byte(1) << 8 | byte(2);
    } else if (left > 0) {
      length = std::min(length_of(text[at]), left);
      for (std::size_t i = 0; i < length; ++i) value = value << 8 | byte(i);
    }
  }
  std::size_t length = 0;
  std::uint32_t value = 0;
};

constexpr std::uint32_t first_factor = 0x9E3779B1;  // Odd, and without a pattern.
constexpr std::uint32_t second_factor = 0x85EBCA6B;

std::uint32_t bit_of(std::uint32_t first, std::uint32_t second) {
  return (first * first_factor ^ second * second_factor) >> 16;
}

std::uint32_t bucket_of(std::uint32_t bit) { return bit >> 4; }

/// Null if it was not found out when the program was built.
const KnownLiterals* known_literals_of(std::string_view pattern) {
  const auto known = std::ranges::lower_bound(
      known_literals(), pattern, {}, [](const KnownLiterals& each) { return each.pattern.view(); });
  const bool is_it = known != known_literals().end() && known->pattern.view() == pattern;
  return is_it ? &*known : nullptr;
}

}  // namespace

constinit thread_local const LiteralScan* LiteralScan::current_ = nullptr;
constinit thread_local std::string_view LiteralScan::joined_ = {};

LiteralIndex::Number LiteralIndex::add_word(std::string_view word) {
  add(word);
  return end_number(0);
}

LiteralIndex::Number LiteralIndex::add_pattern(std::string_view source) {
  if (const KnownLiterals* known = known_literals_of(source)) {
    for (std::string_view rest = known->literals.view(); !rest.empty();) {
      const std::size_t end = rest.find('\0');
      add(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    return end_number(known->before);
  }
  RequiredLiterals required = required_literals(source);
  for (std::string& literal : required.any_of) add(copies_.emplace_back(std::move(literal)));
  return end_number(required.before);
}

LiteralIndex::Number LiteralIndex::add(std::span<const std::string_view> any_of,
                                       std::uint32_t before) {
  for (const std::string_view literal : any_of) add(literal);
  return end_number(before);
}

/// One of the literals of the number that is coming to be.
void LiteralIndex::add(std::string_view literal) {
  const Character first(literal, 0);
  const Character second(literal, first.length);
  const std::uint32_t bit = bit_of(first.value, second.value);
  begins_[bit / 64] |= std::uint64_t{1} << bit % 64;
  literals_.push_back(
      {bucket_of(bit), static_cast<Number>(of_number_.size()), first.value, second.value, literal});
}

LiteralIndex::Number LiteralIndex::end_number(std::uint32_t before) {
  const auto number = static_cast<Number>(of_number_.size());
  std::size_t shortest = std::string_view::npos;
  for (auto each = literals_.rbegin(); each != literals_.rend() && each->number == number; ++each)
    shortest = std::min(shortest, each->text.size());
  if (shortest == std::string_view::npos) return none;
  of_number_.push_back({static_cast<std::uint32_t>(shortest), before});
  return number;
}

void LiteralIndex::finish() {
  for (const Literal& literal : literals_) ++first_in_bucket_[literal.bucket + 1];
  for (std::size_t i = 1; i < first_in_bucket_.size(); ++i)
    first_in_bucket_[i] += first_in_bucket_[i - 1];
  std::vector<Literal> by_bucket(literals_.size());
  std::vector<std::uint32_t> next(first_in_bucket_.begin(), first_in_bucket_.end() - 1);
  for (const Literal& literal : literals_) by_bucket[next[literal.bucket]++] = literal;
  literals_ = std::move(by_bucket);
}

LiteralScan::LiteralScan(const LiteralIndex& index, std::string_view text)
    : index_(index), text_(text), first_place_(index.of_number_.size() + 1), outer_(current_) {
  find_literals();
  // Last: what throws before has no destructor to take it back.
  current_ = this;
}

void LiteralScan::find_literals() {
  const LiteralIndex& index = index_;
  const std::string_view text = text_;
  if (index.literals_.empty()) return;
  struct Hit {
    std::uint32_t number;
    std::uint32_t place;
  };
  std::vector<Hit> hits;
  // So that they seldom grow; where they are few, little of that memory is touched.
  constexpr std::size_t bytes_a_hit = 4;
  hits.reserve(text.size() / bytes_a_hit);
  Character here(text, 0), next(text, 0);
  const auto has = [&](std::uint32_t bit) { return index.begins_[bit / 64] >> bit % 64 & 1; };
  // Those that begin with these two characters, or are the first of them.
  const auto look = [&](std::uint32_t bit, std::uint32_t second, std::size_t at) {
    const std::uint32_t bucket = bucket_of(bit);
    const std::size_t known = here.length + (second != 0 ? next.length : 0);
    for (std::uint32_t i = index.first_in_bucket_[bucket]; i < index.first_in_bucket_[bucket + 1];
         ++i) {
      const LiteralIndex::Literal& literal = index.literals_[i];
      if (literal.first != here.value || literal.second != second) continue;
      // Many begin alike: 行政执法, 行政处罚. The last byte tells most of them apart.
      const std::size_t size = literal.text.size();
      if (size > text.size() - at || text[at + size - 1] != literal.text.back()) continue;
      if (size > known && !text.substr(at).starts_with(literal.text)) continue;
      hits.push_back({literal.number, static_cast<std::uint32_t>(at)});
      ++first_place_[literal.number + 1];
    }
  };
  for (std::size_t at = 0; at < text.size(); here = next) {
    next = Character(text, at + here.length);
    const std::uint32_t pair = bit_of(here.value, next.value), single = bit_of(here.value, 0);
    if (next.value != 0 && has(pair)) look(pair, next.value, at);
    if (has(single)) look(single, 0, at);
    at += here.length;
  }

  for (std::size_t i = 1; i < first_place_.size(); ++i) first_place_[i] += first_place_[i - 1];
  places_.resize(hits.size());
  std::vector<std::uint32_t> next_place(first_place_.begin(), first_place_.end() - 1);
  for (const Hit& hit : hits) places_[next_place[hit.number]++] = hit.place;
}

LiteralScan::~LiteralScan() { current_ = outer_; }

std::optional<LiteralScan::Window> LiteralScan::window(LiteralIndex::Number number,
                                                       std::string_view part,
                                                       std::size_t from) const {
  const auto begin = static_cast<std::size_t>(part.data() - text_.data());
  const auto [shortest, before] = index_.of_number_[number];
  const std::span<const std::uint32_t> all = places(number);
  auto place = std::ranges::lower_bound(all, begin + from);
  const auto is_inside = [&, shortest = shortest] {
    return place != all.end() && *place + shortest <= begin + part.size();
  };
  if (!is_inside()) return std::nullopt;
  Window window{.first = *place - begin, .last = *place - begin};
  if (before > 0) {
    window.first -= std::min<std::size_t>(window.first - from, before);
    window.first = previous_code_point(part, window.first + 1);  // Not inside of a character.
  }
  // Windows that meet are one.
  for (++place; is_inside() && *place - begin <= window.last + before; ++place)
    window.last = *place - begin;
  return window;
}

}  // namespace hegui
