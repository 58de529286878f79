// What a rule set is made of, for both ways. Each structure is taken apart by name: one that gets a
// member does not compile until the member is told here.

#include "ruleset/archive.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "language/language_data.h"
#include "ruleset/builtin.h"
#include "search/required_literals.h"
#include "text/archive.h"

namespace hegui {
namespace {

/// Terms and dictionaries, which many share, are written where they are met first, and told by
/// number from then on.
template <class T>
class Shared {
 public:
  using Pointer = std::shared_ptr<const T>;

  void write(auto& a, const Pointer& value) {
    const auto [known, is_new] = numbers_.try_emplace(value.get(), numbers_.size());
    a.number(known->second);
    if (is_new) a(*value);
  }
  Pointer read(auto& a, const auto& make) {
    const auto number = static_cast<std::size_t>(a.number());
    if (number == values_.size()) values_.push_back(make());
    return values_[number];
  }
  /// That were read.
  std::vector<Pointer>& all() { return values_; }

 private:
  std::map<const T*, std::size_t> numbers_;
  std::vector<Pointer> values_;
};

enum class TermKind : std::uint8_t { literal, whole_words, pattern };

class RuleWriter : public ArchiveWriter {
 public:
  void operator()(const auto&... values) { (archive(*this, values), ...); }

  Shared<Term> terms;
  Shared<Dictionary> dictionaries;
};

class RuleReader : public ArchiveReader {
 public:
  using ArchiveReader::ArchiveReader;
  void operator()(auto&... values) { (archive(*this, values), ...); }

  Term term() {
    const auto kind = static_cast<TermKind>(number());
    std::string source(text());
    Term made =
        kind == TermKind::pattern
            ? Term::known_pattern(std::move(source))
            : Term::literal(std::move(source),
                            kind == TermKind::whole_words ? data_of(Language::en).words : nullptr);
    if (made.has_variables()) return made;
    literals_.resize(static_cast<std::size_t>(number()));
    for (std::string_view& literal : literals_) literal = text();
    before_ = static_cast<std::uint32_t>(number());
    return made;
  }

  SharedTerm shared_term() {
    return terms.read(*this, [&]() -> SharedTerm {
      auto made = std::make_shared<Term>(term());
      if (!made->has_variables()) made->add_to(*index, literals_, before_);
      return made;
    });
  }

  std::shared_ptr<LiteralIndex> index = std::make_shared<LiteralIndex>();
  Shared<Term> terms;
  Shared<Dictionary> dictionaries;

