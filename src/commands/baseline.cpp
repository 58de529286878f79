// hegui baseline write, prune, show. Only reports that were looked at change anything; what the
// baseline says of others stays.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "commands/commands.h"
#include "output/parts/text_lines.h"
#include "run/archives.h"
#include "run/baseline_follower.h"
#include "run/review_all.h"
#include "run/run_plan.h"
#include "suppress/known_findings.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/printable.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

void print_problems(std::span<const FileProblem> problems, const OutputOptions& options) {
  std::string out;
  append_problems(problems, options, out);
  print(out);
}

/// Calls `take` for each report that is checked. What is wrong with the others is told.
int for_each_review(const Request& request, const RunPlan& plan,
                    const std::function<void(const Review&, const LintOptions&)>& take) {
  const OutputOptions options = plan.output();
  int code = Exit::clean;
  review_all(
      plan.size(), threads_of(request.jobs), [&](std::size_t i) { return plan.review(i); },
      [&](std::size_t i, const Review& review) {
        print_problems(review.problems, options);
        if (review.status == Review::Status::checked) return take(review, plan.settings(i).lint);
        complain(about(review.document.path, review.error), request.output.language);
        code = Exit::trouble;
      });
  if (plan.size() == 0) {
    complain(
        say("没有找到报告，基线没有改动", "no reports were found; the baseline was not changed"),
        request.output.language);
    code = Exit::trouble;
  }
  return code;
}

/// Entries of reports that were looked for in a folder of the request and are not there any more.
Baseline of_deleted_reports(const BaselineFile& file, const Request& request) {
  std::vector<std::string> looked_in;
  std::error_code error;
  for (const std::string& path : request.paths)
    if (fs::is_directory(path, error)) looked_in.push_back(file.key_of(path + "/x"));
  Baseline deleted;
  for (const BaselineEntry& entry : file.entries) {
    const bool inside = std::ranges::any_of(looked_in, [&](std::string_view example) {
      return entry.path.starts_with(example.substr(0, example.size() - 1));
    });
    if (inside && file.is_vanished(entry.path)) deleted.push_back(entry);
  }
  return deleted;
}

void save(const BaselineFile& file) {
  OutputFile out(file.path);
  out.write(write_baseline(file.entries));
  out.commit();
}

std::string line_of(const BaselineEntry& entry) {
  std::string line = entry.rule;
  if (entry.count > 1) line += fmt::format(" ×{}", entry.count);
  for (bool first = true; const std::string& heading : entry.section) {
    line += (first ? "  " : " › ") + heading;
    first = false;
  }
  const bool is_heading = !entry.section.empty() && entry.section.back().ends_with(entry.quote);
  if (!is_heading && !entry.quote.empty()) line += "  “" + entry.quote + "”";
  return printable(line);
}

/// The entries below the reports that they are of, each after a mark that tells what becomes of it.
std::string listed(const Baseline& entries, std::string_view mark = "") {
  std::string out, path;
  for (const BaselineEntry& entry : entries) {
    if (entry.path != path) out += printable(entry.path) + "\n";
    path = entry.path;
    out += "  " + std::string(mark) + line_of(entry) + "\n";
  }
  return out;
}

struct Count {
  std::size_t findings = 0;
  std::size_t reports = 0;
};

Count count_of(const Baseline& entries) {
  Count count;
  std::set<std::string_view> paths;
  for (const BaselineEntry& entry : entries) {
    count.findings += entry.count;
    paths.insert(entry.path);
  }
  count.reports = paths.size();
  return count;
}

/// The baseline; none if there is none, or it cannot be used, or the plan has failed: then nobody
/// knows what holds, and nothing may be changed.
std::optional<BaselineFile> read_existing(const Request& request, const RunPlan& plan,
                                          bool may_be_new) {
  print_problems(plan.problems(), plan.output());
  if (plan.failed()) return std::nullopt;
  const std::string named = plan.baseline();
  try {
    BaselineFile file = read_baseline_file(named, may_be_new);
    if (file.path.empty() && may_be_new) file.path = new_baseline_path(named);
    if (file.path.empty())
      throw InputError(say("没有找到基线文件，可用 hegui baseline write 生成",
                           "there is no baseline; create one with hegui baseline write"));
    if (file.problems.empty()) return file;
    print_problems(file.problems, request.output);
  } catch (const InputError& error) {
    complain(error.message(), request.output.language);
  }
  return std::nullopt;
}

void tell(const Message& message, const Request& request) {
  print(message.in(request.output.language) + "\n");
}

