// hegui rules list|show|check|schema and hegui explain.

#include <algorithm>
#include <memory>

#include "commands/commands.h"
#include "output/parts/text_lines.h"
#include "output/views/rules_schema.h"
#include "output/views/rules_view.h"
#include "run/configurations.h"
#include "run/rule_finder.h"
#include "run/rule_library.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

/// Prints what is wrong with the sets; true if nothing is.
bool all_right(const RuleLibrary& library, const Request& request) {
  std::string out;
  append_problems(library.problems(), output_for(request, library), out);
  print(out);
  return !library.failed();
}

/// The rule sets of reports in the current folder, or those that are named, found as it says.
/// Null after saying what is wrong with its configuration.
std::unique_ptr<RuleLibrary> sets_here(const Request& request) {
  Configurations configurations(request);
  const Settings& settings = configurations.settings_for(".", true);
  std::string out;
  append_problems(configurations.problems(), request.output, out);
  print(out);
  if (configurations.failed()) return nullptr;
  auto library = std::make_unique<RuleLibrary>(settings, request);
  return all_right(*library, request) ? std::move(library) : nullptr;
}

/// Of the same set, whose name says nothing of the rule; aim alone is fire-drill/aim.
std::string nearest_rule(std::string_view id, const std::vector<std::string>& ids) {
  const std::size_t slash = id.find('/');
  const std::string_view set = id.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
  std::vector<std::string_view> names;
  for (const std::string_view known : ids) {
    const std::string_view name = known.substr(known.find('/') + 1);
    if (set.empty() && name == id) return std::string(known);
    if (!set.empty() && known.starts_with(set)) names.push_back(name);
  }
  const std::string_view near = nearest_word(id.substr(set.size()), names);
  if (!near.empty()) return fmt::format("{}{}", set, near);
  // The set may be misspelt.
  const std::vector<std::string_view> all(ids.begin(), ids.end());
  return names.empty() ? std::string(nearest_word(id, all)) : "";
}

}  // namespace

int rules_list_command(const Request& request) {
  const auto found = sets_here(request);
  if (!found) return Exit::trouble;
  const RuleLibrary& library = *found;
  std::string out;
  for (const LoadedRules* file : library.files())
    write_rules_list(*file->rules, request.output.in(file->language), out);
  print(out);
  return Exit::clean;
}

int rules_show_command(const Request& request) {
  const auto found = sets_here(request);
  if (!found) return Exit::trouble;
  const RuleLibrary& library = *found;
  std::string out;
  for (const LoadedRules* file : library.files()) {
    if (!out.empty()) out += "---\n";
    write_rules_yaml(*file->rules, out);
  }
  print(out);
  return Exit::clean;
}

int rules_check_command(const Request& request) {
  Configurations configurations(request);
  const Settings& settings = configurations.settings_for(".", true);
  const RuleFinder find(settings.sources.folders, settings.sources.boundary);
  int code = configurations.failed() ? Exit::trouble : Exit::clean;
  std::string out;
  append_problems(configurations.problems(), request.output, out);
  for (const std::string& name : request.given.texts(ConfigKeyId::rules)) {
    try {
      auto found = find(name, {});
      if (!found) {
        complain(say("没有叫“{}”的规则集", "there is no rule set called “{}”", name),
                 request.output.language);
        code = Exit::trouble;
        continue;
      }
      const LoadedRules loaded = load_rules(std::move(*found), find, true);
      const OutputOptions options = request.output.in(loaded);
      append_problems(problems_in(loaded.files, loaded.problems), options, out);
      const auto errors =
          std::ranges::count(loaded.problems, Severity::error, &SourceProblem::severity);
      const auto warnings = std::ssize(loaded.problems) - errors;
      out += say("{}：错误 {}，警告 {}\n", "{}: {:error}, {:warning}\n", name, errors, warnings)
                 .in(options.language);
      if (errors > 0) code = Exit::trouble;
    } catch (const InputError& error) {
      complain(about(name, error.message()), request.output.language);
      code = Exit::trouble;
    }
  }
  print(out);
  return code;
}

int rules_schema_command(const Request&) {
  std::string out;
  write_rules_schema(out);
  print(out);
  return Exit::clean;
}

int explain_command(const Request& request) {
  const auto found = sets_here(request);
  if (!found) return Exit::trouble;
  const RuleLibrary& library = *found;
  // fazhi/measures.figures explains the requirement that the check belongs to.
  const std::string id = request.rule.substr(0, request.rule.find('.'));
  std::vector<std::string> ids;
  // A rule is explained by its own set, also where another one builds on it.
  std::vector<const LoadedRules*> files;
  for (const LoadedRules* file : library.files())
    files.insert(id.starts_with(file->rules->id + "/") ? files.begin() : files.end(), file);
  for (const LoadedRules* file : files) {
    std::string out;
    if (write_explanation(*file->rules, id, request.output.in(file->language), out)) {
      print(out);
      return Exit::clean;
    }
    for (const Requirement& requirement : file->rules->requirements)
      ids.push_back(requirement.rule.id);
    for (const DocumentCheck& check : file->rules->checks) ids.push_back(check.rule.id);
  }
  const std::string near = nearest_rule(id, ids);
  complain(near.empty()
               ? say("没有规则叫“{}”，hegui rules list 列出全部",
                     "there is no rule called “{}”; list them all with hegui rules list", id)
               : say("没有规则叫“{}”，是不是“{}”？",
                     "there is no rule called “{}”; did you mean “{}”?", id, near),
           request.output.language);
  return Exit::trouble;
}

}  // namespace hegui
