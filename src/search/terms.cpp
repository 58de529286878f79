#include "search/terms.h"

#include <algorithm>
#include <cctype>

#include "search/filled_terms.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_look_ahead = 256;  // Bytes.

bool is_name_letter(char c, bool first) {
  return (c >= 'a' && c <= 'z') || (!first && (c == '-' || (c >= '0' && c <= '9')));
}

/// The variable whose brace opens at `at`, without braces; empty if it is no variable.
std::string_view variable_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_name_letter(text[end], end == at + 1)) ++end;
  if (end == at + 1 || end >= text.size() || text[end] != '}') return {};
  // \p{han} and \x{ff} are PCRE2's.
  if (at >= 2 && text[at - 2] == '\\') return {};
  return text.substr(at + 1, end - at - 1);
}

/// The values as patterns that match just them: they may be words of a report.
Variables quoted(const Variables& variables) {
  Variables patterns;
  for (const auto& [name, value] : variables) patterns[name] = quoted_pattern(value);
  return patterns;
}

/// As text.find(word, from), for words that are not empty. Chinese characters begin with one of six
/// bytes, so the first byte of a word is found at every third place; the second one tells more.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  if (word.size() < 2 || static_cast<unsigned char>(word.front()) < 0x80)
    return text.find(word, from);
  for (std::size_t at = text.find(word[1], from + 1); at != std::string_view::npos;
       at = text.find(word[1], at + 1))
    if (text.substr(at - 1, word.size()) == word) return at - 1;
  return std::string_view::npos;
}

/// Whether words are made of it. Nearly all that is asked is ASCII, for which nothing is compiled.
bool is_letter(std::string_view character, const std::string& letters) {
  if (character.size() == 1)
    return character == "_" || std::isalnum(static_cast<unsigned char>(character.front())) != 0;
  return Pattern("^[" + letters + "]").matches(character);
}

}  // namespace

std::string quoted_pattern(std::string_view words) {
  std::string pattern;
  for (const char c : words) {
    if (std::ispunct(static_cast<unsigned char>(c))) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::vector<std::string_view> variables_in(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
    if (const auto name = variable_at(text, at); !name.empty()) names.push_back(name);
  return names;
}

std::optional<std::string> expand(std::string_view text, const Variables& variables) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view name = text[at] == '{' ? variable_at(text, at) : std::string_view{};
    if (name.empty()) {
      result.push_back(text[at++]);
      continue;
    }
    const auto value = variables.find(name);
    if (value == variables.end()) return std::nullopt;
    result += value->second;
    at += name.size() + 2;
  }
  return result;
}

Term::Term(std::string source)
    : source_(std::move(source)), has_variables_(!variables_in(source_).empty()) {}

std::string pattern_of(std::string_view literal, const WordForms& forms) {
  const auto written = [&](std::string_view words) {
    std::string pattern;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      next_code_point(words, at);
      const std::string_view character = words.substr(begin, at - begin);
      const auto alike = std::ranges::find_if(forms.alike, [&](std::string_view set) {
        return set.find(character) != std::string_view::npos;
      });
      if (alike != forms.alike.end())
        pattern.append("[").append(*alike).append("]");
      else
        pattern += quoted_pattern(character);
    }
    return pattern;
  };
  const std::string letters(forms.letters);
  std::string pattern = "(?i)";
  if (is_letter(first_code_points(literal, 1), letters)) pattern += "(?<![" + letters + "])";
  if (!is_letter(literal.substr(previous_code_point(literal, literal.size())), letters))
    return pattern + written(literal);
  const std::string small = lower(literal);
  const auto plural = std::ranges::find_if(forms.plurals, [&](const WordForms::Plural& own) {
    return std::string_view(small).ends_with(own.ending);
  });
  pattern += written(literal.substr(
      0, literal.size() - (plural == forms.plurals.end() ? 0 : plural->ending.size())));
  if (plural != forms.plurals.end())
    pattern += "(?:" + written(plural->ending) + "|" + written(plural->plural) + ")";
  return pattern + "(?![" + letters + "])";
}

Term Term::literal(std::string folded, const WordForms* forms) {
  Term term(std::move(folded));
  term.forms_ = forms;
  if (forms && !term.has_variables_)
    term.compiled_ = Pattern::known(pattern_of(term.source_, *forms));
  return term;
}

