// hegui init: a configuration to begin with.

#include <algorithm>
#include <set>

#include "commands/commands.h"
#include "formats/format.h"
#include "output/parts/text_lines.h"
#include "run/archives.h"
#include "run/run_plan.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr const char* config_name = ".hegui.yaml";
constexpr std::size_t most_reports = 200;  // Enough to tell what kind of reports lie here.

/// Which sets are for the reports here.
struct FoundSets {
  std::set<std::string> ids = {};
  std::size_t reports = 0;  ///< That were looked at,
  std::size_t without = 0;  ///< and for which there is no set.
  bool all_read = true;
};

FoundSets sets_for_reports(const RunPlan& plan, const RuleLibrary& library,
                           const Request& request) {
  FoundSets found;
  for (std::size_t i = 0; i < std::min(plan.size(), most_reports); ++i) {
    try {
      const ReportFile& file = plan.report(i);
      bool ambiguous = false;
      const Document document = read_document(file.path, bytes_of(file), request.read);
      const Outline outline = read_outline(document, library.hints());
      const auto sets = library.choose(document, outline, ambiguous);
      ++found.reports;
      if (sets.empty()) ++found.without;
      for (const ChosenRules& set : sets) found.ids.insert(set.rules->id);
    } catch (const InputError& error) {
      const std::string& path = plan.report(i).path;
      complain(about(path, error.message()), request.output.language);
      found.all_read = false;
    }
  }
  return found;
}

std::string joined(const auto& names) { return fmt::format("{}", fmt::join(names, ", ")); }

/// A name that YAML could take for something else stands in quotes.
std::string quoted(const std::string& text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) || c == '/' || c == '.';
  };
  if (std::ranges::all_of(text, is_plain)) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

/// What the configuration says of rule sets.
std::string rules_lines(const Request& request, const std::string& rules) {
  const auto folders = request.given.of(ConfigKeyId::rules_path);
  std::vector<std::string> named;
  for (const Said& folder : folders)
    if (folder.origin.name == "--rules-path") named.push_back(quoted(folder.value));
  return (named.empty() ? "" : "rules-path: [" + joined(named) + "]\n") + "rules: [" + rules + "]";
}

/// Of an example that stands in a comment.
Message example_lines() { return {"# rules: [fazhi]", "# rules: [postmortem]"}; }

/// `lines` say which rule sets hold.
Message config_text(const Message& lines) {
  return say(
      "# 这是 hegui 的配置，对这个文件夹和下面各层文件夹里的报告有效。\n"
      "# 去掉行首的 # 就起作用；hegui config 文件 可以看哪些设置对那份文件有效、是哪里写的。\n"
      "\n"
      "# 用哪些规则集：名字，或规则文件的路径。不写，就看标题从自带的规则集里选。\n"
      "{}\n"
      "\n"
      "# 有哪一级的问题就返回 1：error、warning、note；never 是总不返回 1。\n"
      "fail-on: error\n"
      "\n"
      "# 不看这些规则。\n"
      "# ignore: [fazhi/order]\n"
      "\n"
      "# 改轻重：none 不报，还有 note、warning、error。\n"
      "# severity: {{gongwen/final-mark: note}}\n"
      "\n"
      "# 指定报告年度；不写就从标题、导语里找。\n"
      "# set: {{year: 2024}}\n"
      "\n"
      "# 查文件夹时略过的文件，写法同 .gitignore。\n"
      "# exclude: [草稿/, '*-旧.docx']\n"
      "\n"
      "# 有些文件另有规定，后面的盖过前面的。\n"
      "# overrides:\n"
      "#   - files: [乡镇/]\n"
      "#     severity: {{fazhi/first-responsible: warning}}\n",
      "# This is a configuration of hegui, for the reports in this folder and all below it.\n"
      "# Remove the # to switch a line on; hegui config FILE shows what holds for FILE, "
      "and\n"
      "# which line says so.\n"
      "\n"
      "# Rule sets, by name or as files; without this line each report's title decides.\n"
      "{}\n"
      "\n"
      "# Exit with 1 if a finding is at least this severe: error, warning, note, or never.\n"
      "fail-on: error\n"
      "\n"
      "# Rules to leave out.\n"
      "# ignore: [postmortem/lessons]\n"
      "\n"
      "# Severities to change: none (not reported), note, warning, error.\n"
      "# severity: {{postmortem/placeholder: error}}\n"
      "\n"
      "# The year of the reports, if their titles do not say it.\n"
      "# set: {{year: 2024}}\n"
      "\n"
      "# Files in folders to leave out, as in .gitignore.\n"
      "# exclude: [drafts/, '*-old.docx']\n"
      "\n"
      "# What is different for some files; later ones win.\n"
      "# overrides:\n"
      "#   - files: [minor/]\n"
      "#     severity: {{postmortem/timeline: note}}\n",
      lines);
}

}  // namespace

