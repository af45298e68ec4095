# SPDX-License-Identifier: Apache-2.0
# slrun_unit_test(NAME unit.part.file SOURCES... [LIBS...] [ARGS...] [ENV VAR=value...]):
# a cmocka program as one ctest, failing on a leak where the build has ASan.
# intercept_tls_get_addr=0: gcc 12's guess of where libraries that are loaded late keep their thread
# variables is wrong now and then with glibc 2.36, and the leak checker crashes on it.
set(SLRUN_TEST_ENV "ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:intercept_tls_get_addr=0;UBSAN_OPTIONS=print_stacktrace=1")

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

# slrun_client_support(NAME service): the library SERVICE_client_support, with which unit tests run
# build() and parse() of a client half (tests/harness/client). It links the core, which the plugin
# itself may not.
function(slrun_client_support)
  cmake_parse_arguments(arg "" "NAME" "" ${ARGN})
  set(target ${arg_NAME}_client_support)
  string(TOUPPER ${arg_NAME} upper)
  set(harness ${PROJECT_SOURCE_DIR}/tests/harness/client)
  add_library(${target} STATIC ${harness}/expect.c ${harness}/support.c)
  target_include_directories(${target} PUBLIC ${harness} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE _XOPEN_SOURCE=700)
  target_compile_definitions(${target} INTERFACE CLIENT_SERVICE=${arg_NAME}_service
                             CLIENT_OPS=${arg_NAME}_ops CLIENT_N_OPS=${upper}_OPS)
  target_link_libraries(${target} PUBLIC ${arg_NAME}_client slrun_plugin PRIVATE PkgConfig::CMOCKA)
  slrun_target(${target})
endfunction()

# slrun_local_support(NAME service CASES name... [MEMORY name...]): the library SERVICE_local_support, a
# local cloud of the least around a local half (tests/harness/local), and the tests
# unit.SERVICE.local.NAME, each the steps of cases/NAME.json. MEMORY: those that unit.SERVICE.local.memory
# goes through while allocations fail.
function(slrun_local_support)
  cmake_parse_arguments(arg "" "NAME" "CASES;MEMORY" ${ARGN})
  set(harness ${PROJECT_SOURCE_DIR}/tests/harness/local)
  set(target ${arg_NAME}_local_support)
  string(TOUPPER ${arg_NAME} upper)
  add_library(${target} INTERFACE)
  target_compile_definitions(${target} INTERFACE LOCAL_HALF=${arg_NAME}_local LOCAL_OPS=${arg_NAME}_ops
                             LOCAL_SERVICE=${arg_NAME}_service LOCAL_N_OPS=${upper}_OPS)
  target_link_libraries(${target} INTERFACE ${arg_NAME}_local ${arg_NAME}_client local_support)
  set(cases ${arg_NAME}_local_cases)
  add_executable(${cases} ${harness}/cases.c ${harness}/starve.c)
  target_link_libraries(${cases} PRIVATE ${target})
  target_compile_definitions(${cases} PRIVATE _XOPEN_SOURCE=700)
  target_link_options(${cases} PRIVATE # starve.h
    -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc -Wl,--wrap=strdup -Wl,--wrap=strndup
    -Wl,--wrap=json_loads -Wl,--wrap=json_loadb)
  set_target_properties(${cases} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  slrun_target(${cases})
  foreach(case ${arg_CASES})
    add_test(NAME unit.${arg_NAME}.local.${case}
             COMMAND ${cases} ${CMAKE_CURRENT_SOURCE_DIR}/cases/${case}.json)
    set_tests_properties(unit.${arg_NAME}.local.${case} PROPERTIES TIMEOUT 120 LABELS unit
                         ENVIRONMENT "${SLRUN_TEST_ENV}")
  endforeach()
  if(arg_MEMORY)
    list(TRANSFORM arg_MEMORY REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/cases/\\1.json")
    add_test(NAME unit.${arg_NAME}.local.memory COMMAND ${cases} --memory ${arg_MEMORY})
    set_tests_properties(unit.${arg_NAME}.local.memory PROPERTIES TIMEOUT 300 LABELS unit
                         ENVIRONMENT "${SLRUN_TEST_ENV}")
  endif()
endfunction()

# slrun_prelude_test(NAME unit.part.file SOURCE file.lua PRELUDE file.lua...): a script that runs a prelude
# with a service that it plays (tests/harness/prelude.lua).
function(slrun_prelude_test)
  cmake_parse_arguments(arg "" "NAME;SOURCE" "PRELUDE" ${ARGN})
  find_program(LUA_INTERPRETER NAMES lua5.4 lua REQUIRED)
  add_test(NAME ${arg_NAME}
    COMMAND ${LUA_INTERPRETER} ${PROJECT_SOURCE_DIR}/tests/harness/prelude.lua
            ${CMAKE_CURRENT_SOURCE_DIR}/${arg_SOURCE} ${PROJECT_SOURCE_DIR}/core/lua/parts ${arg_PRELUDE})
  set_tests_properties(${arg_NAME} PROPERTIES TIMEOUT 60 LABELS unit)
endfunction()
