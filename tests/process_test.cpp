// src/system/process: a child has its time, and no more.

#include "system/process.h"

#include <array>
#include <chrono>
#include <string>

#include "catch.hpp"
#include "text/input_error.h"

namespace hegui {
namespace {

ProcessResult shell(const std::string& command, std::chrono::seconds limit) {
  const std::array<std::string, 2> arguments{"-c", command};
  return run_process("sh", arguments, {}, limit);
}

TEST_CASE("what a child prints and how it ended", "[process]") {
  const ProcessResult result = shell("echo one; echo two >&2; exit 7", std::chrono::seconds(60));
  CHECK(result.out == "one\n");
  CHECK(result.err == "two\n");
  CHECK(result.status == 7);
  CHECK(shell("kill -TERM $$", std::chrono::seconds(60)).status == 128 + 15);
}

TEST_CASE("a child that does not end is ended", "[process]") {
  CHECK_THROWS_AS(shell("exec sleep 600", std::chrono::seconds(1)), InputError);
  // It closes what it prints to, and goes on.
  CHECK_THROWS_AS(shell("exec sleep 600 >&- 2>&-", std::chrono::seconds(1)), InputError);
}

}  // namespace
}  // namespace hegui
