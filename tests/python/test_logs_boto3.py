# SPDX-License-Identifier: Apache-2.0
"""boto3's CloudWatch Logs client on the local cloud: a tour of the operations, and its paginators.

Endpoint, region and keys come from the environment alone (with_local.py).
"""

import time
import uuid

import boto3
import pytest

from sdk import fails


@pytest.fixture(scope="module", name="logs")
def make_client():
    return boto3.client("logs")


@pytest.fixture(name="group")
def make_group(logs):
    name = f"/test/{uuid.uuid4()}"
    logs.create_log_group(logGroupName=name, tags={"team": "a"})
    logs.create_log_stream(logGroupName=name, logStreamName="one")
    yield name
    logs.delete_log_group(logGroupName=name)


def put(logs, group, messages, stream="one"):
    now = int(time.time() * 1000)
    events = [{"timestamp": now + i, "message": message} for i, message in enumerate(messages)]
    answer = logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)
    assert answer["nextSequenceToken"]
    return now


def test_groups(logs):
    prefix = f"many-{uuid.uuid4()}-"
    names = [f"{prefix}{i:02}" for i in range(7)]
    for name in names:
        logs.create_log_group(logGroupName=name)
    pages = list(logs.get_paginator("describe_log_groups").paginate(
        logGroupNamePrefix=prefix, PaginationConfig={"PageSize": 3}))
    assert [len(page["logGroups"]) for page in pages] == [3, 3, 1]
    assert [group["logGroupName"] for page in pages for group in page["logGroups"]] == names
    first = logs.list_log_groups(logGroupNamePattern="no-such-group|^" + prefix[:24], limit=5)
    rest = logs.list_log_groups(logGroupNamePattern=prefix[2:26], nextToken=first["nextToken"])
    assert [group["logGroupName"] for group in first["logGroups"] + rest["logGroups"]] == names and "nextToken" not in rest
    assert rest["logGroups"][-1] == {"logGroupName": names[-1], "logGroupClass": "STANDARD",
                                     "logGroupArn": f"arn:aws:logs:us-east-1:000000000000:log-group:{names[-1]}"}
    assert logs.list_log_groups(logGroupNamePattern="^" + prefix[2:26])["logGroups"] == []
    logs.tag_log_group(logGroupName=names[0], tags={"stage": "Prod-1"})
    for values, there in (([], True), (["prod*", "x"], True), (["Prod-1"], True), (["prod-1"], False), (["*-1"], True), (["!Prod-1"], False)):
        listed = logs.list_log_groups(logGroupNamePattern=prefix[:24], logGroupTags=[{"key": "stage", "values": values}])["logGroups"]
        assert [group["logGroupName"] for group in listed] == names[:1] * there
    with pytest.raises(logs.exceptions.ResourceAlreadyExistsException):
        logs.create_log_group(logGroupName=names[0])
    for name in names:
        logs.delete_log_group(logGroupName=name)
    assert fails("ResourceNotFoundException", logs.delete_log_group, logGroupName=names[0]) == \
        "The specified log group does not exist."


def test_retention_and_tags(logs, group):
    def described():
        return logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
    logs.put_retention_policy(logGroupName=group, retentionInDays=14)
    assert described()["retentionInDays"] == 14
    logs.delete_retention_policy(logGroupName=group)
    assert "retentionInDays" not in described()
    arn = described()["logGroupArn"]
    assert arn == f"arn:aws:logs:us-east-1:000000000000:log-group:{group}"
    logs.tag_resource(resourceArn=arn, tags={"stage": "b"})
    assert logs.list_tags_for_resource(resourceArn=arn)["tags"] == {"team": "a", "stage": "b"}
    logs.untag_resource(resourceArn=arn, tagKeys=["team"])
    assert logs.list_tags_for_resource(resourceArn=arn)["tags"] == {"stage": "b"}


def test_streams(logs, group):
    for i in range(5):
        logs.create_log_stream(logGroupName=group, logStreamName=f"s{i}")
    now = put(logs, group, ["x", "y"], "s3")
    pages = logs.get_paginator("describe_log_streams").paginate(
        logGroupName=group, logStreamNamePrefix="s", PaginationConfig={"PageSize": 2})
    streams = [stream for page in pages for stream in page["logStreams"]]
    assert [stream["logStreamName"] for stream in streams] == ["s0", "s1", "s2", "s3", "s4"]
    assert streams[3]["firstEventTimestamp"] == now and streams[3]["lastEventTimestamp"] == now + 1
    latest = logs.describe_log_streams(logGroupName=group, orderBy="LastEventTime", descending=True, limit=1)
    assert latest["logStreams"][0]["logStreamName"] == "s3"
    logs.delete_log_stream(logGroupName=group, logStreamName="s3")
    fails("ResourceNotFoundException", logs.get_log_events, logGroupName=group, logStreamName="s3")


def test_events_in_both_directions(logs, group):
    put(logs, group, [str(i) for i in range(25)])
    args = {"logGroupName": group, "logStreamName": "one", "limit": 10}

    def walk(token, **more):
        found = []
        page = logs.get_log_events(**args, **more)
        while page["events"]:
            found.append([event["message"] for event in page["events"]])
            page = logs.get_log_events(**args, nextToken=page[token])
        return found
    assert walk("nextForwardToken", startFromHead=True) == \
        [[str(i) for i in range(a, b)] for a, b in ((0, 10), (10, 20), (20, 25))]
    assert walk("nextBackwardToken") == [[str(i) for i in range(a, b)] for a, b in ((15, 25), (5, 15), (0, 5))]


def test_search(logs, group):
    logs.create_log_stream(logGroupName=group, logStreamName="two")
    put(logs, group, [f'{{"n":{i},"even":{"true" if i % 2 == 0 else "false"}}}' for i in range(9)])
    put(logs, group, ["ERROR grüße 日本語", "a [b c] 404"], "two")

    def found(**args):
        pages = logs.get_paginator("filter_log_events").paginate(
            logGroupName=group, PaginationConfig={"PageSize": 2}, **args)
        return [event["message"] for page in pages for event in page["events"]]
    assert len(found()) == 11
    assert found(filterPattern="{ $.n > 6 && $.even IS FALSE }") == ['{"n":7,"even":false}']
    assert found(filterPattern='"日本語"') == ["ERROR grüße 日本語"]
    assert found(filterPattern="[x, y, code = 4*]") == ["a [b c] 404"]
    assert len(found(logStreamNames=["two"])) == 2
    assert fails("InvalidParameterException", logs.filter_log_events, logGroupName=group, filterPattern="a:b") == \
        "Invalid character(s) in term ':'"
    matches = logs.test_metric_filter(filterPattern="[x, y, code = 4*]", logEventMessages=["a [b c] 404", "a b 5"])
    assert [match["extractedValues"] for match in matches["matches"]] == [{"$x": "a", "$y": "b c", "$code": "404"}]


def test_rejected(logs, group):
    old = int(time.time() * 1000) - 15 * 86400000
    answer = logs.put_log_events(logGroupName=group, logStreamName="one", logEvents=[{"timestamp": old, "message": "x"}])
    assert answer["rejectedLogEventsInfo"] == {"tooOldLogEventEndIndex": 1}
    assert "chronological" in fails(
        "InvalidParameterException", logs.put_log_events, logGroupName=group, logStreamName="one",
        logEvents=[{"timestamp": old + 2, "message": "x"}, {"timestamp": old + 1, "message": "y"}])
