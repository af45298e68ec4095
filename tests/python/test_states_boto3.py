# SPDX-License-Identifier: Apache-2.0
"""boto3's Step Functions client on the local cloud: a tour of the operations, of the states language, of
integrations with other services. Histories and texts of errors are as AWS records them.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import datetime
import json
import os
import threading
import urllib.request
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import WITHIN, fails, queue_arn, until, zipped

# Answers of long polls and of synchronous executions come late; hosts are 127.0.0.1 for all.
SFN = boto3.client("stepfunctions", config=Config(inject_host_prefix=False, read_timeout=90))
SQS, SNS, DYNAMODB, EVENTS, LAMBDA, CLOUDFORMATION, S3, SSM = (
    boto3.client(n) for n in ("sqs", "sns", "dynamodb", "events", "lambda", "cloudformation", "s3", "ssm"))
ROLE = "arn:aws:iam::000000000000:role/states"


@pytest.fixture(name="name")
def make_name():
    return f"states-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="machine")
def make_machine(name):
    made = []

    def make(definition, **more):
        text = definition if isinstance(definition, str) else json.dumps(definition)
        arn = SFN.create_state_machine(name=f"{name}-{len(made)}", definition=text, roleArn=ROLE, **more)["stateMachineArn"]
        made.append(arn)
        return arn

    yield make
    for arn in made:
        SFN.delete_state_machine(stateMachineArn=arn)


def one(state, **more):
    """A definition of one state, A."""
    end = {} if state["Type"] in ("Succeed", "Fail", "Choice") else {"End": True}
    return {"StartAt": "A", "States": {"A": {**state, **end}, **more}}


def ended(arn):
    def look():
        found = SFN.describe_execution(executionArn=arn)
        return found if found["status"] != "RUNNING" else None
    return until(look)


def run(arn, given=None, **more):
    started = SFN.start_execution(stateMachineArn=arn, input=json.dumps({} if given is None else given), **more)
    return ended(started["executionArn"])


def output(found):
    assert found["status"] == "SUCCEEDED", found
    return json.loads(found["output"])


def events(execution, **more):
    found = []
    for page in SFN.get_paginator("get_execution_history").paginate(executionArn=execution, **more):
        found += page["events"]
    return found


def types(execution):
    return [event["type"] for event in events(execution)]


# ---- state machines ----

def test_a_state_machine_comes_and_goes(name):
    definition = json.dumps(one({"Type": "Pass"}))
    made = SFN.create_state_machine(name=name, definition=definition, roleArn=ROLE, tags=[{"key": "a", "value": "b"}])
    arn = made["stateMachineArn"]
    assert arn == f"arn:aws:states:us-east-1:000000000000:stateMachine:{name}"
    found = SFN.describe_state_machine(stateMachineArn=arn)
    assert (found["name"], found["status"], found["type"], found["roleArn"]) == (name, "ACTIVE", "STANDARD", ROLE)
    assert json.loads(found["definition"]) == json.loads(definition)
    assert found["loggingConfiguration"] == {"level": "OFF", "includeExecutionData": False}
    assert found["tracingConfiguration"] == {"enabled": False}
    assert SFN.create_state_machine(name=name, definition=definition, roleArn=ROLE)["creationDate"] == made["creationDate"]
    assert arn in fails("StateMachineAlreadyExists", SFN.create_state_machine, name=name, roleArn=ROLE,
                        definition=json.dumps(one({"Type": "Succeed"})))
    assert [m["name"] for m in SFN.list_state_machines()["stateMachines"] if m["stateMachineArn"] == arn] == [name]
    SFN.tag_resource(resourceArn=arn, tags=[{"key": "c", "value": "d"}])
    SFN.untag_resource(resourceArn=arn, tagKeys=["a"])
    assert SFN.list_tags_for_resource(resourceArn=arn)["tags"] == [{"key": "c", "value": "d"}]
    first = SFN.update_state_machine(stateMachineArn=arn, definition=json.dumps(one({"Type": "Succeed"})))["revisionId"]
    assert SFN.update_state_machine(stateMachineArn=arn, definition=json.dumps(one({"Type": "Succeed"})))["revisionId"] == first
    fails("MissingRequiredParameter", SFN.update_state_machine, stateMachineArn=arn)
    SFN.delete_state_machine(stateMachineArn=arn)
    SFN.delete_state_machine(stateMachineArn=arn)
    assert fails("StateMachineDoesNotExist", SFN.describe_state_machine, stateMachineArn=arn) == f"State Machine Does Not Exist: '{arn}'"
    fails("InvalidArn", SFN.describe_state_machine, stateMachineArn="nothing")
    assert fails("InvalidName", SFN.create_state_machine, name="a b", definition=definition, roleArn=ROLE) == "Invalid Name: 'a b'"
    for wrong in ("a\x01", "a\x7f", "a\x80", "a\x9f", "a\ufffe", "a\uffff", "a\U0010ffff"):
        fails("InvalidName", SFN.create_state_machine, name=wrong, definition=definition, roleArn=ROLE)


WRONG = [
    ({"StartAt": "A"}, "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /"),
    ({}, "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /"),
    ("not a definition", "INVALID_JSON_DESCRIPTION: Unrecognized token 'not'"),
    (one({"Type": "Nothing"}), "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, "
                               "Choice, Parallel, Map] at /States/A/Type"),
    ({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "C"}, "B": {"Type": "Pass", "End": True}}},
     "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Next, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B"),
    (one({"Type": "Task", "Resource": "nothing"}), "SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN at /States/A/Resource"),
    (one({"Type": "Pass", "Parameters": {"a.$": "nothing"}}),
     "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters"),
    (one({"Type": "Wait", "Timestamp": "soon"}), "String does not match RFC3339 timestamp at /States/A/Timestamp"),
    (one({"Type": "Parallel", "Branches": []}), "Value cannot be empty at /States/A/Branches"),
    (one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Credentials": {}}),
     "The field 'RoleArn' is required but was missing at /States/A/Credentials"),
    (one({"Type": "Pass", "ResultPath": "$.a[*]"}), "Value is not a Reference Path at /States/A/ResultPath"),
    (one({"Type": "Pass", "Seconds": 3}), "The field 'Seconds' is not supported by Step Functions at /States/A"),
    (one({"Type": "Wait"}), "One of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath] at /States/A"),
]


@pytest.mark.parametrize("definition,said", WRONG, ids=range(len(WRONG)))
def test_a_wrong_definition(name, definition, said):
    text = definition if isinstance(definition, str) else json.dumps(definition)
    message = fails("InvalidDefinition", SFN.create_state_machine, name=name, definition=text, roleArn=ROLE)
    assert message.startswith("Invalid State Machine Definition: '") and said in message
    found = SFN.validate_state_machine_definition(definition=text)
    assert found["result"] == "FAIL" and found["diagnostics"][0]["severity"] == "ERROR"


def test_what_express_state_machines_do_not_have(name):
    definition = json.dumps(one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {}}))
    found = SFN.validate_state_machine_definition(definition=definition)
    assert (found["result"], found["diagnostics"], found["truncated"]) == ("OK", [], False)
    assert "Express state machine does not support '.waitForTaskToken' service integration" in fails(
        "InvalidDefinition", SFN.create_state_machine, name=name, definition=definition, roleArn=ROLE, type="EXPRESS")


def test_versions_and_aliases(machine):
    arn = machine(one({"Type": "Pass", "Result": 1}))
    first = SFN.publish_state_machine_version(stateMachineArn=arn)["stateMachineVersionArn"]
    assert first == arn + ":1" == SFN.publish_state_machine_version(stateMachineArn=arn)["stateMachineVersionArn"]
    second = SFN.update_state_machine(stateMachineArn=arn, definition=json.dumps(one({"Type": "Pass", "Result": 2})), publish=True)
    second = second["stateMachineVersionArn"]
    alias = SFN.create_state_machine_alias(name="live", routingConfiguration=[{"stateMachineVersionArn": first, "weight": 100}])
    alias = alias["stateMachineAliasArn"]
    assert [output(run(one_of)) for one_of in (first, second, alias, arn)] == [1, 2, 1, 2]
    SFN.update_state_machine_alias(stateMachineAliasArn=alias, routingConfiguration=[{"stateMachineVersionArn": second, "weight": 100}])
    assert output(run(alias)) == 2
    assert [v["stateMachineVersionArn"] for v in SFN.list_state_machine_versions(stateMachineArn=arn)["stateMachineVersions"]] == [second, first]
    assert len(SFN.list_executions(stateMachineArn=alias)["executions"]) == 2
    fails("ConflictException", SFN.delete_state_machine_version, stateMachineVersionArn=second)
    SFN.delete_state_machine_alias(stateMachineAliasArn=alias)
    SFN.delete_state_machine_version(stateMachineVersionArn=second)
    fails("StateMachineDoesNotExist", SFN.start_execution, stateMachineArn=second)


# ---- executions ----

def before(execution, kind):
    """The types of the events that stand right before those of a type in the history, by previousEventId."""
    told = events(execution)
    by_id = {e["id"]: e["type"] for e in told}
    return [by_id[e["previousEventId"]] for e in told if e["type"] == kind]


def test_an_execution_and_its_history(machine):
    arn = machine({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"b": 2}, "ResultPath": "$.r", "Next": "Done"},
                                              "Done": {"Type": "Succeed"}}})
    found = run(arn, {"a": 1}, name="first")
    execution = found["executionArn"]
    assert execution == arn.replace(":stateMachine:", ":execution:") + ":first"
    assert output(found) == {"a": 1, "r": {"b": 2}} and found["inputDetails"] == {"included": True}
    told = [(e["id"], e["previousEventId"], e["type"]) for e in events(execution)]
    assert told == [(1, 0, "ExecutionStarted"), (2, 0, "PassStateEntered"), (3, 2, "PassStateExited"),
                    (4, 3, "SucceedStateEntered"), (5, 4, "SucceedStateExited"), (6, 5, "ExecutionSucceeded")]
    first, entered, exited = events(execution)[:3]
    assert first["executionStartedEventDetails"] == {"input": '{"a": 1}', "inputDetails": {"truncated": False}, "roleArn": ROLE}
    assert entered["stateEnteredEventDetails"] == {"name": "A", "input": '{"a": 1}', "inputDetails": {"truncated": False}}
    assert json.loads(exited["stateExitedEventDetails"]["output"]) == {"a": 1, "r": {"b": 2}}
    page = SFN.get_execution_history(executionArn=execution, reverseOrder=True, maxResults=2, includeExecutionData=False)
    assert [e["id"] for e in page["events"]] == [6, 5] and page["nextToken"]
    assert "output" not in page["events"][0]["executionSucceededEventDetails"]
    assert [e["id"] for e in events(execution, PaginationConfig={"PageSize": 4})] == [1, 2, 3, 4, 5, 6]
    assert SFN.describe_state_machine_for_execution(executionArn=execution)["stateMachineArn"] == arn
    assert fails("ExecutionAlreadyExists", SFN.start_execution, stateMachineArn=arn, name="first") == f"Execution Already Exists: '{execution}'"
    run(arn, name="second")
    assert [e["name"] for e in SFN.list_executions(stateMachineArn=arn)["executions"]] == ["second", "first"]
    assert SFN.list_executions(stateMachineArn=arn, statusFilter="FAILED")["executions"] == []
    fails("ValidationException", SFN.list_executions, stateMachineArn=arn, statusFilter="failed")
    fails("InvalidToken", SFN.list_executions, stateMachineArn=arn, nextToken="nothing")
    fails("InvalidExecutionInput", SFN.start_execution, stateMachineArn=arn, input="not json")
    fails("ExecutionDoesNotExist", SFN.describe_execution, executionArn=execution + "x")
    assert SFN.list_map_runs(executionArn=execution)["mapRuns"] == []


def test_an_execution_is_stopped(machine):
    arn = machine(one({"Type": "Wait", "Seconds": 100000}))
    started = SFN.start_execution(stateMachineArn=arn, name="n", input="{}")
    assert SFN.start_execution(stateMachineArn=arn, name="n", input="{}")["executionArn"] == started["executionArn"]
    fails("ExecutionAlreadyExists", SFN.start_execution, stateMachineArn=arn, name="n", input="[]")
    execution = started["executionArn"]
    assert SFN.describe_execution(executionArn=execution)["status"] == "RUNNING"
    SFN.stop_execution(executionArn=execution, error="Enough", cause="of it")
    found = SFN.describe_execution(executionArn=execution)
    assert (found["status"], found["error"], found["cause"]) == ("ABORTED", "Enough", "of it")
    assert found["redriveStatus"] == "REDRIVABLE"
    assert events(execution)[-1]["executionAbortedEventDetails"] == {"error": "Enough", "cause": "of it"}
    SFN.stop_execution(executionArn=execution)


def test_a_state_machine_has_a_time_limit(machine):
    found = run(machine({**one({"Type": "Wait", "Seconds": 1000}), "TimeoutSeconds": 1}))
    assert found["status"] == "TIMED_OUT" and "error" not in found
    assert types(found["executionArn"])[-1] == "ExecutionTimedOut"


def test_express(machine):
    arn = machine(one({"Type": "Pass", "Parameters": {"b.$": "$.a"}}), type="EXPRESS")
    found = SFN.start_sync_execution(stateMachineArn=arn, input='{"a": 1}', name="n")
    assert (found["status"], json.loads(found["output"]), found["name"]) == ("SUCCEEDED", {"b": 1}, "n")
    assert ":express:" in found["executionArn"] and found["billingDetails"]["billedMemoryUsedInMB"] == 64
    billed = found["billingDetails"]["billedDurationInMilliseconds"]
    assert billed >= 100 and billed % 100 == 0
    failed = SFN.start_sync_execution(stateMachineArn=arn)
    assert failed["error"] == "States.Runtime" and failed["outputDetails"] == {"included": True} and "output" not in failed
    fails("StateMachineTypeNotSupported", SFN.list_executions, stateMachineArn=arn)
    started = SFN.start_execution(stateMachineArn=arn)["executionArn"]
    assert fails("InvalidArn", SFN.describe_execution, executionArn=started) == "Invalid Arn: 'Resource type not valid in this context: express'"
    fails("StateMachineTypeNotSupported", SFN.start_sync_execution, stateMachineArn=machine(one({"Type": "Pass"})))
    fails("StateMachineDoesNotExist", SFN.start_sync_execution, stateMachineArn=arn + "x")


# ---- the language ----

def test_the_way_of_data(machine):
    arn = machine(one({"Type": "Pass", "InputPath": "$.in", "Parameters": {"x.$": "$.x", "list.$": "$.l[?(@.n > 1)].n", "c.$": "$$.State.Name",
                                                                          "f.$": "States.Format('{}-{}', $.x, $$.Execution.Name)", "k": {"y.$": "$.l[-1].n"}},
                       "ResultPath": "$.out", "OutputPath": "$.out"}))
    found = run(arn, {"in": {"x": 5, "l": [{"n": 1}, {"n": 2}, {"n": 3}]}}, name="n")
    assert output(found) == {"x": 5, "list": [2, 3], "c": "A", "f": "5-n", "k": {"y": 3}}


def test_variables(machine):
    arn = machine({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Assign": {"x": 1, "y.$": "$.n"}, "Next": "B"},
        "B": {"Type": "Pass", "Parameters": {"z.$": "$y", "all.$": "States.MathAdd($x, $y.k)"}, "End": True}}})
    assert output(run(arn, {"n": {"k": 4}})) == {"z": {"k": 4}, "all": 5}


def test_descriptions_tell_which_variables_are_used(machine):
    """As LocalStack's test_sfn_api_variable_references recorded it at AWS."""
    arn = machine({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Assign": {"a": 1, "b.$": "$.b", "c": "$no"}, "Result": {"InputPath": "$no"}, "Next": "B"},
        "B": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$a", "NumericEqualsPath": "$b.n"}, {"Variable": "$.a", "IsPresent": True}], "Next": "C"}],
              "Default": "C"},
        "C": {"Type": "Map", "ItemsPath": "$list[0]", "ItemSelector": {"i.$": "$$.Map.Item.Value", "Path": "$no"}, "Next": "D", "ItemProcessor": {
            "StartAt": "I", "States": {"I": {"Type": "Pass", "Parameters": {"t.$": "States.Format('$no {}', $deep)"}, "End": True}}}},
        "D": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $a %}", "End": True}}})
    described = SFN.describe_state_machine(stateMachineArn=arn)
    assert described["variableReferences"] == {"B": ["a", "b"], "C": ["list"], "I": ["deep"]}
    plain = SFN.describe_state_machine(stateMachineArn=machine(one({"Type": "Pass"})))
    assert "variableReferences" not in plain


