// LibreOffice as a converter. Nothing of the user's own is touched: a new profile, in a room that
// goes with it. What would run, ask, look elsewhere, or recover an earlier document is turned off.

#include "system/office.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <semaphore>
#include <utility>
#include <vector>

#include "formats/format.h"
#include "system/files.h"
#include "system/process.h"
#include "system/room.h"
#include "text/input_error.h"

namespace hegui {
namespace {

// Each takes a processor and 200 MB.
constexpr int most_at_once = 4;
std::counting_semaphore<most_at_once> places{most_at_once};

class Place {
 public:
  explicit Place(EndOfTime end) {
    const bool has_place = places.try_acquire_until(end);
    if (has_place && std::chrono::steady_clock::now() < end) return;
    if (has_place) places.release();  // Of one that ended with the time.
    throw InputError(say("时间用完（--timeout），还在等别的文件转换完",
                         "out of time (--timeout): it was still waiting for other files to be "
                         "converted"));
  }
  ~Place() { places.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

/// What the profile is made with: paths and names as in officecfg/registry/schema of LibreOffice.
struct Setting {
  std::string_view path, name, value;
};
constexpr std::string_view security = "org.openoffice.Office.Common/Security/Scripting";
constexpr std::string_view proxy = "org.openoffice.Inet/Settings";
constexpr std::array settings{
    Setting{security, "MacroSecurityLevel", "3"},
    Setting{security, "DisableMacrosExecution", "true"},
    Setting{security, "DisableActiveContent", "true"},
    Setting{security, "BlockUntrustedRefererLinks", "true"},
    Setting{"org.openoffice.Office.Writer/Content/Update", "Link", "0"},
    Setting{"org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"},
    Setting{"org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"},
    Setting{"org.openoffice.Office.Common/Misc", "UseLocking", "false"},
    Setting{"org.openoffice.Office.Common/Misc", "FirstRun", "false"},
    // Where there is no network of its own to leave it without: a port that nobody listens to.
    Setting{proxy, "ooInetProxyType", "2"},
    Setting{proxy, "ooInetHTTPProxyName", "127.0.0.1"},
    Setting{proxy, "ooInetHTTPProxyPort", "9"},
    Setting{proxy, "ooInetHTTPSProxyName", "127.0.0.1"},
    Setting{proxy, "ooInetHTTPSProxyPort", "9"},
    Setting{proxy, "ooInetFTPProxyName", "127.0.0.1"},
    Setting{proxy, "ooInetFTPProxyPort", "9"},
};

std::string profile_text() {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n";
  for (const auto& [path, name, value] : settings)
    text += fmt::format(
        "<item oor:path=\"/{}\"><prop oor:name=\"{}\" oor:op=\"fuse\"><value>{}</value></prop>"
        "</item>\n",
        path, name, value);
  return text + "</oor:items>\n";
}

void write_new(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file)
    throw InputError(say("写不了临时文件“{}”，磁盘可能满了",
                         "the temporary file “{}” cannot be written; the disk may be full", path));
}

/// RFC 8089: what is neither unreserved nor a slash is written as %XX.
std::string file_url(std::string_view path) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string url = "file://";
  for (const char c : path)
    if (plain.find(c) != plain.npos)
      url += c;
    else
      url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return url;
}

/// Empty if it is not installed.
std::string installed_office() {
  std::string path = found_in_path("soffice");
  return path.empty() ? found_in_path("libreoffice") : path;
}

constexpr std::string_view name_of_input = "/report", name_of_output = "/made/report.docx";

ProcessResult run_office(const std::string& program, const Room& room, std::string_view extension,
                         EndOfTime end) {
  const std::string& path = room.path();
  const std::vector<std::string> arguments{"--headless",
                                           "--norestore",
                                           "--nolockcheck",
                                           "--nodefault",
                                           "--nofirststartwizard",
                                           "--nologo",
                                           "-env:UserInstallation=" + file_url(path + "/profile"),
                                           "--convert-to",
                                           "docx:MS Word 2007 XML",
                                           "--outdir",
                                           path + "/made",
                                           fmt::format("{}{}{}", path, name_of_input, extension)};
  std::vector<std::pair<std::string, std::string>> environment{
      {"LC_ALL", "C.UTF-8"},
      {"DISPLAY", ""},
      {"DBUS_SESSION_BUS_ADDRESS", "disabled:"},
      {"SAL_USE_VCLPLUGIN", "svp"},
      {"http_proxy", "http://127.0.0.1:9"},
      {"https_proxy", "http://127.0.0.1:9"},
  };
  for (const char* const name :
       {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
    environment.emplace_back(name, path);
  return run_process(program, arguments, {.environment = environment, .end = end, .room = &room});
}

/// Why nothing was written. LibreOffice says it in English, whatever the language, and ends as if
/// all were well.
InputError not_converted(const ProcessResult& result) {
  if (result.err.find("no export filter") != std::string::npos)
    return InputError(
        say("本机的 LibreOffice 没有装 Writer：请安装 libreoffice-writer-nogui，或在 "
            "Word 或 WPS 里另存为 DOCX",
            "LibreOffice is installed without Writer: install "
            "libreoffice-writer-nogui, or save the file as DOCX"));
  if (result.status > 128)
    return InputError(say("LibreOffice 在转换它时崩溃了：请在 Word 或 WPS 里另存为 DOCX",
                          "LibreOffice crashed while it converted the file; save it as DOCX"));
  return InputError(
      say("LibreOffice 打不开它，可能有密码或者损坏了：请在 Word 或 WPS 里另存为 DOCX",
          "LibreOffice cannot open it; it may have a password or be damaged: save it as DOCX"));
}

}  // namespace

std::string convert_to_docx(const std::string& bytes, std::string_view extension, EndOfTime end) {
  const std::string program = installed_office();
  if (program.empty())
    throw InputError(
        say("读它要用 LibreOffice，本机没有：请在 Word 或 WPS 里另存为 DOCX，或者安装 "
            "libreoffice-writer-nogui",
            "it is read through LibreOffice, which is not installed: save it as DOCX, "
            "or install libreoffice-writer-nogui"));
  const Place place(end);
  const Room room;
  const std::string profile = room.path() + "/profile";
  ::mkdir(profile.c_str(), S_IRWXU);
  ::mkdir((profile + "/user").c_str(), S_IRWXU);
  write_new(profile + "/user/registrymodifications.xcu", profile_text());
  write_new(fmt::format("{}{}{}", room.path(), name_of_input, extension), bytes);
  const ProcessResult result = run_office(program, room, extension, end);
  const std::string made = room.path() + std::string(name_of_output);
  if (result.status != 0 || !is_there(made)) throw not_converted(result);
  return read_file(made);
}

}  // namespace hegui
