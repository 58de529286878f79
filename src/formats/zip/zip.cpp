// Nothing that an archive says of itself is taken for granted: entries are counted, and what they
// unpack to is measured while it is unpacked.

#include "formats/zip/zip.h"

#include <unzip.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "formats/zip/memory_file.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// The library reads as many entries as there are, so they are counted before.
bool has_more_entries(std::string_view bytes, std::size_t limit) {
  constexpr std::string_view signature = "PK\1\2";
  std::size_t count = 0;
  for (std::size_t at = bytes.find(signature); at != std::string_view::npos;
       at = bytes.find(signature, at + signature.size()))
    if (++count > limit) return true;
  return false;
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

/// One of the fields that follow one another behind a name (APPNOTE.TXT 4.5.1).
struct ExtraField {
  std::uint32_t id = 0;
  std::string_view data = {};
  std::string_view whole = {};  ///< With the id and the size.
};

/// Takes the first field off `extra`; none if it does not fit.
std::optional<ExtraField> next_field(std::string_view& extra) {
  constexpr std::size_t header = 4;
  if (extra.size() < header) return std::nullopt;
  const std::size_t size = header + little_endian(extra.substr(2, 2));
  if (size > extra.size()) return std::nullopt;
  const ExtraField field{.id = little_endian(extra.substr(0, 2)),
                         .data = extra.substr(header, size - header),
                         .whole = extra.substr(0, size)};
  extra.remove_prefix(size);
  return field;
}

/// The name in an Info-ZIP Unicode Path extra field (APPNOTE.TXT 4.6.9); empty if there is none, or
/// if it is of another name than that of the entry.
std::string unicode_path(std::string_view extra, const std::string& name) {
  constexpr std::size_t before_name = 5;
  while (const auto field = next_field(extra)) {
    if (field->id != 0x7075 || field->data.size() <= before_name || field->data[0] != 1) continue;
    const auto own =
        crc32(0, reinterpret_cast<const Bytef*>(name.data()), static_cast<uInt>(name.size()));
    if (own == little_endian(field->data.substr(1, 4)))
      return std::string(field->data.substr(before_name));
  }
  return {};
}

/// The fields up to one that does not fit, without sizes of 64 bits (APPNOTE.TXT 4.5.3).
std::string fields_to_copy(std::string_view extra) {
  std::string fields;
  while (const auto field = next_field(extra))
    if (field->id != 1) fields += field->whole;
  return fields;
}

InputError broken() {
  return InputError(say("压缩包损坏或不完整，请重新取得或另存这个文件",
                        "the archive is damaged or incomplete; download or save the file again"));
}

InputError broken_member(const std::string& name) {
  return InputError(
      say("文件损坏：“{}”解不开", "the file is damaged: “{}” cannot be unpacked", name));
}

/// Throws InputError for a method of compression that is neither none nor deflating.
void demand_known(unsigned method, const std::string& name) {
  if (method != 0 && method != Z_DEFLATED)
    throw InputError(
        say("“{}”用了不支持的压缩方法", "“{}” uses an unsupported compression method", name));
}

InputError too_large(const std::string& name, std::size_t limit) {
  const bool small = limit < 1U << 20;
  return InputError(say("“{0}”解压后超过 {1} {2}", "“{0}” unpacks to more than {1} {2}", name,
                        limit >> (small ? 10 : 20), small ? "KiB" : "MiB"));
}

}  // namespace

