# SPDX-License-Identifier: Apache-2.0
# What the longest tests take, in seconds with sanitizers on two cores: ctest --parallel begins with them, so that none
# of them is left for the end. The others are short; a later run goes by what they took in the one before.
set(SLRUN_TEST_COSTS
  python.aws.patterns=90 python.ministack=160 python.moto=131 python.planted_bugs=115 bench.patterns=75 python.workers=72
  runner.plugin.check-lambda=72 python.pytest_conformance=70 python.aws.credentials=64 python.faults=62 python.event_sources=61
  python.data=49 python.malformed=45 python.lambda.zygote=43 runner.plugin.check-apigateway=42 runner.plugin.check-dynamodb=38
  python.sweep=18 python.html_report=34 python.oracle_is_whole=33 python.sam.translator=32 python.sigv4=32 python.aws.retries=32
  python.local_page=30 docs.spec-language=29 docs.plugins=14 python.deploy.clis=29 python.secrets=28 python.iam=28 python.roles=28 python.roles.urls=12
  python.dynamodb.requests=28 runner.plugin.check-s3=26 python.s3.aws_cli=25 python.shards=24 rules.format=22 python.s3.requests=21
  runner.plugin.check-hanging=20 runner.plugin.check-apigatewayv2=20 python.killed=19 python.lambda.boto3=19 docs.reference-can-fail=14
  python.apis.recorded=25 python.sqs.aws_cli=14 python.completion=13 python.dynamodb.transfer=20 python.dynamodb.aws_cli=13 install.deb=12
  python.generated=10 python.cloudformation.cleanup=32 python.events.destinations=12 unit.dynamodb.local.memory=20)

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
