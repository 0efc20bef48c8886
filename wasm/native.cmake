# The native command, dist/native/pith.

include(CheckIPOSupported)
check_ipo_supported(RESULT PITH_HAS_LTO LANGUAGES C CXX OUTPUT PITH_LTO_MESSAGE)
if(PITH_HAS_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release")
  set_target_properties(pith_gumbo pith_core PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
endif()

find_package(CURL 7.85)  # for inputs that are addresses; without it they are refused in words. An older one has no CURLOPT_PROTOCOLS_STR
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
if(PITH_HAS_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release")
  set_target_properties(pith_cli PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
endif()
if(PITH_COMMAND_DIR)
  set_target_properties(pith_cli PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PITH_COMMAND_DIR}")
endif()

# For the trainer: the core behind C functions.
if(PITH_BUILD_TOOLS)
  set_target_properties(pith_gumbo pith_core PROPERTIES POSITION_INDEPENDENT_CODE ON)
  add_library(pith_lab SHARED tools/lab.cpp)
  target_include_directories(pith_lab PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${PITH_GENERATED}")
  target_link_libraries(pith_lab PRIVATE pith_core pith_flags pith_gumbo)
endif()
