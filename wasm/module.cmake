# The WebAssembly module for JavaScript: pith_core.mjs and pith_core.wasm. All modules go to the build folder's top: build/wasm of the preset.
set(PITH_MODULES "${PROJECT_BINARY_DIR}")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PITH_MODULES}")

# Binaryen's programs: without them the modules are slower and larger than those that are released.
option(PITH_UNOPTIMIZED "Build the modules without wasm-opt and wasm-metadce" OFF)
if(NOT PITH_UNOPTIMIZED)
  find_program(PITH_WASM_OPT wasm-opt HINTS "${PITH_EMSCRIPTEN_ROOT}/../bin")
  find_program(PITH_METADCE wasm-metadce HINTS "${PITH_EMSCRIPTEN_ROOT}/../bin")
  if(NOT PITH_WASM_OPT OR NOT PITH_METADCE)
    message(FATAL_ERROR "wasm-opt or wasm-metadce is missing: install Binaryen, or set PITH_UNOPTIMIZED for modules that are slower and larger")
  endif()
endif()

# V8 optimises functions whole, in threads that take the processor from the first pages. LLVM and Binaryen both make one function of all that is called
# from one place only, of half the core in the end: 63 KB, a quarter of a second of optimising for what runs once a page. So only what says
# `inline`, or is no longer than a few lines, goes into its caller. It takes V8 .2 s in place of 1.0, the first page half the time, later ones the
# same, and the module is 11 KB smaller (gzip). What a class defines counts as `inline`, too: PITH_APART (core/for_speed.h) marks what must stay apart, which takes V8
# a third less time again.
set(PITH_WASM_COMPILE
  -finline-hint-functions
  -O2                    # 1.35 times as fast in Node as -Oz, and an eighth larger; see PITH_COLD_SOURCES
  -flto                  # Gumbo's tokenizer and tree builder call each other for every character
  -msimd128 -mbulk-memory -msign-ext -mnontrapping-fptoint  # in every browser since 2021
  -fno-exceptions -DNDEBUG)
set(PITH_WASM_INLINE --one-caller-inline-max-function-size=100)  # bytes
foreach(target pith_gumbo pith_core)
  target_compile_options(${target} PRIVATE ${PITH_WASM_COMPILE})
endforeach()

