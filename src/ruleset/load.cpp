// A value tree to a RuleSet. The maps of the language are described by the tables of keys below;
// what a check takes, by the tables of the check kinds.

#include "ruleset/load.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "ruleset/builtin.h"
#include "ruleset/load_check.h"
#include "ruleset/load_score.h"
#include "ruleset/reader.h"
#include "ruleset/vocabulary.h"

namespace hegui {
namespace {

constexpr std::array top_keys{
    KeyInfo{"hegui", "version of the language: 1"},
    KeyInfo{"id", "name of the set, first part of its rules' ids"},
    KeyInfo{"title", "what kind of report it is for"},
    KeyInfo{"language", "of its texts and of the engine's messages: zh or en"},
    KeyInfo{"extends", "rule sets that this one builds on"},
    KeyInfo{"override", "changes to rules of those sets"},
    KeyInfo{"furniture", "further lines that are not the report"},
    KeyInfo{"applies", "conditions under which the set is for a report"},
    KeyInfo{"vars", "values taken from the report"},
    KeyInfo{"basis", "the laws and standards that rules cite"},
    KeyInfo{"terms", "word lists"},
    KeyInfo{"requirements", "what must be covered, in the order of an ideal report"},
    KeyInfo{"checks", "checks of the whole document"},
    KeyInfo{"grades", "names for scores, best first: {good: 75, poor: 0}"},
};

constexpr std::array applies_keys{
    KeyInfo{"title", "condition on the title"},
    KeyInfo{"lead", "condition on the body before the first heading"},
    KeyInfo{"title-or-lead", "condition on both together"},
};

constexpr std::array variable_keys{
    KeyInfo{"find", "pattern whose first group, or whole match, is the value"},
    KeyInfo{"in", "sources in order: option, title, lead, file-name, published - 1"},
};

constexpr std::array basis_keys{
    KeyInfo{"title", "name of the instrument"},
    KeyInfo{"number", "document number"},
    KeyInfo{"in-force", "date from which it is in force"},
    KeyInfo{"until", "date on which its term ends"},
    KeyInfo{"verified", "true if the primary text was read"},
};

template <std::size_t A, std::size_t B>
constexpr std::array<KeyInfo, A + B> joined(const std::array<KeyInfo, A>& a,
                                            const std::array<KeyInfo, B>& b) {
  std::array<KeyInfo, A + B> all{};
  std::ranges::copy(b, std::ranges::copy(a, all.begin()).out);
  return all;
}

constexpr std::array rule_keys{
    KeyInfo{"id", "name; the full id is <set>/<id>"},
    KeyInfo{"title", "name for people"},
    KeyInfo{"short", "name for tables; the title by default"},
    KeyInfo{"basis", "id of a basis and the clause"},
    KeyInfo{"why", "reason, one sentence"},
    KeyInfo{"fix", "advice"},
    KeyInfo{"good", "samples that must pass"},
    KeyInfo{"bad", "samples that must be reported"},
    KeyInfo{"samples", "none: no text can show what the rule is about"},
    KeyInfo{"after", "rule of an extended set behind which this one is put"},
};

constexpr std::array requirement_keys =
    joined(rule_keys, std::array{
                          KeyInfo{"weight", "points in a score"},
                          KeyInfo{"severity", "of its finding: one word, or {missing: …, weak: …}"},
                          KeyInfo{"not-in", "parts in which it does not count"},
                          KeyInfo{"found-by", "rungs, best first"},
                          KeyInfo{"within", "requirement on whose part it is judged"},
                          KeyInfo{"checks", "tests of its part"},
                          KeyInfo{"promise", "heading that says that this will be said"},
                          KeyInfo{"applies-when", "years and issuers for which it is asked"},
                      });

constexpr std::array document_check_keys =
    joined(rule_keys, std::array{
                          KeyInfo{"severity", "of its findings"},
                          KeyInfo{"deduct", "points that each finding takes off the score"},
                          KeyInfo{"cap", "points that all its findings take off at most"},
                      });

constexpr std::array rung_keys{
    KeyInfo{"title", "condition on the title"},
    KeyInfo{"heading", "condition on a heading, without its number"},
    KeyInfo{"body", "condition on the text under that heading"},
    KeyInfo{"depth", "of the heading: 1, 1..2"},
    KeyInfo{"all", "true: every such heading of that depth"},
    KeyInfo{"passage", "condition on a paragraph of running text"},
    KeyInfo{"unit", "sentence: the condition is on a sentence"},
    KeyInfo{"from", "sentence: the part begins at the sentence that matches"},
    KeyInfo{"to", "end-of-section: the part goes on to there"},
    KeyInfo{"rest", "all that no listed requirement claims: {not-in: …}"},
    KeyInfo{"min-han", "the part has at least so many Chinese characters"},
    KeyInfo{"not-in", "in addition to the requirement's own"},
    KeyInfo{"as", "verdict: met (default) or weak"},
    KeyInfo{"because", "why a weak rung is weak"},
};

constexpr std::array rest_keys{
    KeyInfo{"not-in", "requirements whose parts are left out"},
    KeyInfo{"min-han", "the rest has at least so many Chinese characters"},
};

constexpr std::array severity_keys{KeyInfo{"missing", "if the part is missing"},
                                   KeyInfo{"weak", "if it is weak"}};
constexpr std::array promise_keys{KeyInfo{"heading", "condition on a heading of the part"}};
constexpr std::array applies_when_keys{
    KeyInfo{"year", "range of report years: 2016.."},
    KeyInfo{"issuer-kind", "government, department, street, zone"}};

constexpr std::string_view severity_words = "none|note|warning|error";
constexpr std::string_view source_words = "option|title|lead|file-name|published";

class Loader {
 public:
  Loader(LoadedRules& loaded, Value root)
      : loaded_(loaded),
        tree_(std::make_shared<const Value>(std::move(root))),
        root_(*tree_),
        reader_(loaded.problems) {}

