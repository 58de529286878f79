#pragma once

// Debian 12 has Catch2 v2, newer systems v3; only what both have is used.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif
