# SPDX-License-Identifier: Apache-2.0
"""boto3's TestState on the local cloud: one state alone, with and without a mock. Answers are as AWS records them
(LocalStack's tests/aws/services/stepfunctions/v2/test_state).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json

import boto3
import pytest
from botocore.config import Config

from sdk import fails

SFN = boto3.client("stepfunctions", config=Config(inject_host_prefix=False))
SQS = boto3.client("sqs")
ROLE = "arn:aws:iam::000000000000:role/states"
INVOKE = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": True}
MAPPED = {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "End": True}
PUT = {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "ResultPath": "$.put", "Next": "Later"}


def state(definition, given=None, **more):
    found = SFN.test_state(definition=json.dumps(definition), input=json.dumps({} if given is None else given), **more)
    found.pop("ResponseMetadata")
    return found


def shown(found):
    return {name: json.loads(value) if isinstance(value, str) else value for name, value in found["inspectionData"].items()}


def test_where_a_choice_leads():
    choice = {"Type": "Choice", "Default": "Else", "Choices": [{"Variable": "$.value", "NumericLessThan": 30, "Next": "Young"}]}
    assert state(choice, {"value": 22}) == {"nextState": "Young", "output": '{"value":22}', "status": "SUCCEEDED"}
    found = state(choice, {"value": 31}, inspectionLevel="DEBUG")
    assert found["nextState"] == "Else" and shown(found) == {"afterInputPath": {"value": 31}, "input": {"value": 31}}


def test_the_way_of_the_data_through_a_state():
    given = {"initial": {"field": 1}}
    found = state({"Type": "Pass", "InputPath": "$.initial", "Parameters": {"own": 2, "field.$": "$.field"}, "ResultPath": "$.made",
                   "OutputPath": "$.made", "End": True}, given, inspectionLevel="TRACE")
    made = {"own": 2, "field": 1}
    assert json.loads(found["output"]) == made
    assert shown(found) == {"input": given, "afterInputPath": {"field": 1}, "afterParameters": made, "afterResultSelector": made,
                            "afterResultPath": {**given, "made": made}}
    found = state({"Type": "Pass", "Result": {"r": 1}, "End": True}, {"v": 1}, inspectionLevel="DEBUG")
    assert shown(found) == {"input": {"v": 1}, "result": {"r": 1}, "afterResultSelector": {"r": 1}, "afterResultPath": {"r": 1}}


def test_a_state_that_fails():
    assert state({"Type": "Fail", "Error": "E", "Cause": "C"}) == {"error": "E", "cause": "C", "status": "FAILED"}


def test_a_task_is_done():
    url = SQS.create_queue(QueueName="states-alone")["QueueUrl"]
    found = state({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": True,
                   "Parameters": {"QueueUrl": url, "MessageBody": "hello"}}, roleArn=ROLE)
    assert json.loads(found["output"])["MessageId"]
    assert [m["Body"] for m in SQS.receive_message(QueueUrl=url, WaitTimeSeconds=5)["Messages"]] == ["hello"]
    SQS.delete_queue(QueueUrl=url)
    assert SFN.list_state_machines()["stateMachines"] == [m for m in SFN.list_state_machines()["stateMachines"] if "StateName" not in m["name"]]


def test_mocks_of_results_and_errors():
    found = state(PUT, {"TableName": "none", "Item": {}}, mock={"result": json.dumps({"SdkHttpMetadata": {"HttpStatusCode": 200}})})
    assert json.loads(found["output"])["put"] == {"SdkHttpMetadata": {"HttpStatusCode": 200}} and found["nextState"] == "Later"
    caught = {**INVOKE, "Catch": [{"ErrorEquals": ["Other"], "Next": "X"}, {"ErrorEquals": ["E"], "ResultPath": "$.e", "Next": "Handle"}]}
    found = state(caught, {"v": 1}, mock={"errorOutput": {"error": "E", "cause": "C"}}, inspectionLevel="DEBUG")
    assert (found["status"], found["nextState"], found["error"], found["cause"]) == ("CAUGHT_ERROR", "Handle", "E", "C")
    assert json.loads(found["output"]) == {"v": 1, "e": {"Error": "E", "Cause": "C"}}
    assert found["inspectionData"]["errorDetails"] == {"catchIndex": 1}


def test_retries_by_how_often_it_was_tried():
    tried = {**INVOKE, "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 2, "BackoffRate": 2, "MaxAttempts": 4}]}
    error = {"errorOutput": {"error": "E", "cause": "C"}}
    found = state(tried, mock=error, stateConfiguration={"retrierRetryCount": 3}, inspectionLevel="DEBUG")
    assert found["status"] == "RETRIABLE" and found["inspectionData"]["errorDetails"] == {"retryIndex": 0, "retryBackoffIntervalSeconds": 16}
    found = state(tried, mock=error, stateConfiguration={"retrierRetryCount": 4}, inspectionLevel="DEBUG")
    assert found["status"] == "FAILED" and found["inspectionData"]["errorDetails"] == {"retryIndex": 0}


def test_maps_and_parallels_have_mocks():
    inner = {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": True}}}
    parallel = {"Type": "Parallel", "Branches": [inner, {"StartAt": "J", "States": {"J": {"Type": "Succeed"}}}], "ResultPath": "$.r", "End": True}
    assert json.loads(state(parallel, {"v": 1}, mock={"result": "[1, 2]"})["output"]) == {"v": 1, "r": [1, 2]}
    mapped = {"Type": "Map", "ToleratedFailureCount": 1, "ItemProcessor": {**inner, "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}},
              "End": True}
    mock = {"result": "[1, 1, 1]"}
    assert state(mapped, [1, 2, 3], mock=mock, stateConfiguration={"mapIterationFailureCount": 1})["output"] == "[1,1,1]"
    assert state(mapped, [1, 2, 3], mock=mock, stateConfiguration={"mapIterationFailureCount": 2})["error"] == "States.ExceedToleratedFailureThreshold"


def test_expressions_see_variables_and_context():
    found = state({"Type": "Pass", "QueryLanguage": "JSONata", "End": True, "Output": {"sum": "{% $a + $states.input.b %}", "x": "{% $states.context.x %}"}},
                  {"b": 2}, variables='{"a": 1}', context='{"x": "y"}', inspectionLevel="DEBUG")
    assert json.loads(found["output"]) == {"sum": 3, "x": "y"} and shown(found) == {"input": {"b": 2}, "variables": {"a": 1}}


def test_a_state_of_a_whole_definition():
    whole = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": 1, "Next": "B"}, "B": {"Type": "Nonsense"}}}
    assert state(whole, stateName="A") == {"output": "1", "nextState": "B", "status": "SUCCEEDED"}
    assert fails("ValidationException", SFN.test_state, definition=json.dumps(whole), stateName="C") == "State not found in definition"
    assert fails("InvalidDefinition", SFN.test_state, definition=json.dumps(whole), stateName="B").endswith(
        "[Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/B/Type'")


@pytest.mark.parametrize("definition, more, said", [
    (INVOKE, {}, "RoleArn must be specified when testing a Task state"),
    (INVOKE, {"mock": {"result": "no JSON"}}, "Mocked result must be valid JSON"),
    (INVOKE, {"mock": {"result": "1", "errorOutput": {"error": "E"}}}, "A test mock should have only one of the following fields: [result, errorOutput]."),
    (INVOKE, {"mock": {"result": "1"}, "revealSecrets": True}, "TestState does not support RevealSecrets when a mock is specified."),
    ({"Type": "Succeed"}, {"mock": {"result": "1"}}, "State type 'Succeed' is not supported when a mock is specified"),
    (MAPPED, {"mock": {"result": "[1]"}, "stateConfiguration": {"mapIterationFailureCount": 2}},
     "Map iteration failure count must be less than or equal to the number of Map iterations"),
    (MAPPED, {"stateConfiguration": {"mapIterationFailureCount": 0}},
     "TestState does not support MapIterationFailureCount when a mock is not specified."),
    ({"Type": "Parallel", "Branches": [{"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}], "End": True}, {"mock": {"result": "[1, 2]"}},
     "Mocked result must contain the same number of items as number of Parallel branches."),
])
def test_what_is_refused(definition, more, said):
    assert fails("ValidationException", SFN.test_state, definition=json.dumps(definition), **more) == said
