#pragma once

#include <string>

#include "document/document.h"
#include "formats/docx/docx_text.h"

namespace hegui {

/// The document of extracted text; its source is that text.
Document build_extracted(std::string path, std::string format, DocxText text);

/// Appends the blocks of a document, a block a line, as of a zone; of a cell if `cell` is one. What
/// it says about itself is left out.
void append_document(const Document& document, Zone zone, Block::Kind kind, CellIndex cell,
                     DocxText& text);

}  // namespace hegui
