# SPDX-License-Identifier: Apache-2.0
"""The state of --data where the local cloud is killed (SIGKILL) while 32 writers are at work: what was
acknowledged is there after the next start, whole and once, and SQLite finds its files in order. A
handful of kills; with SLRUN_FULL=1 a hundred. SLRUN_SEED repeats a run."""
import concurrent.futures
import functools
import http.client
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from lambda_cloud import ROLE, until, zipped
from ports import free_port

SLRUN = os.environ["SLRUN"]
FULL = os.environ.get("SLRUN_FULL") == "1"
KILLS = int(os.environ.get("SLRUN_KILLS", "100" if FULL else "4"))
SEED = int(os.environ.get("SLRUN_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
LIFE = 10  # kills of one cloud: its data grow, and all of them are looked at
WRITERS = 32
LIMIT = 300  # seconds that anything may take
ACCOUNT = "000000000000"
ARN = "arn:aws:{}:us-east-1:" + ACCOUNT + ":"
SMALL, LARGE = 1000, 200_000  # bytes: an object in the database, and one in a file
HANDLER = "import os\ndef handler(event, context): open(os.path.join(event['folder'], event['name']), 'w').close()\n"


class Cloud:
    """One after another, on the same data and the same port, so that clients need not know."""

    def __init__(self, folder, *before):
        self.data, self.before, self.port = folder / "data", before, free_port()
        self.made, self.folder, self.process = {}, folder, None
        (folder / "seen").mkdir()
        self.start()

    def start(self):
        with open(self.folder / "err", "ab") as err:
            self.process = subprocess.Popen([*self.before, SLRUN, "local", "--port", str(self.port), "--data", str(self.data)],
                                            stdout=subprocess.PIPE, stderr=err)
        assert b"127.0.0.1" in self.process.stdout.readline(), (self.folder / "err").read_text()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=LIMIT)
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=LIMIT)
        self.process.stdout.close()

    def __getattr__(self, service):
        if service not in self.made:
            self.made[service] = boto3.client(
                service, endpoint_url=f"http://127.0.0.1:{self.port}", region_name="us-east-1", aws_access_key_id="test",
                aws_secret_access_key="test", config=Config(retries={"max_attempts": 0}, read_timeout=LIMIT, max_pool_connections=64,
                                                            s3={"addressing_style": "path"}, request_checksum_calculation="when_required"))
        return self.made[service]


def queue_url(name):
    return f"http://127.0.0.1/{ACCOUNT}/{name}"


@functools.lru_cache(maxsize=64)
def bytes_of(name, size):
    return random.Random(name).randbytes(size)


