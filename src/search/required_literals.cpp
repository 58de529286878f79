// Each piece of a pattern is read for two things: the strings that it can match, if these are few,
// and else strings of which each match holds one. Pieces in a row multiply the former, so that
// (不|未)(足|够) is four words; of what a row requires the best is kept, since all of it must be
// there.

#include "search/required_literals.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "text/utf8.h"

namespace hegui {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t most_strings = 48;   // That a row multiplies to.
constexpr std::size_t most_required = 96;  // Of all alternatives together.
constexpr std::size_t most_in_a_class = 24;

struct Piece {
  std::optional<Strings> whole = {};  ///< All strings that it can match.
  Strings required = {};              ///< Each match holds one of these; empty: not known.
};

/// Of the pattern's language, what is not known here.
struct Unknown {};

/// Long strings are rare in a text, and few are soon asked for. Nothing is required by a set with
/// an empty string.
double worth(const Strings& strings) {
  if (strings.empty()) return 0;
  constexpr std::size_t long_enough = 9;  // Bytes: three characters.
  std::size_t shortest = long_enough;
  for (const std::string& string : strings) shortest = std::min(shortest, string.size());
  if (shortest == 0) return 0;
  return static_cast<double>(shortest) + 1 / static_cast<double>(strings.size());
}

void keep_better(Strings& best, const Strings& other) {
  if (worth(other) > worth(best)) best = other;
}

/// What a piece requires, be it all that it can match.
const Strings& requires_one_of(const Piece& piece) {
  return piece.whole && worth(*piece.whole) > worth(piece.required) ? *piece.whole : piece.required;
}

void join(Strings& into, const Strings& more) { into.insert(into.end(), more.begin(), more.end()); }

/// Each of these with each of those after it.
void multiply(Strings& these, const Strings& those) {
  if (those.size() == 1) {
    for (std::string& string : these) string += those.front();
    return;
  }
  Strings all;
  all.reserve(these.size() * those.size());
  for (const std::string& first : these)
    for (const std::string& second : those) all.push_back(first + second);
  these = std::move(all);
}

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

  /// Throws Unknown.
  Piece read() {
    Piece all = alternatives();
    if (more()) throw Unknown{};
    return all;
  }

