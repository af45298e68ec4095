# SPDX-License-Identifier: Apache-2.0
"""The states language on the local cloud, by boto3: the way of data, choices, errors, fan-out."""
import datetime
import json

import pytest

from machines import (
    before, ended, events, make_machine, make_name, make_queue, one, output, ROLE, run, S3, SFN, types)
from sdk import fails


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