std::string Term::as_pattern() const {
  if (is_pattern_) return source_;
  return forms_ ? "(?:" + pattern_of(source_, *forms_) + ")" : quoted_pattern(source_);
}

Term Term::pattern(std::string source) {
  Term term(std::move(source));
  term.is_pattern_ = true;
  // A pattern with variables is compiled once with a stand-in, so that its errors show at load.
  if (term.has_variables_) {
    Variables stand_in;
    for (const std::string_view name : variables_in(term.source_))
      stand_in.emplace(std::string(name), "2000");
    Pattern(*expand(term.source_, stand_in));
  } else {
    term.compiled_.emplace(term.source_);
  }
  return term;
}

Term Term::known_pattern(std::string source) {
  Term term(std::move(source));
  term.is_pattern_ = true;
  if (!term.has_variables_) term.compiled_ = Pattern::known(term.source_);
  return term;
}

const Term* Term::meant_now() const {
  const FilledTerms* const filled = FilledTerms::of_report();
  return filled ? filled->meaning_of(*this) : nullptr;
}

bool Term::is_void() const {
  return has_variables_ && FilledTerms::of_report() != nullptr && meant_now() == nullptr;
}

const std::string& Term::source() const {
  const Term* const own = meant();
  return own ? own->source_ : source_;
}

std::optional<Span> Term::find(std::string_view subject, std::size_t from) const {
  if (has_variables_) {
    const Term* const own = meant_now();
    return own ? own->find(subject, from) : std::nullopt;
  }
  if (const LiteralScan* const scan = LiteralScan::of(index_, subject)) {
    if (scan->places(number_).empty()) return std::nullopt;
    return find_near_literals(*scan, subject, from);
  }
  if (LiteralScan::lacks(index_, number_, subject)) return std::nullopt;
  if (compiled_) return compiled_->find(subject, from);
  const std::size_t at = find_word(subject, source_, from);
  if (at == std::string_view::npos) return std::nullopt;
  return span_of(at);
}

std::optional<Span> Term::find_near_literals(const LiteralScan& scan, std::string_view subject,
                                             std::size_t from) const {
  // Where literals are many, to go from one to the next costs more than to search on.
  constexpr int most_windows = 16;
  for (int windows = 1;; ++windows) {
    const auto window = scan.window(number_, subject, from);
    if (!window) return std::nullopt;
    if (!compiled_) return span_of(window->last);
    if (windows == most_windows) return compiled_->find(subject, window->first);
    if (const auto hit = compiled_->find(subject, window->first, window->last)) return hit;
    from = window->last;
    next_code_point(subject, from);
  }
}

Span Term::span_of(std::size_t at) const {
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + source_.size())};
}

std::optional<Span> Term::capture(std::string_view subject) const {
  const Term* const own = meant();
  return own && own->compiled_ ? own->compiled_->capture(subject) : std::nullopt;
}

std::vector<Span> Term::groups(std::string_view subject, Span hit) const {
  const Term* const own = meant();
  if (!own || !is_pattern_ || !own->compiled_) return {};
  // What another term found is looked for no further than a match here could look ahead.
  std::size_t end = std::min<std::size_t>(subject.size(), hit.end + longest_look_ahead);
  if (end < subject.size()) end = previous_code_point(subject, end + 1);
  const std::string_view near = subject.substr(0, end);
  if (own->compiled_->find(near, hit.begin) != hit) return {};
  return own->compiled_->groups(near, hit.begin);
}

std::optional<Term> Term::with(const Variables& values) const {
  const auto source = expand(source_, is_pattern_ ? quoted(values) : values);
  if (!source) return std::nullopt;
  return is_pattern_ ? pattern(*source) : literal(*source, forms_);
}

void Term::add_to(LiteralIndex& index) {
  number_ = compiled_ ? index.add_pattern(compiled_->source()) : index.add_word(source_);
  index_ = number_ == LiteralIndex::none ? nullptr : &index;
}

bool Terms::empty() const {
  return std::ranges::all_of(terms_, [](const SharedTerm& term) { return term->is_void(); });
}

std::vector<const Term*> Terms::meant() const {
  std::vector<const Term*> terms;
  for (const SharedTerm& term : terms_)
    if (!term->is_void()) terms.push_back(term.get());
  return terms;
}

