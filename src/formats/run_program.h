#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hegui {

/// How a child process ended, and what it printed.
struct ProcessResult {
  int status = 0;  ///< Exit code; 128 + signal when one ended it.
  std::string out = {};
  std::string err = {};  ///< The first 64 KiB.
};

/// When the time of a run is over; max(): never.
using EndOfTime = std::chrono::steady_clock::time_point;

/// Runs a program with those arguments, and `input` as what it reads. Nothing: there is no such
/// program. Throws InputError when it takes too long, at `end` at the latest, or prints too much.
/// Formats start no processes themselves: whoever has them read hands this in.
using RunProgram = std::function<std::optional<ProcessResult>(
    const std::string& program, std::span<const std::string> arguments, std::string_view input,
    EndOfTime end)>;

}  // namespace hegui
