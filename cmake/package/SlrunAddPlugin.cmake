# SPDX-License-Identifier: Apache-2.0
# slrun_add_plugin(NAME name SOURCES file... [PRELUDE file.lua...])
#
# Makes the target plugin_NAME, which builds NAME.so in the current binary directory. C and C++; of
# its symbols only slrun_plugin_entry can be seen. The text of PRELUDE becomes
# `const char NAME_prelude[]` (extern "C"); several files are its parts, in the order in which they run.
set(SLRUN_CMAKE_DIR ${CMAKE_CURRENT_LIST_DIR})
include(${SLRUN_CMAKE_DIR}/SlrunEmbed.cmake)

function(slrun_add_plugin)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;PRELUDE")
  if(NOT arg_NAME MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "slrun_add_plugin: '${arg_NAME}' is no name for a plugin (a-z, 0-9, _)")
  endif()
  if(NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "slrun_add_plugin(NAME name SOURCES file... [PRELUDE file.lua...]) ${arg_UNPARSED_ARGUMENTS}")
  endif()

  set(target plugin_${arg_NAME})
  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE slrun::headers)
  set_target_properties(${target} PROPERTIES
    PREFIX "" SUFFIX .so OUTPUT_NAME ${arg_NAME}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_link_options(${target} PRIVATE
    "-Wl,--version-script=${SLRUN_CMAKE_DIR}/plugin.map" -Wl,--as-needed)

  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(C IN_LIST languages)
    target_compile_features(${target} PRIVATE c_std_11)
  endif()
  if(CXX IN_LIST languages)
    target_compile_features(${target} PRIVATE cxx_std_17)
  endif()

  if(arg_PRELUDE)
    set(language "")
    if(NOT C IN_LIST languages)
      set(language CXX)
    endif()
    slrun_embed(TARGET ${target} FILE ${arg_PRELUDE} SYMBOL ${arg_NAME}_prelude ${language})
  endif()
endfunction()
