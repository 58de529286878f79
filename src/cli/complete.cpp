// Completion of command lines. The shells know nothing of hegui: they hand over the words that were
// written, and this file looks up in the table of commands what may come next.

#include "cli/complete.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "output/score/score_forms.h"
#include "ruleset/builtin.h"
#include "run/request.h"
#include "run/rule_library.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/printable.h"
#include "text/strings.h"

namespace hegui {
namespace {

using Paths = Candidates::Paths;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// What a command line says so far.
struct Line {
  Language language = Language::zh;
  const CommandInfo* program = nullptr;
  const CommandInfo* command = nullptr;  ///< The command that the words belong to.
  const OptionInfo* waits = nullptr;     ///< The option whose value comes next.
  bool options = true;                   ///< No -- so far.
  bool began = false;                    ///< Anything but the names of commands.
  std::size_t arguments = 0;             ///< That are neither options nor their values.
  std::vector<std::string> rules = {};   ///< Values of --rules and --rules-path.
  std::vector<std::string> rules_path = {};
};

/// The option that a word without its "=VALUE" names, as --long or as the last of -abc.
const OptionInfo* option_of(const CommandInfo& command, std::string_view word) {
  const auto named = std::ranges::find_if(command.options, [&](const OptionInfo& option) {
    const auto& short_names = option.short_names;
    return word.starts_with("--")
               ? option.has_long_name(word.substr(2))
               : std::ranges::find(short_names, word.substr(word.size() - 1)) != short_names.end();
  });
  return named == command.options.end() ? nullptr : &*named;
}

void note_value(Line& line, const OptionInfo& option, std::string value) {
  if (option.has_long_name("rules"))
    line.rules.push_back(std::move(value));
  else if (option.has_long_name("rules-path"))
    line.rules_path.push_back(std::move(value));
}

void note_option(Line& line, const std::string& word) {
  const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  const OptionInfo* option = option_of(*line.command, word.substr(0, equals));
  if (!option || !option->takes_value()) return;
  if (equals == std::string::npos)
    line.waits = option;
  else
    note_value(line, *option, word.substr(equals + 1));
}

/// `hegui FILE…` and `hegui --OPTION…` are `hegui check …`: that command where the line names none,
/// else null.
const CommandInfo* default_command(const Line& line) {
  const bool named = line.began || line.command != line.program;
  return named ? nullptr : line.program->command("check");
}

void begin_arguments(Line& line) {
  if (const CommandInfo* check = default_command(line)) line.command = check;
  line.began = true;
}

Line read_line(const CommandInfo& program, std::span<const std::string> words, Language language) {
  Line line{.language = language, .program = &program, .command = &program};
  for (const std::string& word : words) {
    if (line.waits) {
      note_value(line, *line.waits, word);
      line.waits = nullptr;
      continue;
    }
    const CommandInfo* next = line.began ? nullptr : line.command->command(word);
    if (next) {
      line.command = next;
      continue;
    }
    if (!line.began) begin_arguments(line);
    if (line.options && word == "--")
      line.options = false;
    else if (line.options && word.size() > 1 && word.starts_with('-'))
      note_option(line, word);
    else
      ++line.arguments;
  }
  return line;
}

void add_rules(const RuleSet& set, bool with_checks, std::vector<Candidate>& words) {
  for (const Requirement& requirement : set.requirements) {
    words.push_back({requirement.rule.id, requirement.rule.title});
    if (!with_checks) continue;
    for (const Check& check : requirement.checks)
      words.push_back({requirement.rule.id + "." + check.id, {}});
  }
  for (const DocumentCheck& check : set.checks) words.push_back({check.rule.id, check.rule.title});
}

/// Ids of the sets that the line names, else of those that are built in; those of the checks inside
/// requirements once the word has a point, because they are many. With their sets if wanted.
void add_rule_ids(const Line& line, std::string_view begun, bool with_sets,
                  std::vector<Candidate>& words) {
  Layer values;
  for (const std::string& name : line.rules) values.say(ConfigKeyId::rules, {.value = name});
  std::vector<std::string> folders = line.rules_path;
  const char* from_environment = std::getenv("HEGUI_RULES_PATH");
  if (folders.empty() && from_environment)
    for (const std::string_view folder : split(from_environment, ':')) folders.emplace_back(folder);
  for (const std::string& folder : folders) values.say(ConfigKeyId::rules_path, {.value = folder});
  const Request nothing_asked;
  const RuleLibrary library(settings_of(std::move(values), {}), nothing_asked);
  for (const LoadedRules* file : library.files()) {
    if (!file->rules) continue;
    if (with_sets) words.push_back({file->rules->id, file->rules->title});
    add_rules(*file->rules, has(begun, "."), words);
  }
  // A set that extends another has its rules, too.
  std::ranges::stable_sort(words, {}, &Candidate::word);
  const auto same = [](const Candidate& a, const Candidate& b) { return a.word == b.word; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
}

void add_words(std::string_view list, char separator, std::vector<Candidate>& words) {
  for (const std::string_view word : split(list, separator)) words.push_back({std::string(word)});
}

void add_forms(const Line& line, std::vector<Candidate>& words) {
  const auto add = [&](const auto& form) {
    words.push_back({std::string(form.name), std::string(form.summary.in(line.language))});
  };
  if (line.command->name == "score")
    std::ranges::for_each(score_forms(), add);
  else
    std::ranges::for_each(output_forms(), add);
}

/// What the type of an option says of its values: {zh,en} is a choice, SET|FILE a name or a path,
/// ID=none|note a rule and then a choice. `begun` is the value as far as it is written.
Candidates values_of(const OptionInfo& option, const Line& line, std::string_view begun) {
  const bool argument = option.is_argument;
  const std::string& type = argument && !has(option.type, "{") ? option.name : option.type;
  Candidates found;
  if (const std::size_t open = type.find('{'); open != std::string::npos)
    add_words(std::string_view(type).substr(open + 1, type.find('}') - open - 1), ',', found.words);
  else if (type.starts_with("SET"))
    for (const BuiltinRules& set : builtin_rules()) found.words.push_back({std::string(set.name)});
  else if (type == "NAME[=FILE]" && !has(begun, "="))
    add_forms(line, found.words);
  else if (type.starts_with("ID=") && has(begun, "="))
    add_words(std::string_view(type).substr(3), '|', found.words);
  else if (type == "RULE" || type.starts_with("ID"))
    add_rule_ids(line, begun, type != "RULE", found.words);
  if (type.starts_with("ID=") && has(begun, "="))
    for (Candidate& word : found.words) word.word.insert(0, begun.substr(0, begun.find('=') + 1));
  else if (type.starts_with("ID="))
    for (Candidate& word : found.words) word.word += '=';
  const bool path = type != "NAME[=FILE]" || has(begun, "=");
  if (path && (has(type, "FILE") || (argument && type == "SET")))
    found.paths = Paths::files;
  else if (has(type, "DIR"))
    found.paths = Paths::folders;
  return found;
}

/// Of an option, each after what stands before it in the word: "--select=a,b," of a list.
Candidates values_behind(std::string_view before, std::string_view value, const OptionInfo& option,
                         const Line& line) {
  std::string front(before);
  const char delimiter = option.delimiter;
  if (const std::size_t last = value.rfind(delimiter);
      delimiter != '\0' && last != std::string_view::npos) {
    front += value.substr(0, last + 1);
    value.remove_prefix(last + 1);
  }
  Candidates found = values_of(option, line, value);
  for (Candidate& word : found.words) word.word.insert(0, front);
  return found;
}

void add_options(const CommandInfo& command, std::vector<Candidate>& words) {
  for (const OptionInfo& option : command.options)
    for (const std::string& name : option.long_names)
      words.push_back({"--" + name, option.summary});
}

Candidates arguments_of(const Line& line) {
  Candidates found;
  if (!line.began)
    for (const CommandInfo& command : line.command->commands)
      found.words.push_back({command.name, command.summary});
  const CommandInfo* check = default_command(line);
  for (const OptionInfo& option : (check ? check : line.command)->options) {
    const bool full = option.most_values <= static_cast<int>(line.arguments);
    if (!option.is_argument || full) continue;
    Candidates values = values_of(option, line, {});
    std::ranges::move(values.words, std::back_inserter(found.words));
    found.paths = values.paths;
    break;
  }
  return found;
}

Candidates all_at(const Line& line, std::string_view begun) {
  if (line.waits) return values_behind({}, begun, *line.waits, line);
  if (!line.options || !begun.starts_with('-')) return arguments_of(line);
  const CommandInfo* check = default_command(line);
  const std::size_t equals = begun.find('=');
  if (equals != std::string_view::npos) {
    const OptionInfo* option = option_of(check ? *check : *line.command, begun.substr(0, equals));
    if (!option || !option->takes_value()) return {};
    return values_behind(begun.substr(0, equals + 1), begun.substr(equals + 1), *option, line);
  }
  Candidates found;
  add_options(*line.command, found.words);
  if (check) add_options(*check, found.words);
  return found;
}

std::string_view name_of(Paths paths) {
  switch (paths) {
    case Paths::none: return "none";
    case Paths::files: return "files";
    case Paths::folders: return "folders";
  }
  return {};
}

}  // namespace

Candidates complete(const CommandInfo& program, std::span<const std::string> words,
                    Language language) {
  if (words.empty()) return {};
  const std::string& begun = words.back();
  Candidates found = all_at(read_line(program, words.first(words.size() - 1), language), begun);
  std::vector<Candidate> fitting;
  for (Candidate& candidate : found.words) {
    const bool said = std::ranges::find(fitting, candidate.word, &Candidate::word) != fitting.end();
    if (candidate.word.starts_with(begun) && !said) fitting.push_back(std::move(candidate));
  }
  found.words = std::move(fitting);
  return found;
}

int complete_command(const CommandInfo& program, std::vector<std::string> words,
                     Language language) {
  if (words.empty() || !words.back().starts_with('=')) return Exit::trouble;
  words.back().erase(0, 1);
  const Candidates found = complete(program, words, language);
  std::string out(name_of(found.paths));
  out += '\n';
  for (const Candidate& candidate : found.words)
    out += candidate.word + "\t" + printable(candidate.help) + "\n";
  print(out);
  return Exit::clean;
}

}  // namespace hegui
