#include "run/review_file.h"

#include <algorithm>
#include <chrono>
#include <new>

#include "formats/format.h"
#include "review/applies.h"
#include "review/lint.h"
#include "review/sketch.h"
#include "review/stopwatch.h"
#include "run/archives.h"
#include "run/suppressions.h"
#include "search/pattern.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// What the file beside a report gives goes over its configuration, and under the command line.
LintOptions options_with(const Settings& settings, const SideFile& side) {
  LintOptions options = settings.lint;
  const std::vector<Said>& said = settings.values.of(ConfigKeyId::set);
  const auto is_option = [&](const std::string& name) {
    return std::ranges::any_of(said, [&](const Said& other) {
      return other.name == name && other.origin.kind == Origin::Kind::option;
    });
  };
  for (const auto& [name, value] : side.set)
    if (!is_option(name)) options.set.insert_or_assign(name, value);
  return options;
}

/// A requirement that does not apply, or that nobody wants, is in the review, and was not run.
bool anything_was_run(const Review& review, const LintOptions& options) {
  return std::ranges::any_of(review.sets, [&](const SetReview& set) {
    return !set.runs.empty() ||
           std::ranges::any_of(set.requirements, [&](const RequirementReview& own) {
             return own.verdict != Verdict::not_applicable && !own.requirement->off &&
                    is_wanted(own.requirement->rule.id, options);
           });
  });
}

}  // namespace

Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library, EndOfTime end) {
  const std::string& path = file.path;
  const std::string shown = path == "-" && !request.stdin_filename.empty() ? request.stdin_filename
                            : path == "-"                                  ? "<stdin>"
                                                                           : path;
  Review review;
  std::string kept;  // The bytes, where fixes are asked for.
  review.document.path = shown;
  const auto fail = [&](Review::Status status, Message message) {
    review.status = status;
    review.error = std::move(message);
  };
  const std::chrono::duration<double> left = end - std::chrono::steady_clock::now();
  PatternBudget budget(std::min(PatternBudget::usual_seconds, left.count()));
  try {
    Timed timed(Step::reading);
    const SideFile side = shown == "<stdin>" ? SideFile{} : read_side_file_of(shown, library);
    if (!side.problems.empty()) {
      review.problems = problems_in(std::span(&side.file, 1), side.problems);
      fail(Review::Status::unreadable,
           say("{} 有错，没有检查", "{} has errors; the report was not checked", side.file.path));
      return review;
    }
    LintOptions options = options_with(settings, side);
    options.trace = request.output.trace;
    options.year_asked = request.year;
    ReadOptions reading = request.read;
    reading.end = end;
    if (file.most_unpacked > 0)
      reading.limits.unpacked_bytes = std::min(reading.limits.unpacked_bytes, file.most_unpacked);
    std::string bytes = bytes_of(file);
    if (request.fix.any()) kept = bytes;
    budget.add(static_cast<double>(bytes.size()) / (1U << 20) * PatternBudget::seconds_a_mebibyte);
    Document document = read_document(shown, std::move(bytes), reading);
    if (document.blocks.empty() && !document.pages_without_text.empty()) {
      fail(Review::Status::not_understood,
           say("{0}；请给出文字版", "{0}; use a version with text", unread_pages(document)));
      return review;
    }
    if (document.blocks.empty()) {
      fail(Review::Status::unreadable, say("文件是空的", "the file is empty"));
      return review;
    }
    bool ambiguous = false;
    timed.then(Step::outline);
    Outline outline = read_outline(document, library.hints());
    timed.then(Step::choosing);
    const std::vector<ChosenRules> chosen = library.choose(document, outline, ambiguous);
    std::vector<std::string> names;
    for (const ChosenRules& set : chosen) names.push_back(set.rules->id);
    if (!chosen.empty() && !ambiguous) {
      timed.then(Step::other);
      review = lint(std::move(document), std::move(outline), chosen, options);
      if (review.status == Review::Status::checked && !anything_was_run(review, options)) {
        review.sets.clear();
        fail(Review::Status::not_understood,
             say("什么都没有检查：规则集 {} 的规则都被 select、ignore 排除了，或者不适用于它",
                 "nothing was checked: select or ignore excludes all rules of {}, or none of them "
                 "applies",
                 fmt::format("{}", fmt::join(names, ", "))));
      }
      apply_suppressions(review, side, library, options);
      review.bytes = std::move(kept);
      return review;
    }
    review.outline = std::move(outline);
    review.document = std::move(document);
    fail(Review::Status::not_understood,
         ambiguous ? say("有几个规则集都适用：{}，请用 --rules 指定",
                         "several rule sets apply: {}; name one with --rules",
                         fmt::format("{}", fmt::join(names, ", ")))
                   : library.no_rules_apply(review.document, review.outline));
  } catch (const InputError& error) {
    fail(Review::Status::unreadable, error.message());
  } catch (const PatternLimit& error) {
    fail(Review::Status::unreadable,
         say("规则的正则表达式“{}”在这份文档上超过计算上限",
             "the pattern “{}” exceeds the match limit on this document", error.pattern));
  } catch (const PatternTimeout& error) {
    fail(Review::Status::unreadable,
         say("规则的正则表达式在这份文档上算得太久，停在“{}”",
             "the patterns of the rules take too long on this document; stopped at “{}”",
             error.pattern));
  } catch (const std::bad_alloc&) {
    fail(Review::Status::unreadable, say("内存不够", "there is not enough memory"));
  }
  review.bytes = std::move(kept);
  return review;
}

std::string sketch_of_file(const ReportFile& file, const Request& request,
                           const RuleLibrary& library) {
  try {
    const Document document = read_document(file.path, bytes_of(file), request.read);
    return sketch_of(document, read_outline(document, library.hints()));
  } catch (const InputError&) {
    return {};
  }
}

}  // namespace hegui