INTRINSICS = [
    ("States.Array(1, 'a', $.x, null)", [1, "a", 5, None]), ("States.ArrayPartition($.l, 2)", [[1, 2], [3]]),
    ("States.ArrayContains($.l, 2)", True), ("States.ArrayRange(1, 9, 4)", [1, 5, 9]), ("States.ArrayGetItem($.l, 1)", 2),
    ("States.ArrayLength($.l)", 3), ("States.ArrayUnique(States.Array(1, 1, 2))", [1, 2]), ("States.Base64Encode('hällo')", "aMOkbGxv"),
    ("States.Base64Decode('aMOkbGxv')", "hällo"), ("States.Hash('a', 'SHA-1')", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
    ("States.JsonMerge($.o, $.p, false)", {"a": 2, "b": 1}), ("States.StringToJson('{\"a\": [1]}')", {"a": [1]}),
    ("States.JsonToString($.o)", '{"a":1}'), ("States.MathAdd(1, -3)", -2), ("States.MathAdd(-1.5, -1.51)", -3), ("States.StringToJson(' ')", None), ("States.StringSplit('a,b-c', ',-')", ["a", "b", "c"]),
    ("States.Format('{}\\{\\}{}', 'it\\'s', $.o)", "it's{}{a=1}"), ("States.MathRandom(3, 4)", 3),
]


def test_paths_that_may_find_many_find_none(machine):
    arn = machine(one({"Type": "Pass", "Parameters": {"a.$": "$.nope[*].x", "b.$": "$.no.such[0:2]"}}))
    assert output(run(arn)) == {"a": [], "b": []}


def test_intrinsic_functions(machine):
    arn = machine(one({"Type": "Pass", "Parameters": {f"v{i}.$": text for i, (text, _) in enumerate(INTRINSICS)} | {"u.$": "States.UUID()"}}))
    found = output(run(arn, {"x": 5, "l": [1, 2, 3], "o": {"a": 1}, "p": {"a": 2, "b": 1}}))
    assert len(found.pop("u")) == 36
    assert found == {f"v{i}": value for i, (_, value) in enumerate(INTRINSICS)}


RUNTIME = [
    ({"Type": "Pass", "Parameters": {"v.$": "$.nope"}}, "The JSONPath '$.nope' specified for the field 'v.$' could not be found in the input '{\"a\":1}'"),
    ({"Type": "Pass", "InputPath": "$.nope"}, "Invalid path '$.nope' : No results for path: $['nope']"),
    ({"Type": "Pass", "OutputPath": "$.no.such"}, "Invalid path '$.no.such' : Missing property in path $['no']"),
    ({"Type": "Pass", "Parameters": {"v.$": "States.Format('{}', $.nope)"}},
     "The function 'States.Format('{}', $.nope)' had the following error: The JsonPath argument for the field '$.nope' could not be found in the "
     "input '{\"a\":1}'"),
    ({"Type": "Wait", "SecondsPath": "$.nope"}, "The SecondsPath parameter does not reference an input value: $.nope"),
    ({"Type": "Fail", "ErrorPath": "$.nope"}, "The JSONPath '$.nope' specified for the field 'ErrorPath' could not be found in the input '{\"a\":1}'"),
]


@pytest.mark.parametrize("state,said", RUNTIME, ids=range(len(RUNTIME)))
def test_errors_of_the_language(machine, state, said):
    found = run(machine(one(state)), {"a": 1})
    assert (found["status"], found["error"]) == ("FAILED", "States.Runtime")
    assert found["cause"] == f"An error occurred while executing the state 'A' (entered at the event id #2). {said}"
    assert events(found["executionArn"])[-1]["executionFailedEventDetails"] == {"error": found["error"], "cause": found["cause"]}


def test_an_index_behind_the_end_is_null(machine):
    assert output(run(machine(one({"Type": "Pass", "Parameters": {"v.$": "$.l[5]"}})), {"l": [1]})) == {"v": None}


CHOICES = [
    ({"Variable": "$.n", "NumericGreaterThan": 4}, True), ({"Variable": "$.n", "NumericLessThanEqualsPath": "$.m"}, False),
    ({"Variable": "$.s", "StringEquals": "abc"}, True), ({"Variable": "$.s", "StringMatches": "a*c"}, True),
    ({"Variable": "$.s", "StringMatches": "a\\*c"}, False), ({"Variable": "$.s", "StringLessThan": "abd"}, True),
    ({"Variable": "$.t", "TimestampGreaterThan": "2020-01-01T00:00:00Z"}, True), ({"Variable": "$.b", "BooleanEquals": False}, True),
    ({"Variable": "$.nope", "IsPresent": False}, True), ({"Variable": "$.z", "IsNull": True}, True), ({"Variable": "$.t", "IsTimestamp": True}, True),
    ({"Variable": "$.s", "IsString": False}, False), ({"Variable": "$.n", "IsNumeric": True}, True), ({"Variable": "$.b", "IsBoolean": True}, True),
    ({"And": [{"Variable": "$.n", "NumericEquals": 5}, {"Not": {"Variable": "$.s", "StringEquals": "x"}}]}, True),
    ({"Or": [{"Variable": "$.n", "NumericEquals": 6}, {"Variable": "$.s", "StringEquals": "x"}]}, False),
    ({"Variable": "$.s", "NumericEquals": 5}, False),
]


@pytest.mark.parametrize("rule,holds", CHOICES, ids=range(len(CHOICES)))
def test_choices(machine, rule, holds):
    arn = machine({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{**rule, "Next": "Yes"}], "Default": "No"},
                                              "Yes": {"Type": "Pass", "Result": True, "End": True}, "No": {"Type": "Pass", "Result": False, "End": True}}})
    assert output(run(arn, {"n": 5, "m": 4, "s": "abc", "t": "2024-02-03T04:05:06+01:00", "b": False, "z": None})) == holds


