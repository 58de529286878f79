#pragma once

#include <optional>
#include <vector>

#include "checks/check.h"

namespace hegui {

/// Paragraphs of running text, in their order.
std::vector<Span> running_text(const Target& target);

/// What stands inside of what may hold any mark, such as addresses of pages. Nothing is looked for
/// before something is asked for: most texts have no slip.
class Exceptions {
 public:
  /// All must outlive it; `except` may be null.
  Exceptions(const Target& target, const std::vector<Span>& paragraphs, const Terms* except)
      : target_(target), paragraphs_(paragraphs), except_(except) {}
  bool hold(Span span);

 private:
  const Target& target_;
  const std::vector<Span>& paragraphs_;
  const Terms* except_;
  std::optional<std::vector<Span>> found_ = {};  // In their order.
};

}  // namespace hegui
