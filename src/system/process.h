#pragma once

#include <chrono>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hegui {

/// How a child process ended, and what it printed.
struct ProcessResult {
  int status = 0;  ///< Exit code; 128 + signal when one ended it.
  std::string out = {};
  std::string err = {};  ///< The first 64 KiB.
};

class Room;

/// Runs a program that is found in PATH, with that list of arguments and no shell in between, with
/// empty input and `environment` added to ours; in a room if one is given. It has no other
/// descriptors, leaves no core file, and ends, with what it has started, when this returns or we
/// end, in whatever way. Throws InputError when it cannot be started, takes longer than the limit,
/// whether or not it keeps its output open, or prints more than a report may have.
ProcessResult run_process(const std::string& program, std::span<const std::string> arguments,
                          std::span<const std::pair<std::string, std::string>> environment = {},
                          std::chrono::seconds time_limit = std::chrono::minutes(2),
                          const Room* room = nullptr);

}  // namespace hegui
