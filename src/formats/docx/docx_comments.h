#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/stored_file.h"
#include "formats/format.h"
#include "text/span.h"

namespace hegui {

/// What is said in the margin.
struct MarginComment {
  Span span = {};  ///< Of what it is about, where StoredFile::Place::at counts; empty: a place.
  bool is_behind = false;                    ///< The paragraph that the span begins in.
  std::vector<std::string> paragraphs = {};  ///< UTF-8.
  std::string elsewhere = {};  ///< One more, where it cannot stand at the words themselves.
};

/// A copy of the file with the comments in it, by comment_author and without a date: the same
/// comments give the same bytes. `source` is what was read of the file. The part of the body has
/// what was there and, between, what marks the comments; the part of the comments theirs behind the
/// others'. Of earlier ones of ours only those stay to which somebody replied. All else
/// is as it is packed. Throws InputError where the file is not such that this can be done.
std::string with_comments(const StoredFile& file, std::string_view source,
                          std::span<const MarginComment> comments, const Limits& limits = {});

/// Whether the file has digital signatures, which do not hold for a copy. Throws InputError.
bool is_signed(const StoredFile& file, const Limits& limits = {});

/// Whether with_comments() made it, and nobody changed anything in it since.
bool is_own_docx(std::string_view bytes);

}  // namespace hegui
