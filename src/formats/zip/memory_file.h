#pragma once

#include <ioapi.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace hegui {

/// A file that lies in memory, as minizip wants to be told of files. Bytes are a string or a view.
template <typename Bytes>
struct MemoryFile {
  Bytes bytes;
  std::size_t at = 0;

  static MemoryFile& of(voidpf stream) { return *static_cast<MemoryFile*>(stream); }

  /// `write` is null for a file that is only read. This must outlive what is given.
  zlib_filefunc64_def functions(write_file_func write) {
    return {.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; },
            .zread_file = read,
            .zwrite_file = write,
            .ztell64_file = [](voidpf, voidpf stream) { return ZPOS64_T{of(stream).at}; },
            .zseek64_file = seek,
            .zclose_file = [](voidpf, voidpf) { return 0; },
            .zerror_file = [](voidpf, voidpf) { return 0; },
            .opaque = this};
  }

 private:
  static uLong read(voidpf, voidpf stream, void* buffer, uLong size) {
    MemoryFile& file = of(stream);
    const std::size_t got = std::min<std::size_t>(size, file.bytes.size() - file.at);
    std::memcpy(buffer, file.bytes.data() + file.at, got);
    file.at += got;
    return static_cast<uLong>(got);
  }

  static long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    MemoryFile& file = of(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at
                                                                : file.bytes.size();
    // Back, too: the library counts that in unsigned numbers.
    const std::size_t to = from + static_cast<std::size_t>(offset);
    if (to > file.bytes.size()) return -1;
    file.at = to;
    return 0;
  }
};

}  // namespace hegui
