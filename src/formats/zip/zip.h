#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"

namespace hegui {

/// A member as it lies in an archive.
struct PackedMember {
  std::string name;
  std::string extra;  ///< The directory's fields (APPNOTE.TXT 4.5), without sizes of 64 bits.
  std::string bytes;  ///< Packed by the method.
  std::uint64_t unpacked = 0;
  std::uint32_t crc = 0, time = 0;  ///< The time as of MS-DOS.
  std::uint32_t external_attributes = 0;
  std::uint16_t internal_attributes = 0, made_by = 0, flags = 0, method = 0;
};

/// A ZIP archive in memory that nobody has to trust. Throws InputError for what is broken,
/// encrypted or over a limit.
class Archive {
 public:
  using TakePiece = std::function<void(std::string_view)>;

  /// `bytes` must outlive the archive.
  Archive(std::string_view bytes, const Limits& limits);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  /// Names are compared without regard to case, as in the Open Packaging Conventions.
  bool has(const std::string& name) const;
  /// The unpacked member, its checksum verified.
  std::string read(const std::string& name);

  /// Of all members, in the archive's order: bytes in whatever encoding its maker used. A name in
  /// an Info-ZIP Unicode Path extra field is in its place.
  std::vector<std::string> names() const;
  /// What the member of that index says that it unpacks to; 0 if it says nothing.
  std::size_t stated_size(std::size_t index) const { return entries_[index].unpacked; }
  /// The checksum (CRC-32) that the directory has of it.
  std::uint32_t stated_checksum(std::size_t index) const { return entries_[index].crc; }
  /// What it takes in the archive, or says that it does.
  std::size_t packed_size(std::size_t index) const { return entries_[index].packed; }
  /// The member of that index; `shown` is what messages call it. Refuses one of more than `most`
  /// bytes, or of other than it stated. Which members were read before makes no difference: the
  /// caller bounds the sum of the stated sizes.
  std::string read(std::size_t index, const std::string& shown, std::size_t most);
  /// The same piece by piece, of whatever size it is.
  void read_pieces(std::size_t index, const std::string& shown, const TakePiece& take);

  /// As it is packed, whatever it unpacks to, and encrypted if it is. Throws InputError if it does
  /// not lie where the directory says, or is packed by a method that is not read here.
  PackedMember packed(std::size_t index) const;
  /// Of the member that read() takes for that name.
  std::optional<std::size_t> index_of(const std::string& name) const;

  /// The name of a part that another one refers to: word/document.xml and ../a/b.xml are a/b.xml; a
  /// target that begins with / is one of the archive itself. \ is taken for /.
  static std::string resolved(std::string_view from, std::string_view target);

 private:
  /// As the archive's directory tells it.
  struct Entry {
    std::string name;
    std::uint64_t place, number;  ///< In the directory.
    std::size_t packed, unpacked;
    std::uint32_t crc;
    bool is_encrypted;
    unsigned method;  ///< Of compression.
  };
  struct Handle;

  Entry current() const;
  const Entry* find(const std::string& name) const;
  std::string read(const Entry& entry, const std::string& shown);
  void read_pieces(const Entry& entry, const std::string& shown, const TakePiece& take);
  bool unpack(std::size_t stated, const TakePiece& take);

  std::unique_ptr<Handle> handle_;
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> by_name_;  // In lower case; of several the first.
  std::size_t limit_ = 0;
  std::size_t left_ = 0;  // For members by name: many must not do what one may not.
};

}  // namespace hegui
