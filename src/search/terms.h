#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/literal_index.h"
#include "search/pattern.h"
#include "text/language.h"
#include "text/span.h"

namespace hegui {

/// What `{year}` and the like stand for in one document. A variable that is not there has no value:
/// a term that needs it matches nothing.
using Variables = std::map<std::string, std::string, std::less<>>;

/// Replaces `{name}`; nullopt if a variable has no value. A PCRE2 quantifier such as {2,4} is no
/// variable: names begin with a letter.
std::optional<std::string> expand(std::string_view text, const Variables& variables);

/// A pattern that matches just these words.
std::string quoted_pattern(std::string_view words);

/// The names of the variables that a text uses.
std::vector<std::string_view> variables_in(std::string_view text);

/// How the literals of a language are looked for, where they are words and not just characters:
/// whole, in any case, in singular and plural.
struct WordForms {
  struct Plural {
    std::string_view ending;  ///< Of the singular: y
    std::string_view plural;  ///< What stands there instead: ies
  };

  std::string_view letters;         ///< What words are made of, as in brackets of a pattern.
  std::span<const Plural> plurals;  ///< The first whose ending fits holds; the last is of all.
  /// Characters that people type for each other: ' and ’.
  std::span<const std::string_view> alike;
};

/// What finds the literal and its plural.
std::string pattern_of(std::string_view literal, const WordForms& forms);

/// One thing to look for: a literal (already folded), or a pattern. One with variables stands for
/// what they make of it in the report at hand (FilledTerms); without a report, for nothing.
class Term {
 public:
  /// Without `forms` the characters are looked for wherever they stand. They are not copied.
  static Term literal(std::string folded, const WordForms* forms = nullptr);
  /// Throws PatternError. One with variables is compiled when they are known.
  static Term pattern(std::string source);
  /// The same for one that is known to be right (Pattern::known).
  static Term known_pattern(std::string source);

  const std::string& source() const;
  bool is_pattern() const { return is_pattern_; }
  bool has_variables() const { return has_variables_; }
  /// A literal that is looked for as words of its language.
  bool whole_words() const { return forms_ != nullptr; }
  /// A variable of it has no value in the report at hand.
  bool is_void() const;
  /// A pattern that finds what the literal does.
  std::string as_pattern() const;

  /// The leftmost match at or after `from`.
  std::optional<Span> find(std::string_view subject, std::size_t from) const;
  /// Group 1 of the leftmost match of a pattern.
  std::optional<Span> capture(std::string_view subject) const;
  /// The groups of a pattern's match that begins where `hit` does, if it is that.
  std::vector<Span> groups(std::string_view subject, Span hit) const;
  /// With the values put in; nullopt if a variable has none.
  std::optional<Term> with(const Variables& values) const;
  /// From now on it is looked up in scans with that index, which outlives it. It has no variables.
  void add_to(LiteralIndex& index);
  /// The same where it is known what its matches hold, which stays where it is.
  void add_to(LiteralIndex& index, std::span<const std::string_view> any_of, std::uint32_t before);
  /// Which is this. It has no variables.
  RequiredLiterals required() const;

  friend bool operator==(const Term& a, const Term& b) {
    return a.is_pattern_ == b.is_pattern_ && a.forms_ == b.forms_ && a.source_ == b.source_;
  }

 private:
  explicit Term(std::string source);
  /// Itself, or what it stands for in the report at hand; null if that is nothing.
  const Term* meant() const { return has_variables_ ? meant_now() : this; }
  const Term* meant_now() const;
  std::optional<Span> find_near_literals(const LiteralScan& scan, std::string_view subject,
                                         std::size_t from) const;
  /// Of a literal that stands there.
  Span span_of(std::size_t at) const;

  std::string source_;
  const WordForms* forms_ = nullptr;
  bool is_pattern_ = false;
  bool has_variables_ = false;
  std::optional<Pattern> compiled_ = {};
  const LiteralIndex* index_ = nullptr;
  LiteralIndex::Number number_ = LiteralIndex::none;
};

/// Lists share their terms: most of a rule set's are in several.
using SharedTerm = std::shared_ptr<const Term>;

/// A word list: matches where any of its terms does.
class Terms {
 public:
  Terms() = default;
  explicit Terms(std::vector<SharedTerm> terms) : terms_(std::move(terms)) {}

  /// There is nothing in it that means something.
  bool empty() const;
  const std::vector<SharedTerm>& list() const { return terms_; }
  /// Of the list those that mean something in the report at hand.
  std::vector<const Term*> meant() const;
  void append(const Terms& other);

  /// The leftmost, then longest match at or after `from`.
  std::optional<Span> find(std::string_view subject, std::size_t from = 0) const;
  bool matches(std::string_view subject) const;
  /// The first term of the list that matches; null if none does.
  const Term* matching(std::string_view subject) const;
  /// All matches from left to right, not overlapping.
  std::vector<Span> all(std::string_view subject) const;
  /// What the groups hold of the pattern that found `hit`, from group 1 on; none of a literal, nor
  /// of a pattern that looks at what stands before its match by \K.
  std::vector<Span> groups(std::string_view subject, Span hit) const;

  friend bool operator==(const Terms& a, const Terms& b);

 private:
  std::vector<SharedTerm> terms_;
};

/// Whether a condition holds, and which term decided it.
struct Decision {
  bool holds = false;
  bool near = false;  ///< It does not, but some of it was there.
  Message why = {};
};

/// `any` of these, every one of `all` (each may be a list of alternatives), and none of `none`.
struct Condition {
  Terms any = {};
  std::vector<Terms> all = {};
  Terms none = {};
  bool has_any = false;  ///< `any` was given: an empty one holds never, not always.

  bool empty() const { return !has_any && all.empty() && none.empty(); }
  bool holds(std::string_view text) const;
  /// Where what makes it hold stands: the first hit of `any`, else of `all`.
  std::optional<Span> hit(std::string_view text) const;
  /// Like holds, with the reason; for people who ask why.
  Decision decide(std::string_view text) const;

  friend bool operator==(const Condition&, const Condition&) = default;
};

}  // namespace hegui