  void load(bool warn) {
    RuleSet rules{.files = loaded_.files, .root = tree_};
    if (reader_.map(root_, top_keys, say("规则文件", "a rule file"))) {
      head(rules);
      variables(rules);
      basis(rules);
      Vocabulary vocabulary(reader_, root_.find("terms"), variable_names(rules));
      vocabulary.read_all();
      applies(rules, vocabulary);
      requirements(rules, vocabulary);
      document_checks(rules, vocabulary);
      order(rules);
      if (const Value* grades = root_.find("grades")) rules.grades = load_grades(reader_, *grades);
      if (const Value* furniture = root_.find("furniture"))
        rules.furniture = vocabulary.terms(*furniture);
      if (warn) {
        vocabulary.warn();
        warn_about_rules(rules);
      }
    }
    std::ranges::stable_sort(loaded_.problems, {}, &RuleProblem::place);
    const bool failed = std::ranges::any_of(loaded_.problems, [](const RuleProblem& problem) {
      return problem.severity == Severity::error;
    });
    if (!failed) loaded_.rules = std::move(rules);
  }

 private:
  std::string optional_text(const Value& map, std::string_view key) {
    const Value* value = map.find(key);
    return value ? reader_.text(*value).value_or("") : "";
  }

  void head(RuleSet& rules) {
    if (const Value* version = root_.find("hegui"); !version || version->text != "1")
      reader_.error(version ? version->place : root_.place,
                    say("第一行应是 hegui: 1", "a rule set begins with hegui: 1"));
    rules.id = optional_text(root_, "id");
    if (rules.id.empty())
      reader_.error(root_.place, say("规则集没有 id", "the rule set has no id"));
    rules.title = optional_text(root_, "title");
    if (const Value* language = root_.find("language"))
      rules.language = reader_.word(*language, "zh|en") == "en" ? Language::en : Language::zh;
  }

  // --- variables: year: {find: …, in: […]}, next: year + 1

  static std::set<std::string, std::less<>> variable_names(const RuleSet& rules) {
    std::set<std::string, std::less<>> names;
    for (const Variable& variable : rules.variables) names.insert(variable.name);
    return names;
  }

  std::optional<VariableSource> source(const Value& value) {
    const auto text = reader_.text(value);
    if (!text) return std::nullopt;
    VariableSource source{.name = text->substr(0, text->find(' '))};
    std::string_view rest = std::string_view(*text).substr(source.name.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.empty()) return source;
    const char sign = rest.front();
    rest.remove_prefix(1);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), source.add);
    if ((sign != '+' && sign != '-') || error != std::errc{} || end != rest.data() + rest.size()) {
      reader_.error(value.place, say("应写成 year + 1 或 published - 1 的样子",
                                     "expected something like year + 1 or published - 1"));
      return std::nullopt;
    }
    if (sign == '-') source.add = -source.add;
    return source;
  }

