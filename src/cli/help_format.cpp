#include "cli/help_format.h"

#include <algorithm>
#include <utility>

namespace hegui {
namespace {

constexpr std::size_t page_width = 100;

/// In lines of at most `width` bytes, if no word is longer.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const std::string& word : CLI::detail::split(text, ' ')) {
    const bool fits = column + 1 + word.size() <= width;
    if (!out.empty()) out += fits ? ' ' : '\n';
    column = (fits && !out.empty() ? column + 1 : 0) + word.size();
    out += word;
  }
  return out;
}

}  // namespace

std::string value_of(const CLI::Option& option) {
  // CLI11 has it as "TEXT:{zh,en}" or "N:UINT in [1 - 256]".
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  if (open == std::string::npos) return type.substr(0, type.find(':'));
  std::string choices = type.substr(open + 1, type.find('}') - open - 1);
  std::ranges::replace(choices, ',', '|');
  return choices;
}

HelpFormatter::HelpFormatter() {
  label("Positionals", "Arguments");
  label("SUBCOMMAND", "COMMAND");
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode mode) const {
  std::string help = Formatter::make_help(app, std::move(name), mode);
  while (help.ends_with("\n\n")) help.pop_back();  // Where there is no footer.
  return help;
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  if (app->get_parent()) return Formatter::make_usage(app, std::move(name));
  return "Usage: hegui [check] [OPTIONS] FILE...\n       hegui COMMAND [OPTIONS] ...\n";
}

std::string HelpFormatter::make_option_name(const CLI::Option* option, bool is_argument) const {
  const std::string names = Formatter::make_option_name(option, is_argument);
  return CLI::detail::find_and_replace(names, ",", ", ");
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  const bool has_value = !option->get_positional() && option->get_items_expected_max() > 0;
  return has_value ? " " + value_of(*option) : "";
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  std::string text = option->get_description();
  if (!option->get_default_str().empty()) text += " (default: " + option->get_default_str() + ")";
  return wrapped(text, page_width - get_column_width());
}

}  // namespace hegui
