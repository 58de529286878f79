#include "run/rule_library.h"

#include <algorithm>
#include <cstdio>
#include <new>

#include "run/archives.h"
#include "run/suppressions.h"
#include "formats/format.h"
#include "ruleset/builtin.h"
#include "text/decode.h"
#include "text/printable.h"

namespace hegui {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

bool extends(const RuleSet& set, const RuleSet& other) {
  return &set != &other &&
         std::ranges::find(set.files, other.files.front().path, &RuleFile::path) != set.files.end();
}

/// What the file beside a report gives goes over its configuration, and under the command line.
LintOptions options_with(const Settings& settings, const SideFile& side) {
  LintOptions options = settings.lint;
  const std::vector<Said>& said = settings.values.of(ConfigKeyId::set);
  const auto is_option = [&](const std::string& name) {
    return std::ranges::any_of(said, [&](const Said& other) {
      return other.name == name && other.origin.kind == Origin::Kind::option;
    });
  };
  for (const auto& [name, value] : side.set)
    if (!is_option(name)) options.set.insert_or_assign(name, value);
  return options;
}

/// A requirement that does not apply, or that nobody wants, is in the review, and was not run.
bool was_run(const Review& review, const LintOptions& options) {
  return std::ranges::any_of(review.sets, [&](const SetReview& set) {
    return !set.checks.empty() ||
           std::ranges::any_of(set.requirements, [&](const RequirementReview& own) {
             return own.verdict != Verdict::not_applicable && !own.requirement->off &&
                    is_wanted(own.requirement->rule.id, options);
           });
  });
}

}  // namespace

RuleLibrary::RuleLibrary(const Settings& settings, const Request& request)
    : by_name_(!settings.sources.rules.empty()) {
  const RuleFinder find(settings.sources.folders, settings.sources.boundary);
  for (const Said& name : settings.values.of(ConfigKeyId::rules)) add(name, find, request);
  if (!by_name_)
    for (const BuiltinRules& builtin : builtin_rules())
      add({.value = std::string(builtin.name)}, find, request);
}

void RuleLibrary::fail(const Said& name, Message message, const Request& request) {
  failed_ = true;
  if (name.origin.kind == Origin::Kind::file)
    problems_.push_back(problem_at(name.origin, std::move(message)));
  else
    complain(message, request);
}

void RuleLibrary::add(const Said& name, const RuleFinder& find, const Request& request) {
  try {
    auto found = find(name.value, {});
    if (!found) {
      std::vector<std::string> known;
      for (const BuiltinRules& set : builtin_rules()) known.emplace_back(set.name);
      fail(name,
           say("没有叫“{}”的规则集；自带的有 {}，或者给出文件路径",
               "there is no rule set “{}”; built in are {}, or give the path of a file", name.value,
               joined(known)),
           request);
      return;
    }
    files_.push_back(load_rules(std::move(*found), find));
    failed_ = failed_ || !files_.back().rules;
  } catch (const InputError& error) {
    fail(name, {name.value + "：" + error.message().zh, name.value + ": " + error.message().en},
         request);
  }
}

std::vector<FileProblem> RuleLibrary::problems() const {
  std::vector<FileProblem> all = problems_;
  for (const LoadedRules& file : files_)
    if (!file.rules)
      std::ranges::move(problems_in(file.files, file.problems), std::back_inserter(all));
  return all;
}

void RuleLibrary::add_ids(std::set<std::string>& ids) const {
  for (const LoadedRules& file : files_) {
    if (!file.rules) continue;
    for (const Requirement& requirement : file.rules->requirements) ids.insert(requirement.rule.id);
    for (const DocumentCheck& check : file.rules->checks) ids.insert(check.rule.id);
  }
}

std::vector<const Variable*> RuleLibrary::variables() const {
  std::vector<const Variable*> all;
  for (const LoadedRules& file : files_) {
    if (!file.rules) continue;
    for (const Variable& variable : file.rules->variables)
      if (std::ranges::find(variable.sources, "option", &VariableSource::name) !=
          variable.sources.end())
        all.push_back(&variable);
  }
  return all;
}

std::vector<ChosenRules> RuleLibrary::choose(const Document& document, bool& ambiguous) const {
  std::vector<ChosenRules> chosen;
  ambiguous = false;
  if (by_name_) {
    for (const LoadedRules& file : files_) chosen.push_back({&*file.rules, true});
    return chosen;
  }
  const Outline outline = read_outline(document);
  for (const LoadedRules& file : files_)
    if (applies(*file.rules, document, outline)) chosen.push_back({&*file.rules, false});
  const auto closest = std::ranges::find_if(chosen, [&](const ChosenRules& set) {
    return std::ranges::all_of(chosen, [&](const ChosenRules& other) {
      return set.rules == other.rules || extends(*set.rules, *other.rules);
    });
  });
  if (closest != chosen.end()) return {*closest};
  ambiguous = chosen.size() > 1;
  return chosen;
}

