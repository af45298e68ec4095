# SPDX-License-Identifier: Apache-2.0
"""boto3's RedriveExecution and UpdateMapRun on the local cloud: which executions of a Map Run a redrive runs again. Histories, answers and words are as AWS
was recorded to give them (radkawar/stackd, testdata/aws/stepfunctions/redrive_map.json, September 2026).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest

from redrives import SFN, Machine, described, ended, history, redrive, refused
from sdk import fails, until

S3 = boto3.client("s3")


@pytest.fixture(name="machine")
def a_machine():
    return Machine()


def distributed(inner, kind="STANDARD", **more):
    return {"Each": {"Type": "Map", "Label": "each", "End": True, **more, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "Before", "States": {
            "Before": {"Type": "Pass", "Parameters": {"value.$": "$", "before.$": "$$.Execution.RedriveCount"}, "Next": "One"}, "One": inner}}}}


def children(run, **more):
    return {json.loads(described(e["executionArn"])["input"]): e for e in SFN.list_executions(mapRunArn=run, **more)["executions"]}


def map_run(arn):
    [run] = SFN.list_map_runs(executionArn=arn)["mapRuns"]
    return SFN.describe_map_run(mapRunArn=run["mapRunArn"])


def test_a_map_run_goes_on_with_its_executions(machine):
    arn = machine.start(distributed(machine.task(), MaxConcurrency=3), [0, 1, 2, 3, 4])
    leases = {given["input"]["value"]: token for token, given in (machine.lease() for _ in range(3))}
    SFN.send_task_success(taskToken=leases[0], output='"kept"')
    leases |= {given["input"]["value"]: token for token, given in (machine.lease() for _ in range(1))}
    SFN.send_task_failure(taskToken=leases[1], error="Probe", cause="said")
    assert ended(arn)["error"] == "States.ExceedToleratedFailureThreshold"
    failed = map_run(arn)
    counts = failed["executionCounts"]
    assert (counts["succeeded"], counts["failed"], counts["aborted"], counts["pending"]) == (1, 1, 2, 1)
    before = children(failed["mapRunArn"])
    assert described(before[1]["executionArn"])["redriveStatus"] == "REDRIVABLE_BY_MAP_RUN"
    refused("ValidationException", before[1]["executionArn"], "Labeled Execution ARNs are not supported for this API")
    last = len(history(arn))
    redrive(arn)
    for _ in range(4):
        given = machine.lease()
        assert given[1]["input"]["before"] == 0
        SFN.send_task_success(taskToken=given[0], output=json.dumps(given[1]["input"]["value"] * 10))
    assert json.loads(ended(arn)["output"]) == ["kept", 10, 20, 30, 40]
    entered = next(i for i, kind, _ in history(arn) if kind == "MapStateEntered")
    assert history(arn, last)[:3] == [(last + 1, "ExecutionRedriven", last), (last + 2, "MapRunRedriven", entered), (last + 3, "MapRunSucceeded", last + 2)]
    done = map_run(arn)
    assert done["mapRunArn"] == failed["mapRunArn"] and done["startDate"] == failed["startDate"]
    assert (done["redriveCount"], done["status"], done["executionCounts"]["succeeded"], done["executionCounts"]["pendingRedrive"]) == (1, "SUCCEEDED", 5, 0)
    after = children(failed["mapRunArn"])
    assert {v: after[v]["executionArn"] for v in before} == {v: before[v]["executionArn"] for v in before}
    assert {v: e["redriveCount"] for v, e in after.items()} == {0: 0, 1: 1, 2: 1, 3: 1, 4: 0}
    assert set(children(failed["mapRunArn"], redriveFilter="REDRIVEN")) == {1, 2, 3}
    again = history(after[1]["executionArn"])
    task = next(i for i, kind, _ in again if kind == "TaskStateEntered")
    redriven = next(i for i, kind, _ in again if kind == "ExecutionRedriven")
    assert again[redriven] == (redriven + 1, "ActivityScheduled", task)


def test_express_executions_of_a_map_run_begin_anew():
    bucket = "redrive-" + uuid.uuid4().hex[:8]
    S3.create_bucket(Bucket=bucket)
    S3.put_object(Bucket=bucket, Key="0", Body=b"zero")
    read = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": True,
            "Parameters": {"Bucket": bucket, "Key.$": "States.Format('{}', $.value)"},
            "ResultSelector": {"body.$": "$.Body", "count.$": "$$.Execution.RedriveCount", "execution.$": "$$.Execution"}}
    arn = Machine().start(distributed(read, "EXPRESS", MaxConcurrency=1), [0, 1])
    assert ended(arn)["status"] == "FAILED"
    before = children(map_run(arn)["mapRunArn"])
    S3.put_object(Bucket=bucket, Key="0", Body=b"other")
    S3.put_object(Bucket=bucket, Key="1", Body=b"one")
    redrive(arn)
    output = json.loads(ended(arn)["output"])
    assert [(o["body"], o["count"]) for o in output] == [("zero", 0), ("one", 1)]
    assert "RedriveTime" not in output[1]["execution"]
    after = children(map_run(arn)["mapRunArn"])
    assert after[1]["executionArn"] == before[1]["executionArn"] and after[0]["startDate"] == before[0]["startDate"]
    assert after[1]["redriveCount"] == 1 and "redriveDate" not in after[1]
    fails("InvalidArn", SFN.get_execution_history, executionArn=after[1]["executionArn"])


def test_a_map_run_changes_while_it_runs(machine):
    arn = machine.start(distributed(machine.task(), MaxConcurrency=1), [0, 1, 2, 3])
    run = until(lambda: SFN.list_map_runs(executionArn=arn)["mapRuns"])[0]["mapRunArn"]

    def running(n):
        return until(lambda: SFN.describe_map_run(mapRunArn=run)["executionCounts"]["running"] == n)
    running(1)
    SFN.update_map_run(mapRunArn=run, maxConcurrency=3, toleratedFailureCount=1)
    running(3)
    told = SFN.describe_map_run(mapRunArn=run)
    assert (told["maxConcurrency"], told["toleratedFailureCount"], told["toleratedFailurePercentage"]) == (3, 1, 0)
    machine.fail()
    for _ in range(3):
        machine.succeed("good")
    assert json.loads(ended(arn)["output"]).count("good") == 3
    fails("ValidationException", SFN.update_map_run, mapRunArn=run, maxConcurrency=1)
    fails("ResourceNotFound", SFN.update_map_run, mapRunArn=run + "x", maxConcurrency=1)
    fails("ValidationException", SFN.update_map_run, mapRunArn=run, toleratedFailurePercentage=101)
