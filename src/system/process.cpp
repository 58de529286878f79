#include "system/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "formats/format.h"
#include "system/files.h"
#include "system/room.h"
#include "system/signals_held.h"
#include "system/system_reason.h"
#include "text/strings.h"

namespace hegui {
namespace {

using Clock = std::chrono::steady_clock;

/// What a child says of itself is read by people: the rest of more than this is dropped.
constexpr std::size_t most_said = std::size_t{1} << 16;

constexpr int cannot_start = 127;  // The exit code, as of a shell.

int exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class Pipe {
 public:
  enum class Kind : std::uint8_t {
    pipe,
    socket  ///< Writing to one that nobody reads any more can do without a signal.
  };

  explicit Pipe(Kind kind = Kind::pipe) {
    // Closed in the child by exec, also in one that another thread starts at the same time.
    if (kind == Kind::pipe
            ? ::pipe2(ends_.data(), O_CLOEXEC) != 0
            : ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) != 0) {
      const Message reason = reason_of(errno);
      throw InputError(say("开不了管道：{}", "cannot open a pipe: {}", reason));
    }
  }
  ~Pipe() {
    for (const int end : ends_)
      if (end >= 0) ::close(end);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void close_reading() { close(ends_[0]); }
  void close_writing() { close(ends_[1]); }

 private:
  static void close(int& end) { ::close(std::exchange(end, -1)); }

  std::array<int, 2> ends_{-1, -1};
};

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_with(
    std::span<const std::pair<std::string, std::string>> added) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry; ++entry) {
    const std::string text = *entry;
    const std::string name = text.substr(0, text.find('='));
    if (std::ranges::none_of(added, [&](const auto& own) { return own.first == name; }))
      all.push_back(text);
  }
  for (const auto& [name, value] : added) all.push_back(fmt::format("{}={}", name, value));
  return all;
}

/// The keeper of a child, which ends with it, and with all that the child has started, however this
/// is left.
class Child {
 public:
  explicit Child(pid_t keeper) : keeper_(keeper) {}
  ~Child() {
    if (keeper_ <= 0) return;
    ::kill(keeper_, SIGTERM);
    while (::waitpid(keeper_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its exit code, for which this waits; -1 if somebody else collected it.
  int status() {
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(keeper_, &status, 0)) < 0 && errno == EINTR) {
    }
    keeper_ = 0;
    return ended < 0 ? -1 : exit_code(status);
  }

 private:
  pid_t keeper_;
};

InputError cut_off(const std::string& program, int error) {
  const Message reason = reason_of(error);
  return InputError(
      say("“{}”的输出读不了：{}", "the output of “{}” cannot be read: {}", program, reason));
}

/// Feeds a child and listens to it, whichever it is ready for: one that prints before it has read
/// all would else wait for us as we for it.
class Exchange {
 public:
  Exchange(const std::string& program, std::string_view input) : program_(program), input_(input) {}
  /// Those that the child has, before it is started and, closed on our side, after.
  const Pipe& input() const { return in_; }
  const Pipe& out() const { return out_; }
  const Pipe& err() const { return err_; }
  /// Which its keeper, and nobody else, has open as long as it lives.
  const Pipe& life() const { return life_; }

  /// Until the child has closed what it prints to, and has ended: it may do one and not the other.
  /// False if it has not at the deadline.
  bool run_until(Clock::time_point deadline, ProcessResult& result) {
    in_.close_reading();
    out_.close_writing();
    err_.close_writing();
    life_.close_writing();
    std::array<pollfd, 4> ends{pollfd{out_.reading(), POLLIN, 0}, pollfd{err_.reading(), POLLIN, 0},
                               pollfd{life_.reading(), POLLIN, 0},
                               pollfd{in_.writing(), POLLOUT, 0}};
    auto& [out, err, life, in] = ends;
    while (out.fd >= 0 || err.fd >= 0 || life.fd >= 0) {
      if (in.fd >= 0 && input_.empty()) {
        in.fd = -1;  // Poll passes it over.
        in_.close_writing();
      }
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) return false;
      if (::poll(ends.data(), ends.size(), static_cast<int>(left.count())) < 0) {
        if (errno == EINTR) continue;
        throw cut_off(program_, errno);
      }
      if (in.fd >= 0 && in.revents != 0) feed();
      if (out.fd >= 0 && out.revents != 0 && !hear(out.fd, true, result.out)) out.fd = -1;
      if (err.fd >= 0 && err.revents != 0 && !hear(err.fd, false, result.err)) err.fd = -1;
      if (life.fd >= 0 && life.revents != 0) life.fd = -1;
    }
    return true;
  }

