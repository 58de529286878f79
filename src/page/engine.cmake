# The engine for machines that other compilers than this machine's make programs for, as far as a
# program needs it that only checks: engine_sources; and the version.
cmake_path(SET root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../..)
set(HEGUI_HOST_BUILD ${root}build CACHE PATH "Build of the same tree for this machine")
file(STRINGS ${root}CMakeLists.txt version REGEX "^project\\(hegui VERSION")
string(REGEX REPLACE ".*VERSION ([0-9.]+).*" "\\1" version "${version}")

file(GLOB_RECURSE engine_sources CONFIGURE_DEPENDS ${root}src/*.cpp)
# What reads files, build tools, and what other commands have.
list(FILTER engine_sources EXCLUDE REGEX
     "/src/(commands|cli|run|system|windows|main|scaffold|config)|/(embed|compile|bind)_[a-z]+\\.cpp$|\
/page/exports\\.cpp$|/output/score/|/output/views/(config|corpus|diff|outline|rules)_?[a-z]*\\.cpp$|\
/suppress/baseline|/review/selftest")
foreach(name builtin_rules compiled_rules simplified sounds characters encodings page)
  list(APPEND engine_sources ${HEGUI_HOST_BUILD}/${name}.cpp)
endforeach()
