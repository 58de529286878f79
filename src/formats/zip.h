#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formats/format.h"

struct zip;
struct zip_file;

namespace hegui {

/// A ZIP archive in memory that nobody has to trust. Throws InputError for what is broken,
/// encrypted or over a limit.
class Archive {
 public:
  /// `bytes` must outlive the archive.
  Archive(std::string_view bytes, const Limits& limits);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  /// Names are compared without regard to case, as in the Open Packaging Conventions.
  bool has(const std::string& name) const;
  /// The unpacked member, its checksum verified.
  std::string read(const std::string& name);

 private:
  std::string read_member(::zip_file* file, const std::string& name, std::size_t stated_size);

  ::zip* zip_ = nullptr;
  std::size_t limit_ = 0;
  std::size_t left_ = 0;  // Of what may be unpacked: many members must not do what one may not.
};

}  // namespace hegui
