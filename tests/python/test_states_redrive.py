# SPDX-License-Identifier: Apache-2.0
"""boto3's RedriveExecution on the local cloud: what a redrive runs again and what it leaves. Histories, answers and words are as AWS
was recorded to give them (radkawar/stackd, testdata/aws/stepfunctions/redrive_execution.json, September 2026).

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import os
import urllib.request
import uuid

import boto3
import pytest

from redrives import ROLE, SFN, Machine, described, ended, history, redrive, refused
from sdk import fails, until


@pytest.fixture(name="machine")
def a_machine():
    return Machine()


def advance(duration):
    with urllib.request.urlopen(urllib.request.Request(os.environ["AWS_ENDPOINT_URL"] + "/_slrun/clock", method="POST",
                                                       data=json.dumps({"advance": duration}).encode())) as answer:
        answer.read()


def test_a_task_runs_again_and_what_succeeded_does_not(machine):
    work = machine.task(ResultPath="$.work", Next="Done", Retry=[{"ErrorEquals": ["Probe"], "IntervalSeconds": 1, "MaxAttempts": 1}])
    arn = machine.start({"First": machine.task(ResultPath="$.first", Next="Work"), "Work": work,
                         "Done": {"Type": "Pass", "Parameters": {"data.$": "$", "context.$": "$$.Execution"}, "End": True}}, {"n": 1})
    machine.succeed("kept")
    seen = [machine.fail(), machine.fail()]
    failed = ended(arn)
    assert (failed["redriveCount"], failed["redriveStatus"], "redriveDate" in failed) == (0, "REDRIVABLE", False)
    before = len(history(arn))
    date = redrive(arn, "A")
    running = described(arn)
    assert running["redriveCount"] == 1 and running["redriveDate"] == date and not {"stopDate", "error", "cause"} & set(running)
    assert running["redriveStatusReason"] == "Execution is RUNNING and cannot be redriven"
    seen += [machine.fail(), machine.fail()]
    assert [s["state"]["RetryCount"] for s in seen] == [0, 1, 0, 1]
    assert [s["execution"]["RedriveCount"] for s in seen] == [0, 0, 1, 1]
    assert len({s["state"]["EnteredTime"] for s in seen}) == 1 and len({s["execution"]["StartTime"] for s in seen}) == 1
    assert "RedriveTime" not in seen[0]["execution"] and seen[2]["execution"]["RedriveTime"]
    entered = next(i for i, kind, _ in history(arn) if kind == "TaskStateEntered" and i > 3)
    assert history(arn, before)[:2] == [(before + 1, "ExecutionRedriven", before), (before + 2, "ActivityScheduled", entered)]
    ended(arn)
    redrive(arn, "B")
    machine.succeed({"fixed": True})
    done = ended(arn)
    assert done["status"] == "SUCCEEDED" and done["redriveCount"] == 2 and "error" not in done
    assert done["redriveStatusReason"] == "Execution is SUCCEEDED and cannot be redriven"
    output = json.loads(done["output"])
    assert output["data"] == {"n": 1, "first": "kept", "work": {"fixed": True}} and output["context"]["RedriveCount"] == 2
    kinds = [kind for _, kind, _ in history(arn)]
    assert kinds.count("TaskStateEntered") == 2 and kinds.count("ExecutionRedriven") == 2 and kinds.count("ActivitySucceeded") == 2


def test_a_token_is_remembered(machine):
    arn = machine.start({"Work": machine.task()})
    refused("ExecutionNotRedrivable", arn, f"Execution {arn} invalid for redrive as: Execution is RUNNING and cannot be redriven", clientToken="A")
    machine.fail()
    ended(arn)
    first = redrive(arn, "A")
    assert redrive(arn, "A") == first
    refused("ExecutionNotRedrivable", arn, clientToken="B")
    machine.fail()
    ended(arn)
    assert redrive(arn, "A") == first and described(arn)["status"] == "FAILED" and described(arn)["redriveCount"] == 1
    redrive(arn, "B")
    assert redrive(arn, "A") == first
    machine.succeed(1)
    ended(arn)
    assert redrive(arn, "B") > first
    refused("ExecutionNotRedrivable", arn, clientToken="C")


def test_branches_of_a_parallel_state(machine):
    branches = [{"StartAt": n, "States": {n: machine.task()}} for n in ("Good", "Bad", "Late")]
    arn = machine.start({"Both": {"Type": "Parallel", "Branches": branches, "End": True}})
    tokens = {given["state"]["Name"]: token for token, given in (machine.lease() for _ in range(3))}
    SFN.send_task_success(taskToken=tokens["Good"], output='"kept"')
    SFN.send_task_failure(taskToken=tokens["Bad"], error="Probe", cause="said")
    ended(arn)
    before = history(arn)
    last = next(i for i, kind, _ in before if kind == "ActivityFailed")
    assert before[last:] == [(last + 1, "TaskStateAborted", last), (last + 2, "TaskStateAborted", last), (last + 3, "ParallelStateFailed", last),
                             (last + 4, "ExecutionFailed", last + 3)]
    redrive(arn)
    fails("TaskTimedOut", SFN.send_task_success, taskToken=tokens["Late"], output="1")
    entered = [i for i, kind, _ in before if kind == "TaskStateEntered"]
    until(lambda: len(history(arn)) == last + 7)
    assert history(arn, last + 4) == [(last + 5, "ExecutionRedriven", last + 4), (last + 6, "ActivityScheduled", entered[1]),
                                      (last + 7, "ActivityScheduled", entered[2])]
    again = {given["state"]["Name"]: token for token, given in (machine.lease() for _ in range(2))}
    assert set(again) == {"Bad", "Late"}
    for name in ("Late", "Bad"):
        SFN.send_task_success(taskToken=again[name], output=json.dumps(name))
    assert json.loads(ended(arn)["output"]) == ["kept", "Bad", "Late"]
    assert [kind for _, kind, _ in history(arn)].count("ParallelStateStarted") == 1
    [(exited, _, _)] = [e for e in history(arn) if e[1] == "TaskStateExited"][-1:]
    assert history(arn)[-3:-1] == [(exited + 1, "ParallelStateSucceeded", exited), (exited + 2, "ParallelStateExited", exited)]


def test_iterations_of_a_map_state(machine):
    arn = machine.start({"Each": {"Type": "Map", "MaxConcurrency": 1, "End": True, "ItemProcessor": {
        "StartAt": "One", "States": {"One": machine.task()}}}}, [{"i": i} for i in range(3)])
    machine.succeed("kept")
    machine.fail()
    ended(arn)
    before = history(arn)
    last = next(i for i, kind, _ in before if kind == "ActivityFailed")
    assert before[last:] == [(last + 1, "MapIterationFailed", last), (last + 2, "TaskStateAborted", last), (last + 3, "MapStateFailed", last),
                             (last + 4, "ExecutionFailed", last + 3)]
    redrive(arn)
    assert machine.succeed("again")["input"] == {"i": 1}
    assert machine.succeed("new")["input"] == {"i": 2}
    assert json.loads(ended(arn)["output"]) == ["kept", "again", "new"]
    after = [(kind, before) for _, kind, before in history(arn, last + 4)]
    entered = [i for i, kind, _ in before if kind == "TaskStateEntered"][1]
    end = last + 9
    assert after[:7] == [("ExecutionRedriven", last + 4), ("ActivityScheduled", entered), ("ActivityStarted", last + 6), ("ActivitySucceeded", last + 7),
                         ("TaskStateExited", last + 8), ("MapIterationSucceeded", end), ("MapIterationStarted", end)]


def test_nested_states_go_on_where_they_were(machine):
    inner = {"Type": "Map", "End": True, "ItemProcessor": {"StartAt": "One", "States": {"One": machine.task()}}}
    arn = machine.start({"Out": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": "In", "States": {"In": inner}}, {"StartAt": "Other", "States": {"Other": {"Type": "Succeed"}}}]}}, [1, 2])
    leases = sorted((machine.lease() for _ in range(2)), key=lambda lease: lease[1]["input"])
    SFN.send_task_success(taskToken=leases[0][0], output="10")
    SFN.send_task_failure(taskToken=leases[1][0], error="Probe", cause="said")
    ended(arn)
    redrive(arn)
    assert machine.fail()["input"] == 2
    ended(arn)
    redrive(arn)
    assert machine.succeed(20)["input"] == 2
    assert json.loads(ended(arn)["output"]) == [[10, 20], [1, 2]]
    kinds = [kind for _, kind, _ in history(arn)]
    assert (kinds.count("MapStateStarted"), kinds.count("ParallelStateStarted"), kinds.count("MapStateFailed")) == (1, 1, 2)


def test_states_that_are_given_up_are_told_of_once(machine):
    late = {"StartAt": "L", "States": {"L": {"Type": "Wait", "Seconds": 9999, "End": True}}}
    held = {"StartAt": "Held", "States": {"Held": {"Type": "Parallel", "End": True, "Branches": [late]}}}
    bad = {"StartAt": "Fell", "States": {"Fell": {"Type": "Map", "End": True, "ItemProcessor": {"StartAt": "B", "States": {"B": machine.task()}}}}}
    arn = machine.start({"Both": {"Type": "Parallel", "End": True, "Branches": [held, bad]}}, [1])
    machine.fail()
    ended(arn)
    last = next(i for i, kind, _ in history(arn) if kind == "ActivityFailed")
    assert [kind for _, kind, _ in history(arn, last)] == ["MapIterationFailed", "TaskStateAborted", "MapStateFailed", "WaitStateAborted",
                                                           "ParallelStateAborted", "MapStateAborted", "ParallelStateFailed", "ExecutionFailed"]


def test_an_execution_that_was_stopped(machine):
    arn = machine.start({"Work": machine.task()})
    token, _ = machine.lease()
    SFN.stop_execution(executionArn=arn, error="Stop", cause="enough")
    assert history(arn)[-1] == (5, "ExecutionAborted", 0)
    redrive(arn)
    fails("TaskTimedOut", SFN.send_task_heartbeat, taskToken=token)
    until(lambda: len(history(arn)) == 7)
    assert history(arn, 5) == [(6, "ExecutionRedriven", 5), (7, "ActivityScheduled", 2)]
    machine.succeed(1)
    assert ended(arn)["status"] == "SUCCEEDED"


TOKEN = {"Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 600,
         "Parameters": {"QueueUrl": "QUEUE", "MessageBody.$": "$$.Task.Token"}}
NEVER = {"StartAt": "N", "States": {"N": {"Type": "Wait", "Seconds": 99999, "End": True}}}


@pytest.mark.parametrize("state", [
    {"Type": "Wait", "Seconds": 99999}, {"Type": "Task", "Resource": "ACTIVITY"}, {"Type": "Task", **TOKEN},
    {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": {"StateMachineArn": "MACHINE"}},
    {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:none", "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 9999}]},
    {"Type": "Parallel", "Branches": [NEVER, {"StartAt": "M", "States": {"M": NEVER["States"]["N"]}}]}, {"Type": "Map", "ItemProcessor": NEVER},
    {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, **NEVER}},
], ids=("wait", "activity", "token", "sync", "retry", "parallel", "map", "distributed"))
def test_whatever_is_under_way_is_stopped_and_runs_again(machine, state):
    other = SFN.create_state_machine(name="o-" + uuid.uuid4().hex[:8], definition=json.dumps(NEVER), roleArn=ROLE)["stateMachineArn"]
    queue = boto3.client("sqs").create_queue(QueueName="q-" + uuid.uuid4().hex[:8])["QueueUrl"]
    text = json.dumps({**state, "End": True}).replace("ACTIVITY", machine.activity).replace("MACHINE", other).replace("QUEUE", queue)
    arn = machine.start({"A": json.loads(text)}, [1, 2])
    least = {"Wait": 2, "Parallel": 5, "Map": 4}.get(state["Type"], 3)
    for n in (1, 2):
        assert until(lambda: len(history(arn)) >= least)
        SFN.stop_execution(executionArn=arn)
        ends = history(arn)
        assert ends[-1][1:] == ("ExecutionAborted", 0) and described(arn)["status"] == "ABORTED"
        advance("100h")
        assert history(arn) == ends
        redrive(arn)
        least = len(ends) + 1
        assert described(arn)["redriveCount"] == n
    SFN.stop_execution(executionArn=arn)


def test_time_outs_begin_anew(machine):
    arn = machine.start({"Work": machine.task()}, TimeoutSeconds=30)
    machine.lease()
    advance("31s")
    assert ended(arn)["status"] == "TIMED_OUT" and history(arn)[-1][1:] == ("ExecutionTimedOut", 0)
    redrive(arn)
    machine.succeed(1)
    assert ended(arn)["status"] == "SUCCEEDED"


def test_a_wait_begins_anew(machine):
    arn = machine.start({"Wait": {"Type": "Wait", "Seconds": 1000, "Next": "Done"}, "Done": {"Type": "Succeed"}})
    until(lambda: len(history(arn)) == 2)
    advance("900s")
    SFN.stop_execution(executionArn=arn)
    redrive(arn)
    advance("900s")
    assert described(arn)["status"] == "RUNNING"
    advance("101s")
    assert ended(arn)["status"] == "SUCCEEDED"
    assert history(arn, 3)[:2] == [(4, "ExecutionRedriven", 3), (5, "WaitStateExited", 2)]


def test_a_fail_state_fails_again(machine):
    arn = machine.start({"No": {"Type": "Fail", "Error": "E", "Cause": "C"}})
    ended(arn)
    redrive(arn)
    again = ended(arn)
    assert (again["error"], again["cause"], again["redriveCount"]) == ("E", "C", 1)
    assert history(arn) == [(1, "ExecutionStarted", 0), (2, "FailStateEntered", 0), (3, "ExecutionFailed", 2), (4, "ExecutionRedriven", 3),
                            (5, "ExecutionFailed", 4)]


def test_a_failure_that_was_caught_is_no_matter_of_a_redrive(machine):
    both = {"Type": "Parallel", "Next": "Later", "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Later"}], "Branches": [
        {"StartAt": "A", "States": {"A": machine.task()}}, {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 9999, "End": True}}}]}
    arn = machine.start({"Both": both, "Later": machine.task()}, {"n": 1})
    machine.fail()
    assert machine.fail()["state"]["Name"] == "Later"
    ended(arn)
    assert [kind for _, kind, _ in history(arn) if "Aborted" in kind] == ["TaskStateAborted", "WaitStateAborted"]
    redrive(arn)
    assert machine.succeed(1)["state"]["Name"] == "Later"
    assert ended(arn)["status"] == "SUCCEEDED"


def test_after_two_weeks_it_is_too_late(machine):
    arn = machine.start({"No": {"Type": "Fail"}})
    ended(arn)
    advance(f"{14 * 24 + 1}h")
    assert described(arn)["redriveStatusReason"] == "Execution redrivable period exceeded"
    refused("ExecutionNotRedrivable", arn)


def test_what_has_no_redrive(machine):
    arn = machine.start({"Work": machine.task()})
    SFN.stop_execution(executionArn=arn)
    refused("ExecutionDoesNotExist", arn + "x")
    refused("InvalidArn", arn.replace(":execution:", ":express:") + ":id")
    refused("ValidationException", arn.replace(":e", "/Label:e"), "Labeled Execution ARNs are not supported for this API")
    fails("ValidationException", SFN.list_executions, stateMachineArn=arn.replace(":execution:", ":stateMachine:").rsplit(":", 1)[0],
          redriveFilter="REDRIVEN")
