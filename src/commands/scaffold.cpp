// hegui scaffold: a report to be written, or what a report is without.

#include <algorithm>
#include <filesystem>

#include "cli/form_choice.h"
#include "cli/usage_message.h"
#include "commands/commands.h"
#include "formats/draft.h"
#include "formats/insertion.h"
#include "output/parts/text_lines.h"
#include "review/lint.h"
#include "run/configurations.h"
#include "run/rule_library.h"
#include "scaffold/amendment.h"
#include "scaffold/skeleton.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/replace_file.h"
#include "system/result_files.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/tables/simplified.h"

namespace hegui {
namespace {

/// What -f asks for.
struct DraftChoice {
  const DraftForm* form = nullptr;
  std::string file = {};  ///< Empty for standard output.
};

DraftChoice draft_choice(const Request& request) {
  const std::string& text = request.scaffold.format;
  return {find_draft_form(text.substr(0, text.find('='))), file_in_format(text)};
}

int draft(const RuleSet& rules, const Settings& settings, const Request& request) {
  const Language language = request.output.language;
  const std::vector<DraftParagraph> paragraphs = skeleton(rules, settings.lint.set);
  if (paragraphs.empty()) {
    complain(
        say("规则集“{}”没有说报告要有哪几部分，没有可以起草的；hegui rules list 看各有什么要求",
            "the rule set “{}” asks for no parts of a report, so there is nothing to draft; "
            "hegui rules list shows what each asks for",
            rules.id),
        language);
    return Exit::trouble;
  }
  DraftChoice choice = draft_choice(request);
  if (request.scaffold.format.empty()) choice.form = find_draft_form("md");
  const std::string text = choice.form->write(paragraphs, rules.language);
  if (choice.file.empty()) {
    print(text);
    return Exit::clean;
  }
  const bool refuses = !request.overwrite && is_there(choice.file);
  if (refuses && std::filesystem::is_regular_file(choice.file)) {
    complain(say("{} 已经有了，没有动它：请换个文件名；真要覆盖，加 --overwrite",
                 "{} already exists and was not changed; choose another name, or use --overwrite "
                 "to replace it",
                 choice.file),
             language);
    return Exit::trouble;
  }
  write_result(choice.file, text, {}, request.overwrite);
  print(say("写好了 {}\n", "Wrote {}\n", choice.file).in(language));
  return Exit::clean;
}

Review reviewed(Document document, const RuleSet& rules, const Settings& settings) {
  LintOptions options = settings.lint;
  // The user has named the set: also what is hardly begun is meant to be such a report.
  options.sample = true;
  options.select.clear();
  options.ignore.clear();
  const ChosenRules chosen{.rules = &rules, .by_name = true};
  return lint(std::move(document), std::span(&chosen, 1), options);
}

/// A report with all that it lacks.
struct Amended {
  std::string bytes;
  std::vector<std::string> titles = {};     ///< Of the requirements that were added,
  std::vector<std::string> placeless = {};  ///< and of those that have no place there.
  std::size_t slots = 0;                    ///< That are to be filled in.
};

/// What is added is read again: another part may be told from it by that, and be missing then. What
/// is lacking although it was added would be read in another way than it was meant.
Amended with_all(std::string bytes, const RuleSet& rules, const Settings& settings,
                 const Request& request) {
  Amended report{.bytes = std::move(bytes)};
  for (;;) {
    const Review review =
        reviewed(read_document(request.scaffold.into, report.bytes, request.read), rules, settings);
    const Lack lack = lack_of(review, review.sets.front());
    report.slots = review.outline.slots.size();
    report.placeless.clear();
    for (const Requirement* requirement : lack.placeless)
      report.placeless.push_back(requirement->rule.title);
    if (lack.requirements.empty()) return report;
    for (const Requirement* requirement : lack.requirements) {
      const std::string& title = requirement->rule.title;
      if (std::ranges::find(report.titles, title) != report.titles.end())
        throw InputError(say("补上以后认不出补的部分，没有改动；请自己加上标题：{}",
                             "what would be added is not recognised there, so nothing was changed; "
                             "add the headings yourself: {}",
                             title));
      report.titles.push_back(title);
    }
    report.bytes = amended(report.bytes, review.document, lack.amendment, request.read.limits);
  }
}

/// Throws InputError where the file must stay as it is.
void write_back(const std::string& path, const std::string& old, const std::string& bytes) {
  try {
    replace_file(path, old, bytes);
  } catch (const WriteError& error) {
    throw InputError(error.message());
  }
}

int amend(const RuleSet& rules, const Settings& settings, const Request& request) {
  const Language language = request.output.language;
  const std::string& path = request.scaffold.into;
  try {
    if (path == "-")
      throw InputError(
          say("--into 后面要写文件名，补不进标准输入", "--into takes a file, not standard input"));
    const std::string bytes = read_file(path);
    const Document document = read_document(path, bytes, request.read);
    if (!can_be_amended(document))
      throw InputError(say("只能补 txt、md、docx 文件，这是 {}",
                           "only txt, md and docx files can be added to; this is {}",
                           document.format));
    const DraftChoice choice = draft_choice(request);
    if (choice.form && choice.form->name != document.format)
      throw InputError(say("它是 {}，-f 也要写 {}，格式不能变", "it is {0}: -f must say {1}, too",
                           document.format, document.format));
    if (document.blocks.empty()) throw InputError(say("文件是空的", "the file is empty"));
    if (rules.language == Language::zh && is_traditional_text(document.plain))
      throw InputError(
          say("报告是繁体字，补的标题和空位是简体字，没有改动；请用 hegui scaffold {} "
              "打印出来，自己抄过去",
              "the report is in traditional characters, and what would be added in "
              "simplified ones; nothing was changed. hegui scaffold {} prints it",
              rules.id));
    const Amended report = with_all(bytes, rules, settings, request);
    if (!report.placeless.empty()) {
      const Message placeless = listed(report.placeless);
      complain(
          about(path, say("有的要求找不到该补在哪里，请自己写：{}",
                          "there is no place for what is asked for here; write it yourself: {}",
                          placeless)),
          language);
    }
    const int exit = report.placeless.empty() ? Exit::clean : Exit::trouble;
    if (report.titles.empty() && exit == Exit::trouble) return exit;
    if (report.titles.empty()) {
      const Message unchanged =
          report.slots == 0
              ? say("{}：没有缺的部分，没有改动\n", "{}: nothing is missing; it was not changed\n",
                    path)
              : say("{0}：没有缺的部分，没有改动；还有 {1} 处空位没有填\n",
                    "{0}: nothing is missing; it was not changed. {1:slot} to fill in\n", path,
                    report.slots);
      print(unchanged.in(language));
      return Exit::clean;
    }
    if (choice.file.empty()) {
      write_back(path, bytes, report.bytes);
    } else {
      write_result(choice.file, report.bytes, std::span(&path, 1), request.overwrite);
    }
    const Message all = listed(report.titles);
    print(say("{0}：补了 {1} 处：{2}；请填上内容，再用 hegui check 检查\n",
              "{0}: added {1:slot}: {2}; fill in, then run hegui check\n",
              choice.file.empty() ? path : choice.file, report.titles.size(), all)
              .in(language));
    return exit;
  } catch (const InputError& error) {
    complain(about(path, error.message()), language);
  }
  return Exit::trouble;
}

}  // namespace

int scaffold_command(const Request& request) {
  Configurations configurations(request);
  const std::string& into = request.scaffold.into;
  const Settings& settings = configurations.settings_for(into.empty() ? "." : into, into.empty());
  std::string problems;
  append_problems(configurations.problems(), request.output, problems);
  print(problems);
  if (configurations.failed()) return Exit::trouble;
  const RuleLibrary library(settings, request);
  problems.clear();
  append_problems(library.problems(), output_for(request, library), problems);
  print(problems);
  if (library.failed()) return Exit::trouble;
  const LoadedRules& loaded = *library.files().front();
  Request told = request;
  told.output = request.output.in(loaded.language);
  return into.empty() ? draft(*loaded.rules, settings, told) : amend(*loaded.rules, settings, told);
}

}  // namespace hegui
