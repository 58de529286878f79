#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr int page_width = 100;  // Columns,
constexpr int name_width = 30;   // of which the names of options have so many.

/// What the tables call values, and Chinese help.
constexpr std::array<Label, 13> value_names{{{"文件夹", "DIR"},
                                             {"文件", "FILE"},
                                             {"编号", "ID"},
                                             {"数", "N"},
                                             {"名称", "NAME"},
                                             {"选项", "OPTION"},
                                             {"提交", "REF"},
                                             {"规则编号", "RULE"},
                                             {"秒数", "SECONDS"},
                                             {"规则集", "SET"},
                                             {"shell", "SHELL"},
                                             {"文字", "TEXT"},
                                             {"值", "VALUE"}}};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool may_begin_line(char32_t code) {
  return std::u32string_view(U"，。、；：！？）”’》 ").find(code) == std::u32string_view::npos;
}

/// In lines of at most `width` columns, if no word is longer. Between Chinese characters a line may
/// end anywhere.
std::string wrapped(std::string_view text, int width, std::string_view indent) {
  std::string out, word;
  int column = 0, word_columns = 0;
  const auto put_word = [&] {
    if (column > 0 && column + word_columns > width) {
      while (out.ends_with(' ')) out.pop_back();
      out += '\n';
      out += indent;
      column = 0;
    }
    out += word;
    column += word_columns;
    word.clear();
    word_columns = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    const bool wide = display_width(code, 1) == 2;
    if (wide && may_begin_line(code)) put_word();
    word += text.substr(begin, at - begin);
    word_columns += display_width(code, 1);
    const bool ends =
        code == ' ' || (wide && (at == text.size() || static_cast<unsigned char>(text[at]) < 0x80));
    if (ends) put_word();
  }
  put_word();
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// A name and what it means, side by side where the name is short.
void append_row(const std::string& name, const std::string& summary, std::string& out) {
  const std::string indent(name_width, ' ');
  out += "  " + name;
  const int room = name_width - 2 - display_width(name, 1);
  out += room > 0 ? std::string(static_cast<std::size_t>(room), ' ') : "\n" + indent;
  out += wrapped(summary, page_width - name_width, indent) + "\n";
}

std::string names_of(const OptionInfo& option, Language language) {
  std::string names;
  for (const std::string& name : option.short_names) names += (names.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.long_names) names += (names.empty() ? "--" : ", --") + name;
  if (option.takes_value()) names += " " + shown_type(option.type, language);
  return names;
}

std::string usage(const CommandInfo& command, const std::string& name, Language language) {
  std::string line = say("用法：{} [选项]", "Usage: {} [OPTIONS]", name).in(language);
  for (const OptionInfo& option : command.options) {
    if (!option.is_argument) continue;
    const std::string shown =
        shown_type(option.name, language) + (option.most_values > 1 ? "..." : "");
    line += option.is_required ? " " + shown : " [" + shown + "]";
  }
  if (!command.commands.empty()) line += say(" 命令", " COMMAND").in(language);
  return line + "\n";
}

std::string program_usage(Language language) {
  return say("用法：hegui [check] [选项] 文件...\n      hegui 命令 [选项] ...\n",
             "Usage: hegui [check] [OPTIONS] FILE...\n       hegui COMMAND [OPTIONS] ...\n")
      .in(language);
}

}  // namespace

std::string shown_type(std::string_view type, Language language) {
  const std::string shown = shown_type(type);
  if (language == Language::en) return shown;
  std::string out;
  for (std::size_t at = 0; at < shown.size();) {
    std::size_t end = at;
    while (end < shown.size() && is_capital(shown[end])) ++end;
    const std::string_view word =
        std::string_view(shown).substr(at, std::max<std::size_t>(end - at, 1));
    const auto known = std::ranges::find(value_names, word, &Label::en);
    out += known == value_names.end() ? word : known->zh;
    at += word.size();
  }
  return out;
}

std::string help(const CommandInfo& command, const std::string& name, Language language) {
  std::string out = command.summary + "\n";
  const bool is_program = name == "hegui";
  out += is_program ? program_usage(language) : usage(command, name, language);
  const auto has = [&](bool argument) {
    return std::ranges::any_of(
        command.options, [&](const OptionInfo& option) { return option.is_argument == argument; });
  };
  if (has(true)) out += say("\n参数：\n", "\nArguments:\n").in(language);
  for (const OptionInfo& option : command.options)
    if (option.is_argument) append_row(shown_type(option.name, language), option.summary, out);
  if (has(false)) out += say("\n选项：\n", "\nOptions:\n").in(language);
  for (const OptionInfo& option : command.options) {
    if (option.is_argument) continue;
    std::string summary = option.summary;
    if (!option.default_value.empty())
      summary += say("（默认 {}）", " (default: {})", option.default_value).in(language);
    append_row(names_of(option, language), summary, out);
  }
  if (!command.commands.empty()) out += say("\n命令：\n", "\nCommands:\n").in(language);
  for (const CommandInfo& each : command.commands) append_row(each.name, each.summary, out);
  if (!command.footer.empty()) out += "\n" + command.footer + "\n";
  return out;
}

}  // namespace hegui
