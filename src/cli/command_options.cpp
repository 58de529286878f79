// Which options each command has.

#include "cli/command_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <initializer_list>

#include "cli/form_choice.h"
#include "cli/shared_options.h"
#include "cli/usage_message.h"

namespace hegui {
namespace {

/// A number of points.
CLI::Validator points(const Request& request) {
  return {[&request](const std::string& text) {
            double value = 0;
            const bool fits = CLI::detail::lexical_cast(text, value) && value >= 0 && value <= 100;
            return fits ? ""
                        : say("应是 0 到 100 的数，不是“{}”",
                              "must be a number from 0 to 100, not “{}”", text)
                              .in(request.output.language);
          },
          {}};
}

/// What stands below the options: the forms of --format, and the exit codes.
std::string footer_of(const Request& request, const Message& forms, const Message& codes) {
  return say("{}\n返回值：{}；2 用法、配置、规则文件、抑制或基线有错，报告读不了或看不懂，没有东西可查；\n"
             "3 内部错误。",
             "{}\nExit codes: {}; 2 wrong usage, configuration, rule file,\n"
             "suppression or baseline, a report that is unreadable or not understood, nothing to "
             "check; 3\ninternal error.",
             forms, codes)
      .in(request.output.language);
}

/// `of_results` are options about results, of which --diff shows none.
void add_fixing(CLI::App& command, Request& request,
                std::initializer_list<CLI::Option*> of_results) {
  CLI::Option* const fix = command.add_flag(
      "--fix", request.fix.write,
      told(request,
           {"把标点、空格、全角半角的差错直接改在报告里（txt、md、html、docx）；"
            "从标准输入读的，打印改好的",
            "Mend marks, blanks and widths in the reports themselves (txt, md, html, docx); "
            "print what is read from standard input mended"}));
  CLI::Option* const diff = command.add_flag(
      "--diff", request.fix.diff,
      told(request, {"只显示 --fix 会改什么，什么都不写；有要改的返回 1",
                     "Only show what --fix would change, and write nothing; exit with 1 if there "
                     "is something"}));
  diff->excludes(fix);
  for (CLI::Option* const option : of_results) diff->excludes(option);
  command.add_flag("--unsafe-fixes", request.fix.unsafe,
                   told(request, {"连字词、数字和没有十分把握的也改，改后要核对",
                                  "Also change words and figures, and what is a guess, to be "
                                  "looked at afterwards"}));
}

/// Of what fixes need, and what does not go with them.
void check_fixing(const Request& request) {
  if (request.fix.unsafe && !request.fix.any())
    throw UsageError("--unsafe-fixes",
                     say("要和 --fix 或者 --diff 一起用", "needs --fix or --diff"));
  // What is staged may be other than what the file holds: either would not be what the commit has.
  if (request.fix.write && request.git.staged)
    throw UsageError(
        "--fix", say("不能和 --staged 一起用：暂存的内容和文件里的可能不一样，改了文件，提交的还是"
                     "没改的；请写文件名或 --changed，改好再 git add",
                     "cannot be used with --staged: what is staged may differ from the file, and "
                     "the commit would have it unchanged; name files or use --changed, and git "
                     "add what was changed"));
  if (is_filter(request) && std::ranges::any_of(request.formats, [](const OutputChoice& choice) {
        return choice.file.empty();
      }))
    throw UsageError("--fix",
                     say("从标准输入读时，标准输出要打印改好的报告，--format 请写成 名称=文件",
                         "prints the report that is read from standard input: write "
                         "--format as NAME=FILE"));
}

}  // namespace

void add_check(CLI::App& command, Request& request) {
  add_files(command, request);
  command
      .add_flag(
          "--changed-passages", request.git.changed_passages,
          told(request, {"只报 --since 那个提交里的报告还没有的问题",
                         "Only what was not yet found in the reports as they were at --since REF"}))
      ->needs("--since");
  add_rules(command, request);
  add_year(command, request);
  add_reading(command, request);
  CLI::Option* const format =
      command
          .add_option_function<std::vector<std::string>>(
              "-f,--format",
              [&request](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                  request.formats.push_back(output_choice(text));
              },
              told(
                  request,
                  {"输出什么，写到哪个文件；不写文件就打印出来；可以写几次。html、docx 也可以写到 "
                   "文件夹/",
                   "Output format, and the file, or the FOLDER/ of html or docx, that it goes to instead "
                   "of standard output; may be repeated"}))
          ->type_name("NAME[=FILE]")
          ->allow_extra_args(false);
  CLI::Option* const overwrite = add_overwrite(command, request);
  add_selection(command, request);
  CLI::Option* const fail_on = add_fail_on(command, request);
  add_color(command, request);
  CLI::Option* const trace =
      command
          .add_option("--trace", request.output.trace,
                      told(request, {"一步一步显示这条规则怎么得出结果",
                                     "Show step by step how this rule came to its result"}))
          ->type_name("RULE");
  CLI::Option* passed =
      command.add_flag("--show-passed", request.output.show_passed,
                       told(request, {"full 里也列出达到的要求和证据",
                                      "In full output, also show what is met, with its evidence"}));
  CLI::Option* const suppressed = command.add_flag(
      "--show-suppressed", request.output.show_suppressed,
      told(request, {"full、concise、html 里也列出已抑制的问题和理由",
                     "In full, concise and html output, also show what is suppressed, and why"}));
  command
      .add_flag("--no-baseline", request.no_baseline,
                told(request, {"已知的问题也报", "Report known findings, too"}))
      ->excludes(add_baseline(command, request));
  add_jobs(command, request);
  add_timeout(command, request);
  CLI::Option* const statistics = command.add_flag(
      "--statistics", request.output.statistics,
      told(request, {"末尾按规则统计问题和用时；full、concise、json、jsonl 有",
                     "Tell at the end what each rule found, and what time it took; in "
                     "full, concise, json and jsonl output"}));
  add_fixing(command, request, {format, overwrite, fail_on, trace, passed, suppressed, statistics});
  command.add_flag("--allow-empty", request.allow_empty,
                   told(request, {"没有报告可查时返回 0，不是 2",
                                  "Exit with 0, not 2, when there is no report to check"}));
  command.add_flag(
      "-v,--verbose", request.output.verbose,
      told(request, {"也显示哪些没有检查、为什么", "Also show what was not checked, and why"}));
  command
      .add_flag("-q,--quiet", request.output.quiet,
                told(request, {"只列问题：没有清单、合计和进度",
                               "Findings only: no checklist, totals or progress"}))
      ->excludes(passed);
  command.footer(footer_of(request, output_list(),
                           say("0 没有问题；1 有问题达到 --fail-on，--diff 有要改的",
                               "0 clean; 1 findings at or above --fail-on, or changes of --diff")));
}

void add_score(CLI::App& command, Request& request) {
  add_files(command, request);
  add_rules(command, request);
  add_year(command, request);
  add_reading(command, request);
  command
      .add_option_function<std::vector<std::string>>(
          "-f,--format",
          [&request](const std::vector<std::string>& texts) {
            std::ranges::for_each(texts, check_score_format);
            request.score.formats = texts;
          },
          told(request,
               {"得分表的形式，写到哪个文件；不写文件就打印出来；可以写几次",
                "Form of the score sheet, and the file it goes to instead of standard output; may "
                "be repeated"}))
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  add_overwrite(command, request);
  add_selection(command, request);
  command
      .add_option("--min-score", request.score.min,
                  told(request, {"有得分低于此数时返回 1", "Exit with 1 if a score is below this"}))
      ->type_name("N")
      ->check(points(request));
  add_color(command, request);
  add_jobs(command, request);
  add_timeout(command, request);
  command.footer(footer_of(
      request, score_form_list(),
      say("0 打了分；1 有得分低于 --min-score", "0 scored; 1 a score below --min-score")));
}

void add_test(CLI::App& command, Request& request) {
  command.add_option("SET", request.paths,
                     told(request, {"规则集、规则文件，或者放它们的文件夹",
                                    "Rule sets, their files, or folders of them"}));
  add_rules_path(command, request);
  add_language(command, request);
  command.add_flag(
      "--strict", request.test.strict,
      told(request, {"规则没有 good、bad 样例算失败", "Fail rules without good and bad samples"}));
  CLI::Option* corpus =
      command
          .add_option("--corpus", request.test.corpus,
                      told(request, {"统计这些报告的结论和问题",
                                     "Count verdicts and findings over these reports"}))
          ->type_name("DIR");
  command
      .add_option("--save", request.test.save,
                  told(request, {"统计结果存到哪个文件", "File to keep the counts in"}))
      ->type_name("FILE")
      ->needs(corpus);
  add_overwrite(command, request);
  command
      .add_option("--against", request.test.against,
                  told(request, {"和 --save 存下的统计比，变了什么",
                                 "Show what changed since the counts that --save kept"}))
      ->type_name("FILE")
      ->needs(corpus);
}

void add_outline(CLI::App& command, Request& request) {
  command
      .add_option("FILE", request.paths,
                  told(request, {"报告、文件夹、ZIP 压缩包，- 是标准输入",
                                 "Reports, folders, ZIP archives, or - for standard input"}))
      ->required();
  add_rules(command, request);
  add_reading(command, request);
  command
      .add_option("-f,--format", request.listing,
                  told(request, {"结构的输出形式", "Form of the outline"}))
      ->capture_default_str()
      ->check(one_of(request, {"text", "json"}));
}

void add_show(CLI::App& command, Request& request) {
  command
      .add_option("FILE", request.paths,
                  told(request, {"报告、ZIP 压缩包，- 是标准输入",
                                 "Reports, ZIP archives, or - for standard input"}))
      ->required();
  command.add_flag("--plain", request.plain,
                   told(request, {"不要行号和页码，给 git diff 的 textconv 用",
                                  "Without numbers and pages, for the textconv of git diff"}));
  add_reading(command, request);
  add_language(command, request);
}

void add_baseline_update(CLI::App& command, Request& request) {
  command
      .add_option("FILE", request.paths,
                  told(request, {"报告、文件夹或 ZIP 压缩包", "Reports, folders or ZIP archives"}))
      ->required();
  add_baseline(command, request);
  add_rules(command, request);
  add_reading(command, request);
  add_jobs(command, request);
}

void add_baseline_write(CLI::App& command, Request& request) {
  add_baseline_update(command, request);
  command.add_flag("--accept-new", request.accept_new,
                   told(request, {"把新的、变差的问题加进已有的基线",
                                  "Add new and worse findings to an existing baseline"}));
}

void add_baseline_show(CLI::App& command, Request& request) {
  add_baseline(command, request);
  add_configuration(command, request);
  add_language(command, request);
}

void add_explain(CLI::App& command, Request& request) {
  command
      .add_option("RULE", request.rule,
                  told(request, {"规则编号，如 fazhi/measures", "Id of a rule: postmortem/cause"}))
      ->required();
  add_rule_sets(command, request);
}

void add_config(CLI::App& command, Request& request) {
  command
      .add_option("FILE", request.paths,
                  told(request, {"报告或文件夹；不写就是当前文件夹",
                                 "Report or folder; by default the current folder"}))
      ->expected(0, 1);
  add_rules(command, request);
  add_selection(command, request);
  add_fail_on(command, request);
  command
      .add_option("-f,--format", request.listing,
                  told(request, {"设置的输出形式", "Form of the settings"}))
      ->capture_default_str()
      ->check(one_of(request, {"text", "json"}));
  command.add_flag(
      "--schema", request.config_schema,
      told(request, {"打印配置文件的 JSON Schema", "Print the JSON Schema of configurations"}));
}

void add_scaffold(CLI::App& command, Request& request) {
  add_set_names(command, request,
                told(request, {"规则集的名字，或规则文件", "Rule set by name, or its file"}))
      ->required()
      ->expected(1);
  command
      .add_option(
          "--into", request.scaffold.into,
          told(request, {"给这份报告补上缺的标题和空位，别的不动；同时写了 -f，就补在副本里",
                         "Add to this report the headings and slots that it lacks, and "
                         "change nothing else; with -f, in a copy"}))
      ->type_name("FILE");
  command
      .add_option("-f,--format", request.scaffold.format,
                  told(request, {"写成哪种格式，写到哪个文件；不写文件就打印出来",
                                 "Format of the draft, and the file it goes to instead of standard "
                                 "output"}))
      ->type_name("NAME[=FILE]");
  add_overwrite(command, request);
  add_variables(command, request);
  add_reading(command, request);
  // Of a report that is to be written there is nothing to read.
  for (const char* const name : {"--as", "--encoding"}) command.get_option(name)->needs("--into");
  command.footer(draft_list().in(request.output.language));
}

void add_init(CLI::App& command, Request& request) {
  add_rules_option(command, request,
                   told(request, {"规则集的名字，或规则文件；可以写几次",
                                  "Rule set by name, or its file; may be repeated"}));
  add_rules_path(command, request);
  add_language(command, request);
}

void add_completions(CLI::App& command, Request& request) {
  command
      .add_option("SHELL", request.shell,
                  told(request, {"哪种 shell：bash、zsh、fish 或 powershell",
                                 "The shell: bash, zsh, fish or powershell"}))
      ->required()
      ->check(one_of(request, {"bash", "zsh", "fish", "powershell"}));
}

void add_sets(CLI::App& command, Request& request) {
  add_set_names(
      command, request,
      told(request,
           {"规则集的名字，或规则文件；不写就是配置里的，或者全部自带的",
            "Rule sets by name, or their files; by default those of the configuration, or all "
            "built-in ones"}));
}

void add_required_sets(CLI::App& command, Request& request) {
  add_set_names(command, request,
                told(request, {"规则集的名字，或规则文件", "Rule sets by name, or their files"}))
      ->required();
}

void complete_request(Request& request) {
  check_fixing(request);
  request.output.fixed = request.fix.write;
  request.output.fixed_unsafe = request.fix.write && request.fix.unsafe;
  if (!request.scaffold.format.empty())
    check_draft_format(request.scaffold.format, !request.scaffold.into.empty());
  if (request.formats.empty()) request.formats.push_back({find_output_form("full"), {}});
  if (std::ranges::count_if(request.formats, &OutputChoice::goes_to_standard_output) > 1)
    throw UsageError("--format",
                     say("只有一种能打印在屏幕上，其余的写成 名称=文件",
                         "only one can go to standard output: write the others as NAME=FILE"));
  request.read.keep_file = std::ranges::any_of(
      request.formats, [](const OutputChoice& choice) { return choice.form->holds_one_report; });
  if (request.output.statistics)
    need_form(request, "--statistics", {"full", "concise", "json", "jsonl"});
  if (request.output.show_passed) need_form(request, "--show-passed", {"full"});
  if (request.output.show_suppressed)
    need_form(request, "--show-suppressed", {"full", "concise", "html"});
  if (!request.output.trace.empty())
    need_form(request, "--trace", {"full", "concise", "json", "jsonl"});
}

}  // namespace hegui
