# SPDX-License-Identifier: Apache-2.0
"""The ledger and `slrun sweep`: runs are killed at any moment, and nothing of them may stay, and
nothing else may go.

SLRUN_KILLS=200 says how many runs are killed (12).
"""
import http.server
import json
import os
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import threading
import time
import zlib

import boto3
import pytest

from with_local import start

SLRUN = os.environ["SLRUN"]
KILLS = int(os.environ.get("SLRUN_KILLS", "12"))
SEED = int(os.environ.get("SLRUN_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
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


def test_a_sweep_goes_where_the_configuration_file_says(place):
    run_id = place.leave()
    (place.path / "slrun.yaml").write_text("target: endpoint\nendpoint-url: http://127.0.0.1:1\n")
    assert place.run("sweep", "--endpoint-url", place.url, "--dry-run")[0] == 0
    (place.path / "slrun.yaml").write_text(f"endpoint-url: {place.url}\n")
    code, said = place.run("sweep")
    assert code == 0 and run_id in said, said
    assert place.ledgers() == []


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


# ------------------------------------------------------------------------------------------- kills

class Watch(threading.Thread):
    """Keeps a link to each ledger, so that it can be read after the run has removed it."""

    def __init__(self, place):
        super().__init__()
        self.place, self.over = place, threading.Event()
        self.kept = place.path / "kept.jsonl"
        self.kept.unlink(missing_ok=True)

    def run(self):
        while not self.over.is_set() and not self.kept.exists():
            for ledger in self.place.ledgers():
                try:
                    os.link(ledger, self.kept)
                except OSError:
                    pass
            time.sleep(0.001)

    def noted(self):
        """How many things the run had noted that were not void."""
        self.over.set()
        self.join()
        found = entries(self.kept.read_text()) if self.kept.exists() else []
        void = {e["n"] for e in found if e["type"] == "void"}
        return sum(e["type"] in ("intent", "claim") and e["n"] not in void for e in found)


def works(*command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


STRACE = works("strace", "-f", "-e", "trace=write", "-o", "/dev/null", "true")

# Where a run is killed: before a write (of the ledger, mostly), after it and before the sync, before
# a request is sent, and before its answer is read. One thread writes, so that calls can be counted.
POINTS = ["write", "fdatasync", "sendto", "recvfrom"]


def strace(*words, output="/dev/null"):
    # a leak checker cannot work while somebody traces
    return {"before": ["strace", "-f", "-o", output, *words],
            "env": {"UV_THREADPOOL_SIZE": "1", "ASAN_OPTIONS": "detect_leaks=0"}}


def calls_of(place, spec):
    """How often each of the calls happens in a run that is not killed (the busiest thread's)."""
    _, out = place.run("--endpoint-url", place.url, spec,
                       **strace("-e", "trace=" + ",".join(POINTS), output=str(place.path / "calls")))
    assert "5 passed" in out
    counts = {}
    for line in (place.path / "calls").read_text().splitlines():
        thread, call = line.split(None, 1)
        if call.split("(")[0] in POINTS:
            key = call.split("(")[0], thread
            counts[key] = counts.get(key, 0) + 1
    return {point: max(n for (call, _), n in counts.items() if call == point) for point in POINTS}


def kill_at_a_moment(place, spec, number, rng, seconds):
    process = place.start("--endpoint-url", place.url, spec)
    if rng.random() < 0.15:
        time.sleep(rng.uniform(0, seconds))
    else: # while it is at work
        until(lambda: place.ledgers() or process.poll() is not None)
        time.sleep(rng.uniform(0, 0.25))
    process.send_signal(number)
    twice = rng.random() < 0.3 # stop now
    if twice and number != signal.SIGKILL:
        time.sleep(rng.uniform(0, 0.02))
        process.send_signal(number)
    out = process.communicate(timeout=LIMIT)[0]
    return process.returncode, out, not twice


def kill_at_a_point(place, spec, number, rng, calls):
    point = rng.choice(POINTS)
    when = rng.randint(1, max(1, calls[point] * 2 // 3)) # the number of calls varies a little
    name = signal.Signals(number).name
    code, out = place.run("--endpoint-url", place.url, spec,
                          **strace("-e", f"trace={point}", "-e", f"inject={point}:signal={name}:when={when}"))
    return code, out, point != "write" # which two threads call: each of them is hit


def test_nothing_of_killed_runs_stays_and_nothing_else_goes(place, cloud):
    rng = random.Random(SEED)
    spec = place.spec(BUSY_RUN)
    began = time.monotonic()
    assert place.run("--endpoint-url", place.url, spec)[0] == 0
    seconds = time.monotonic() - began
    assert not place.ledgers() and cloud.content() == cloud.before
    calls = calls_of(place, spec) if STRACE else None
    outstanding = left = 0
    for k in range(KILLS):
        number = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[k % 3]
        watch = Watch(place)
        watch.start()
        if calls and k // 3 % 2:
            code, out, once = kill_at_a_point(place, spec, number, rng, calls)
        else:
            code, out, once = kill_at_a_moment(place, spec, number, rng, seconds)
        assert "Sanitizer" not in out, out
        noted, ended = watch.noted(), code in (0, 1)
        outstanding += noted > 0 and not ended
        left += bool(place.ledgers())
        if once and code == 2: # a teardown that ran to its end leaves nothing to a sweep
            assert not place.ledgers(), f"seed {SEED}, kill {k}\n{out}"
        if rng.random() < 0.2: # a sweep that is killed, too
            sweep = place.start("sweep", "--endpoint-url", place.url)
            time.sleep(rng.uniform(0, 0.2))
            sweep.kill()
            sweep.communicate(timeout=LIMIT)
        code, out = place.sweep()
        about = f"seed {SEED}, kill {k}, {signal.Signals(number).name}, {noted} noted\n{out}"
        assert code == 0, about
        assert "failed" not in out or " 0 failed" in out, about
        assert cloud.content() == cloud.before, about
        assert not place.ledgers(), about
    print(f"{KILLS} runs killed (seed {SEED}), {outstanding} with entries outstanding, "
          f"{left} left a ledger; nothing stayed")
    # How many is a matter of chance, so half of them is asked only of a number that is large enough.
    assert outstanding >= (KILLS // 2 if KILLS >= 100 else 1)


@pytest.mark.skipif(not STRACE, reason="strace cannot trace here")
def test_what_is_made_is_on_the_disk_before_the_request_leaves(place):
    log = place.path / "calls"
    code, out = place.run("--endpoint-url", place.url, place.spec(BUSY_RUN),
                          **strace("-s", "100000", "-e", "trace=write,fdatasync,sendto", output=str(log)))
    assert code == 0, out
    written, syncing, synced, tables, items = set(), {}, set(), 0, 0
    for line in log.read_text().splitlines():
        thread, call = line.split(None, 1)
        text = call.replace('\\"', '"')
        if call.startswith("write("):
            written |= set(re.findall(r'"(?:name|PK)":"([^"]+)"', text))
        elif call.startswith("fdatasync("):
            syncing[thread] = set(written)
        if "fdatasync" in call and call.rstrip().endswith("= 0"):
            synced |= syncing[thread]
        if call.startswith("sendto(") and ".CreateTable" in text:
            assert re.search(r'"TableName":"([^"]+)"', text)[1] in synced
            tables += 1
        if call.startswith("sendto(") and ".PutItem" in text:
            assert re.search(r'"PK":\{"S":"([^"]+)"\}', text)[1] in synced
            items += 1
    assert (tables, items) == (15, 50) # five of "orders"


# -------------------------------------------------------------------------------------- uncertainty

class Script(http.server.ThreadingHTTPServer):
    """Answers each operation from a list, the last answer again and again; keeps what was asked."""

    def __init__(self, answers):
        super().__init__(("127.0.0.1", 0), Answers)
        self.answers, self.asked, self.sent = {k: list(v) for k, v in answers.items()}, [], []
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        operation = self.headers["X-Amz-Target"].split(".")[1]
        self.server.asked.append(operation)
        self.server.sent.append(sent)
        left = self.server.answers[operation]
        status, code = left.pop(0) if len(left) > 1 else left[0]
        if status is None: # says nothing, and goes
            self.close_connection = True
            return
        code = code(self.server) if callable(code) else code
        told = code if isinstance(code, dict) else {"__type": f"x#{code}", "message": code} if code else {}
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


GONE, IN_USE, BROKEN, OK = (400, "ResourceNotFoundException"), (400, "ResourceInUseException"), (
    500, "InternalServerError"), (200, None)
THROTTLED = (400, "ThrottlingException")


@pytest.mark.parametrize("create, delete, deletes", [
    ([OK], [OK], 1),
    ([OK], [GONE], 1), # somebody was faster
    ([OK], [IN_USE, IN_USE, OK], 3), # still being made
    ([OK], [THROTTLED] * 5 + [OK], 6), # more often than a call is tried
    ([IN_USE], [OK], 0), # it was there before
    ([BROKEN, IN_USE], [OK], 1), # and the first attempt may have made it
    ([BROKEN], [GONE, OK], 2), # "not there" is believed when it is said twice: it came late
    ([(None, None)], [GONE], 2),
])
def test_a_create_that_is_not_certain_is_undone(place, create, delete, deletes):
    server = Script({"CreateTable": create, "DeleteTable": delete})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, t.id .. "-table") end)')
    code, out = place.run("--endpoint-url", server.url, spec)
    server.shutdown()
    assert code == 0, out
    assert server.asked.count("DeleteTable") == deletes, server.asked
    assert not place.ledgers()


def test_an_only_try_that_broke_may_have_made_it(place):
    server = Script({"CreateTable": [BROKEN], "DeleteTable": [OK]})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, t.id .. "-table") end)')
    code, out = place.run("--endpoint-url", server.url, spec, env={"AWS_MAX_ATTEMPTS": "1"})
    server.shutdown()
    assert code == 0, out
    assert server.asked == ["CreateTable", "DeleteTable"] and not place.ledgers(), server.asked


def table_of(server):
    return server.sent[server.asked.index("CreateTable")]


DESCRIBED = (200, {"Table": {"TableName": "fixed", "TableStatus": "ACTIVE", "TableArn": "arn:fixed"}})
CREATING = (200, {"Table": {"TableName": "fixed", "TableStatus": "CREATING", "TableArn": "arn:fixed"}})
MINE = (200, lambda server: {"Tags": table_of(server)["Tags"]})
THEIRS = (200, {"Tags": [{"Key": "a", "Value": "b"}, {"Key": "slrun:run", "Value": "rother"}]})
NONE = (200, {"Tags": []})
MORE = (200, {"Tags": [{"Key": "a", "Value": "b"}], "NextToken": "t"})
NO_TAGS = (400, "UnknownOperationException")
DENIED = (400, "AccessDeniedException")
ANOTHER = "stays: its tags say that another run made it"
NOBODYS = "stays: its tags do not say that this run made it"


@pytest.mark.parametrize("create, describe, tags, deletes, code, said", [
    ([OK], [DESCRIBED], [MINE], 1, 0, None),
    ([OK], [DESCRIBED], [MORE, MINE], 1, 0, None), # on the second page
    ([OK], [CREATING, DESCRIBED], [MINE], 1, 0, None),
    ([OK], [DESCRIBED], [NONE, NONE, MINE], 1, 0, None), # they come late
    ([OK], [GONE], [NONE], 0, 0, None), # somebody was faster
    ([(None, None)], [GONE], [NONE], 0, 0, None),
    ([BROKEN, IN_USE], [DESCRIBED], [MINE], 1, 0, None), # the first attempt has made it
    ([BROKEN, IN_USE], [DESCRIBED], [THEIRS], 0, 0, ANOTHER),
    ([OK], [DESCRIBED], [NONE], 0, 0, NOBODYS),
    ([OK], [DESCRIBED], [NO_TAGS], 0, 0, NOBODYS), # DynamoDB Local
    ([OK], [DESCRIBED], [DENIED], 0, 1, "AccessDeniedException"),
    ([IN_USE], [DESCRIBED], [MINE], 0, 0, None), # it was there before: the tags are not even asked
])
def test_whose_a_table_of_a_fixed_name_is(place, create, describe, tags, deletes, code, said):
    server = Script({"CreateTable": create, "DescribeTable": describe, "ListTagsOfResource": tags,
                     "DeleteTable": [OK]})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, "fixed") end)')
    got, out = place.run("--endpoint-url", server.url, spec)
    server.shutdown()
    assert got == code and server.asked.count("DeleteTable") == deletes, (server.asked, out)
    assert "the table 'fixed' is created without t.id in its name" in out
    assert "deleted at the end only if its tags say that this run made it" in out
    assert said in out if said else "stays:" not in out
    if create == [IN_USE]:
        assert "ListTagsOfResource" not in server.asked
    sent = {tag["Key"]: tag["Value"] for tag in table_of(server)["Tags"]}
    assert sent["slrun:run"] in out and re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", sent["slrun:expires"])
    assert bool(place.ledgers()) == (code == 1)
    for ledger in place.ledgers():
        ledger.unlink()


