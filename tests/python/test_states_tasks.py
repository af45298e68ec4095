# SPDX-License-Identifier: Apache-2.0
"""Tasks of state machines on the local cloud, by boto3: integrations with other services, tokens, activities."""
import json
import threading
import uuid

import pytest

from machines import (
    ended, EVENTS, events, LAMBDA, make_machine, make_name, make_queue, make_table, one, output, ROLE, run, S3,
    SFN, SNS, SQS, SSM, take, types)
from sdk import fails, queue_arn, WITHIN, zipped


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
