#include "windows/files.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

#include "formats/docx/docx_comments.h"
#include "formats/format.h"
#include "output/own_results.h"
#include "text/input_error.h"

// Behind all others, since it takes words such as near for its own.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace hegui {
namespace {

namespace fs = std::filesystem;

/// In the words of Windows, which are those of its language.
Message reason_of(DWORD error) {
  std::array<wchar_t, 512> words{};
  const DWORD size = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
                                    nullptr, error, 0, words.data(), words.size(), nullptr);
  std::string text = narrow({words.data(), size});
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
    text.pop_back();
  if (text.empty()) text = fmt::format("{}", error);
  return {text, text};
}

class Handle {
 public:
  explicit Handle(HANDLE handle) : handle_(handle) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  bool is_open() const { return handle_ != INVALID_HANDLE_VALUE; }
  HANDLE get() const { return handle_; }
  void close() {
    if (is_open()) CloseHandle(handle_);
    handle_ = INVALID_HANDLE_VALUE;
  }

 private:
  HANDLE handle_;
};

InputError unreadable(DWORD error) {
  if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND)
    return InputError(say("没有这个文件", "no such file"));
  return InputError(say("读不了：{}", "cannot be read: {}", reason_of(error)));
}

InputError unwritable(DWORD error) {
  return InputError(say("写不了：{}", "cannot be written: {}", reason_of(error)));
}

std::string read_up_to(const NamedFile& file, std::size_t most) {
  const Handle handle(CreateFileW(file.path.c_str(), GENERIC_READ,
                                  FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                  OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, nullptr));
  if (!handle.is_open()) throw unreadable(GetLastError());
  std::string bytes;
  for (std::size_t step = 1U << 16;; step = std::min<std::size_t>(step * 2, 1U << 24)) {
    const std::size_t size = bytes.size();
    const std::size_t wanted = std::min(step, most - size);
    bytes.resize(size + wanted);
    DWORD count = 0;
    if (ReadFile(handle.get(), bytes.data() + size, static_cast<DWORD>(wanted), &count, nullptr) ==
        0)
      throw unreadable(GetLastError());
    bytes.resize(size + count);
    if (count == 0 || bytes.size() == most) return bytes;
  }
}

bool is_hidden(const fs::path& path) {
  const DWORD attributes = GetFileAttributesW(path.c_str());
  return path.filename().native().starts_with(L'.') ||
         (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_HIDDEN) != 0);
}

}  // namespace

std::wstring wide(std::string_view utf8) {
  const auto size = static_cast<int>(utf8.size());
  std::wstring text(utf8.size(), L'\0');
  text.resize(static_cast<std::size_t>(
      MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, text.data(), size)));
  return text;
}

std::string narrow(std::wstring_view utf16) {
  const auto size = static_cast<int>(utf16.size());
  std::string text(utf16.size() * 3, '\0');
  text.resize(static_cast<std::size_t>(
      WideCharToMultiByte(CP_UTF8, 0, utf16.data(), size, text.data(),
                          static_cast<int>(text.size()), nullptr, nullptr)));
  return text;
}

NamedFile named_file(std::wstring_view name) {
  NamedFile file{.name = narrow(name)};
  std::ranges::replace(file.name, '\\', '/');
  std::error_code error;
  std::wstring path = fs::absolute(fs::path(name), error).make_preferred().native();
  if (error) path = name;
  // Only so does Windows take more than 260 characters.
  if (!path.starts_with(L"\\\\")) path.insert(0, L"\\\\?\\");
  file.path = path;
  return file;
}

NamedFile sibling(const NamedFile& file, std::string_view name) {
  const std::size_t begin = file.name.find_last_of('/') + 1;
  return {file.name.substr(0, begin) + std::string(name), file.path.parent_path() / wide(name)};
}

std::vector<NamedFile> reports_in(const NamedFile& folder) {
  // A junction may lead back to a folder above.
  constexpr int deepest = 64;
  std::vector<NamedFile> found;
  std::error_code error;
  fs::recursive_directory_iterator at(folder.path, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::path& path = at->path();
    if (is_hidden(path) || at.depth() > deepest) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file(error)) continue;
    std::string below = narrow(path.native().substr(folder.path.native().size()));
    std::ranges::replace(below, '\\', '/');
    NamedFile file{folder.name + below, path};
    if (!is_report_path(file.name) || is_lock_path(file.name)) continue;
    const std::string beginning = read_up_to(file, 4096);
    if (is_own_page(beginning) || is_own_result(beginning)) continue;
    found.push_back(std::move(file));
  }
  if (error)
    throw InputError(say("文件夹没有读完：{}", "the folder could not be read completely: {}",
                         reason_of(static_cast<DWORD>(error.value()))));
  std::ranges::sort(found, {}, &NamedFile::name);
  return found;
}

std::string read_file(const NamedFile& file) {
  const std::size_t limit = Limits{}.bytes;
  std::string bytes = read_up_to(file, limit + 1);
  if (bytes.size() > limit)
    throw InputError(say("文件超过上限 {} MiB", "the file is larger than {} MiB", limit >> 20));
  return bytes;
}

bool may_be_replaced(const NamedFile& file) {
  if (GetFileAttributesW(file.path.c_str()) == INVALID_FILE_ATTRIBUTES) return true;
  try {
    const std::string beginning = read_up_to(file, 4096);
    return is_own_result(beginning) || is_own_page(beginning) ||
           (beginning.starts_with("PK") && is_own_docx(read_file(file)));
  } catch (const InputError&) {
    return false;
  }
}

void write_file(const NamedFile& file, std::string_view bytes) {
  const fs::path temporary = file.path.native() + L".hegui-tmp";
  Handle handle(CreateFileW(temporary.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                            FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!handle.is_open()) throw unwritable(GetLastError());
  DWORD error = ERROR_SUCCESS;
  while (!bytes.empty() && error == ERROR_SUCCESS) {
    const auto size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1U << 24));
    DWORD count = 0;
    if (WriteFile(handle.get(), bytes.data(), size, &count, nullptr) == 0) error = GetLastError();
    bytes.remove_prefix(count);
  }
  if (error == ERROR_SUCCESS && FlushFileBuffers(handle.get()) == 0) error = GetLastError();
  handle.close();
  if (error == ERROR_SUCCESS &&
      MoveFileExW(temporary.c_str(), file.path.c_str(),
                  MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
    error = GetLastError();
  if (error == ERROR_SUCCESS) return;
  DeleteFileW(temporary.c_str());
  throw unwritable(error);
}

}  // namespace hegui