def test_a_tag_that_the_spec_gives_wins(place):
    server = Script({"CreateTable": [OK], "DeleteTable": [OK]})
    spec = place.spec("""
local dynamodb <const> = require "slrun.dynamodb"
case "makes" (function(t)
  dynamodb.create_table { TableName = t.id, Tags = { { Key = "slrun:expires", Value = "never" } } }
end)""")
    assert place.run("--endpoint-url", server.url, spec)[0] == 0
    server.shutdown()
    assert {"Key": "slrun:expires", "Value": "never"} in table_of(server)["Tags"]
    assert len(table_of(server)["Tags"]) == 2


TICKETS = os.environ.get("SLRUN_TICKETS", "")
TICKET_SPEC = """
local ticket <const> = require "slrun.ticket"
case "opens" (function(t)
  ticket.%s { Name = t.id .. "-ticket" }
  if %s then
    io.open("reached", "w"):close()
    t:sleep "60s"
  end
end)"""


@pytest.mark.skipif(not TICKETS, reason="SLRUN_TICKETS names no plugin")
@pytest.mark.parametrize("operation, api", [("open_ticket", "OpenTicket"), ("open_named", "OpenNamed")])
@pytest.mark.parametrize("killed", [False, True])
def test_what_the_answer_tells_is_what_is_undone(place, operation, api, killed):
    server = Script({api: [(200, {"Id": "T-17"})], "CloseTicket": [OK]})
    words = ["--endpoint-url", server.url, "--plugin-path", TICKETS]
    spec = place.spec(TICKET_SPEC % (operation, str(killed).lower()))
    if killed:
        process = place.start(*words, spec)
        assert until((place.path / "reached").exists)
        until(lambda: any('"type":"made"' in ledger.read_text() for ledger in place.ledgers()))  # written, though nobody waits for it
        process.kill()
        process.communicate()
        code, out = place.run("sweep", *words)
        assert "1 undone" in out
    else:
        code, out = place.run(*words, spec)
    server.shutdown()
    assert code == 0, out
    assert server.asked == [api, "CloseTicket"] and server.sent[1] == {"Id": "T-17"}
    assert not place.ledgers()


