// The manual page. What the command line's tables know is read from them; prose is only what they
// cannot know. The build calls `hegui __manual DATE` for it.

#include "cli/manual.h"

#include <fmt/format.h>

#include <vector>

#include "output/output.h"
#include "output/score/score_forms.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "version.h"

namespace hegui {
namespace {

constexpr std::string_view description = R"(.SH DESCRIPTION
A rule set says what a kind of report must contain.
.B hegui
reads reports, finds which part answers which requirement, and prints
diagnostics with line and column: what is missing and where it belongs, what is
there but weak, and which clause asks for it.
Built in are the rule sets
.B fazhi
(the annual report on building a government under the rule of law) and
.B gongwen
(any official document in Chinese).
Without
.B \-\-rules
the one that applies to a report is chosen by its title.
.PP
Nothing is sent anywhere.
Findings go to standard output, everything else to standard error.
)";

constexpr std::string_view end_sections = R"(.SH EXIT STATUS
.TP
.B 0
Everything was read, and nothing is at or above
.BR \-\-fail\-on .
.TP
.B 1
There are findings, or suppressions that have ended or are unused, at or above
.BR \-\-fail\-on ,
or scores below
.BR \-\-min\-score ,
or
.B hegui test
failed.
.TP
.B 2
Wrong usage, configuration, rule file, suppression or baseline; a report that is
unreadable or not understood; nothing to check.
Wins over 1.
.TP
.B 3
Internal error.
.SH ENVIRONMENT
.TP
.B HEGUI_RULES_PATH
Folders for
.BR \-\-rules\-path ,
separated by colons.
.TP
.B HEGUI_AMBIGUOUS_WIDTH
Set to 2 where the terminal draws quotation marks and dots of Chinese text two
columns wide.
.TP
.B NO_COLOR
Set to anything, it turns colours off unless
.B \-\-color
is given.
.TP
.B COLUMNS
Width of the output, if not that of the terminal.
.TP
.B SOURCE_DATE_EPOCH
What is taken for today where a suppression has a last day, in seconds since
1970.
.SH FILES
.TP
.I .hegui.yaml
In a report's folder or above it, up to the one with .git: the configuration.
The nearest counts;
.B hegui init
writes one, and
.B hegui config
shows what holds.
.TP
.IR .heguiignore ,\  .gitignore
Patterns of files that are left out of folders.
.TP
.I .hegui\-baseline.json
Known findings, which are not reported again;
.B hegui baseline write
makes it.
.TP
.IB REPORT .hegui.yaml
Beside a report: its variables, accepted findings and a reviewer's marks.
.TP
.I share/hegui/rules/*.yaml
Below the folder that hegui was installed to: sources of the built\-in rule
sets, to read and to learn from.
The program carries its own copy.
.SH EXAMPLES
One report, and all reports in a folder:
.PP
.EX
hegui 报告.docx
hegui 报送/
.EE
.PP
Reports that a commit changed, one line a finding:
.PP
.EX
git diff \-\-name\-only \-z HEAD~ \-\- '*.docx' |
  hegui \-\-files\-from \- \-f concise
.EE
.PP
A score sheet to hand on:
.PP
.EX
hegui score 报送/ \-f xlsx=得分.xlsx
.EE
.PP
What a rule asks for, and how it came to its result in a report:
.PP
.EX
hegui explain fazhi/plan
hegui \-\-trace fazhi/plan 报告.docx
.EE
.PP
How the program reads a report, when a part is said to be missing and is not:
.PP
.EX
hegui outline 报告.docx
hegui show 报告.docx
.EE
)";

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

/// A paragraph in lines of less than 80 bytes, none of which can be taken for a macro.
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

void append_option(const OptionInfo& option, std::string& page) {
  std::string names;
  for (const std::string& name : option.short_names)
    names += (names.empty() ? "" : ", ") + ("\\fB" + escaped("-" + name) + "\\fR");
  for (const std::string& name : option.long_names)
    names += (names.empty() ? "" : ", ") + ("\\fB" + escaped("--" + name) + "\\fR");
  if (option.takes_value()) names += " \\fI" + escaped(shown_type(option.type)) + "\\fR";
  page += ".TP\n" + names + "\n" + filled(option.summary + ".");
  if (!option.default_value.empty()) page += filled("The default is " + option.default_value + ".");
}

/// What --format takes.
template <typename Forms>
void append_forms(const Forms& forms, std::string& page) {
  page += ".PP\nWhat \\fB\\-\\-format\\fR takes:\n";
  for (const auto& form : forms)
    page += fmt::format(".TP\n.B {}\n", form.name) + filled(std::string(form.summary) + ".");
}

/// FILE… of a command, with brackets if it may be left out.
std::string arguments_of(const CommandInfo& command) {
  std::string all;
  for (const OptionInfo& option : command.options) {
    if (!option.is_argument) continue;
    std::string shown = "\\fI" + escaped(option.name) + "\\fR";
    if (option.most_values > 1) shown += " ...";
    all += " " + (option.is_required ? shown : "[" + shown + "]");
  }
  return all;
}

/// A command, or those of a group: `rules list`, `rules show`.
void append_command(const CommandInfo& command, const std::string& name, std::string& page) {
  for (const CommandInfo& each : command.commands)
    append_command(each, name + " " + each.name, page);
  if (!command.commands.empty()) return;
  page += ".SS \"" + escaped(name) + "\"\n" + filled(command.summary + ".");
  page += ".PP\n\\fB" + escaped(name) + "\\fR [\\fIOPTION\\fR ...]" + arguments_of(command) + "\n";
  for (const OptionInfo& option : command.options) {
    if (option.is_argument)
      page += ".TP\n\\fI" + escaped(option.name) + "\\fR\n" + filled(option.summary + ".");
    else if (!option.has_long_name("help"))
      append_option(option, page);
  }
  if (command.name == "score") append_forms(score_forms(), page);
  if (name == "hegui check") append_forms(output_forms(), page);
}

/// Other characters by number: what man makes of UTF-8 depends on the system.
std::string in_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code < 0x80)
      out += static_cast<char>(code);
    else
      out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(code));
  }
  return out;
}

}  // namespace

std::string manual(const CommandInfo& program, std::string_view date) {
  std::string page = fmt::format(".TH HEGUI 1 {} \"hegui {}\"\n", date, version);
  page += ".SH NAME\nhegui \\- check that a report contains what it must\n";
  page +=
      ".SH SYNOPSIS\n.B hegui\n[\\fBcheck\\fR] [\\fIOPTION\\fR ...] \\fIFILE\\fR ...\n"
      ".br\n.B hegui\n\\fICOMMAND\\fR [\\fIOPTION\\fR ...] [\\fIARGUMENT\\fR ...]\n";
  page += description;
  page += ".SH COMMANDS\n";
  page += filled(
      "A command line that begins with neither a command nor --help or --version is one "
      "of check. Every command and group has --help.");
  for (const CommandInfo& command : program.commands)
    append_command(command, "hegui " + command.name, page);
  page += end_sections;
  return in_ascii(page);
}

}  // namespace hegui
