#pragma once

#include <string>
#include <string_view>

#include "formats/run_program.h"

namespace hegui {

/// What LibreOffice makes of a document: the bytes of a DOCX. `extension` says what the bytes are:
/// ".doc", ".rtf". It runs in a Room, with a profile made for this document, without macros, and
/// can be called from several threads. Throws InputError where LibreOffice is not installed, cannot
/// read the document, fails, or takes longer than two minutes or until `end`.
std::string convert_to_docx(const std::string& bytes, std::string_view extension, EndOfTime end);

}  // namespace hegui
