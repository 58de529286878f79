#define PCRE2_CODE_UNIT_WIDTH 8
#include "search/pattern.h"

#include <pcre2.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <memory>
#include <mutex>
#include <new>

namespace hegui {
namespace {

// Generous for any honest pattern on a paragraph, and some milliseconds for a hostile one. PCRE2
// counts anew from each place where a match may begin: on long texts each has less, so that a
// search of what anybody would call a paragraph takes no more than some seconds.
constexpr std::uint32_t match_limit = 2'000'000;
constexpr std::uint32_t least_match_limit = 100'000;
constexpr std::size_t search_limit = 1'000'000'000;
constexpr std::uint32_t depth_limit = 20'000;
constexpr std::size_t worth_compiling = 1000;  // Bytes.
constexpr std::size_t one_match = 10;          // What else it costs, in bytes looked at.
constexpr std::uint32_t most_groups = 9;       // That can be asked for: {1} to {9}.

/// What a thread needs to match: freed with the thread.
struct Workspace {
  Workspace()
      : context(pcre2_match_context_create(nullptr)),
        data(pcre2_match_data_create(most_groups + 1, nullptr)),
        stack(pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr)) {
    if (context == nullptr || data == nullptr) {
      free();
      throw std::bad_alloc();
    }
    pcre2_set_depth_limit(context, depth_limit);
    if (stack != nullptr) pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~Workspace() { free(); }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  void free() const {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    if (stack != nullptr) pcre2_jit_stack_free(stack);
  }

  /// Of the next match.
  void set_limits(std::uint32_t steps, std::size_t last) {
    if (steps != steps_) pcre2_set_match_limit(context, steps_ = steps);
    pcre2_set_offset_limit(context, last);
  }

  pcre2_match_context* context;
  pcre2_match_data* data;
  pcre2_jit_stack* stack;

 private:
  std::uint32_t steps_ = 0;
};

/// Frees the workspace of a thread that ends. A thread_local object would do so too, but glibc ends
/// the program where it has no memory to note that; to note a key it needs none.
pthread_key_t workspace_key() {
  static const pthread_key_t key = [] {
    pthread_key_t made{};
    const auto free = [](void* workspace) { delete static_cast<Workspace*>(workspace); };
    if (pthread_key_create(&made, free) != 0) throw std::bad_alloc();
    return made;
  }();
  return key;
}

/// Throws std::bad_alloc.
Workspace& workspace() {
  thread_local Workspace* own = nullptr;
  if (own != nullptr) return *own;
  auto made = std::make_unique<Workspace>();
  if (pthread_setspecific(workspace_key(), made.get()) != 0) throw std::bad_alloc();
  own = made.release();
  return *own;
}

std::uint32_t match_limit_for(std::size_t bytes) {
  if (bytes <= search_limit / match_limit) return match_limit;
  const std::size_t each = search_limit / bytes;
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(each, least_match_limit, match_limit));
}

struct BudgetOfThread {
  PatternBudget* budget = nullptr;
  unsigned matches = 0;
};

thread_local BudgetOfThread own_budget;

/// Of the thread's work so far.
double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// To look at a clock takes as long as a short match.
bool is_time_to_look(std::size_t bytes) {
  constexpr unsigned often = 16;
  constexpr std::size_t long_text = 4096;
  return own_budget.budget != nullptr && (bytes > long_text || ++own_budget.matches % often == 0);
}

}  // namespace

PatternBudget::PatternBudget(double seconds)
    : end_(processor_seconds() + seconds), next_look_(std::chrono::steady_clock::now()) {
  own_budget.budget = this;
}

PatternBudget::~PatternBudget() { own_budget.budget = nullptr; }

bool PatternBudget::is_spent() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_look_) return false;
  const double left = end_ - processor_seconds();
  next_look_ = now + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                         std::chrono::duration<double>(std::max(left, 0.0)));
  return left <= 0;
}

void PatternBudget::add(double seconds) {
  end_ += seconds;
  next_look_ = std::chrono::steady_clock::now();
}

struct Pattern::Code {
  std::string source;
  mutable std::atomic<pcre2_code*> code = nullptr;
  mutable std::atomic<std::size_t> looked_at = 0;  // Bytes.
  mutable std::once_flag made_machine_code = {};
  mutable std::atomic<bool> has_machine_code = false;

  explicit Code(std::string text) : source(std::move(text)) {}

