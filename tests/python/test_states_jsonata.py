# SPDX-License-Identifier: Apache-2.0
"""boto3's Step Functions client on the local cloud: states in JSONata. Histories and texts of errors are as AWS records them.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest

from sdk import fails, until

SFN, SQS = boto3.client("stepfunctions"), boto3.client("sqs")
ROLE = "arn:aws:iam::000000000000:role/states"


@pytest.fixture(name="machine")
def make_machine():
    made = []

    def make(states, **more):
        definition = {"QueryLanguage": "JSONata", "StartAt": next(iter(states)), "States": states, **more}
        made.append(SFN.create_state_machine(name=f"jsonata-{uuid.uuid4().hex[:10]}", definition=json.dumps(definition),
                                             roleArn=ROLE)["stateMachineArn"])
        return made[-1]

    yield make
    for arn in made:
        SFN.delete_state_machine(stateMachineArn=arn)


NOTHING = {}


def run(arn, given=NOTHING):
    started = SFN.start_execution(stateMachineArn=arn, input=json.dumps(given))["executionArn"]

    def look():
        found = SFN.describe_execution(executionArn=started)
        return found if found["status"] != "RUNNING" else None
    return until(look)


def output(found):
    assert found["status"] == "SUCCEEDED", found
    return json.loads(found["output"])


def error(found):
    assert found["status"] == "FAILED", found
    return found["error"], found["cause"]


def events(found):
    return SFN.get_execution_history(executionArn=found["executionArn"], maxResults=1000)["events"]


def one(**state):
    """States of one, A."""
    return {"A": {**state, **({} if state["Type"] in ("Succeed", "Fail", "Choice") else {"End": True})}}


# ---- data ----

def test_what_states_see(machine):
    given = {"name": "Ada", "list": [1, 2, 3], "empty": [], "nested": {"deep": [{"x": 1}, {"x": 2}]}}
    arn = machine(one(Type="Pass", Output={
        "whole": "{% $states.input %}",
        "sum": "{% $sum($states.input.list) %}",
        "half": "{% $states.input.list[0] / 2 %}",
        "xs": "{% $states.input.nested.deep.x %}",
        "empty": "{% $states.input.empty %}",
        "state": "{% $states.context.State.Name %}",
        "execution": "{% $states.context.Execution.Input.name %}",
        "list": ["{% $uppercase($states.input.name) %}", None, 0.1, {"in": "{%$not(true)%}"}],
        "text": " {% not this %} ", "path": "$.name",
    }))
    assert output(run(arn, given)) == {
        "whole": given, "sum": 6, "half": 0.5, "xs": [1, 2], "empty": [], "state": "A", "execution": "Ada",
        "list": ["ADA", None, 0.1, {"in": False}], "text": " {% not this %} ", "path": "$.name"}


@pytest.mark.parametrize("value", [None, 0, 0.1, True, "text", [], [None, "{% 1 + 1 %}"], "{% $states.input %}"], ids=str)
def test_an_output_of_any_type(machine, value):
    wanted = {"[None, '{% 1 + 1 %}']": [None, 2], "{% $states.input %}": {"a": 1}}.get(str(value), value)
    assert output(run(machine(one(Type="Pass", Output=value)), {"a": 1})) == wanted


def test_step_functions_own_functions(machine):
    arn = machine(one(Type="Pass", Output={
        "partition": "{% $partition([1..5], 2) %}", "range": "{% $range(1, 9, 3) %}", "down": "{% $range(5, 1, -2) %}",
        "md5": "{% $hash('x', 'MD5') %}", "sha": "{% $hash('x', 'SHA-256') %}",
        "parsed": "{% $parse('{\"a\": [1, null]}') %}", "same": "{% $random(7) = $random(7) %}",
        "random": "{% $random() < 1 %}", "uuid": "{% $length($uuid()) %}", "eval": "{% $exists($eval) %}",
        "now": "{% $now() > '2020' and $millis() > 1.5e12 %}"}))
    assert output(run(arn)) == {
        "partition": [[1, 2], [3, 4], [5]], "range": [1, 4, 7], "down": [5, 3, 1],
        "md5": "9dd4e461268c8034f5c8564e155c67a6",
        "sha": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "parsed": {"a": [1, None]}, "same": True, "random": True, "uuid": 36, "eval": False, "now": True}


def test_variables(machine):
    arn = machine({
        "A": {"Type": "Pass", "Assign": {"a": 1, "b": "{% $states.input.n * 2 %}"}, "Next": "B"},
        "B": {"Type": "Pass", "Assign": {"a": "{% $a + $b %}", "old": "{% $a %}"}, "Output": "{% $a %}", "Next": "C"},
        "C": {"Type": "Pass", "Output": {"a": "{% $a %}", "old": "{% $old %}", "in": "{% $states.input %}"}, "End": True}})
    found = run(arn, {"n": 5})
    assert output(found) == {"a": 11, "old": 1, "in": 1}
    exits = [e["stateExitedEventDetails"] for e in events(found) if e["type"] == "PassStateExited"]
    assert exits[1]["assignedVariables"] == {"a": "11", "old": "1"}


def test_both_languages_share_variables(machine):
    arn = SFN.create_state_machine(name=f"both-{uuid.uuid4().hex[:8]}", roleArn=ROLE, definition=json.dumps({
        "StartAt": "A", "States": {
            "A": {"Type": "Pass", "Assign": {"a.$": "$.n"}, "Next": "B"},
            "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"b": "{% $a + 1 %}"}, "Next": "C"},
            "C": {"Type": "Pass", "Parameters": {"a.$": "$a", "b.$": "$b", "n": "{% $a %}"}, "End": True}}}))["stateMachineArn"]
    assert output(run(arn, {"n": 1})) == {"a": 1, "b": 2, "n": "{% $a %}"}
    SFN.delete_state_machine(stateMachineArn=arn)


# ---- states ----

def test_a_choice(machine):
    arn = machine({
        "A": {"Type": "Choice", "Default": "Other", "Output": "default", "Assign": {"by": "default"}, "Choices": [
            {"Condition": "{% $states.input.n > 10 %}", "Next": "Big", "Output": {"was": "{% $states.input.n %}"},
             "Assign": {"by": "rule"}},
            {"Condition": "{% $states.input.n = 10 %}", "Next": "Same"},
            {"Condition": False, "Next": "Other"}]},
        "Big": {"Type": "Pass", "Output": ["{% $by %}", "{% $states.input %}"], "End": True},
        "Same": {"Type": "Succeed"},
        "Other": {"Type": "Succeed", "Output": "{% $by & $states.input %}"}})
    assert output(run(arn, {"n": 11})) == ["rule", {"was": 11}]
    assert output(run(arn, {"n": 10})) == {"n": 10}
    assert output(run(arn, {"n": 1})) == "defaultdefault"
    name, cause = error(run(machine({
        "A": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.n %}", "Next": "B"}], "Default": "B"},
        "B": {"Type": "Succeed"}}), {"n": 1}))
    assert name == "States.QueryEvaluationError"
    assert cause.endswith("returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1")


def test_waiting_and_failing(machine):
    arn = machine({
        "A": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "Assign": {"x": "{% $states.input.s %}"}, "Next": "B"},
        "B": {"Type": "Wait", "Timestamp": "{% $fromMillis($millis()) %}", "Next": "C"},
        "C": {"Type": "Fail", "Error": "{% 'E' & $x %}", "Cause": "{% $string($states.input) %}"}})
    assert error(run(arn, {"s": 1})) == ("E1", '{"s":1}')


def test_a_time_that_is_none(machine):
    found = run(machine({"A": {"Type": "Wait", "Timestamp": "{% $states.input.at %}", "End": True}}), {"at": "2016-12-05 21:29:29Z"})
    said = ("An error occurred while executing the state 'A' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended "
            "offset date-time format string: 2016-12-05 21:29:29Z")
    assert (found["error"], found["cause"]) == ("States.QueryEvaluationError", said)
    [event] = [e for e in SFN.get_execution_history(executionArn=found["executionArn"])["events"] if e["type"] == "EvaluationFailed"]
    assert event["previousEventId"] == 2 and event["evaluationFailedEventDetails"] == {"error": found["error"], "cause": said, "location": "Timestamp", "state": "A"}


def test_a_parallel(machine):
    x, y = ({"StartAt": n, "States": {n: {"Type": "Pass", "Output": "{% [$states.input, $v] %}", "End": True}}} for n in "XY")
    arn = machine({
        "A": {"Type": "Pass", "Assign": {"v": 7}, "Next": "B"},
        "B": {"Type": "Parallel", "Arguments": "{% $states.input.n + 1 %}", "Branches": [x, y],
              "Output": {"in": "{% $states.input %}", "out": "{% $states.result %}"}, "End": True}})
    assert output(run(arn, {"n": 1})) == {"in": {"n": 1}, "out": [[2, 7], [2, 7]]}


@pytest.mark.parametrize("more,wanted", [
    ({"Items": "{% $states.input.list %}"}, [1, 2, 3]),
    ({"Items": [1, "{% 1 + 1 %}"], "MaxConcurrency": "{% 1 %}"}, [1, 2]),
    ({"Items": "{% $states.input.list %}", "ToleratedFailureCount": "{% 2 - 1 %}", "ToleratedFailurePercentage": "{% 50 %}",
      "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}", "v": "{% $states.context.Map.Item.Value %}",
                       "n": "{% $states.input.n %}"}},
     [{"i": i, "v": i + 1, "n": 9} for i in range(3)]),
    ({"Items": "{% $states.input.list %}", "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"n": "{% $states.input.n %}"}}},
     [{"BatchInput": {"n": 9}, "Items": [1, 2]}, {"BatchInput": {"n": 9}, "Items": [3]}]),
], ids=("items", "literal", "selector", "batches"))
def test_a_map(machine, more, wanted):
    processor = {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}
    if "ItemBatcher" in more:
        processor["ProcessorConfig"] = {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
    arn = machine(one(Type="Map", ItemProcessor=processor, Output="{% $states.result %}", **more))
    assert output(run(arn, {"list": [1, 2, 3], "n": 9})) == wanted


def test_the_history_of_a_map(machine):
    processor = {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}
    found = run(machine(one(Type="Map", Items=[1, 2], MaxConcurrency=1, ItemProcessor=processor)))
    assert [(e["type"], e["previousEventId"]) for e in events(found)][6:] == [
        ("MapIterationSucceeded", 6), ("MapIterationStarted", 6), ("PassStateEntered", 8), ("PassStateExited", 9),
        ("MapIterationSucceeded", 10), ("MapStateSucceeded", 11), ("MapStateExited", 11), ("ExecutionSucceeded", 13)]


def test_a_task(machine):
    url = SQS.create_queue(QueueName=f"jsonata-{uuid.uuid4().hex[:8]}")["QueueUrl"]
    arn = machine(one(Type="Task", Resource="arn:aws:states:::sqs:sendMessage", TimeoutSeconds="{% $states.input.t %}",
                      Arguments={"QueueUrl": "{% $states.input.url %}", "MessageBody": {"n": "{% 6 * 7 %}"}},
                      Assign={"id": "{% $states.result.MessageId %}"},
                      Output="{% $length($states.result.MessageId) + $states.input.t %}"))
    found = run(arn, {"url": url, "t": 5})
    assert output(found) == 41
    assert json.loads(SQS.receive_message(QueueUrl=url, WaitTimeSeconds=2)["Messages"][0]["Body"]) == {"n": 42}
    scheduled = next(e["taskScheduledEventDetails"] for e in events(found) if e["type"] == "TaskScheduled")
    assert scheduled["timeoutInSeconds"] == 5 and json.loads(scheduled["parameters"])["QueueUrl"] == url
    SQS.delete_queue(QueueUrl=url)


# ---- errors ----

FAILURES = [
    (dict(Type="Pass", Output="{% $nothing %}"), "'$nothing' specified for the field 'Output' returned nothing (undefined)."),
    (dict(Type="Pass", Output={"a": {"b": "{% $nothing %}"}}), "'$nothing' specified for the field 'Output/a/b' returned nothing (undefined)."),
    (dict(Type="Pass", Assign={"a": "{% $nothing %}"}), "'$nothing' specified for the field 'Assign/a' returned nothing (undefined)."),
    (dict(Type="Pass", Output="{% $nothing() %}"),
     "'$nothing()' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function"),
    (dict(Type="Pass", Output="{% function($x){$x} %}"),
     "'function($x){$x}' specified for the field 'Output' returned an unsupported result type."),
    (dict(Type="Pass", Output="{% 'a' + 1 %}"), "'Output' threw an error during evaluation. T2001: "),
    (dict(Type="Pass", Output="{% ($f := function($n){1 + $f($n)}; $f(1)) %}"), "'Output' threw an error during evaluation. D1011: "),
    (dict(Type="Pass", Output="{% ($f := function($n){$f($n)}; $f(1)) %}"), "'Output' threw an error during evaluation. D101"),
    (dict(Type="Wait", Seconds="{% 'x' %}"),
     "''x'' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: \"x\""),
    (dict(Type="Fail", Error="{% 1 %}"), "'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1"),
]


@pytest.mark.parametrize("state,said", FAILURES, ids=range(len(FAILURES)))
def test_expressions_that_fail(machine, state, said):
    found = run(machine(one(**state)))
    name, cause = error(found)
    assert name == "States.QueryEvaluationError"
    assert cause.startswith("An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression ")
    assert said in cause
    failed = next(e for e in events(found) if e["type"] == "EvaluationFailed")["evaluationFailedEventDetails"]
    assert failed == {"error": name, "cause": cause, "state": "A", "location": said.split("field '")[-1].split("'")[0]
                      if "field '" in said else said.split("'")[1]}


@pytest.mark.parametrize("given,kind", [(1, "number"), ("x", "string"), (None, "null"), ({"a": 1}, "object"), (True, "boolean")])
def test_items_that_are_none(machine, given, kind):
    processor = {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}
    text = json.dumps(given, separators=(",", ":"))
    found = run(machine(one(Type="Map", Items="{% $states.input.it %}", ItemProcessor=processor)), {"it": given})
    assert error(found)[1].endswith(f"The JSONata expression '$states.input.it' specified for the field 'Items' returned an "
                                    f"unexpected result type. Expected 'array', but was '{kind}' for value: {text}")
    assert [(e["type"], e["previousEventId"]) for e in events(found)][2:] == [
        ("EvaluationFailed", 0), ("MapStateFailed", 3), ("ExecutionFailed", 4)]
    assert error(run(machine(one(Type="Map", ItemProcessor=processor)), given))[1].endswith(
        f"Map state input must be an array but was: {text}")


def test_what_is_caught_and_tried_again(machine):
    arn = machine({
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {"QueueUrl": "{% $nothing %}"},
              "Retry": [{"ErrorEquals": ["States.QueryEvaluationError"], "IntervalSeconds": 1, "MaxAttempts": 1}],
              "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "B", "Assign": {"e": "{% $states.errorOutput.Error %}"},
                         "Output": {"in": "{% $states.input %}", "error": "{% $states.errorOutput %}"}}], "End": True},
        "B": {"Type": "Pass", "Output": "{% $merge([$states.input, {'e': $e}]) %}", "End": True}})
    found = run(arn, {"n": 1})
    caught = output(found)
    assert caught["in"] == {"n": 1} and caught["e"] == caught["error"]["Error"] == "States.QueryEvaluationError"
    assert "'Arguments/QueueUrl' returned nothing" in caught["error"]["Cause"]
    assert [e["type"] for e in events(found)].count("EvaluationFailed") == 2
    plain = machine({"A": {"Type": "Parallel", "Arguments": "{% $nothing %}", "Branches": [
        {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "End": True},
        "B": {"Type": "Succeed"}})
    assert output(run(plain))["Error"] == "States.QueryEvaluationError"


# ---- definitions ----

def only(field, language):
    other = "JSONata" if language == "JSONPath" else "JSONPath"
    return f"The QueryLanguage is set to '{other}', but field '{field}' is only supported for the '{language}' QueryLanguage at /States/A"


PASS = {"Type": "Pass", "End": True}
DEFINITIONS = [
    ({"QueryLanguage": "JSONata", "States": {"A": {**PASS, "InputPath": "$"}}}, only("InputPath", "JSONPath")),
    ({"QueryLanguage": "JSONata", "States": {"A": {**PASS, "Result": 1}}}, only("Result", "JSONPath")),
    ({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Wait", "SecondsPath": "$.a", "End": True}}}, only("SecondsPath", "JSONPath")),
    ({"States": {"A": {**PASS, "Output": 1}}}, only("Output", "JSONata")),
    ({"States": {"A": {"Type": "Parallel", "Arguments": {}, "Branches": [{"StartAt": "X", "States": {"X": PASS}}], "End": True}}},
     only("Arguments", "JSONata")),
    ({"QueryLanguage": "JSONata", "States": {"A": {**PASS, "QueryLanguage": "JSONPath"}}},
     "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A"),
    ({"QueryLanguage": "SQL", "States": {"A": PASS}}, "should have one of these values: [JSONPath, JSONata] at /QueryLanguage"),
    ({"QueryLanguage": "JSONata", "States": {"A": {**PASS, "Output": {"x": ["{% 1 + %}"]}}}}, "S0207: "),
    ({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [{"Next": "A"}]}}}, "These fields are required: [Condition]"),
    ({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [
        {"Variable": "$.a", "IsNull": True, "Next": "A"}]}}}, "but field 'Variable' is only supported for the 'JSONPath' QueryLanguage"),
    ({"States": {"A": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "A"}]}}},
     "but field 'Condition' is only supported for the 'JSONata' QueryLanguage"),
    ({"States": {"A": {"Type": "Map", "QueryLanguage": "JSONata", "Items": [], "End": True, "ItemProcessor": {
        "StartAt": "X", "States": {"X": {**PASS, "Output": 1}}}}}},
     "but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A/ItemProcessor/States/X"),
]


@pytest.mark.parametrize("definition,said", DEFINITIONS, ids=range(len(DEFINITIONS)))
def test_a_wrong_definition(definition, said):
    text = json.dumps({"StartAt": "A", **definition})
    assert said in fails("InvalidDefinition", SFN.create_state_machine, name="wrong", definition=text, roleArn=ROLE)
    assert SFN.validate_state_machine_definition(definition=text)["result"] == "FAIL"
