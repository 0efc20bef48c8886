# The native command, dist/native/pith.

include(CheckIPOSupported)
check_ipo_supported(RESULT PITH_HAS_LTO LANGUAGES C CXX OUTPUT PITH_LTO_MESSAGE)
if(PITH_HAS_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release")
  set_target_properties(pith_gumbo pith_core PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
endif()

find_package(CURL)  # for inputs that are addresses; without it they are refused in words
# The help text is data that the JavaScript command prints too.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/rules/help.txt")
file(READ "${CMAKE_CURRENT_SOURCE_DIR}/rules/help.txt" PITH_HELP)
file(CONFIGURE OUTPUT "${PITH_GENERATED}/pith_help.h" CONTENT "#pragma once\n\ninline constexpr char kPithHelp[] = R\"HELP(@PITH_HELP@)HELP\";\n" @ONLY)
file(GLOB PITH_CLI_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/cli/*.cpp")
add_executable(pith_cli ${PITH_CLI_SOURCES})
target_include_directories(pith_cli PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${PITH_GENERATED}")
target_link_libraries(pith_cli PRIVATE pith_core pith_flags)
if(CURL_FOUND)
  target_link_libraries(pith_cli PRIVATE CURL::libcurl)
  target_compile_definitions(pith_cli PRIVATE PITH_HAS_CURL=1)
endif()
set_target_properties(pith_cli PROPERTIES OUTPUT_NAME pith)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  if(PITH_HAS_LTO)
    set_target_properties(pith_cli PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
  endif()
  if(PITH_BUILD_TOOLS)  # the preset `release`: the others keep their binaries to themselves
    set_target_properties(pith_cli PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_SOURCE_DIR}/dist/native")
  endif()
endif()

# For the trainer: the core behind C functions.
if(PITH_BUILD_TOOLS)
  set_target_properties(pith_gumbo pith_core PROPERTIES POSITION_INDEPENDENT_CODE ON)
  add_library(pith_lab SHARED tools/lab.cpp)
  target_include_directories(pith_lab PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${PITH_GENERATED}")
  target_link_libraries(pith_lab PRIVATE pith_core pith_flags pith_gumbo)
endif()
