// A value tree to a RuleSet. What keys there are, and which go together, stands in the tables of
// language.cpp and of the check kinds.

#include "ruleset/load.h"

#include <algorithm>
#include <set>

#include "ruleset/binding_order.h"
#include "ruleset/builtin.h"
#include "ruleset/load_applies.h"
#include "ruleset/load_check.h"
#include "ruleset/load_rung.h"
#include "ruleset/load_score.h"
#include "ruleset/load_variables.h"
#include "ruleset/read_map.h"
#include "ruleset/rule_warnings.h"
#include "ruleset/vocabulary.h"
#include "yaml/reader.h"

namespace hegui {
namespace {

class Loader {
 public:
  Loader(LoadedRules& loaded, std::span<const RuleLayer> layers, Value root)
      : loaded_(loaded),
        layers_(layers),
        tree_(std::make_shared<const Value>(std::move(root))),
        root_(*tree_),
        reader_(loaded.problems) {}

  void load(bool warn) {
    RuleSet rules{.files = loaded_.files, .root = tree_};
    if (read_map(reader_, root_, rule_file_keys, say("规则文件", "a rule file"))) {
      head(rules);
      if (const Value* vars = root_.find("vars"))
        rules.variables = load_variables(reader_, layers_, *vars);
      basis(rules);
      Vocabulary vocabulary(reader_, layers_, root_);
      // Tests look through what is built in.
      if (warn || !layers_.front().built_in) vocabulary.read_all();
      if (const Value* given = root_.find("applies"))
        rules.applies = load_applies(reader_, vocabulary, *given);
      requirements(rules, vocabulary);
      document_checks(rules, vocabulary);
      rules.binding_order = binding_order(reader_, rules.requirements);
      if (const Value* grades = root_.find("grades")) rules.grades = load_grades(reader_, *grades);
      if (const Value* given = root_.find("gate")) rules.gate = gate(*given, vocabulary);
      hints(rules, vocabulary);
      rules.literals = vocabulary.index();
      rules.terms = vocabulary.terms();
      if (warn) {
        // The lists of a set without rules are for those that extend it.
        vocabulary.warn(rules.requirements.empty() && rules.checks.empty());
        warn_about_rules(reader_, rules);
      }
    }
    std::ranges::stable_sort(loaded_.problems, {}, &SourceProblem::place);
    const bool failed = std::ranges::any_of(loaded_.problems, [](const SourceProblem& problem) {
      return problem.severity == Severity::error;
    });
    if (!failed) loaded_.rules = std::move(rules);
  }

 private:
  std::string optional_text(const Value& map, std::string_view key) {
    const Value* value = map.find(key);
    return value ? reader_.text(*value).value_or("") : "";
  }

  std::string optional_id(const Value& map) {
    const Value* value = map.find("id");
    return value ? reader_.id(*value).value_or("") : "";
  }

  void head(RuleSet& rules) {
    if (const Value* version = root_.find("hegui"); version && version->text != "1")
      reader_.error(version->place,
                    say("第一行应是 hegui: 1", "a rule set must begin with hegui: 1"));
    rules.id = optional_id(root_);
    if (const Value* id = root_.find("id"); id && id->is_scalar() && id->text.empty())
      reader_.error(root_.place, say("规则集没有 id", "the rule set has no id"));
    rules.title = optional_text(root_, "title");
    const Value* language = root_.find("language");
    const bool is_known = language && reader_.word(*language, "zh|en");
    loaded_.tells_language = is_known || root_.find("extends");
    rules.language = layers_.front().language;
    loaded_.language = rules.language;
  }

  void hints(RuleSet& rules, Vocabulary& vocabulary) {
    if (const Value* furniture = root_.find("furniture"))
      rules.hints.furniture = vocabulary.terms(*furniture);
    if (const Value* subject = root_.find("subject"))
      rules.hints.subject = vocabulary.terms(*subject);
    if (const Value* closing = root_.find("closing"))
      rules.hints.closing = vocabulary.terms(*closing);
  }

