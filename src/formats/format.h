#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"

namespace hegui {

/// Bounds for untrusted input.
struct Limits {
  std::size_t bytes = 256U << 20;  ///< Of one file.
};

struct Format {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< With the dot, lower case.
  /// Throws InputError.
  Document (*read)(std::string path, std::string_view bytes);
};

std::span<const Format> formats();

/// Whether a directory walk takes the file up.
bool is_report_path(std::string_view path);

/// Reads a report of any known format; throws InputError when the bytes are none, or over a limit.
Document read_document(std::string path, std::string_view bytes, const Limits& limits = {});

}  // namespace hegui