def drain(cloud, queue, wanted):
    """How often each text is in the queue, once all that are wanted have come: some are still to be delivered."""
    found, end = {}, time.monotonic() + LIMIT
    while True:
        got = cloud.sqs.receive_message(QueueUrl=queue_url(queue), MaxNumberOfMessages=10,
                                        WaitTimeSeconds=0 if wanted <= set(found) else 1).get("Messages", [])
        for message in got:
            found[message["Body"]] = found.get(message["Body"], 0) + 1
        if got:
            cloud.sqs.delete_message_batch(QueueUrl=queue_url(queue), Entries=[
                {"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(got)])
        elif wanted <= set(found) or time.monotonic() > end:
            return found


# ---- a writer of each kind, which yields what was acknowledged, and a look whether it is there ----

class Kind:
    """again: whether what is there once must be there after all later kills, too."""
    again = False

    def set_up(self, cloud):
        pass

    def write(self, cloud, name):
        raise NotImplementedError

    def check(self, cloud, names):
        raise NotImplementedError


class Items(Kind):
    """An item, its place in an index, its record in the stream; and two items in one transaction."""
    again = True

    def set_up(self, cloud):
        cloud.dynamodb.create_table(
            TableName="items", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "p", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": a, "AttributeType": "S"} for a in "pg"],
            GlobalSecondaryIndexes=[{"IndexName": "index", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                                     "Projection": {"ProjectionType": "ALL"}}],
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"})

    def write(self, cloud, name):
        cloud.dynamodb.put_item(TableName="items", Item={"p": {"S": name}, "g": {"S": name}, "n": {"N": "1"}})
        yield name
        cloud.dynamodb.transact_write_items(TransactItems=[
            {"Put": {"TableName": "items", "Item": {"p": {"S": f"{name}{half}"}, "g": {"S": f"{name}t"}, "n": {"N": "1"}}}} for half in "tu"])
        yield name + "t"

    def check(self, cloud, names):
        found, halves, index = set(), {}, {}
        for page in cloud.dynamodb.get_paginator("scan").paginate(TableName="items"):
            found |= {item["p"]["S"] for item in page["Items"]}
        for page in cloud.dynamodb.get_paginator("scan").paginate(TableName="items", IndexName="index"):
            for item in page["Items"]:
                index[item["p"]["S"]] = item["g"]["S"]
        assert names <= found
        assert set(index) == found  # neither more nor less
        for name in found:
            if name[-1] in "tu":
                halves.setdefault(name[:-1], set()).add(name[-1])
        assert all(both == {"t", "u"} for both in halves.values())
        assert self.records(cloud) == sorted(found)

    def records(self, cloud):
        arn = cloud.dynamodb.describe_table(TableName="items")["Table"]["LatestStreamArn"]
        found = []
        for shard in cloud.dynamodbstreams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
            at = cloud.dynamodbstreams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")
            at, some = at["ShardIterator"], [1]
            while at and some:
                answer = cloud.dynamodbstreams.get_records(ShardIterator=at)
                some, at = answer["Records"], answer.get("NextShardIterator")
                found += [record["dynamodb"]["Keys"]["p"]["S"] for record in some]
        return sorted(found)


class Counters(Kind):
    """Each addition that was acknowledged counts once; of the two writers' others at most one each."""

    def set_up(self, cloud):
        cloud.dynamodb.create_table(TableName="counters", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "p", "KeyType": "HASH"}],
                                    AttributeDefinitions=[{"AttributeName": "p", "AttributeType": "S"}])

    def write(self, cloud, name):
        row = name.split("-")[0]
        cloud.dynamodb.update_item(TableName="counters", Key={"p": {"S": row}}, UpdateExpression="ADD n :one",
                                   ExpressionAttributeValues={":one": {"N": "1"}})
        yield name

    def check(self, cloud, names):
        if not names:
            return
        row = min(names).split("-")[0]
        n = int(cloud.dynamodb.get_item(TableName="counters", Key={"p": {"S": row}})["Item"]["n"]["N"])
        assert len(names) <= n <= len(names) + 2


class Messages(Kind):
    """Sent, and every third one received and deleted, which must not come back."""
    queue = "messages"

    def set_up(self, cloud):
        cloud.sqs.create_queue(QueueName=self.queue, Attributes={"VisibilityTimeout": "30"})
        cloud.sqs.create_queue(QueueName="deleted", Attributes={"VisibilityTimeout": "0"})

    def write(self, cloud, name):
        cloud.sqs.send_message(QueueUrl=queue_url(self.queue), MessageBody=name)
        yield name
        cloud.sqs.send_message(QueueUrl=queue_url("deleted"), MessageBody=name)
        for message in cloud.sqs.receive_message(QueueUrl=queue_url("deleted")).get("Messages", []):
            cloud.sqs.delete_message(QueueUrl=queue_url("deleted"), ReceiptHandle=message["ReceiptHandle"])
            yield "deleted " + message["Body"]

    def check(self, cloud, names):
        gone = {name.split()[1] for name in names if name.startswith("deleted ")}
        sent = {name for name in names if " " not in name}
        found = drain(cloud, self.queue, sent)
        assert sent <= set(found) and set(found.values()) <= {1}
        assert not gone & set(drain(cloud, "deleted", set()))


class Records(Kind):
    """In the order of their sequence numbers, each once."""
    again = True

    def set_up(self, cloud):
        cloud.kinesis.create_stream(StreamName="s", ShardCount=2)
        cloud.kinesis.get_waiter("stream_exists").wait(StreamName="s", WaiterConfig={"Delay": 1})

    def write(self, cloud, name):
        answer = cloud.kinesis.put_record(StreamName="s", Data=name.encode(), PartitionKey=name)
        yield f"{name} {answer['SequenceNumber']}"

    def check(self, cloud, names):
        found = {}
        for shard in cloud.kinesis.list_shards(StreamName="s")["Shards"]:
            at, behind, last = cloud.kinesis.get_shard_iterator(
                StreamName="s", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"], 1, 0
            while behind:
                answer = cloud.kinesis.get_records(ShardIterator=at)
                at, behind = answer["NextShardIterator"], answer["MillisBehindLatest"]
                for record in answer["Records"]:
                    assert record["Data"].decode() not in found and int(record["SequenceNumber"]) > last
                    found[record["Data"].decode()] = record["SequenceNumber"]
                    last = int(record["SequenceNumber"])
        assert all(found.get(name.split()[0]) == name.split()[1] for name in names)


class Objects(Kind):
    """Small and large ones, and one that replaces another: its bytes are those of one of the two."""
    again = True

    def set_up(self, cloud):
        cloud.s3.create_bucket(Bucket="bucket")

    def write(self, cloud, name):
        for size in (SMALL, LARGE):
            key = f"{name}/{size}"
            cloud.s3.put_object(Bucket="bucket", Key=key, Body=bytes_of(key, size))
            yield key
        cloud.s3.put_object(Bucket="bucket", Key=f"{name}/gone", Body=b"x")
        cloud.s3.delete_object(Bucket="bucket", Key=f"{name}/gone")
        yield f"{name}/gone"
        cloud.s3.put_object(Bucket="bucket", Key=name.split("-")[1], Body=bytes_of(name, LARGE), Metadata={"name": name})

    def check(self, cloud, names):
        for page in cloud.s3.get_paginator("list_objects_v2").paginate(Bucket="bucket"):
            for key in (entry["Key"] for entry in page.get("Contents", [])):
                if key.endswith("/gone"):
                    assert key not in names
                    continue
                _, _, size = key.partition("/")
                if size and key not in names: # of an earlier round, or not acknowledged
                    continue
                answer = cloud.s3.get_object(Bucket="bucket", Key=key)
                whole = bytes_of(key, int(size)) if size else bytes_of(answer["Metadata"]["name"], LARGE)
                assert answer["Body"].read() == whole, key
                names = names - {key}
        assert all(name.endswith("/gone") for name in names), names


class Uploads(Kind):
    """A part that was acknowledged counts; so does a whole."""
    again = True

    def set_up(self, cloud):
        cloud.s3.create_bucket(Bucket="uploads")

    def write(self, cloud, name):
        upload = cloud.s3.create_multipart_upload(Bucket="uploads", Key=name)["UploadId"]
        parts = []
        for number in (1, 2):
            size = 5 << 20 if number == 1 else SMALL
            answer = cloud.s3.upload_part(Bucket="uploads", Key=name, UploadId=upload, PartNumber=number, Body=bytes_of(f"part{number}", size))
            parts.append({"PartNumber": number, "ETag": answer["ETag"]})
            yield f"{name} {upload} {number}"
        cloud.s3.complete_multipart_upload(Bucket="uploads", Key=name, UploadId=upload, MultipartUpload={"Parts": parts})
        yield name

    def check(self, cloud, names):
        whole = {name for name in names if " " not in name}
        for name in whole:
            got = cloud.s3.get_object(Bucket="uploads", Key=name)["Body"].read()
            assert got == bytes_of("part1", 5 << 20) + bytes_of("part2", SMALL)
        for name, upload, number in (name.split() for name in names - whole):
            if name not in whole:
                try:
                    parts = cloud.s3.list_parts(Bucket="uploads", Key=name, UploadId=upload)["Parts"]
                    assert int(number) in [part["PartNumber"] for part in parts]
                except cloud.s3.exceptions.NoSuchUpload: # completed, but nobody was told
                    assert cloud.s3.head_object(Bucket="uploads", Key=name)["ContentLength"] == (5 << 20) + SMALL


class Delivered(Kind):
    """What is to end in a queue, at least once."""
    queue = None

    def set_up(self, cloud):
        cloud.sqs.create_queue(QueueName=self.queue)

    def check(self, cloud, names):
        assert names <= set(drain(cloud, self.queue, names))


class Published(Delivered):
    queue = "published"

    def set_up(self, cloud):
        super().set_up(cloud)
        topic = cloud.sns.create_topic(Name="topic")["TopicArn"]
        cloud.sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=ARN.format("sqs") + self.queue, Attributes={"RawMessageDelivery": "true"})

    def write(self, cloud, name):
        cloud.sns.publish(TopicArn=ARN.format("sns") + "topic", Message=name)
        yield name


class Events(Delivered):
    queue = "events"

    def set_up(self, cloud):
        super().set_up(cloud)
        cloud.events.put_rule(Name="rule", EventPattern='{"source": ["killed"]}')
        cloud.events.put_targets(Rule="rule", Targets=[{"Id": "1", "Arn": ARN.format("sqs") + self.queue, "InputPath": "$.detail.name"}])

    def write(self, cloud, name):
        answer = cloud.events.put_events(Entries=[{"Source": "killed", "DetailType": "a", "Detail": json.dumps({"name": name})}])
        assert answer["FailedEntryCount"] == 0
        yield f'"{name}"'


class Notified(Delivered):
    queue = "notified"

    def set_up(self, cloud):
        super().set_up(cloud)
        cloud.s3.create_bucket(Bucket="notified")
        cloud.s3.put_bucket_notification_configuration(Bucket="notified", NotificationConfiguration={
            "QueueConfigurations": [{"QueueArn": ARN.format("sqs") + self.queue, "Events": ["s3:ObjectCreated:*"]}]})

    def write(self, cloud, name):
        cloud.s3.put_object(Bucket="notified", Key=name, Body=b"x")
        yield name

    def check(self, cloud, names):
        found, end = set(), time.monotonic() + LIMIT
        while not names <= found and time.monotonic() < end:
            for body in drain(cloud, self.queue, set()):
                found |= {record["s3"]["object"]["key"] for record in json.loads(body).get("Records", [])}
        assert names <= found


class Invoked(Kind):
    """An event of a function runs at least once."""

    def set_up(self, cloud):
        cloud.__getattr__("lambda").create_function(FunctionName="invoked", Runtime="python3.12", Role=ROLE, Handler="app.handler",
                                                    Code={"ZipFile": zipped({"app.py": HANDLER})}, Timeout=60)
        cloud.__getattr__("lambda").get_function(FunctionName="invoked") # it is ready

    def write(self, cloud, name):
        cloud.__getattr__("lambda").invoke(FunctionName="invoked", InvocationType="Event",
                                           Payload=json.dumps({"folder": str(cloud.folder / "seen"), "name": name}))
        yield name
        time.sleep(0.5) # else nothing but handlers would run

    def check(self, cloud, names):
        assert until(lambda: names <= set(os.listdir(cloud.folder / "seen")))


class Functions(Kind):
    """With their code."""
    again = True

    def write(self, cloud, name):
        lam = cloud.__getattr__("lambda")
        lam.create_function(FunctionName=name, Runtime="python3.12", Role=ROLE, Handler="app.handler",
                            Code={"ZipFile": zipped({"app.py": f"# {name}\n"})})
        yield name
        lam.get_function(FunctionName=name) # it is ready
        lam.update_function_configuration(FunctionName=name, Timeout=7)
        yield name + " timeout"

    def check(self, cloud, names):
        lam = cloud.__getattr__("lambda")
        for name in names:
            function = lam.get_function(FunctionName=name.split()[0])
            if name.endswith(" timeout"):
                assert function["Configuration"]["Timeout"] == 7
                continue
            at = http.client.HTTPConnection("127.0.0.1", cloud.port, timeout=LIMIT)
            at.request("GET", "/" + function["Code"]["Location"].split("/", 3)[3])
            assert at.getresponse().read() == zipped({"app.py": f"# {name}\n"})
            at.close()


class Apis(Kind):
    again = True

    def write(self, cloud, name):
        rest = cloud.apigateway.create_rest_api(name=name)
        yield f"{name} rest {rest['id']}"
        made = cloud.apigateway.create_resource(restApiId=rest["id"], parentId=rest["rootResourceId"], pathPart="part")
        yield f"{name} resource {rest['id']} {made['id']}"
        yield f"{name} http {cloud.apigatewayv2.create_api(Name=name, ProtocolType='HTTP')['ApiId']}"

    def check(self, cloud, names):
        for name, kind, api, *more in (name.split() for name in names):
            if kind == "rest":
                assert cloud.apigateway.get_rest_api(restApiId=api)["name"] == name
            elif kind == "http":
                assert cloud.apigatewayv2.get_api(ApiId=api)["Name"] == name
            else:
                assert cloud.apigateway.get_resource(restApiId=api, resourceId=more[0])["pathPart"] == "part"


class Stacks(Kind):
    """A stack that was seen to be complete has its queue."""
    again = True

    def write(self, cloud, name):
        template = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": name}}}}
        cloud.cloudformation.create_stack(StackName="s" + name, TemplateBody=json.dumps(template))
        yield name
        while (status := self.status(cloud, name)) == "CREATE_IN_PROGRESS":
            time.sleep(0.01)
        assert status == "CREATE_COMPLETE"
        yield name + " complete"

    def status(self, cloud, name):
        return cloud.cloudformation.describe_stacks(StackName="s" + name)["Stacks"][0]["StackStatus"]

    def check(self, cloud, names):
        for name in (name.split()[0] for name in names):
            status = self.status(cloud, name)
            assert status == "CREATE_COMPLETE" if name + " complete" in names else status.startswith(("CREATE", "ROLLBACK"))
            if status == "CREATE_COMPLETE":
                assert cloud.sqs.get_queue_url(QueueName=name)


class Logs(Kind):
    again = True

    def set_up(self, cloud):
        cloud.logs.create_log_group(logGroupName="group")

    def write(self, cloud, name):
        cloud.logs.create_log_stream(logGroupName="group", logStreamName=name)
        yield name
        cloud.logs.put_log_events(logGroupName="group", logStreamName=name, logEvents=[
            {"timestamp": int(time.time() * 1000), "message": f"{name} {i}"} for i in range(3)])
        yield name + " events"

    def check(self, cloud, names):
        for name in (name.split()[0] for name in names):
            found = cloud.logs.get_log_events(logGroupName="group", logStreamName=name, startFromHead=True)["events"]
            assert [event["message"] for event in found] in ([f"{name} {i}" for i in range(3)], [])
            assert found or name + " events" not in names


class Parameters(Kind):
    again = True

    def write(self, cloud, name):
        version = cloud.ssm.put_parameter(Name="/" + name, Value=name, Type="String")["Version"]
        yield f"{name} {version}"
        version = cloud.ssm.put_parameter(Name="/" + name, Value=name + "!", Type="String", Overwrite=True)["Version"]
        yield f"{name} {version}"

    def check(self, cloud, names):
        for name, version in (name.split() for name in names):
            got = cloud.ssm.get_parameter(Name=f"/{name}:{version}")["Parameter"]
            assert got["Value"] == name + "!" * (int(version) - 1)


class Secrets(Kind):
    again = True

    def write(self, cloud, name):
        cloud.secretsmanager.create_secret(Name=name, SecretString=name)
        yield name
        version = cloud.secretsmanager.put_secret_value(SecretId=name, SecretString=name + "!")["VersionId"]
        yield f"{name} {version}"

    def check(self, cloud, names):
        for name, *version in (name.split() for name in names):
            more = {"VersionId": version[0]} if version else {}
            found = cloud.secretsmanager.get_secret_value(SecretId=name, **more)["SecretString"]
            assert found == name + "!" if version else found in (name, name + "!")


KINDS = [Items(), Counters(), Messages(), Records(), Objects(), Uploads(), Published(), Events(), Notified(), Invoked(), Functions(), Apis(),
         Stacks(), Logs(), Parameters(), Secrets()]


# ---- a round ----

class Round:
    def __init__(self, cloud, number, rng):
        self.cloud, self.number, self.rng = cloud, number, rng
        self.acknowledged = [set() for _ in KINDS]
        self.killed, self.problems = threading.Event(), []

    def writer(self, which):
        kind = KINDS[which % len(KINDS)]
        facts, n = self.acknowledged[which % len(KINDS)], 0
        try:
            while not self.killed.is_set():
                for fact in kind.write(self.cloud, f"r{self.number}-w{which}-{n}"):
                    facts.add(fact)
                n += 1
        except (BotoCoreError, HTTPClientError) as error: # cut off
            if not self.killed.is_set():
                self.problems.append(repr(error))
        except (ClientError, AssertionError) as error:
            self.problems.append(f"{type(kind).__name__}: {error!r}")

    def run(self):
        threads = [threading.Thread(target=self.writer, args=(i,)) for i in range(WRITERS)]
        for thread in threads:
            thread.start()
        until(lambda: self.problems or sum(map(len, self.acknowledged)) >= WRITERS)
        time.sleep(self.rng.uniform(0, 2)) # at any moment
        self.killed.set()
        self.cloud.kill()
        for thread in threads:
            thread.join(timeout=LIMIT)
        assert not self.problems, self.problems
        assert not any(thread.is_alive() for thread in threads)


def check_files(cloud, aside):
    """SQLite's own check of what the kill has left, on a copy: opening a file repairs it."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(cloud.data, aside, ignore=lambda _, names: [n for n in names if ".sqlite" not in n])
    files = sorted(aside.glob("*.sqlite"))
    assert [file.stem for file in files] == ["documents", "dynamodb", "kinesis", "logs", "s3", "sqs"]
    for file in files:
        with sqlite3.connect(file) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], file
            assert database.execute("PRAGMA foreign_key_check").fetchall() == [], file
        database.close()


def kills(folder, rng, count):
    """One cloud's life of so many kills; how many writes of each kind were acknowledged."""
    cloud, all_of = Cloud(folder), [set() for _ in KINDS]
    try:
        for kind in KINDS:
            kind.set_up(cloud)
        for k in range(count):
            this = Round(cloud, k, rng)
            this.run()
            check_files(cloud, folder / "copy")
            cloud.start()
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                checks = [pool.submit(kind.check, cloud, set(facts)) for kind, facts in zip(KINDS, this.acknowledged)]
            for kind, check in zip(KINDS, checks):
                assert check.exception() is None, (f"seed {SEED}, kill {k} of {folder.name}", type(kind).__name__, check.exception())
            for facts, found in zip(all_of, this.acknowledged):
                facts |= found
            found = {type(kind).__name__: len(facts) for kind, facts in zip(KINDS, this.acknowledged)}
            print(f"seed {SEED}, kill {k} of {folder.name}: {found}", file=sys.stderr, flush=True)
        for kind, facts in zip(KINDS, all_of): # they are still there
            if kind.again:
                kind.check(cloud, facts)
    finally:
        cloud.stop()
    return [len(facts) for facts in all_of]


def test_what_was_acknowledged_outlives_a_kill(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    sys.setswitchinterval(0.0005) # sending a large body takes many turns of 32 threads
    rng, total = random.Random(SEED), [0] * len(KINDS)
    for first in range(0, KILLS, LIFE):
        folder = tmp_path / f"cloud{first // LIFE}"
        folder.mkdir()
        total = [a + b for a, b in zip(total, kills(folder, rng, min(LIFE, KILLS - first)))]
    print(f"{KILLS} kills (seed {SEED}), {sum(total)} acknowledged writes, all there")
    assert all(total) or KILLS < 100 # by chance
