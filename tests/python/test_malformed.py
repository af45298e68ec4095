# SPDX-License-Identifier: Apache-2.0
"""Malformed requests of 20 kinds and more to each service of the local cloud.

Each gets an error in the form of its protocol, with a code that AWS documents and a request id; none
is answered with 5xx; the service serves on. Run beside a local cloud with sanitizers, whose end
with_local.py judges.
"""
import copy
import functools
import json
import os
import random
import socket
import urllib.parse
import xml.etree.ElementTree

import boto3
import botocore.session
import malformed
import malformed_rest
import pytest
from malformed import ARN, Service, json_request, query_request, s3_request

ADDRESS = urllib.parse.urlsplit(os.environ["SLRUN_LOCAL_URL"])
REQUESTS = int(os.environ.get("SLRUN_MALFORMED", "300")) # to each service
TIMEOUT = 60
ANSWER_MAX = 1 << 24


# ---- the wire ----

def exchange(data, leaves=False):
    """The answer to these bytes as (status, headers, body); (0, {}, b"") where the connection was closed. A
    client that leaves hears nothing."""
    with socket.create_connection((ADDRESS.hostname, ADDRESS.port), timeout=TIMEOUT) as connection:
        try:
            connection.sendall(data)
            if leaves:
                return 0, {}, b""
        except OSError:
            pass # it has answered already, and closed
        answer = b""
        try:
            while len(answer) < ANSWER_MAX and (piece := connection.recv(65536)):
                answer += piece
        except ConnectionResetError:
            pass
    head, _, body = answer.partition(b"\r\n\r\n")
    while head.startswith(b"HTTP/1.1 100"):
        head, _, body = body.partition(b"\r\n\r\n")
    if not head:
        return 0, {}, b""
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return int(status.split()[1]), headers, body


# ---- the services ----

ITEM = {"p": {"S": "a"}, "n": {"N": "1"}, "b": {"B": "AAE="}, "l": {"L": [{"NULL": True}, {"NS": ["1", "2"]}]}}
TABLE = {"TableName": "malformed", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}]}
QUEUE = "http://127.0.0.1/000000000000/malformed"
QUEUE_ARN = ARN.format(service="sqs") + "malformed"
TOPIC_ARN = ARN.format(service="sns") + "malformed"
STREAM_ARN = ARN.format(service="dynamodb") + "table/malformed-s/stream/2026-01-01T00:00:00.000"
GROUP = {"logGroupName": "malformed"}
MACHINE_ARN = ARN.format(service="states") + "stateMachine:malformed"
MACHINE = {"name": "malformed", "roleArn": ARN.format(service="iam") + "role/r",
           "definition": '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}'}
