#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "formats/zip/zip.h"

namespace hegui {

/// Writes a ZIP archive in memory. What is the same in it is the same bytes: members have no time.
/// Throws std::bad_alloc, and InputError for what the archive copied from does not hold.
class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// A member of that name, in UTF-8, behind the others.
  void add(const std::string& name, std::string_view bytes);
  /// The member of that index of another archive as it is packed there, with its name, time and
  /// attributes.
  void copy(const Archive& from, std::size_t index);
  /// The archive; the last that is asked of the writer.
  std::string finish();

 private:
  struct Handle;

  std::unique_ptr<Handle> handle_;
};

/// The archive with other bytes in members of those names, and with those of them that it has not
/// behind its own; all else is as it is packed there, in its order. Of several members of a name,
/// which Archive::read takes the first of, the first is another.
std::string with_members(const Archive& archive, const std::map<std::string, std::string>& members);

}  // namespace hegui