def test_no_choice_holds(machine):
    found = run(machine({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": True, "Next": "B"}]},
                                                    "B": {"Type": "Succeed"}}}), {"a": 1})
    assert found["error"] == "States.NoChoiceMatched"
    found = run(machine({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.b", "IsNull": True, "Next": "B"}]},
                                                    "B": {"Type": "Succeed"}}}), {"a": 1})
    assert found["cause"].endswith("Invalid path '$.b': The choice state's condition path references an invalid value.")


def test_waiting(machine):
    arn = machine({"StartAt": "A", "States": {"A": {"Type": "Wait", "SecondsPath": "$.s", "Next": "B"},
                                              "B": {"Type": "Wait", "Timestamp": "2020-01-01T00:00:00Z", "End": True}}})
    found = run(arn, {"s": 1})
    assert output(found) == {"s": 1} and (found["stopDate"] - found["startDate"]).total_seconds() >= 1


def test_a_wait_is_no_longer_than_a_number_of_seconds_can_say(machine):
    arn = machine(one({"Type": "Wait", "TimestampPath": "$.at"}))
    waits, fails_at_once = ({"at": (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).isoformat()} for days in (24855, 24856))
    started = SFN.start_execution(stateMachineArn=arn, input=json.dumps(waits))["executionArn"]
    assert run(arn, fails_at_once)["cause"].endswith("Wait state delay is too long.")
    assert SFN.describe_execution(executionArn=started)["status"] == "RUNNING"
    SFN.stop_execution(executionArn=started)


