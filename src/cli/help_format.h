#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace hegui {

/// What a user puts behind an option: zh|en where it is a choice, N, FILE.
std::string value_of(const CLI::Option& option);

/// Help as CLI11 prints it, with values as value_of() shows them, and in lines of 100 columns.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option_name(const CLI::Option* option, bool is_argument) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace hegui
