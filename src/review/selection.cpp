#include "review/selection.h"

#include <algorithm>

namespace hegui {

bool matches_any(std::string_view id, std::span<const std::string> entries) {
  return std::ranges::any_of(entries, [&](std::string_view entry) {
    if (entry.empty() || !id.starts_with(entry)) return false;
    if (id.size() == entry.size()) return true;
    return entry.ends_with('/') || id[entry.size()] == '/' || id[entry.size()] == '.';
  });
}

bool is_wanted(std::string_view id, const LintOptions& options) {
  if (matches_any(id, options.ignore)) return false;
  if (options.select.empty() || matches_any(id, options.select)) return true;
  return std::ranges::any_of(options.select, [&](std::string_view entry) {
    return entry.starts_with(id) && entry.size() > id.size() && entry[id.size()] == '.';
  });
}

std::optional<Severity> severity_of(std::string_view id, std::optional<Severity> given,
                                    const LintOptions& options) {
  for (const auto& [entry, severity] : options.severity)
    if (matches_any(id, std::span(&entry, 1))) given = severity;
  return given;
}

}  // namespace hegui
