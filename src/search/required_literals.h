#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// Strings of which every match of the pattern holds at least one, as few and as long as can be
/// told from its structure; empty if none can. The pattern is one that PCRE2 takes, without options
/// but UTF and UCP. What this does not know of PCRE2's language tells nothing: the answer is then
/// weaker, never wrong.
std::vector<std::string> required_literals(std::string_view pattern);

}  // namespace hegui
