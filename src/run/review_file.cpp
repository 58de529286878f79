#include "run/review_file.h"

#include <algorithm>
#include <new>

#include "formats/format.h"
#include "report/review_report.h"
#include "review/sketch.h"
#include "review/stopwatch.h"
#include "run/archives.h"
#include "run/suppressions.h"
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

}  // namespace

Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library, EndOfTime end) {
  const std::string& path = file.path;
  const std::string shown = path == "-" && !request.stdin_filename.empty() ? request.stdin_filename
                            : path == "-"                                  ? "<stdin>"
                                                                           : path;
  Review failed;
  failed.document.path = shown;
  failed.status = Review::Status::unreadable;
  try {
    Timed timed(Step::reading);
    ReportOptions options{.read = request.read, .today = today, .keep_bytes = request.fix.any()};
    if (shown != "<stdin>") options.side = read_side_file_of(shown, library);
    const SideFile& side = options.side;
    if (!side.problems.empty()) {
      failed.problems = problems_in(std::span(&side.file, 1), side.problems);
      failed.error =
          say("{} 有错，没有检查", "{} has errors; the report was not checked", side.file.path);
      return failed;
    }
    options.lint = options_with(settings, side);
    options.lint.trace = request.output.trace;
    options.lint.year_asked = request.year;
    options.read.end = end;
    std::size_t& most_unpacked = options.read.limits.unpacked_bytes;
    if (file.most_unpacked > 0) most_unpacked = std::min(most_unpacked, file.most_unpacked);
    return review_report(
        shown, [&] { return bytes_of(file); }, options, library);
  } catch (const InputError& error) {
    failed.error = error.message();
  } catch (const std::bad_alloc&) {
    failed.error = say("内存不够", "there is not enough memory");
  }
  return failed;
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
