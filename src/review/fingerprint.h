#pragma once

#include <string>

#include "document/outline.h"
#include "finding.h"

namespace hegui {

/// What a finding is known by from run to run, 16 hexadecimal digits: its rule, the headings above
/// it without their numbers, and its words without figures, be they written 12 or 十二. It stays
/// when other text is edited, a figure changes, or the section moves or is numbered anew, and is
/// the same in every format. A figure of a table is known by what heads its row and its column. Two
/// findings may have the same one.
///
/// `is_missing`: what is missing has no words; it is known by its rule alone, like what is found
/// about the document as a whole.
std::string fingerprint_of(const Document& document, const Outline& outline, const Finding& finding,
                           bool is_missing);

/// The same without the headings: of words that moved under another heading.
std::string evidence_of(const Document& document, const Outline& outline, const Finding& finding,
                        bool is_missing);

/// The words of a finding that tell it from others: its own, or if these are few, such as XX, the
/// clause around them. Of a heading those after its number.
Span words_of(const Document& document, const Outline& outline, Span span);

}  // namespace hegui
