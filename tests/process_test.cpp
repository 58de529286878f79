// src/system/process: a child has its time, and no more.

#include "system/process.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <string>

#include "catch.hpp"
#include "system/room.h"
#include "system/temporary_file.h"
#include "text/input_error.h"

namespace hegui {
namespace {

using Catch::Contains;

ProcessResult shell(const std::string& command, std::chrono::seconds limit) {
  const std::array<std::string, 2> arguments{"-c", command};
  return run_process("sh", arguments, {.time_limit = limit});
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
  const std::array<std::string, 1> longer{"600"};
  const auto soon = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
  CHECK_THROWS_WITH(run_process("sleep", longer, {.end = soon}), Contains("--timeout"));
}

TEST_CASE("a program that is not there, or is none", "[process]") {
  for (const std::string program : {"no-such-program", "/dev/null", "/"}) {
    CAPTURE(program);
    CHECK_THROWS_AS(run_process(program, {}), InputError);
  }
  CHECK_THROWS_AS(run_process("no-such-program", {}), NoSuchProgram);
  CHECK_FALSE(run_if_installed("no-such-program", {}, {}, EndOfTime::max()));
  CHECK(run_if_installed("true", {}, "not read", EndOfTime::max()).has_value());
}

TEST_CASE("a child has nothing of ours, and ends with all that it has started", "[process]") {
  const int ours = open("/dev/null", O_RDONLY);  // Not closed by exec.
  REQUIRE(ours > 2);
  std::signal(SIGPIPE, SIG_IGN);
  // It lists itself: sh opens the folder, and a number for it.
  const auto seconds = std::chrono::seconds(60);
  CHECK(shell("for f in /proc/self/fd/*; do test -e $f && echo ${f##*/}; done", seconds).out ==
        "0\n1\n2\n");
  CHECK(shell("ulimit -c", seconds).out == "0\n");
  CHECK(shell("kill -PIPE $$", seconds).status == 128 + SIGPIPE);
  CHECK(shell("read -r a b c d group rest </proc/$$/stat; test $group = $$", seconds).status == 0);
  close(ours);
  // The shell ends, what it has started would not.
  const std::string file = "/tmp/hegui-process-" + std::to_string(getpid());
  CHECK_THROWS_AS(shell("sleep 600 & echo $! >" + file + "; wait", std::chrono::seconds(1)),
                  InputError);
  // Perhaps nobody collects it: then it is there, as a zombie.
  CHECK(shell("p=$(cat " + file + "); rm " + file +
                  "; sleep 0.2; ! grep -q '^State:.[^Z]' /proc/$p/status",
              seconds)
            .status == 0);
}

TEST_CASE("a folder goes with its owner, and with the next run if that was killed", "[process]") {
  const std::string prefix = "/tmp/hegui-test-" + std::to_string(getpid()) + "-";
  const std::string dead = prefix + "dead00", other = prefix + "otherwise";
  const auto seconds = std::chrono::seconds(60);
  const auto run = [&](const std::string& command) { return shell(command, seconds).status; };
  REQUIRE(run("mkdir -p " + dead + "/a/b " + other + "; touch " + dead + "/a/b/c; ln -s " + other +
              " " + dead + "/link; touch " + other + "/stays") == 0);
  {
    const auto folder = TemporaryFolder::create(prefix);
    REQUIRE(folder);
    CHECK(run("mkdir -p " + folder->path() + "/a/b; touch " + folder->path() + "/a/b/c") == 0);
    TemporaryFolder::sweep(prefix);
    CHECK(run("test -e " + folder->path() + "/a/b/c") == 0);
  }
  CHECK(shell("ls -d " + prefix + "*", seconds).out == other + "\n");
  CHECK(run("rm " + other + "/stays && rmdir " + other) == 0);
}

TEST_CASE("what leaves the group of a child ends with it", "[process]") {
  const auto seconds = std::chrono::seconds(60);
  const ProcessResult result =
      shell("setsid sleep 600 >/dev/null 2>&1 & echo $!; sleep 0.2", seconds);
  CHECK(kill(std::stoi(result.out), 0) != 0);
}

TEST_CASE("a folder that somebody fills is removed up to a bound", "[process]") {
  const std::string prefix = "/tmp/hegui-test-" + std::to_string(getpid()) + "-";
  const auto folder = TemporaryFolder::create(prefix);
  REQUIRE(folder);
  const auto run = [&](const std::string& command) {
    return shell("cd " + folder->path() + "; " + command, std::chrono::seconds(60)).out;
  };
  run("mkdir a; for i in 1 2 3 4 5 6 7 8 9; do touch $i a/$i; done");
  remove_tree(folder->path().c_str(), 8);
  CHECK(std::stoi(run("find . -type f | wc -l")) >= 10);
  remove_tree(folder->path().c_str());
  CHECK(access(folder->path().c_str(), F_OK) != 0);
}

TEST_CASE("a child in a room has its folder, and writes no large file", "[process]") {
  const Room room;
  const std::array<std::string, 2> arguments{"-c", "pwd; touch here; ulimit -f"};
  const ProcessResult result = run_process("sh", arguments, {.room = &room});
  CHECK(result.out.starts_with(room.path() + "\n"));
  CHECK(result.out.find("unlimited") == std::string::npos);
  CHECK(access((room.path() + "/here").c_str(), F_OK) == 0);
}

TEST_CASE("a child is given what it reads", "[process]") {
  const auto given = [](const std::string& command, std::string_view input) {
    const std::array<std::string, 2> arguments{"-c", command};
    return run_process("sh", arguments, {.input = input});
  };
  CHECK(given("cat; echo end", "one\ntwo\n").out == "one\ntwo\nend\n");
  CHECK(given("cat", "").out.empty());
  // More than a pipe holds, either way, and of which it prints before it has read the rest.
  std::string text;
  while (text.size() < 3'000'000) text += "a line of what there is\n";
  CHECK(given("cat", text).out == text);
  CHECK(given("head -c 10", text).out == text.substr(0, 10));
  CHECK(given("exec 0<&-; echo deaf; sleep 0.1", text).out == "deaf\n");
}

TEST_CASE("what a child prints has bounds", "[process]") {
  const auto seconds = std::chrono::seconds(60);
  CHECK(shell("head -c 1000000 /dev/zero >&2", seconds).err.size() == 1U << 16);
  CHECK_THROWS_AS(shell("exec cat /dev/zero", seconds), InputError);
}

}  // namespace
}  // namespace hegui
