#include "baseline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <tuple>
#include <utility>

#include "fingerprint.h"
#include "suppress.h"
#include "text/unicode.h"

namespace hegui {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view version_key = "hegui-baseline";
constexpr int version_number = 1;
constexpr std::size_t longest_quote = 40;
constexpr std::array<std::string_view, 6> entry_keys{"path",  "rule",    "fingerprint",
                                                     "count", "section", "quote"};

auto key_of(const BaselineEntry& entry) {
  return std::tie(entry.path, entry.rule, entry.fingerprint);
}

void sort_entries(Baseline& baseline) { std::ranges::stable_sort(baseline, {}, key_of); }

/// Those of one report.
std::span<const BaselineEntry> entries_for(const Baseline& baseline, std::string_view path) {
  const auto path_of = [](const BaselineEntry& entry) { return std::string_view(entry.path); };
  return {std::ranges::lower_bound(baseline, path, {}, path_of),
          std::ranges::upper_bound(baseline, path, {}, path_of)};
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The open findings of a report.
Baseline entries_of(const Review& review, std::string_view path) {
  Baseline entries;
  for (const Finding& finding : review.findings) {
    if (finding.suppressed) continue;
    BaselineEntry entry{
        .path = std::string(path), .rule = finding.rule, .fingerprint = finding.fingerprint};
    const auto same = std::ranges::find(entries, key_of(entry), key_of);
    if (same != entries.end()) {
      ++same->count;
      continue;
    }
    if (!finding.place.insertion) {
      entry.section = heading_path(review.document, review.outline,
                                   section_at(review.outline, finding.place.span.begin));
      const Span words = words_of(review.document, review.outline, finding.place.span);
      entry.quote = first_code_points(review.document.written(words), longest_quote);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// The n-th object of the list in a text that is known to be JSON, from 0.
std::size_t place_of_entry(std::string_view text, std::size_t number) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"')
      for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\';
    else if (c == '{' || c == '[')
      ++depth;
    else if (c == '}' || c == ']')
      --depth;
    if (c == '{' && depth == 3 && number-- == 0) return at;
  }
  return 0;
}

FileProblem problem_at(const std::string& path, std::string_view text, std::size_t offset,
                       Message message) {
  const LineIndex lines(text);
  const Location at = lines.locate(text, static_cast<std::uint32_t>(std::min(offset, text.size())));
  const Span line = lines.line(text, at.line);
  return {.path = path,
          .at = at,
          .line = std::string(text.substr(line.begin, line.size())),
          .message = std::move(message)};
}

bool is_text(const Json& entry, std::string_view key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() &&
         !found->get_ref<const std::string&>().empty();
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// What is wrong with an entry; empty if nothing is.
Message check_entry(const Json& json) {
  if (!json.is_object()) return say("这里应是一条记录", "expected an entry");
  for (const auto& [key, value] : json.items())
    if (std::ranges::find(entry_keys, key) == entry_keys.end())
      return say("“{}”不是基线的键", "“{}” is no key of a baseline", key);
  for (const std::string_view key : {"path", "rule", "fingerprint"})
    if (!is_text(json, key)) return say("缺少 {}", "{} is missing", key);
  if (!is_fingerprint(json["fingerprint"].get_ref<const std::string&>()))
    return say("fingerprint 应是 16 位十六进制数字", "fingerprint must be 16 hexadecimal digits");
  const auto count = json.find("count");
  if (count == json.end() || !count->is_number_unsigned() || *count == 0)
    return say("count 应是正整数", "count must be a positive number");
  return {};
}

BaselineEntry entry_from(const Json& json) {
  BaselineEntry entry{.path = json["path"],
                      .rule = json["rule"],
                      .fingerprint = json["fingerprint"],
                      .count = json["count"]};
  if (is_text(json, "quote")) entry.quote = json["quote"];
  if (const auto section = json.find("section"); section != json.end())
    for (const Json& heading : *section)
      if (heading.is_string()) entry.section.push_back(heading);
  return entry;
}

}  // namespace

std::string write_baseline(Baseline baseline) {
  sort_entries(baseline);
  std::string out = fmt::format("{{\"{}\":{},\"entries\":[", version_key, version_number);
  for (bool first = true; const BaselineEntry& entry : baseline) {
    out += std::exchange(first, false) ? "\n" : ",\n";
    out += dumped({{"path", entry.path},
                   {"rule", entry.rule},
                   {"fingerprint", entry.fingerprint},
                   {"count", entry.count},
                   {"section", entry.section},
                   {"quote", entry.quote}});
  }
  return out + "\n]}\n";
}

std::optional<Baseline> read_baseline(const std::string& path, std::string_view text,
                                      FileProblem& problem) {
  const auto fail = [&](std::size_t offset, Message message) {
    problem = problem_at(path, text, offset, std::move(message));
    return std::nullopt;
  };
  Json json;
  try {
    json = Json::parse(text);
  } catch (const Json::parse_error& error) {
    return fail(
        error.byte > 0 ? error.byte - 1 : 0,
        say("不是合法的 JSON；有合并冲突就先解决", "not JSON; resolve a merge conflict first"));
  }
  if (!json.is_object() || !json.contains(version_key) || !json.contains("entries") ||
      !json["entries"].is_array())
    return fail(0, say("不是 hegui 的基线文件", "no baseline of hegui"));
  if (json[std::string(version_key)] != version_number)
    return fail(0, say("基线文件的版本不是 {}：是更新的 hegui 写的",
                       "the version of the baseline is not {}: a newer hegui has written it",
                       version_number));
  std::map<std::tuple<std::string, std::string, std::string>, BaselineEntry> entries;
  std::size_t number = 0;
  for (const Json& item : json["entries"]) {
    if (Message wrong = check_entry(item); !wrong.en.empty())
      return fail(place_of_entry(text, number), std::move(wrong));
    BaselineEntry entry = entry_from(item);
    auto& [key, known] = *entries.try_emplace(key_of(entry), entry).first;
    known.count = std::max(known.count, entry.count);
    ++number;
  }
  Baseline baseline;
  for (auto& [key, entry] : entries) baseline.push_back(std::move(entry));
  return baseline;
}

void suppress_known(Review& review, const Baseline& baseline, std::string_view path) {
  std::map<std::tuple<std::string, std::string>, std::size_t> left;
  for (const BaselineEntry& entry : entries_for(baseline, path))
    left[{entry.rule, entry.fingerprint}] = entry.count;
  for (Finding& finding : review.findings) {
    if (finding.suppressed) continue;
    const auto known = left.find({finding.rule, finding.fingerprint});
    if (known == left.end() || known->second == 0) continue;
    --known->second;
    finding.suppressed = Suppression{.source = Suppression::Source::baseline};
  }
}

Baseline gone(const Review& review, const Baseline& baseline, std::string_view path,
              const LintOptions& options) {
  const Baseline found = entries_of(review, path);
  Baseline result;
  for (const BaselineEntry& entry : entries_for(baseline, path)) {
    if (!was_run(review, entry.rule, options)) continue;
    const auto same = std::ranges::find(found, key_of(entry), key_of);
    const std::size_t count = same == found.end() ? 0 : std::min(same->count, entry.count);
    if (count == entry.count) continue;
    result.push_back(entry);
    result.back().count = entry.count - count;
  }
  return result;
}

void remove_entries(const Baseline& entries, Baseline& baseline) {
  for (const BaselineEntry& entry : entries) {
    const auto known = std::ranges::find(baseline, key_of(entry), key_of);
    if (known != baseline.end()) known->count -= std::min(known->count, entry.count);
  }
  std::erase_if(baseline, [](const BaselineEntry& entry) { return entry.count == 0; });
}

void replace_entries(const Review& review, std::string_view path, const LintOptions& options,
                     Baseline& baseline) {
  std::erase_if(baseline, [&](const BaselineEntry& entry) {
    return entry.path == path && was_run(review, entry.rule, options);
  });
  std::ranges::move(entries_of(review, path), std::back_inserter(baseline));
}

}  // namespace hegui
