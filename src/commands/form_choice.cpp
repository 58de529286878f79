#include "commands/form_choice.h"

#include <CLI/CLI.hpp>

#include "output/score_forms.h"

namespace hegui {

std::string output_help() {
  std::string help = "Form of the results, and the file that they go to; may be repeated:";
  for (const OutputForm& form : output_forms()) help += " " + std::string(form.name);
  return help;
}

OutputChoice output_choice(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const OutputForm* form = find_output_form(name);
  if (!form) {
    std::string known;
    for (const OutputForm& other : output_forms()) known += " " + std::string(other.name);
    throw CLI::ValidationError("--format", "\"" + name + "\" is none of" + known);
  }
  if (equals == std::string::npos) return {form, {}};
  if (equals + 1 == text.size())
    throw CLI::ValidationError("--format", "\"" + text + "\" names no file");
  return {form, text.substr(equals + 1)};
}

std::string check_score_format(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (!find_score_form(text.substr(0, equals))) {
    std::string known;
    for (const ScoreForm& form : score_forms()) known += " " + std::string(form.name);
    return "\"" + text.substr(0, equals) + "\" is none of" + known;
  }
  return equals + 1 == text.size() ? "\"" + text + "\" names no file" : "";
}

/// Not CLI::Range, which takes "nan": no score is below that, and nothing would ever fail.
std::string check_min_score(const std::string& text) {
  double value = 0;
  const bool is_number = CLI::detail::lexical_cast(text, value);
  if (is_number && value >= 0 && value <= 100) return {};
  return "\"" + text + "\" is no number from 0 to 100";
}

}  // namespace hegui
