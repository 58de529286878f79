// Names of members. The format knows two encodings: IBM 437, and UTF-8 with a flag. Programs on
// Chinese Windows write GBK without a flag, others UTF-8 without one, and one archive comes from
// one program; so what is no UTF-8 is looked at together.
//
// A name is a label here. `..`, roots and drives are taken out, so that whoever unpacks or joins
// what hegui printed does not leave the folder either.

#include "formats/zip/zip_folder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/decode.h"
#include "text/encodings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// Documents in an archive are often archives without compression, whose own directories are seen
// when the entries are counted. This many bound the memory for them; the members are counted then.
constexpr std::size_t most_signatures = 1'000'000;
// What a member may unpack to, be it a text or a document that is an archive itself: so many times
// what it takes here, which no report does, and its share of what all may have in any case. So the
// work for an archive grows with its size, and which member is too large does not depend on the
// order in which threads come.
constexpr std::size_t most_times = 100;
constexpr std::size_t unpacked_in_any_case = 128U << 20;

std::optional<std::string> as_utf8(const std::string& name) {
  try {
    return decode(std::string(name), "utf-8").text;
  } catch (const InputError&) {
    return std::nullopt;
  }
}

bool is_ascii(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "一" in GBK is a valid Cyrillic letter in UTF-8, but UTF-8 without any Chinese is rarer here.
bool is_plainly_utf8(const std::string& name) {
  if (is_ascii(name)) return true;
  const auto text = as_utf8(name);
  return text && count_han(*text) > 0;
}

std::string decoded(const std::string& name, Encoding encoding) {
  if (is_plainly_utf8(name)) return name;
  Converted converted = convert(name, encoding);
  if (!converted.bad) return std::move(converted.text);
  if (auto text = as_utf8(name)) return std::move(*text);
  std::string readable;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x80)
      readable += c;
    else
      append_utf8(readable, 0xFFFD);
  }
  return readable;
}

/// Without . and .., empty parts, roots and drives; with / between the parts.
std::string harmless(std::string_view name) {
  std::string path;
  while (!name.empty()) {
    const std::size_t end = name.find_first_of("/\\");
    const std::string_view part = name.substr(0, end);
    name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
    const bool drive = part.size() == 2 && part[1] == ':';
    if (part.empty() || part == "." || part == ".." || drive) continue;
    if (!path.empty()) path += '/';
    path += part;
  }
  return path;
}

/// Hidden files, and what macOS adds to an archive.
bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos ||
         path.starts_with("__MACOSX/");
}

}  // namespace

ZipFolder::ZipFolder(std::string bytes, const Limits& limits, std::size_t most)
    : bytes_(std::move(bytes)), limits_(limits), archive_(bytes_, {.entries = most_signatures}) {
  const std::vector<std::string> names = archive_.names();
  if (names.size() > limits.entries)
    throw InputError(
        say("压缩包里的文件超过 {} 个", "the archive contains more than {} files", limits.entries));
  std::string foreign;
  for (const std::string& name : names)
    if (!is_plainly_utf8(name)) foreign += name + "\n";
  const Encoding encoding =
      guess_encoding(foreign) == Encoding::big5 ? Encoding::big5 : Encoding::gb18030;
  std::size_t unpacked = 0, packed = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = decoded(names[i], encoding);
    std::string path = harmless(name);
    const bool folder = name.ends_with('/') || name.ends_with('\\');
    if (!folder && is_hidden(path)) ++hidden_;
    if (folder || path.empty() || is_hidden(path)) continue;
    // Members that lie on each other are a way to put gigabytes into kilobytes.
    const std::size_t own = archive_.packed_size(i);
    if (own > bytes_.size() - packed)
      throw InputError(say("压缩包里的文件互相重叠，不是正常的压缩包",
                           "the files in the archive overlap: this is not a genuine archive"));
    packed += own;
    members_.push_back({std::move(path), i,
                        most_times * own + std::min(unpacked_in_any_case, most) / names.size()});
    // Here, and not while members are read: which of them would be too many would depend on the
    // order in which threads come.
    const std::size_t size = archive_.stated_size(i);
    if (size > most - unpacked)
      throw InputError(
          say("压缩包里的文件解压后共超过 {0} {1}，请分成几个",
              "the files in the archive unpack to more than {0} {1}; split it into several",
              most >> (most < usual_most ? 20 : 30), most < usual_most ? "MiB" : "GiB"));
    unpacked += size;
  }
  std::ranges::stable_sort(members_, {}, &Member::path);
}

std::string ZipFolder::read(const Member& member) {
  const std::lock_guard lock(mutex_);
  return archive_.read(member.index, member.path, std::min(limits_.bytes, member.most_unpacked));
}

}  // namespace hegui