 private:
  /// A child that wants no more of it may have all that it needs.
  void feed() {
    const ssize_t count =
        ::send(in_.writing(), input_.data(), input_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0)
      input_.remove_prefix(static_cast<std::size_t>(count));
    else if (errno != EINTR && errno != EAGAIN)
      input_ = {};
  }

  /// False at the end.
  bool hear(int end, bool is_out, std::string& text) const {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(end, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count < 0) throw cut_off(program_, errno);
    const auto size = static_cast<std::size_t>(count);
    if (is_out && size > Limits{}.bytes - text.size())
      throw InputError(say("“{}”的输出太长", "the output of “{}” is too long", program_));
    text.append(buffer.data(), is_out ? size : std::min(size, most_said - text.size()));
    return count > 0;
  }

  const std::string& program_;
  std::string_view input_;
  Pipe in_{Pipe::Kind::socket}, out_, err_, life_;
};

/// What both processes need; made before, because nothing that runs between fork and exec may ask
/// for memory: another thread may have held the lock on it.
struct Start {
  std::vector<std::string> words, variables;
  std::vector<char*> word_list = pointers_to(words), variable_list = pointers_to(variables);
  const Room* room = nullptr;
  std::string place;  ///< Of the program, links followed, if it has a room.
  int input = -1, out = -1, err = -1, life = -1, failure = -1;

  [[noreturn]] void fail(int end) const {
    const int reason = errno;
    (void)!::write(end, &reason, sizeof reason);
    ::_exit(cannot_start);
  }
};

/// What a child is before its program runs: the head of a group, which ends as a whole; without
/// descriptors of ours or of whoever started us; without a core file; and ended when its keeper is.
[[noreturn]] void become(const Start& start, pid_t keeper) {
  constexpr int failure = 3, first_free = 4;
  bool done = ::setpgid(0, 0) == 0 && ::dup2(start.input, 0) == 0;
  // The ends of pipes are above 2: our own standard streams are open.
  done = done && ::dup2(start.out, 1) == 1 && ::dup2(start.err, 2) == 2;
  done = done && ::dup2(start.failure, failure) >= 0 && ::fcntl(failure, F_SETFD, FD_CLOEXEC) == 0;
  if (!done) start.fail(start.failure);
  ::closefrom(first_free);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  if (start.room && !start.room->enter(start.place)) start.fail(failure);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != keeper) ::_exit(1);  // It had ended before.
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none_held;
  sigemptyset(&none_held);
  ::sigprocmask(SIG_SETMASK, &none_held, nullptr);
  // In a room, where /tmp is another, a link that lies there is gone; what it leads to is not.
  const char* const program = start.room ? start.place.c_str() : start.word_list[0];
  ::execvpe(program, start.word_list.data(), start.variable_list.data());
  start.fail(failure);
}

/// Ends what is left of what the program has started, be it of its group or not: as the keeper
/// reaps what lost its parent, all of it comes to be the keeper's children. In rounds, because each
/// that ends leaves its own; not for ever, because some may start others faster.
void end_others(pid_t group) {
  bool any = true;
  for (int round = 0; any && round < 1000; ++round) {
    any = false;
    std::array<char, 4096> list;
    const int file = ::open("/proc/thread-self/children", O_RDONLY);  // Each with a space behind.
    const ssize_t size = file < 0 ? 0 : ::read(file, list.data(), list.size());
    ::close(file);
    pid_t id = 0;
    for (ssize_t i = 0; i < size; ++i)
      if (list[i] != ' ') {
        id = id * 10 + (list[i] - '0');
      } else if (const pid_t child = std::exchange(id, 0); child > 0) {
        any |= ::kill(child, SIGKILL) == 0 && ::waitpid(child, nullptr, 0) == child;
      }
  }
  // A kernel without that list (CONFIG_PROC_CHILDREN) knows groups all the same.
  while (::waitpid(-group, nullptr, 0) > 0) {
  }
}