struct Archive::Handle {
  explicit Handle(std::string_view bytes) : memory{bytes} {
    zlib_filefunc64_def functions = memory.functions(nullptr);
    file = unzOpen2_64("", &functions);
    if (file == nullptr) throw broken();
  }
  ~Handle() { unzClose(file); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  MemoryFile<std::string_view> memory;
  unzFile file = nullptr;
};

Archive::Archive(std::string_view bytes, const Limits& limits)
    : limit_(limits.unpacked_bytes), left_(limits.unpacked_bytes) {
  if (has_more_entries(bytes, limits.entries))
    throw InputError(
        say("压缩包里的文件超过 {} 个", "the archive contains more than {} files", limits.entries));
  handle_ = std::make_unique<Handle>(bytes);
  unz_global_info64 all{};
  if (unzGetGlobalInfo64(handle_->file, &all) != UNZ_OK) throw broken();
  int status = all.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(handle_->file);
  for (; status == UNZ_OK; status = unzGoToNextFile(handle_->file)) entries_.push_back(current());
  if (status != UNZ_END_OF_LIST_OF_FILE || entries_.size() != all.number_entry) throw broken();
  for (std::size_t i = 0; i < entries_.size(); ++i) by_name_.emplace(lower(entries_[i].name), i);
}

Archive::~Archive() = default;

/// More than memory can hold is as good as the most, where addresses have 32 bits.
static std::size_t size_of(std::uint64_t bytes) {
  return static_cast<std::size_t>(std::min<std::uint64_t>(bytes, SIZE_MAX));
}

/// The one that the library stands at in the directory.
Archive::Entry Archive::current() const {
  unz_file_info64 info{};
  unz64_file_pos place{};
  if (unzGetCurrentFileInfo64(handle_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
      unzGetFilePos64(handle_->file, &place) != UNZ_OK)
    throw broken();
  std::string name(info.size_filename, '\0'), extra(info.size_file_extra, '\0');
  if (unzGetCurrentFileInfo64(handle_->file, &info, name.data(), name.size(), extra.data(),
                              extra.size(), nullptr, 0) != UNZ_OK)
    throw broken();
  if (std::string known = unicode_path(extra, name); !known.empty()) name = std::move(known);
  constexpr unsigned encrypted = 1;  // Of the flags.
  return {.name = name.c_str(),      // Up to a zero byte.
          .place = place.pos_in_zip_directory,
          .number = place.num_of_file,
          .packed = size_of(info.compressed_size),
          .unpacked = size_of(info.uncompressed_size),
          .crc = static_cast<std::uint32_t>(info.crc),
          .is_encrypted = (info.flag & encrypted) != 0,
          .method = static_cast<unsigned>(info.compression_method)};
}

const Archive::Entry* Archive::find(const std::string& name) const {
  const std::optional<std::size_t> index = index_of(name);
  return index ? &entries_[*index] : nullptr;
}

std::string Archive::resolved(std::string_view from, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t slash = std::min(path.find_first_of("/\\"), path.size());
      const std::string_view step = path.substr(0, slash);
      path.remove_prefix(std::min(slash + 1, path.size()));
      if (step == ".." && !steps.empty()) steps.pop_back();
      if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    }
  };
  const bool is_absolute = target.starts_with('/') || target.starts_with('\\');
  if (!is_absolute) walk(from.substr(0, from.find_last_of("/\\") + 1));
  walk(target);
  std::string path;
  for (const std::string_view step : steps) (path += path.empty() ? "" : "/") += step;
  return path;
}

bool Archive::has(const std::string& name) const { return find(name) != nullptr; }

std::string Archive::read(const std::string& name) {
  const Entry* const entry = find(name);
  if (entry == nullptr)
    throw InputError(say("压缩包里没有“{}”", "the archive does not contain “{}”", name));
  if (entry->unpacked > left_) throw too_large(name, limit_);
  std::string bytes = read(*entry, name);
  left_ -= bytes.size();
  return bytes;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> all;
  for (const Entry& entry : entries_) all.push_back(entry.name);
  return all;
}

std::string Archive::read(std::size_t index, const std::string& shown, std::size_t most) {
  if (entries_[index].unpacked > most) throw too_large(shown, most);
  return read(entries_[index], shown);
}

void Archive::read_pieces(std::size_t index, const std::string& shown, const TakePiece& take) {
  read_pieces(entries_[index], shown, take);
}

