# SPDX-License-Identifier: Apache-2.0
# What the longest tests take, in seconds with sanitizers on two cores: ctest --parallel begins with them, so that none
# of them is left for the end. The others are short; a later run goes by what they took in the one before.
set(SLRUN_TEST_COSTS
  python.aws.patterns=90 python.moto=77 python.ministack=77 python.malformed=76 bench.patterns=62 python.pytest_conformance=56
  python.faults=55 python.workers=52 python.event_sources=47 python.secrets=46 python.planted_bugs=41 python.aws.credentials=40
  python.deploy.clis=40 python.ledger=33 python.data=32 python.oracle_is_whole=23 python.local_page=23 python.aws.retries=22
  python.lambda.zygote=21 runner.plugin.check-lambda=20 runner.plugin.check-hanging=20 python.html_report=19 python.iam=19
  runner.plugin.check-apigateway=19 python.roles=40 python.roles.changes=18 python.killed=17)

# At the end of each directory with tests that are in the table.
function(slrun_test_costs)
  get_property(tests DIRECTORY PROPERTY TESTS)
  foreach(row ${SLRUN_TEST_COSTS})
    string(REGEX MATCH "^(.+)=(.+)$" _ ${row})
    if(CMAKE_MATCH_1 IN_LIST tests)
      set_tests_properties(${CMAKE_MATCH_1} PROPERTIES COST ${CMAKE_MATCH_2})
      set_property(GLOBAL APPEND PROPERTY SLRUN_TESTS_WITH_COST ${CMAKE_MATCH_1})
    endif()
  endforeach()
endfunction()

# When all tests are known: a name in the table that is none of a test's is a mistake.
function(slrun_test_costs_check)
  get_property(found GLOBAL PROPERTY SLRUN_TESTS_WITH_COST)
  foreach(row ${SLRUN_TEST_COSTS})
    string(REGEX REPLACE "=.*" "" name ${row})
    if(NOT name IN_LIST found)
      message(FATAL_ERROR "SlrunTestCosts.cmake: there is no test ${name}")
    endif()
  endforeach()
endfunction()
