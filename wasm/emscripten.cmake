# Emscripten's own toolchain file, wherever the emcc on PATH keeps it.
find_program(PITH_EMCC emcc REQUIRED)
file(REAL_PATH "${PITH_EMCC}" PITH_EMCC_REAL)
get_filename_component(PITH_EMSCRIPTEN_ROOT "${PITH_EMCC_REAL}" DIRECTORY)
include("${PITH_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
