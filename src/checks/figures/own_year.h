#pragma once

#include <string>

#include "checks/check.h"

namespace hegui {

/// That of the report: the one asked for, else that of the title; empty if neither is there.
std::string own_year(const Target& target);

}  // namespace hegui