DYNAMODB = json_request("dynamodb", "DynamoDB_20120810", "1.0")
EVENTS = json_request("events", "AWSEvents", "1.1")
KINESIS = json_request("kinesis", "Kinesis_20131202", "1.1")
LOGS = json_request("logs", "Logs_20140328", "1.1")
SECRETS = json_request("secretsmanager", "secretsmanager", "1.1")
SQS = json_request("sqs", "AmazonSQS", "1.0")
SSM = json_request("ssm", "AmazonSSM", "1.1")
SNS = query_request("sns", "2010-03-31")
SQS_QUERY = query_request("sqs", "2012-11-05")
STATES = json_request("states", "AWSStepFunctions", "1.0")
STS = query_request("sts", "2011-06-15")
CLOUDFORMATION = query_request("cloudformation", "2010-05-15")
STREAMS = json_request("dynamodb", "DynamoDBStreams_20120810", "1.0")
TEMPLATE = json.dumps({"Parameters": {"P": {"Type": "String", "Default": "a"}},
                       "Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 1}}}})


SERVICES = {
    "dynamodb": Service(malformed.JSON, [DYNAMODB("CreateTable", TABLE)], [
        DYNAMODB("PutItem", {"TableName": "malformed", "Item": ITEM, "ReturnValues": "ALL_OLD"}),
        DYNAMODB("GetItem", {"TableName": "malformed", "Key": {"p": {"S": "a"}}, "ProjectionExpression": "a.b[1]"}),
        DYNAMODB("UpdateItem", {"TableName": "malformed", "Key": {"p": {"S": "a"}}, "UpdateExpression": "SET n = :n",
                                "ExpressionAttributeValues": {":n": {"N": "1"}}}),
        DYNAMODB("Query", {"TableName": "malformed", "KeyConditionExpression": "p = :p", "Limit": 1,
                           "ExpressionAttributeValues": {":p": {"S": "a"}}}),
        DYNAMODB("BatchWriteItem", {"RequestItems": {"malformed": [{"PutRequest": {"Item": ITEM}}]}}),
        DYNAMODB("TransactWriteItems", {"TransactItems": [{"Put": {"TableName": "malformed", "Item": ITEM}}]}),
        DYNAMODB("CreateTable", {**TABLE, "TableName": "malformed-2"}),
    ], DYNAMODB("PutItem", {"TableName": "malformed", "Item": ITEM}), ("dynamodb", "dynamodbstreams")),
    "dynamodbstreams": Service(malformed.JSON, [DYNAMODB("CreateTable", {**TABLE, "TableName": "malformed-s", "StreamSpecification": {
        "StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}})], [
        STREAMS("DescribeStream", {"StreamArn": STREAM_ARN, "Limit": 1}),
        STREAMS("GetShardIterator", {"StreamArn": STREAM_ARN, "ShardId": "shardId-00000000000000000000-00000000",
                                     "ShardIteratorType": "AT_SEQUENCE_NUMBER", "SequenceNumber": "1"}),
        STREAMS("GetRecords", {"ShardIterator": STREAM_ARN + "|1|AAAA", "Limit": 1}),
    ], STREAMS("ListStreams", {}), ("dynamodbstreams",)),
    "kinesis": Service(malformed.JSON, [KINESIS("CreateStream", {"StreamName": "malformed", "ShardCount": 1})], [
        KINESIS("PutRecord", {"StreamName": "malformed", "Data": "AAE=", "PartitionKey": "a"}),
        KINESIS("PutRecords", {"StreamName": "malformed", "Records": [{"Data": "AAE=", "PartitionKey": "a"}]}),
        KINESIS("GetShardIterator", {"StreamName": "malformed", "ShardId": "shardId-000000000000",
                                     "ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": "1"}),
        KINESIS("GetRecords", {"ShardIterator": "AAAA", "Limit": 1}),
        KINESIS("ListShards", {"StreamName": "malformed", "MaxResults": 1}),
        KINESIS("SubscribeToShard", {"ConsumerARN": "arn:aws:kinesis:us-east-1:000000000000:stream/malformed/consumer/c:1",
                                     "ShardId": "shardId-000000000000",
                                     "StartingPosition": {"Type": "AT_SEQUENCE_NUMBER", "SequenceNumber": "1"}}),
        KINESIS("SplitShard", {"StreamName": "malformed", "ShardToSplit": "shardId-000000000000", "NewStartingHashKey": "1"}),
    ], KINESIS("DescribeStreamSummary", {"StreamName": "malformed"}), ("kinesis",)),
    "logs": Service(malformed.JSON, [LOGS("CreateLogGroup", GROUP),
                                     LOGS("CreateLogStream", {**GROUP, "logStreamName": "malformed"})], [
        LOGS("PutLogEvents", {**GROUP, "logStreamName": "malformed", "logEvents": [{"timestamp": 1, "message": "a"}]}),
        LOGS("FilterLogEvents", {**GROUP, "filterPattern": "{ $.a = 1 }", "limit": 1, "nextToken": "AAAA"}),
        LOGS("GetLogEvents", {**GROUP, "logStreamName": "malformed", "limit": 1}),
        LOGS("CreateLogStream", {**GROUP, "logStreamName": "malformed"}),
        LOGS("PutRetentionPolicy", {**GROUP, "retentionInDays": 1}),
    ], LOGS("DescribeLogStreams", GROUP), ("logs",)),
    "events": Service(malformed.JSON, [EVENTS("PutRule", {"Name": "malformed", "EventPattern": '{"source": ["a"]}'})], [
        EVENTS("PutRule", {"Name": "malformed", "EventPattern": '{"source": ["a"]}', "State": "ENABLED"}),
        EVENTS("PutRule", {"Name": "malformed-2", "ScheduleExpression": "rate(5 minutes)"}),
        EVENTS("PutTargets", {"Rule": "malformed", "Targets": [{"Id": "1", "Arn": QUEUE_ARN}]}),
        EVENTS("DescribeRule", {"Name": "malformed"}),
        EVENTS("TestEventPattern", {"EventPattern": '{"source": ["a"]}', "Event": '{"id": "1", "source": "a"}'}),
        EVENTS("CreateEventBus", {"Name": "malformed-3"}),
    ], EVENTS("DescribeRule", {"Name": "malformed"}), ("events",)),
    "secretsmanager": Service(malformed.JSON, [], [
        SECRETS("PutSecretValue", {"SecretId": "malformed", "SecretString": "v", "VersionStages": ["AWSPENDING"]}),
        SECRETS("UpdateSecret", {"SecretId": "malformed", "Description": "d", "SecretBinary": "AAE="}),
        SECRETS("GetSecretValue", {"SecretId": "malformed", "VersionStage": "AWSCURRENT"}),
        SECRETS("TagResource", {"SecretId": "malformed", "Tags": [{"Key": "a", "Value": "b"}]}),
        SECRETS("DeleteSecret", {"SecretId": "malformed-2", "RecoveryWindowInDays": 7}),
    ], SECRETS("ListSecrets", {}), ("secretsmanager",)),
    "ssm": Service(malformed.JSON, [SSM("PutParameter", {"Name": "/mal/formed", "Value": "v", "Type": "String", "Overwrite": True})], [
        SSM("PutParameter", {"Name": "/mal/formed", "Value": "v", "Type": "String", "Overwrite": True, "AllowedPattern": "[a-z]+"}),
        SSM("GetParameter", {"Name": "/mal/formed", "WithDecryption": True}),
        SSM("GetParameters", {"Names": ["/mal/formed"]}),
        SSM("GetParametersByPath", {"Path": "/mal", "MaxResults": 1}),
        SSM("LabelParameterVersion", {"Name": "/mal/formed", "ParameterVersion": 1, "Labels": ["a"]}),
        SSM("AddTagsToResource", {"ResourceType": "Parameter", "ResourceId": "/mal/formed", "Tags": [{"Key": "a", "Value": "b"}]}),
    ], SSM("GetParameter", {"Name": "/mal/formed"}), ("ssm",)),
    "states": Service(malformed.JSON, [STATES("CreateStateMachine", MACHINE), STATES("CreateActivity", {"name": "malformed"})], [
        STATES("StartExecution", {"stateMachineArn": MACHINE_ARN, "input": "{}"}),
        STATES("UpdateStateMachine", {"stateMachineArn": MACHINE_ARN, "roleArn": MACHINE["roleArn"], "definition": MACHINE["definition"]}),
        STATES("ListExecutions", {"stateMachineArn": MACHINE_ARN, "statusFilter": "RUNNING", "maxResults": 1}),
        STATES("ValidateStateMachineDefinition", {"definition": MACHINE["definition"], "type": "EXPRESS"}),
        STATES("TagResource", {"resourceArn": MACHINE_ARN, "tags": [{"key": "a", "value": "b"}]}),
        STATES("SendTaskFailure", {"taskToken": "t", "error": "e"}),
    ], STATES("DescribeStateMachine", {"stateMachineArn": MACHINE_ARN}), ("stepfunctions",)),
    "sqs": Service(malformed.JSON, [SQS("CreateQueue", {"QueueName": "malformed"})], [
        SQS("SendMessage", {"QueueUrl": QUEUE, "MessageBody": "a", "DelaySeconds": 1,
                            "MessageAttributes": {"a": {"DataType": "Binary", "BinaryValue": "AAE="}}}),
        SQS("SendMessageBatch", {"QueueUrl": QUEUE, "Entries": [{"Id": "a", "MessageBody": "b"}]}),
        SQS("ReceiveMessage", {"QueueUrl": QUEUE, "MaxNumberOfMessages": 1, "WaitTimeSeconds": 0}),
        SQS("ChangeMessageVisibility", {"QueueUrl": QUEUE, "ReceiptHandle": "AAAA", "VisibilityTimeout": 1}),
        SQS("CreateQueue", {"QueueName": "malformed-2", "Attributes": {"DelaySeconds": "1"}}),
        SQS("StartMessageMoveTask", {"SourceArn": QUEUE_ARN, "MaxNumberOfMessagesPerSecond": 1}),
    ], SQS("SendMessage", {"QueueUrl": QUEUE, "MessageBody": "a"}), ("sqs",)),
    "sqs-query": Service(malformed.QUERY, [SQS("CreateQueue", {"QueueName": "malformed"})], [
        SQS_QUERY("SendMessage", {"QueueUrl": QUEUE, "MessageBody": "a", "DelaySeconds": "1", "MessageAttribute.1.Name": "a",
                                  "MessageAttribute.1.Value.DataType": "String", "MessageAttribute.1.Value.StringValue": "b"}),
        SQS_QUERY("ReceiveMessage", {"QueueUrl": QUEUE, "MaxNumberOfMessages": "1", "WaitTimeSeconds": "0"}),
        SQS_QUERY("SendMessageBatch", {"QueueUrl": QUEUE, "SendMessageBatchRequestEntry.1.Id": "a",
                                       "SendMessageBatchRequestEntry.1.MessageBody": "b"}),
        SQS_QUERY("CreateQueue", {"QueueName": "malformed-2", "Attribute.1.Name": "DelaySeconds", "Attribute.1.Value": "1"}),
    ], SQS_QUERY("GetQueueAttributes", {"QueueUrl": QUEUE, "AttributeName.1": "All"}), ("sqs",)),
    "sns": Service(malformed.QUERY, [SNS("CreateTopic", {"Name": "malformed"})], [
        SNS("Publish", {"TopicArn": TOPIC_ARN, "Message": "a", "MessageAttributes.entry.1.Name": "a",
                        "MessageAttributes.entry.1.Value.DataType": "String", "MessageAttributes.entry.1.Value.StringValue": "b"}),
        SNS("Subscribe", {"TopicArn": TOPIC_ARN, "Protocol": "sqs", "Endpoint": QUEUE_ARN, "Attributes.entry.1.key": "RawMessageDelivery",
                          "Attributes.entry.1.value": "true"}),
        SNS("SetTopicAttributes", {"TopicArn": TOPIC_ARN, "AttributeName": "DisplayName", "AttributeValue": "a"}),
        SNS("PublishBatch", {"TopicArn": TOPIC_ARN, "PublishBatchRequestEntries.member.1.Id": "a", "PublishBatchRequestEntries.member.1.Message": "b"}),
        SNS("TagResource", {"ResourceArn": TOPIC_ARN, "Tags.member.1.Key": "a", "Tags.member.1.Value": "b"}),
    ], SNS("GetTopicAttributes", {"TopicArn": TOPIC_ARN}), ("sns",)),
    "sts": Service(malformed.QUERY, [], [
        STS("AssumeRole", {"RoleArn": "arn:aws:iam::123456789012:role/a", "RoleSessionName": "a b", "DurationSeconds": "900"}),
        STS("GetFederationToken", {"Name": "a", "DurationSeconds": "900"}),
    ], STS("GetCallerIdentity", {}), ("sts",)),
    "cloudformation": Service(malformed.QUERY, [], [
        CLOUDFORMATION("CreateStack", {"StackName": "malformed", "TemplateBody": TEMPLATE, "Parameters.member.1.ParameterKey": "P",
                                       "Parameters.member.1.ParameterValue": "b", "OnFailure": "DELETE", "TimeoutInMinutes": "1"}),
        CLOUDFORMATION("ValidateTemplate", {"TemplateBody": TEMPLATE}),
        CLOUDFORMATION("DescribeStackResources", {"StackName": "malformed-2"}),
        CLOUDFORMATION("CreateChangeSet", {"StackName": "malformed-3", "ChangeSetName": "a", "ChangeSetType": "CREATE", "TemplateBody": TEMPLATE,
                                           "Tags.member.1.Key": "a", "Tags.member.1.Value": "b"}),
        CLOUDFORMATION("DescribeStackResource", {"StackName": "malformed-2", "LogicalResourceId": "Queue"}),
        CLOUDFORMATION("UpdateTerminationProtection", {"StackName": "malformed-2", "EnableTerminationProtection": "true"}),
    ], CLOUDFORMATION("ListStacks", {}), ("cloudformation",)),
    **malformed_rest.SERVICES,
    "s3": Service({**malformed.COMMON, **malformed.S3}, [s3_request("PUT", "/malformed"), s3_request("PUT", "/malformed/hello", b"hello")],
                  [s3_request("PUT", "/malformed/key", b"hello"), s3_request("GET", "/malformed/hello"),
                   s3_request("GET", "/malformed?list-type=2"), s3_request("PUT", "/malformed?tagging", malformed.DOCUMENTS["tagging"])],
                  s3_request("GET", "/malformed/hello")),
}


# ---- what AWS documents ----

JSON_AUTH = {"InvalidSignatureException", "IncompleteSignatureException", "MissingAuthenticationTokenException"}
NO_SERVICE = {"UnknownOperationException", "AccessDeniedException"} # signed by nobody, for nobody
QUERY_AUTH = {"SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken"}
# The last of them: a header that every signed request has is missing.
S3_AUTH = {"SignatureDoesNotMatch", "AuthorizationHeaderMalformed", "InvalidArgument", "AccessDenied", "RequestTimeTooSkewed", "InvalidRequest"}
UNREADABLE = {"SerializationException"}
UNREADABLE_REST = {"BadRequestException", "InvalidRequestContentException"}
UNKNOWN = {"UnknownOperationException"}
# What a value that is not allowed gets: "Common Errors" of the services' API references, beside the
# operations' own errors.
VALIDATION = {
    "dynamodb": {"ValidationException"},
    "kinesis": {"ValidationException", "InvalidArgumentException"},
    "logs": {"InvalidParameterException", "ValidationException"},
    "sqs": {"MissingRequiredParameterException", "InvalidParameterValueException"},
    "sqs-query": {"MissingParameter", "InvalidParameterValue", "InvalidAction"},
    "sts": {"ValidationError", "InvalidAction"},
    "cloudformation": {"ValidationError", "InvalidAction"},
    "dynamodbstreams": {"ValidationException", "TrimmedDataAccessException", "ResourceNotFoundException"},
    "lambda": {"ValidationException", "InvalidParameterValueException"},
    "apigateway": {"BadRequestException", "ValidationException"},
    "s3": set(),
    "secretsmanager": {"ValidationException"},
    "pipes": {"ValidationException"},
    "scheduler": {"ValidationException"},
    "events": {"ValidationException", "InvalidEventPatternException", "ResourceNotFoundException"},
    "sns": {"InvalidParameter", "ValidationError", "InvalidAction", "ParameterValueInvalid"},
    "ssm": {"ValidationException"},
    "states": {"ValidationException", "InvalidArn", "InvalidName", "InvalidDefinition", "InvalidToken", "InvalidExecutionInput"},
}
# Kinds of which some are right by chance: what is a wrong number is a right text.
BY_CHANCE = {"wrong_types", "huge_numbers", "bad_names", "oversized", "bad_base64", "out_of_range"}
# Kinds that break HTTP itself: the server in front of the services answers, as AWS's does.
OF_HTTP = {"garbage_head"}
REST_PATHS = {"UnknownOperationException", "NotFoundException", "AccessDeniedException", "MissingAuthenticationTokenException"}
EXPECTED = { # by the kinds of one protocol; "values" is VALIDATION and the service's own errors
    "json": {"bad_signature": JSON_AUTH, "bad_date": JSON_AUTH, "bad_scope": JSON_AUTH, "missing_headers": JSON_AUTH | NO_SERVICE | UNREADABLE,
             "bad_chunks": UNREADABLE, "broken_json": UNREADABLE, "json_of_another_kind": UNREADABLE,
             "wrong_types": "validation or SerializationException", "bad_utf8": UNREADABLE, "misspelt_members": "validation",
             "missing_required": "validation", "wrong_target": UNKNOWN, "wrong_method": UNKNOWN | {"AccessDeniedException"},
             "wrong_content_type": "validation or UnknownOperationException"},
    "rest": {"bad_signature": JSON_AUTH, "bad_date": JSON_AUTH, "bad_scope": JSON_AUTH | S3_AUTH,
             "missing_headers": JSON_AUTH | NO_SERVICE | UNREADABLE | {"NoSuchBucket", "AccessDenied", "MethodNotAllowed", "PreconditionFailed"},
             "bad_chunks": "unreadable", "broken_json": "unreadable", "json_of_another_kind": "unreadable or missing",
             "wrong_types": "values", "bad_utf8": "unreadable", "misspelt_members": "values", "missing_required": "values",
             "no_such_thing": {"ResourceNotFoundException", "NotFoundException"}, "bad_queries": "values",
             "bad_segments": "values or UnknownOperationException", "wrong_path": REST_PATHS, "wrong_method": REST_PATHS, "bad_payload": {"InvalidRequestContentException", "RequestTooLargeException"},
             "bad_archive": {"InvalidParameterValueException", "ValidationException"}, "bad_definition": {"BadRequestException"},
             "bad_patch": {"BadRequestException"}, "bad_patch_operation": {"ValidationException"}},
    "query": {"bad_signature": QUERY_AUTH, "bad_date": QUERY_AUTH, "bad_scope": QUERY_AUTH,
              "missing_headers": QUERY_AUTH | JSON_AUTH | NO_SERVICE, "bad_chunks": {"InvalidRequest", "MissingParameter", "InvalidAction", "SignatureDoesNotMatch"},
              "no_action": "validation", "wrong_action": {"InvalidAction"}, "missing_required": "validation",
              "misspelt_members": "validation", "bad_escapes": {"InvalidAction"}, "long_lists": {"InvalidAction"},
              "wrong_version": {"InvalidAction"}, "wrong_method": {"InvalidAction"}},
    "s3": {"bad_signature": S3_AUTH, "bad_date": S3_AUTH, "bad_scope": S3_AUTH, "missing_headers": S3_AUTH,
           "bad_chunks": {"InvalidArgument", "MissingContentLength", "IncompleteBody", "SignatureDoesNotMatch"},
           "broken_xml": {"MalformedXML"}, "unknown_elements": {"MalformedXML"}, "missing_elements": {"MalformedXML"},
           "wrong_values": {"MalformedXML"}, "deep_nesting": {"MalformedXML"}, "bad_utf8": {"MalformedXML"},
           "bad_json": {"MalformedPolicy"}, "bad_names": {"InvalidBucketName"}, "bad_keys": {"KeyTooLongError", "InvalidURI"},
           "huge_numbers": {"InvalidArgument"}, "bad_parts": {"InvalidArgument"}, "no_such_upload": {"NoSuchUpload"},
           "bad_md5": {"InvalidDigest", "BadDigest"}, "bad_checksums": {"InvalidRequest", "BadDigest"},
           "bad_headers": {"InvalidArgument", "InvalidRequest", "InvalidStorageClass", "MetadataTooLarge", "NoSuchBucket"},
           "bad_ranges": {"InvalidRange"}, "bad_payload_hash": {"InvalidArgument", "XAmzContentSHA256Mismatch"},
           "wrong_method": {"MethodNotAllowed", "BadRequest"}, "oversized": {"MalformedXML", "InvalidTag", "BadRequest"},
           "bad_forms": {"MalformedPOSTRequest", "InvalidArgument", "PreconditionFailed"}, # 412: a POST that is no form
           "bad_deletes": {"MalformedXML", "InvalidDigest", "InvalidRequest"}, # neither Content-MD5 nor a checksum,
           "bad_presigned": {"AuthorizationQueryParametersError", "AccessDenied"}},
}
# A Content-Encoding that it does not know, or that the body is not in, is an InternalServerError to DynamoDB
# (ScyllaDB's test_compressed_request.py, recorded at AWS).
BROKEN_ENCODING = {"dynamodb": {"bad_chunks"}, "dynamodbstreams": {"bad_chunks"}}
# The status that goes with a code, where it is not 400 (or the 4xx of the model).
STATUS = {"SignatureDoesNotMatch": {403}, "AccessDenied": {403}, "RequestTimeTooSkewed": {403}, "MissingAuthenticationToken": {403},
          "AccessDeniedException": {400, 403}, "NoSuchUpload": {404}, "NoSuchBucket": {404}, "MethodNotAllowed": {405},
          "MissingContentLength": {411}, "PreconditionFailed": {412}, "InvalidRange": {416}, "UnknownOperationException": {400, 404},
          "SerializationException": {400, 411}, "InvalidRequest": {400, 411}, "RequestEntityTooLargeException": {413},
          "RequestEntityTooLarge": {413}, "ReceiptHandleIsInvalid": {400, 404}, "ResourceNotFoundException": {400, 404},
          "OverLimit": {400, 403}}


def protocol_of(service):
    kinds = SERVICES[service].kinds
    return "s3" if service == "s3" else "query" if kinds is malformed.QUERY else "json" if kinds is malformed.JSON else "rest"


@functools.cache
def error_shapes(service):
    """Of AWS's models."""
    session = botocore.session.get_session()
    return [shape for name in SERVICES[service].models for shape in session.get_service_model(name).error_shapes]


def statuses(service, code):
    """That may go with a code: for REST what the model says."""
    if protocol_of(service) == "rest":
        for shape in error_shapes(service):
            if shape.name == code:
                return {shape.metadata["error"]["httpStatusCode"]}
    rest = protocol_of(service) == "rest" and code in JSON_AUTH - {"IncompleteSignatureException"}
    return STATUS.get(code, {403} if rest else {400})


@functools.cache
def own_errors(service):
    """Codes of AWS's models."""
    found = set()
    for shape in error_shapes(service):
        found |= {shape.name, shape.metadata.get("error", {}).get("code", shape.name)}
    # the query protocol of SQS has longer names for some, and another for one
    return found | {f"AWS.SimpleQueueService.{name}" for name in found | {"NonExistentQueue"} if service == "sqs-query"}


def expected(service, kind):
    codes = EXPECTED[protocol_of(service)].get(kind, "values")
    if codes == "values":
        return VALIDATION[service] | own_errors(service) | UNREADABLE | {"RequestEntityTooLargeException", "RequestEntityTooLarge"}
    if isinstance(codes, str) and codes.startswith("unreadable"):
        return UNREADABLE | (UNREADABLE_REST if " or missing" not in codes else VALIDATION[service] | own_errors(service))
    if isinstance(codes, str):
        first, _, more = codes.partition(" or ")
        assert first in ("validation", "values")
        return VALIDATION[service] | {more} | (own_errors(service) if first == "values" else set())
    return codes


# ---- what was answered ----

def code_of_json(body, headers):
    assert headers["content-type"].startswith("application/x-amz-json-1.")
    error = json.loads(body)
    assert set(error) <= {"__type", "message", "Message", "CancellationReasons", "Item"}, error
    assert isinstance(error.get("message", error.get("Message", "")), str)
    return error["__type"].split("#")[-1]


def code_of_rest(body, headers):
    assert headers["content-type"].startswith("application/json")
    error = json.loads(body)
    assert set(error) <= {"Type", "message", "Message", "Reason", "retryAfterSeconds"}, error
    assert isinstance(error.get("message", error.get("Message", "")), str)
    return headers["x-amzn-errortype"].split(":")[0]


def code_of_xml(body, headers):
    root = xml.etree.ElementTree.fromstring(body)
    tag = root.tag.split("}")[-1]
    if tag.endswith("Exception"): # of a request that does not say what it wants
        return tag
    space = root.tag[:-len(tag)]
    error = root if tag == "Error" else root.find(f"{space}Error")
    assert tag in ("Error", "ErrorResponse") and error.find(f"{space}Message") is not None, body
    assert tag == "Error" or error.find(f"{space}Type").text in ("Sender", "Receiver")
    given = root.find(f"{space}RequestId").text
    assert given == headers.get("x-amz-request-id" if tag == "Error" else "x-amzn-requestid"), body
    return error.find(f"{space}Code").text


def judge(service, kind, status, headers, body):
    if status == 500 and kind in BROKEN_ENCODING.get(service, ()):
        assert json.loads(body)["__type"].endswith("#InternalServerError"), body
        return
    assert 400 <= status < 500, (status, body)
    if kind in OF_HTTP:
        return
    assert headers.get("x-amzn-requestid") or headers.get("x-amz-request-id"), headers
    if service == "execute-api":
        wanted = malformed_rest.EXECUTE_EXPECTED.get(kind)
        assert headers["content-type"].startswith("application/json"), headers
        # HTTP APIs have no type; an API that is not there has no address in AWS
        assert headers.get("x-amzn-errortype") or headers.get("apigw-requestid") or kind == "no_such_api", headers
        assert not wanted or (status, json.loads(body)["message"]) in wanted, (status, body)
        return
    in_headers = "x-amzn-errortype" in headers
    code = (code_of_xml if body.startswith(b"<") else code_of_rest if in_headers else code_of_json)(body, headers)
    assert code in expected(service, kind), (code, body)
    nobody = not in_headers and protocol_of(service) == "rest" and code in JSON_AUTH # whose request it is cannot be seen
    assert status in statuses(service, code) or nobody, (status, body)


# ---- the tests ----

def client(name):
    return boto3.client(name, endpoint_url=os.environ["SLRUN_LOCAL_URL"], region_name="us-east-1", aws_access_key_id="test",
                        aws_secret_access_key="test")


@pytest.fixture(scope="module")
def ids():
    """What stands for the names in paths."""
    return malformed_rest.apis(client)


def filled(request, ids):
    for name, value in ids.items():
        request.target = request.target.replace(name, value)
    return request


@pytest.fixture(scope="module", params=SERVICES)
def service(request):
    for made in SERVICES[request.param].setup:
        status, _, body = exchange(made.raw())
        assert status in (200, 201) or b"already" in body.lower(), body
    return request.param


def make(service, kind, rng):
    if service == "s3" and kind in malformed.S3:
        return malformed.S3[kind](rng)
    request = copy.deepcopy(rng.choice(SERVICES[service].requests))
    SERVICES[service].kinds[kind](rng, request)
    return request


def refused(service, kind, rng, ids):
    """Whether one request was malformed, and so refused."""
    request = filled(make(service, kind, rng), ids)
    if request.length >= 0: # nobody is there to be answered
        exchange(request.raw(), leaves=True)
        return True
    status, headers, body = exchange(request.raw())
    if (kind in BY_CHANCE and service != "s3" and 200 <= status < 300) or (kind in OF_HTTP and status in (0, 200, 505)):
        return kind in OF_HTTP
    try:
        judge(service, kind, status, headers, body)
    except BaseException:
        print(request.raw()[:2000])
        raise
    return True


def test_kinds():
    for service in SERVICES:
        assert len(SERVICES[service].kinds) >= 20


@pytest.mark.parametrize("nth", range(max(len(s.kinds) for s in SERVICES.values())))
def test_malformed(service, nth, ids):
    kinds = sorted(SERVICES[service].kinds)
    if nth >= len(kinds):
        return
    kind, wanted, rng = kinds[nth], -(-REQUESTS // len(kinds)), random.Random(f"{service} {kinds[nth]}")
    for _ in range(10 * wanted):
        wanted -= refused(service, kind, rng, ids)
        if wanted == 0:
            break
    assert wanted == 0, kind
    assert exchange(filled(copy.deepcopy(SERVICES[service].proof), ids).raw())[0] == 200, f"after {kind}"