  /// Throws PatternError. Two threads may both compile it, of which one result is kept: an
  /// exception that leaves call_once ends the program where there is no memory left.
  pcre2_code* compile() const {
    pcre2_code* done = code.load(std::memory_order_acquire);
    if (done != nullptr) return done;
    pcre2_code* const made = compile_now();
    if (code.compare_exchange_strong(done, made, std::memory_order_acq_rel)) return made;
    pcre2_code_free(made);
    return done;
  }

  pcre2_code* compile_now() const {
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* const made =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(),
                      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT,
                      &error, &offset, nullptr);
    if (made != nullptr) return made;
    if (error == PCRE2_ERROR_HEAP_FAILED) throw std::bad_alloc();
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    throw PatternError(reinterpret_cast<const char*>(message), offset);
  }
  ~Code() { pcre2_code_free(code); }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;

  /// True if there is a match that begins from `from` to `last`; its offsets are in the thread's
  /// workspace.
  bool match(std::string_view subject, std::size_t from, std::size_t last) const {
    pcre2_code* const own = compile();
    last = std::min(last, subject.size());
    const std::size_t bytes = last - from;
    if (is_time_to_look(bytes) && own_budget.budget->is_spent()) throw PatternTimeout(source);
    Workspace& own_space = workspace();
    own_space.set_limits(match_limit_for(subject.size() - from), last);
    // pcre2_match would come to the same machine code, later.
    const auto match = is_machine_code(bytes) ? pcre2_jit_match : pcre2_match;
    const int count = match(own, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                            PCRE2_NO_UTF_CHECK, own_space.data, own_space.context);
    if (count >= 0) return true;
    if (count == PCRE2_ERROR_NOMATCH) return false;
    if (count == PCRE2_ERROR_NOMEMORY) throw std::bad_alloc();
    throw PatternLimit(source);
  }

  /// Making machine code takes as long as interpreting the pattern on a few sentences, and many
  /// patterns look at no more than a title.
  bool is_machine_code(std::size_t bytes) const {
    if (has_machine_code.load(std::memory_order_acquire)) return true;
    const std::size_t work = bytes + one_match;
    if (looked_at.fetch_add(work, std::memory_order_relaxed) + work > worth_compiling)
      std::call_once(made_machine_code, [&] {
        has_machine_code.store(pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0,
                               std::memory_order_release);
      });
    return has_machine_code.load(std::memory_order_acquire);
  }

  /// That the pattern has, and the workspace holds.
  std::uint32_t groups() const {
    std::uint32_t count = 0;
    pcre2_pattern_info(compile(), PCRE2_INFO_CAPTURECOUNT, &count);
    return std::min(count, most_groups);
  }

  static Span group(std::size_t number) {
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(workspace().data);
    return {static_cast<std::uint32_t>(offsets[2 * number]),
            static_cast<std::uint32_t>(offsets[2 * number + 1])};
  }
};

Pattern::Pattern(std::string source) : code_(std::make_shared<Code>(std::move(source))) {
  code_->compile();
}

Pattern Pattern::known(std::string source) {
  return Pattern(std::make_shared<const Code>(std::move(source)));
}

const std::string& Pattern::source() const {
  static const std::string none = "(?!)";
  return code_ ? code_->source : none;
}

bool Pattern::match(std::string_view subject, std::size_t from, std::size_t last) const {
  return code_ && from <= subject.size() && code_->match(subject, from, last);
}

std::optional<Span> Pattern::find(std::string_view subject, std::size_t from,
                                  std::size_t last) const {
  if (!match(subject, from, last)) return std::nullopt;
  const Span whole = Code::group(0);
  // \K in a lookaround can put the start after the end.
  return whole.begin <= whole.end ? whole : Span{whole.end, whole.end};
}

std::vector<Span> Pattern::groups(std::string_view subject, std::size_t from) const {
  std::vector<Span> found;
  if (!match(subject, from)) return found;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(workspace().data);
  for (std::uint32_t group = 1; group <= code_->groups(); ++group)
    found.push_back(offsets[2 * group] == PCRE2_UNSET ? Span{} : Code::group(group));
  return found;
}

std::optional<Span> Pattern::capture(std::string_view subject) const {
  if (!match(subject, 0)) return std::nullopt;
  if (code_->groups() == 0) return Code::group(0);
  const Span first = Code::group(1);
  if (pcre2_get_ovector_pointer(workspace().data)[2] == PCRE2_UNSET) return std::nullopt;
  return first;
}

}  // namespace hegui
