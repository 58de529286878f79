// Nothing that an archive says of itself is taken for granted: entries are counted, and what they
// unpack to is measured while it is unpacked.

#include "formats/zip/zip.h"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "text/input_error.h"

namespace hegui {
namespace {

/// libzip reads the whole directory when it opens an archive, so entries are counted before.
bool has_more_entries(std::string_view bytes, std::size_t limit) {
  constexpr std::string_view signature = "PK\1\2";
  std::size_t count = 0;
  for (std::size_t at = bytes.find(signature); at != std::string_view::npos;
       at = bytes.find(signature, at + signature.size()))
    if (++count > limit) return true;
  return false;
}

// The library's own reasons are English, and tell a drafter nothing.
InputError broken(const char* reason) {
  return InputError(
      say("压缩包损坏或不完整，请重新取得或另存这个文件",
          "the archive is damaged or incomplete ({}); download or save the file again", reason));
}

InputError broken_member(const std::string& name, zip_error_t* error) {
  switch (zip_error_code_zip(error)) {
    case ZIP_ER_CRC:
      return InputError(say("文件损坏：“{}”的校验和不对",
                            "the file is damaged: the checksum of “{}” is wrong", name));
    case ZIP_ER_COMPNOTSUPP:
      return InputError(
          say("“{}”用了不支持的压缩方法", "“{}” uses an unsupported compression method", name));
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return InputError(
          say("“{}”是加密的，请先去掉密码", "“{}” is encrypted; remove its password first", name));
    default:
      return InputError(say("文件损坏：“{}”解不开",
                            "the file is damaged: “{}” cannot be unpacked ({})", name,
                            zip_error_strerror(error)));
  }
}

InputError too_large(const std::string& name, std::size_t limit) {
  const bool small = limit < 1U << 20;
  return InputError(say("“{0}”解压后超过 {1} {2}", "“{0}” unpacks to more than {1} {2}", name,
                        limit >> (small ? 10 : 20), small ? "KiB" : "MiB"));
}

}  // namespace

Archive::Archive(std::string_view bytes, const Limits& limits)
    : limit_(limits.unpacked_bytes), left_(limits.unpacked_bytes) {
  if (has_more_entries(bytes, limits.entries))
    throw InputError(
        say("压缩包里的文件超过 {} 个", "the archive contains more than {} files", limits.entries));
  zip_error_t error;
  zip_error_init(&error);
  ::zip_source* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!zip_) {
    const InputError cause = broken(zip_error_strerror(&error));
    if (source) zip_source_free(source);
    zip_error_fini(&error);
    throw cause;
  }
  zip_error_fini(&error);
}

Archive::~Archive() { zip_discard(zip_); }

bool Archive::has(const std::string& name) const {
  return zip_name_locate(zip_, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::string Archive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(zip_, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0)
    throw InputError(say("压缩包里没有“{}”", "the archive does not contain “{}”", name));
  const std::size_t most = left_;
  if (stated_size(static_cast<std::size_t>(index)) > most) throw too_large(name, limit_);
  std::string bytes = read_entry(static_cast<std::uint64_t>(index), name, most);
  left_ -= std::min(left_, bytes.size());
  if (bytes.size() > most) throw too_large(name, limit_);
  return bytes;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> all;
  const zip_int64_t count = zip_get_num_entries(zip_, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    all.emplace_back(name ? name : "");
  }
  return all;
}

std::string Archive::read(std::size_t index, const std::string& shown, std::size_t most) {
  const std::size_t stated = stated_size(index);
  if (stated > most) throw too_large(shown, most);
  std::string bytes = read_entry(index, shown, stated);
  if (bytes.size() > stated)
    throw InputError(say("文件损坏：“{}”比压缩包里写的大",
                         "the file is damaged: “{}” is larger than the archive states", shown));
  return bytes;
}

std::size_t Archive::stated_size(std::size_t index) const {
  zip_stat_t entry;
  zip_stat_init(&entry);
  if (zip_stat_index(zip_, index, 0, &entry) != 0 || !(entry.valid & ZIP_STAT_SIZE)) return 0;
  return std::size_t{entry.size};
}

std::size_t Archive::packed_size(std::size_t index) const {
  zip_stat_t entry;
  zip_stat_init(&entry);
  if (zip_stat_index(zip_, index, 0, &entry) != 0 || !(entry.valid & ZIP_STAT_COMP_SIZE)) return 0;
  return std::size_t{entry.comp_size};
}

/// At most one byte more than `most`, which tells the caller that there is more.

std::string Archive::read_entry(std::uint64_t index, const std::string& name, std::size_t most) {
  zip_stat_t entry;
  zip_stat_init(&entry);
  if (zip_stat_index(zip_, index, 0, &entry) != 0) throw broken_member(name, zip_get_error(zip_));
  if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) && entry.encryption_method != ZIP_EM_NONE)
    throw InputError(
        say("“{}”是加密的，请先去掉密码", "“{}” is encrypted; remove its password first", name));
  ::zip_file* file = zip_fopen_index(zip_, entry.index, 0);
  if (!file) throw broken_member(name, zip_get_error(zip_));
  try {
    std::string bytes =
        read_member(file, name, (entry.valid & ZIP_STAT_SIZE) ? std::size_t{entry.size} : 0, most);
    zip_fclose(file);
    return bytes;
  } catch (...) {
    zip_fclose(file);
    throw;
  }
}

/// The stated size may be a lie: it is a hint, what counts is what comes out.
std::string Archive::read_member(::zip_file* file, const std::string& name, std::size_t stated,
                                 std::size_t most) {
  constexpr std::size_t step = 1U << 20;
  stated = std::min(stated, most);
  std::string bytes;
  bytes.reserve(stated + 1);
  std::size_t size = 0;
  while (size <= most) {
    // Doubling beyond the limit would take twice the memory that the limit is for.
    if (size >= bytes.capacity()) bytes.reserve(std::min(2 * size + step, most + 1));
    // One byte more than stated, so that the end is seen.
    const std::size_t room = size <= stated ? stated - size + 1 : step;
    bytes.resize(size + std::min({room, step, most - size + 1}));
    const zip_int64_t got = zip_fread(file, bytes.data() + size, bytes.size() - size);
    if (got < 0) throw broken_member(name, zip_file_get_error(file));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace hegui
