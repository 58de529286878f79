#include "run/review_all.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <future>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace hegui {
namespace {

/// Reviews that are made but not yet taken: a ring of slots, so that threads that are ahead of a
/// slow report wait instead of filling the memory.
class Window {
 public:
  Window(std::size_t count, std::size_t slots) : count_(count), slots_(slots) {}

  /// The next review to be made, when its slot is free; none when all are given out.
  std::optional<std::size_t> next() {
    std::unique_lock lock(mutex_);
    if (given_ >= count_) return std::nullopt;
    const std::size_t index = given_++;
    changed_.wait(lock, [&] { return stopped_ || index < taken_ + slots_.size(); });
    if (stopped_) return std::nullopt;
    return index;
  }

  void put(std::size_t index, Review review) {
    const std::lock_guard lock(mutex_);
    slots_[index % slots_.size()] = std::move(review);
    changed_.notify_all();
  }

  /// Waits for the review of that index.
  Review take(std::size_t index) {
    std::unique_lock lock(mutex_);
    std::optional<Review>& slot = slots_[index % slots_.size()];
    changed_.wait(lock, [&] { return error_ || slot; });
    if (!slot) std::rethrow_exception(error_);
    Review review = std::move(*slot);
    slot.reset();
    taken_ = index + 1;
    changed_.notify_all();
    return review;
  }

  /// Nothing more is made; take() throws the error.
  void stop(std::exception_ptr error = nullptr) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!error_) error_ = std::move(error);
    changed_.notify_all();
  }

 private:
  const std::size_t count_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Review>> slots_;
  std::size_t given_ = 0;
  std::size_t taken_ = 0;
  bool stopped_ = false;
  std::exception_ptr error_;
};

/// Ends its threads however it is left. Where the system does not grant as many as are asked for,
/// few of those that it does grant work, maybe none: a limit of memory leaves nothing for reviews
/// when stacks have taken it all.
class Workers {
 public:
  Workers(Window& window, unsigned threads, const std::function<Review(std::size_t)>& review)
      : window_(window) {
    threads_.reserve(threads);
    std::promise<std::size_t> granted;
    const auto work = [&window, &review, count = granted.get_future().share()](std::size_t i) {
      if (i >= count.get()) return;
      try {
        while (const auto index = window.next()) window.put(*index, review(*index));
      } catch (...) {
        window.stop(std::current_exception());
      }
    };
    std::size_t working = threads;
    try {
      while (threads_.size() < threads) threads_.emplace_back(work, threads_.size());
    } catch (const std::system_error&) {
      working = fewer();
    } catch (const std::bad_alloc&) {
      working = fewer();
    }
    granted.set_value(working);
    for (; threads_.size() > working; threads_.pop_back()) threads_.back().join();
  }
  ~Workers() {
    window_.stop();
    for (std::thread& thread : threads_) thread.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  bool none() const { return threads_.empty(); }

 private:
  std::size_t fewer() const {
    return std::min<std::size_t>(threads_.size() / 2, std::thread::hardware_concurrency());
  }

  Window& window_;
  std::vector<std::thread> threads_;
};

}  // namespace

unsigned threads_of(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

void review_all(std::size_t count, unsigned threads,
                const std::function<Review(std::size_t)>& review,
                const std::function<void(std::size_t, Review)>& take) {
  const auto review_here = [&] {
    for (std::size_t i = 0; i < count; ++i) take(i, review(i));
  };
  if (threads <= 1 || count <= 1) return review_here();
  Window window(count, std::size_t{4} * threads);
  const Workers workers(window, threads, review);
  if (workers.none()) return review_here();
  for (std::size_t i = 0; i < count; ++i) take(i, window.take(i));
}

}  // namespace hegui
