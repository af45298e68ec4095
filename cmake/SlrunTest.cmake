# SPDX-License-Identifier: Apache-2.0
# slrun_unit_test(NAME unit.part.file SOURCES... [LIBS...] [ARGS...] [ENV VAR=value...]):
# a cmocka program as one ctest, failing on a leak where the build has ASan.
set(SLRUN_TEST_ENV "ASAN_OPTIONS=detect_leaks=1:abort_on_error=0;UBSAN_OPTIONS=print_stacktrace=1")

function(slrun_unit_test)
  cmake_parse_arguments(arg "" "NAME" "SOURCES;LIBS;ARGS;ENV" ${ARGN})
  string(REPLACE "." "_" target ${arg_NAME})
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE PkgConfig::CMOCKA ${arg_LIBS})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE _XOPEN_SOURCE=700 SLRUN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                               SLRUN_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  slrun_target(${target})
  if(SLRUN_FUZZ)
    return() # the libraries then need the fuzzer's runtime; the unit tests have builds of their own
  endif()
  add_test(NAME ${arg_NAME} COMMAND ${target} ${arg_ARGS})
  set_tests_properties(${arg_NAME} PROPERTIES TIMEOUT 120 LABELS unit
                       ENVIRONMENT "${SLRUN_TEST_ENV};${arg_ENV}")
endfunction()
