// Everything that may be wrong before a report is read is found here, and all of it is told at
// once: paths, configurations, rule sets, and what options and configurations say of rules and
// variables that no set knows. A slip in one of them would change what is checked and not be seen.

#include "run/run_plan.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <tuple>

#include "document/outline.h"
#include "review/variables.h"
#include "run/archives.h"
#include "run/baseline_file.h"
#include "run/ignore_files.h"
#include "run/passed_over.h"
#include "run/review_file.h"
#include "run/suppressions.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/strings.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

/// The one variable that belongs to no rule set: who wrote the report (applies-when).
constexpr std::string_view issuer_kind = "issuer-kind";
constexpr auto name_of_kind = [](IssuerKind kind) { return name_of(kind); };

/// Only what lies in the files and folders that were named; all if none were.
void keep_below(const std::vector<std::string>& paths, std::vector<ReportFile>& files) {
  if (paths.empty()) return;
  std::erase_if(files, [&](const ReportFile& file) {
    const std::string path = absolute_path(file.path);
    return std::ranges::none_of(paths, [&](const std::string& named) {
      const std::string above = absolute_path(named);
      return path == above || path.starts_with(above == "/" ? above : above + "/");
    });
  });
}

Message unknown(const Message& what, std::string_view name,
                const std::vector<std::string_view>& known) {
  const std::string_view near = nearest_word(name, known);
  return near.empty()
             ? say("没有{1}叫“{0}”", "there is no {2} “{0}”", name, what.zh, what.en)
             : say("没有{1}叫“{0}”，是不是“{3}”？", "there is no {2} “{0}”; did you mean “{3}”?",
                   name, what.zh, what.en, near);
}

/// A report that is named twice, or lies in a folder that is named, too, is read once.
void keep_first(std::vector<ReportFile>& files) {
  std::set<std::string> seen;
  std::erase_if(files, [&](const ReportFile& file) {
    return !seen.insert(file.path == "-" ? file.path : absolute_path(file.path)).second;
  });
}

/// A report of a run whose time has passed.
Review not_begun(const std::string& path, unsigned seconds) {
  Review review;
  review.document.path = path;
  review.status = Review::Status::unreadable;
  review.error =
      say("时间用完（--timeout {}），没有检查", "out of time (--timeout {}): not checked", seconds);
  return review;
}

/// Two configurations may build on one that is wrong.
void drop_repeated(std::vector<FileProblem>& problems) {
  std::set<std::tuple<std::string, Location, std::string>> seen;
  std::erase_if(problems, [&](const FileProblem& problem) {
    return !seen.emplace(problem.path, problem.at, problem.message.en).second;
  });
}

}  // namespace

RunPlan::RunPlan(const Request& request)
    : request_(request),
      deadline_(request.timeout > 0
                    ? std::make_unique<Deadline>(request.timeout, request.output.language)
                    : nullptr),
      configurations_(request) {
  if (is_filter(request_)) read_input();
  check_today();
  find_files();
  // Their settings lead to the configurations, which can only then be looked at.
  for (Planned& report : reports_) {
    const std::string& path = report.file.path == "-" && !request.stdin_filename.empty()
                                  ? request.stdin_filename
                                  : report.file.path;
    report.settings = &configurations_.settings_for(path);
  }
  for (Planned& report : reports_before_)
    report.settings = &configurations_.settings_for(report.file.path);
  if (reports_.empty()) here_ = &configurations_.settings_for(".", true);
  if (configurations_.failed()) {
    std::ranges::copy(configurations_.problems(), std::back_inserter(problems_));
    drop_repeated(problems_);
    failed_ = true;
    return;
  }
  if (here_) library_for(*here_);
  for (Planned& report : reports_) report.library = &library_for(*report.settings);
  for (Planned& report : reports_before_) report.library = &library_for(*report.settings);
  for (const auto& [sources, library] : libraries_) used_.push_back(&library);
  check_given();
  for (const Configurations::Loaded& loaded : configurations_.all()) check_configuration(loaded);
  for (const auto& [sources, library] : libraries_) {
    failed_ = failed_ || library.failed();
    std::ranges::move(library.problems(), std::back_inserter(problems_));
  }
  drop_repeated(problems_);
}

