#pragma once

#include "run/request.h"

namespace hegui {

/// Documents that no format of ours reads go through LibreOffice; with --verbose it is told what
/// that costs.
void convert_with_office(Request& request);

}  // namespace hegui
