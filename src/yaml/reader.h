#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/value.h"
#include "yaml/yaml.h"

namespace hegui {

/// What a map or list is, for messages: its key, which is the same in both languages, or words.
struct Where {
  Where(const char* key) : text{key, key} {}
  Where(std::string_view key) : text{std::string(key), std::string(key)} {}
  Where(Message words) : text(std::move(words)) {}
  Message text;
};

/// Typed access to a value tree. What is wrong is noted with its place and reading goes on, so that
/// all errors of a file are told at once.
class Reader {
 public:
  explicit Reader(std::vector<SourceProblem>& problems) : problems_(problems) {}

  void error(SourcePlace place, Message message) {
    problems_.push_back({place, Severity::error, std::move(message)});
  }

  void warning(SourcePlace place, Message message) {
    problems_.push_back({place, Severity::warning, std::move(message)});
  }

  /// Wrong kind, unknown and double keys.
  bool map(const Value& value, std::span<const std::string_view> known, const Where& where);
  /// Double keys only, for maps whose keys are names of the author's.
  bool names(const Value& value, const Where& where);
  bool list(const Value& value, const Where& where);
  void unknown_key(const Value::Entry& entry, std::span<const std::string_view> known,
                   const Where& where);
  void unknown_name(SourcePlace place, std::string_view name,
                    std::span<const std::string_view> known, Label what);

  /// What is said in many places of an output, so in characters it has a bound.
  static constexpr std::size_t longest_text = 2000, longest_id = 100;
  std::optional<std::string> text(const Value& value, std::size_t longest = longest_text);
  /// Of a set, a rule or a check: letters of any script, digits, - and _; it stands in every line
  /// of output.
  std::optional<std::string> id(const Value& value);
  std::optional<double> number(const Value& value);
  std::optional<double> percent(const Value& value);  ///< 50% is 0.5.
  std::optional<bool> flag(const Value& value);       ///< true or false, nothing else.
  /// One of `choices`, which are separated by |.
  std::optional<std::string> word(const Value& value, std::string_view choices);
  /// A scalar, or a list of them, of any length: samples are reports.
  std::vector<std::string> texts(const Value& value);
  /// The same, each of two characters: an opening mark and a closing one.
  std::vector<std::string> mark_pairs(const Value& value);

  struct Range {
    std::optional<int> first = {};
    std::optional<int> last = {};
  };
  /// 3, 1..2, 2016.. or ..2020
  std::optional<Range> range(const Value& value);

 private:
  void duplicates(const Value& value);
  void wrong_type(const Value& value, std::string_view zh, std::string_view en);

  std::vector<SourceProblem>& problems_;
};

}  // namespace hegui
