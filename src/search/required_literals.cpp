// Each piece of a pattern is read for two things: the strings that it can match, if these are few,
// and else strings of which each match holds one. Pieces in a row multiply the former, so that
// (不|未)(足|够) is four words; of what a row requires the best is kept, since all of it must be
// there. Lengths are added up beside, which says how far before its string a match can begin.

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

using Bytes = std::uint32_t;
constexpr Bytes unbounded = RequiredLiterals::anywhere;
constexpr Bytes longest_character = 4;

Bytes sum(Bytes a, Bytes b) { return a > unbounded - b ? unbounded : a + b; }

/// Strings of which each match of a piece holds one, and how many bytes of it stand before that one
/// at most; no strings: not known.
struct Required {
  Strings any_of = {};
  Bytes before = 0;
};

struct Piece {
  std::optional<Strings> whole = {};  ///< All strings that it can match.
  Required required = {};
  Bytes longest = 0;  ///< That it can match.
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

void keep_better(Required& best, Required other, Bytes before) {
  if (worth(other.any_of) <= worth(best.any_of)) return;
  best = std::move(other);
  best.before = sum(best.before, before);
}

/// What a piece requires, be it all that it can match.
Required requires_one_of(Piece piece) {
  if (piece.whole && worth(*piece.whole) > worth(piece.required.any_of))
    return {.any_of = std::move(*piece.whole)};
  return std::move(piece.required);
}

Bytes longest_of(const Strings& strings) {
  std::size_t longest = 0;
  for (const std::string& string : strings) longest = std::max(longest, string.size());
  return static_cast<Bytes>(longest);
}

Piece one_of(Strings strings) {
  const Bytes longest = longest_of(strings);
  return {.whole = std::move(strings), .longest = longest};
}

Piece any_character() { return {.longest = longest_character}; }

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

  static void add_alternative(Piece& all, Piece other) {
    all.longest = std::max(all.longest, other.longest);
    if (all.whole && other.whole && all.whole->size() + other.whole->size() <= most_required) {
      join(*all.whole, *other.whole);
      return;
    }
    const Required more = requires_one_of(std::move(other));
    if (all.whole && worth(*all.whole) > 0) all.required = {.any_of = std::move(*all.whole)};
    all.whole.reset();
    Strings& any_of = all.required.any_of;
    if (worth(any_of) == 0 || worth(more.any_of) == 0 ||
        any_of.size() + more.any_of.size() > most_required) {
      all.required = {};
    } else {
      join(any_of, more.any_of);
      all.required.before = std::max(all.required.before, more.before);
    }
  }

  /// Up to the end of an alternative.
  Piece row() {
    Required best;
    Strings run{""};       // What the pieces just read match together,
    Bytes before_run = 0;  // and how much those before them can.
    Bytes longest = 0;
    bool is_whole = true;
    while (more() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      Piece piece = quantified();
      const Bytes before_piece = std::exchange(longest, sum(longest, piece.longest));
      if (piece.whole && run.size() * piece.whole->size() <= most_strings) {
        multiply(run, *piece.whole);
        continue;
      }
      is_whole = false;
      keep_better(best, {.any_of = std::move(run)}, before_run);
      run = piece.whole ? *piece.whole : Strings{""};
      before_run = piece.whole ? before_piece : longest;
      keep_better(best, requires_one_of(std::move(piece)), before_piece);
    }
    if (is_whole) return {.whole = std::move(run), .longest = longest};
    keep_better(best, {.any_of = std::move(run)}, before_run);
    return {.required = std::move(best), .longest = longest};
  }

  Piece quantified() {
    Piece piece = atom();
    while (more()) {
      if (take("?")) {
        piece.required = {};
        if (piece.whole) piece.whole->emplace_back();
      } else if (take("*")) {
        piece = {.longest = unbounded};
      } else if (take("+")) {
        piece = {.required = requires_one_of(std::move(piece)), .longest = unbounded};
      } else if (pattern_[at_] == '{') {
        const Repeats repeats = read_repeats();
        const Bytes longest = piece.longest > unbounded / std::max(repeats.most, Bytes{1})
                                  ? unbounded
                                  : piece.longest * repeats.most;
        piece = repeats.least == 0
                    ? Piece{.longest = longest}
                    : Piece{.required = requires_one_of(std::move(piece)), .longest = longest};
      } else {
        break;
      }
      // Lazy, or possessive.
      if (more() && (pattern_[at_] == '?' || pattern_[at_] == '+')) ++at_;
    }
    return piece;
  }

  struct Repeats {
    Bytes least, most;
  };

  /// From `{` on. A brace that opens no quantifier is a character in some versions of PCRE2 only.
  Repeats read_repeats() {
    ++at_;
    const Bytes least = number();
    const Bytes most = !take(",")                              ? least
                       : pattern_.substr(at_).starts_with('}') ? unbounded
                                                               : number();
    if (!take("}")) throw Unknown{};
    return {least, most};
  }

  /// PCRE2 takes none above 65535.
  Bytes number() {
    Bytes value = 0;
    const std::size_t begin = at_;
    while (more() && at_ - begin < 5 && pattern_[at_] >= '0' && pattern_[at_] <= '9')
      value = value * 10 + static_cast<Bytes>(pattern_[at_++] - '0');
    if (at_ == begin) throw Unknown{};
    return value;
  }

  static Piece nothing() { return one_of({""}); }

  Piece atom() {
    switch (pattern_[at_]) {
      case '^':
      case '$': ++at_; return nothing();
      case '.': ++at_; return any_character();
      case '[': return character_class();
      case '\\': return escape();
      case '(': return group();
      case '*':
      case '+':
      case '?':
      case '{': throw Unknown{};
      default: return one_of({take_character()});
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
    if (more() && !is_letter_or_digit(pattern_[at_])) return one_of({take_character()});
    switch (take_byte()) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W': return any_character();
      case 'p':
      case 'P': take_property(); return any_character();
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
    if (!is_listed || members.size() > most_in_a_class) return any_character();
    return one_of(std::move(members));
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

RequiredLiterals required_literals(std::string_view pattern) {
  try {
    Required required = requires_one_of(PatternReader(pattern).read());
    if (worth(required.any_of) == 0) return {};
    std::ranges::sort(required.any_of);
    required.any_of.erase(std::unique(required.any_of.begin(), required.any_of.end()),
                          required.any_of.end());
    return {std::move(required.any_of), required.before};
  } catch (const Unknown&) {
    return {};
  }
}

}  // namespace hegui