# ------------------------------------------------------------------------------------------ ledger

def test_no_ledger_without_something_to_undo(place):
    spec = place.spec(LIB + 'case "reads" (function(t) dynamodb.list_tables {} end)')
    assert place.run("--endpoint-url", place.url, spec)[0] == 0
    assert not (place.path / ".slrun/ledger").exists()


def test_waiting_for_the_disk_in_a_coroutine_of_the_specs_own(place):
    spec = place.spec(LIB + """
case "makes" (function(t)
  local step = coroutine.wrap(function(name)
    make(name)
    local key = coroutine.yield("made")
    t:own(dynamodb.partition { TableName = "shared", Key = { PK = key } })
    put(key)
    return "owned"
  end)
  expect(step(t.id .. "-table")):equals("made")
  expect(step(t.id)):equals("owned")
  local fails = coroutine.create(function() make(t.id .. "-table") end)
  local ok, problem = coroutine.resume(fails)
  expect(ok):equals(false)
  expect(problem.code):equals("ResourceInUseException")
end)""")
    code, out = place.run("--endpoint-url", place.url, spec)
    assert code == 0, out
    assert not place.ledgers()


def test_no_ledger_for_the_local_cloud(place):
    spec = place.spec(LIB + 'case "makes" (function(t) make(t.id .. "-x") end)')
    assert place.run(spec)[0] == 0
    assert not (place.path / ".slrun/ledger").exists()


