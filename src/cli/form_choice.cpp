#include "cli/form_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/usage_message.h"
#include "formats/draft.h"
#include "output/score/score_forms.h"

namespace hegui {
namespace {

template <typename Forms>
Message list_of(const Forms& forms) {
  Message out = say("--format 可以是：\n", "Values of --format:\n");
  for (const auto& form : forms) {
    out.zh += fmt::format("  {:<10}{}\n", form.name, form.summary.zh);
    out.en += fmt::format("  {:<10}{}\n", form.name, form.summary.en);
  }
  return out;
}

template <typename Forms>
std::vector<std::string> names_of(const Forms& forms) {
  std::vector<std::string> names;
  for (const auto& form : forms) names.emplace_back(form.name);
  return names;
}

Message names_no_file(const std::string& text) {
  return say("“{}”没有写文件名", "“{}” names no file", text);
}

}  // namespace

Message output_list() { return list_of(output_forms()); }

Message draft_list() { return list_of(draft_forms()); }

Message score_form_list() { return list_of(score_forms()); }

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
    throw UsageError("--format", not_among(name, names_of(output_forms())));
  }
  if (equals + 1 == text.size()) throw UsageError("--format", names_no_file(text));
  std::string path = file_in_format(text);
  if (form->holds_one_report && path.empty())
    throw UsageError("--format", say("{0} 要写在文件里：{0}=文件，或者 {0}=文件夹/",
                                     "{0} goes to a file: {0}=FILE, or {0}=FOLDER/", name));
  std::error_code error;
  if (!path.ends_with('/') && (path.empty() || !std::filesystem::is_directory(path, error)))
    return {form, std::move(path)};
  if (form->holds_one_report) return {form, {}, path};
  if (form->index.empty())
    throw UsageError("--format", say("{} 写在一个文件里，{} 是文件夹",
                                     "{} goes to one file, and {} is a folder", name, path));
  return {form, (std::filesystem::path(path) / form->index).string(), path};
}

void check_score_format(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  if (!find_score_form(name))
    throw UsageError("--format", not_among(name, names_of(score_forms())));
  if (equals + 1 == text.size()) throw UsageError("--format", names_no_file(text));
}

void check_draft_format(const std::string& text, bool is_copy) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const DraftForm* form = find_draft_form(name);
  if (!form) throw UsageError("--format", not_among(name, names_of(draft_forms())));
  if (equals + 1 == text.size()) throw UsageError("--format", names_no_file(text));
  if (file_in_format(text).empty() && (is_copy || !form->is_text))
    throw UsageError("--format",
                     say("要写明存到哪个文件：{0}=文件", "needs a file: {0}=FILE", name));
}

void need_form(const Request& request, const std::string& option,
               std::initializer_list<std::string_view> forms) {
  const auto heeds = [&](const OutputChoice& choice) {
    return std::ranges::find(forms, choice.form->name) != forms.end();
  };
  if (std::ranges::any_of(request.formats, heeds)) return;
  throw UsageError(
      option, say("要有 --format {}", "needs --format {}", either({forms.begin(), forms.end()})));
}

}  // namespace hegui
