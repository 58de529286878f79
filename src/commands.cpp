#include "commands.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <optional>

#include "files.h"
#include "formats/format.h"
#include "output/outline_view.h"
#include "output/places.h"
#include "rule_finder.h"
#include "ruleset/builtin.h"
#include "text/decode.h"

namespace hegui {
namespace {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

/// Everything that is no result.
void complain(const Message& message, const Request& request) {
  const std::string line = "hegui: " + printable(message.in(request.output.language)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

/// The rule sets of a run. Without a name every built-in set may apply.
class RuleLibrary {
 public:
  explicit RuleLibrary(const Request& request) : by_name_(!request.rules.empty()) {
    if (by_name_) {
      for (const std::string& name : request.rules) add(name, request);
    } else {
      for (const BuiltinRules& builtin : builtin_rules()) add(std::string(builtin.name), request);
    }
  }

  bool failed() const { return failed_; }
  const std::deque<LoadedRules>& files() const { return files_; }

  /// The sets for one report; of several that apply the first, built-in ones never tie.
  std::vector<ChosenRules> choose(const Document& document) const {
    std::vector<ChosenRules> chosen;
    const std::optional<Outline> outline =
        by_name_ ? std::nullopt : std::optional(read_outline(document));
    for (const LoadedRules& file : files_)
      if (by_name_ || applies(*file.rules, document, *outline))
        chosen.push_back({&*file.rules, by_name_});
    if (!by_name_ && chosen.size() > 1) chosen.resize(1);
    return chosen;
  }

  /// Whether a rule id or prefix of the command line names anything.
  bool knows(std::string_view entry) const {
    const std::string text(entry);
    for (const LoadedRules& file : files_) {
      if (!file.rules) return true;
      const auto known = [&](const std::string& id) {
        return matches_any(id, std::span(&text, 1)) || entry == id;
      };
      for (const Requirement& requirement : file.rules->requirements) {
        if (known(requirement.rule.id)) return true;
        for (const Check& check : requirement.checks)
          if (known(requirement.rule.id + "." + check.id)) return true;
      }
      for (const DocumentCheck& check : file.rules->checks)
        if (known(check.rule.id)) return true;
    }
    return false;
  }

 private:
  void add(const std::string& name, const Request& request) {
    const RuleFinder find(request.rules_path);
    try {
      auto found = find(name, {});
      if (!found) {
        std::string known;
        for (const BuiltinRules& set : builtin_rules())
          known += (known.empty() ? "" : ", ") + std::string(set.name);
        complain(say("没有叫“{}”的规则集；自带的有 {}，或者给出文件路径",
                     "there is no rule set “{}”; built in are {}, or give the path of a file", name,
                     known),
                 request);
        failed_ = true;
        return;
      }
      files_.push_back(load_rules(std::move(*found), find));
      failed_ = failed_ || !files_.back().rules;
    } catch (const InputError& error) {
      complain({name + "：" + error.message().zh, name + ": " + error.message().en}, request);
      failed_ = true;
    }
  }

  bool by_name_;
  bool failed_ = false;
  std::deque<LoadedRules> files_;  // Reviews point into them.
};

/// Reads and lints one report. Never throws: what is wrong with the file is in the review.
Review review_file(const std::string& path, const Request& request, const RuleLibrary& library) {
  const std::string shown = path == "-" && !request.stdin_filename.empty() ? request.stdin_filename
                            : path == "-"                                  ? "<stdin>"
                                                                           : path;
  Review review;
  review.document.path = shown;
  try {
    Document document = read_document(shown, read_file(path));
    if (document.blocks.empty()) {
      review.status = Review::Status::unreadable;
      review.error = say("文件是空的", "the file is empty");
      return review;
    }
    const std::vector<ChosenRules> chosen = library.choose(document);
    if (!chosen.empty()) return lint(std::move(document), chosen, request.lint);
    review.outline = read_outline(document);
    review.document = std::move(document);
    review.status = Review::Status::not_understood;
    review.error = no_rules_apply(review.document, review.outline);
  } catch (const InputError& error) {
    review.status = Review::Status::unreadable;
    review.error = error.message();
  } catch (const PatternLimit& error) {
    review.status = Review::Status::unreadable;
    review.error = say("规则的正则表达式“{}”在这份文档上超过计算上限",
                       "the pattern “{}” exceeds the match limit on this document", error.pattern);
  }
  return review;
}

/// Exit code of what was found in one report.
int exit_of(const Review& review, std::string_view fail_on) {
  if (review.status != Review::Status::checked) return Exit::trouble;
  for (const Finding& finding : review.findings) {
    if (fail_on == "never") break;
    if (fail_on == "note" || finding.severity == Severity::error ||
        (fail_on == "warning" && finding.severity == Severity::warning))
      return Exit::findings;
  }
  return Exit::clean;
}

/// Messages come in the language of the rule set, unless the user says which.
OutputOptions output_for(const Request& request, const RuleLibrary& library) {
  OutputOptions options = request.output;
  if (!request.language_given && library.files().size() == 1 && library.files().front().rules)
    options.language = library.files().front().rules->language;
  return options;
}

bool names_known_rules(const Request& request, const RuleLibrary& library) {
  std::vector<std::string> entries = request.lint.select;
  entries.insert(entries.end(), request.lint.ignore.begin(), request.lint.ignore.end());
  for (const auto& [id, word] : request.lint.severity) entries.push_back(id);
  bool all = true;
  for (const std::string& entry : entries)
    if (!library.knows(entry)) {
      complain(say("没有规则叫“{}”", "there is no rule “{}”", entry), request);
      all = false;
    }
  return all;
}

}  // namespace

int check_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  const Output& output = *find_output(request.format);
  Summary summary;
  int code = Exit::clean;
  std::string out;
  output.begin(options, out);
  if (library.failed() || !names_known_rules(request, library)) {
    code = Exit::trouble;
  } else {
    for (const std::string& path : find_reports(request.paths)) {
      const Review review = review_file(path, request, library);
      output.document(review, options, summary.documents == 0, out);
      summary.add(review);
      code = std::max(code, exit_of(review, request.fail_on));
      print(out);
      out.clear();
    }
    if (summary.documents == 0) {
      if (!request.allow_empty) code = Exit::trouble;
      complain(say("什么都没有检查：没有找到报告", "nothing was checked: no reports found"),
               request);
    }
  }
  std::vector<LoadedRules> wrong;
  for (const LoadedRules& file : library.files())
    if (!file.rules) wrong.push_back(file);
  output.end(summary, wrong, options, out);
  print(out);
  return code;
}

int outline_command(const Request& request) {
  const RuleLibrary library(request);
  const OutputOptions options = output_for(request, library);
  int code = Exit::clean;
  if (library.failed()) code = Exit::trouble;
  for (const std::string& path : find_reports(request.paths)) {
    if (library.failed()) break;
    const Review review = review_file(path, request, library);
    std::string out;
    if (review.status == Review::Status::unreadable) {
      complain({review.document.path + "：" + review.error.zh,
                review.document.path + ": " + review.error.en},
               request);
      code = Exit::trouble;
      continue;
    }
    if (request.format == "json")
      write_outline_json(review, out);
    else
      write_outline_text(review, options, out);
    print(out);
  }
  return code;
}

int show_command(const Request& request) {
  int code = Exit::clean;
  for (const std::string& path : request.paths) {
    try {
      std::string out;
      write_numbered(read_document(path, read_file(path)), out);
      print(out);
    } catch (const InputError& error) {
      complain({path + "：" + error.message().zh, path + ": " + error.message().en}, request);
      code = Exit::trouble;
    }
  }
  return code;
}

}  // namespace hegui