def test_no_secrets_in_it(place):
    place.env |= {"AWS_ACCESS_KEY_ID": "AKIAQQQQQQQQSECRETID", "AWS_SECRET_ACCESS_KEY": "SeCrEtKeY",
                  "AWS_SESSION_TOKEN": "SeSsIoNtOkEn"}
    place.leave()
    ledger = place.ledgers()[0]
    text = ledger.read_text()
    assert "AKIA..." in text
    for secret in ("QQQQSECRETID", "SeCrEtKeY", "SeSsIoNtOkEn"):
        assert secret not in text
    assert ledger.stat().st_mode & 0o777 == 0o600


def no_room():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def break_directory(place):
    (place.path / ".slrun").write_text("a file where the directory should be")


@pytest.mark.parametrize("preexec, spoil, reason", [
    (no_room, None, "File too large"), (None, break_directory, "Not a directory")])
def test_what_cannot_be_written_down_is_not_made(place, cloud, preexec, spoil, reason):
    spec = place.spec(LIB + """
case "makes" (function(t) make(t.id .. "-x") end)
case "owns" (function(t)
  t:own(dynamodb.partition { TableName = "shared", Key = { PK = t.id } })
  put(t.id)
end)""")
    if spoil:
        spoil(place)
    code, out = place.run("--endpoint-url", place.url, spec, preexec_fn=preexec)
    assert code == 1 and "2 failed" in out, out
    assert out.count(f"cannot be {'made' if spoil else 'written'}: {reason}") >= 2, out
    assert "hint: nothing was sent" in out
    assert "are left" not in out
    if spoil:
        (place.path / ".slrun").unlink()
    assert not place.ledgers() and cloud.content() == cloud.before