std::string Archive::read(const Entry& entry, const std::string& shown) {
  std::string bytes;
  bytes.reserve(entry.unpacked);
  read_pieces(entry, shown, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

void Archive::read_pieces(const Entry& entry, const std::string& shown, const TakePiece& take) {
  if (entry.is_encrypted)
    throw InputError(
        say("“{}”是加密的，请先去掉密码", "“{}” is encrypted; remove its password first", shown));
  demand_known(entry.method, shown);
  const unz64_file_pos place{entry.place, entry.number};
  if (unzGoToFilePos64(handle_->file, &place) != UNZ_OK ||
      unzOpenCurrentFile(handle_->file) != UNZ_OK)
    throw broken_member(shown);
  const bool is_read = unpack(entry.unpacked, take);
  const int closed = unzCloseCurrentFile(handle_->file);
  if (is_read && closed == UNZ_CRCERROR)
    throw InputError(say("文件损坏：“{}”的校验和不对",
                         "the file is damaged: the checksum of “{}” is wrong", shown));
  if (!is_read || closed != UNZ_OK) throw broken_member(shown);
}

std::optional<std::size_t> Archive::index_of(const std::string& name) const {
  const auto entry = by_name_.find(lower(name));
  if (entry == by_name_.end()) return std::nullopt;
  return entry->second;
}

PackedMember Archive::packed(std::size_t index) const {
  const Entry& entry = entries_[index];
  demand_known(entry.method, entry.name);
  const unz64_file_pos place{entry.place, entry.number};
  unz_file_info64 info{};
  int method = 0, level = 0;
  constexpr int as_packed = 1;
  if (unzGoToFilePos64(handle_->file, &place) != UNZ_OK ||
      unzGetCurrentFileInfo64(handle_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
      unzOpenCurrentFile2(handle_->file, &method, &level, as_packed) != UNZ_OK)
    throw broken_member(entry.name);
  PackedMember member{
      .name = std::string(info.size_filename, '\0'),
      .extra = std::string(info.size_file_extra, '\0'),
      .bytes = std::string(std::min(entry.packed, handle_->memory.bytes.size()), '\0'),
      .unpacked = info.uncompressed_size,
      .crc = static_cast<std::uint32_t>(info.crc),
      .time = static_cast<std::uint32_t>(info.dosDate),
      .external_attributes = static_cast<std::uint32_t>(info.external_fa),
      .internal_attributes = static_cast<std::uint16_t>(info.internal_fa),
      .made_by = static_cast<std::uint16_t>(info.version),
      .flags = static_cast<std::uint16_t>(info.flag),
      .method = static_cast<std::uint16_t>(info.compression_method)};
  const bool is_read =
      unzGetCurrentFileInfo64(handle_->file, &info, member.name.data(), member.name.size(),
                              member.extra.data(), member.extra.size(), nullptr, 0) == UNZ_OK &&
      unzReadCurrentFile(handle_->file, member.bytes.data(),
                         static_cast<unsigned>(member.bytes.size())) ==
          static_cast<int>(entry.packed);
  unzCloseCurrentFile(handle_->file);
  if (!is_read) throw broken_member(entry.name);
  member.extra = fields_to_copy(member.extra);
  return member;
}

/// False if less comes out than stated or it cannot be unpacked; more than stated the library does
/// not give.
bool Archive::unpack(std::size_t stated, const TakePiece& take) {
  std::string piece(1U << 16, '\0');
  for (std::size_t size = 0;;) {
    const std::size_t room = std::min(piece.size(), stated - size);
    const int got = unzReadCurrentFile(handle_->file, piece.data(), static_cast<unsigned>(room));
    if (got < 0) return false;
    size += static_cast<std::size_t>(got);
    take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    if (got == 0 || size == stated) return size == stated;
  }
}

}  // namespace hegui