void RunPlan::read_input() {
  const auto reading = deadline_ ? std::make_unique<Deadline::Reading>(*deadline_) : nullptr;
  try {
    input_ = read_file("-");
    if (deadline_) deadline_->keep(&input_);
  } catch (const InputError&) {  // Who reads the report says why.
  }
}

void RunPlan::give_back(std::string_view bytes) const {
  if (deadline_) deadline_->keep(nullptr);
  print(bytes);
}

/// Once for all reports, which ask for it when they have something that may end.
void RunPlan::check_today() {
  try {
    (void)today();
  } catch (const InputError& error) {
    complain(error.message(), request_.output.language);
    failed_ = true;
  }
}

/// Those of --files-from, too.
void RunPlan::read_named_paths() {
  named_ = request_.paths;
  if (request_.files_from.empty()) return;
  try {
    std::vector<std::string> listed = read_path_list(request_.files_from);
    if (request_.fix.write && std::ranges::find(listed, "-") != listed.end())
      throw InputError(say("列表里的 - 是标准输入，用 --fix 时请写在命令行上",
                           "- is standard input, and with --fix stands on the command line"));
    std::ranges::move(listed, std::back_inserter(named_));
  } catch (const InputError& error) {
    configurations_.complain_of(request_.files_from, error.message());
  }
}

void RunPlan::find_files() {
  read_named_paths();
  IgnoreFiles ignored(configurations_, true);
  std::vector<ReportFile> files;
  std::vector<std::string> side_files;
  const bool by_git = request_.git.any();
  if (by_git) {
    try {
      git_ = std::make_unique<GitRepository>();
      files = request_.git.staged    ? git_->staged()
              : request_.git.changed ? git_->changed()
                                     : git_->since(request_.git.since);
      if (request_.git.changed_passages)
        for (ReportFile& file : git_->before(request_.git.since))
          if (is_report_path(file.path))
            reports_before_.push_back({std::move(file), nullptr, nullptr});
    } catch (const InputError& error) {
      complain(error.message(), request_.output.language);
      failed_ = true;
    }
    keep_below(named_, files);
    std::erase_if(files, [](const ReportFile& file) {
      return !is_report_path(file.path) && !file.path.ends_with(side_file_ending);
    });
  } else {
    for (const std::string& path : named_) {
      const std::string first = absolute_path(path);
      const auto left_out = [&](const std::string& entry, bool is_folder) {
        return !request_.no_ignore && ignored.leave_out(entry, is_folder, first);
      };
      PassedOver passed;
      std::vector<ReportFile> found = find_reports({path}, left_out, &side_files, &passed);
      tell_passed_over(path, passed, request_, found);
      std::ranges::move(found, std::back_inserter(files));
    }
    files = with_archives(std::move(files), named_, request_);
  }
  pass_over_lock_files(named_, request_, files);
  pass_over_own_pages(named_, request_, files);
  // What git says was not named by the user: it is left out like what is in a folder.
  IgnoreFiles unwanted(configurations_, false);
  if ((by_git && !request_.no_ignore) || request_.force_exclude)
    std::erase_if(files, [&](const ReportFile& file) {
      return file.path != "-" && unwanted.leave_out_named(absolute_path(file.path));
    });
  take_side_files(std::move(side_files), files);
  keep_first(files);
  for (ReportFile& file : files) {
    if (file.path == "-" && !input_.empty()) file.read = [this] { return input_; };
    reports_.push_back({std::move(file), nullptr, nullptr});
  }
}

