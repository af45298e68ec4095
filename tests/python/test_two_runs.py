# SPDX-License-Identifier: Apache-2.0
"""Two runs at a time against one `slrun local`: each hears, keeps and sweeps its own."""
import re
import subprocess

import boto3
import pytest

from started import SLRUN, begin, no_process_is_left  # pylint: disable=unused-import

LIMIT = 120  # seconds; ends what hangs

# Who receives a message of the other run's gives it back, three times at most.
TEMPLATE = """
Resources:
  Dead: { Type: AWS::SQS::Queue }
  Shared:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 } }
  Stream: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 2 } }
  Bucket: { Type: AWS::S3::Bucket }
  Items:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: PK, AttributeType: S }]
      KeySchema: [{ AttributeName: PK, KeyType: HASH }]
Outputs:
  Shared: { Value: !Ref Shared }
  Stream: { Value: !Ref Stream }
  Bucket: { Value: !Ref Bucket }
  Items: { Value: !Ref Items }
"""

SPEC = """
local sqs      <const> = require "slrun.sqs"
local kinesis  <const> = require "slrun.kinesis"
local dynamodb <const> = require "slrun.dynamodb"
local s3       <const> = require "slrun.s3"

pattern { name = "two", stack = "two.yaml", sla = "30s" }

local place <const> = os.getenv "PLACE" -- "1" or "2"

local function both_are_here(t, word)
  io.open(word .. "." .. place, "w"):close()
  repeat t:sleep "20ms" until io.open(word .. ".1") and io.open(word .. ".2")
end

case "messages of a queue that the other run reads" {
  each = { n = { 1, 2, 3, 4 } },
  listen = function(t)
    return sqs.listen { QueueUrl = t.stack.Shared, match = function(m) return m.Body:find(t.id, 1, true) end }
  end,
  act = function(t)
    both_are_here(t, "listening")
    for i = 1, 3 do sqs.send_message { QueueUrl = t.stack.Shared, MessageBody = t.id .. " " .. i } end
  end,
  check = function(_, heard) expect(heard):has_length(3) end,
  stays = "1s",
}
case "records of a stream that the other run reads" {
  listen = function(t)
    return kinesis.tail { StreamName = t.stack.Stream, match = function(r) return r.PartitionKey:find(t.id, 1, true) end }
  end,
  act = function(t)
    both_are_here(t, "tailing")
    for i = 1, 5 do kinesis.put_record { StreamName = t.stack.Stream, Data = "x", PartitionKey = t.id .. "/" .. i } end
  end,
  check = function(_, heard) expect(heard):has_length(5) end,
  stays = "1s",
}
case "what it has made and owns" {
  act = function(t)
    local url <const> = sqs.create_queue { QueueName = t.id }.QueueUrl
    t:own(dynamodb.partition { TableName = t.stack.Items, Key = { PK = t.id } })
    t:own(s3.prefix { Bucket = t.stack.Bucket, Prefix = t.id })
    dynamodb.put_item { TableName = t.stack.Items, Item = { PK = t.id } }
    s3.put_object { Bucket = t.stack.Bucket, Key = t.id .. "/x", Body = "x" }
    sqs.send_message { QueueUrl = url, MessageBody = "x" }
    io.open("made." .. place, "w"):close()
    if place == "1" then t:sleep "60s" end
    repeat t:sleep "50ms" until io.open "swept"
    expect(dynamodb.get_item { TableName = t.stack.Items, Key = { PK = t.id } }):at("Item.PK"):equals(t.id)
    expect(s3.list_objects_v2 { Bucket = t.stack.Bucket, Prefix = t.id }.Contents):has_length(1)
    expect(sqs.peek { QueueUrl = url }):has_length(1)
  end,
}
"""

def client(service, url):
    return boto3.client(service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")


@pytest.fixture
def cloud(tmp_path):
    """The address of a local cloud with the stack."""
    (tmp_path / "two.yaml").write_text(TEMPLATE)
    (tmp_path / "two.lua").write_text(SPEC)
    out = begin(tmp_path, "local", "--port", "0", "two.yaml").stdout
    url = re.search(r"http://127\.0\.0\.1:\d+", out.readline())[0]
    assert "stack two is up" in out.readline()
    return url


def run(folder, url, place, *words):
    env = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "NO_COLOR": "1", "PLACE": place, "AWS_ACCESS_KEY_ID": "test",
           "AWS_SECRET_ACCESS_KEY": "test"}
    return begin(folder, "--endpoint-url", url, "--stack", "two", *words, "two.lua", env=env)


def left(url):
    """Messages in queues, by the first two words of the queue's name."""
    sqs, found = client("sqs", url), {}
    for queue in sqs.list_queues().get("QueueUrls", []):
        told = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["ApproximateNumberOfMessages"])["Attributes"]
        found["-".join(queue.split("/")[-1].split("-")[:2])] = int(told["ApproximateNumberOfMessages"])
    return found


def test_each_hears_its_own(tmp_path, cloud):
    runs = [run(tmp_path, cloud, place, "-k", "other") for place in "12"]
    told = [one.communicate(timeout=LIMIT)[0] for one in runs]
    assert [one.returncode for one in runs] == [0, 0] and all("5 passed" in text for text in told), "\n".join(told)
    assert len({re.search(r", run (\w+),", text)[1] for text in told}) == 2
    assert left(cloud) == {"two-Dead": 0, "two-Shared": 0}


def test_a_sweep_of_one_leaves_the_other_alone(tmp_path, cloud):
    runs = [run(tmp_path, cloud, place, "-k", "made") for place in "12"]
    while not ((tmp_path / "made.1").exists() and (tmp_path / "made.2").exists()):
        assert all(one.poll() is None for one in runs), [one.communicate()[0] for one in runs]
    runs[0].kill()
    runs[0].communicate(timeout=LIMIT)
    swept = subprocess.run([SLRUN, "sweep", "--endpoint-url", cloud], cwd=tmp_path, capture_output=True, text=True, timeout=LIMIT,
                           check=False).stdout
    assert "3 undone, 0 kept, 0 failed" in swept and swept.count("not touched, it is still running") == 1, swept
    (tmp_path / "swept").touch()
    out = runs[1].communicate(timeout=LIMIT)[0]
    assert runs[1].returncode == 0 and "1 passed" in out, out
    assert left(cloud) == {"two-Dead": 0, "two-Shared": 0} and not list((tmp_path / ".slrun/ledger").glob("*.jsonl"))
    items = next(name for name in client("dynamodb", cloud).list_tables()["TableNames"] if name.startswith("two-Items"))
    assert client("dynamodb", cloud).scan(TableName=items)["Count"] == 0
