#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ruleset/language.h"
#include "yaml/reader.h"

namespace hegui {

/// A key that a file gives, as it is written there: of a condition that stands in the map of its
/// kind, one of any, all and none.
struct GivenKey {
  const Key* key;
  std::string_view name;
  SourcePlace place;
  std::string_view value = {};  ///< If it is one word.
};

/// Says which keys are missing, which do nothing without another, and which beside another. `lacks`
/// is the place of the map, or nothing where missing keys are not to be told.
void refuse_combinations(Reader& reader, std::span<const Key> keys, std::span<const GivenKey> given,
                         std::optional<SourcePlace> lacks, const Where& where);

/// False for what is no map; says what is wrong with its keys.
bool read_map(Reader& reader, const Value& value, const KeyTable& table, const Where& where);

/// A number of the key's type, in its range.
std::optional<double> read_number(Reader& reader, const Value& value, const Key& key);

}  // namespace hegui
