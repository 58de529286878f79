// Every message stands in the source in both languages: say("中文", "English"). The English one
// holds nothing Chinese, and no plural in brackets: a number says its plural itself, {:finding}.

#include <algorithm>
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

/// What stands after each `before`: a literal, or the second of two.
std::vector<std::string> english_after(std::string_view source, std::string_view before,
                                       bool second) {
  std::vector<std::string> found;
  for (std::size_t at = source.find(before); at != source.npos; at = source.find(before, at)) {
    at += before.size();
    std::string text = literal(source, at);
    if (second && at < source.size() && source[at] == ',') text = literal(source, ++at);
    if (!text.empty()) found.push_back(std::move(text));
  }
  return found;
}

}  // namespace

TEST_CASE("English messages are English", "[messages]") {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(HEGUI_ROOT "/src")) {
    if (!file.is_regular_file()) continue;
    const std::string source = read_bytes(file.path().string());
    std::vector<std::string> all = english_after(source, "say(", true);
    for (std::string& text : english_after(source, ".en =", false)) all.push_back(std::move(text));
    for (std::string& text : english_after(source, "told(request, {", true))
      all.push_back(std::move(text));
    for (const std::string& text : all) {
      INFO(file.path().string() << ": " << text);
      CHECK_FALSE(has_chinese(text));
      CHECK(text.find("(s)") == std::string::npos);
      ++count;
    }
  }
  CHECK(count > 500);  // It has found them.
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
