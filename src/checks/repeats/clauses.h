#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// Up to a mark.
struct Clause {
  Span span = {};
  std::uint64_t hash = 0;
  std::size_t han = 0;
  bool counts = false;         ///< Holds a number.
  bool is_rate = false;        ///< 高于全国0.7个百分点 is said of many things.
  bool is_label = false;       ///< 责任单位：司法局 is the same for many tasks.
  std::uint32_t sentence = 0;  ///< Which one of the paragraph.
  std::int32_t first = -1;     ///< The clause that says the same, and comes first.
};

/// Those of a paragraph that begins at `begin` of the document.
std::vector<Clause> clauses_of(std::string_view text, std::uint32_t begin);

/// Notes of each the first that says the same.
void match_clauses(std::vector<Clause>& clauses);

/// Clauses that follow each other, and those that said the same.
struct Run {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0;
  std::size_t han = 0;
  bool counts = false;
  bool has_rate = false;

  bool follows_at_once() const { return first + (end - begin) == begin; }
};

/// The longest from there on; that clause says what one before it said.
Run run_from(const std::vector<Clause>& clauses, std::size_t begin);

}  // namespace hegui