def test_the_input_is_told_as_it_was_given(machine):
    arn = machine({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$[0]", "End": True}}})
    execution = ended(SFN.start_execution(stateMachineArn=arn, input='["a", "b"]')["executionArn"])["executionArn"]
    assert [e["stateEnteredEventDetails"]["input"] for e in events(execution) if "stateEnteredEventDetails" in e] == ['["a", "b"]'] * 2


def test_events_that_are_refused_fail_the_task(machine):
    entries = [{"Source": "s", "DetailType": "d", "Detail": {"a": 1}}, {"Source": "s", "DetailType": "d", "Detail": '"text"'}]
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": {"Entries": entries}})))
    cause = json.loads(found["cause"])
    assert found["error"] == "EventBridge.FailedEntry" and cause["FailedEntryCount"] == 1
    assert cause["Entries"][1] == {"ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed."}


def test_objects_are_written_as_json(machine, name):
    S3.create_bucket(Bucket=name)
    put = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "ResultPath": None,
           "Parameters": {"Bucket": name, "Key.$": "$.key", "Body.$": "$.body"}}
    get = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": name, "Key.$": "$.key"}, "End": True}
    arn = machine({"StartAt": "P", "States": {"P": {**put, "Next": "G"}, "G": get}})
    for i, body in enumerate(("text data", {"Dict": "Value"}, ["List", 1], False, 0)):
        told = output(run(arn, {"key": str(i), "body": body}))
        assert told["LastModified"].endswith("Z")
        found = S3.get_object(Bucket=name, Key=str(i))
        assert found["ContentType"] == "text/plain; charset=UTF-8" and found["Body"].read().decode() == json.dumps(body, separators=(",", ":"))


def test_a_result_tells_of_http(machine, queue):
    found = output(run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                                    "Parameters": {"QueueUrl": queue, "MessageBody": "m"}}))))
    headers = found["SdkHttpMetadata"]["HttpHeaders"]
    assert (headers["connection"], headers["Content-Type"], headers["x-amzn-RequestId"]) == (
        "keep-alive", "application/x-amz-json-1.0", found["SdkResponseMetadata"]["RequestId"])
    assert int(headers["Content-Length"]) == len(json.dumps({k: found[k] for k in ("MD5OfMessageBody", "MessageId")}, separators=(",", ":")))
    assert found["SdkHttpMetadata"]["AllHttpHeaders"] == {k: [v] for k, v in headers.items()}