const RuleIds& RuleLibrary::ids() const {
  // No call_once: glibc loads a library when an exception leaves it, and ends the program if the
  // exception was for want of memory.
  const std::lock_guard lock(ids_mutex_);
  if (ids_) return *ids_;
  RuleIds ids;
  for (const LoadedRules& file : files_)
    if (file.rules) ids.add(*file.rules);
  // What a report says of a set that is not used in this run is no error.
  if (by_name_)
    for (const BuiltinRules& builtin : builtin_rules())
      if (const LoadedRules loaded = load_rules(*find_builtin(builtin.name), RuleFinder({}));
          loaded.rules)
        ids.add(*loaded.rules);
  return ids_.emplace(std::move(ids));
}

bool RuleLibrary::knows(std::string_view entry) const {
  if (failed_) return true;
  const std::string text(entry);
  const auto is_meant = [&](const std::string& id) {
    return matches_any(id, std::span(&text, 1)) || entry == id;
  };
  for (const LoadedRules& file : files_) {
    for (const Requirement& requirement : file.rules->requirements) {
      if (is_meant(requirement.rule.id)) return true;
      for (const Check& check : requirement.checks)
        if (is_meant(requirement.rule.id + "." + check.id)) return true;
    }
    for (const DocumentCheck& check : file.rules->checks)
      if (is_meant(check.rule.id)) return true;
  }
  return false;
}

FileProblem problem_at(const Origin& origin, Message message) {
  return {.path = origin.name, .at = origin.at, .line = origin.line, .message = std::move(message)};
}

Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library) {
  const std::string& path = file.path;
  const std::string shown = path == "-" && !request.stdin_filename.empty() ? request.stdin_filename
                            : path == "-"                                  ? "<stdin>"
                                                                           : path;
  Review review;
  review.document.path = shown;
  const auto fail = [&](Review::Status status, Message message) {
    review.status = status;
    review.error = std::move(message);
  };
  try {
    const SideFile side = shown == "<stdin>" ? SideFile{} : read_side_file_of(shown, library);
    if (!side.problems.empty()) {
      review.problems = problems_in(std::span(&side.file, 1), side.problems);
      fail(Review::Status::unreadable,
           say("{} 有错，没有检查", "{} has errors: not checked", side.file.path));
      return review;
    }
    const LintOptions options = options_with(settings, side);
    Document document = read_document(shown, bytes_of(file), request.read);
    if (document.blocks.empty()) {
      fail(Review::Status::unreadable, say("文件是空的", "the file is empty"));
      return review;
    }
    bool ambiguous = false;
    const std::vector<ChosenRules> chosen = library.choose(document, ambiguous);
    std::vector<std::string> names;
    for (const ChosenRules& set : chosen) names.push_back(set.rules->id);
    if (!chosen.empty() && !ambiguous) {
      review = lint(std::move(document), chosen, options);
      if (review.status == Review::Status::checked && !was_run(review, options)) {
        review.sets.clear();
        fail(Review::Status::not_understood,
             say("什么都没有检查：规则集 {} 的规则都被 select、ignore 排除了，或者不适用于它",
                 "nothing was checked: select or ignore leave out all rules of {}, or none of them "
                 "applies",
                 joined(names)));
      }
      apply_suppressions(review, side, library, options);
      return review;
    }
    review.outline = read_outline(document);
    review.document = std::move(document);
    fail(Review::Status::not_understood,
         ambiguous ? say("有几个规则集都适用：{}，请用 --rules 指定",
                         "several rule sets apply: {}; name one with --rules", joined(names))
                   : no_rules_apply(review.document, review.outline));
  } catch (const InputError& error) {
    fail(Review::Status::unreadable, error.message());
  } catch (const PatternLimit& error) {
    fail(Review::Status::unreadable,
         say("规则的正则表达式“{}”在这份文档上超过计算上限",
             "the pattern “{}” exceeds the match limit on this document", error.pattern));
  } catch (const std::bad_alloc&) {
    fail(Review::Status::unreadable, say("内存不够", "there is not enough memory"));
  }
  return review;
}

OutputOptions output_for(const Request& request, const RuleLibrary& library) {
  OutputOptions options = request.output;
  if (!request.language_given && library.files().size() == 1 && library.files().front().rules)
    options.language = library.files().front().rules->language;
  return options;
}

void complain(const Message& message, const Request& request) {
  const std::string line = "hegui: " + printable(message.in(request.output.language)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace hegui
