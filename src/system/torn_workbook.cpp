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

/// An XML part that is read piece by piece: a sheet of thousands of reports is many times larger
/// than its archive.
class Part {
 public:
  void add(std::string_view piece) {
    constexpr std::string_view row_end = "</row>";
    constexpr std::size_t longest_end = 256;  // Of the root's end, and line ends.
    // A row's end may begin in the piece before, of which less than all was counted.
    std::size_t at = end_.size() - std::min(end_.size(), row_end.size() - 1);
    end_ += piece;
    if (root_.empty()) root_ = root_of(end_);
    for (at = end_.find(row_end, at); at != end_.npos; at = end_.find(row_end, at + 1)) ++rows_;
    end_.erase(0, end_.size() - std::min(end_.size(), longest_end));
  }

  std::size_t rows() const { return rows_; }

  /// It ends with the end of its root.
  bool is_whole() const {
    std::string_view end = end_;
    while (end.ends_with('\n')) end.remove_suffix(1);
    return !root_.empty() && end.ends_with(fmt::format("</{}>", root_));
  }

 private:
  static std::string root_of(std::string_view part) {
    const std::size_t declared = part.find("?>");
    const std::size_t root = part.find('<', std::min(declared, part.size()));
    if (root == part.npos) return {};
    return std::string(part.substr(root + 1, part.find_first_of(" >", root) - root - 1));
  }

  std::string root_ = {};
  std::string end_ = {};  // What was read last.
  std::size_t rows_ = 0;
};

}  // namespace

void refuse_torn(std::string_view workbook, const std::vector<std::size_t>& rows) {
  constexpr auto any = std::numeric_limits<std::size_t>::max();
  Archive archive(workbook, {.unpacked_bytes = any});
  const std::vector<std::string> names = archive.names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    Part part;
    archive.read_pieces(i, names[i], [&](std::string_view piece) { part.add(piece); });
    bool whole = part.is_whole();
    for (std::size_t sheet = 0; sheet < rows.size(); ++sheet)
      if (names[i] == fmt::format("xl/worksheets/sheet{}.xml", sheet + 1))
        whole = whole && part.rows() == rows[sheet];
    if (!whole) throw InputError(say("里的 {} 不完整", "has not all of {}", names[i]));
  }
}

}  // namespace hegui
