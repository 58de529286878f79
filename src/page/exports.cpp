// What a browser calls of the program, which is a module of WebAssembly without a main: bytes go in
// and out through memory that both see.
//
//   page_add      once for each file: its name and its bytes are in page_memory(size)
//   page_check    checks them, as options say that are in page_memory(size): "form=html\n…"
//   page_result   what came of it; its size is what page_check returns
//   page_name     the name to save that as, and
//   page_told     what to say to whoever saves it, which end with a NUL
//   page_fixes    how many findings can be fixed without looking

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/check_files.h"

namespace {

std::string memory;                  // NOLINT: there is one page.
std::vector<hegui::PageFile> files;  // NOLINT
hegui::PageResult result;            // NOLINT

/// The value of a line "key=value".
std::string option(std::string_view lines, std::string_view key) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.starts_with(key) && line.substr(key.size()).starts_with('='))
      return std::string(line.substr(key.size() + 1));
  }
  return {};
}

}  // namespace

#define HEGUI_EXPORT(name) __attribute__((export_name(#name))) extern "C"

/// Room for so many bytes, until the next call.
HEGUI_EXPORT(page_memory) char* page_memory(std::size_t size) {
  memory.assign(size, '\0');
  return memory.data();
}

/// The memory holds its name, in so many bytes of UTF-8, and then its own bytes.
HEGUI_EXPORT(page_add) void page_add(std::size_t name_size) {
  files.push_back({memory.substr(0, name_size), memory.substr(name_size)});
  memory = {};
}

/// Forgets the files. Throws nothing: where there is no memory left, the module ends.
HEGUI_EXPORT(page_check) std::size_t page_check() {
  hegui::PageOptions options{.form = option(memory, "form"), .today = option(memory, "today")};
  const std::string language = option(memory, "language");
  if (!language.empty())
    options.language = language == "en" ? hegui::Language::en : hegui::Language::zh;
  result = hegui::check_files(files, options);
  files.clear();
  return result.bytes.size();
}

HEGUI_EXPORT(page_result) const char* page_result() { return result.bytes.data(); }
HEGUI_EXPORT(page_name) const char* page_name() { return result.name.c_str(); }
HEGUI_EXPORT(page_told) const char* page_told() { return result.told.c_str(); }
HEGUI_EXPORT(page_fixes) std::size_t page_fixes() { return result.fixes; }
