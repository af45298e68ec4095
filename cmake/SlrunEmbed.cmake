# SPDX-License-Identifier: Apache-2.0
# slrun_embed(TARGET t FILE f... SYMBOL s [CXX]): the text of f as `const char s[]` (extern "C"), compiled
# into t, as C++ where there is no C. Several files are the parts of a prelude, in the order in which they run.
function(slrun_embed)
  cmake_parse_arguments(arg "CXX" "TARGET;SYMBOL" "FILE" ${ARGN})
  set(files "")
  foreach(file IN LISTS arg_FILE)
    cmake_path(ABSOLUTE_PATH file)
    list(APPEND files ${file})
  endforeach()
  list(JOIN files "," in)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${arg_SYMBOL}.c)
  if(arg_CXX)
    string(APPEND out pp)
  endif()
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/Embed.cmake)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D IN=${in} -D OUT=${out} -D SYMBOL=${arg_SYMBOL} -P ${script}
    DEPENDS ${files} ${script} VERBATIM)
  target_sources(${arg_TARGET} PRIVATE ${out})
endfunction()
