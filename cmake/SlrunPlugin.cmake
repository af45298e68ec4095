# SPDX-License-Identifier: Apache-2.0
# slrun_plugin(NAME n SOURCES... [LIBS...]): a plugin that exports its entry and nothing else,
# built where the runner of this build tree looks for plugins.
set(SLRUN_BUILD_PLUGIN_DIR ${CMAKE_BINARY_DIR}/lib/slrun/plugins)

function(slrun_plugin)
  cmake_parse_arguments(arg "" "NAME;DIRECTORY" "SOURCES;LIBS" ${ARGN})
  set(target plugin_${arg_NAME})
  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE slrun_headers PkgConfig::JANSSON ${arg_LIBS})
  target_link_options(${target} PRIVATE
    -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/plugin.map -Wl,--as-needed)
  if(NOT SLRUN_SANITIZE OR CMAKE_C_COMPILER_ID STREQUAL "GNU") # clang leaves its runtime to the program
    target_link_options(${target} PRIVATE -Wl,--no-undefined)
  endif()
  if(NOT arg_DIRECTORY)
    set(arg_DIRECTORY ${SLRUN_BUILD_PLUGIN_DIR})
    install(TARGETS ${target} DESTINATION ${CMAKE_INSTALL_LIBDIR}/slrun/plugins)
    set_property(GLOBAL APPEND PROPERTY SLRUN_PLUGINS ${arg_NAME}) # for tests of all of them
  endif()
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${arg_NAME} LIBRARY_OUTPUT_DIRECTORY ${arg_DIRECTORY})
  slrun_target(${target})
endfunction()

# slrun_prelude(NAME n PARTS name...): prelude/NAME.lua of the plugin n, embedded as `n_prelude` in the
# order in which they run; their paths are in the variable n_prelude, for tests.
function(slrun_prelude)
  cmake_parse_arguments(arg "" "NAME" "PARTS" ${ARGN})
  list(TRANSFORM arg_PARTS REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/prelude/\\1.lua")
  slrun_embed(TARGET plugin_${arg_NAME} FILE ${arg_PARTS} SYMBOL ${arg_NAME}_prelude)
  set(${arg_NAME}_prelude ${arg_PARTS} PARENT_SCOPE)
endfunction()
