# SPDX-License-Identifier: Apache-2.0
# What every target of ours is compiled with.

# Some hundred test programs are linked: gold takes half of the time that GNU ld takes.
include(CheckLinkerFlag)
check_linker_flag(C -fuse-ld=gold SLRUN_GOLD)

# slrun_target(TARGET): warnings, hidden symbols, sanitizers, coverage.
function(slrun_target target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
    -Wpointer-arith -Wwrite-strings -Wformat=2 -Wmissing-format-attribute -Wundef
    -Wno-missing-field-initializers # entries of tables leave out what is zero
    -fno-common -fno-math-errno)
  if(SLRUN_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  set_target_properties(${target} PROPERTIES C_VISIBILITY_PRESET hidden)
  if(SLRUN_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${SLRUN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${SLRUN_SANITIZE} $<$<BOOL:${SLRUN_GOLD}>:-fuse-ld=gold>)
  endif()
  if(SLRUN_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(SLRUN_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage)
    target_link_options(${target} PRIVATE --coverage)
  endif()
endfunction()

# slrun_library(NAME SOURCES... [LIBS...]): a part of the core; includes are written "part/file.h".
function(slrun_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
  target_link_libraries(${name} PUBLIC slrun_headers ${arg_LIBS})
  slrun_target(${name})
endfunction()
