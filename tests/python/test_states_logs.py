# SPDX-License-Identifier: Apache-2.0
"""What executions of state machines write into CloudWatch Logs, as AWS was recorded to do it (LocalStack, tests/aws/services/stepfunctions/v2/logs).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import re
import subprocess
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import fails, until

SFN, LOGS = boto3.client("stepfunctions", config=Config(inject_host_prefix=False)), boto3.client("logs")
ROLE = "arn:aws:iam::000000000000:role/states"
WAITS = {"StartAt": "W", "States": {"W": {"Type": "Wait", "SecondsPath": "$.absent", "End": True}}}
FAILS = {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Bad", "Cause": "so"}}}
PASSES = {"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": {"a": 1}, "End": True}}}
TRIED = "log_stream_created_by_aws_to_validate_log_delivery_subscriptions"


@pytest.fixture(name="group")
def a_group():
    name = "/aws/vendedlogs/states/" + uuid.uuid4().hex[:8]
    LOGS.create_log_group(logGroupName=name)
    return name


def machine(definition, group=None, level="ALL", data=False, kind="STANDARD"):
    arn = f"arn:aws:logs:us-east-1:000000000000:log-group:{group}:*"
    logging = {"level": level, "includeExecutionData": data, "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": arn}}]}
    return SFN.create_state_machine(name="m-" + uuid.uuid4().hex[:8], definition=json.dumps(definition), roleArn=ROLE, type=kind,
                                    loggingConfiguration=logging)["stateMachineArn"]


def streams(group):
    return [one["logStreamName"] for one in LOGS.describe_log_streams(logGroupName=group)["logStreams"] if one["logStreamName"] != TRIED]


def lines(group, n):
    """The first n lines of a group, once they are there."""
    def look():
        found = LOGS.filter_log_events(logGroupName=group)["events"]
        return found if len(found) >= n else None
    return [json.loads(event["message"]) for event in until(look) or []]


def ended(arn):
    assert until(lambda: SFN.describe_execution(executionArn=arn)["status"] != "RUNNING")


def test_lines_are_the_events_of_the_history(group):
    arn = machine(PASSES, group, data=True)
    run = SFN.start_execution(stateMachineArn=arn, input='{"x":1}')["executionArn"]
    ended(run)
    found, history = lines(group, 4), SFN.get_execution_history(executionArn=run)["events"]
    assert [(line["id"], line["type"], line["previous_event_id"]) for line in found] == [
        (str(event["id"]), event["type"], str(event["previousEventId"])) for event in history]
    assert [line["event_timestamp"] for line in found] == [str(round(event["timestamp"].timestamp() * 1000)) for event in history]
    assert {line["execution_arn"] for line in found} == {run} and {line["redrive_count"] for line in found} == {"0"}
    assert found[0]["details"] == {"input": '{"x":1}', "inputDetails": {"truncated": False}, "roleArn": ROLE}
    assert found[2]["details"] == {"name": "P", "output": '{"a":1}', "outputDetails": {"truncated": False}}
    assert re.fullmatch(r"states/m-\w+/\d{4}(-\d\d){4}/[0-9a-f]{8}", streams(group)[0]) and len(streams(group)) == 1


def test_data_is_told_if_it_is_asked_for_alone(group):
    ended(SFN.start_execution(stateMachineArn=machine(PASSES, group), input='{"x":1}')["executionArn"])
    assert [line["details"] for line in lines(group, 4)] == [{"roleArn": ROLE}, {"name": "P"}, {"name": "P"}, {}]


@pytest.mark.parametrize("definition, level, types", [
    (PASSES, "ERROR", []), (FAILS, "ERROR", ["FailStateEntered", "ExecutionFailed"]), (FAILS, "FATAL", ["ExecutionFailed"]), (FAILS, "OFF", []),
    (WAITS, "ERROR", ["ExecutionFailed"]), (WAITS, "FATAL", ["ExecutionFailed"])])
def test_levels(group, definition, level, types):
    ended(SFN.start_execution(stateMachineArn=machine(definition, group, level))["executionArn"])
    ended(SFN.start_execution(stateMachineArn=machine(FAILS, group, "FATAL"), name="last")["executionArn"])
    found = [line for line in lines(group, len(types) + 1) if not line["execution_arn"].endswith(":last")]
    assert [line["type"] for line in found] == types


def test_all_executions_of_a_machine_share_a_stream(group):
    arn = machine(PASSES, group, kind="EXPRESS")
    runs = [SFN.start_sync_execution(stateMachineArn=arn)["executionArn"] for _ in range(3)]
    found = lines(group, 12)
    assert [line["execution_arn"] for line in found] == [run for run in runs for _ in range(4)]
    assert len(streams(group)) == 1


def test_a_group_that_is_gone_stops_nothing(group):
    arn = machine(PASSES, group)
    assert until(lambda: LOGS.describe_log_streams(logGroupName=group)["logStreams"])[0]["logStreamName"] == TRIED
    LOGS.delete_log_group(logGroupName=group)
    run = SFN.start_execution(stateMachineArn=arn)["executionArn"]
    ended(run)
    assert SFN.describe_execution(executionArn=run)["status"] == "SUCCEEDED"
    LOGS.create_log_group(logGroupName=group)
    ended(SFN.start_execution(stateMachineArn=arn)["executionArn"])
    assert len(lines(group, 4)) == 4


def test_exactly_one_destination():
    for logging in {"level": "ALL"}, {"level": "FATAL", "destinations": []}:
        assert fails("InvalidLoggingConfiguration", SFN.create_state_machine, name="m", definition=json.dumps(PASSES), roleArn=ROLE,
                     loggingConfiguration=logging) == "Invalid Logging Configuration: Must specify exactly one Log Destination."


def test_a_change_of_the_configuration(group):
    arn = SFN.create_state_machine(name="m-" + uuid.uuid4().hex[:8], definition=json.dumps(PASSES), roleArn=ROLE,
                                   loggingConfiguration={"destinations": []})["stateMachineArn"]
    assert SFN.describe_state_machine(stateMachineArn=arn)["loggingConfiguration"] == {
        "level": "OFF", "includeExecutionData": False, "destinations": []}
    destination = {"cloudWatchLogsLogGroup": {"logGroupArn": f"arn:aws:logs:us-east-1:000000000000:log-group:{group}:*"}}
    SFN.update_state_machine(stateMachineArn=arn, loggingConfiguration={"level": "ALL", "destinations": [destination]})
    ended(SFN.start_execution(stateMachineArn=arn)["executionArn"])
    assert len(lines(group, 4)) == 4


SPEC = """
local states <const> = require "slrun.states"
pattern { name = "express", stack = "template.yaml", sla = "1s" }
case "it fails" {
  act = function(t) states.start_execution { stateMachineArn = t.stack.Machine } end,
  poll = function(t) return {} end,
  check = function(t, found) expect(found.there):is_true() end,
}
"""

TEMPLATE = """
Resources:
  Group: {Type: AWS::Logs::LogGroup}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      RoleArn: arn:aws:iam::000000000000:role/r
      DefinitionString: '{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Bad","Cause":"no such item"}}}'
      LoggingConfiguration: {Level: ERROR, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !GetAtt Group.Arn}}]}
Outputs:
  Machine: {Value: !Ref Machine}
"""


def test_a_failed_wait_tells_what_an_express_execution_logged(tmp_path):
    (tmp_path / "express.lua").write_text(SPEC)
    (tmp_path / "template.yaml").write_text(TEMPLATE)
    done = subprocess.run([os.environ["SLRUN"], "express.lua"], cwd=tmp_path, timeout=120, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"log group Group +2 events\n +\+\d\.\d\d s  ExecutionFailed: Bad: no such item\n", done.stdout), done.stdout
