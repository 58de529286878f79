#include "formats/zip/zip_writer.h"

#include <zip.h>
#include <zlib.h>

#include <cstring>
#include <new>
#include <utility>

#include "formats/zip/memory_file.h"

namespace hegui {
namespace {

/// The library goes back to write what it knows of a member when it has packed it. An exception
/// would have to pass through it, which is C.
uLong write_growing(voidpf, voidpf stream, const void* buffer, uLong size) {
  auto& file = MemoryFile<std::string>::of(stream);
  try {
    if (file.bytes.size() < file.at + size) file.bytes.resize(file.at + size);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  std::memcpy(file.bytes.data() + file.at, buffer, size);
  file.at += size;
  return size;
}

/// In memory nothing can fail but for want of it: what the library refuses is not asked of it.
void demand(bool is_done) {
  if (!is_done) throw std::bad_alloc();
}

}  // namespace

struct ZipWriter::Handle {
  Handle() {
    zlib_filefunc64_def functions = memory.functions(write_growing);
    file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    demand(file != nullptr);
  }
  ~Handle() {
    if (file) zipClose(file, nullptr);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  /// Writes the bytes of `member`, which are packed already or are to be.
  void write(const PackedMember& member, bool is_packed, std::string_view bytes) {
    const zip_fileinfo info{.dosDate = member.time,
                            .internal_fa = member.internal_attributes,
                            .external_fa = member.external_attributes};
    const auto extra_size = static_cast<uInt>(member.extra.size());
    demand(zipOpenNewFileInZip4_64(file, member.name.c_str(), &info, member.extra.data(),
                                   extra_size, member.extra.data(), extra_size, nullptr,
                                   member.method, Z_DEFAULT_COMPRESSION, is_packed ? 1 : 0,
                                   -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                                   member.made_by, member.flags, 0) == ZIP_OK);
    demand(zipWriteInFileInZip(file, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK);
    demand((is_packed ? zipCloseFileInZipRaw64(file, member.unpacked, member.crc)
                      : zipCloseFileInZip(file)) == ZIP_OK);
  }

  MemoryFile<std::string> memory;
  zipFile file = nullptr;
};

ZipWriter::ZipWriter() : handle_(std::make_unique<Handle>()) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string_view bytes) {
  // Bit 11 of the flags: the name is UTF-8 (APPNOTE.TXT 4.4.4). The time is the first that MS-DOS
  // knows, 1980-01-01.
  handle_->write(
      {.name = name, .time = 1U << 21 | 1U << 16, .flags = 1U << 11, .method = Z_DEFLATED}, false,
      bytes);
}

void ZipWriter::copy(const Archive& from, std::size_t index) {
  PackedMember member = from.packed(index);
  // The library writes the sizes, and puts them before the bytes instead of behind (bit 3).
  constexpr std::uint16_t sizes_follow = 1U << 3;
  member.flags &= static_cast<std::uint16_t>(~sizes_follow);
  handle_->write(member, true, member.bytes);
}

std::string ZipWriter::finish() {
  demand(zipClose(std::exchange(handle_->file, nullptr), nullptr) == ZIP_OK);
  return std::move(handle_->memory.bytes);
}

std::string with_members(const Archive& archive,
                         const std::map<std::string, std::string>& members) {
  std::map<std::size_t, std::string_view> others;
  for (const auto& [name, bytes] : members)
    if (const auto index = archive.index_of(name)) others.emplace(*index, bytes);
  const std::vector<std::string> names = archive.names();
  ZipWriter writer;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (const auto other = others.find(i); other != others.end())
      writer.add(names[i], other->second);
    else
      writer.copy(archive, i);
  }
  for (const auto& [name, bytes] : members)
    if (!archive.index_of(name)) writer.add(name, bytes);
  return writer.finish();
}

}  // namespace hegui