def test_credentials_of_a_task_are_told(machine, queue):
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Credentials": {"RoleArn.$": "$.role"},
                             "Parameters": {"QueueUrl": queue, "MessageBody": "m"}})), {"role": ROLE + "-other"})
    [scheduled] = [e["taskScheduledEventDetails"] for e in events(found["executionArn"]) if e["type"] == "TaskScheduled"]
    assert scheduled["taskCredentials"] == {"roleArn": ROLE + "-other"}


@pytest.mark.parametrize("label", ["a b", "a*", "a:b", "a/b", "ä", "", "x" * 41])
def test_labels_that_cannot_be(machine, label):
    processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}
    message = fails("InvalidDefinition", machine, definition=one({"Type": "Map", "Label": label, "ItemProcessor": processor}))
    assert "SCHEMA_VALIDATION_FAILED" in message and message.endswith("at /States/A/Label'")


def test_a_history_has_25000_events(machine):
    steps = {"A": {"Type": "Choice", "Choices": [{"Variable": "$.no", "IsPresent": True, "Next": "C"}], "Default": "B"},
             "B": {"Type": "Pass", "Next": "A"}, "C": {"Type": "Succeed"}}
    found = run(machine({"StartAt": "A", "States": steps}))
    assert (found["status"], found["error"]) == ("FAILED", "States.Runtime")
    assert found["cause"] == "The execution reached the maximum number of history events (25000)."
    assert found["redriveStatusReason"] == "Execution history event limit exceeded"
    last = SFN.get_execution_history(executionArn=found["executionArn"], reverseOrder=True, maxResults=1)["events"][0]
    assert (last["id"], last["type"]) == (25000, "ExecutionFailed")
    endless = machine({"StartAt": "A", "States": steps, "TimeoutSeconds": 3}, type="EXPRESS")
    assert SFN.start_sync_execution(stateMachineArn=endless)["status"] == "TIMED_OUT"


def test_fail(machine):
    found = run(machine(one({"Type": "Fail", "Error": "E", "CausePath": "States.Format('it is {}', $.a)"})), {"a": 1})
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "E", "it is 1")
    assert types(found["executionArn"]) == ["ExecutionStarted", "FailStateEntered", "ExecutionFailed"]


def test_parallel(machine):
    branches = [one({"Type": "Pass", "Result": 1}), {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 1, "End": True}}}]
    found = run(machine({"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": branches, "End": True,
                                                          "ResultSelector": {"two.$": "$[1]", "one.$": "$[0]"}}}}), {"a": 1})
    assert output(found) == {"one": 1, "two": {"a": 1}}
    assert {"ParallelStateStarted", "ParallelStateSucceeded", "ParallelStateExited"} < set(types(found["executionArn"]))
    assert before(found["executionArn"], "ParallelStateSucceeded") == ["WaitStateExited"]  # of the branch that ended last


