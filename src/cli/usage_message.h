#pragma once

#include <string>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace hegui {

/// What is wrong with a command line and what to do: CLI11's message, with the option or command
/// that was probably meant, or the commands that are possible.
std::string usage_message(const CLI::App* app, const CLI::Error& error);

}  // namespace hegui
