#pragma once

#include "text/language.h"

namespace hegui {

/// Why a call of the system failed, for people, by its errno. What office workers never meet is in
/// the words of the C library, and English.
Message reason_of(int error);

}  // namespace hegui
