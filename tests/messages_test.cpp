// Every message stands in the source in both languages: say("中文", "English"). The English one
// holds nothing Chinese, and no plural in brackets: a number says its plural itself, {:finding}.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "dumps.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view blanks = " \n";

/// Reads adjacent string literals as one, and goes past them; empty where there is none.
std::string literal(std::string_view source, std::size_t& at) {
  std::string text;
  while ((at = source.find_first_not_of(blanks, at)) != source.npos && source[at] == '"') {
    for (++at; at < source.size() && source[at] != '"'; ++at) {
      if (source[at] == '\\') text += source[at++];
      text += source[at];
    }
    ++at;
  }
  return text;
}

bool is_chinese(char32_t code) {
  return is_han(code) || (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF);
}

bool has_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_chinese(next_code_point(text, at))) return true;
  return false;
}

/// Goes past what looks like the beginning of a literal and is none: a comment, a character, a raw
/// literal, which holds patterns.
bool skip_other(std::string_view source, std::size_t& at) {
  const std::string_view rest = source.substr(at);
  if (rest.starts_with("//")) {
    at = std::min(source.find('\n', at), source.size());
  } else if (rest.starts_with("R\"")) {
    const std::string end = ")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"";
    at = std::min(source.find(end, at), source.size() - end.size()) + end.size();
  } else if (rest.starts_with("'") && (at == 0 || !std::isdigit(source[at - 1]))) {
    const std::size_t end = source.find('\'', at + (rest.starts_with("'\\") ? 3 : 2));
    at = std::min(end, source.size() - 1) + 1;
  } else {
    return false;
  }
  return true;
}

/// The literals that stand behind a Chinese one and a comma: say("中文", "English").
std::vector<std::string> beside_chinese(std::string_view source) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < source.size();) {
    if (skip_other(source, at)) continue;
    if (source[at] != '"') {
      ++at;
      continue;
    }
    if (!has_chinese(literal(source, at)) || at >= source.size() || source[at] != ',') continue;
    std::size_t next = source.find_first_not_of(blanks, at + 1);
    if (next >= source.size() || source[next] != '"') continue;
    std::string english = literal(source, next);
    if (count_code_points(english) > 1) found.push_back(std::move(english));  // Not of marks.
    at = next;
  }
  return found;
}

/// What is given to the key `en` of a table.
std::vector<std::string> named_english(std::string_view source) {
  constexpr std::string_view before = ".en =";
  std::vector<std::string> found;
  for (std::size_t at = source.find(before); at != source.npos; at = source.find(before, at)) {
    at += before.size();
    found.push_back(literal(source, at));
  }
  return found;
}

/// Lists of Chinese words.
bool is_chinese_data(const std::filesystem::path& file) {
  return file.filename().string().starts_with("zh") &&
         file.parent_path().string().find("/src/language") != std::string::npos;
}

}  // namespace

TEST_CASE("English messages are English", "[messages]") {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(HEGUI_ROOT "/src")) {
    if (!file.is_regular_file() || is_chinese_data(file.path())) continue;
    const std::string source = read_bytes(file.path().string());
    std::vector<std::string> all = beside_chinese(source);
    for (std::string& text : named_english(source)) all.push_back(std::move(text));
    for (const std::string& text : all) {
      INFO(file.path().string() << ": " << text);
      CHECK_FALSE(has_chinese(text));
      CHECK(text.find("(s)") == std::string::npos);
      ++count;
    }
  }
  CHECK(count > 900);  // It has found them.
}

TEST_CASE("numbers say their plural, and messages take messages", "[messages]") {
  const auto told = [](int findings, int entries) {
    return say("{} {}", "{:finding}, {:entry is|entries are} old", findings, entries).en;
  };
  CHECK(told(1, 1) == "1 finding, 1 entry is old");
  CHECK(told(2, 0) == "2 findings, 0 entries are old");
  CHECK(say("{} 项", "{:item}", Quantity(3.0)).zh == "3 项");
  const Message both = say("没有{}“{}”", "no {} “{}”", say("规则", "rule"), "a");
  CHECK(both.zh == "没有规则“a”");
  CHECK(both.en == "no rule “a”");
  CHECK(listed({"a", "b", "c"}).zh == "a、b、c");
  CHECK(either({"a", "b", "c"}).zh == "a、b 或 c");
  CHECK(either({"a", "b", "c"}).en == "a, b or c");
  CHECK(either({"a"}).en == "a");
}

}  // namespace hegui
