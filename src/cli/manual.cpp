// The manual page. What the command line's tables know is read from them; prose is only what they
// cannot know. The build calls `hegui __manual DATE` for it.

#include "cli/manual.h"

#include <fmt/format.h>

#include <utility>

#include "cli/help.h"
#include "cli/manual_prose.h"
#include "formats/format.h"
#include "output/output.h"
#include "output/score/score_forms.h"
#include "ruleset/builtin.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "version.h"

namespace hegui {
namespace {

/// A hyphen in roff is one for hyphenation; what a user types is a minus.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

/// A paragraph in lines of less than 80 bytes where there are blanks, none of which can be taken
/// for a macro.
std::string filled(std::string_view text) {
  std::string out, line;
  const std::string written = escaped(text);
  for (const std::string_view word : split(written, ' ')) {
    if (!line.empty() && line.size() + word.size() >= 79) {
      out += line + "\n";
      line.clear();
    }
    if (line.empty() && (word.starts_with('.') || word.starts_with('\''))) line = "\\&";
    line += line.empty() || line == "\\&" ? "" : " ";
    line += word;
  }
  return out + line + "\n";
}

class ManualWriter {
 public:
  explicit ManualWriter(Language language) : language_(language) {}

  std::string write(const CommandInfo& program, std::string_view date) {
    page_ = fmt::format(".TH HEGUI 1 {} \"hegui {}\"\n", date, version);
    add({".SH 名称\nhegui \\- 看一份报告该写的写了没有\n",
         ".SH NAME\nhegui \\- check that a report contains what it must\n"});
    add(
        {".SH 用法\n.B hegui\n[\\fBcheck\\fR] [\\fI选项\\fR ...] \\fI文件\\fR ...\n"
         ".br\n.B hegui\n\\fI命令\\fR [\\fI选项\\fR ...] [\\fI参数\\fR ...]\n",
         ".SH SYNOPSIS\n.B hegui\n[\\fBcheck\\fR] [\\fIOPTION\\fR ...] \\fIFILE\\fR ...\n"
         ".br\n.B hegui\n\\fICOMMAND\\fR [\\fIOPTION\\fR ...] [\\fIARGUMENT\\fR ...]\n"});
    add({description_zh, description_en});
    add_rule_sets();
    add(after_sets);
    add({".SH 命令\n", ".SH COMMANDS\n"});
    page_ += filled(
        Label{"不以命令、--help 或 --version 开头的就是 check。每个命令和每组命令都有 --help。",
              "A command line that begins with neither a command nor --help or --version is one "
              "of check. Every command and group has --help."}
            .in(language_));
    for (const CommandInfo& command : program.commands)
      add_command(command, "hegui " + command.name);
    add({end_sections_zh, end_sections_en});
    return std::move(page_);
  }

 private:
  void add(Label text) { page_ += text.in(language_); }

  void add_rule_sets() {
    std::vector<std::string> names;
    for (const BuiltinRules& set : builtin_rules()) names.emplace_back(set.name);
    const Message sentence = say(
        "自带的规则集有 {}，hegui rules list 列出各有哪些规则。不写 --rules，就按报告的标题和小标题"
        "选适用的那一个。",
        "Built in are the rule sets {}; hegui rules list shows the rules of each. Without "
        "--rules the one that applies to a report is chosen by its title and headings.",
        listed(names));
    page_ += ".PP\n" + filled(sentence.in(language_));
  }

  /// A sentence of the tables, which have no final mark.
  void add_sentence(std::string_view text) {
    page_ += filled(std::string(text) + (language_ == Language::zh ? "。" : "."));
  }

  void add_option(const OptionInfo& option) {
    std::string names;
    for (const std::string& name : option.short_names)
      names += (names.empty() ? "" : ", ") + ("\\fB" + escaped("-" + name) + "\\fR");
    for (const std::string& name : option.long_names)
      names += (names.empty() ? "" : ", ") + ("\\fB" + escaped("--" + name) + "\\fR");
    if (option.takes_value())
      names += " \\fI" + escaped(shown_type(option.type, language_)) + "\\fR";
    page_ += ".TP\n" + names + "\n";
    add_sentence(option.summary);
    if (!option.default_value.empty())
      add_sentence(say("默认是 {}", "The default is {}", option.default_value).in(language_));
  }

  /// What --format takes.
  template <typename Forms>
  void add_forms(const Forms& forms) {
    add({".PP\n\\fB\\-\\-format\\fR 可以是：\n", ".PP\nValues of \\fB\\-\\-format\\fR:\n"});
    for (const auto& form : forms) {
      page_ += fmt::format(".TP\n.B {}\n", form.name);
      add_sentence(form.summary.in(language_));
    }
  }

  /// What is read, and with which extensions a folder's files are taken for reports.
  void add_formats() {
    add({".PP\n\\fB\\-\\-as\\fR 可以是：\n", ".PP\nValues of \\fB\\-\\-as\\fR:\n"});
    for (const Format& format : formats()) {
      page_ += fmt::format(".TP\n.B {}\n", format.name);
      add_sentence(
          fmt::format("{} ({})", format.summary.in(language_), fmt::join(format.extensions, " ")));
    }
  }

  /// FILE… of a command, with brackets if it may be left out.
  std::string arguments_of(const CommandInfo& command) const {
    std::string all;
    for (const OptionInfo& option : command.options) {
      if (!option.is_argument) continue;
      std::string shown = "\\fI" + escaped(shown_type(option.name, language_)) + "\\fR";
      if (option.most_values > 1) shown += " ...";
      all += " " + (option.is_required ? shown : "[" + shown + "]");
    }
    return all;
  }

  /// A command, or those of a group: `rules list`, `rules show`.
  void add_command(const CommandInfo& command, const std::string& name) {
    for (const CommandInfo& each : command.commands) add_command(each, name + " " + each.name);
    if (!command.commands.empty()) return;
    page_ += ".SS \"" + escaped(name) + "\"\n";
    add_sentence(command.summary);
    page_ += ".PP\n\\fB" + escaped(name) + "\\fR [\\fI" + escaped(shown_type("OPTION", language_)) +
             "\\fR ...]" + arguments_of(command) + "\n";
    for (const OptionInfo& option : command.options) {
      if (option.is_argument) {
        page_ += ".TP\n\\fI" + escaped(shown_type(option.name, language_)) + "\\fR\n";
        add_sentence(option.summary);
      } else if (!option.has_long_name("help")) {
        add_option(option);
      }
    }
    if (command.name == "score") add_forms(score_forms());
    if (name == "hegui check") {
      add_formats();
      add_forms(output_forms());
    }
  }

  Language language_;
  std::string page_;
};

/// Other characters by number: what man makes of UTF-8 depends on the system. \c takes the end of a
/// line back, so that text without blanks stays below 80 bytes a line, too.
std::string in_ascii(std::string_view text) {
  constexpr std::size_t longest = 76;
  std::string out;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code < 0x80) {
      out += static_cast<char>(code);
      if (code == '\n') line = out.size();
      continue;
    }
    const std::string number = fmt::format("\\[u{:04X}]", static_cast<unsigned>(code));
    const bool is_macro = out.size() > line && out[line] == '.';
    if (!is_macro && out.size() - line + number.size() > longest) {
      out += "\\c\n";
      line = out.size();
    }
    out += number;
  }
  return out;
}

}  // namespace

std::string manual(const CommandInfo& program, std::string_view date, Language language) {
  return in_ascii(ManualWriter(language).write(program, date));
}

}  // namespace hegui