 private:
  bool more() const { return at_ < pattern_.size(); }
  bool take(std::string_view words) {
    if (!pattern_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  char take_byte() {
    if (!more()) throw Unknown{};
    return pattern_[at_++];
  }
  std::string take_character() {
    if (!more()) throw Unknown{};
    const std::size_t begin = at_;
    next_code_point(pattern_, at_);
    return std::string(pattern_.substr(begin, at_ - begin));
  }

  Piece alternatives() {
    Piece all = row();
    while (take("|")) add_alternative(all, row());
    return all;
  }

  static void add_alternative(Piece& all, const Piece& other) {
    if (all.whole && other.whole && all.whole->size() + other.whole->size() <= most_required) {
      join(*all.whole, *other.whole);
      return;
    }
    const Strings& more = requires_one_of(other);
    if (all.whole && worth(*all.whole) > 0) all.required = std::move(*all.whole);
    all.whole.reset();
    if (worth(all.required) == 0 || worth(more) == 0 ||
        all.required.size() + more.size() > most_required)
      all.required.clear();
    else
      join(all.required, more);
  }

  /// Up to the end of an alternative.
  Piece row() {
    Strings best;
    Strings run{""};  // What the pieces just read match together.
    bool is_whole = true;
    while (more() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      Piece piece = quantified();
      if (piece.whole && run.size() * piece.whole->size() <= most_strings) {
        multiply(run, *piece.whole);
        continue;
      }
      is_whole = false;
      keep_better(best, run);
      keep_better(best, requires_one_of(piece));
      run = piece.whole ? std::move(*piece.whole) : Strings{""};
    }
    if (is_whole) return {.whole = std::move(run)};
    keep_better(best, run);
    return {.required = std::move(best)};
  }

  Piece quantified() {
    Piece piece = atom();
    while (more()) {
      if (take("?")) {
        piece.required.clear();
        if (piece.whole) piece.whole->emplace_back();
      } else if (take("*")) {
        piece = {};
      } else if (take("+")) {
        piece = {.required = requires_one_of(piece)};
      } else if (pattern_[at_] == '{') {
        const bool none = repeats_from_none();
        piece = none ? Piece{} : Piece{.required = requires_one_of(piece)};
      } else {
        break;
      }
      // Lazy, or possessive.
      if (more() && (pattern_[at_] == '?' || pattern_[at_] == '+')) ++at_;
    }
    return piece;
  }

  /// After `{`: whether the quantifier allows no repetition. A brace that opens no quantifier is a
  /// character in some versions of PCRE2 only.
  bool repeats_from_none() {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos) throw Unknown{};
    const std::string_view numbers = pattern_.substr(at_ + 1, end - at_ - 1);
    const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    if (numbers.empty() || !is_digit(static_cast<unsigned char>(numbers.front()))) throw Unknown{};
    if (!std::ranges::all_of(numbers, [&](unsigned char c) { return is_digit(c) || c == ','; }))
      throw Unknown{};
    at_ = end + 1;
    const std::string_view least = numbers.substr(0, numbers.find(','));
    return least.find_first_not_of('0') == std::string_view::npos;
  }

  static Piece nothing() { return {.whole = Strings{""}}; }

  Piece atom() {
    switch (pattern_[at_]) {
      case '^':
      case '$': ++at_; return nothing();
      case '.': ++at_; return {};
      case '[': return character_class();
      case '\\': return escape();
      case '(': return group();
      case '*':
      case '+':
      case '?':
      case '{': throw Unknown{};
      default: return {.whole = Strings{take_character()}};
    }
  }

  Piece group() {
    ++at_;
    const bool looks_around = take("?=") || take("?!") || take("?<=") || take("?<!");
    if (!looks_around && !take("?:") && more() && (pattern_[at_] == '?' || pattern_[at_] == '*'))
      throw Unknown{};
    Piece inner = alternatives();
    if (!take(")")) throw Unknown{};
    // What is looked at is no part of the match.
    return looks_around ? nothing() : inner;
  }

  static bool is_letter_or_digit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  }

  void take_property() {
    if (!take("{")) throw Unknown{};
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos) throw Unknown{};
    at_ = end + 1;
  }

  Piece escape() {
    ++at_;
    if (more() && !is_letter_or_digit(pattern_[at_])) return {.whole = Strings{take_character()}};
    switch (take_byte()) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W': return {};
      case 'p':
      case 'P': take_property(); return {};
      case 'b':
      case 'B':
      case 'A':
      case 'z':
      case 'Z':
      case 'K': return nothing();
      default: throw Unknown{};
    }
  }

  /// One character of a class; empty for a set of them, such as \d.
  std::string class_member() {
    if (!take("\\")) {
      if (pattern_.substr(at_).starts_with("[:")) throw Unknown{};
      return take_character();
    }
    if (more() && !is_letter_or_digit(pattern_[at_])) return take_character();
    switch (take_byte()) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W': return {};
      case 'p':
      case 'P': take_property(); return {};
      default: throw Unknown{};
    }
  }

  Piece character_class() {
    ++at_;
    bool is_listed = !take("^");
    Strings members;
    // A bracket that closes is a member when it comes first.
    do {
      std::string member = class_member();
      const bool is_range = pattern_.substr(at_).starts_with('-') && at_ + 1 < pattern_.size() &&
                            pattern_[at_ + 1] != ']';
      if (is_range) {
        ++at_;
        class_member();
      }
      if (is_range || member.empty()) is_listed = false;
      if (is_listed) members.push_back(std::move(member));
    } while (more() && pattern_[at_] != ']');
    if (!take("]")) throw Unknown{};
    if (!is_listed || members.size() > most_in_a_class) return {};
    return {.whole = std::move(members)};
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> required_literals(std::string_view pattern) {
  try {
    const Piece all = PatternReader(pattern).read();
    Strings required = requires_one_of(all);
    if (worth(required) == 0) return {};
    std::ranges::sort(required);
    required.erase(std::unique(required.begin(), required.end()), required.end());
    return required;
  } catch (const Unknown&) {
    return {};
  }
}

}  // namespace hegui
