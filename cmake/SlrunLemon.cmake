# SPDX-License-Identifier: Apache-2.0
# slrun_lemon(OUT VARIABLE FILE name.y WHAT words): the C file of a grammar, name.c in the binary folder, with name.h beside it.
find_program(LEMON_EXECUTABLE lemon REQUIRED)
find_file(LEMON_TEMPLATE lempar.c PATHS /usr/share/lemon /usr/share/lemon-parser REQUIRED)

function(slrun_lemon)
  cmake_parse_arguments(ARG "" "OUT;FILE;WHAT" "" ${ARGN})
  cmake_path(GET ARG_FILE STEM name)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/${name})
  add_custom_command(
    OUTPUT ${made}.c ${made}.h
    COMMAND ${LEMON_EXECUTABLE} -q -T${LEMON_TEMPLATE} -d${CMAKE_CURRENT_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_FILE}
    DEPENDS ${ARG_FILE} ${LEMON_TEMPLATE}
    COMMENT "Generating the parser of ${ARG_WHAT}"
    VERBATIM)
  # What lemon generates is not written to our warnings.
  set_source_files_properties(${made}.c PROPERTIES COMPILE_OPTIONS -w)
  set(${ARG_OUT} ${made}.c PARENT_SCOPE)
endfunction()