# ------------------------------------------------------------------------------------------- sweep

DELETED_RUN = LIB + """
case "makes before and after" (function(t)
  make(t.id .. "-before")
  io.open("reached", "w"):close()
  repeat t:sleep "50ms" until io.open "go"
  make(t.id .. "-after")
  io.open("made", "w"):close()
  t:sleep "60s"
end)
"""


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "ends"])
def test_a_ledger_that_is_deleted_under_the_run_is_written_anew(place, cloud, killed):
    spec = place.spec(DELETED_RUN if killed else DELETED_RUN.replace('t:sleep "60s"', ""))
    process = place.start("--endpoint-url", place.url, spec)
    assert until((place.path / "reached").exists), process.communicate(timeout=LIMIT)[0]
    shutil.rmtree(place.path / ".slrun")
    (place.path / "go").touch()
    assert until((place.path / "made").exists), process.communicate(timeout=LIMIT)[0]
    if killed:
        process.kill()
    out = process.communicate(timeout=LIMIT)[0]
    assert len(place.ledgers()) == killed, out
    code, swept = place.sweep()
    assert code == 0 and ("2 undone" in swept) == killed and cloud.content() == cloud.before, swept


def test_a_live_run_is_left_alone(place, cloud):
    process = place.stay()
    run = place.ledgers()[0].stem
    before = cloud.content()
    code, out = place.sweep()
    assert code == 0 and f"run {run}: not touched, it is still running" in out, out
    assert place.sweep("--run", run)[0] == 1
    assert cloud.content() == before and before != cloud.before
    process.kill()
    process.communicate()
    code, out = place.sweep("--run", run)
    assert code == 0 and "2 undone" in out, out


def test_sweep_says_what_it_does_and_does_it_once(place, cloud):
    run = place.leave()
    code, out = place.sweep("--dry-run")
    assert code == 0 and f"would remove dynamodb table '{run}-0000-table'" in out
    assert f"would empty  dynamodb partition shared PK={run}-0" in out
    assert cloud.content() != cloud.before
    code, out = place.sweep("--older-than", "1h")
    assert code == 0 and f"run {run}: is not old enough" in out
    assert cloud.content() != cloud.before
    code, out = place.sweep("--run", "rother")
    assert code == 0 and "nothing to sweep" in out
    code, out = place.sweep("--older-than", "1ms")
    assert code == 0 and "1 run swept: 2 undone, 0 kept, 0 failed" in out
    assert f"  removed  dynamodb table '{run}-0000-table'" in out
    assert f"  emptied  dynamodb partition shared PK={run}-0" in out
    assert cloud.content() == cloud.before
    code, out = place.sweep()
    assert code == 0 and out == "nothing to sweep\n"


def test_another_identity_is_refused(place, cloud):
    run = place.leave()
    before = cloud.content()
    for words in (["--region", "eu-west-1", "--endpoint-url", place.url], ["--endpoint-url", "http://127.0.0.1:9"], []):
        code, out = place.run("sweep", *words)
        assert code == 1 and f"run {run}: not touched, it was made on {place.url}, us-east-1" in out, out
    assert cloud.content() == before
    command = re.search(r"hint: (slrun sweep .*)", out)[1] # and that is the command to type
    code, out = place.run(*shlex.split(command)[1:])
    assert code == 0 and "2 undone" in out


def test_the_next_run_mentions_what_is_left(place):
    place.leave()
    spec = place.spec(LIB + 'case "passes" (function(t) end)', "next.lua")
    code, out = place.run("--endpoint-url", place.url, spec)
    assert code == 0
    command = re.search(r"1 earlier run left things there: `(slrun sweep .*)` removes", out)[1]
    assert place.run(*shlex.split(command)[1:])[0] == 0
    assert "earlier" not in place.run("--endpoint-url", place.url, spec)[1]


def test_ledgers_of_workers_count_as_their_run(place):
    """Each worker process has one."""
    specs = [place.spec(LIB + 'case "fails" (function(t) make(t.id .. "-kept") expect(1):equals(2) end)', f"{name}.lua")
             for name in "abcd"]
    code, out = place.run("--endpoint-url", place.url, "--keep", "-n", "2", *specs)
    assert code == 1 and len(place.ledgers()) == 2, out
    passing = place.spec(LIB + 'case "passes" (function(t) end)', "next.lua")
    assert "1 earlier run left things there" in place.run("--endpoint-url", place.url, passing)[1]
    code, out = place.sweep()
    assert code == 0 and "1 run swept: 4 undone, 0 kept, 0 failed" in out, out


