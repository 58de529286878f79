#include <algorithm>
#include <array>
#include <utility>

#include "formats/format.h"
#include "text/decode.h"

namespace hegui {

Document read_txt(std::string path, std::string_view bytes);

namespace {

constexpr std::array<std::string_view, 2> txt_extensions{".txt", ".text"};

constexpr std::array table{
    Format{"txt", txt_extensions, read_txt},
};

std::string lower_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./\\");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  std::string extension(path.substr(dot));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

}  // namespace

std::span<const Format> formats() { return table; }

bool is_report_path(std::string_view path) {
  const std::string extension = lower_extension(path);
  return std::ranges::any_of(table, [&](const Format& format) {
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
  });
}

Document read_document(std::string path, std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes)
    throw InputError(say("文件有 {} MiB,超过上限 {} MiB",
                         "the file has {} MiB, the limit is {} MiB", bytes.size() >> 20,
                         limits.bytes >> 20));
  return table.front().read(std::move(path), bytes);
}

}  // namespace hegui