/// Whoever names a side file, as a commit of it does, means the report that it is said of. One of a
/// folder that has lost its report is told.
void RunPlan::take_side_files(std::vector<std::string> of_folders, std::vector<ReportFile>& files) {
  const auto is_side_file = [](std::string_view path) {
    return path.ends_with(side_file_ending) && path.size() > side_file_ending.size() &&
           path[path.size() - side_file_ending.size() - 1] != '/';
  };
  std::vector<std::string> lost;
  const auto report_of = [&](const std::string& path) {
    const std::string report = path.substr(0, path.size() - side_file_ending.size());
    if (is_there(report)) return report;
    if (is_there(path)) lost.push_back(path);
    return std::string();
  };
  for (const std::string& path : of_folders)
    if (is_side_file(path)) (void)report_of(path);
  std::set<std::string> there;
  for (const ReportFile& file : files) there.insert(file.path);
  std::vector<ReportFile> taken;
  for (ReportFile& file : files) {
    if (!file.path.ends_with(side_file_ending)) {
      taken.push_back(std::move(file));
      continue;
    }
    const std::string report = is_side_file(file.path) ? report_of(file.path) : "";
    if (report.empty() || !is_report_path(report) || there.contains(report)) continue;
    taken.push_back(request_.git.staged ? git_->staged_one(report) : ReportFile{.path = report});
  }
  files = std::move(taken);
  std::ranges::sort(lost);
  for (const std::string& path : lost) problems_.push_back(lost_side_file(path));
}

const RuleLibrary& RunPlan::library_for(const Settings& settings) {
  return libraries_.try_emplace(settings.sources, settings, request_).first->second;
}

Review RunPlan::review(std::size_t i) const { return read(reports_[i]); }

Review RunPlan::review_of(std::size_t i, const std::string& bytes) const {
  Planned report = reports_[i];
  report.file.read = [&bytes] { return bytes; };
  return read(report);
}

Review RunPlan::read(const Planned& report) const {
  if (!deadline_) return review_file(report.file, request_, *report.settings, *report.library);
  if (deadline_->has_passed()) return not_begun(report.file.path, deadline_->seconds());
  const Deadline::Reading reading(*deadline_);
  return review_file(report.file, request_, *report.settings, *report.library, deadline_->end());
}

std::string RunPlan::sketch(std::size_t i) const {
  return sketch_of_file(reports_[i].file, request_, *reports_[i].library);
}

std::vector<Review> RunPlan::reviews_before() const {
  std::vector<Review> reviews;
  for (const Planned& report : reports_before_) {
    Review review = read(report);
    if (review.status == Review::Status::checked) reviews.push_back(std::move(review));
  }
  return reviews;
}

std::vector<std::string> RunPlan::inputs() const {
  std::vector<std::string> all = named_;
  const auto add = [&](const std::string& path) {
    if (!path.empty() && path != "-") all.push_back(path);
  };
  for (const std::string& path : {request_.files_from, request_.config, request_.stdin_filename})
    add(path);
  for (const auto& [file, settings, library] : reports_) {
    add(file.archive.empty() ? file.path : file.archive);
    add(side_file_path(file.path == "-" ? request_.stdin_filename : file.path));
    if (settings) add(settings->baseline);
  }
  for (const Configurations::Loaded& loaded : configurations_.all())
    for (const SourceFile& file : loaded.config.files) add(file.path);
  for (const auto& [sources, library] : libraries_)
    for (const std::string& path : library.paths()) add(path);
  // A name without a slash is that of a set, and no file.
  for (const std::string& name : request_.given.texts(ConfigKeyId::rules))
    if (name.find('/') != std::string::npos) add(name);
  add(baseline_path(baseline()));
  return all;
}

std::string RunPlan::baseline() const {
  const Settings* settings = reports_.empty() ? here_ : reports_.front().settings;
  return settings ? settings->baseline : std::string();
}

OutputOptions RunPlan::output() const {
  return used_.size() == 1 ? output_for(request_, *used_.front()) : request_.output;
}

/// What the command line says is held against the rule sets of this run.
void RunPlan::check_given() {
  check_said(request_.given, used_);
  if (!request_.output.trace.empty()) check_rule({}, request_.output.trace, used_);
}