  // --- basis

  void basis(RuleSet& rules) {
    const Value* all = root_.find("basis");
    if (!all || !reader_.names(*all, "basis")) return;
    for (const Value::Entry& entry : all->entries) {
      if (!read_map(reader_, entry.value, basis_keys, "basis")) continue;
      const Value* verified = entry.value.find("verified");
      rules.bases.push_back({.id = entry.key,
                             .file = entry.place.file,
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
    const auto is_seen = [&](const Basis& basis) {
      return sees(layers_, value.place.file, basis.file);
    };
    const auto found = std::ranges::find(rules.bases, id, &Basis::id);
    if (found == rules.bases.end() || !is_seen(*found)) {
      std::vector<std::string_view> names;
      for (const Basis& basis : rules.bases)
        if (is_seen(basis)) names.push_back(basis.id);
      reader_.unknown_name(value.place, id, names, {"依据", "basis"});
      return;
    }
    std::string_view clause = std::string_view(*text).substr(id.size());
    while (clause.starts_with(' ')) clause.remove_prefix(1);
    const bool apart = rules.language == Language::en && !clause.empty();
    rule.basis = found->title + (apart ? ", " : "") + std::string(clause);
    rule.basis_index = static_cast<int>(found - rules.bases.begin());
  }

  // --- rules

  Rule rule(const RuleSet& rules, const Value& value, std::string_view default_id) {
    Rule rule{.defined_at = value.place, .source = &value};
    std::string id = optional_id(value);
    if (id.empty()) id = default_id;
    if (const Value* given = value.find("id"); given && given->is_scalar() && given->text.empty())
      reader_.error(value.place, say("规则没有 id", "the rule has no id"));
    if (!ids_.insert(std::to_string(value.place.file) + "/" + id).second)
      reader_.error(value.find("id") ? value.find("id")->place : value.place,
                    say("id“{}”用了两次", "the id “{}” is used twice", id));
    rule.id = layers_[value.place.file].id + "/" + id;
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
    return rule;
  }

  std::optional<Severity> severity(const Value& value, std::optional<Severity> fallback) {
    const auto word = reader_.word(value, key_of(severity_keys, "missing").choices);
    return word ? severity_of_word(*word) : fallback;
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
      if (read_map(reader_, value, requirement_keys, say("要求", "a requirement")))
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
      } else if (read_map(reader_, *given, severity_keys, "severity")) {
        if (const Value* missing = given->find("missing"))
          requirement.if_missing = severity(*missing, requirement.if_missing);
        if (const Value* weak = given->find("weak"))
          requirement.if_weak = severity(*weak, requirement.if_weak);
      }
    }
    found_by(vocabulary, value, requirement);
    if (const Value* checks = value.find("checks"); checks && reader_.list(*checks, "checks"))
      for (const Value& check_value : checks->items)
        if (auto check = load_check(reader_, vocabulary, check_value, Scope::part)) {
          if (std::ranges::find(requirement.checks, check->id, &Check::id) !=
              requirement.checks.end())
            reader_.error(check_value.place,
                          say("检查 id“{}”用了两次", "the check id “{}” is used twice", check->id));
          requirement.checks.push_back(std::move(*check));
        }
    if (const Value* promise = value.find("promise");
        promise && read_map(reader_, *promise, promise_keys, "promise"))
      if (const Value* heading = promise->find("heading"))
        requirement.promise = vocabulary.condition(*heading);
    if (const Value* when = value.find("applies-when");
        when && read_map(reader_, *when, applies_when_keys, "applies-when"))
      requirement.applies = load_applicability(reader_, vocabulary, *when);
    if (const Value* waived = value.find("waived-by"))
      requirement.waived_by = vocabulary.terms(*waived);
    return requirement;
  }

  /// A requirement has rungs of its own, or is judged on the part of another one.
  void found_by(Vocabulary& vocabulary, const Value& value, Requirement& requirement) {
    RungLoader loader{reader_, vocabulary, requirement_ids_};
    if (const Value* within = value.find("within")) {
      requirement.within = loader.index_of(*within);
      return;
    }
    if (const Value* not_in = value.find("not-in"))
      requirement.not_in = loader.exclusion(*not_in, {});
    const Value* rungs = value.find("found-by");
    if (rungs && rungs->is_list() && rungs->items.empty())
      reader_.error(rungs->place, say("found-by 里没有找法",
                                      "found-by is empty: it does not say how to find the part"));
    if (!rungs || !reader_.list(*rungs, "found-by")) return;
    for (const Value& rung : rungs->items)
      if (auto found = loader.rung(rung, requirement.not_in))
        requirement.rungs.push_back(std::move(*found));
  }

  void document_checks(RuleSet& rules, Vocabulary& vocabulary) {
    const Value* all = root_.find("checks");
    if (!all || !reader_.list(*all, "checks")) return;
    for (const Value& value : all->items) {
      auto check = load_check(reader_, vocabulary, value, Scope::document);
      if (!check) continue;
      DocumentCheck document{.rule = rule(rules, value, check->id), .check = std::move(*check)};
      if (const Value* given = value.find("severity"))
        document.severity = severity(*given, document.severity);
      document.deduct = load_deduct(reader_, value);
      if (const Value* when = value.find("applies-when");
          when && read_map(reader_, *when, applies_when_keys, "applies-when"))
        document.applies = load_applicability(reader_, vocabulary, *when);
      if (const Value* within = value.find("within")) {
        document.within = RungLoader{reader_, vocabulary, requirement_ids_}.index_of(*within);
        if (document.within < 0) continue;
      }
      rules.checks.push_back(std::move(document));
    }
  }

  std::optional<Gate> gate(const Value& value, Vocabulary& vocabulary) {
    if (!read_map(reader_, value, gate_keys, "gate")) return std::nullopt;
    Gate gate{.name = optional_text(value, "name")};
    const Value* missing = value.find("missing");
    if (!missing || !reader_.list(*missing, "missing")) return std::nullopt;
    RungLoader requirements{reader_, vocabulary, requirement_ids_};
    for (const Value& item : missing->items)
      if (const int index = requirements.index_of(item); index >= 0) gate.missing.push_back(index);
    return gate;
  }

  LoadedRules& loaded_;
  std::span<const RuleLayer> layers_;
  std::shared_ptr<const Value> tree_;
  const Value& root_;
  Reader reader_;
  std::set<std::string> ids_;
  std::vector<std::string> requirement_ids_;
};

/// Of a file that is no YAML: the line says so all the same.
std::optional<Language> language_said(std::string_view source) {
  constexpr std::string_view key = "\nlanguage:";
  std::size_t at = source.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  at = source.find_first_not_of(" \"'", at + key.size());
  std::string_view word = source.substr(std::min(at, source.size()));
  word = word.substr(0, word.find_first_of(" \t\"'#\r\n"));
  if (word == "en") return Language::en;
  if (word == "zh") return Language::zh;
  return std::nullopt;
}

}  // namespace

LoadedRules load_rules(FoundRules found, const FindRules& find, bool warn) {
  LayeredRules layers = read_layers(std::move(found), find);
  LoadedRules loaded{.files = std::move(layers.files), .problems = std::move(layers.problems)};
  // A tree with holes would be full of errors that are none.
  if (layers.whole) {
    Loader(loaded, layers.layers, std::move(layers.root)).load(warn);
    loaded.tells_language = loaded.tells_language || loaded.rules.has_value();
  } else {
    const auto language = language_said(loaded.files.front().source);
    loaded.tells_language = language.has_value();
    loaded.language = language.value_or(loaded.language);
  }
  return loaded;
}

std::optional<FoundRules> find_builtin(std::string_view name) {
  const BuiltinRules* builtin = find_builtin_rules(name);
  if (!builtin) return std::nullopt;
  return FoundRules{std::string(name), SharedText::of_constant(builtin->source),
                    unflatten(builtin->values)};
}

}  // namespace hegui
