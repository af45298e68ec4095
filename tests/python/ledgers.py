# SPDX-License-Identifier: Apache-2.0
"""What tests of the ledger and of `slrun sweep` share: a local cloud with somebody else's things in it, and a
directory in which runs and sweeps happen, of which nothing may stay while nothing else may go.
"""
import json
import os
import signal
import subprocess
import time

import boto3
import pytest

from with_local import start

SLRUN = os.environ["SLRUN"]
LIMIT = 60  # seconds; ends what hangs
SQS = os.path.exists(os.path.join(os.path.dirname(SLRUN), "../lib/slrun/plugins/sqs.so"))

LIB = """
local dynamodb <const> = require "slrun.dynamodb"
local function make(name)
  dynamodb.create_table { TableName = name, BillingMode = "PAY_PER_REQUEST",
    AttributeDefinitions = { { AttributeName = "PK", AttributeType = "S" } },
    KeySchema = { { AttributeName = "PK", KeyType = "HASH" } } }
end
local function put(key)
  dynamodb.put_item { TableName = "shared", Item = { PK = key } }
end
"""

# Five tables with the run's id and five of fixed names, still CREATING when the run is killed; fifty
# partitions of a table that others use; and the table "orders" and the queue "theirs", which are
# there already: the one is refused, the other returned as if it had been made.
BUSY_RUN = LIB + ('local sqs <const> = require "slrun.sqs"' if SQS else "local sqs") + """
case "makes and owns" {
  each = { n = { 1, 2, 3, 4, 5 } },
  act = function(t)
    pcall(make, "orders")
    if sqs then sqs.create_queue { QueueName = "theirs" } end
    make("fixed-" .. t.n)
    make(t.id .. "-table")
    for i = 1, 10 do
      local key = t.id .. "/" .. i
      t:own(dynamodb.partition { TableName = "shared", Key = { PK = key } })
      put(key)
    end
    t:sleep "100ms"
  end,
}
"""

# One table and one partition, then a file that says so, and a wait.
STAYING_RUN = LIB + """
case "stays" (function(t)
  make(t.id .. "-table")
  t:own(dynamodb.partition { TableName = "shared", Key = { PK = t.id } })
  put(t.id)
  io.open("reached", "w"):close()
  t:sleep "60s"
end)
"""


class Cloud:
    """A local cloud that keeps its state, as an endpoint with somebody else's things in it."""

    def __init__(self, directory):
        directory.mkdir()
        self.process, self.url = start(SLRUN, "--data", str(directory))
        self.client = boto3.client("dynamodb", endpoint_url=self.url, region_name="us-east-1",
                                   aws_access_key_id="test", aws_secret_access_key="test")
        for name in ("orders", "shared", "rzzzzzzzzz-0-table"):
            self.client.create_table(TableName=name, BillingMode="PAY_PER_REQUEST",
                                     AttributeDefinitions=[{"AttributeName": "PK", "AttributeType": "S"}],
                                     KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}])
            self.client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
            self.client.put_item(TableName=name, Item={"PK": {"S": "mine"}})
        self.queues = boto3.client("sqs", endpoint_url=self.url, region_name="us-east-1",
                                   aws_access_key_id="test", aws_secret_access_key="test")
        self.queue = self.queues.create_queue(QueueName="theirs")["QueueUrl"] if SQS else None
        self.before = self.content()

    def content(self):
        tables = [t for page in self.client.get_paginator("list_tables").paginate() for t in page["TableNames"]]
        return {name: sorted(i["PK"]["S"] for page in self.client.get_paginator("scan").paginate(TableName=name)
                             for i in page["Items"])
                for name in tables if name in ("orders", "shared", "rzzzzzzzzz-0-table")}, sorted(tables), (
                    self.queues.list_queues().get("QueueUrls") if SQS else None)

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=LIMIT) == 0


@pytest.fixture(scope="module")
def cloud(tmp_path_factory):
    cloud = Cloud(tmp_path_factory.mktemp("cloud") / "data")
    yield cloud
    cloud.stop()


class Place:
    """A directory in which runs and sweeps happen."""

    def __init__(self, path, cloud):
        self.path, self.cloud, self.url = path, cloud, cloud.url
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        self.env |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "NO_COLOR": "1"}

    def spec(self, text, name="spec.lua"):
        (self.path / name).write_text(text)
        return name

    def start(self, *words, before=(), env=None, **options):
        return subprocess.Popen([*before, SLRUN, *words], cwd=self.path, env={**self.env, **(env or {})},
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)

    def run(self, *words, **options):
        process = self.start(*words, **options)
        out = process.communicate(timeout=LIMIT)[0]
        assert "Sanitizer" not in out, out
        return process.returncode, out

    def sweep(self, *words):
        return self.run("sweep", "--endpoint-url", self.url, *words)

    def ledgers(self):
        return sorted((self.path / ".slrun/ledger").glob("*.jsonl"))

    def stay(self):
        """A run that has made its things and waits."""
        process = self.start("--endpoint-url", self.url, self.spec(STAYING_RUN))
        assert until((self.path / "reached").exists), process.communicate(timeout=LIMIT)[0]
        return process

    def leave(self, number=signal.SIGKILL):
        """A run that was killed, and has left its things; its id."""
        process = self.stay()
        process.send_signal(number)
        process.communicate(timeout=LIMIT)
        return self.ledgers()[0].stem


@pytest.fixture
def place(tmp_path, cloud):
    place = Place(tmp_path, cloud)
    yield place
    place.sweep()
    assert cloud.content() == cloud.before


def until(condition):
    for _ in range(400):
        if condition():
            return True
        time.sleep(0.02)
    return False


def entries(text):
    """The entries of a ledger, but for a torn last line."""
    found = []
    for line in text.split("\n")[:-1]:
        try:
            found.append(json.loads(line)["entry"])
        except ValueError:
            pass
    return found
