#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "document/outline.h"
#include "finding.h"
#include "language/length.h"
#include "ruleset/layers.h"
#include "search/filled_terms.h"
#include "search/terms.h"

namespace hegui {

/// Parts that one of another requirement must not lie in.
struct Exclusion {
  std::vector<int> requirements = {};  ///< Indices in RuleSet::requirements.
  bool lead = false;                   ///< Body before the first heading.
  bool heading = false;                ///< Headings themselves, for passages.
  bool tail = false;                   ///< The last paragraph.
};

/// Most sentences of a stretch say one thing.
struct Mostly {
  Condition saying = {};       ///< On each sentence; empty if the rung has no `mostly`.
  Condition rather_than = {};  ///< Only sentences that say this count against; empty: all others.
  bool paragraphs = false;     ///< Paragraphs are counted, not sentences.
  double share = 0.5;          ///< At least so many of the sentences that count.
  double at_most = 1;          ///< A part is no more of the body than this.
  int least = 2;               ///< And so many in all.

  /// What is counted, as people say it.
  Message unit() const { return paragraphs ? say("段", "paragraphs") : say("句", "sentences"); }
};

/// Where in the report a part must begin, seen from the parts of other requirements. One that is
/// missing demands nothing.
struct Stands {
  std::vector<int> after = {};  ///< Indices in RuleSet::requirements.
  std::vector<int> before = {};
};

/// One way to find the part that answers a requirement.
struct Rung {
  enum class Kind : std::uint8_t { title, heading, passage, mostly, rest };
  Kind kind = Kind::heading;
  Condition condition = {};
  Condition body = {};  ///< Of a heading: what its text must hold too.
  Mostly mostly = {};   ///< A rung of its own, or what the text found otherwise must hold too.
  int min_depth = 1;
  int max_depth = 99;
  bool all = false;            ///< Every such heading of that depth, or dense stretch.
  bool by_sentence = false;    ///< Of a passage: a sentence, not a paragraph.
  bool from_sentence = false;  ///< The part begins at the sentence that matches.
  bool to_end_of_section = false;
  Length least = {};  ///< Of the part that it finds.
  Stands stands = {};
  Exclusion not_in = {};  ///< The requirement's own included.
  Verdict verdict = Verdict::met;
  std::string because = {};  ///< Why a weaker verdict.
  /// Of what is weak for its length alone: so much would get all points; 0 units otherwise.
  Length full = {};
};

/// A check as a rule file says it.
struct Check {
  std::string id = {};
  const CheckKind* kind = nullptr;
  Language language = Language::zh;  ///< Of the set that it comes from.
  Arguments arguments = {};
  Verdict otherwise = Verdict::weak;  ///< `else`: the verdict if it fails; met: it costs points.
  double weighs = 0;                  ///< Of a check that costs points: what share of them, 0 to 1.
  std::optional<Verdict> none = {};   ///< The verdict if it finds nothing at all.
  std::string say = {};               ///< Instead of the engine's message.
  std::string say_none = {};          ///< Instead of `say` if nothing at all was found.
  std::string fix = {};               ///< Instead of the rule's, where this is what failed.
};

/// A law or standard that rules cite.
struct Basis {
  std::string id = {};
  std::uint16_t file = 0;  ///< That defines it: a set cites its own, and those of sets it extends.
  std::string title = {};
  std::string number = {};
  std::string in_force = {};  ///< Dates as written: 2019-04-15.
  std::string until = {};
  bool verified = false;  ///< Somebody read the primary text.
};

/// What requirements and document checks have in common.
struct Rule {
  std::string id = {};  ///< Full: fazhi/measures.
  std::string title = {};
  std::string short_title = {};  ///< For tables; the title by default.
  std::string basis = {};        ///< As shown: 《…》第四章（一）.
  int basis_index = -1;          ///< In RuleSet::bases.
  std::string why = {};
  std::string fix = {};
  std::vector<std::string> good = {};
  std::vector<std::string> bad = {};
  bool without_samples = false;  ///< No text can show what it is about.
  SourcePlace defined_at = {};
  const Value* source = nullptr;  ///< Its map, in RuleSet::root.
};

/// When a requirement is asked for at all.
struct Applicability {
  std::optional<int> first_year = {};
  std::optional<int> last_year = {};
  std::vector<std::string> issuer_kinds = {};
  Condition title = {};  ///< On the report's title; empty if any will do, or none.
};

struct Requirement {
  Rule rule = {};
  bool off = false;  ///< Bound, so that others can tell their text from its; not judged, not shown.
  double weight = 1;
  std::optional<Severity> if_missing = Severity::error;  ///< None: not reported.
  std::optional<Severity> if_weak = Severity::warning;
  int within = -1;  ///< Judged on that requirement's part.
  std::vector<Rung> rungs = {};
  std::vector<Check> checks = {};
  Condition promise = {};  ///< Of a heading of the part: it says that this will be said.
  Applicability applies = {};
  Exclusion not_in = {};  ///< Where it does not count; each rung has it, too.
  /// Of a sentence by which the report says that there is nothing to tell.
  Terms waived_by = {};
};

/// What the findings of a document check take off a score.
struct Deduct {
  double each = 0;    ///< Points a finding; more than 0.
  double most = 100;  ///< `cap`: of all its findings together.
};

struct DocumentCheck {
  Rule rule = {};
  Check check = {};
  Applicability applies = {};
  int within = -1;  ///< The requirement on whose part it is run; else on the whole document.
  std::optional<Severity> severity = Severity::warning;
  std::optional<Deduct> deduct = {};
};

/// A name for scores of at least so many points.
struct Grade {
  std::string name = {};
  double least = 0;
};

/// Parts without which a report does not pass, whatever its points.
struct Gate {
  std::vector<int> missing = {};  ///< Indices in RuleSet::requirements.
  std::string name = {};          ///< What a report is called that does not pass.
};

/// Where the value of a variable comes from.
struct VariableSource {
  std::string name = {};  ///< option, announcement, title, subtitle, lead, file-name, published; or
                          ///< another variable.
  int add = 0;
};

struct Variable {
  std::string name;
  std::optional<Pattern> find = {};  ///< None: the source itself.
  std::vector<VariableSource> sources = {};
};

/// Documents that speak of the same things and are none of those that a set is for.
struct LooksLike {
  std::string name = {};  ///< 解读: what people call them.
  Condition title = {};   ///< One of the two is enough.
  Condition lead = {};
};

/// Headings that only documents of a kind have together.
struct TellingHeadings {
  std::vector<Terms> kinds = {};
  std::size_t least = 0;  ///< So many kinds must be there; 0: no headings tell.
  Condition body = {};    ///< What the text must say, too.
};

/// Whether a set is for a document.
struct Applies {
  Condition title = {};
  Condition lead = {};
  Condition title_or_lead = {};
  TellingHeadings or_headings = {};        ///< Where the conditions on title and lead do not hold.
  std::vector<LooksLike> looks_like = {};  ///< Refused, whatever else holds.
  bool given = false;
};

/// The terms with variables of a rule set, by the values of these.
struct FilledByVariables {
  std::mutex mutex = {};
  std::map<Variables, std::shared_ptr<const FilledTerms>> terms = {};  ///< Guarded by `mutex`.
};

struct RuleSet {
  std::vector<SourceFile> files = {};      ///< Of which it is made.
  std::shared_ptr<const Value> root = {};  ///< What they say together.
  std::string id = {};
  std::string title = {};
  Language language = Language::zh;
  Applies applies = {};
  OutlineHints hints = {};
  std::vector<Basis> bases = {};
  std::vector<Variable> variables = {};
  std::vector<Requirement> requirements = {};  ///< In the order of an ideal report.
  std::vector<DocumentCheck> checks = {};
  std::vector<Grade> grades = {};  ///< From the best down; the last begins at 0.
  std::optional<Gate> gate = {};
  std::vector<int> binding_order = {};  ///< Indices of requirements, dependencies first.

  /// Requirements, then checks of the whole document.
  void for_each_rule(const auto& visit) const {
    for (const Requirement& requirement : requirements) visit(requirement.rule);
    for (const DocumentCheck& check : checks) visit(check.rule);
  }
  const Rule* find_rule(std::string_view rule_id) const;

  /// What the terms with variables stand for in reports of these values. Made once for each, since
  /// most reports of a run are of one year. Safe in several threads.
  std::shared_ptr<const FilledTerms> filled_with(const Variables& values) const;

  /// Of all terms without variables. Null where only the head of a set was read.
  std::shared_ptr<const LiteralIndex> literals = {};
  /// All that were read, also those that nothing asks for: `literals` looks into their words.
  std::vector<SharedTerm> terms = {};

  std::shared_ptr<FilledByVariables> filled = std::make_shared<FilledByVariables>();
};

/// Only what tells which reports a set is for, and of which files it is made.
RuleSet head_of(const RuleSet& rules);

}  // namespace hegui
