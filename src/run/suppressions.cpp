#include "run/suppressions.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "formats/format.h"
#include "system/files.h"
#include "text/decode.h"

namespace hegui {
namespace {

/// Those of SOURCE_DATE_EPOCH. Days are compared as texts, so that years have four digits.
std::time_t seconds_from(std::string_view text) {
  constexpr long long last = 253'402'300'799;  // Of the year 9999.
  long long seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > last)
    throw InputError(say("SOURCE_DATE_EPOCH 应是从 1970 年算起的秒数，不是“{}”",
                         "SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “{}”",
                         text));
  return static_cast<std::time_t>(seconds);
}

}  // namespace

std::string side_file_path(const std::string& report) {
  return report + std::string(side_file_ending);
}

FileProblem lost_side_file(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path report = path.substr(0, path.size() - side_file_ending.size());
  const fs::path folder = report.has_parent_path() ? report.parent_path() : fs::path(".");
  // Of the reports beside it that have none: one of the same name but for its ending, or with more
  // or less in it (甲镇, 甲镇2025); or else the only one.
  const std::string stem = report.stem().string();
  std::vector<std::string> others, similar;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string other = at->path().filename().string();
    if (!is_report_path(other) || fs::exists(side_file_path(at->path().string()), error)) continue;
    others.push_back(other);
    const std::string other_stem = at->path().stem().string();
    if (other_stem.find(stem) != std::string::npos || stem.find(other_stem) != std::string::npos)
      similar.push_back(other);
  }
  const std::vector<std::string>& candidates = similar.empty() ? others : similar;
  const std::string same = candidates.size() == 1 ? candidates.front() : "";
  const std::string name = report.filename().string();
  FileProblem problem{.path = path, .at = {1, 1}, .severity = Severity::warning};
  problem.message =
      same.empty()
          ? say("旁边没有“{}”，这里写的都没有用上：报告改了名，它也要改名",
                "there is no “{}” beside it, so nothing in it is used; if the report was renamed, "
                "rename this file, too",
                name)
          : say("旁边没有“{0}”，这里写的都没有用上；如果它是“{1}”的，请改名为“{1}{2}”",
                "there is no “{0}” beside it, so nothing in it is used; if it belongs to “{1}”, "
                "rename it to “{1}{2}”",
                name, same, side_file_ending);
  return problem;
}

SideFile read_side_file_of(const std::string& report, const RuleLibrary& library) {
  const std::string path = side_file_path(report);
  try {
    if (!is_there(path)) return {};
    refuse_leading_out(path);
    return read_side_file(path, decode(read_file(path)).text, library.ids());
  } catch (const InputError& problem) {
    throw InputError(about(path, problem.message()));
  }
}

std::string today() {
  std::time_t now = std::time(nullptr);
  std::tm day{};
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  if (given && *given) {
    now = seconds_from(given);
    gmtime_r(&now, &day);
  } else {
    localtime_r(&now, &day);
  }
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &day);
  return text.data();
}

}  // namespace hegui
