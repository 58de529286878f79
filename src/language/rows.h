#pragma once

#include "language/language_data.h"

namespace hegui {

// Each is made when it is first asked for: a run seldom needs two.
const LanguageData& chinese();
const LanguageData& english();

}  // namespace hegui
