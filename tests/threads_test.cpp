// src/commands/review_all: all reviews, in order, however many threads the system grants.

#include <pthread.h>

#include <new>
#include <string>
#include <vector>

#include "catch.hpp"
#include "run/review_all.h"

namespace hegui {
namespace {

/// While it lives, new threads ask for so large a stack that the system has none left for many.
class StackSize {
 public:
  explicit StackSize(std::size_t bytes) {
    pthread_attr_init(&before_);
    pthread_getattr_default_np(&before_);
    pthread_attr_t wanted;
    pthread_attr_init(&wanted);
    REQUIRE(pthread_attr_setstacksize(&wanted, bytes) == 0);
    REQUIRE(pthread_setattr_default_np(&wanted) == 0);
    pthread_attr_destroy(&wanted);
  }
  ~StackSize() {
    pthread_setattr_default_np(&before_);
    pthread_attr_destroy(&before_);
  }
  StackSize(const StackSize&) = delete;
  StackSize& operator=(const StackSize&) = delete;

 private:
  pthread_attr_t before_;
};

/// The paths of the reviews in the order in which they are taken.
std::vector<std::string> taken(std::size_t count, unsigned threads) {
  std::vector<std::string> paths;
  review_all(
      count, threads,
      [](std::size_t i) {
        Review review;
        review.document.path = std::to_string(i);
        return review;
      },
      [&](std::size_t, const Review& review) { paths.push_back(review.document.path); });
  return paths;
}

TEST_CASE("reviews are made with the threads that there are", "[threads]") {
  std::vector<std::string> expected;
  for (int i = 0; i < 100; ++i) expected.push_back(std::to_string(i));
  CHECK(taken(100, 1) == expected);
  CHECK(taken(100, 8) == expected);
  {
    const StackSize none(std::size_t{1} << 50);
    CHECK(taken(100, 8) == expected);
  }
  {
    const StackSize some(std::size_t{1} << 45);
    CHECK(taken(100, 64) == expected);
  }
}

TEST_CASE("what is thrown in a thread comes out of review_all", "[threads]") {
  const auto nothing = [](std::size_t, const Review&) {};
  const auto fails_at = [](std::size_t last) {
    return [last](std::size_t i) {
      if (i >= last) throw std::bad_alloc();
      return Review{};
    };
  };
  for (const unsigned threads : {1U, 2U, 8U}) {
    CAPTURE(threads);
    CHECK_THROWS_AS(review_all(100, threads, fails_at(0), nothing), std::bad_alloc);
    CHECK_THROWS_AS(review_all(100, threads, fails_at(99), nothing), std::bad_alloc);
    CHECK_THROWS_AS(review_all(100, threads, fails_at(100),
                               [](std::size_t i, const Review&) {
                                 if (i == 50) throw std::bad_alloc();
                               }),
                    std::bad_alloc);
  }
}

}  // namespace
}  // namespace hegui