def test_a_branch_fails_and_is_caught(machine):
    broken = {"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "E", "Cause": "C"}}}
    slow = {"StartAt": "S", "States": {"S": {"Type": "Wait", "Seconds": 100000, "End": True}}}
    arn = machine({"StartAt": "P", "States": {
        "P": {"Type": "Parallel", "Branches": [broken, slow], "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "C"}], "End": True},
        "C": {"Type": "Pass", "End": True}}})
    found = run(arn, {"a": 1})
    assert output(found) == {"a": 1, "e": {"Error": "E", "Cause": "C"}}
    assert before(found["executionArn"], "ParallelStateFailed") == ["FailStateEntered"]


def test_map(machine):
    inner = {"StartAt": "I", "States": {"I": {"Type": "Pass", "Parameters": {"n.$": "$.v", "i.$": "$$.Map.Item.Index"}, "End": True}}}
    arn = machine(one({"Type": "Map", "ItemsPath": "$.l", "MaxConcurrency": 1, "ItemProcessor": inner,
                       "ItemSelector": {"v.$": "$$.Map.Item.Value", "k.$": "$.k"}, "ResultPath": "$.r"}))
    found = run(arn, {"l": ["a", "b"], "k": 1})
    assert output(found)["r"] == [{"n": "a", "i": 0}, {"n": "b", "i": 1}]
    assert types(found["executionArn"]) == [
        "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapIterationStarted", "PassStateEntered", "PassStateExited",
        "MapIterationSucceeded", "MapIterationStarted", "PassStateEntered", "PassStateExited", "MapIterationSucceeded", "MapStateSucceeded",
        "MapStateExited", "ExecutionSucceeded"]
    assert before(found["executionArn"], "MapStateSucceeded") == ["MapIterationSucceeded"]
    assert output(run(arn, {"l": [], "k": 1}))["r"] == []
    assert run(arn, {"l": 3, "k": 1})["cause"].endswith('Reference path "$.l" must point to array.')


def test_a_map_in_a_map(machine):
    """Each sees its own item; outside of the inner one it is the outer one's."""
    inner = {"Type": "Map", "ItemsPath": "$.l", "ItemSelector": {"v.$": "$$.Map.Item.Value"}, "ResultPath": "$.r", "Next": "J",
             "ItemProcessor": {"StartAt": "K", "States": {"K": {"Type": "Pass", "OutputPath": "$.v", "End": True}}}}
    after = {"Type": "Pass", "Parameters": {"r.$": "$.r", "i.$": "$$.Map.Item.Index"}, "End": True}
    arn = machine(one({"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": inner, "J": after}}}))
    assert output(run(arn, [{"l": [1, 2]}, {"l": []}])) == [{"r": [1, 2], "i": 0}, {"r": [], "i": 1}]


def test_a_parallel_is_tried_again(machine):
    """AWS tells of its failure at the last time alone; nothing catches what the language itself refuses."""
    branches = [{"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "E"}}}]
    found = run(machine(one({"Type": "Parallel", "Branches": branches, "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 1, "MaxAttempts": 1}]})))
    assert types(found["executionArn"]) == ["ExecutionStarted", "ParallelStateEntered", "ParallelStateStarted", "FailStateEntered",
                                            "ParallelStateStarted", "FailStateEntered", "ParallelStateFailed", "ExecutionFailed"]
    wrong = one({"Type": "Parallel", "InputPath": "$.nope", "Branches": branches, "Catch": [{"ErrorEquals": ["States.Runtime"], "Next": "C"}]})
    wrong["States"]["C"] = {"Type": "Pass", "End": True}
    assert run(machine(wrong))["error"] == "States.Runtime"


def test_how_often_a_state_was_tried(machine):
    inner = {"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 2, "Next": "S"}], "Default": "F"},
                                        "S": {"Type": "Succeed"}, "F": {"Type": "Fail", "Error": "E"}}}
    found = run(machine(one({"Type": "Parallel", "Parameters": {"n.$": "$$.State.RetryCount"}, "Branches": [inner],
                             "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 1, "MaxAttempts": 3}]})))
    assert output(found) == [{"n": 2}]


def test_iterations_that_fail(machine):
    inner = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {
        "I": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "F"}], "Default": "S"},
        "F": {"Type": "Fail", "Error": "E"}, "S": {"Type": "Succeed"}}}
    assert len(output(run(machine(one({"Type": "Map", "ItemProcessor": inner, "ToleratedFailureCount": 1})), [1, 2, 3]))) == 3
    found = run(machine(one({"Type": "Map", "ItemProcessor": inner})), [1, 2, 3])
    assert (found["error"], found["cause"]) == ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded")
    found = run(machine(one({"Type": "Map", "ItemProcessor": {**inner, "ProcessorConfig": {"Mode": "INLINE"}}})), [1, 2, 3])
    assert found["error"] == "E" and {"MapIterationFailed", "MapStateFailed"} < set(types(found["executionArn"]))
    batches = machine(one({"Type": "Map", "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"k.$": "$[0]"}},
                           "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": True}}}}))
    assert output(run(batches, [1, 2, 3])) == [{"BatchInput": {"k": 1}, "Items": [1, 2]}, {"BatchInput": {"k": 1}, "Items": [3]}]


# ---- tasks ----

@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


def take(queue):
    def look():
        return SQS.receive_message(QueueUrl=queue, WaitTimeSeconds=2).get("Messages")
    (message,) = until(look)
    SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return json.loads(message["Body"])


def test_a_message_is_sent(machine, queue):
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                             "Parameters": {"QueueUrl": queue, "MessageBody": {"a.$": "$.a"}}})), {"a": 1})
    assert take(queue) == {"a": 1}
    told = output(found)
    assert told["MessageId"] and told["SdkHttpMetadata"]["HttpStatusCode"] == 200 and told["SdkResponseMetadata"]["RequestId"]
    scheduled = events(found["executionArn"])[2]["taskScheduledEventDetails"]
    assert (scheduled["resourceType"], scheduled["resource"], scheduled["region"]) == ("sqs", "sendMessage", "us-east-1")
    assert json.loads(scheduled["parameters"]) == {"QueueUrl": queue, "MessageBody": {"a": 1}}
    assert types(found["executionArn"])[2:5] == ["TaskScheduled", "TaskStarted", "TaskSucceeded"]


