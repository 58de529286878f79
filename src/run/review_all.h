#pragma once

#include <cstddef>
#include <functional>

#include "review/lint.h"

namespace hegui {

/// Runs with so many threads: what --jobs says, or as many as there are processors.
unsigned threads_of(unsigned jobs);

/// Makes the reviews 0 … count − 1 on `threads` threads, and hands them to `take` on the caller's
/// thread in that order. Only a few are held at any time. What `review` or `take` throws is thrown
/// on, after the threads have ended.
void review_all(std::size_t count, unsigned threads,
                const std::function<Review(std::size_t)>& review,
                const std::function<void(std::size_t, Review)>& take);

}  // namespace hegui
