// libxlsxwriter does not ask what became of its temporary files, and packs what is there: of a full
// disk comes a table without its last rows, or one that no program opens.

#include "system/torn_workbook.h"

#include <algorithm>
#include <limits>
#include <string>

#include "formats/zip/zip.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// Whether an XML part ends with the end of its root.
bool is_whole(std::string_view part) {
  const std::size_t declared = part.find("?>");
  const std::size_t root = part.find('<', std::min(declared, part.size()));
  if (root == part.npos) return false;
  const std::string_view name = part.substr(root + 1, part.find_first_of(" >", root) - root - 1);
  while (part.ends_with('\n')) part.remove_suffix(1);
  return part.ends_with(fmt::format("</{}>", name));
}

std::size_t count_rows(std::string_view sheet) {
  constexpr std::string_view end = "</row>";
  std::size_t count = 0;
  for (std::size_t at = sheet.find(end); at != sheet.npos; at = sheet.find(end, at + end.size()))
    ++count;
  return count;
}

}  // namespace

void refuse_torn(std::string_view workbook, const std::vector<std::size_t>& rows) {
  constexpr auto any = std::numeric_limits<std::size_t>::max();
  Archive archive(workbook, {.unpacked_bytes = any});
  const std::vector<std::string> names = archive.names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string part = archive.read(i, names[i], any);
    bool whole = is_whole(part);
    for (std::size_t sheet = 0; sheet < rows.size(); ++sheet)
      if (names[i] == fmt::format("xl/worksheets/sheet{}.xml", sheet + 1))
        whole = whole && count_rows(part) == rows[sheet];
    if (!whole) throw InputError(say("里的 {} 不完整", "has not all of {}", names[i]));
  }
}

}  // namespace hegui
