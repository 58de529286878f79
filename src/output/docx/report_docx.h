#pragma once

#include "document/stored_file.h"
#include "output/output.h"

namespace hegui {

/// A DOCX of the words of a report that is none, as a person sees them: headings, paragraphs,
/// tables, what stands beside the text behind it. Furniture only where a finding is in it. Places
/// count in Document::plain.
StoredFile report_docx(const Review& review, Language language);

/// Where words of Document::text stand in Document::plain.
Span in_plain(const Document& document, Span span);

}  // namespace hegui
