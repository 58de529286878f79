#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/run_program.h"
#include "text/input_error.h"

namespace hegui {

/// There is no program of that name.
class NoSuchProgram : public InputError {
 public:
  using InputError::InputError;
};

class Room;

struct ProcessOptions {
  std::span<const std::pair<std::string, std::string>> environment = {};  ///< Added to ours.
  std::chrono::seconds time_limit = std::chrono::minutes(2);
  EndOfTime end = EndOfTime::max();  ///< At which it has no time left, whatever its limit.
  std::string_view input = {};
  const Room* room = nullptr;  ///< In which it runs.
};

/// The program of that name that PATH leads to, absolute, because a relative entry of PATH leads
/// nowhere from another folder. Empty if there is none.
std::string found_in_path(const std::string& name);

/// Runs a program that is found in PATH, with that list of arguments and no shell in between, with
/// `options.input` to read, of which it need not read all. It has no other descriptors, leaves no
/// core file, and ends, with what it has started, when this returns or we end, in whatever way.
/// Throws InputError when it cannot be started (NoSuchProgram when there is none), takes longer
/// than the limit or the end, whether or not it keeps its output open, or prints more than a report
/// may have.
ProcessResult run_process(const std::string& program, std::span<const std::string> arguments,
                          const ProcessOptions& options = {});

/// What formats are handed to run programs with (ReadOptions::run).
std::optional<ProcessResult> run_if_installed(const std::string& program,
                                              std::span<const std::string> arguments,
                                              std::string_view input, EndOfTime end);

}  // namespace hegui
