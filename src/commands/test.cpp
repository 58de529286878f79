// hegui test: the samples of rules, the cases of <set>.test.yaml, and counts over a corpus.

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "commands/commands.h"
#include "formats/format.h"
#include "output/parts/text_lines.h"
#include "output/views/corpus.h"
#include "review/selftest.h"
#include "ruleset/builtin.h"
#include "run/archives.h"
#include "run/passed_over.h"
#include "run/review_file.h"
#include "run/rule_finder.h"
#include "run/rule_library.h"
#include "system/files.h"
#include "system/result_files.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/printable.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

/// For what is found beside what was named.
void refuse_found_outside(const std::string& path) {
  try {
    refuse_leading_out(path);
  } catch (const InputError& error) {
    throw InputError(about(path, error.message()));
  }
}

/// Sets as given; of a folder, the rule files in it; without any, what the program carries.
std::vector<std::string> sets_of(const Request& request) {
  std::vector<std::string> sets;
  for (const std::string& path : request.paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      sets.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().string();
      if (name.ends_with(".yaml") && !name.ends_with(".test.yaml")) inside.push_back(name);
    }
    if (error)
      throw InputError(say("{} 读不了：{}", "{} cannot be read: {}", path, error.message()));
    std::ranges::for_each(inside, refuse_found_outside);
    std::ranges::sort(inside);
    sets.insert(sets.end(), inside.begin(), inside.end());
  }
  if (request.paths.empty())
    for (const BuiltinRules& builtin : builtin_rules()) sets.emplace_back(builtin.name);
  return sets;
}

std::optional<FoundRules> found_rules(const RuleFinder& find, const std::string& name) {
  try {
    return find(name, {});
  } catch (const InputError& error) {
    throw InputError(about(name, error.message()));
  }
}

class SetTester {
 public:
  SetTester(const Request& request, const LoadedRules& loaded)
      : request_(request),
        options_(request.output.in(loaded)),
        loaded_(loaded),
        rules_(*loaded.rules) {}

  bool run() {
    const PatternBudget budget;
    samples();
    cases();
    std::size_t lacking = 0;
    for (const std::string& id : rules_without_samples(rules_)) {
      ++lacking;
      out_ += say("{}：缺少 good 或 bad 样例\n", "{}: lacks a good or a bad sample\n", id)
                  .in(options_.language);
    }
    out_ +=
        say("{}：好样例通过 {}、误报 {}，坏样例报出 {}、没有报出 {}；用例通过 {}，失败 {}；"
            "缺样例的规则 {}\n",
            "{}: good samples: {} passed, {} wrongly reported; bad samples: {} reported, {} not "
            "reported; cases: {} passed, {} failed; {:rule lacks|rules lack} samples\n",
            rules_.id, counts_[0], counts_[2], counts_[1], counts_[3], passed_, failed_, lacking)
            .in(options_.language);
    print(out_);
    return counts_[2] + counts_[3] + failed_ == 0 && !(request_.test.strict && lacking > 0);
  }

 private:
  std::string at(const SourceFile& file, SourcePlace place) const {
    const Location location = LineIndex(file.source).locate(file.source, place.offset);
    return fmt::format("{}:{}:{}", printable(file.path), location.line, location.column);
  }

  void samples() {
    for (const SampleResult& result : run_samples(rules_)) {
      ++counts_[static_cast<std::size_t>(result.outcome)];
      if (!result.failed()) continue;
      std::string text = printable(first_code_points(result.text, 60));
      fmt::format_to(std::back_inserter(out_), "{}: {}: {} ({} {}): “{}…”\n",
                     at(loaded_.files[result.place.file], result.place),
                     name_of(result.outcome).in(options_.language), result.rule,
                     result.good ? "good" : "bad", result.number, text);
      for (const Finding& finding : result.findings)
        fmt::format_to(std::back_inserter(out_), "    {}\n",
                       printable(finding.message.in(options_.language)));
    }
  }

