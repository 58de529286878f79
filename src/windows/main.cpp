// hegui for Windows: what the command `check` does of files, in a console; and for those who never
// saw one, what happens when files are dropped on the program: a page beside each report, opened.

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"
#include "output/output.h"
#include "page/check_files.h"
#include "text/input_error.h"
#include "text/printable.h"
#include "version.h"
#include "windows/files.h"

// Behind all others, since it takes words such as near for its own.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// And what needs it.
#include <shellapi.h>

namespace hegui {
namespace {

enum Exit : int { clean = 0, findings = 1, trouble = 2 };

struct Asked {
  std::vector<NamedFile> files = {}, rules = {};
  std::string form = "full", to = {};
  std::optional<Language> language = {};
  bool fix = false, overwrite = false, help = false, version = false;
  bool any_option = false;

  Language own_language() const { return language.value_or(Language::zh); }
};

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void complain(const Message& message, Language language) {
  const std::string line = "hegui: " + printable(message.in(language)) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain_in_lines(std::string_view lines) {
  for (std::size_t end; (end = lines.find('\n')) != lines.npos; lines.remove_prefix(end + 1)) {
    const std::string line(lines.substr(0, end));
    complain({line, line}, Language::zh);
  }
}

/// Throws InputError for what is no usage.
Asked asked_for(int count, wchar_t** arguments) {
  Asked asked;
  bool only_files = false;
  for (int i = 1; i < count; ++i) {
    const std::wstring_view argument = arguments[i];
    if (only_files || !argument.starts_with(L'-') || argument == L"-") {
      asked.files.push_back(named_file(argument));
      continue;
    }
    asked.any_option = true;
    const auto value = [&]() -> std::wstring_view {
      if (++i < count) return arguments[i];
      throw InputError(say("{} 后面缺少值", "{} needs a value", narrow(argument)));
    };
    if (argument == L"--") {
      only_files = true;
    } else if (argument == L"-h" || argument == L"--help") {
      asked.help = true;
    } else if (argument == L"--version") {
      asked.version = true;
    } else if (argument == L"--fix") {
      asked.fix = true;
    } else if (argument == L"--overwrite") {
      asked.overwrite = true;
    } else if (argument == L"-r" || argument == L"--rules") {
      asked.rules.push_back(named_file(value()));
    } else if (argument == L"-f" || argument == L"--format") {
      const std::string text = narrow(value());
      asked.form = text.substr(0, text.find('='));
      asked.to = text.find('=') == text.npos ? "" : text.substr(text.find('=') + 1);
    } else if (argument == L"--lang") {
      const std::wstring_view name = value();
      if (name != L"zh" && name != L"en")
        throw InputError(say("--lang 只能是 zh 或者 en", "--lang is zh or en"));
      asked.language = name == L"en" ? Language::en : Language::zh;
    } else {
      throw InputError(say("没有 {} 这个选项", "there is no option {}", narrow(argument)));
    }
  }
  if (!asked.help && !asked.version && asked.files.empty())
    throw InputError(say("没有写检查哪些文件", "no files are named"));
  const OutputForm* form = find_output_form(asked.form);
  if (!form) throw InputError(say("没有 {} 这种形式", "there is no form {}", asked.form));
  if (form->holds_one_report && asked.to.empty())
    throw InputError(say("请写成 -f {}=文件", "write -f {}=FILE", asked.form));
  return asked;
}

void print_help(Language language) {
  std::string forms;
  for (const OutputForm& form : output_forms())
    forms += fmt::format("  {:<10} {}\n", form.name, form.summary.in(language));
  print(say("检查报告里该写的写了没有\n"
            "用法：hegui [选项] 文件或文件夹...\n"
            "不会用命令行的：把报告或文件夹拖到 hegui.exe 上，旁边会多出“报告名.检查结果.html”\n\n"
            "选项：\n"
            "  -f, --format 形式[=文件]  结果的形式，写到哪个文件；不写文件就打印出来\n"
            "  -r, --rules 文件          按这个规则文件（.yaml）检查；可以写几次\n"
            "  --fix                     自动修改只涉及标点、空格、全半角的问题\n"
            "  --overwrite               结果可以覆盖不是 hegui 写的文件\n"
            "  --lang zh|en              hegui 自己的话用哪种语言\n"
            "  --version                 显示版本\n"
            "  -h, --help                显示用法\n\n"
            "形式：\n{}\n"
            "返回值：0 没有错误，1 有错误，2 有的没有检查\n",
            "Checks whether reports say what they must\n"
            "usage: hegui [options] FILES or FOLDERS...\n"
            "or drop reports or folders on hegui.exe: REPORT.result.html comes beside each\n\n"
            "options:\n"
            "  -f, --format FORM[=FILE]  form of the result, and the file it goes to\n"
            "  -r, --rules FILE          check by this rule file (.yaml); may be repeated\n"
            "  --fix                     fix what is only about marks, blanks and widths\n"
            "  --overwrite               let results replace a file that hegui did not write\n"
            "  --lang zh|en              language of hegui's own words\n"
            "  --version                 show the version\n"
            "  -h, --help                show this\n\n"
            "forms:\n{}\n"
            "exit code: 0 no errors, 1 errors, 2 something was not checked\n",
            forms)
            .in(language));
}

std::string today() {
  SYSTEMTIME now{};
  GetLocalTime(&now);
  return fmt::format("{:04}-{:02}-{:02}", now.wYear, now.wMonth, now.wDay);
}

bool is_folder(const NamedFile& file) {
  const DWORD attributes = GetFileAttributesW(file.path.c_str());
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

class Run {
 public:
  explicit Run(const Asked& asked) : asked_(asked) {
    for (const NamedFile& file : asked.files) take(file);
    for (const NamedFile& file : asked.rules) take_rules(file);
  }

  bool has_failed() const { return has_failed_; }
  const std::vector<NamedFile>& reports() const { return reports_; }

  PageResult check(const std::string& form, const std::vector<NamedFile>& reports) {
    std::vector<PageFile> files = rules_;
    for (const NamedFile& report : reports) {
      try {
        files.push_back({report.name, read_file(report)});
      } catch (const InputError& error) {
        fail(report.name, error.message());
        continue;
      }
      const NamedFile side = sibling(report, base_name(report) + std::string(side_file_ending));
      if (GetFileAttributesW(side.path.c_str()) != INVALID_FILE_ATTRIBUTES)
        files.push_back({report.name + std::string(side_file_ending), read_file(side)});
    }
    return check_files(files, {.form = form, .language = asked_.language, .today = today()});
  }

  void fail(const std::string& name, const Message& why) {
    has_failed_ = true;
    complain(say("{}：{}", "{}: {}", name, why), asked_.own_language());
  }

 private:
  static std::string base_name(const NamedFile& file) {
    return file.name.substr(file.name.find_last_of('/') + 1);
  }

  void take(const NamedFile& file) {
    try {
      if (!is_folder(file)) {
        // Dropped with the reports.
        if (is_rule_file(file.name)) return take_rules(file);
        reports_.push_back(file);
        return;
      }
      const std::vector<NamedFile> found = reports_in(file);
      if (found.empty()) fail(file.name, say("文件夹里没有报告", "no reports in the folder"));
      reports_.insert(reports_.end(), found.begin(), found.end());
    } catch (const InputError& error) {
      fail(file.name, error.message());
    }
  }

  void take_rules(const NamedFile& file) {
    try {
      rules_.push_back({file.name, read_file(file)});
    } catch (const InputError& error) {
      fail(file.name, error.message());
    }
  }

  const Asked& asked_;
  std::vector<NamedFile> reports_ = {};
  std::vector<PageFile> rules_ = {};
  bool has_failed_ = false;
};

int run_in_console(const Asked& asked) {
  Run run(asked);
  if (run.has_failed()) return Exit::trouble;
  if (asked.fix)
    for (const NamedFile& report : run.reports()) {
      const PageResult mended = run.check(std::string(mended_form), {report});
      complain_in_lines(mended.told);
      if (mended.bytes.empty()) continue;
      try {
        write_file(report, mended.bytes);
      } catch (const InputError& error) {
        run.fail(report.name, error.message());
      }
    }
  const PageResult result = run.check(asked.form, run.reports());
  complain_in_lines(result.told);
  if (asked.to.empty()) {
    print(result.bytes);
  } else if (!result.name.empty()) {
    const NamedFile to = named_file(wide(asked.to));
    try {
      if (!asked.overwrite && !may_be_replaced(to))
        throw InputError(
            say("已经有了，不像是 hegui 写的，没有动它：请换个文件名；真要覆盖，加 --overwrite",
                "already exists, and was not written by hegui; choose another name, or "
                "use --overwrite to replace it"));
      write_file(to, result.bytes);
    } catch (const InputError& error) {
      run.fail(to.name, error.message());
    }
  }
  return run.has_failed() ? Exit::trouble : result.exit;
}

/// 报告.检查结果.html beside the report, or what is free of 报告.检查结果-2.html and so on.
NamedFile free_place(const NamedFile& report, const std::string& name) {
  constexpr int most = 100;
  NamedFile place = sibling(report, name);
  const std::size_t dot = name.find_last_of('.');
  for (int i = 2; !may_be_replaced(place) && i < most; ++i)
    place = sibling(report, fmt::format("{}-{}{}", name.substr(0, dot), i, name.substr(dot)));
  return place;
}

/// In a window, since the console goes with the program.
void show(const Message& message, Language language) {
  MessageBoxW(nullptr, wide(message.in(language)).c_str(), L"hegui", MB_OK | MB_ICONINFORMATION);
}

/// A page beside each report; of several one more with all of them, which is opened. `opens` is
/// false where nobody looks on.
int run_dropped(const Asked& asked, bool opens) {
  const Language language = asked.own_language();
  Run run(asked);
  if (run.reports().empty()) {
    const Message hint = say("请把报告，或者装着报告的文件夹，拖到 hegui.exe 上",
                             "drop reports, or a folder of them, on hegui.exe");
    if (opens) show(hint, language);
    return Exit::trouble;
  }
  std::optional<NamedFile> last;
  int exit = Exit::clean;
  const auto write = [&](const std::vector<NamedFile>& reports) {
    try {
      const PageResult result = run.check("html", reports);
      const NamedFile place = free_place(reports.front(), result.name);
      write_file(place, result.bytes);
      print(say("写好了 {}\n", "wrote {}\n", place.name).in(language));
      exit = std::max(exit, result.exit);
      last = place;
    } catch (const InputError& error) {
      run.fail(reports.front().name, error.message());
    }
  };
  for (const NamedFile& report : run.reports()) write({report});
  if (run.reports().size() > 1) write(run.reports());
  if (last && opens)
    ShellExecuteW(nullptr, L"open",
                  last->path.c_str() + (last->path.native().starts_with(L"\\\\?\\") ? 4 : 0),
                  nullptr, nullptr, SW_SHOWNORMAL);
  if (run.has_failed() && opens)
    show(say("有的文件没有检查，或者结果写不了，见黑色窗口里的话",
             "some files were not checked, or their results could not be written; the console says "
             "which"),
         language);
  return run.has_failed() ? Exit::trouble : exit;
}

/// Whether nobody but this program is in its console, which goes when it ends: it was started by
/// double click, or files were dropped on it. HEGUI_DROPPED=1 says so where nobody looks on.
bool has_own_console() {
  std::array<DWORD, 2> processes{};
  return GetConsoleProcessList(processes.data(), processes.size()) == 1;
}

/// What is printed is UTF-8; the console is the user's, and gets back what it had.
class Utf8Console {
 public:
  Utf8Console() : before_(GetConsoleOutputCP()) { SetConsoleOutputCP(CP_UTF8); }
  ~Utf8Console() {
    std::fflush(stdout);
    if (before_ != 0) SetConsoleOutputCP(before_);
  }
  Utf8Console(const Utf8Console&) = delete;
  Utf8Console& operator=(const Utf8Console&) = delete;

 private:
  UINT before_;
};

int run(int count, wchar_t** arguments) {
  const Utf8Console console;
  _setmode(_fileno(stdout), _O_BINARY);
  _setmode(_fileno(stderr), _O_BINARY);
  const bool is_told = GetEnvironmentVariableW(L"HEGUI_DROPPED", nullptr, 0) > 0;
  const bool is_dropped = is_told || has_own_console();
  Language language = Language::zh;
  try {
    if (count == 1 && is_dropped) return run_dropped({}, !is_told);
    const Asked asked = asked_for(count, arguments);
    language = asked.own_language();
    if (asked.help) return print_help(language), Exit::clean;
    if (asked.version) return print(fmt::format("hegui {}\n", version)), Exit::clean;
    return is_dropped && !asked.any_option ? run_dropped(asked, !is_told) : run_in_console(asked);
  } catch (const InputError& error) {
    complain(error.message(), language);
    complain(say("运行 hegui --help 看用法", "run hegui --help"), language);
  } catch (const std::bad_alloc&) {
    complain(say("内存不够", "there is not enough memory"), language);
  }
  return Exit::trouble;
}

}  // namespace
}  // namespace hegui

int wmain(int count, wchar_t** arguments) { return hegui::run(count, arguments); }
