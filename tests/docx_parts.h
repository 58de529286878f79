#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// DOCX files are built when a test runs, from parts that a person can read:
//
//   === word/document.xml
//   <w:p><w:r><w:t>一、主要做法</w:t></w:r></w:p>
//   === word/comments.xml
//   <w:comment w:id="0">…</w:comment>
//
// A known part is what stands between its root's tags, unless it begins with <?xml. Content types
// and relations are supplied where there is a word/document.xml.

namespace hegui {

/// Names in the archive and what they hold, in its order.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// Throws std::runtime_error where a text does not begin with a part.
Parts parts_of(std::string_view text);

/// The archive's bytes, the same for the same parts. Throws std::runtime_error.
std::string docx_of(Parts parts);

}  // namespace hegui
