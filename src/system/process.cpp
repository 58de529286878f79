#include "system/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>

#include "formats/format.h"
#include "text/input_error.h"

namespace hegui {
namespace {

using Clock = std::chrono::steady_clock;

class Pipe {
 public:
  Pipe() {
    // Closed in the child by exec, also in one that another thread starts at the same time.
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
      const std::string_view reason = std::strerror(errno);
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
  void close_writing() { ::close(std::exchange(ends_[1], -1)); }

 private:
  std::array<int, 2> ends_{-1, -1};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
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

/// Ends and collects the child, however this is left.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its exit code; none if it still runs at the deadline. A child can close its pipes and go on.
  std::optional<int> wait_until(Clock::time_point deadline) {
    constexpr int step = 5;  // Milliseconds; most children end with their output.
    for (;;) {
      int status = 0;
      const pid_t ended = ::waitpid(id_, &status, WNOHANG);
      if (ended == id_) {
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      }
      if (ended < 0 && errno != EINTR) return -1;  // Somebody else collected it.
      if (Clock::now() >= deadline) return std::nullopt;
      ::poll(nullptr, 0, step);
    }
  }

 private:
  pid_t id_;
};

pid_t start(const std::string& program, std::span<const std::string> arguments,
            std::span<const std::pair<std::string, std::string>> environment, const Pipe& out,
            const Pipe& err) {
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment_with(environment);
  posix_spawn_file_actions_t actions;
  pid_t id = 0;
  int error = posix_spawn_file_actions_init(&actions);
  const bool made = error == 0;
  if (!error) error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, out.writing(), 1);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, err.writing(), 2);
  if (!error)
    error = ::posix_spawnp(&id, program.c_str(), &actions, nullptr, pointers_to(words).data(),
                           pointers_to(variables).data());
  if (made) posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT)
    throw InputError(say("没有找到程序“{}”", "the program “{}” was not found", program));
  if (error != 0) {
    const std::string_view reason = std::strerror(error);
    throw InputError(say("启动不了“{}”：{}", "“{}” cannot be started: {}", program, reason));
  }
  return id;
}

InputError cut_off(const std::string& program, int error) {
  const std::string_view reason = std::strerror(error);
  return InputError(
      say("“{}”的输出读不了：{}", "the output of “{}” cannot be read: {}", program, reason));
}

}  // namespace

ProcessResult run_process(const std::string& program, std::span<const std::string> arguments,
                          std::span<const std::pair<std::string, std::string>> environment,
                          std::chrono::seconds time_limit) {
  const auto too_long = [&] {
    return InputError(say("“{}”过了 {} 秒还没有结束", "“{}” did not end within {} seconds", program,
                          time_limit.count()));
  };
  Pipe out, err;
  Child child(start(program, arguments, environment, out, err));
  out.close_writing();
  err.close_writing();
  ProcessResult result;
  std::array<pollfd, 2> ends{pollfd{out.reading(), POLLIN, 0}, pollfd{err.reading(), POLLIN, 0}};
  const std::array<std::string*, 2> texts{&result.out, &result.err};
  const auto deadline = Clock::now() + time_limit;
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) throw too_long();
    if (::poll(ends.data(), ends.size(), static_cast<int>(left.count())) < 0) {
      if (errno == EINTR) continue;
      throw cut_off(program, errno);
    }
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      std::array<char, 65536> buffer;
      const ssize_t count = ::read(ends[i].fd, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw cut_off(program, errno);
      if (count == 0) {
        ends[i].fd = -1;  // Poll passes it over.
        continue;
      }
      texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      if (texts[i]->size() > Limits{}.bytes)
        throw InputError(say("“{}”的输出太长", "“{}” prints too much", program));
    }
  }
  const auto status = child.wait_until(deadline);
  if (!status) throw too_long();
  result.status = *status;
  return result;
}

}  // namespace hegui