def test_keep_leaves_what_a_failed_case_made(place, cloud):
    spec = place.spec(LIB + """
case "fails" (function(t) make(t.id .. "-kept") expect(1):equals(2) end)
case "passes" (function(t) make(t.id .. "-gone") end)""")
    code, out = place.run("--endpoint-url", place.url, "--keep", spec)
    tables = [t for t in cloud.content()[1] if t not in cloud.before[1]]
    assert code == 1 and len(tables) == 1 and tables[0].endswith("-kept"), out
    command = re.search(r"1 thing of this run is left: `(slrun sweep --run .*)` removes it", out)[1]
    code, out = place.run(*shlex.split(command)[1:])
    assert code == 0 and f"removed  dynamodb table '{tables[0]}'" in out
    code, out = place.run("--keep", spec)
    assert code == 4 and "nothing outlives the local cloud" in out


KEPT = LIB + """
local function holder(name, scope, uses)
  fixture(name) { scope = scope, uses = uses, setup = function(t) make(t.id .. "-" .. name) return name end,
    teardown = function(t) t:log("teardown of " .. name) end }
end
holder("below", "run")
holder("held", "file", { "below" })
holder("beside", "file")
holder("private", "case")
fixture "broken" { scope = "file", uses = { "held" }, setup = function(t) make(t.id .. "-broken") error("no") end }
case "passes" { uses = { "beside", "private" }, act = function(t) end }
case "is expected to fail" { uses = { "beside", "private" }, xfail = "known", act = function(t) expect(1):equals(2) end }
case "fails" { uses = { WANTED }, act = function(t) expect(1):equals(2) end }
"""


@pytest.mark.parametrize("words", [[], ["-n", "1"]], ids=["here", "in a worker"])
@pytest.mark.parametrize("wanted,kept", [('"held", "private"', {"below", "held", "private"}),
                                         ('"broken"', {"below", "held", "broken"})], ids=["fails", "set-up fails"])
def test_keep_leaves_what_a_failed_case_used(place, cloud, words, wanted, kept):
    """Also what fixtures that others share have made; what only cases used that passed, or failed as
    expected, goes."""
    spec = place.spec(KEPT.replace("WANTED", wanted))
    code, out = place.run("--endpoint-url", place.url, "--keep", "-rA", *words, spec)
    tables = [t for t in cloud.content()[1] if t not in cloud.before[1]]
    assert code == 1 and {t.rsplit("-", 1)[1] for t in tables} == kept, out
    command = re.search(r"3 things of this run are left: `(slrun sweep --run .*)` removes them", out)[1]
    code, out = place.run(*shlex.split(command)[1:])
    assert code == 0 and "3 undone, 0 kept, 0 failed" in out and cloud.content() == cloud.before, out
    place.run("--endpoint-url", place.url, *words, spec)
    assert cloud.content() == cloud.before


NAME = "no-id-in-it"
NAMED_RUN = LIB + f"""
case "makes" (function(t)
  make("{NAME}")
  io.open("reached", "w"):close()
  t:sleep "60s"
end)"""


def leave_named(place):
    process = place.start("--endpoint-url", place.url, place.spec(NAMED_RUN))
    assert until((place.path / "reached").exists)
    process.kill()
    assert f"the table '{NAME}' is created without t.id" in process.communicate()[0]


def replace(cloud, tags):
    """Somebody else makes a table of that name."""
    cloud.client.get_waiter("table_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
    cloud.client.delete_table(TableName=NAME)
    cloud.client.get_waiter("table_not_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
    cloud.client.create_table(TableName=NAME, BillingMode="PAY_PER_REQUEST", **({"Tags": tags} if tags else {}),
                              AttributeDefinitions=[{"AttributeName": "PK", "AttributeType": "S"}],
                              KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}])


def test_a_fixed_name_is_undone_by_its_tags(place, cloud):
    leave_named(place)
    code, out = place.sweep()
    assert code == 0 and f"removed  dynamodb table '{NAME}'" in out and "1 undone, 0 kept" in out, out
    assert cloud.content() == cloud.before
    spec = place.spec(LIB + f'case "makes" (function(t) make("{NAME}") end)')
    code, out = place.run("--endpoint-url", place.url, spec)
    assert code == 0 and "stays" not in out and cloud.content() == cloud.before, out
    code, out = place.run(spec) # on the local cloud of the run, too
    assert code == 0 and "stays" not in out, out


