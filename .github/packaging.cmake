# What goes to users beside the program, where it is installed, and the packages. It stands here, not
# in src/, because no code depends on it.

# The manual page and the completions come from the program's own tables.
string(TIMESTAMP build_date "%Y-%m-%d" UTC)
set(written ${CMAKE_CURRENT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${written}/zh_CN)
add_custom_command(TARGET hegui POST_BUILD
                   COMMAND hegui __manual ${build_date} en > ${written}/hegui.1
                   COMMAND hegui __manual ${build_date} zh > ${written}/zh_CN/hegui.1
                   COMMAND gzip -9nkf ${written}/hegui.1 ${written}/zh_CN/hegui.1
                   COMMAND hegui completions bash > ${written}/hegui.bash
                   COMMAND hegui completions zsh > ${written}/hegui.zsh
                   COMMAND hegui completions fish > ${written}/hegui.fish
                   VERBATIM)

include(GNUInstallDirs)
install(TARGETS hegui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${rule_sets} DESTINATION ${CMAKE_INSTALL_DATADIR}/hegui/rules)
install(FILES ${written}/hegui.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${written}/zh_CN/hegui.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
install(FILES ${written}/hegui.bash RENAME hegui
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${written}/hegui.zsh RENAME _hegui
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${written}/hegui.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
file(CONFIGURE OUTPUT ${written}/copyright @ONLY CONTENT
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: hegui

Files: *
Copyright: 2026 the authors of hegui
License: Apache-2.0
 On Debian systems the text of this licence is in
 /usr/share/common-licenses/Apache-2.0.
")
install(FILES LICENSE README.md README.zh.md ${written}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The program with most libraries in it, of the same objects: to find and bind shared ones is much of
# what a run on one report takes. Position-independent all the same, since reports are untrusted. The
# C library stays shared, and md4c, of which Debian has no archive; of fmt, neither, but a header has
# all of it. Without the other archives there is no such target.
set(archives)
foreach(library yaml-cpp pcre2-8 gumbo minizip z pugixml)
  find_library(${library}_archive lib${library}.a)
  list(APPEND archives ${${library}_archive})
endforeach()
if(NOT archives MATCHES NOTFOUND)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/fmt.cpp CONTENT [[
#include <fmt/format-inl.h>
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl(
    fmt::detail::locale_ref);
template char fmt::detail::decimal_point_impl(fmt::detail::locale_ref);
]])
  add_executable(hegui_static EXCLUDE_FROM_ALL src/main.cpp ${CMAKE_CURRENT_BINARY_DIR}/fmt.cpp)
  add_dependencies(hegui_static hegui_program hegui_engine hegui_compiled_rules)
  target_include_directories(hegui_static PRIVATE src)
  target_link_options(hegui_static PRIVATE -static-libstdc++ -static-libgcc -Wl,--gc-sections)
  target_link_libraries(hegui_static PRIVATE $<TARGET_FILE:hegui_program>
                                             $<TARGET_FILE:hegui_engine>
                                             $<TARGET_FILE:hegui_compiled_rules>
                                             $<TARGET_FILE:hegui_yaml> ${archives} PkgConfig::MD4C Threads::Threads
                                             ${CMAKE_DL_LIBS})
  install(PROGRAMS $<TARGET_FILE:hegui_static> DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME hegui
          COMPONENT archive EXCLUDE_FROM_ALL)
endif()

# The deb names the packages of the shared libraries that the program needs. The archive has the
# other program in its place, which is to be built first.
set(CPACK_PACKAGE_NAME hegui)
set(CPACK_PACKAGE_VENDOR "the authors of hegui")
set(CPACK_PACKAGE_CONTACT "the authors of hegui <hegui@localhost>")
set(CPACK_PACKAGE_DESCRIPTION
"检查法治政府建设年度报告等文书是否写全、写实：缺了什么、应补在哪里、依据是什么。
It reads plain text, Markdown, HTML, DOCX, ODT, OFD and PDF, finds which part
answers which requirement of a rule set, and prints diagnostics with their places.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_BINARY_DIR}/cpack_archive.cmake)
file(CONFIGURE OUTPUT ${CPACK_PROJECT_CONFIG_FILE} @ONLY CONTENT [[
if(CPACK_GENERATOR STREQUAL "TGZ")
  set(CPACK_INSTALL_CMAKE_PROJECTS "@CMAKE_CURRENT_BINARY_DIR@;hegui;ALL;/"
                                   "@CMAKE_CURRENT_BINARY_DIR@;hegui;archive;/")
endif()
]])
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded or started at run time, where shlibdeps does not see it: for workbooks, for PDF, for DOC.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libxlsxwriter4, poppler-utils, poppler-data")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-writer-nogui")
include(CPack)
