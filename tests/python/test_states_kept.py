# SPDX-License-Identifier: Apache-2.0
"""Executions under way when a local cloud with --data ends: what comes of their Map Runs when it begins again."""
import json
import signal

import pytest

from lambda_cloud import open_clouds, until  # pylint: disable=unused-import

ROLE = "arn:aws:iam::000000000000:role/r"
MACHINE = {"StartAt": "Map", "States": {"Map": {
    "Type": "Map", "Label": "each", "MaxConcurrency": 2, "End": True, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Wait",
        "States": {"Wait": {"Type": "Task", "Resource": "", "End": True}}}}}}


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_map_runs_begin_anew(open_cloud, tmp_path, ends):
    first = open_cloud("--data", str(tmp_path / "data"))
    states = first.client("stepfunctions")
    activity = states.create_activity(name="a")["activityArn"]
    MACHINE["States"]["Map"]["ItemProcessor"]["States"]["Wait"]["Resource"] = activity
    machine = states.create_state_machine(name="m", definition=json.dumps(MACHINE), roleArn=ROLE)["stateMachineArn"]
    execution = states.start_execution(stateMachineArn=machine, input="[1, 2, 3]")["executionArn"]
    run = until(lambda: states.list_map_runs(executionArn=execution)["mapRuns"])[0]["mapRunArn"]
    assert until(lambda: states.describe_map_run(mapRunArn=run)["executionCounts"]["running"] == 2)
    first.stop(ends)
    states = open_cloud("--data", str(tmp_path / "data")).client("stepfunctions")
    assert states.describe_map_run(mapRunArn=run)["status"] == "ABORTED"
    assert all(e["status"] == "ABORTED" for e in states.list_executions(mapRunArn=run)["executions"])
    runs = until(lambda: (lambda all: all if len(all) == 2 else None)(states.list_map_runs(executionArn=execution)["mapRuns"]))
    for _ in range(3):
        task = states.get_activity_task(activityArn=activity)
        states.send_task_success(taskToken=task["taskToken"], output=json.dumps(int(task["input"]) * 10))
    assert until(lambda: states.describe_execution(executionArn=execution)["status"] != "RUNNING")
    told = states.describe_execution(executionArn=execution)
    assert (told["status"], json.loads(told["output"])) == ("SUCCEEDED", [10, 20, 30])
    again = next(r["mapRunArn"] for r in runs if r["mapRunArn"] != run)
    counts = states.describe_map_run(mapRunArn=again)
    assert counts["status"] == "SUCCEEDED" and counts["executionCounts"]["succeeded"] == 3
