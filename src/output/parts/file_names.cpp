#include "output/parts/file_names.h"

#include <fmt/format.h>

#include "output/parts/escapes.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

std::string safe_name(std::string_view path) {
  constexpr std::size_t longest = 60;  // Characters; file systems count bytes, up to 255.
  const std::string valid = inert_path(path.substr(path.find_last_of('/') + 1));
  std::string name;
  for (const char c : first_code_points(valid, longest)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool fits =
        byte > 0x20 && std::string_view("<>:\"\\|?*#%&'").find(c) == std::string_view::npos;
    name += fits ? c : '_';
  }
  // Hidden files, and folders; CON and NUL are devices, whatever their extension.
  if (name.empty() || name.front() == '.' || lower(name) == "index") name = '_' + name;
  return name;
}

}  // namespace

std::string FileNames::free_name(std::string_view path, std::string_view ending,
                                 const OutputOptions& options) {
  const std::string name = safe_name(path);
  std::string file = fmt::format("{}{}", name, ending);
  // Windows and macOS take names that differ in case only for the same.
  for (std::size_t& last = last_of_name_[lower(name)];
       !taken_.insert(lower(file)).second || !options.takes_name(file);)
    file = fmt::format("{}-{}{}", name, ++last + 1, ending);
  return file;
}

}  // namespace hegui
