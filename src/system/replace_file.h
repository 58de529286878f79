#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Puts other bytes into a file of the user, which holds either the old or the new ones at any
/// time: a new file takes its place, with its mode, owner and extended attributes; a link that
/// leads to it stays one. Throws WriteError, and leaves the file as it is, where that cannot be: it
/// is read-only, open in an editor, no regular file, has other names, or does not hold `old` any
/// more.
void replace_file(const std::string& path, std::string_view old, std::string_view bytes);

/// Throws WriteError where replace_file() would, as far as the file alone tells.
void check_replaceable(const std::string& path);

}  // namespace hegui
