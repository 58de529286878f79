#pragma once

#include <string_view>

#include "checks/check.h"

namespace hegui {

/// The maps of the rule language. What a kind of check takes stands in its own table,
/// check_kinds().
extern const KeyTable rule_file_keys, requirement_keys, rung_keys, rest_keys, stands_keys,
    check_keys, severity_keys, promise_keys, applies_when_keys, variable_keys, basis_keys,
    applies_keys, looks_like_keys, or_headings_keys, condition_keys, gate_keys, dictionary_keys,
    wrong_keys, title_keys, dated_keys;

const Key& key_of(const KeyTable& table, std::string_view name);

}  // namespace hegui
