# SPDX-License-Identifier: Apache-2.0
"""Events as AWS hands them to functions: what the handlers and the runtime look at."""
import base64
import json
import time
import uuid
from urllib.parse import quote_plus

REGION, ACCOUNT = "us-east-1", "000000000000"


def text(value):
    return value if isinstance(value, str) else json.dumps(value)


def api(resource, path, parameters, method="GET"):
    return {
        "resource": resource, "path": path, "httpMethod": method, "headers": {"Accept": "*/*"},
        "multiValueHeaders": {"Accept": ["*/*"]}, "queryStringParameters": None,
        "multiValueQueryStringParameters": None, "pathParameters": parameters, "stageVariables": None,
        "requestContext": {"accountId": ACCOUNT, "resourcePath": resource, "httpMethod": method, "stage": "Prod",
                           "requestId": str(uuid.uuid4()), "identity": {"sourceIp": "127.0.0.1"}},
        "body": None, "isBase64Encoded": False,
    }


def sqs(*bodies, queue="queue"):
    now = str(int(time.time() * 1000))
    return {"Records": [{
        "messageId": str(uuid.uuid4()), "receiptHandle": str(uuid.uuid4()), "body": text(body),
        "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": now, "SenderId": ACCOUNT,
                       "ApproximateFirstReceiveTimestamp": now},
        "messageAttributes": {}, "eventSource": "aws:sqs", "awsRegion": REGION,
        "eventSourceARN": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{queue}",
    } for body in bodies]}


def kinesis(*records, stream="stream"):
    return {"Records": [{
        "kinesis": {"kinesisSchemaVersion": "1.0", "partitionKey": "1", "sequenceNumber": f"49{i:054}",
                    "data": base64.b64encode(text(record).encode()).decode(),
                    "approximateArrivalTimestamp": time.time()},
        "eventSource": "aws:kinesis", "eventVersion": "1.0", "eventID": f"shardId-000000000000:49{i:054}",
        "eventName": "aws:kinesis:record", "awsRegion": REGION,
        "eventSourceARN": f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{stream}",
    } for i, record in enumerate(records)]}


def s3_put(bucket, key):
    return {"Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": REGION, "eventName": "ObjectCreated:Put",
        "eventTime": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()),
        "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": bucket, "arn": f"arn:aws:s3:::{bucket}"},
               "object": {"key": quote_plus(key, safe="/"), "size": 1, "sequencer": "0"}},
    }]}
