#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

#include "formats/format.h"

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

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
  const GumboOutput* output_ = nullptr;
};

}  // namespace hegui