/// What a configuration says is held against the rule sets that it leads to, in this run or not,
/// and those that are built in: -r for one run does not make it wrong.
void RunPlan::check_configuration(const Configurations::Loaded& loaded) {
  const std::vector<ConfigLayer>& layers = loaded.config.layers;
  const auto says_names = [](const ConfigLayer& layer) {
    for (const ConfigKeyId key :
         {ConfigKeyId::select, ConfigKeyId::ignore, ConfigKeyId::severity, ConfigKeyId::set})
      if (!layer.values.of(key).empty()) return true;
    return false;
  };
  if (std::ranges::none_of(layers, says_names)) return;
  std::vector<const RuleLibrary*> libraries{&library_for(Settings{})};
  std::vector<bool> which(layers.size());
  for (std::size_t i = 0; i < layers.size(); ++i) which[i] = !layers[i].files;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    std::vector<bool> with = which;
    with[i] = true;
    Layer values = built_in_values();
    values.cover_with(loaded.config.values_of(with));
    libraries.push_back(&library_for(settings_of(std::move(values), loaded.boundary)));
  }
  for (const ConfigLayer& layer : layers) check_said(layer.values, libraries);
}

void RunPlan::check_said(const Layer& values, const std::vector<const RuleLibrary*>& libraries) {
  for (const Said& said : values.of(ConfigKeyId::select)) check_rule(said, said.value, libraries);
  for (const Said& said : values.of(ConfigKeyId::ignore)) check_rule(said, said.value, libraries);
  for (const Said& said : values.of(ConfigKeyId::severity)) check_rule(said, said.name, libraries);
  if (std::ranges::any_of(libraries, [](const auto* library) { return library->failed(); })) return;
  for (const Said& said : values.of(ConfigKeyId::set)) check_variable(said, libraries);
}

void RunPlan::check_rule(const Said& said, const std::string& id,
                         const std::vector<const RuleLibrary*>& libraries) {
  const auto knows = [&](const RuleLibrary* library) { return library->knows(id); };
  if (std::ranges::any_of(libraries, knows)) return;
  std::set<std::string> ids;
  for (const RuleLibrary* library : libraries) library->add_ids(ids);
  report(said, unknown({"规则", "rule"}, id, {ids.begin(), ids.end()}));
}

void RunPlan::check_variable(const Said& said, const std::vector<const RuleLibrary*>& libraries) {
  if (const auto message = too_long_value(said.name, said.value)) return report(said, *message);
  std::set<std::string> names{std::string(issuer_kind)};
  if (said.name == issuer_kind) {
    if (std::ranges::find(issuer_kinds, said.value, name_of_kind) == issuer_kinds.end())
      report(said,
             say("issuer-kind 应是 {} 之一，不是“{}”", "issuer-kind must be one of {}, not “{}”",
                 fmt::format("{}", fmt::join(words_of(issuer_kind_words), ", ")), said.value));
    return;
  }
  const Variable* wrong = nullptr;
  for (const RuleLibrary* library : libraries)
    for (const Variable* variable : library->variables()) {
      names.insert(variable->name);
      if (variable->name != said.name) continue;
      const auto found = variable->find ? variable->find->capture(said.value) : std::nullopt;
      if (!variable->find || (found && found->size() == said.value.size())) return;
      wrong = variable;
    }
  if (wrong) {
    if (said.name == "year" && wrong->find->capture("2024"))
      report(said, say("年度应是“2024”这样的数字，不是“{}”",
                       "the year must be a number such as 2024, not “{}”", said.value));
    else
      report(said, say("变量“{}”不能是“{}”：规则集要它合乎 /{}/",
                       "the variable “{}” cannot be “{}”: its rule set requires it to match /{}/",
                       said.name, said.value, wrong->find->source()));
    return;
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  Message message = unknown({"变量", "variable"}, said.name, known);
  if (nearest_word(said.name, known).empty()) {
    message.zh += fmt::format("；能给的有 {}", fmt::join(known, ", "));
    message.en += fmt::format("; known are {}", fmt::join(known, ", "));
  }
  report(said, std::move(message));
}

void RunPlan::report(const Said& said, Message message) {
  failed_ = true;
  if (said.origin.kind == Origin::Kind::file)
    problems_.push_back(problem_at(said.origin, std::move(message)));
  else
    complain(message, request_.output.language);
}

}  // namespace hegui
