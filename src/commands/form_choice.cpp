#include "commands/form_choice.h"

#include <CLI/CLI.hpp>

#include "output/score_forms.h"

namespace hegui {

std::string output_help() {
  std::string help = "Form of the results, and the file that they go to; may be repeated:";
  for (const OutputForm& form : output_forms()) help += " " + std::string(form.name);
  return help;
}

std::string file_in_format(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || text.substr(equals + 1) == "-") return {};
  return text.substr(equals + 1);
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
  if (equals + 1 == text.size())
    throw CLI::ValidationError("--format", "\"" + text + "\" names no file");
  return {form, file_in_format(text)};
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

}  // namespace hegui