  void variables(RuleSet& rules) {
    const Value* vars = root_.find("vars");
    if (!vars || !reader_.names(*vars, "vars")) return;
    for (const Value::Entry& entry : vars->entries) {
      Variable variable{.name = entry.key};
      if (entry.value.is_scalar()) {
        if (auto from = source(entry.value)) {
          if (!variable_names(rules).contains(from->name))
            reader_.error(entry.value.place,
                          say("前面没有定义变量“{}”", "no variable “{}” before this", from->name));
          variable.sources.push_back(std::move(*from));
        }
      } else if (reader_.map(entry.value, variable_keys, "vars")) {
        find_and_sources(entry.value, variable);
      }
      rules.variables.push_back(std::move(variable));
    }
  }

  void find_and_sources(const Value& value, Variable& variable) {
    if (const Value* find = value.find("find")) {
      Vocabulary none(reader_, nullptr, {});
      if (const auto term = none.term(*find)) {
        if (term->is_pattern())
          variable.find.emplace(term->source());
        else
          reader_.error(find->place, say("find 应是 '/正则/'", "find must be a '/pattern/'"));
      }
    }
    const Value* in = value.find("in");
    if (!in || !reader_.list(*in, "in")) {
      if (!in) reader_.error(value.place, say("变量缺少 in", "the variable lacks “in”"));
      return;
    }
    for (const Value& item : in->items)
      if (auto from = source(item)) {
        const Value name{.place = item.place, .text = from->name};
        if (reader_.word(name, source_words)) variable.sources.push_back(std::move(*from));
      }
  }

  // --- basis

  void basis(RuleSet& rules) {
    const Value* all = root_.find("basis");
    if (!all || !reader_.names(*all, "basis")) return;
    for (const Value::Entry& entry : all->entries) {
      if (!reader_.map(entry.value, basis_keys, "basis")) continue;
      const Value* verified = entry.value.find("verified");
      rules.bases.push_back({.id = entry.key,
                             .title = optional_text(entry.value, "title"),
                             .number = optional_text(entry.value, "number"),
                             .in_force = optional_text(entry.value, "in-force"),
                             .until = optional_text(entry.value, "until"),
                             .verified = verified && reader_.flag(*verified).value_or(false)});
    }
  }

  void cite(const RuleSet& rules, const Value& value, Rule& rule) {
    const auto text = reader_.text(value);
    if (!text) return;
    const std::string_view id = std::string_view(*text).substr(0, text->find(' '));
    const auto found = std::ranges::find(rules.bases, id, &Basis::id);
    if (found == rules.bases.end()) {
      std::vector<std::string_view> names;
      for (const Basis& basis : rules.bases) names.push_back(basis.id);
      reader_.unknown_name(value.place, id, names, "basis");
      return;
    }
    std::string_view clause = std::string_view(*text).substr(id.size());
    while (clause.starts_with(' ')) clause.remove_prefix(1);
    rule.basis = found->title + std::string(clause);
    rule.basis_index = static_cast<int>(found - rules.bases.begin());
  }

  // --- rules

  Rule rule(const RuleSet& rules, const Value& value, std::string_view default_id) {
    Rule rule{.defined_at = value.place, .source = &value};
    std::string id = optional_text(value, "id");
    if (id.empty()) id = default_id;
    if (id.empty()) reader_.error(value.place, say("规则没有 id", "the rule has no id"));
    if (!ids_.insert(std::to_string(value.place.file) + "/" + id).second)
      reader_.error(value.find("id") ? value.find("id")->place : value.place,
                    say("id“{}”用了两次", "the id “{}” is used twice", id));
    rule.id = loaded_.files[value.place.file].set_id + "/" + id;
    rule.title = optional_text(value, "title");
    if (rule.title.empty()) rule.title = id;
    rule.short_title = optional_text(value, "short");
    if (rule.short_title.empty()) rule.short_title = rule.title;
    if (const Value* basis = value.find("basis")) cite(rules, *basis, rule);
    rule.why = optional_text(value, "why");
    rule.fix = optional_text(value, "fix");
    if (const Value* good = value.find("good")) rule.good = reader_.texts(*good);
    if (const Value* bad = value.find("bad")) rule.bad = reader_.texts(*bad);
    if (const Value* samples = value.find("samples"))
      rule.without_samples = reader_.word(*samples, "none").has_value();
    if (rule.without_samples && !(rule.good.empty() && rule.bad.empty()))
      reader_.error(value.find("samples")->place, say("samples: none 和 good、bad 只能有其一",
                                                      "a rule has samples: none, or good and bad"));
    return rule;
  }

