#include "suppress/baseline.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "review/sketch.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view version_key = "hegui-baseline";
constexpr std::string_view entries_key = "entries";
constexpr int version_number = 2;
constexpr std::size_t most_count = 1'000'000;  // Their sum is a number, too.
constexpr std::array<std::string_view, 10> entry_keys{
    "path",    "rule",  "fingerprint", "count", "evidence",
    "verdict", "found", "section",     "quote", "text"};

auto key_of(const BaselineEntry& entry) {
  return std::tie(entry.path, entry.rule, entry.fingerprint);
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The first place in a JSON text where `is_it` holds, which is asked at each
/// byte outside of texts and where they begin; 0 if there is none. `depth` is how many lists and
/// objects are open before it.
template <typename IsIt>
std::size_t find_place(std::string_view text, const IsIt& is_it) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_it(depth, at)) return at;
    if (c == '"')
      for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\';
    else if (c == '{' || c == '[')
      ++depth;
    else if (c == '}' || c == ']')
      --depth;
  }
  return 0;
}

/// The n-th entry, from 0, in a baseline that has no other lists.
std::size_t place_of_entry(std::string_view text, std::size_t number) {
  bool begins = true;
  return find_place(text, [&](int depth, std::size_t at) {
    if (depth != 2 || std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos)
      return false;
    const bool is_entry = std::exchange(begins, text[at] == ',');
    return is_entry && number-- == 0;
  });
}

std::size_t place_of_key(std::string_view text, const std::string& key) {
  return find_place(text, [&](int depth, std::size_t at) {
    return depth == 1 && text[at] == '"' && text.substr(at + 1).starts_with(key + '"');
  });
}

/// Where a JSON text has more than a baseline does; 0 if nowhere. Seen from the text, before it is
/// built in memory: brackets without end would fill it, and the library looks through all keys of
/// an object for each new one.
std::size_t place_of_excess(std::string_view text) {
  constexpr int deepest = 16;  // Ours are three deep.
  constexpr std::size_t most_keys = 100, most_entries = 200'000;
  std::array<std::size_t, deepest + 2> commas{}, most{};
  return find_place(text, [&](int depth, std::size_t at) {
    if (depth < 0 || depth > deepest) return true;
    const auto level = static_cast<std::size_t>(depth);
    if (text[at] == '{' || text[at] == '[') {
      commas[level + 1] = 0;
      most[level + 1] = text[at] == '{' ? most_keys : most_entries;
    }
    return text[at] == ',' && ++commas[level] > most[level];
  });
}

