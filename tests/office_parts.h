#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx_parts.h"

// ODT and OFD files of tests, built as DOCX files are. A part that does not begin with <?xml is
// what stands in its root:
//
//   === content.xml                          what stands in office:text; automatic styles before it
//   === styles.xml
//
//   === Doc_0/Pages/Page_0/Content.xml       objects of a layer; or ofd:Content with all else
//   === Doc_0/Tpls/Tpl_0/Content.xml         the same of a template, whose id is 1, of the next 2,
//   …
//   === Doc_0/PublicRes.xml
//
// What ties the parts together is supplied where it is not given.

namespace hegui {

/// The archive's bytes, of the kind that the name says: .docx, .odt, .ofd.
std::string packed(std::string_view name, Parts parts);

/// A page a part: the lines of a report in fixed layout, with a running head and page numbers. The
/// text stands on the pages in the order in which it is read, or in another one and character by
/// character.
Parts ofd_pages(const std::vector<std::string>& lines, bool is_shuffled);

}  // namespace hegui