# What runs once for a page, or for the few parts of it that become the article, is compiled for size. A file's level must not be mixed the
# other way round: once -Oz is on the command line emcc keeps clang from inlining, whatever level follows. -Oz for all would be 22 KB less
# (gzip) and 1.4 times as slow; Gumbo's own code has a rule of its own in gumbo/fast_gumbo.c.
file(GLOB PITH_COLD_SOURCES core/carried/*.cpp core/decode/*.cpp core/json/*.cpp core/metadata/*.cpp core/readable/*.cpp core/render/*.cpp core/receipts/*.cpp core/rules/*.cpp core/url/*.cpp core/to_json.cpp core/pipeline.cpp
  core/plain/*.cpp core/ranges/*.cpp)
set_source_files_properties(${PITH_COLD_SOURCES} PROPERTIES COMPILE_OPTIONS -Oz)
file(GLOB PITH_COOL_SOURCES core/clean/*.cpp core/select/*.cpp)
list(REMOVE_ITEM PITH_COOL_SOURCES ${PITH_COMPACT_SOURCES})  # whose own level is -Oz
set_source_files_properties(${PITH_COOL_SOURCES} PROPERTIES COMPILE_OPTIONS -Os)  # still inlines what is one instruction

add_executable(pith_module embind.cpp)
set_target_properties(pith_module PROPERTIES OUTPUT_NAME pith_core SUFFIX .mjs)
target_link_libraries(pith_module PRIVATE pith_core)
target_compile_options(pith_module PRIVATE ${PITH_WASM_COMPILE})
set(PITH_WASM_LINK
  -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=4MB        # a small page needs no growth
  -sMEMORY_GROWTH_GEOMETRIC_STEP=0.05  # memory is never given back
  -sMAXIMUM_MEMORY=2GB
  -sTOTAL_STACK=256KB         # nothing recurses over the page
  -sMALLOC=emmalloc           # small; the arena does the bulk
  -sFILESYSTEM=0 -sASSERTIONS=0 -sSUPPORT_ERRNO=0
  --no-entry)
target_link_options(pith_module PRIVATE
  ${PITH_WASM_COMPILE} -O3 ${PITH_WASM_LINK} "-sBINARYEN_EXTRA_PASSES=${PITH_WASM_INLINE}"  # below -O3 the glue keeps what nothing calls, and all long names
  --bind
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createPithModule
  -sENVIRONMENT=web -sUSE_ES6_IMPORT_META=0  # `node` with EXPORT_ES6 is broken in 3.1.6; our loader feeds the bytes in
  -sDYNAMIC_EXECUTION=0       # extensions forbid `new Function`
  -sTEXTDECODER=2             # every host has one
  -sINCOMING_MODULE_JS_API=instantiateWasm)

# After a link for size, one more pass for speed: 1.7 to 1.9 times as fast in Node for half a kilobyte more (gzip).
set(PITH_WASM_FEATURES --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int)  # what wasm-opt may use
if(NOT PITH_UNOPTIMIZED)
  add_custom_command(TARGET pith_module POST_BUILD VERBATIM
    COMMAND "${PITH_WASM_OPT}" -O4 ${PITH_WASM_INLINE} --enable-simd ${PITH_WASM_FEATURES}
      "${PITH_MODULES}/pith_core.wasm" -o "${PITH_MODULES}/pith_core.wasm")
endif()

# The engine of the full bookmarklet, pith_full.wasm: without glue, and without what parses, since nothing asks for it.
add_executable(pith_full c_api.cpp)
target_link_libraries(pith_full PRIVATE pith_core)
target_compile_options(pith_full PRIVATE ${PITH_WASM_COMPILE})

# The engine of the bookmarklet, pith_compact.wasm, which has to fit 64 KB with all that is around it.
set(PITH_WASM_COMPACT
  -Oz -flto -mbulk-memory -msign-ext -mnontrapping-fptoint -fno-exceptions -DNDEBUG
  -fno-rtti -fno-threadsafe-statics)
add_executable(pith_compact ${PITH_COMPACT_SOURCES})
target_include_directories(pith_compact PRIVATE ${PITH_COMPACT_INCLUDES})
target_link_libraries(pith_compact PRIVATE pith_flags)
target_compile_options(pith_compact PRIVATE ${PITH_WASM_COMPACT})
target_compile_definitions(pith_compact PRIVATE PITH_COMPACT)

set_target_properties(pith_full pith_compact PROPERTIES SUFFIX .wasm)
set(PITH_STANDALONE -sSTANDALONE_WASM=1)  # a module that any loader starts: what it imports of the system does nothing
target_link_options(pith_full PRIVATE ${PITH_WASM_COMPILE} ${PITH_WASM_LINK} "-sBINARYEN_EXTRA_PASSES=${PITH_WASM_INLINE}" ${PITH_STANDALONE} -sEXPORTED_FUNCTIONS=_pith_input,_pith_extract,_pith_output_size)
target_link_options(pith_compact PRIVATE ${PITH_WASM_LINK} ${PITH_WASM_COMPACT} ${PITH_STANDALONE}
  -sMALLOC=none  # compact/memory.cpp
  --js-library "${CMAKE_CURRENT_SOURCE_DIR}/compact/imports.js"
  -sEXPORTED_FUNCTIONS=_pith_input,_pith_select,_pith_block_count)

# -Oz leaves even the smallest functions of the standard library as calls. With those inlined, the first run, which browsers compile in haste,
# takes two thirds of the time, and what is packed is no larger.
if(NOT PITH_UNOPTIMIZED)
  add_custom_command(TARGET pith_compact POST_BUILD VERBATIM
    COMMAND "${PITH_WASM_OPT}" -O3 --always-inline-max-function-size=6 --flexible-inline-max-function-size=10 --one-caller-inline-max-function-size=10 ${PITH_WASM_FEATURES}
      "${PITH_MODULES}/pith_compact.wasm" -o "${PITH_MODULES}/pith_compact.wasm")
endif()

# What unpacks the bookmarklet, and what packs it: pith_unpack.wasm and pith_pack.wasm, the same model in both.
set(PITH_WASM_UNPACK ${PITH_WASM_COMPACT} -O2 -fno-unroll-loops -fno-lto)  # a third faster than -Oz, and no larger
foreach(way unpack pack)
  add_executable(pith_${way} unpack/${way}.cpp)
  target_include_directories(pith_${way} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(pith_${way} PRIVATE pith_flags)
  target_compile_options(pith_${way} PRIVATE ${PITH_WASM_UNPACK})
  target_link_options(pith_${way} PRIVATE ${PITH_WASM_UNPACK} ${PITH_STANDALONE}
    -sINITIAL_MEMORY=16MB  # the model's slots
    -sTOTAL_STACK=16KB -sMALLOC=none --no-entry -sEXPORTED_FUNCTIONS=_place,_${way})
  set_target_properties(pith_${way} PROPERTIES SUFFIX .wasm)
endforeach()

# Of what Emscripten exports beside, a bookmark has no room for a byte.
if(NOT PITH_UNOPTIMIZED)
  set(PITH_UNPACK "${PITH_MODULES}/pith_unpack.wasm" ${PITH_WASM_FEATURES})
  add_custom_command(TARGET pith_unpack POST_BUILD VERBATIM
    COMMAND "${PITH_METADCE}" ${PITH_UNPACK} --graph-file "${CMAKE_CURRENT_SOURCE_DIR}/unpack/exports.json" -o "${PITH_MODULES}/pith_unpack.wasm" > unused.txt
    COMMAND "${PITH_WASM_OPT}" ${PITH_UNPACK} -Oz -o "${PITH_MODULES}/pith_unpack.wasm")
endif()
