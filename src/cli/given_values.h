#pragma once

#include "run/request.h"

namespace hegui {

/// The values of options that a configuration may give, too, with the options that give them.
Layer given_values(const Request& request);

}  // namespace hegui
