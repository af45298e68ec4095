# SPDX-License-Identifier: Apache-2.0
"""What buckets of the local cloud tell queues and functions, by boto3, with handlers that run."""
import json

from mappings import ECHO, LAMBDA, make_world, S3, SQS  # pylint: disable=unused-import
from sdk import fails, queue_arn, until


def told_by(queue, n):
    """n messages of a queue, but the one that S3 sends as a test."""
    found = []

    def look():
        for message in SQS.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            SQS.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            body = json.loads(message["Body"])
            if body.get("Event") != "s3:TestEvent":
                found.append(body)
        return len(found) >= n
    assert until(look)
    return found


def test_a_bucket_tells_a_queue(world):
    bucket, queue = "source-" + world.id, world.queue("events")
    S3.create_bucket(Bucket=bucket)
    S3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [
        {"QueueArn": queue_arn(SQS, queue), "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"], "Id": "mine",
         "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}, {"Name": "Suffix", "Value": ".txt"}]}}}]})
    test = until(lambda: SQS.receive_message(QueueUrl=queue).get("Messages"))
    assert json.loads(test[0]["Body"])["Event"] == "s3:TestEvent"
    SQS.delete_message(QueueUrl=queue, ReceiptHandle=test[0]["ReceiptHandle"])
    etag = S3.put_object(Bucket=bucket, Key="in/grüße a@b.txt", Body=b"text")["ETag"].strip('"')
    S3.put_object(Bucket=bucket, Key="out/a.txt", Body=b"text")
    S3.delete_object(Bucket=bucket, Key="in/grüße a@b.txt")
    [put], [removed] = (body["Records"] for body in told_by(queue, 2))
    assert (put["eventName"], removed["eventName"]) == ("ObjectCreated:Put", "ObjectRemoved:Delete")
    assert (put["eventSource"], put["eventVersion"], put["awsRegion"]) == ("aws:s3", "2.1", "us-east-1")
    assert put["s3"]["configurationId"] == "mine"
    assert put["s3"]["bucket"]["name"] == bucket
    thing = put["s3"]["object"]
    assert (thing["key"], thing["size"], thing["eTag"]) == ("in/gr%C3%BC%C3%9Fe+a%40b.txt", 4, etag)
    assert thing["sequencer"] < removed["s3"]["object"]["sequencer"]
    assert "size" not in removed["s3"]["object"]


def test_a_bucket_invokes_a_function(world):
    bucket, function = "source-" + world.id, world.function(ECHO)
    arn = LAMBDA.get_function_configuration(FunctionName=function)["FunctionArn"]
    S3.create_bucket(Bucket=bucket)
    S3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"LambdaFunctionConfigurations": [
        {"LambdaFunctionArn": arn, "Events": ["s3:ObjectCreated:Copy"]}]})
    S3.put_object(Bucket=bucket, Key="one", Body=b"text")
    S3.copy_object(Bucket=bucket, Key="two", CopySource={"Bucket": bucket, "Key": "one"})
    [record] = world.records(1)
    assert (record["eventName"], record["s3"]["object"]["key"]) == ("ObjectCreated:Copy", "two")


def test_a_bucket_refuses_targets_that_are_not_there(world):
    bucket = "source-" + world.id
    S3.create_bucket(Bucket=bucket)
    missing = queue_arn(SQS, world.results) + "-none"
    more = {"Bucket": bucket, "NotificationConfiguration": {"QueueConfigurations": [
        {"QueueArn": missing, "Events": ["s3:ObjectCreated:*"]}]}}
    message = fails("InvalidArgument", S3.put_bucket_notification_configuration, **more)
    assert message == "Unable to validate the following destination configurations"
    assert "QueueConfigurations" not in S3.get_bucket_notification_configuration(Bucket=bucket)
    S3.put_bucket_notification_configuration(SkipDestinationValidation=True, **more)
    assert len(S3.get_bucket_notification_configuration(Bucket=bucket)["QueueConfigurations"]) == 1
