#pragma once

#include <string_view>

namespace hegui {

/// Whether a text that begins so is a result of hegui, in whatever form and language. A run may
/// replace what another wrote, but not a report or anything else that it would be a pity to lose.
bool is_own_result(std::string_view beginning);

/// Whether it is a page of the output html, which has a report in it and is none.
bool is_own_page(std::string_view beginning);

}  // namespace hegui