  std::optional<Severity> severity(const Value& value, std::optional<Severity> fallback) {
    const auto word = reader_.word(value, severity_words);
    if (!word) return fallback;
    if (*word == "none") return std::nullopt;
    return *word == "note"      ? Severity::note
           : *word == "warning" ? Severity::warning
                                : Severity::error;
  }

  void requirements(RuleSet& rules, Vocabulary& vocabulary) {
    const Value* all = root_.find("requirements");
    if (!all || !reader_.list(*all, "requirements")) return;
    for (const Value& value : all->items) {
      std::string id = value.is_map() ? optional_text(value, "id") : "";
      // not-in, within and rest name them without the set: once in a set and all that it extends.
      const auto same = std::ranges::find(requirement_ids_, id);
      if (!id.empty() && same != requirement_ids_.end() &&
          all->items[static_cast<std::size_t>(same - requirement_ids_.begin())].place.file !=
              value.place.file)
        reader_.error(value.find("id")->place,
                      say("id“{}”用了两次", "the id “{}” is used twice", id));
      requirement_ids_.push_back(std::move(id));
    }
    for (const Value& value : all->items)
      if (reader_.map(value, requirement_keys, say("要求", "a requirement")))
        rules.requirements.push_back(requirement(rules, vocabulary, value));
      else
        rules.requirements.push_back({});
  }

  Requirement requirement(const RuleSet& rules, Vocabulary& vocabulary, const Value& value) {
    Requirement requirement{.rule = rule(rules, value, {})};
    if (const Value* weight = value.find("weight"))
      requirement.weight = load_weight(reader_, *weight, requirement.weight);
    if (const Value* given = value.find("severity")) {
      if (given->is_scalar()) {
        requirement.if_missing = requirement.if_weak = severity(*given, Severity::error);
        requirement.off = !requirement.if_missing;
      } else if (reader_.map(*given, severity_keys, "severity")) {
        if (const Value* missing = given->find("missing"))
          requirement.if_missing = severity(*missing, requirement.if_missing);
        if (const Value* weak = given->find("weak"))
          requirement.if_weak = severity(*weak, requirement.if_weak);
      }
    }
    Exclusion own;
    if (const Value* not_in = value.find("not-in")) own = exclusion(*not_in, {});
    if (const Value* within = value.find("within")) requirement.within = index_of(*within);
    const Value* found_by = value.find("found-by");
    if (found_by && reader_.list(*found_by, "found-by"))
      for (const Value& rung_value : found_by->items)
        if (auto found = rung(vocabulary, rung_value, own))
          requirement.rungs.push_back(std::move(*found));
    if (!found_by && !value.find("within"))
      reader_.error(value.place,
                    say("要求缺少 found-by 或 within", "the requirement lacks found-by or within"));
    if (const Value* checks = value.find("checks"); checks && reader_.list(*checks, "checks"))
      for (const Value& check_value : checks->items)
        if (auto check = load_check(reader_, vocabulary, check_value, {})) {
          if (std::ranges::find(requirement.checks, check->id, &Check::id) !=
              requirement.checks.end())
            reader_.error(check_value.place,
                          say("检查 id“{}”用了两次", "the check id “{}” is used twice", check->id));
          requirement.checks.push_back(std::move(*check));
        }
    if (const Value* promise = value.find("promise");
        promise && reader_.map(*promise, promise_keys, "promise"))
      if (const Value* heading = promise->find("heading"))
        requirement.promise = vocabulary.condition(*heading);
    if (const Value* when = value.find("applies-when");
        when && reader_.map(*when, applies_when_keys, "applies-when"))
      requirement.applies = applicability(*when);
    return requirement;
  }

  Applicability applicability(const Value& value) {
    Applicability applies;
    if (const Value* year = value.find("year"))
      if (const auto range = reader_.range(*year)) {
        applies.first_year = range->first;
        applies.last_year = range->last;
      }
    if (const Value* kinds = value.find("issuer-kind");
        kinds && reader_.list(*kinds, "issuer-kind"))
      for (const Value& kind : kinds->items)
        if (auto word = reader_.word(kind, "government|department|street|zone"))
          applies.issuer_kinds.push_back(std::move(*word));
    return applies;
  }

