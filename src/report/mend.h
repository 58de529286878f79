#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "formats/format.h"
#include "review/review.h"

namespace hegui {

struct MendOptions {
  bool unsafe = false;  ///< Guesses, too.
  ReadOptions read = {};
};

/// A report with its fixes made.
struct Mended {
  Review review = {};              ///< Of the bytes that it says it was read from.
  std::size_t findings = 0;        ///< How many were fixed; if none, there is no review.
  std::vector<Message> left = {};  ///< What could not be, and why.
  bool has_failed = false;         ///< What was fixed could not be read any more.

  bool has_changed() const { return findings > 0; }
};

/// Makes the fixes of a review that says what it was read from. `review_of` reviews other bytes of
/// the report, with what is known in it suppressed. Never throws InputError.
Mended mend(const Review& review, const MendOptions& options,
            const std::function<Review(std::string bytes)>& review_of);

}  // namespace hegui