int init_command(const Request& request) {
  for (const char* const name : {config_name, "hegui.yaml"}) {
    if (!is_there(name)) continue;
    complain(say("这里已经有 {}，没有改动它", "{} already exists and was not changed", name),
             request.output.language);
    return Exit::trouble;
  }
  Request here = request;
  here.no_config = true;
  here.allow_empty = true;
  here.paths = {"."};
  const RunPlan plan(here);
  if (plan.failed()) {
    std::string out;
    append_problems(plan.problems(), request.output, out);
    print(out);
    return Exit::trouble;
  }
  Message why;
  std::string rules;
  bool active = true, all_read = true;
  if (const auto sets = request.given.texts(ConfigKeyId::rules); !sets.empty()) {
    std::vector<std::string> names;
    for (const std::string& name : sets) names.push_back(quoted(name));
    rules = joined(names);
    why = say("规则集：{}", "Rule sets: {}", joined(sets));
  } else {
    const RuleLibrary library(settings_of(built_in_values(), {}), request);
    if (library.failed()) return Exit::trouble;  // Which it has told.
    const FoundSets found = sets_for_reports(plan, library, request);
    all_read = found.all_read;
    active = found.ids.size() == 1 && found.without == 0;
    if (active) rules = joined(found.ids);
    if (active)
      why = say("规则集：{}，这里的 {} 份报告都适用",
                "Rule set: {}; it applies to every report here ({})", rules, found.reports);
    else if (found.reports == 0)
      why = say(
          "这里没有报告；规则集没有写定，检查时看标题选",
          "there are no reports here, so no rule set is fixed; each report's title will decide");
    else if (found.ids.size() > 1)
      why =
          say("这里的报告适用不同的规则集（{}），所以没有写定，检查时看标题选",
              "different rule sets ({}) apply to the reports here, so none is fixed; each report's "
              "title will decide",
              joined(found.ids));
    else
      why = say(
          "这里的 {} 份报告里，{} 份没有适用的规则集，所以没有写定，检查时看标题选",
          "{1} of the {0} reports here match no rule set, so none is fixed; each report's title "
          "will decide",
          found.reports, found.without);
  }
  OutputFile file(config_name, OutputFile::Existing::refused);
  const std::string lines = rules_lines(request, rules);
  file.write(
      config_text(active ? Message{lines, lines} : example_lines()).in(request.output.language));
  file.commit();
  std::string out;
  const auto line = [&](const Message& message) {
    out += message.in(request.output.language) + "\n";
  };
  line(say("写好了 {}", "Wrote {}", config_name));
  line(why);
  line(say(
      "接下来：hegui check . 检查这里的报告；hegui config 看现在的设置",
      "Next: check the reports here with hegui check . and see the settings with hegui config"));
  print(out);
  return all_read ? Exit::clean : Exit::trouble;
}

}  // namespace hegui
