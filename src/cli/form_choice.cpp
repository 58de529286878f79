#include "cli/form_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/usage_message.h"
#include "output/score/score_forms.h"

namespace hegui {
namespace {

template <typename Forms>
std::string list_of(const Forms& forms) {
  std::string out = "What --format takes:\n";
  for (const auto& form : forms) out += fmt::format("  {:<10}{}\n", form.name, form.summary);
  return out;
}

}  // namespace

std::string output_list() { return list_of(output_forms()); }

std::string score_form_list() { return list_of(score_forms()); }

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
    throw UsageError("--format", "\"" + name + "\" is none of" + known);
  }
  if (equals + 1 == text.size()) throw UsageError("--format", "\"" + text + "\" names no file");
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

void need_form(const Request& request, const std::string& option,
               std::initializer_list<std::string_view> forms) {
  const auto heeds = [&](const OutputChoice& choice) {
    return std::ranges::find(forms, choice.form->name) != forms.end();
  };
  if (std::ranges::any_of(request.formats, heeds)) return;
  throw UsageError(option, fmt::format("needs --format {}", fmt::join(forms, " or ")));
}

}  // namespace hegui