  int index_of(const Value& value) {
    const auto text = reader_.text(value);
    if (!text) return -1;
    const auto found = std::ranges::find(requirement_ids_, *text);
    if (found != requirement_ids_.end()) return static_cast<int>(found - requirement_ids_.begin());
    const std::vector<std::string_view> names(requirement_ids_.begin(), requirement_ids_.end());
    reader_.unknown_name(value.place, *text, names, "requirement");
    return -1;
  }

  Exclusion exclusion(const Value& value, Exclusion base) {
    if (!reader_.list(value, "not-in")) return base;
    for (const Value& item : value.items) {
      if (item.text == "lead")
        base.lead = true;
      else if (item.text == "heading")
        base.heading = true;
      else if (item.text == "tail")
        base.tail = true;
      else if (const int index = index_of(item); index >= 0)
        base.requirements.push_back(index);
    }
    return base;
  }

  std::optional<Rung> rung(Vocabulary& vocabulary, const Value& value, const Exclusion& own) {
    if (!reader_.map(value, rung_keys, "found-by")) return std::nullopt;
    Rung rung{.not_in = own};
    int kinds = 0;
    const auto kind = [&](std::string_view key, Rung::Kind of) {
      const Value* given = value.find(key);
      if (!given) return;
      ++kinds;
      rung.kind = of;
      if (of != Rung::Kind::rest) rung.condition = vocabulary.condition(*given);
    };
    kind("title", Rung::Kind::title);
    kind("heading", Rung::Kind::heading);
    kind("passage", Rung::Kind::passage);
    kind("rest", Rung::Kind::rest);
    if (kinds != 1)
      reader_.error(value.place, say("found-by 的每一级应有 title、heading、passage、rest 之一",
                                     "a rung has one of title, heading, passage and rest"));
    const auto only_for = [&](std::string_view key, Rung::Kind of) {
      const auto entry = std::ranges::find(value.entries, key, &Value::Entry::key);
      if (entry != value.entries.end() && rung.kind != of)
        reader_.error(entry->place, say("{} 在这里不起作用", "{} has no effect here", key));
    };
    for (const std::string_view key : {"body", "depth", "all"}) only_for(key, Rung::Kind::heading);
    for (const std::string_view key : {"unit", "from", "to"}) only_for(key, Rung::Kind::passage);
    if (const Value* body = value.find("body")) rung.body = vocabulary.condition(*body);
    if (const Value* depth = value.find("depth"))
      if (const auto range = reader_.range(*depth)) {
        rung.min_depth = range->first.value_or(1);
        rung.max_depth = range->last.value_or(99);
      }
    if (const Value* all = value.find("all")) rung.all = reader_.flag(*all).value_or(false);
    if (const Value* unit = value.find("unit"))
      rung.by_sentence = reader_.word(*unit, "paragraph|sentence") == "sentence";
    if (const Value* from = value.find("from"))
      rung.from_sentence = reader_.word(*from, "paragraph|sentence") == "sentence";
    if (const Value* to = value.find("to"))
      rung.to_end_of_section = reader_.word(*to, "paragraph|end-of-section") == "end-of-section";
    if (const Value* not_in = value.find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
    if (const Value* min = value.find("min-han"))
      rung.min_han = static_cast<int>(reader_.number(*min).value_or(0));
    if (const Value* rest = value.find("rest"); rest && reader_.map(*rest, rest_keys, "rest")) {
      if (const Value* not_in = rest->find("not-in")) rung.not_in = exclusion(*not_in, rung.not_in);
      if (const Value* min = rest->find("min-han"))
        rung.min_han = static_cast<int>(reader_.number(*min).value_or(0));
    }
    if (const Value* as = value.find("as"))
      rung.verdict = reader_.word(*as, "met|weak") == "weak" ? Verdict::weak : Verdict::met;
    rung.because = optional_text(value, "because");
    if (rung.verdict == Verdict::weak && rung.because.empty())
      reader_.error(value.place,
                    say("as: weak 要用 because 说明原因", "a weak rung says why with because"));
    return rung;
  }

  void document_checks(RuleSet& rules, Vocabulary& vocabulary) {
    const Value* all = root_.find("checks");
    if (!all || !reader_.list(*all, "checks")) return;
    for (const Value& value : all->items) {
      auto check = load_check(reader_, vocabulary, value, document_check_keys);
      if (!check) continue;
      DocumentCheck document{.rule = rule(rules, value, check->id), .check = std::move(*check)};
      if (const Value* given = value.find("severity"))
        document.severity = severity(*given, document.severity);
      document.deduct = load_deduct(reader_, value);
      rules.checks.push_back(std::move(document));
    }
  }

  void applies(RuleSet& rules, Vocabulary& vocabulary) {
    const Value* given = root_.find("applies");
    if (!given || !reader_.map(*given, applies_keys, "applies")) return;
    rules.applies.given = true;
    if (const Value* title = given->find("title"))
      rules.applies.title = vocabulary.condition(*title);
    if (const Value* lead = given->find("lead")) rules.applies.lead = vocabulary.condition(*lead);
    if (const Value* both = given->find("title-or-lead"))
      rules.applies.title_or_lead = vocabulary.condition(*both);
  }

  // --- warnings

  void warn_about_rules(const RuleSet& rules) {
    for (const Requirement& requirement : rules.requirements) warn_about(requirement.rule);
    for (const DocumentCheck& check : rules.checks) {
      warn_about(check.rule);
      if (check.deduct && check.severity == Severity::note && check.rule.defined_at.file == 0)
        reader_.warning(
            check.rule.source->find("deduct")->place,
            say("“{}”是提示，不扣分", "“{}” is a note and takes nothing off", check.rule.id));
    }
  }

  void warn_about(const Rule& rule) {
    // Samples and bases of the sets that are built on are their authors' business.
    if (rule.defined_at.file != 0) return;
    if (rule.basis.empty())
      reader_.warning(rule.defined_at, say("“{}”没有依据", "“{}” has no basis", rule.id));
    if (rule.without_samples) return;
    if (rule.good.empty())
      reader_.warning(rule.defined_at,
                      say("“{}”没有 good 样例", "“{}” has no good sample", rule.id));
    if (rule.bad.empty())
      reader_.warning(rule.defined_at, say("“{}”没有 bad 样例", "“{}” has no bad sample", rule.id));
  }

  // --- binding order: what within, not-in and rest ask for comes first

  void order(RuleSet& rules) {
    std::vector<int> state(rules.requirements.size(), 0);  // 1 on the way, 2 done.
    for (std::size_t i = 0; i < rules.requirements.size(); ++i)
      visit(rules, static_cast<int>(i), state);
  }

  void visit(RuleSet& rules, int index, std::vector<int>& state) {
    int& own = state[static_cast<std::size_t>(index)];
    const Requirement& requirement = rules.requirements[static_cast<std::size_t>(index)];
    if (own == 2) return;
    if (own == 1) {
      reader_.error(
          requirement.rule.defined_at,
          say("“{}”的 within、not-in、rest 绕成了一圈",
              "within, not-in and rest of “{}” go round in a circle", requirement.rule.id));
      own = 2;
      return;
    }
    own = 1;
    if (requirement.within >= 0) visit(rules, requirement.within, state);
    for (const Rung& rung : requirement.rungs)
      for (const int before : rung.not_in.requirements) visit(rules, before, state);
    if (own == 1) rules.binding_order.push_back(index);
    own = 2;
  }

  LoadedRules& loaded_;
  std::shared_ptr<const Value> tree_;
  const Value& root_;
  Reader reader_;
  std::set<std::string> ids_;
  std::vector<std::string> requirement_ids_;
};

}  // namespace

LoadedRules load_rules(FoundRules found, const FindRules& find, bool warn) {
  LayeredRules layers = read_layers(std::move(found), find);
  LoadedRules loaded{.files = std::move(layers.files), .problems = std::move(layers.problems)};
  // A tree that was not read whole would be full of errors that are none.
  if (loaded.problems.empty()) Loader(loaded, std::move(layers.root)).load(warn);
  return loaded;
}

std::optional<FoundRules> find_builtin(std::string_view name) {
  const BuiltinRules* builtin = find_builtin_rules(name);
  if (!builtin) return std::nullopt;
  return FoundRules{std::string(name), std::string(builtin->source), unflatten(builtin->values)};
}

}  // namespace hegui