def callback(queue, **more):
    return one({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", **more,
                "Parameters": {"QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}}})


def test_a_task_waits_for_its_token(machine, queue):
    arn = machine(callback(queue, HeartbeatSeconds=1000))
    execution = SFN.start_execution(stateMachineArn=arn)["executionArn"]
    token = take(queue)["token"]
    SFN.send_task_heartbeat(taskToken=token)
    fails("InvalidOutput", SFN.send_task_success, taskToken=token, output="nothing")
    SFN.send_task_success(taskToken=token, output='{"b": 2}')
    assert output(ended(execution)) == {"b": 2}
    assert types(execution)[2:6] == ["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"]
    assert fails("TaskTimedOut", SFN.send_task_success, taskToken=token, output="{}") == "Task Timed Out: 'Provided task does not exist anymore'"
    fails("InvalidToken", SFN.send_task_heartbeat, taskToken="nothing")


def test_a_task_with_a_token_fails(machine, queue):
    execution = SFN.start_execution(stateMachineArn=machine(callback(queue)))["executionArn"]
    SFN.send_task_failure(taskToken=take(queue)["token"], error="E", cause="C")
    found = ended(execution)
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "E", "C")
    assert events(execution)[-2]["taskFailedEventDetails"] == {
        "error": "E", "cause": "C", "resource": "sendMessage.waitForTaskToken", "resourceType": "sqs"}


@pytest.mark.parametrize("limit", [{"TimeoutSeconds": 1}, {"HeartbeatSeconds": 1, "TimeoutSeconds": 100000}])
def test_a_task_is_late(machine, queue, limit):
    found = run(machine(callback(queue, **limit)))
    assert (found["status"], found["error"]) == ("FAILED", "States.Timeout")
    assert types(found["executionArn"])[-2] == "TaskTimedOut"


def test_a_silent_task_is_caught_by_its_name(machine, queue):
    definition = callback(queue, HeartbeatSeconds=1, Catch=[{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "C"}])
    definition["States"]["C"] = {"Type": "Pass", "End": True}
    assert output(run(machine(definition)))["Error"] == "States.HeartbeatTimeout"


def test_activities(machine, name):
    arn = SFN.create_activity(name=name)["activityArn"]
    assert SFN.create_activity(name=name)["activityArn"] == arn
    assert SFN.describe_activity(activityArn=arn)["name"] == name
    assert name in [a["name"] for a in SFN.list_activities()["activities"]]
    execution = SFN.start_execution(stateMachineArn=machine(one({"Type": "Task", "Resource": arn})), input='{"a":1}')["executionArn"]
    task = SFN.get_activity_task(activityArn=arn, workerName="w")
    assert json.loads(task["input"]) == {"a": 1}
    SFN.send_task_success(taskToken=task["taskToken"], output="3")
    assert output(ended(execution)) == 3
    assert types(execution)[2:5] == ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"]
    found = {}
    worker = threading.Thread(target=lambda: found.update(SFN.get_activity_task(activityArn=arn)))
    worker.start()
    execution = SFN.start_execution(stateMachineArn=machine(one({"Type": "Task", "Resource": arn})), input='"later"')["executionArn"]
    worker.join(WITHIN)
    assert json.loads(found["input"]) == "later"
    SFN.send_task_failure(taskToken=found["taskToken"], error="E")
    assert ended(execution)["error"] == "E"
    SFN.delete_activity(activityArn=arn)
    fails("ActivityDoesNotExist", SFN.get_activity_task, activityArn=arn)
    found = run(machine(one({"Type": "Task", "Resource": arn})))
    assert found["cause"].endswith(f"The activity {arn} does not exist.")


@pytest.fixture(name="table")
def make_table(name):
    DYNAMODB.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])
    DYNAMODB.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    yield name
    DYNAMODB.delete_table(TableName=name)


def item(service, action, table, **more):
    return {"Type": "Task", "Resource": f"arn:aws:states:::{service}:{action}",
            "Parameters": {"TableName": table, **({"Item": {"id": {"S.$": "$.id"}}} if action == "putItem" else {"Key": {"id": {"S.$": "$.id"}}}), **more}}


@pytest.mark.parametrize("service,error", [("dynamodb", "DynamoDB.ConditionalCheckFailedException"), ("aws-sdk:dynamodb", "DynamoDb.ConditionalCheckFailedException")])
def test_items(machine, table, service, error):
    found = run(machine({"StartAt": "P", "States": {
        "P": {**item(service, "putItem", table, ConditionExpression="attribute_not_exists(id)"), "ResultPath": None, "Next": "G"},
        "G": {**item(service, "getItem", table), "End": True}}}), {"id": "1"})
    assert output(found)["Item"] == {"id": {"S": "1"}} and ("SdkHttpMetadata" in output(found)) == (service == "dynamodb")
    found = run(machine(one(item(service, "putItem", table, ConditionExpression="attribute_not_exists(id)"))), {"id": "1"})
    assert found["error"] == error and found["cause"].startswith("The conditional request failed (Service: ")


def test_topics_events_and_parameters(machine, queue, name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    arn_of_queue = queue_arn(SQS, queue)
    SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn_of_queue, Attributes={"RawMessageDelivery": "true"})
    assert output(run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                                   "Parameters": {"TopicArn": topic, "Message": {"a": 1}}}))))["MessageId"]
    assert take(queue) == {"a": 1}
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": topic + "x", "Message": "m"}})))
    assert found["error"] == "SNS.NotFoundException"
    EVENTS.put_rule(Name=name, EventPattern='{"source": ["states.test"]}')
    EVENTS.put_targets(Rule=name, Targets=[{"Id": "q", "Arn": arn_of_queue}])
    arn = machine(one({"Type": "Task", "Resource": "arn:aws:states:::events:putEvents",
                       "Parameters": {"Entries": [{"Source": "states.test", "DetailType": "t", "Detail": {"b.$": "$.b"}}]}}))
    found = run(arn, {"b": 2})
    assert output(found)["FailedEntryCount"] == 0
    event = take(queue)
    assert event["detail"] == {"b": 2} and event["resources"] == [arn, found["executionArn"]]
    EVENTS.remove_targets(Rule=name, Ids=["q"])
    EVENTS.delete_rule(Name=name)
    SNS.delete_topic(TopicArn=topic)
    found = run(machine({"StartAt": "P", "States": {
        "P": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:putParameter",
              "Parameters": {"Name": "/" + name, "Value": "v", "Type": "String"}, "Next": "G"},
        "G": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:getParameter", "Parameters": {"Name": "/" + name}, "End": True}}}))
    assert output(found)["Parameter"]["Value"] == "v"
    SSM.delete_parameter(Name="/" + name)
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": name, "Key": "k"}})))
    assert found["error"] == "S3.NoSuchBucketException"
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {}})))
    assert found["cause"] == "slrun's local cloud has no integration of Step Functions with ecs:runTask.sync"


def test_a_result_is_too_large(machine, name):
    S3.create_bucket(Bucket=name)
    S3.put_object(Bucket=name, Key="k", Body="x" * 300_000)
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": name, "Key": "k"}})))
    S3.delete_object(Bucket=name, Key="k")
    S3.delete_bucket(Bucket=name)
    assert found["error"] == "States.DataLimitExceeded" and "TaskSucceeded" not in types(found["executionArn"])
    assert found["cause"].endswith("returned a result with a size exceeding the maximum number of bytes service limit.")


