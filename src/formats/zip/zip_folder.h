#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"
#include "formats/zip/zip.h"

namespace hegui {

/// A ZIP archive of reports, read like a folder and never unpacked to the disk. Its members can be
/// read from several threads.
class ZipFolder {
 public:
  struct Member {
    std::string path = {};  ///< UTF-8, in the archive; leads nowhere but into it.
    std::size_t index = 0;
    std::size_t most_unpacked = 0;  ///< Bytes; also of what is in it if it is an archive itself.
  };

  static constexpr auto usual_most =
      static_cast<std::size_t>(std::min<std::uint64_t>(std::uint64_t{4} << 30, SIZE_MAX));

  /// Throws InputError for what is no archive, is broken, has more members than a folder of reports
  /// would, or says that they unpack to more than `most` bytes: of an archive in another what a
  /// member of that may.
  ZipFolder(std::string bytes, const Limits& limits, std::size_t most = usual_most);

  /// The files in it, in order of their paths; hidden ones are left out.
  const std::vector<Member>& members() const { return members_; }
  /// How many of those there are.
  std::size_t hidden() const { return hidden_; }
  /// The unpacked member. Throws InputError.
  std::string read(const Member& member);

 private:
  std::string bytes_;
  Limits limits_;
  Archive archive_;
  std::mutex mutex_ = {};  // the archive gives one member of an archive at a time.
  std::vector<Member> members_ = {};
  std::size_t hidden_ = 0;
};

}  // namespace hegui
