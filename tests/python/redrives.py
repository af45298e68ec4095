# SPDX-License-Identifier: Apache-2.0
"""State machines whose tasks are those of one activity, and what becomes of their executions: of the tests of redrives."""
import json
import uuid

import boto3

from sdk import fails, until

SFN = boto3.client("stepfunctions")
ROLE = "arn:aws:iam::000000000000:role/states"
SEEN = {"input.$": "$", "execution.$": "$$.Execution", "state.$": "$$.State"}


class Machine:
    """A state machine whose tasks are those of one activity."""

    def __init__(self):
        self.activity = SFN.create_activity(name="redrive-" + uuid.uuid4().hex[:8])["activityArn"]

    def task(self, **more):
        return {"Type": "Task", "Resource": self.activity, "Parameters": SEEN, **({} if "Next" in more else {"End": True}), **more}

    def start(self, states, given=None, **more):
        definition = {"StartAt": next(iter(states)), "States": states, **more}
        arn = SFN.create_state_machine(name="m-" + uuid.uuid4().hex[:8], definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
        return SFN.start_execution(stateMachineArn=arn, name="e", input=json.dumps({} if given is None else given))["executionArn"]

    def lease(self):
        task = SFN.get_activity_task(activityArn=self.activity)
        return task["taskToken"], json.loads(task["input"])

    def fail(self):
        token, given = self.lease()
        SFN.send_task_failure(taskToken=token, error="Probe", cause="said")
        return given

    def succeed(self, output):
        token, given = self.lease()
        SFN.send_task_success(taskToken=token, output=json.dumps(output))
        return given


def described(arn):
    return SFN.describe_execution(executionArn=arn)


def ended(arn):
    return until(lambda: (lambda found: found if found["status"] != "RUNNING" else None)(described(arn)))


def redrive(arn, token=None):
    return SFN.redrive_execution(executionArn=arn, **({"clientToken": token} if token else {}))["redriveDate"]


def refused(code, arn, says=None, **more):
    message = fails(code, SFN.redrive_execution, executionArn=arn, **more)
    assert says in (None, message)


def history(arn, start=0):
    events = SFN.get_execution_history(executionArn=arn, maxResults=1000)["events"]
    return [(e["id"], e["type"], e["previousEventId"]) for e in events][start:]
