// hegui score: what each report gets, who is first, and why.

#include "review/score.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/form_choice.h"
#include "cli/progress.h"
#include "commands/commands.h"
#include "output/parts/text_lines.h"
#include "output/score/score_forms.h"
#include "run/review_all.h"
#include "run/run_plan.h"
#include "system/result_files.h"
#include "system/standard_streams.h"
#include "system/xlsx_file.h"

namespace hegui {
namespace {

/// A form of the sheet, and where it goes.
struct Destination {
  const ScoreForm* form;
  std::unique_ptr<OutputFile> file;  ///< Null for standard output.
};

/// NAME or NAME=FILE, which the command line has checked. Opened before anything is read: a file
/// that cannot be written is told at once.
std::vector<Destination> destinations_of(const Request& request,
                                         const std::vector<std::string>& inputs) {
  std::vector<std::string> wanted = request.score.formats;
  if (wanted.empty()) wanted.push_back("text");
  std::vector<ResultPlace> places;
  for (const std::string& text : wanted) places.push_back({.file = file_in_format(text)});
  if (std::ranges::count(places, std::string(), &ResultPlace::file) > 1)
    throw WriteError(
        say("只有一种能打印在屏幕上，其余的写 -f 名称=文件",
            "only one format can go to standard output: write the others as NAME=FILE"));
  auto results = open_results(places, inputs, request.overwrite);
  std::vector<Destination> destinations;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const ScoreForm* form = find_score_form(wanted[i].substr(0, wanted[i].find('=')));
    if (!results[i].file && !form->write && isatty(STDOUT_FILENO) == 1)
      throw WriteError(say("{0} 不是文字，请写 -f {0}=文件",
                           "{0} is not a text format; write -f {0}=FILE", form->name));
    destinations.push_back({form, std::move(results[i].file)});
  }
  return destinations;
}

void write(const ScoreSheet& sheet, const Destination& destination, OutputOptions options) {
  if (destination.file) options.color = false;
  const TakeText take = [&](std::string_view text) {
    destination.file ? destination.file->write(text) : print(text);
  };
  if (destination.form->write)
    destination.form->write(sheet, options, take);
  else
    take(xlsx_bytes([&](Workbook& workbook) { destination.form->fill(sheet, options, workbook); }));
  if (destination.file) destination.file->commit();
}

/// What is wrong in configurations, rule sets and side files. No part of the sheet, so it goes to
/// standard error.
void tell(const std::vector<FileProblem>& problems, OutputOptions options) {
  options.color = false;
  std::string out;
  append_problems(problems, options, out);
  std::fwrite(out.data(), 1, out.size(), stderr);
}

int exit_of(const ScoreSheet& sheet, const Request& request) {
  std::size_t below = 0;
  for (const ScoreGroup& group : sheet.groups)
    below += static_cast<std::size_t>(std::ranges::count_if(
        group.rows, [&](const SheetRow& row) { return row.value < request.score.min; }));
  if (below > 0)
    complain(say("{} 份低于 {} 分", "{:report} below {}", below, score_text(request.score.min)),
             request.output.language);
  if (!sheet.not_ranked.empty()) return Exit::trouble;
  return below > 0 ? Exit::findings : Exit::clean;
}

}  // namespace

int score_command(const Request& request) {
  const RunPlan plan(request);
  OutputOptions options = plan.output();
  if (plan.failed()) {
    tell(plan.problems(), options);
    return Exit::trouble;
  }
  if (plan.size() == 0) {
    complain(say("什么都没有打分：没有找到报告", "nothing was scored: no reports were found"),
             request.output.language);
    return Exit::trouble;
  }
  const std::vector<Destination> destinations = destinations_of(request, plan.inputs());
  ScoreSheet sheet;
  std::vector<FileProblem> problems;
  std::set<Language> languages;
  Progress progress(plan.size(), !request.no_progress, options.language);
  review_all(
      plan.size(), threads_of(request.jobs), [&](std::size_t i) { return plan.review(i); },
      [&](std::size_t i, Review review) {
        review.score = score_of(review);
        const OutputOptions own = options.in(review);
        languages.insert(own.language);
        sheet.add(review, own);
        problems.insert(problems.end(), review.problems.begin(), review.problems.end());
        progress.advance(plan.report(i).path);
      });
  progress.end();
  sheet.rank();
  options = options.in(languages);
  for (const Destination& destination : destinations) write(sheet, destination, options);
  tell(problems, options);
  return exit_of(sheet, request);
}

}  // namespace hegui