  /// <set>.test.yaml beside a file.
  void cases() {
    const std::string& path = loaded_.files.front().path;
    if (!path.ends_with(".yaml")) return;
    const SourceFile file{.path = path.substr(0, path.size() - 5) + ".test.yaml"};
    if (!is_there(file.path)) return;
    refuse_found_outside(file.path);
    SourceFile tests = file;
    const std::string bytes = read_file(tests.path);
    tests.source = std::string(valid_utf8(bytes));
    const TestFile read = read_test_file(bytes);
    if (!read.problems.empty()) {
      failed_ += read.problems.size();
      append_problems(problems_in(std::span(&tests, 1), read.problems), options_, out_);
      return;
    }
    for (const TestCase& test : read.cases) {
      const std::vector<TestFailure> failures = run(test, tests.path);
      ++(failures.empty() ? passed_ : failed_);
      for (const TestFailure& failure : failures)
        fmt::format_to(std::back_inserter(out_), "{}: {}: {}\n", at(tests, failure.place),
                       test.name, printable(failure.message.in(options_.language)));
    }
  }

  /// A file is read as check reads it, in its format; one that cannot be read fails its case.
  std::vector<TestFailure> run(const TestCase& test, const std::string& path) const {
    if (test.file.empty()) return run_case(test, read_sample(test.text), rules_);
    const std::string file = (fs::path(path).parent_path() / test.file).string();
    try {
      // A case may quote what it reads.
      const std::string boundary = boundary_of(folder_of(absolute_path(path)));
      if (!lies_in(file, boundary))
        throw InputError(say("在“{}”之外，不读", "is outside “{}” and was not read", boundary));
      return run_case(test, read_document(file, read_file(file), request_.read), rules_);
    } catch (const InputError& error) {
      return {
          {test.place, say("{0}：{1}", "{0}: {2}", file, error.message().zh, error.message().en)}};
    }
  }

  const Request& request_;
  const OutputOptions options_;
  const LoadedRules& loaded_;
  const RuleSet& rules_;
  std::string out_;
  std::array<std::size_t, 4> counts_{};
  std::size_t passed_ = 0;
  std::size_t failed_ = 0;
};

int run_corpus(const Request& request) {
  // The counts are to say something of the rule sets, so no configuration plays a part.
  Layer values = built_in_values();
  if (!request.paths.empty())
    for (const std::string& name : sets_of(request))
      values.say(ConfigKeyId::rules, {.value = name});
  values.cover_with(request.given);
  const Settings settings = settings_of(std::move(values), {});
  const RuleLibrary library(settings, request);
  std::string out;
  const OutputOptions options = output_for(request, library);
  append_problems(library.problems(), options, out);
  std::vector<ReportFile> reports = with_archives(find_reports({request.test.corpus}), {}, request);
  pass_over_lock_files({}, request, reports);
  Corpus corpus;
  if (!library.failed())
    for (const ReportFile& file : reports)
      corpus.add(review_file(file, request, settings, library));
  if (!library.failed() && corpus.documents() == 0)
    complain(say("“{}”里没有报告", "there are no reports in “{}”", request.test.corpus),
             request.output.language);
  if (corpus.documents() > 0) corpus.write_text(options.language, out);
  if (corpus.documents() > 0 && !request.test.against.empty())
    corpus.write_changes(read_file(request.test.against), options.language, out);
  print(out);
  if (corpus.documents() > 0 && !request.test.save.empty())
    write_result(request.test.save, corpus.saved(), {}, request.overwrite);
  return corpus.documents() > 0 ? Exit::clean : Exit::trouble;
}

}  // namespace

int test_command(const Request& request) {
  try {
    if (!request.test.corpus.empty()) return run_corpus(request);
    const std::vector<std::string> sets = sets_of(request);
    if (sets.empty()) {
      complain(say("什么都没有测试：没有找到规则集", "nothing was tested: no rule sets were found"),
               request.output.language);
      return Exit::trouble;
    }
    int code = Exit::clean;
    const RuleFinder find(request.given.texts(ConfigKeyId::rules_path));
    for (const std::string& name : sets) {
      auto found = found_rules(find, name);
      if (!found) {
        complain(say("没有叫“{}”的规则集", "there is no rule set called “{}”", name),
                 request.output.language);
        code = Exit::trouble;
        continue;
      }
      const LoadedRules loaded = load_rules(std::move(*found), find);
      if (!loaded.rules) {
        std::string out;
        append_problems(problems_in(loaded.files, loaded.problems), request.output.in(loaded), out);
        print(out);
        code = Exit::trouble;
      } else if (!SetTester(request, loaded).run()) {
        code = std::max<int>(code, Exit::findings);
      }
    }
    return code;
  } catch (const InputError& error) {
    complain(error.message(), request.output.language);
    return Exit::trouble;
  }
}

}  // namespace hegui
