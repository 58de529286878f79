#pragma once

#include <algorithm>
#include <ctime>

namespace hegui {

/// How much more work there is with four times of something: 4 where it grows with it, 16 where it
/// grows with its square. `work(n)` does it with n of it and returns the result of processor_time()
/// of what is to be judged. A quotient, so that slow machines and sanitizers do not count.
template <typename Work>
double growth(std::size_t n, const Work& work) {
  const double once = std::max(work(n), 0.001);
  return work(4 * n) / once;
}

/// Seconds that the processor needs, in which other programs have no part, as they have in those of
/// a clock.
template <typename Work>
double processor_time(const Work& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace hegui