@pytest.mark.parametrize("tags, why", [
    ([{"Key": "slrun:run", "Value": "rother"}], "its tags say that another run made it"),
    ([], "its tags do not say that this run made it: it may be somebody else's")])
def test_what_is_not_the_runs_is_kept_and_listed(place, cloud, tags, why):
    leave_named(place)
    replace(cloud, tags)
    code, out = place.sweep()
    assert code == 0 and f"kept     dynamodb table '{NAME}': {why}" in out and "0 undone, 1 kept" in out, out
    assert NAME in cloud.content()[1] and not place.ledgers()
    assert place.sweep()[1] == "nothing to sweep\n"
    cloud.client.get_waiter("table_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
    cloud.client.delete_table(TableName=NAME)
    until(lambda: NAME not in cloud.content()[1])


def test_a_ledger_without_tags_owns_by_name_only(place, cloud):
    """As an earlier slrun wrote it, or somebody who cut the field out: nothing tells, so it stays."""
    leave_named(place)
    ledger = place.ledgers()[0]
    lines = []
    for entry in entries(ledger.read_text()):
        entry.pop("tags", None)
        text = json.dumps(entry, separators=(",", ":"), sort_keys=True)
        lines.append('{"crc32":"%08x","entry":%s}\n' % (zlib.crc32(text.encode()), text))
    ledger.write_text("".join(lines))
    code, out = place.sweep()
    assert code == 0 and f"kept     dynamodb table '{NAME}'" in out and "1 kept" in out, out
    cloud.client.get_waiter("table_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
    cloud.client.delete_table(TableName=NAME)
    until(lambda: NAME not in cloud.content()[1])


def test_data_goes_before_what_holds_it(place, cloud):
    """A fixture of the file makes the table, and each of many cases owns a partition of it."""
    (place.path / "reached").mkdir()
    process = place.start("--endpoint-url", place.url, place.spec(LIB + """
fixture "table" {
  scope = "file",
  setup = function(t)
    make(t.id .. "-table")
    dynamodb.wait_until_exists(t.id .. "-table")
    return t.id .. "-table"
  end,
}
case "owns" {
  uses = { "table" },
  each = { n = { 1, 2, 3, 4, 5, 6, 7, 8 } },
  act = function(t)
    for i = 1, 20 do
      t:own(dynamodb.partition { TableName = t.table, Key = { PK = t.id .. i } })
      dynamodb.put_item { TableName = t.table, Item = { PK = t.id .. i } }
    end
    io.open("reached/" .. t.n, "w"):close()
    t:sleep "60s"
  end,
}"""))
    assert until(lambda: len(list((place.path / "reached").iterdir())) == 8), process.communicate()[0]
    process.kill()
    process.communicate()
    code, out = place.sweep()
    assert code == 0 and "161 undone, 0 kept, 0 failed" in out, out
    assert out.rindex("emptied") < out.index("removed")


@pytest.mark.skipif(not SQS, reason="without sqs.so")
def test_a_queue_that_create_queue_silently_returned_is_kept(place, cloud):
    client = cloud.queues
    theirs = cloud.queue
    process = place.start("--endpoint-url", place.url, place.spec("""
local sqs <const> = require "slrun.sqs"
case "makes" (function(t)
  sqs.create_queue { QueueName = "theirs" }
  sqs.create_queue { QueueName = t.id .. "-queue" }
  local tags = sqs.list_queue_tags { QueueUrl = t.id .. "-queue" }.Tags
  expect(t.id):contains(tags["slrun:run"])
  expect(tags["slrun:expires"]):matches "^%d+%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"
  io.open("reached", "w"):close()
  t:sleep "60s"
end)"""))
    assert until((place.path / "reached").exists), process.communicate(timeout=LIMIT)[0]
    assert not client.list_queue_tags(QueueUrl=theirs).get("Tags") # not touched
    process.kill()
    process.communicate()
    code, out = place.sweep()
    assert code == 0 and "1 undone, 1 kept, 0 failed" in out, out
    assert client.list_queues()["QueueUrls"] == [theirs]


def test_a_damaged_ledger_is_swept_as_far_as_it_goes_and_told(place, cloud):
    place.leave()
    ledger = place.ledgers()[0]
    lines = ledger.read_text().split("\n")
    ledger.write_text("\n".join([*lines[:2], "garbage", *lines[2:-1], '{"crc32":"torn'])) # a torn end is normal
    code, out = place.sweep()
    assert code == 1 and "2 undone" in out and "1 line of" in out, out
    assert cloud.content() == cloud.before and ledger.exists()
    assert place.sweep()[0] == 1 # until somebody has looked
    ledger.unlink()
    assert place.sweep()[0] == 0


def test_a_ledger_of_a_newer_slrun_is_left_to_it_and_told(place, cloud):
    run = place.leave()
    ledger = place.ledgers()[0]
    text = ledger.read_text()
    header = json.loads(text.split("\n")[0])["entry"] | {"format": 2, "version": "9.1.0"}
    entry = json.dumps(header, separators=(",", ":"), sort_keys=True)
    ledger.write_text("\n".join([f'{{"crc32":"{zlib.crc32(entry.encode()):08x}","entry":{entry}}}', *text.split("\n")[1:]]))
    before = cloud.content()
    code, out = place.sweep()
    assert code == 1 and "was written by slrun 9.1.0, in format 2; this one, " in out and "  hint: have slrun 9.1.0 sweep it" in out, out
    assert cloud.content() == before
    passing = place.spec(LIB + 'case "passes" (function(t) end)', "next.lua")
    assert "1 earlier run left things there" in place.run("--endpoint-url", place.url, passing)[1]
    ledger.write_text(text)
    code, out = place.sweep()
    assert code == 0 and f"run {run}" in out and cloud.content() == cloud.before, out


def test_an_endpoint_that_is_gone_at_the_end(tmp_path):
    """Each step says so; what is left is swept when the endpoint is back."""
    cloud = Cloud(tmp_path / "data")
    place = Place(tmp_path, cloud)
    process = place.start("--endpoint-url", place.url, place.spec(STAYING_RUN.replace("60s", "1s")))
    assert until((place.path / "reached").exists), process.communicate(timeout=LIMIT)[0]
    cloud.process.kill()
    cloud.process.wait()
    out = process.communicate(timeout=LIMIT)[0]
    assert process.returncode == 1 and f"E  dynamodb.delete_table: connect: cannot connect to {place.url}: Connection refused" in out, out
    assert "2 things of this run are left: `slrun sweep --run " in out
    code, out = place.sweep()
    assert code == 1 and "0 undone, 0 kept, 2 failed" in out, out
    cloud.process, _ = start(SLRUN, "--data", str(tmp_path / "data"), "--port", place.url.rsplit(":", 1)[1])
    code, out = place.sweep()
    assert code == 0 and "2 undone, 0 kept, 0 failed" in out and cloud.content() == cloud.before, out
    cloud.stop()


def test_an_endpoint_that_comes_back_during_the_clean_up(tmp_path):
    """An emulator that is started anew, a network that is away for a moment."""
    cloud = Cloud(tmp_path / "data")
    place = Place(tmp_path, cloud)
    process = place.start("--endpoint-url", place.url, place.spec(STAYING_RUN))
    assert until((place.path / "reached").exists), process.communicate(timeout=LIMIT)[0]
    cloud.process.kill()
    cloud.process.wait()
    process.send_signal(signal.SIGINT)
    cloud.process, _ = start(SLRUN, "--data", str(tmp_path / "data"), "--port", place.url.rsplit(":", 1)[1])
    out = process.communicate(timeout=LIMIT)[0]
    assert process.returncode == 2 and "clean-up" not in out and cloud.content() == cloud.before and not place.ledgers(), out
    cloud.stop()


def test_what_cannot_be_undone_stays_in_the_ledger(place, cloud):
    run = place.leave()
    cloud.process.send_signal(signal.SIGSTOP)
    sweep = place.start("sweep", "--endpoint-url", place.url)
    time.sleep(0.5)
    sweep.send_signal(signal.SIGINT) # nobody answers
    out = sweep.communicate(timeout=LIMIT)[0]
    cloud.process.send_signal(signal.SIGCONT)
    assert sweep.returncode == 2 and "interrupted" in out, out
    ledger = place.ledgers()[0]
    entry = entries(ledger.read_text())[1]
    assert entry["type"] == "intent" and entry["n"] == 1
    # a plugin that is not there: that thing cannot be undone, the others are
    text = json.dumps({**entry, "n": 3, "plugin": "nosuch"}, separators=(",", ":"), sort_keys=True)
    with open(ledger, "a", encoding="utf-8") as file:
        file.write('{"crc32":"%08x","entry":%s}\n' % (zlib.crc32(text.encode()), text))
    code, out = place.sweep()
    assert code == 1 and f"FAILED   table '{run}-0000-table': no plugin 'nosuch'" in out, out
    assert "2 undone, 0 kept, 1 failed" in out
    assert cloud.content() == cloud.before
    assert ledger.exists()
    code, out = place.sweep()
    assert code == 1 and "0 undone, 0 kept, 1 failed" in out, out
    ledger.unlink()
