# Clang for WebAssembly, with the C and C++ libraries of emscripten. Its compiler wrapper is left out
# but for linking: to start it takes as long as to compile a small file.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(sysroot /usr/share/emscripten/cache/sysroot)
set(CMAKE_C_COMPILER clang-14)
set(CMAKE_CXX_COMPILER clang++-14)
set(CMAKE_AR llvm-ar-14)
set(CMAKE_RANLIB llvm-ranlib-14)
foreach(language C CXX)
  set(CMAKE_${language}_COMPILER_TARGET wasm32-unknown-emscripten)
  # As emcc 3.1.6 calls clang.
  set(CMAKE_${language}_FLAGS_INIT
      "--sysroot=${sysroot} -Xclang -iwithsysroot/include/compat -D__EMSCRIPTEN_major__=3 \
-D__EMSCRIPTEN_minor__=1 -D__EMSCRIPTEN_tiny__=6 -D_LIBCPP_ABI_VERSION=2 -mllvm \
-combiner-global-alias-analysis=false -mllvm -disable-lsr -fwasm-exceptions")
endforeach()
string(APPEND CMAKE_CXX_FLAGS_INIT " -fno-threadsafe-statics")
# Linking needs the tools of emscripten, which the checks of CMake do without.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_CXX_LINK_EXECUTABLE
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs em++ <LINK_FLAGS> <OBJECTS> -o <TARGET> <LINK_LIBRARIES>")