 private:
  std::vector<std::string_view> literals_;  // Of the term that was read last.
  std::uint32_t before_ = 0;
};

// --- what is looked for

void archive(RuleWriter& a, const Term& term) {
  a.number(static_cast<std::uint64_t>(term.is_pattern()    ? TermKind::pattern
                                      : term.whole_words() ? TermKind::whole_words
                                                           : TermKind::literal));
  a.text(term.source());
  if (term.has_variables()) return;
  const RequiredLiterals required = term.required();
  a(required.any_of);
  a.number(required.before);
}

template <class A>
void archive(A& a, Like<Terms> auto& terms) {
  if constexpr (A::reads) {
    std::vector<SharedTerm> list(static_cast<std::size_t>(a.number()));
    for (SharedTerm& term : list) term = a.shared_term();
    terms = Terms(std::move(list));
  } else {
    a.number(terms.list().size());
    for (const SharedTerm& term : terms.list()) a.terms.write(a, term);
  }
}

template <class A>
void archive(A& a, Like<Condition> auto& condition) {
  auto& [any, all, none, has_any] = condition;
  a(any, all, none, has_any);
}

// --- dictionaries

template <class A>
void archive(A& a, Like<KnownTitle> auto& title) {
  auto& [name, number, until, in_force, now] = title;
  a(name, number, until, in_force, now);
}

template <class A>
void archive(A& a, Like<DatedWords> auto& words) {
  auto& [name, written, first_year, last_year, now, not_in] = words;
  a(name, written, first_year, last_year, now, not_in);
}

void archive(RuleWriter& a, const std::vector<WrongWords>& rows) {
  a.number(rows.size());
  for (const auto& [written, right, not_in] : rows) a(written, right, not_in);
}

void archive(RuleReader& a, std::vector<WrongWords>& rows) {
  for (std::uint64_t left = a.number(); left > 0; --left) {
    WrongWords& row = rows.emplace_back(WrongWords{.written = a.term()});
    a(row.right, row.not_in);
  }
}

template <class A>
void archive(A& a, Like<Dictionary> auto& dictionary) {
  auto& [id, source, verified, wrong, right, known, orders, titles, dated] = dictionary;
  a(id, source, verified, wrong, right, known, orders, titles, dated);
}

void archive(RuleWriter& a, const std::shared_ptr<const Lexicon>& lexicon) {
  a.number(lexicon->dictionaries().size());
  for (const auto& dictionary : lexicon->dictionaries()) a.dictionaries.write(a, dictionary);
}

void archive(RuleReader& a, std::shared_ptr<const Lexicon>& lexicon) {
  Dictionaries all(static_cast<std::size_t>(a.number()));
  for (auto& each : all)
    each = a.dictionaries.read(a, [&] {
      auto made = std::make_shared<Dictionary>();
      a(*made);
      return made;
    });
  lexicon = std::make_shared<const Lexicon>(std::move(all));
}

// --- checks

void archive(RuleWriter& a, const Arguments& arguments);

template <class A>
void archive(A& a, Like<NamedTerms::value_type> auto& named) {
  a(named.first, named.second);
}

void archive(RuleWriter& a, const Argument& value) {
  a.number(value.index());
  std::visit([&](const auto& own) { a(own); }, value);
}

void archive(RuleWriter& a, const Arguments& arguments) {
  a.number(arguments.values().size());
  for (const auto& [key, value] : arguments.values()) a(key, value);
}

Arguments arguments_of(RuleReader& a, std::span<const Key> keys);

/// The maps of a key are of its own table.
std::vector<Arguments> maps_of(RuleReader& a, std::span<const Key> keys, std::string_view key) {
  const auto own = std::ranges::find_if(
      keys, [&](const Key& each) { return each.name == key && each.of != nullptr; });
  std::vector<Arguments> maps;
  for (std::uint64_t left = a.number(); left > 0; --left)
    maps.push_back(arguments_of(a, own->of->keys));
  return maps;
}

template <std::size_t i = 0>
Argument argument_of(RuleReader& a, std::size_t index, std::span<const Key> keys,
                     std::string_view key) {
  using Value = std::variant_alternative_t<i, Argument>;
  if constexpr (i + 1 < std::variant_size_v<Argument>)
    if (index > i) return argument_of<i + 1>(a, index, keys, key);
  if constexpr (std::same_as<Value, std::vector<Arguments>>) {
    return maps_of(a, keys, key);
  } else {
    Value value{};
    a(value);
    return value;
  }
}

Arguments arguments_of(RuleReader& a, std::span<const Key> keys) {
  Arguments arguments(keys);
  for (std::uint64_t left = a.number(); left > 0; --left) {
    const std::string_view key = a.text();
    const auto index = static_cast<std::size_t>(a.number());
    arguments.set(key, argument_of(a, index, keys, key));
  }
  return arguments;
}

template <class A>
void archive(A& a, Like<Check> auto& check) {
  auto& [id, kind, language, arguments, otherwise, weighs, none, say, say_none, fix] = check;
  if constexpr (A::reads) {
    kind = &check_kinds()[static_cast<std::size_t>(a.number())];
    arguments = arguments_of(a, kind->keys);
  } else {
    a.number(static_cast<std::uint64_t>(kind - check_kinds().data()));
    a(arguments);
  }
  a(id, language, otherwise, weighs, none, say, say_none, fix);
}

// --- rules

template <class A>
void archive(A& a, Like<SourcePlace> auto& place) {
  auto& [file, offset] = place;
  a(file, offset);
}

template <class A>
void archive(A& a, Like<Length> auto& length) {
  auto& [unit, units] = length;
  a(unit, units);
}

template <class A>
void archive(A& a, Like<Exclusion> auto& exclusion) {
  auto& [requirements, lead, heading, tail] = exclusion;
  a(requirements, lead, heading, tail);
}

template <class A>
void archive(A& a, Like<Mostly> auto& mostly) {
  auto& [saying, rather_than, paragraphs, share, at_most, least] = mostly;
  a(saying, rather_than, paragraphs, share, at_most, least);
}

template <class A>
void archive(A& a, Like<Stands> auto& stands) {
  auto& [after, before] = stands;
  a(after, before);
}

template <class A>
void archive(A& a, Like<Rung> auto& rung) {
  auto& [kind, condition, body, mostly, min_depth, max_depth, all, by_sentence, from_sentence,
         to_end_of_section, least, stands, not_in, verdict, because, full] = rung;
  a(kind, condition, body, mostly, min_depth, max_depth, all, by_sentence, from_sentence,
    to_end_of_section, least, stands, not_in, verdict, because, full);
}

template <class A>
void archive(A& a, Like<Basis> auto& basis) {
  auto& [id, file, title, number, in_force, until, verified] = basis;
  a(id, file, title, number, in_force, until, verified);
}

template <class A>
void archive(A& a, Like<Rule> auto& rule) {
  auto& [id, title, short_title, basis, basis_index, why, fix, good, bad, without_samples,
         defined_at, source] = rule;
  a(id, title, short_title, basis, basis_index, why, fix, good, bad, without_samples, defined_at);
}

template <class A>
void archive(A& a, Like<Applicability> auto& applies) {
  auto& [first_year, last_year, issuer_kinds, title] = applies;
  a(first_year, last_year, issuer_kinds, title);
}

template <class A>
void archive(A& a, Like<Requirement> auto& requirement) {
  auto& [rule, off, weight, if_missing, if_weak, within, rungs, checks, promise, applies, not_in,
         waived_by] = requirement;
  a(rule, off, weight, if_missing, if_weak, within, rungs, checks, promise, applies, not_in,
    waived_by);
}

template <class A>
void archive(A& a, Like<Deduct> auto& deduct) {
  auto& [each, most] = deduct;
  a(each, most);
}

template <class A>
void archive(A& a, Like<DocumentCheck> auto& check) {
  auto& [rule, own, applies, within, severity, deduct] = check;
  a(rule, own, applies, within, severity, deduct);
}

template <class A>
void archive(A& a, Like<Grade> auto& grade) {
  auto& [name, least] = grade;
  a(name, least);
}

template <class A>
void archive(A& a, Like<Gate> auto& gate) {
  auto& [missing, name] = gate;
  a(missing, name);
}

// --- sets

void archive(RuleWriter& a, const std::optional<Pattern>& pattern) {
  a(pattern ? std::optional(pattern->source()) : std::nullopt);
}

void archive(RuleReader& a, std::optional<Pattern>& pattern) {
  std::optional<std::string> source;
  a(source);
  if (source) pattern = Pattern::known(std::move(*source));
}

template <class A>
void archive(A& a, Like<VariableSource> auto& source) {
  auto& [name, add] = source;
  a(name, add);
}

template <class A>
void archive(A& a, Like<Variable> auto& variable) {
  auto& [name, find, sources] = variable;
  a(name, find, sources);
}

template <class A>
void archive(A& a, Like<LooksLike> auto& other) {
  auto& [name, title, lead] = other;
  a(name, title, lead);
}

template <class A>
void archive(A& a, Like<TellingHeadings> auto& headings) {
  auto& [kinds, least, body] = headings;
  a(kinds, least, body);
}

template <class A>
void archive(A& a, Like<Applies> auto& applies) {
  auto& [title, lead, title_or_lead, or_headings, looks_like, given] = applies;
  a(title, lead, title_or_lead, or_headings, looks_like, given);
}

template <class A>
void archive(A& a, Like<OutlineHints> auto& hints) {
  auto& [furniture, subject, closing] = hints;
  a(furniture, subject, closing);
}

/// Of a built-in set: the name tells the rest.
template <class A>
void archive(A& a, Like<SourceFile> auto& file) {
  auto& [path, source] = file;
  a(path);
  if constexpr (A::reads)
    if (const BuiltinRules* builtin = find_builtin_rules(path))
      source = SharedText::of_constant(builtin->source);
}

template <class A>
void archive(A& a, Like<RuleSet> auto& set) {
  auto& [files, root, id, title, language, applies, hints, bases, variables, requirements, checks,
         grades, gate, binding_order, literals, terms, filled] = set;
  a(files, id, title, language, applies, hints, bases, variables, requirements, checks, grades,
    gate, binding_order);
  if constexpr (A::reads) {
    a.index->finish();
    literals = std::move(a.index);
    terms = std::move(a.terms.all());
  }
}

}  // namespace

std::string archived(const RuleSet& rules) {
  RuleWriter writer;
  writer(rules);
  return writer.take();
}

RuleSet unarchived(std::string_view bytes) {
  RuleReader reader(bytes);
  RuleSet rules;
  reader(rules);
  return rules;
}

}  // namespace hegui