/// Brings the baseline to what the reports say now, and notes how it changed.
class Update {
 public:
  Update(const Request& request, const RunPlan& plan, BaselineFile& file, bool accept_new)
      : request_(request),
        plan_(plan),
        file_(file),
        accept_new_(accept_new),
        follower_(file, plan) {}

  /// Exit code of reading the reports.
  int run() {
    std::set<std::string> paths;
    Baseline entries;
    const int code =
        for_each_review(request_, plan_, [&](const Review& review, const LintOptions& options) {
          const std::string key = file_.key_of(review.document.path);
          if (!paths.insert(key).second) return;
          Renewal renewal = renew(review, follower_.known_of(review), key, options, accept_new_);
          move_into(renewal.entries, entries);
          move_into(renewal.added, added_);
          move_into(renewal.removed, removed_);
          move_into(renewal.refused, refused_);
        });
    if (paths.empty()) return code;
    remove_entries(follower_.moved(), file_.entries);
    // What could not be read may be what was deleted, in another format.
    Baseline deleted = code == Exit::clean ? of_deleted_reports(file_, request_) : Baseline();
    remove_entries(deleted, file_.entries);
    move_into(deleted, removed_);
    sort_entries(removed_);
    remove_entries(follower_.moved(), removed_);
    std::erase_if(file_.entries,
                  [&](const BaselineEntry& entry) { return paths.contains(entry.path); });
    move_into(entries, file_.entries);
    for (Baseline* list : {&file_.entries, &added_, &removed_, &refused_}) sort_entries(*list);
    return code;
  }

  const Baseline& added() const { return added_; }
  const Baseline& removed() const { return removed_; }
  const Baseline& refused() const { return refused_; }

  void print_moves() const {
    std::string out;
    for (const auto& move : follower_.moves())
      out += fmt::format("{} → {}  ×{}\n", printable(move.from), printable(move.to), move.findings);
    print(out);
  }

 private:
  static void move_into(Baseline& from, Baseline& to) {
    std::ranges::move(from, std::back_inserter(to));
  }

  const Request& request_;
  const RunPlan& plan_;
  BaselineFile& file_;
  bool accept_new_;
  BaselineFollower follower_;
  Baseline added_ = {}, removed_ = {}, refused_ = {};
};

}  // namespace

int baseline_write_command(const Request& request) {
  const RunPlan plan(request);
  auto file = read_existing(request, plan, true);
  if (!file) return Exit::trouble;
  const bool is_new = !file->is_there;
  Update update(request, plan, *file, is_new || request.accept_new);
  int code = update.run();
  if (plan.size() == 0) return code;
  save(*file);
  update.print_moves();
  if (!is_new) print(listed(update.added(), "+ "));
  print(listed(update.removed(), "- "));
  const Count count = count_of(file->entries);
  tell(say("{}：记下 {} 个问题，在 {} 份文档里", "{}: {:finding} in {:document}", file->path,
           count.findings, count.reports),
       request);
  if (update.refused().empty()) return code;
  print(listed(update.refused(), "? "));
  tell(say("有 {} 个新的或变差的问题没有记下：请先改；要记下就加 --accept-new",
           "{:finding is|findings are} new or worse and not recorded: fix the reports, or pass "
           "--accept-new",
           count_of(update.refused()).findings),
       request);
  return std::max<int>(code, Exit::findings);
}

int baseline_prune_command(const Request& request) {
  const RunPlan plan(request);
  auto file = read_existing(request, plan, false);
  if (!file) return Exit::trouble;
  const Baseline before = file->entries;
  Update update(request, plan, *file, false);
  const int code = update.run();
  if (plan.size() == 0) return code;  // As is said: a folder may have been misspelt.
  if (write_baseline(before) != write_baseline(file->entries)) save(*file);
  update.print_moves();
  print(listed(update.removed()));
  tell(say("{}：移除 {} 个已经没有的问题，保留 {} 个", "{}: {:finding} removed, {} left",
           file->path, count_of(update.removed()).findings, count_of(file->entries).findings),
       request);
  return code;
}

int baseline_show_command(const Request& request) {
  const RunPlan plan(request);
  const auto file = read_existing(request, plan, false);
  if (!file) return Exit::trouble;
  print(listed(file->entries));
  const Count count = count_of(file->entries);
  tell(say("{}：{} 个问题，在 {} 份文档里", "{}: {:finding} in {:document}", file->path,
           count.findings, count.reports),
       request);
  return Exit::clean;
}

}  // namespace hegui
