#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>
#include <vector>

#include "formats/format.h"
#include "text/span.h"

namespace hegui {

/// The tree of an HTML page. Points into the source that it was parsed from.
class HtmlTree {
 public:
  /// Throws InputError for a page that gumbo cannot read in reasonable time or memory.
  HtmlTree(std::string_view source, const Limits& limits);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  ~HtmlTree();

  const GumboNode* root() const;
  /// Comments of the whole page, in the source.
  const std::vector<Span>& comments() const { return comments_; }

 private:
  struct Memory;
  std::vector<Span> comments_;
  std::unique_ptr<Memory> memory_;
  const GumboOutput* output_ = nullptr;
};

}  // namespace hegui