/// Where git put what it could not merge.
std::optional<std::size_t> place_of_conflict(std::string_view text) {
  constexpr std::string_view mark = "<<<<<<< ";
  if (text.starts_with(mark)) return 0;
  const std::size_t at = text.find("\n" + std::string(mark));
  return at == std::string_view::npos ? std::nullopt : std::optional(at + 1);
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

bool is_list_of_texts(const Json& value) {
  return value.is_array() &&
         std::ranges::all_of(value, [](const Json& item) { return item.is_string(); });
}

bool is_map_of_numbers(const Json& value) {
  return value.is_object() &&
         std::ranges::all_of(value, [](const Json& item) { return item.is_number(); });
}

/// What is wrong with an entry; empty if nothing is.
Message check_entry(const Json& json) {
  if (!json.is_object()) return say("这里应是一条记录", "expected an entry");
  for (const auto& [key, value] : json.items())
    if (std::ranges::find(entry_keys, key) == entry_keys.end())
      return say("“{}”不是基线的键", "a baseline has no key “{}”", key);
  for (const std::string_view key : {"path", "rule", "fingerprint"})
    if (!is_text(json, key)) return say("缺少 {}", "{} is missing", key);
  for (const std::string_view key : {"fingerprint", "evidence"})
    if (const auto value = json.find(key);
        value != json.end() &&
        !(value->is_string() && is_fingerprint(value->get_ref<const std::string&>())))
      return say("{} 应是 16 位十六进制数字", "{} must be 16 hexadecimal digits", key);
  const auto count = json.find("count");
  if (count == json.end() || !count->is_number_unsigned() || *count == 0 || *count > most_count)
    return say("count 应是正整数，最多 {}", "count must be a positive whole number, at most {}",
               most_count);
  if (const auto section = json.find("section");
      section != json.end() && !is_list_of_texts(*section))
    return say("section 应是文字的列表", "section must be a list of strings");
  if (const auto verdict = json.find("verdict"); verdict != json.end() &&
                                                 *verdict != name_of(Verdict::weak) &&
                                                 *verdict != name_of(Verdict::missing))
    return say("verdict 应是 weak 或 missing", "verdict must be weak or missing");
  if (const auto found = json.find("found"); found != json.end() && !is_map_of_numbers(*found))
    return say("found 应是数的表", "found must be a map of numbers");
  if (const auto text = json.find("text");
      text != json.end() && !(text->is_string() && is_sketch(text->get_ref<const std::string&>())))
    return say("text 应是 148 位十六进制数字", "text must be 148 hexadecimal digits");
  if (const auto quote = json.find("quote"); quote != json.end() && !quote->is_string())
    return say("quote 应是文字", "quote must be a string");
  return {};
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// What stands for a byte in a path: %B0 for one that is no UTF-8, %25 for a % that would be taken
/// for such a mark; 0 if nothing does there.
unsigned char escaped_byte(std::string_view path, std::size_t at) {
  if (path[at] != '%' || path.size() - at < 3) return 0;
  const int high = digit_of(path[at + 1]), low = digit_of(path[at + 2]);
  const int byte = high < 0 || low < 0 ? 0 : high * 16 + low;
  return static_cast<unsigned char>(byte >= 0x80 || byte == '%' ? byte : 0);
}

/// The name of a file is any bytes, as GBK gives them; JSON holds UTF-8 only.
std::string escaped(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t length = sequence_length(path, at);
    if (length == 0 || escaped_byte(path, at) != 0)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(path[at++]));
    else
      out += path.substr(at, length), at += length;
  }
  return out;
}

std::string unescaped(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const unsigned char byte = escaped_byte(path, at);
    out += byte != 0 ? static_cast<char>(byte) : path[at];
    at += byte != 0 ? 3 : 1;
  }
  return out;
}

BaselineEntry entry_from(const Json& json) {
  BaselineEntry entry{.path = unescaped(json["path"].get_ref<const std::string&>()),
                      .rule = json["rule"],
                      .fingerprint = json["fingerprint"],
                      .count = json["count"]};
  if (json.contains("evidence")) entry.evidence = json["evidence"];
  if (json.contains("verdict")) entry.verdict = json["verdict"];
  if (json.contains("found"))
    for (const auto& [check, value] : json["found"].items())
      entry.found.insert_or_assign(check, value.get<double>());
  if (json.contains("text")) entry.sketch = json["text"];
  if (json.contains("quote")) entry.quote = json["quote"];
  if (json.contains("section")) entry.section = json["section"];
  return entry;
}

/// Sorts, and makes one of entries that are the same.
void merge_entries(Baseline& baseline, const auto& count_of_both) {
  std::ranges::stable_sort(baseline, {}, key_of);
  Baseline sorted;
  for (BaselineEntry& entry : baseline)
    if (!sorted.empty() && key_of(sorted.back()) == key_of(entry))
      sorted.back().count = count_of_both(sorted.back().count, entry.count);
    else
      sorted.push_back(std::move(entry));
  baseline = std::move(sorted);
}

}  // namespace

void sort_entries(Baseline& baseline) { merge_entries(baseline, std::plus<std::size_t>()); }

std::string write_baseline(Baseline baseline) {
  sort_entries(baseline);
  std::string out = fmt::format("{{\"{}\":{},\"entries\":[\n", version_key, version_number);
  for (const BaselineEntry& entry : baseline) {
    Json json{{"path", escaped(entry.path)},
              {"rule", entry.rule},
              {"fingerprint", entry.fingerprint},
              {"count", entry.count}};
    if (!entry.evidence.empty()) json["evidence"] = entry.evidence;
    if (!entry.verdict.empty()) json["verdict"] = entry.verdict;
    if (!entry.found.empty()) json["found"] = entry.found;
    json["section"] = entry.section;
    json["quote"] = entry.quote;
    if (!entry.sketch.empty()) json["text"] = entry.sketch;
    out += dumped(json) + ",\n";
  }
  return out + "{}]}\n";
}

