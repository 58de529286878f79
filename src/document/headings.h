#pragma once

#include <cstdint>
#include <vector>

#include "document/outline.h"

namespace hegui {

/// A heading as found, before sections are made of headings.
struct Heading {
  Span span = {};  ///< Number and words, without the closing mark.
  Span words = {};
  std::uint32_t text = 0;  ///< Where running text after it begins: its block's end if own_line.
  std::uint32_t block = 0;
  Numbering form = Numbering::none;
  int value = 0;
  int rank = 0;  ///< Of the form: a smaller one is further out.
  bool own_line = true;
};

struct Headings {
  std::vector<Heading> headings;
  std::vector<Number> numbers;  ///< Of headings, and of other paragraphs that begin with one.
};

/// The headings and numbers of the body, in reading order. See headings.cpp for how they are told
/// from text.
Headings find_headings(const Document& document, const Outline& outline);

}  // namespace hegui
