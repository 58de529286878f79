#include "ruleset/load_score.h"

namespace hegui {
namespace {

constexpr double full_score = 100;

/// Nullopt, and an error, for what is no number from 0 to `most`.
std::optional<double> points(Reader& reader, const Value& value, double most) {
  const auto number = reader.number(value);
  if (!number || (*number >= 0 && *number <= most)) return number;
  reader.error(value.place, say("应在 0 和 {} 之间", "must be between 0 and {}", most));
  return std::nullopt;
}

}  // namespace

std::vector<Grade> load_grades(Reader& reader, const Value& value) {
  std::vector<Grade> grades;
  if (!reader.names(value, "grades")) return grades;
  if (value.entries.empty())
    reader.error(value.place, say("grades 里没有等级", "grades names no grade"));
  bool sound = true;
  for (const Value::Entry& entry : value.entries) {
    const auto least = points(reader, entry.value, full_score);
    sound = sound && least;
    if (!least) continue;
    if (!grades.empty() && *least >= grades.back().least) {
      reader.error(entry.value.place,
                   say("等级从高到低写：{} 分不低于前面“{}”的 {} 分",
                       "grades go from the best down: {} is not below “{}” before it, {}", *least,
                       grades.back().name, grades.back().least));
      sound = false;
    }
    grades.push_back({entry.key, *least});
  }
  // A report without a grade would look like one that was forgotten.
  if (sound && !grades.empty() && grades.back().least > 0)
    reader.error(value.entries.back().value.place,
                 say("最后一个等级应从 0 分起，否则有的报告没有等级",
                     "the last grade begins at 0, or some reports would have none"));
  return grades;
}

double load_weight(Reader& reader, const Value& value, double fallback) {
  constexpr double most = 1'000'000;  // So that sums stay exact.
  return points(reader, value, most).value_or(fallback);
}

std::optional<Deduct> load_deduct(Reader& reader, const Value& check) {
  const Value* each = check.find("deduct");
  const Value* cap = check.find("cap");
  if (cap && !each)
    reader.error(cap->place, say("cap 要和 deduct 一起写", "cap needs deduct beside it"));
  if (!each) return std::nullopt;
  const auto points_each = points(reader, *each, full_score);
  const auto most = cap ? points(reader, *cap, full_score) : std::nullopt;
  if (points_each && most && *most < *points_each)
    reader.error(cap->place, say("cap 是 {} 分，一处就要扣 {} 分",
                                 "cap is {}, but one finding takes off {}", *most, *points_each));
  if (!points_each || *points_each == 0) return std::nullopt;
  return Deduct{*points_each, most.value_or(full_score)};
}

}  // namespace hegui
