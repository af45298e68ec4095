# SPDX-License-Identifier: Apache-2.0
"""boto3's Step Functions client on the local cloud: state machines, versions, executions, stacks."""
import json
import os
import urllib.request

import pytest

from machines import (
    CLOUDFORMATION, ended, EVENTS, events, make_machine, make_name, one, output, ROLE, run, SFN, take, types)
from sdk import fails


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
