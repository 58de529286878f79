#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ruleset/ruleset.h"
#include "ruleset/vocabulary.h"
#include "yaml/reader.h"

namespace hegui {

/// What a rung is read with.
struct RungLoader {
  Reader& reader;
  Vocabulary& vocabulary;
  std::span<const std::string> requirement_ids;  ///< Without the set, in the order of the rules.

  /// The requirement that `within` or an entry of `not-in` names; -1, and an error, if there is
  /// none.
  int index_of(const Value& value);

  /// Reads `not-in`, in addition to `base`.
  Exclusion exclusion(const Value& value, Exclusion base);

  /// Reads an entry of `found-by`; `own` is what holds for every rung of the requirement.
  std::optional<Rung> rung(const Value& value, const Exclusion& own);

 private:
  void kind(const Value& value, Rung& rung);
  /// What min-han, min-words or min-length of the map asks for; nothing if it has none of them.
  std::optional<Length> least(const Value& map);
  std::optional<std::string> word(const Value& value, std::string_view key);
  void extent(const Value& value, Rung& rung);
  void mostly(const Value& value, Rung& rung);
  void stands(const Value& value, Rung& rung);
  void verdict(const Value& value, Rung& rung);
};

}  // namespace hegui
