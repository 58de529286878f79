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
#include "formats/zip/zip_writer.h"
#include "output/output.h"
#include "output/parts/file_names.h"
#include "report/mend.h"
#include "report/review_report.h"
#include "report/rule_sets.h"
#include "review/fixes.h"
#include "review/score.h"
#include "ruleset/builtin.h"
#include "text/decode.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

bool is_side_file(std::string_view name) { return name.ends_with(side_file_ending); }

std::string stem_of(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);
  return std::string(name.substr(0, name.find_last_of('.')));
}

class CheckOfFiles {
 public:
  CheckOfFiles(std::span<const PageFile> files, const PageOptions& options)
      : files_(files),
        options_(options),
        mends_(options.form == mended_form),
        form_(*find_output_form(mends_ ? "concise" : options.form)),
        rules_(std::ranges::any_of(files, is_rule_file, &PageFile::name)) {
    load_rules_of_user();
    output_options_.language = options.language.value_or(Language::zh);
    output_options_.language_given = options.language.has_value();
    if (const auto language = rules_.language()) output_options_ = output_options_.in(*language);
    if (mends_ || form_.holds_one_report)
      output_options_.takes_name = [](const std::string&) { return true; };
    output_ = form_.make(output_options_);
  }

  PageResult run() {
    output_->begin(out_);
    problems_ = rules_.problems();
    summary_.add(problems_);
    if (!rules_.failed())
      for (const PageFile& file : files_) check(file);
    output_->speak(output_options_.in(summary_.languages).language);
    output_->end(summary_, problems_, out_);
    const Language language = output_options_.in(summary_.languages).language;
    PageResult result{.told = std::move(told_), .fixes = fixes_, .exit = exit_code()};
    if (mends_ || form_.holds_one_report) {
      put_together(language, result);
    } else {
      result.name = name_of_results(language);
      result.bytes = std::move(out_);
    }
    return result;
  }

 private:
  int exit_code() const {
    const bool is_wrong =
        std::ranges::find(problems_, Severity::error, &FileProblem::severity) != problems_.end();
    if (rules_.failed() || is_wrong || summary_.unreadable + summary_.not_understood > 0) return 2;
    return summary_.errors > 0 ? 1 : 0;
  }

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
    options.read.keep_file = form_.holds_one_report;
    options.keep_bytes = mends_;
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
    if (mends_)
      mend_report(review, options);
    else
      write(review);
    fixes_ += count_fixes(review).safe;
    summary_.add(review);
    problems_.insert(problems_.end(), review.problems.begin(), review.problems.end());
  }

  void write(const Review& review) {
    if (!form_.holds_one_report) return output_->document(review, out_);
    try {
      std::string bytes;
      output_->document(review, bytes);
      if (bytes.empty()) return;
      const std::string own = output_->file_name(review);
      add_copy(review, own.substr(own.find_last_of('.')), std::move(bytes));
      if (const auto warning = output_->warning(review)) tell(*warning, review);
    } catch (const InputError& error) {
      tell(error.message(), review);
    }
  }

  void mend_report(const Review& review, const ReportOptions& options) {
    Mended mended = mend(review, {.read = options.read}, [&](std::string bytes) {
      return review_report(
          review.document.path, [&] { return std::move(bytes); }, options, rules_);
    });
    for (const Message& why : mended.left) tell(why, review);
    if (!mended.has_changed()) return;
    const std::string& path = review.document.path;
    add_copy(review, path.substr(std::min(path.find_last_of('.'), path.size())),
             std::move(mended.review.bytes));
    tell(say("{}：改了 {} 处标点、空格或者全半角；其余的要自己改，改好再检查一遍",
             "{0}: fixed {1:finding}; all else is for you to mend, and to be checked again", path,
             mended.findings),
         review);
  }

  /// 甲镇.批注.docx, 甲镇.改好.docx: beside the report it takes nobody's place.
  void add_copy(const Review& review, const std::string& ending, std::string bytes) {
    const std::string_view word = word_of_copies(output_options_.in(review).language);
    copies_.push_back({names_.free_name(stem_of(review.document.path),
                                        fmt::format(".{}{}", word, ending), output_options_),
                       std::move(bytes)});
  }

  std::string_view word_of_copies(Language language) const {
    return (mends_ ? Label{"改好", "fixed"} : Label{"批注", "comments"}).in(language);
  }

  void tell(const Message& message, const Review& review) {
    told_ += message.in(output_options_.in(review).language) + '\n';
  }

  /// The only copy, or an archive of several.
  void put_together(Language language, PageResult& result) {
    if (copies_.empty()) return;
    if (copies_.size() == 1) {
      result.name = std::move(copies_.front().name);
      result.bytes = std::move(copies_.front().bytes);
      return;
    }
    ZipWriter archive;
    for (const PageFile& copy : copies_) archive.add(copy.name, copy.bytes);
    result.name = fmt::format("{}.zip", word_of_copies(language));
    result.bytes = archive.finish();
  }

  /// 甲镇.检查结果.html; without the name of a report if there are several.
  std::string name_of_results(Language language) const {
    const auto is_report = [](const PageFile& file) {
      return !is_rule_file(file.name) && !is_side_file(file.name);
    };
    const auto first = std::ranges::find_if(files_, is_report);
    std::string name(Label{"检查结果", "result"}.in(language));
    if (std::ranges::count_if(files_, is_report) == 1) name = stem_of(first->name) + '.' + name;
    return name + '.' + options_.form;
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
  const bool mends_;
  const OutputForm& form_;
  RuleSets rules_;
  OutputOptions output_options_ = {};
  std::unique_ptr<Output> output_ = {};
  Summary summary_ = {};
  std::vector<FileProblem> problems_ = {};
  std::string out_ = {}, told_ = {};
  std::vector<PageFile> copies_ = {};  // That hold one report each.
  FileNames names_ = {};
  std::size_t fixes_ = 0;
};

}  // namespace

bool is_rule_file(std::string_view name) {
  const std::string lower_name = lower(name);
  return !is_side_file(name) && (lower_name.ends_with(".yaml") || lower_name.ends_with(".yml"));
}

PageResult check_files(std::span<const PageFile> files, const PageOptions& options) {
  return CheckOfFiles(files, options).run();
}

}  // namespace hegui
