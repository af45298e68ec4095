# SPDX-License-Identifier: Apache-2.0
"""Executions under way when a local cloud with --data ends: they go on when it begins again, with their Map
Runs; and what had failed can still be redriven."""
import json
import signal

import pytest

from lambda_cloud import open_clouds, until  # pylint: disable=unused-import

ROLE = "arn:aws:iam::000000000000:role/r"
MACHINE = {"StartAt": "Map", "States": {"Map": {
    "Type": "Map", "Label": "each", "MaxConcurrency": 2, "End": True, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Wait",
        "States": {"Wait": {"Type": "Task", "Resource": "", "End": True}}}}}}


def machine_of(states, kind="STANDARD", activity=None):
    definition = json.loads(json.dumps(MACHINE))
    processor = definition["States"]["Map"]["ItemProcessor"]
    processor["ProcessorConfig"]["ExecutionType"] = kind
    processor["States"]["Wait"] = {"Type": "Task", "Resource": activity, "End": True} if activity else {"Type": "Wait", "Seconds": 2, "End": True}
    return states.create_state_machine(name="m", definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]


def begun(states, machine):
    """An execution of three items, of which two run."""
    execution = states.start_execution(stateMachineArn=machine, input="[1, 2, 3]")["executionArn"]
    run = until(lambda: states.list_map_runs(executionArn=execution)["mapRuns"])[0]["mapRunArn"]
    assert until(lambda: states.describe_map_run(mapRunArn=run)["executionCounts"]["running"] == 2)
    return execution, run


def one(states, activity, answer):
    task = states.get_activity_task(activityArn=activity)
    states.send_task_success(taskToken=task["taskToken"], output=json.dumps(answer(int(task["input"]))))


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_map_runs_go_on(open_cloud, tmp_path, ends):
    first = open_cloud("--data", str(tmp_path / "data"))
    states = first.client("stepfunctions")
    activity = states.create_activity(name="a")["activityArn"]
    execution, run = begun(states, machine_of(states, activity=activity))
    one(states, activity, lambda n: n * 10)
    assert until(lambda: states.describe_map_run(mapRunArn=run)["executionCounts"]["running"] == 2)
    before = {e["executionArn"] for e in states.list_executions(mapRunArn=run)["executions"]}
    first.stop(ends)
    states = open_cloud("--data", str(tmp_path / "data")).client("stepfunctions")
    counts = until(lambda: (lambda c: c if c["running"] == 2 else None)(states.describe_map_run(mapRunArn=run)["executionCounts"]))
    assert (counts["succeeded"], counts["total"]) == (1, 3)
    for _ in range(2):
        one(states, activity, lambda n: n * 100)
    assert until(lambda: states.describe_execution(executionArn=execution)["status"] != "RUNNING")
    told = states.describe_execution(executionArn=execution)
    assert told["status"] == "SUCCEEDED" and json.loads(told["output"])[0] == 10 and sorted(json.loads(told["output"])) == [10, 200, 300]
    [same] = states.list_map_runs(executionArn=execution)["mapRuns"]
    assert same["mapRunArn"] == run and {e["executionArn"] for e in states.list_executions(mapRunArn=run)["executions"]} == before
    assert states.describe_map_run(mapRunArn=run)["executionCounts"]["succeeded"] == 3
    kinds = [e["type"] for e in states.get_execution_history(executionArn=execution)["events"]]
    assert kinds == ["ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited",
                     "ExecutionSucceeded"]


def test_express_executions_of_map_runs_begin_anew(open_cloud, tmp_path):
    first = open_cloud("--data", str(tmp_path / "data"))
    states = first.client("stepfunctions")
    execution, run = begun(states, machine_of(states, "EXPRESS"))
    first.stop(signal.SIGKILL)
    states = open_cloud("--data", str(tmp_path / "data")).client("stepfunctions")
    assert until(lambda: states.describe_execution(executionArn=execution)["status"] != "RUNNING")
    assert json.loads(states.describe_execution(executionArn=execution)["output"]) == [1, 2, 3]
    assert len(states.list_executions(mapRunArn=run)["executions"]) == 3


def test_what_failed_before_can_be_redriven(open_cloud, tmp_path):
    first = open_cloud("--data", str(tmp_path / "data"))
    states = first.client("stepfunctions")
    activity = states.create_activity(name="a")["activityArn"]
    execution, run = begun(states, machine_of(states, activity=activity))
    one(states, activity, lambda n: n * 10)
    states.send_task_failure(taskToken=states.get_activity_task(activityArn=activity)["taskToken"], error="E", cause="C")
    assert until(lambda: states.describe_execution(executionArn=execution)["status"] == "FAILED")
    first.stop(signal.SIGTERM)
    states = open_cloud("--data", str(tmp_path / "data")).client("stepfunctions")
    assert states.describe_execution(executionArn=execution)["redriveStatus"] == "REDRIVABLE"
    states.redrive_execution(executionArn=execution)
    for _ in range(2):
        one(states, activity, lambda n: n * 100)
    assert until(lambda: states.describe_execution(executionArn=execution)["status"] != "RUNNING")
    assert json.loads(states.describe_execution(executionArn=execution)["output"]) == [10, 200, 300]
    assert states.describe_map_run(mapRunArn=run)["redriveCount"] == 1
