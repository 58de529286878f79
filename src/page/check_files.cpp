// What the command `check` does, of files that lie in memory: a browser has no others.

#include "page/check_files.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/format.h"
#include "formats/zip/zip_folder.h"
#include "output/output.h"
#include "report/review_report.h"
#include "report/rule_sets.h"
#include "review/score.h"
#include "ruleset/builtin.h"
#include "text/decode.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

bool is_side_file(std::string_view name) { return name.ends_with(side_file_ending); }

bool is_rule_file(std::string_view name) {
  const std::string lower_name = lower(name);
  return !is_side_file(name) && (lower_name.ends_with(".yaml") || lower_name.ends_with(".yml"));
}

class CheckOfFiles {
 public:
  CheckOfFiles(std::span<const PageFile> files, const PageOptions& options)
      : files_(files),
        options_(options),
        rules_(std::ranges::any_of(files, is_rule_file, &PageFile::name)) {
    load_rules_of_user();
    output_options_.language = options.language.value_or(Language::zh);
    output_options_.language_given = options.language.has_value();
    if (const auto language = rules_.language()) output_options_ = output_options_.in(*language);
    output_ = find_output_form(options.form)->make(output_options_);
  }

  std::string run() {
    output_->begin(out_);
    problems_ = rules_.problems();
    summary_.add(problems_);
    if (!rules_.failed())
      for (const PageFile& file : files_) check(file);
    output_->speak(output_options_.in(summary_.languages).language);
    output_->end(summary_, problems_, out_);
    return std::move(out_);
  }

 private:
  void load_rules_of_user() {
    const auto find = [&](std::string_view name, std::string_view) { return found(name); };
    bool any = false;
    for (const PageFile& file : files_)
      if (is_rule_file(file.name)) {
        rules_.add(load_rules({.path = file.name, .source = file.bytes}, find));
        any = true;
      }
    if (any) return;
    for (const BuiltinRules& builtin : builtin_rules()) rules_.add_built_in(builtin.name);
  }

  /// What a rule file extends: one that was handed over with it, or a built-in one.
  std::optional<FoundRules> found(std::string_view name) const {
    const std::string_view base = name.substr(name.find_last_of('/') + 1);
    for (const PageFile& file : files_)
      if (is_rule_file(file.name) &&
          (file.name == base || file.name == std::string(base) + ".yaml"))
        return FoundRules{file.name, file.bytes};
    return find_builtin(name);
  }

  void check(const PageFile& file) {
    if (is_rule_file(file.name) || is_side_file(file.name)) return;
    if (!is_zip_path(file.name)) return check(file.name, [&] { return file.bytes; });
    try {
      ZipFolder folder(file.bytes, Limits{});
      bool any = false;
      for (const ZipFolder::Member& member : folder.members()) {
        if (!is_report_path(member.path) || is_lock_path(member.path)) continue;
        any = true;
        check(file.name + "/" + member.path, [&] { return folder.read(member); });
      }
      if (any) return;
    } catch (const InputError&) {
      // Reading it as a report says what is wrong.
    }
    check(file.name, [&]() -> std::string {
      throw InputError(
          say("压缩包里没有报告，或者打不开：请解压后把里面的报告拖进来",
              "no reports in the archive, or it cannot be opened: unpack it and drop the reports"));
    });
  }

  void check(const std::string& path, const std::function<std::string()>& read) {
    ReportOptions options{.today = [&] { return options_.today; }};
    Review review;
    try {
      options.side = side_file_of(path);
      options.lint.set = options.side.set;
      if (options.side.problems.empty()) {
        review = review_report(path, read, options, rules_);
      } else {
        review.problems = problems_in(std::span(&options.side.file, 1), options.side.problems);
        review.error = say("{} 有错，没有检查", "{} has errors; the report was not checked",
                           options.side.file.path);
      }
    } catch (const InputError& error) {
      review.error = error.message();
    }
    if (review.document.path.empty()) {
      review.document.path = path;
      review.status = Review::Status::unreadable;
    }
    review.score = score_of(review);
    output_->speak(output_options_.in(review).language);
    output_->document(review, out_);
    summary_.add(review);
    problems_.insert(problems_.end(), review.problems.begin(), review.problems.end());
  }

  /// An empty one if none was handed over. Throws InputError.
  SideFile side_file_of(const std::string& report) const {
    const std::string path = report + std::string(side_file_ending);
    const auto file = std::ranges::find(files_, path, &PageFile::name);
    if (file == files_.end()) return {};
    return read_side_file(path, decode(file->bytes).text, rules_.ids());
  }

  std::span<const PageFile> files_;
  const PageOptions& options_;
  RuleSets rules_;
  OutputOptions output_options_ = {};
  std::unique_ptr<Output> output_ = {};
  Summary summary_ = {};
  std::vector<FileProblem> problems_ = {};
  std::string out_ = {};
};

}  // namespace

std::string check_files(std::span<const PageFile> files, const PageOptions& options) {
  return CheckOfFiles(files, options).run();
}

}  // namespace hegui
