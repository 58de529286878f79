#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hegui {

std::wstring wide(std::string_view utf8);
/// What is no Unicode becomes U+FFFD: such a name can be told, but not opened again.
std::string narrow(std::wstring_view utf16);

/// A file as the user named it, in UTF-8 and with slashes, and as the system opens it.
struct NamedFile {
  std::string name = {};
  std::filesystem::path path = {};  ///< Absolute, and longer than 260 characters if need be.
};

NamedFile named_file(std::wstring_view name);
/// Beside it, or in it.
NamedFile sibling(const NamedFile& file, std::string_view name);

/// The reports in a folder and those below, by their names; no hidden files, locks and results of
/// hegui. Throws InputError where a folder cannot be read.
std::vector<NamedFile> reports_in(const NamedFile& folder);

/// Throws InputError.
std::string read_file(const NamedFile& file);

/// Whether a result may take its place: nothing is there, or a result of hegui.
bool may_be_replaced(const NamedFile& file);

/// All of it, or the file stays as it was. Throws InputError.
void write_file(const NamedFile& file, std::string_view bytes);

}  // namespace hegui
