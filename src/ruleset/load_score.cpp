#include "ruleset/load_score.h"

#include "ruleset/read_map.h"

namespace hegui {

std::vector<Grade> load_grades(Reader& reader, const Value& value) {
  std::vector<Grade> grades;
  if (!reader.names(value, "grades")) return grades;
  if (value.entries.empty())
    reader.error(value.place, say("grades 里没有等级", "grades contains no grade"));
  bool sound = true;
  for (const Value::Entry& entry : value.entries) {
    const auto least = read_number(reader, entry.value, key_of(rule_file_keys, "grades"));
    sound = sound && least;
    if (!least) continue;
    if (!grades.empty() && *least >= grades.back().least) {
      reader.error(entry.value.place,
                   say("等级从高到低写：{} 分不低于前面“{}”的 {} 分",
                       "grades go from the best down: {} is not below “{}” with {} before it",
                       *least, grades.back().name, grades.back().least));
      sound = false;
    }
    grades.push_back({entry.key, *least});
  }
  // A report without a grade would look like one that was forgotten.
  if (sound && !grades.empty() && grades.back().least > 0)
    reader.error(value.entries.back().value.place,
                 say("最后一个等级应从 0 分起，否则有的报告没有等级",
                     "the last grade must begin at 0, or some reports would have no grade"));
  return grades;
}

double load_weight(Reader& reader, const Value& value, double fallback) {
  return read_number(reader, value, key_of(requirement_keys, "weight")).value_or(fallback);
}

std::optional<Deduct> load_deduct(Reader& reader, const Value& check) {
  const Value* each = check.find("deduct");
  const Value* cap = check.find("cap");
  if (!each) return std::nullopt;
  const auto points_each = read_number(reader, *each, key_of(check_keys, "deduct"));
  const auto most = cap ? read_number(reader, *cap, key_of(check_keys, "cap")) : std::nullopt;
  if (points_each && most && *most < *points_each)
    reader.error(cap->place,
                 say("cap 是 {} 分，一处就要扣 {} 分", "cap is {}, but a single finding deducts {}",
                     *most, *points_each));
  if (!points_each || *points_each == 0) return std::nullopt;
  return Deduct{*points_each, most.value_or(Deduct{}.most)};
}

}  // namespace hegui