def test_executions_start_executions(machine):
    inner, broken = machine(one({"Type": "Pass", "Result": {"x": 1}})), machine(one({"Type": "Fail", "Error": "E", "Cause": "C"}))

    def task(end, arn):
        return machine(one({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution" + end, "Parameters": {"StateMachineArn": arn, "Input": {"a.$": "$.a"}}}))
    found = output(run(task("", inner), {"a": 1}))
    assert set(found) == {"ExecutionArn", "StartDate", "SdkHttpMetadata", "SdkResponseMetadata"}
    assert json.loads(ended(found["ExecutionArn"])["input"]) == {"a": 1}
    found = output(run(task(".sync:2", inner), {"a": 1}))
    assert (found["Status"], found["Output"], found["Input"]) == ("SUCCEEDED", {"x": 1}, {"a": 1})
    assert output(run(task(".sync", inner), {"a": 1}))["Output"] == '{"x":1}'
    found = run(task(".sync", broken), {"a": 1})
    assert found["error"] == "States.TaskFailed" and json.loads(found["cause"])["Error"] == "E"
    found = run(task("", inner + "x"), {"a": 1})
    assert found["error"] == "StepFunctions.StateMachineDoesNotExistException"
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeStateMachine", "Parameters": {"StateMachineArn": inner}})))
    assert output(found)["StateMachineArn"] == inner


CODE = """
def handler(event, context):
    if event.get("fail"):
        raise KeyError(event["fail"])
    return {"got": event}
"""


@pytest.fixture(name="function", scope="module")
def make_function():
    name = f"states-{uuid.uuid4().hex[:10]}"
    arn = LAMBDA.create_function(FunctionName=name, Runtime="python3.11", Role=ROLE, Handler="app.handler", Code={"ZipFile": zipped(CODE)})["FunctionArn"]
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
    yield arn
    LAMBDA.delete_function(FunctionName=name)


def test_functions(machine, function):
    found = run(machine(one({"Type": "Task", "Resource": function})), {"a": 1})
    assert output(found) == {"got": {"a": 1}}
    assert types(found["executionArn"])[2:5] == ["LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded"]
    found = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                             "Parameters": {"FunctionName": function, "Payload.$": "$"}, "ResultSelector": {"p.$": "$.Payload", "s.$": "$.StatusCode"}})), {"a": 1})
    assert output(found) == {"p": {"got": {"a": 1}}, "s": 200}
    plain = run(machine(one({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": function, "Payload": {}}})))
    told = output(plain)["SdkHttpMetadata"]
    assert told["HttpHeaders"]["Content-Length"] == str(len(json.dumps(output(plain)["Payload"], separators=(",", ":"))))
    assert told["AllHttpHeaders"]["X-Amz-Executed-Version"] == ["$LATEST"] and told["HttpHeaders"]["Content-Type"] == "application/json"


def test_functions_that_fail(machine, function):
    retried = {"Type": "Task", "Resource": function, "End": True, "Retry": [{"ErrorEquals": ["KeyError"], "IntervalSeconds": 1, "MaxAttempts": 1}],
               "Catch": [{"ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.e", "Next": "C"}]}
    found = run(machine({"StartAt": "A", "States": {"A": retried, "C": {"Type": "Pass", "End": True}}}), {"fail": "x"})
    told = output(found)
    assert told["e"]["Error"] == "KeyError" and json.loads(told["e"]["Cause"])["errorMessage"] == "'x'"
    assert types(found["executionArn"]).count("LambdaFunctionFailed") == 2
    found = run(machine(one({"Type": "Task", "Resource": function + "x"})))
    assert found["error"] == "Lambda.ResourceNotFoundException"


# ---- stacks, and others that start executions ----

TEMPLATE = """
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Send
        States:
          Send:
            Type: Task
            Resource: arn:aws:states:::sqs:sendMessage
            Parameters: {QueueUrl: !Ref Queue, MessageBody.$: $.detail}
            End: true
      Policies: [{SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}}]
      Events:
        Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [%(name)s]}}}
  Plain:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::000000000000:role/r
      StateMachineType: EXPRESS
      DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "${word}", "End": true}}}'
      DefinitionSubstitutions: {word: hello}
  Status:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [aws.states], detail: {stateMachineArn: [!Ref Machine], status: [SUCCEEDED]}}
      Targets: [{Id: queue, Arn: !GetAtt Queue.Arn, InputPath: $.detail.name}]
  Started:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Pass, Parameters: {got.$: $.body}, End: true}}}
      Events:
        Api: {Type: Api, Properties: {Path: /start, Method: post}}
  Activity: {Type: AWS::StepFunctions::Activity, Properties: {Name: %(name)s}}
Outputs:
  Queue: {Value: !Ref Queue}
  Machine: {Value: !Ref Machine}
  Plain: {Value: !GetAtt Plain.Arn}
  Started: {Value: !Ref Started}
  Api: {Value: !Ref ServerlessRestApi}
  Activity: {Value: !Ref Activity}
"""


def test_stacks(name):
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=TEMPLATE % {"name": name}, Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    out = {o["OutputKey"]: o["OutputValue"] for o in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    EVENTS.put_events(Entries=[{"Source": name, "DetailType": "t", "Detail": '{"a": 1}'}])
    assert take(out["Queue"]) == {"a": 1}
    (execution,) = SFN.list_executions(stateMachineArn=out["Machine"])["executions"]
    assert take(out["Queue"]) == execution["name"] # which EventBridge heard of
    url = f"{os.environ['SLRUN_LOCAL_URL']}/_api/{out['Api']}/Prod/start"
    with urllib.request.urlopen(urllib.request.Request(url, data=b'{"body": 5}', headers={"Content-Type": "application/json"})) as answer:
        started = json.load(answer)["executionArn"]
    assert output(ended(started)) == {"got": 5} and started.split(":")[6] in out["Started"]
    assert json.loads(SFN.start_sync_execution(stateMachineArn=out["Plain"])["output"]) == "hello"
    assert SFN.describe_activity(activityArn=out["Activity"])["name"] == name
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("StateMachineDoesNotExist", SFN.describe_state_machine, stateMachineArn=out["Machine"])