/// Ends when the program does, or when we do, in whatever way: then with all that the program has
/// started, and with its room. A group of its own: whoever ends ours must not end it before. All
/// signals are held, and are waited for.
[[noreturn]] void keep(const Start& start, pid_t parent) {
  ::setpgid(0, 0);
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);  // What has lost its parent can be ended, and waited for.
  if (::getppid() != parent) ::_exit(1);
  const pid_t keeper = ::getpid(), program = ::fork();
  if (program == 0) become(start, keeper);
  if (program < 0) start.fail(start.failure);
  ::setpgid(program, program);
  ::dup2(start.life, 0);
  ::closefrom(1);
  sigset_t awaited;
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGCHLD);
  sigaddset(&awaited, SIGTERM);
  siginfo_t ended{};
  int signal = 0;
  while (signal != SIGTERM && ended.si_pid != program) {
    if (::sigwait(&awaited, &signal) != 0) signal = 0;
    // Not collected yet: until then nobody else's group has its number.
    if (::waitid(P_PID, static_cast<id_t>(program), &ended, WEXITED | WNOHANG | WNOWAIT) != 0)
      break;
  }
  ::kill(-program, SIGKILL);
  int status = 0;
  while (::waitpid(program, &status, 0) < 0)
    if (errno != EINTR) ::_exit(cannot_start);
  end_others(program);
  if (start.room && signal == SIGTERM) start.room->remove();
  ::_exit(exit_code(status));
}

pid_t start_program(const std::string& program, std::span<const std::string> arguments,
                    const ProcessOptions& options, const Exchange& exchange) {
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::string place;
  if (options.room)
    place = real_path(program.find('/') == std::string::npos ? found_in_path(program) : program);
  Pipe failure;
  const Start start{.words = std::move(words),
                    .variables = environment_with(options.environment),
                    .room = options.room,
                    .place = std::move(place),
                    .input = exchange.input().reading(),
                    .out = exchange.out().writing(),
                    .err = exchange.err().writing(),
                    .life = exchange.life().writing(),
                    .failure = failure.writing()};
  const pid_t parent = ::getpid();
  pid_t id = 0;
  {
    // A handler of ours must not run in the child, which is not yet another program and would
    // remove our temporary files.
    const SignalsHeld held;
    id = ::fork();
    if (id == 0) keep(start, parent);
  }
  int error = id < 0 ? errno : 0;
  failure.close_writing();
  // Nothing comes, and the pipe is closed, when the program runs.
  while (id > 0 && ::read(failure.reading(), &error, sizeof error) < 0 && errno == EINTR) {
  }
  if (error == 0) return id;
  if (id > 0) const Child ended(id);
  if (error == ENOENT)
    throw NoSuchProgram(say("没有找到程序“{}”", "the program “{}” was not found", program));
  const Message reason = reason_of(error);
  throw InputError(say("启动不了“{}”：{}", "“{}” cannot be started: {}", program, reason));
}

}  // namespace

std::string found_in_path(const std::string& name) {
  const char* const list = std::getenv("PATH");
  for (const std::string_view folder : split(list ? list : "", ':')) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (!folder.empty() && ::access(path.c_str(), X_OK) == 0) return absolute_path(path);
  }
  return {};
}

ProcessResult run_process(const std::string& program, std::span<const std::string> arguments,
                          const ProcessOptions& options) {
  const Clock::time_point deadline = std::min(Clock::now() + options.time_limit, options.end);
  const auto too_long = [&] {
    if (deadline == options.end)
      return InputError(say("时间用完（--timeout），“{}”还没有结束",
                            "out of time (--timeout): “{}” had not ended", program));
    return InputError(say("“{}”过了 {} 秒还没有结束", "“{}” did not end within {} seconds", program,
                          options.time_limit.count()));
  };
  Exchange exchange(program, options.input);
  Child child(start_program(program, arguments, options, exchange));
  ProcessResult result;
  if (!exchange.run_until(deadline, result)) throw too_long();
  result.status = child.status();
  return result;
}

std::optional<ProcessResult> run_if_installed(const std::string& program,
                                              std::span<const std::string> arguments,
                                              std::string_view input, EndOfTime end) {
  try {
    return run_process(program, arguments,
                       {.time_limit = std::chrono::minutes(1), .end = end, .input = input});
  } catch (const NoSuchProgram&) {
    return std::nullopt;
  }
}

}  // namespace hegui
