#include "output/views/corpus.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "output/parts/json.h"
#include "output/parts/places.h"
#include "text/input_error.h"
#include "text/printable.h"

namespace hegui {
namespace {

constexpr std::size_t most_samples = 3;

}  // namespace

void Corpus::count(const std::string& rule, std::string_view what, std::string sample) {
  Count& counted = rules_[rule][std::string(what)];
  ++counted.number;
  if (counted.samples.size() < most_samples) counted.samples.push_back(std::move(sample));
}

void Corpus::add(const Review& review) {
  ++documents_;
  const std::string& path = review.document.path;
  if (review.status != Review::Status::checked) {
    ++not_checked_;
    by_document_[path]["status"] = review.error.en;
    return;
  }
  const auto where = [&](const Place& place) {
    const Location at = range_of(review, place).begin;
    return fmt::format("{}:{}:{} {}", path, at.line, at.column,
                       quote_of(review.document, place.span, 30));
  };
  for (const SetReview& set : review.sets)
    for (const RequirementReview& requirement : set.requirements) {
      const std::string& id = requirement.requirement->rule.id;
      count(id, name_of(requirement.verdict), where(requirement.place));
      by_document_[path][id] = name_of(requirement.verdict);
    }
  std::map<std::string, std::size_t> findings;
  for (const Finding& finding : review.findings) {
    if (by_document_[path].contains(finding.rule)) continue;  // Its verdict says the same.
    count(finding.rule, name_of(finding.severity), where(finding.place));
    ++findings[finding.rule];
  }
  for (const auto& [rule, number] : findings)
    by_document_[path].try_emplace(rule, std::to_string(number));
}

void Corpus::write_text(Language language, std::string& out) const {
  out +=
      say("{} 份文档，{} 份没有检查\n", "{:document}, {} not checked\n", documents_, not_checked_)
          .in(language);
  for (const auto& [rule, counts] : rules_) {
    fmt::format_to(std::back_inserter(out), "\n{}", rule);
    for (const auto& [what, counted] : counts)
      fmt::format_to(std::back_inserter(out), "  {} {}", what, counted.number);
    out += '\n';
    for (const auto& [what, counted] : counts)
      for (const std::string& sample : counted.samples)
        fmt::format_to(std::back_inserter(out), "    {:<8} {}\n", what, printable(sample));
  }
}

std::string Corpus::saved() const {
  Json documents = Json::object();
  for (const auto& [path, results] : by_document_)
    for (const auto& [rule, result] : results) documents[path][rule] = result;
  return Json{{"hegui-corpus", 1}, {"documents", std::move(documents)}}.text(1) + "\n";
}

void Corpus::write_changes(const std::string& saved, Language language, std::string& out) const {
  const auto old = nlohmann::json::parse(saved, nullptr, false);
  if (!old.is_object() || old.value("hegui-corpus", 0) != 1 || !old["documents"].is_object())
    throw InputError(
        say("不是 hegui test --save 保存的文件", "not a file written by hegui test --save"));
  const auto before =
      old["documents"].get<std::map<std::string, std::map<std::string, std::string>>>();
  std::size_t changes = 0;
  const auto change = [&](const std::string& path, const std::string& rule, const std::string& from,
                          const std::string& to) {
    ++changes;
    fmt::format_to(std::back_inserter(out), "{}: {}: {} → {}\n", printable(path), rule,
                   from.empty() ? "–" : from, to.empty() ? "–" : to);
  };
  const auto value = [](const auto& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::string() : found->second;
  };
  for (const auto& [path, rules] : by_document_) {
    const auto document = before.find(path);
    if (document == before.end()) {
      change(path, "status", "", "new");
      continue;
    }
    for (const auto& [rule, result] : rules)
      if (value(document->second, rule) != result)
        change(path, rule, value(document->second, rule), result);
    for (const auto& [rule, result] : document->second)
      if (!rules.contains(rule)) change(path, rule, result, "");
  }
  for (const auto& [path, rules] : before)
    if (!by_document_.contains(path)) change(path, "status", "was there", "");
  out += say("与上次相比 {} 处变化\n", "{:change} since the saved run\n", changes).in(language);
}

}  // namespace hegui
