#include "yaml/reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "text/strings.h"
#include "text/suggestion.h"
#include "text/utf8.h"

namespace hegui {
namespace {

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

void Reader::wrong_type(const Value& value, std::string_view zh, std::string_view en) {
  error(value.place, say("这里应是{}", "expected {1}", zh, en));
}

void Reader::duplicates(const Value& value) {
  std::set<std::string_view> seen;
  for (const Value::Entry& entry : value.entries)
    if (!seen.insert(entry.key).second)
      error(entry.place, say("“{}”写了两次", "“{}” appears twice", entry.key));
}

void Reader::unknown_key(const Value::Entry& entry, std::span<const std::string_view> known,
                         const Where& where) {
  const std::string_view near = nearest_word(entry.key, known);
  const auto& [zh, en] = where.text;
  error(entry.place,
        near.empty() ? say("“{0}”不是{1}的键", "{2} has no key “{0}”", entry.key, zh, en)
                     : say("“{0}”不是{1}的键，是不是“{3}”？",
                           "{2} has no key “{0}”; did you mean “{3}”?", entry.key, zh, en, near));
}

void Reader::unknown_name(SourcePlace place, std::string_view name,
                          std::span<const std::string_view> known, Label what) {
  const std::string_view near =
      problems_.size() < most_suggestions ? nearest_word(name, known) : std::string_view();
  const auto& [zh, en] = what;
  error(place, near.empty()
                   ? say("没有叫“{0}”的{1}", "there is no {2} “{0}”", name, zh, en)
                   : say("没有叫“{0}”的{1}，是不是“{3}”？",
                         "there is no {2} “{0}”; did you mean “{3}”?", name, zh, en, near));
}

bool Reader::map(const Value& value, std::span<const std::string_view> known, const Where& where) {
  if (!names(value, where)) return false;
  for (const Value::Entry& entry : value.entries)
    if (std::ranges::find(known, entry.key) == known.end()) unknown_key(entry, known, where);
  return true;
}

bool Reader::names(const Value& value, const Where& where) {
  if (!value.is_map()) {
    error(value.place, say("{}应是映射（键: 值）", "{1} must be a map (key: value)", where.text.zh,
                           where.text.en));
    return false;
  }
  duplicates(value);
  return true;
}

bool Reader::list(const Value& value, const Where& where) {
  if (value.is_list()) return true;
  error(value.place, say("{}应是列表", "{1} must be a list", where.text.zh, where.text.en));
  return false;
}

std::optional<std::string> Reader::text(const Value& value, std::size_t longest) {
  if (!value.is_scalar())
    wrong_type(value, "文字", "text");
  else if (count_code_points(value.text) > longest)
    error(value.place, say("超过 {} 字", "more than {} characters", longest));
  else
    return value.text;
  return std::nullopt;
}

std::optional<std::string> Reader::id(const Value& value) {
  auto text = this->text(value, longest_id);
  if (!text) return std::nullopt;
  const auto is_meant = [](char32_t code) {
    const bool is_ascii_word = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                               (code >= 'A' && code <= 'Z') || code == '-' || code == '_';
    return code < 0x80 ? is_ascii_word
                       : code >= 0xC0 && !moves_terminal(code) && code < 0xE000 &&
                             (code < 0x2000 || code > 0x2BFF);
  };
  for (std::size_t at = 0; at < text->size();)
    if (!is_meant(next_code_point(*text, at))) {
      error(value.place,
            say("id 只能用字母、数字、连字符和下划线：“{}”",
                "an id consists of letters, digits, hyphens and underscores: “{}”", *text));
      return std::nullopt;
    }
  return text;
}

std::optional<double> Reader::number(const Value& value) {
  if (value.is_scalar())
    if (const auto number = parse<double>(value.text);
        number && std::isfinite(*number) && *number >= 0)
      return number;
  wrong_type(value, "数字", "a number");
  return std::nullopt;
}

std::optional<double> Reader::percent(const Value& value) {
  if (value.is_scalar() && value.text.ends_with('%'))
    if (const auto number =
            parse<double>(std::string_view(value.text).substr(0, value.text.size() - 1)))
      return *number / 100;
  wrong_type(value, "百分数，例如 50%", "a percentage such as 50%");
  return std::nullopt;
}

std::optional<bool> Reader::flag(const Value& value) {
  if (value.is_scalar() && !value.quoted) {
    if (value.text == "true") return true;
    if (value.text == "false") return false;
  }
  wrong_type(value, " true 或 false", "true or false");
  return std::nullopt;
}

std::optional<std::string> Reader::word(const Value& value, std::string_view choices) {
  const std::vector<std::string_view> words = split(choices, '|');
  if (value.is_scalar() && std::ranges::find(words, value.text) != words.end()) return value.text;
  const std::string all = fmt::format("{}", fmt::join(words, ", "));
  error(value.place, words.size() == 1 ? say("这里应是 {}", "expected: {}", all)
                                       : say("这里应是其中之一：{}", "expected one of: {}", all));
  return std::nullopt;
}

std::vector<std::string> Reader::texts(const Value& value) {
  if (value.is_scalar()) return {value.text};
  std::vector<std::string> all;
  if (!list(value, say("这里", "this"))) return all;
  for (const Value& item : value.items)
    if (auto one = text(item, std::string::npos)) all.push_back(std::move(*one));
  return all;
}

std::vector<std::string> Reader::mark_pairs(const Value& value) {
  const auto check = [&](const Value& pair) {
    if (!pair.is_scalar() || count_code_points(pair.text) == 2) return;
    error(pair.place,
          say("应是一前一后两个标点，如 “”，不是“{}”",
              "expected an opening and a closing mark, such as (), not “{}”", pair.text));
  };
  check(value);
  for (const Value& item : value.items) check(item);
  return texts(value);
}

std::optional<Reader::Range> Reader::range(const Value& value) {
  const std::string_view text = value.text;
  const std::size_t dots = text.find("..");
  if (value.is_scalar() && dots == std::string_view::npos) {
    if (const auto one = parse<int>(text)) return Range{one, one};
  } else if (value.is_scalar()) {
    const std::string_view before = text.substr(0, dots), after = text.substr(dots + 2);
    const Range range{parse<int>(before), parse<int>(after)};
    if ((before.empty() || range.first) && (after.empty() || range.last)) return range;
  }
  wrong_type(value, "范围，例如 1..2 或 2016..", "a range such as 1..2 or 2016..");
  return std::nullopt;
}

}  // namespace hegui