std::optional<Baseline> read_baseline(const std::string& path, std::string_view text,
                                      FileProblem& problem) {
  const auto fail = [&](std::size_t offset, Message message) {
    problem = problem_at(path, text, offset, std::move(message));
    return std::nullopt;
  };
  if (text.size() > most_baseline_bytes)
    return fail(
        0, say("文件超过 {} MiB", "the file is larger than {} MiB", most_baseline_bytes >> 20));
  Json json;
  if (const std::size_t excess = place_of_excess(text); excess > 0)
    return fail(
        excess,
        say("不是 hegui 的基线文件：括号套得太深，或者一层里太多",
            "not a baseline of hegui: nested too deeply, or too much in one list or object"));
  try {
    json = Json::parse(text);
  } catch (const Json::out_of_range&) {
    return fail(0, say("不是 hegui 的基线文件：里面的数太大",
                       "not a baseline of hegui: a number in it is too large"));
  } catch (const Json::parse_error& error) {
    if (const auto conflict = place_of_conflict(text))
      return fail(
          *conflict,
          say("合并冲突还没有解决：两边的行都留下，删掉 <<<<<<<、=======、>>>>>>> 各行；"
              "在 .gitattributes 里写“{0} merge=union”，以后由 git 合并",
              "an unresolved merge conflict: keep the lines of both sides and delete the <<<<<<<, "
              "======= and >>>>>>> lines; with “{0} merge=union” in .gitattributes git will merge "
              "it by itself",
              path.substr(path.find_last_of('/') + 1)));
    return fail(error.byte > 0 ? error.byte - 1 : 0, say("不是合法的 JSON", "not valid JSON"));
  }
  if (!json.is_object() || !json.contains(version_key) || !json.contains(entries_key) ||
      !json[std::string(entries_key)].is_array())
    return fail(0, say("不是 hegui 的基线文件", "not a baseline of hegui"));
  const Json& version = json[std::string(version_key)];
  if (version != 1 && version != version_number)
    return fail(
        0, say("基线文件的版本不是 1 或 {}：是更新的 hegui 写的",
               "the version of the baseline is neither 1 nor {}: it was written by a newer hegui",
               version_number));
  for (const auto& [key, value] : json.items())
    if (key != version_key && key != entries_key)
      return fail(place_of_key(text, key),
                  say("“{}”不是基线的键", "a baseline has no key “{}”", key));
  Baseline baseline;
  std::size_t number = 0;
  for (Json& item : json[std::string(entries_key)]) {
    // The last one is empty, so that all others end alike.
    if (item.is_object() && item.empty() && version != 1) {
      ++number;
      continue;
    }
    if (Message wrong = check_entry(item); !wrong.en.empty())
      return fail(place_of_entry(text, number), std::move(wrong));
    baseline.push_back(entry_from(item));
    item = nullptr;  // There may be 64 MiB of them.
    ++number;
  }
  merge_entries(baseline, [](std::size_t a, std::size_t b) { return std::max(a, b); });
  return baseline;
}

void remove_entries(const Baseline& entries, Baseline& baseline) {
  for (const BaselineEntry& entry : entries) {
    const auto known = std::ranges::lower_bound(baseline, key_of(entry), {}, key_of);
    if (known != baseline.end() && key_of(*known) == key_of(entry))
      known->count -= std::min(known->count, entry.count);
  }
  std::erase_if(baseline, [](const BaselineEntry& entry) { return entry.count == 0; });
}

Baseline entries_of_report(const Baseline& baseline, std::string_view path) {
  const auto path_of = [](const BaselineEntry& entry) { return std::string_view(entry.path); };
  return {std::ranges::lower_bound(baseline, path, {}, path_of),
          std::ranges::upper_bound(baseline, path, {}, path_of)};
}

}  // namespace hegui
