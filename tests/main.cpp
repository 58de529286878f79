// Catch2 v2's main; with v3 CMakeLists.txt links it and leaves this file out.

#define CATCH_CONFIG_MAIN
#include "catch.hpp"
