#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/layers.h"
#include "search/lexicon.h"
#include "search/terms.h"
#include "text/fold.h"
#include "yaml/reader.h"

namespace hegui {

/// $name. A dollar alone is a word: units: [$, €]
bool is_reference(const Value& value);

/// The word lists of a rule set, and everything that is written with them.
///
///   不足           a literal, matched after folding
///   '/受.{1,9}制约/'  a pattern: quoted and slashed
///   $shortcoming   a list
///   {next}         a variable, in literals and patterns
///   '/^(将|要){verb}/'  in a pattern, any word of the list `verb`, which has no patterns
class Vocabulary {
 public:
  /// `root` is the map of a rule file. `layers` are those of its places.
  Vocabulary(Reader& reader, std::span<const RuleLayer> layers, const Value& root);

  /// A scalar or a list.
  Terms terms(const Value& value);
  /// {any, all, none}, or what is `any`.
  Condition condition(const Value& value);
  /// A condition whose three keys stand in a map together with others of the kind's own.
  Condition condition_keys(const Value& map);
  /// A day in which a variable may stand for the year: {next}-01-31.
  std::optional<std::string> day(const Value& value);
  /// One pattern or literal that is no list.
  std::optional<Term> term(const Value& value);

  /// The dictionaries of these names.
  std::shared_ptr<const Lexicon> lexicon(const Value& names);

  /// In which a value of the file is read: that of its set.
  Language language_of(const Value& value) const;

  /// Whether the file in which `user` stands may name a variable so.
  bool is_variable(std::string_view name, const Value& user) const;

  /// Reads every list and dictionary, so that errors in unused ones are told too.
  void read_all();

  /// What all terms without variables are looked up by from now on. Once, at the end. It looks into
  /// `terms`, which must outlive it.
  std::shared_ptr<const LiteralIndex> index();
  std::vector<SharedTerm> terms() const { return {made_.begin(), made_.end()}; }

  /// Warns of lists that no rule uses, unless they are for others, of words that a shorter one in
  /// the same list already finds, and of patterns that take too long on long text. Only of the file
  /// that was asked for.
  void warn(bool for_others);

 private:
  const Terms* named(std::string_view name, SourcePlace place);
  void append(const Value& value, std::vector<SharedTerm>& out);
  std::optional<Term> pattern(const Value& value);
  /// The pattern with the words of the lists that it names in braces; none after an error.
  std::optional<std::string> with_lists(const Value& value, std::string source);
  /// What stands in a pattern for a name in braces.
  std::optional<std::string> in_pattern(std::string_view name, const Value& user);
  Folding folding_of(const Value& value) const;
  bool is_built_in(const Value& value) const;

  /// The names of a map that may be used in that file.
  std::vector<std::string_view> visible(const Value* names, std::uint16_t user) const;

  // --- dictionaries
  void read_all_dictionaries();
  /// Null after an error.
  std::shared_ptr<const Dictionary> dictionary(const Value& name);
  std::shared_ptr<const Dictionary> dictionary(const Value::Entry& entry);
  Dictionary read_dictionary(const Value::Entry& entry);
  void read_wrong(const Value& rows, Dictionary& dictionary);
  void read_orders(const Value& orders, Dictionary& dictionary);
  void read_titles(const Value& titles, Dictionary& dictionary);
  void read_dated(const Value& rows, Dictionary& dictionary);
  /// A list, or one; each of at least so many Chinese characters.
  std::vector<std::string> phrases(const Value& value, std::size_t least);
  std::string folded(const Value& value);

  Reader& reader_;
  std::span<const RuleLayer> layers_;
  const Value* lists_;
  const Value* variables_;
  const Value* dictionaries_;
  std::map<std::string, std::shared_ptr<const Dictionary>, std::less<>> known_dictionaries_;
  std::map<std::string, Terms, std::less<>> known_;
  std::vector<std::shared_ptr<Term>> made_;  ///< All terms of lists.
  /// Whether that is still within the bound of `taken`; of the first that is not `too_many` makes
  /// the message.
  bool may_take(std::size_t& taken, std::size_t more, std::size_t most, SourcePlace place,
                Message (*too_many)(std::size_t most));
  /// False when the lookups did not do.
  bool warn_of_dead_terms(const Value& list, std::size_t& lookups_left);
  void warn_of_slow_patterns();

  std::set<std::string, std::less<>> used_;  ///< Lists that rules name, and the lists in them.
  std::set<std::string, std::less<>> in_patterns_;  ///< Lists that stand in patterns.
  std::set<std::string, std::less<>> reading_;      ///< Lists on the way, to find circles.
  std::map<SourcePlace, std::string> patterns_;     ///< Of the file that was asked for.
  std::size_t terms_taken_ = 0;                     ///< From lists.
  std::size_t patterns_taken_ = 0;
  std::size_t pattern_bytes_taken_ = 0;
};

}  // namespace hegui
