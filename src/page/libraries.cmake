# The libraries, of the parts of them that are needed, from their sources: for the page and for
# Windows, for which Debian has no packages of them.
cmake_path(SET libraries_default NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../../build/libraries)
set(HEGUI_LIBRARIES ${libraries_default} CACHE PATH "What libraries.sh fetched")

function(add_part name folder)
  list(TRANSFORM ARGN PREPEND ${HEGUI_LIBRARIES}/${folder}/)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} SYSTEM PUBLIC ${HEGUI_LIBRARIES}/${folder})
  target_compile_options(${name} PRIVATE -w)
endfunction()

set(pcre2 ${HEGUI_LIBRARIES}/pcre2/src)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/pcre2)
# Who includes it need not know that it is no library of its own, which Windows would ask.
file(READ ${pcre2}/pcre2.h.generic header)
file(CONFIGURE OUTPUT pcre2/pcre2.h CONTENT "#define PCRE2_STATIC\n${header}" @ONLY)
configure_file(${pcre2}/pcre2_chartables.c.dist ${CMAKE_BINARY_DIR}/pcre2/pcre2_chartables.c COPYONLY)
add_part(pcre2 pcre2/src pcre2_auto_possess.c pcre2_compile.c pcre2_config.c pcre2_context.c
         pcre2_error.c pcre2_extuni.c pcre2_find_bracket.c pcre2_jit_compile.c pcre2_maketables.c
         pcre2_match.c pcre2_match_data.c pcre2_newline.c pcre2_ord2utf.c pcre2_pattern_info.c
         pcre2_script_run.c pcre2_string_utils.c pcre2_study.c pcre2_tables.c pcre2_ucd.c
         pcre2_valid_utf.c pcre2_xclass.c)
target_sources(pcre2 PRIVATE ${CMAKE_BINARY_DIR}/pcre2/pcre2_chartables.c)
target_include_directories(pcre2 SYSTEM PUBLIC ${CMAKE_BINARY_DIR}/pcre2)
# The bounds are those of Debian.
target_compile_definitions(pcre2 PRIVATE PCRE2_CODE_UNIT_WIDTH=8 SUPPORT_PCRE2_8 SUPPORT_UNICODE
  HAVE_STDINT_H HAVE_INTTYPES_H HAVE_STRING_H HAVE_STDLIB_H HAVE_MEMMOVE HEAP_LIMIT=20000000
  LINK_SIZE=2 MATCH_LIMIT=10000000 MATCH_LIMIT_DEPTH=10000000 MAX_NAME_COUNT=10000
  MAX_NAME_SIZE=32 NEWLINE_DEFAULT=2 PARENS_NEST_LIMIT=250 MAX_VARLOOKBEHIND=255)
target_compile_options(pcre2 PRIVATE -O2)

add_part(zlib zlib adler32.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c zutil.c)
add_part(minizip minizip ioapi.c unzip.c zip.c)
target_compile_definitions(minizip PRIVATE USE_FILE32API NOCRYPT)
target_link_libraries(minizip PUBLIC zlib)
add_part(md4c md4c md4c.c)
add_part(gumbo gumbo attribute.c char_ref.c error.c parser.c string_buffer.c string_piece.c tag.c
         tokenizer.c utf8.c util.c vector.c)
add_part(pugixml pugixml pugixml.cpp)
add_part(fmt fmt/src format.cc)
target_include_directories(fmt SYSTEM PUBLIC ${HEGUI_LIBRARIES}/fmt/include)
file(GLOB yaml_sources ${HEGUI_LIBRARIES}/yaml-cpp/src/*.cpp)
# Of what writes YAML.
list(FILTER yaml_sources EXCLUDE REGEX "/(emit|ostream_|nodeevents)")
add_library(yaml STATIC ${yaml_sources})
target_compile_options(yaml PRIVATE -w)
target_include_directories(yaml SYSTEM PUBLIC ${HEGUI_LIBRARIES}/yaml-cpp/include)
target_compile_definitions(yaml PUBLIC YAML_CPP_STATIC_DEFINE)

# Libraries of headers alone, without the others of this machine.
add_library(headers INTERFACE)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/headers)
foreach(name nlohmann CLI)
  if(EXISTS /usr/include/${name})
    file(CREATE_LINK /usr/include/${name} ${CMAKE_BINARY_DIR}/headers/${name} SYMBOLIC)
  endif()
endforeach()
target_include_directories(headers SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers)
