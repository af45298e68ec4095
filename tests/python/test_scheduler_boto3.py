# SPDX-License-Identifier: Apache-2.0
"""boto3's client of EventBridge Scheduler on the local cloud: a tour of the operations, and schedules that fire.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import datetime
import json
import uuid

import boto3
import pytest

import sdk
from sdk import fails, queue_arn, until

SCHEDULER, SQS, EVENTS, CLOUDFORMATION = (boto3.client(n) for n in ("scheduler", "sqs", "events", "cloudformation"))
ROLE = "arn:aws:iam::000000000000:role/none"
OFF = {"Mode": "OFF"}


def soon(seconds=1):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)


def at(seconds=1):
    return soon(seconds).strftime("at(%Y-%m-%dT%H:%M:%S)")


@pytest.fixture(name="name")
def make_name():
    return f"scheduler-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="queue")
def make_queue(name):
    url = SQS.create_queue(QueueName=name)["QueueUrl"]
    yield url
    SQS.delete_queue(QueueUrl=url)


def create(name, arn, expression="rate(1 hour)", target=None, **more):
    return SCHEDULER.create_schedule(Name=name, ScheduleExpression=expression, FlexibleTimeWindow=OFF,
                                     Target={"Arn": arn, "RoleArn": ROLE, **(target or {})}, **more)["ScheduleArn"]


def test_operations(name, queue):
    arn = queue_arn(SQS, queue)
    group = SCHEDULER.create_schedule_group(Name=name, Tags=[{"Key": "a", "Value": "b"}])["ScheduleGroupArn"]
    assert group == f"arn:aws:scheduler:us-east-1:000000000000:schedule-group/{name}"
    fails("ConflictException", SCHEDULER.create_schedule_group, Name=name)
    SCHEDULER.tag_resource(ResourceArn=group, Tags=[{"Key": "c", "Value": "d"}])
    SCHEDULER.untag_resource(ResourceArn=group, TagKeys=["a"])
    assert SCHEDULER.list_tags_for_resource(ResourceArn=group)["Tags"] == [{"Key": "c", "Value": "d"}]
    assert SCHEDULER.get_schedule_group(Name=name)["State"] == "ACTIVE"
    assert [g["Name"] for g in SCHEDULER.list_schedule_groups(NamePrefix=name)["ScheduleGroups"]] == [name]
    assert SCHEDULER.get_schedule_group(Name="default")["Arn"].endswith("schedule-group/default")
    made = create(name, arn, GroupName=name, Description="d")
    assert made == f"arn:aws:scheduler:us-east-1:000000000000:schedule/{name}/{name}"
    assert fails("ConflictException", create, name=name, arn=arn, GroupName=name) == f"Schedule {name} already exists."
    told = SCHEDULER.get_schedule(Name=name, GroupName=name)
    assert (told["Arn"], told["State"], told["ScheduleExpressionTimezone"], told["ActionAfterCompletion"], told["Description"]) == (
        made, "ENABLED", "UTC", "NONE", "d")
    SCHEDULER.update_schedule(Name=name, GroupName=name, ScheduleExpression="cron(0 12 * * ? *)", State="DISABLED", FlexibleTimeWindow=OFF,
                              Target={"Arn": arn, "RoleArn": ROLE})
    told = SCHEDULER.get_schedule(Name=name, GroupName=name)
    assert (told["State"], told["ScheduleExpression"], "Description" in told) == ("DISABLED", "cron(0 12 * * ? *)", False)
    create(name, arn)
    listed = SCHEDULER.list_schedules(NamePrefix=name)["Schedules"]
    assert sorted((s["GroupName"], s["State"], s["Target"]["Arn"]) for s in listed) == sorted(
        [("default", "ENABLED", arn), (name, "DISABLED", arn)])
    assert [s["GroupName"] for s in SCHEDULER.list_schedules(NamePrefix=name, State="DISABLED")["Schedules"]] == [name]
    assert [s["GroupName"] for s in SCHEDULER.list_schedules(GroupName="default", NamePrefix=name)["Schedules"]] == ["default"]
    SCHEDULER.delete_schedule_group(Name=name)
    assert fails("ResourceNotFoundException", SCHEDULER.get_schedule, Name=name, GroupName=name) == f"Schedule {name} does not exist."
    assert fails("ResourceNotFoundException", SCHEDULER.get_schedule_group, Name=name) == f"Schedule group {name} does not exist."
    SCHEDULER.delete_schedule(Name=name)
    fails("ResourceNotFoundException", SCHEDULER.delete_schedule, Name=name)
    fails("ResourceNotFoundException", create, name=name, arn=arn, GroupName="none")


# LocalStack's validated tests (tests/aws/services/scheduler), and two more.
@pytest.mark.parametrize("expression", [
    "cron(0 1 * * * *)", "cron(7 20 * * NOT *)", "cron(INVALID)", "cron(0 dummy ? * MON-FRI *)", "cron(71 8 1 * ? *)", "cron()",
    "rate(10 seconds)", "rate(10 years)", "rate()", "rate(10)", "rate(10 minutess)", "rate(foo minutes)", "rate(-10 minutes)",
    "rate( 10 minutes )", " rate(10 minutes)", "at(2021-12-31T23:59:59Z)", "at(2021-12-31)", "rate(0 minutes)", "never"])
def test_expressions_that_are_none(name, expression):
    said = fails("ValidationException", create, name=name, arn="arn:aws:lambda:us-east-1:000000000000:function:dummy", expression=expression)
    assert said == f"Invalid Schedule Expression {expression}."


@pytest.mark.parametrize("expression", [
    "cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)", "cron(30-30 13-13 ? * 2,4,6 *)", "cron(1-31/30 1-1 ? * 1,7 *)", "cron(0 18 ? * MON-FRI *)",
    "cron(*/15 * * * ? *)", "cron(0-59/10 0-23/2 ? * * *)", "rate(1 minutes)"])
def test_expressions(name, expression):
    create(name, "arn:aws:lambda:us-east-1:000000000000:function:dummy", expression)
    SCHEDULER.delete_schedule(Name=name)


@pytest.mark.parametrize("wrong, says", [
    ({"ScheduleExpressionTimezone": "Europe/Berlin"}, "in UTC alone"),
    ({"Target": {"Arn": "arn:aws:ecs:us-east-1:000000000000:cluster/c", "RoleArn": ROLE}}, "not for arn:aws:ecs"),
    ({"Target": {"Arn": "arn:aws:scheduler:::aws-sdk:ec2:stopInstances", "RoleArn": ROLE}}, "not for arn:aws:scheduler:::aws-sdk:ec2"),
    ({"FlexibleTimeWindow": {"Mode": "FLEXIBLE"}}, "MaximumWindowInMinutes"),
])
def test_what_is_refused(name, wrong, says):
    args = {"Name": name, "ScheduleExpression": "rate(1 hour)", "FlexibleTimeWindow": OFF,
            "Target": {"Arn": "arn:aws:sqs:us-east-1:000000000000:q", "RoleArn": ROLE}, **wrong}
    assert says in fails("ValidationException", SCHEDULER.create_schedule, **args)


def bodies(queue, n=1):
    return [message["Body"] for message in sdk.take(SQS, queue, n)]


def test_once_and_gone(name, queue):
    create(name, queue_arn(SQS, queue), at(), {"Input": '{"n": 1}'}, ActionAfterCompletion="DELETE")
    assert bodies(queue) == ['{"n": 1}']
    fails("ResourceNotFoundException", SCHEDULER.get_schedule, Name=name)


def test_without_an_input_comes_an_event(name, queue):
    arn = create(name, queue_arn(SQS, queue), at())
    event = json.loads(bodies(queue)[0])
    assert (event["source"], event["detail-type"], event["resources"], event["detail"]) == ("aws.scheduler", "Scheduled Event", [arn], "{}")
    SCHEDULER.delete_schedule(Name=name)


def test_between_its_dates(name, queue):
    """A rate fires at its begin, and no more behind its end."""
    create(name, queue_arn(SQS, queue), "rate(1 minute)", {"Input": "x"}, StartDate=soon(1), EndDate=soon(30), ActionAfterCompletion="DELETE")
    assert bodies(queue) == ["x"]
    assert until(lambda: not SCHEDULER.list_schedules(NamePrefix=name)["Schedules"])


def test_an_operation_and_a_bus(name, queue):
    EVENTS.put_rule(Name=name, EventPattern=json.dumps({"source": [name]}))
    EVENTS.put_targets(Rule=name, Targets=[{"Id": "q", "Arn": queue_arn(SQS, queue)}])
    create(name, "arn:aws:scheduler:::aws-sdk:sqs:sendMessage", at(),
           {"Input": json.dumps({"QueueUrl": queue, "MessageBody": "by an operation"})}, ActionAfterCompletion="DELETE")
    assert bodies(queue) == ["by an operation"]
    create(name, "arn:aws:events:us-east-1:000000000000:event-bus/default", at(), {
        "Input": '{"a": 1}', "EventBridgeParameters": {"DetailType": "t", "Source": name}}, ActionAfterCompletion="DELETE")
    event = json.loads(bodies(queue)[0])
    assert (event["detail-type"], event["detail"]) == ("t", {"a": 1})
    EVENTS.remove_targets(Rule=name, Ids=["q"])
    EVENTS.delete_rule(Name=name)


def test_a_dead_letter(name, queue):
    arn = create(name, "arn:aws:lambda:us-east-1:000000000000:function:none", at(), {
        "Input": "x", "DeadLetterConfig": {"Arn": queue_arn(SQS, queue)}}, ActionAfterCompletion="DELETE")
    letter = sdk.take(SQS, queue)[0]
    told = {key: value["StringValue"] for key, value in letter["MessageAttributes"].items()}
    assert (letter["Body"], told["SCHEDULE_ARN"], told["ERROR_CODE"]) == ("x", arn, "ResourceNotFoundException")


def test_stacks(name, queue):
    body = {"Resources": {
        "Group": {"Type": "AWS::Scheduler::ScheduleGroup", "Properties": {"Name": name, "Tags": [{"Key": "a", "Value": "b"}]}},
        "Once": {"Type": "AWS::Scheduler::Schedule", "Properties": {
            "GroupName": {"Ref": "Group"}, "ScheduleExpression": at(3), "FlexibleTimeWindow": {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": "5"},
            "StartDate": "2024-01-01T00:00:00.000Z", "Target": {"Arn": queue_arn(SQS, queue), "RoleArn": ROLE, "Input": "once"}}}},
            "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Once", "Arn"]}}, "Name": {"Value": {"Ref": "Once"}}}}
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    out = {o["OutputKey"]: o["OutputValue"] for o in CLOUDFORMATION.describe_stacks(StackName=name)["Stacks"][0]["Outputs"]}
    told = SCHEDULER.get_schedule(Name=out["Name"], GroupName=name)
    assert (told["Arn"], told["StartDate"].year, told["FlexibleTimeWindow"]["MaximumWindowInMinutes"]) == (out["Arn"], 2024, 5)
    assert bodies(queue) == ["once"]
    body["Resources"]["Once"]["Properties"]["ScheduleExpression"] = "rate(2 hours)"
    body["Resources"]["Group"]["Properties"]["Tags"] = [{"Key": "c", "Value": "d"}]
    CLOUDFORMATION.update_stack(StackName=name, TemplateBody=json.dumps(body))
    CLOUDFORMATION.get_waiter("stack_update_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    assert SCHEDULER.get_schedule(Name=out["Name"], GroupName=name)["ScheduleExpression"] == "rate(2 hours)"
    group = SCHEDULER.get_schedule_group(Name=name)["Arn"]
    assert SCHEDULER.list_tags_for_resource(ResourceArn=group)["Tags"] == [{"Key": "c", "Value": "d"}]
    CLOUDFORMATION.delete_stack(StackName=name)
    CLOUDFORMATION.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    fails("ResourceNotFoundException", SCHEDULER.get_schedule_group, Name=name)
