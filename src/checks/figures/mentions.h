#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegui {

constexpr std::size_t longest_label = 120;  ///< Bytes before a number that may name it.

/// A number in digits, as far as it is known without reading its sentence.
struct Mention {
  std::string_view tail = {};  ///< Before it,
  std::string_view unit = {};  ///< and the first character behind it.
  std::string digits = {};
  std::string sorted = {};
  std::string_view company = {};  ///< The number before it.
  Span place = {};
  Span paragraph = {};

  /// In digits.
  std::size_t size() const { return digits.size() - (digits.find('.') != std::string::npos); }
};

/// Without words that stand between a name and its number: 稳定在, 达. `links` may be null.
std::string_view without_links(std::string_view label, const std::vector<std::string>* links);

std::vector<Mention> mentions_of(const Document& document, const std::vector<Span>& paragraphs,
                                 const std::vector<std::string>* links);

}  // namespace hegui