bool operator==(const Terms& a, const Terms& b) {
  return std::ranges::equal(a.terms_, b.terms_, [](const SharedTerm& one, const SharedTerm& other) {
    return one == other || *one == *other;
  });
}

void Term::add_to(LiteralIndex& index, std::span<const std::string_view> any_of,
                  std::uint32_t before) {
  number_ = index.add(any_of, before);
  index_ = number_ == LiteralIndex::none ? nullptr : &index;
}

RequiredLiterals Term::required() const {
  if (!compiled_) return {.any_of = {source_}, .before = 0};
  return required_literals(compiled_->source());
}

void Terms::append(const Terms& other) {
  terms_.insert(terms_.end(), other.terms_.begin(), other.terms_.end());
}

std::optional<Span> Terms::find(std::string_view subject, std::size_t from) const {
  std::optional<Span> best;
  for (const SharedTerm& term : terms_) {
    const auto found = term->find(subject, from);
    if (!found) continue;
    if (!best || found->begin < best->begin ||
        (found->begin == best->begin && found->end > best->end))
      best = found;
  }
  return best;
}

bool Terms::matches(std::string_view subject) const { return matching(subject) != nullptr; }

const Term* Terms::matching(std::string_view subject) const {
  const auto found = std::ranges::find_if(
      terms_, [&](const SharedTerm& term) { return term->find(subject, 0).has_value(); });
  return found == terms_.end() ? nullptr : found->get();
}

std::vector<Span> Terms::all(std::string_view subject) const {
  // Each term is searched once from left to right, so a long text with many hits stays linear.
  std::vector<Span> hits;
  for (const SharedTerm& term : terms_)
    for (std::size_t from = 0; from <= subject.size();) {
      const auto hit = term->find(subject, from);
      if (!hit) break;
      if (!hit->empty()) hits.push_back(*hit);
      from = hit->empty() ? hit->end + std::size_t{1} : hit->end;
      while (from < subject.size() && (static_cast<unsigned char>(subject[from]) & 0xC0) == 0x80)
        ++from;
    }
  std::ranges::sort(
      hits, [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::uint32_t end = 0;
  std::erase_if(hits, [&](Span hit) {
    if (hit.begin < end) return true;
    end = hit.end;
    return false;
  });
  return hits;
}

std::vector<Span> Terms::groups(std::string_view subject, Span hit) const {
  for (const SharedTerm& term : terms_)
    if (auto found = term->groups(subject, hit); !found.empty()) return found;
  return {};
}

bool Condition::holds(std::string_view text) const {
  // What must be there mostly is not, so it is looked for first.
  if (has_any && !any.matches(text)) return false;
  const auto is_there = [&](const Terms& terms) { return terms.matches(text); };
  return std::ranges::all_of(all, is_there) && !none.matches(text);
}

namespace {

/// The words that a term found, and the term when it is not just those words.
Message shown(const Term& term, std::string_view text) {
  const auto hit = term.find(text, 0);
  const std::string_view words = hit ? text.substr(hit->begin, hit->size()) : "";
  return term.is_pattern() ? say("“{}”（/{}/）", "“{}” (/{}/)", words, term.source())
                           : say("“{}”", "“{}”", words);
}

}  // namespace

Decision Condition::decide(std::string_view text) const {
  const Term* wanted = any.matching(text);
  std::size_t met = 0;
  while (met < all.size() && all[met].matches(text)) ++met;
  const bool near = wanted != nullptr || met > 0;
  if (const Term* unwanted = none.matching(text)) {
    const Message term = shown(*unwanted, text);
    return {.near = near, .why = {"被 none 排除：" + term.zh, "ruled out by " + term.en}};
  }
  if (has_any && !wanted)
    return {.near = near, .why = say("any 里一个也没有", "nothing from any matches")};
  if (met < all.size())
    return {.near = near,
            .why = say("all 的第 {} 项没有", "condition {} of “all” is not met", met + 1)};
  if (!wanted && !all.empty()) wanted = all.front().matching(text);
  if (!wanted) return {.holds = true, .why = say("没有条件", "no condition")};
  const Message term = shown(*wanted, text);
  return {.holds = true, .why = {"命中 " + term.zh, "matches " + term.en}};
}

std::optional<Span> Condition::hit(std::string_view text) const {
  if (has_any) return any.find(text);
  return all.empty() ? std::nullopt : all.front().find(text);
}

}  // namespace hegui
