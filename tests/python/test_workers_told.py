# SPDX-License-Identifier: Apache-2.0
"""-n: what workers tell of their cases, and listeners that they share."""
import json
import re

from started import no_process_is_left  # pylint: disable=unused-import
from workers import slrun, write

TOLD = """
local dynamodb = require "slrun.dynamodb"
local named = { TableName = "told" }
fixture "table" { scope = "run", setup = function(t)
  dynamodb.create_table { TableName = "told", BillingMode = "PAY_PER_REQUEST",
    KeySchema = { { AttributeName = "k", KeyType = "HASH" } },
    AttributeDefinitions = { { AttributeName = "k", AttributeType = "S" } } }
  return "told" end }
fixture "kept" { scope = "file", uses = { "table" },
  setup = function(t) print("keeps") dynamodb.put_item { TableName = "told", Item = { k = "of the file" } } return "x" end,
  teardown = function() dynamodb.delete_item { TableName = "told", Key = { k = "of the file" } } end }
fixture "row" { setup = function() return 1 end }
local function find(key) return function() return dynamodb.get_item { TableName = "told", Key = { k = key } } end end
case "puts" { tags = { "quick" }, uses = { "kept", "row" }, each = { n = { 1, 2 } },
  act = function(t) print("puts " .. t.n) dynamodb.put_item { TableName = "told", Item = { k = t.id } } end,
  poll = function(t) return find(t.id)() end,
  check = function(t, found) expect(found):at "Item.k":equals(t.id) end }
case "waits in vain" { sla = "2s", every = "500ms", uses = { "table" }, retries = 1,
  act = function(t) t:log "waits" end, poll = find "none",
  check = function(t, found) expect(found):at "Item.k":equals(t.id) end }
case "of another table" { act = function() dynamodb.list_tables {} dynamodb.describe_table { TableName = "nowhere" } end }
"""


# What the page leaves out where it is so (core/report/page/model.js).
SUMMARY = {"pattern": None, "tags": [], "n_tries": 1}
DETAILS = {"tries": []}


def page(file):
    """The data of an HTML page: summary and details of each case by its id, and the calls by t.id."""
    cases, calls, last = {}, {}, None
    for line in file.read_text().split('id="data"')[1].split("\n")[1:]:
        if line.startswith("</") or not line.strip():
            continue
        if line.startswith("#"):
            id, call = line[1:].split(" ", 1)
            calls.setdefault(id, []).append(json.loads(call))
        elif line.startswith("\t"):
            cases[last["id"]] = (last, DETAILS | json.loads(line))
        else:
            last = SUMMARY | json.loads(line)
    return cases, calls


def told_by(folder, *words):
    files = {name: folder / name for name in ("t.har", "t.html", "t.jsonl")}
    done = slrun(folder, "-v", "-s", "--setup-show", *words, "--trace=t.har", "--html=t.html", "--report-json=t.jsonl")
    assert done.code == 1, done.out + done.err
    iam = json.loads((folder / ".slrun/cache/iam").read_text())
    cases, calls = page(files["t.html"])
    entries = [(e["_slrun"], e) for e in json.loads(files["t.har"].read_text())["log"]["entries"]]
    return {
        "har": {(o["role"], o["path"], o["name"], o["phase"], o["operation"], e["response"]["status"],
                 "postData" in e["request"], bool(e["response"]["content"].get("text"))) for o, e in entries},
        "once": sorted((o["path"], o["name"], o["phase"], o["operation"]) for o, _ in entries if o["phase"] != "poll"),
        "summaries": {id: (s["tags"], s["pattern"], s["outcome"], s["n_tries"]) for id, (s, _) in cases.items()},
        "timelines": {id: ([p[0] for p in d["timeline"]["phases"]], d["timeline"].get("n_attempts", 0) > 0)
                      for id, (_, d) in cases.items()},
        "waits": {id: ["wait" in one and one["wait"]["within"] for one in d["tries"] + [d]] for id, (_, d) in cases.items()},
        "polls": {id: {c["operation"] for c in calls[d["timeline"]["id"]] if c["phase"] == "poll"}
                  for id, (_, d) in cases.items() if id.split("::")[1] != "of another table"},
        "bodies": all("request" in c and "response" in c for list in calls.values() for c in list),
        "iam": {key: iam[key] for key in ("uses", "denied")},
        "says": sorted(line for line in done.out.splitlines() if re.match(r"(puts\[.\]|waits in vain|fixture kept) \| ", line)),
        "moves": sorted(line for line in done.out.splitlines() if re.match(r" *(SETUP|TEARDOWN) ", line)),
    }


def test_what_is_told_is_the_same(tmp_path):
    """Calls (HAR, HTML), timelines, permissions, -s and --setup-show: as in one process."""
    write(tmp_path, a=TOLD, b=TOLD.replace("told", "other"))
    one, two = told_by(tmp_path), told_by(tmp_path, "-n2")
    for key, value in one.items():
        assert value == two[key], key
    assert one["waits"]["a.lua::waits in vain"] == [2000, 2000] and one["polls"]["b.lua::puts[1]"] == {"get_item"}
    assert len(one["says"]) == 10 and len(one["moves"]) == 16 and one["bodies"] and len(one["iam"]["uses"]) > 4


def test_lines_of_the_trace(tmp_path):
    write(tmp_path, a=TOLD, b=TOLD.replace("told", "other"))
    lines = [slrun(tmp_path, "-n", n, "-k", "puts", "--trace").err.splitlines() for n in (0, 2)]
    plain = lambda line: re.sub(r"^[\d:.]+ (.*?) (\w+=\S+).* -> (\d+) [\w-]+ .* ms.*", r"\1 \2 \3", line)
    assert {plain(line) for line in lines[0]} == {plain(line) for line in lines[1]}
    assert "a.lua::puts[2] act dynamodb.put_item TableName=told 200" in map(plain, lines[1])


def test_permissions_of_a_worker_that_crashes(tmp_path):
    text = TOLD + 'case "z crashes" { act = function() require "crash".segv() end }\n'
    write(tmp_path, a=text, b=TOLD.replace("told", "other"))
    slrun(tmp_path, "-n2", "-j1", "-k", "puts or crashes")
    uses = json.loads((tmp_path / ".slrun/cache/iam").read_text())["uses"]
    assert any(r.endswith("table/told") for r in uses["dynamodb:PutItem"]), uses


# Listeners: one reader of a source in the whole run

SHARED = """
local sqs = require "slrun.sqs"
local function own(t) return function(m) return m.Body:sub(1, #t.id + 1) == t.id .. " " end end
case "each" { uses = { "queue" }, each = { i = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } }, timeout = "20s",
  listen = function(t) return sqs.listen { QueueUrl = t.queue, match = own(t) } end,
  act = function(t) for i = 1, 4 do sqs.send_message { QueueUrl = t.queue, MessageBody = t.id .. " " .. i } end end,
  check = function(t, found)
    expect(found):has_length(4)
    for _, m in ipairs(found) do expect(m.Attributes.ApproximateReceiveCount):equals "1" end
  end, stays = "100ms" }
"""
QUEUE = """
local sqs = require "slrun.sqs"
fixture "queue" { scope = "run", setup = function(t) return sqs.create_queue { QueueName = t.id }.QueueUrl end }
"""


def test_a_queue_has_one_reader(tmp_path):
    """Nothing is received twice, and nothing is lost."""
    write(tmp_path, conftest=QUEUE, a=SHARED, b=SHARED, c=SHARED)
    done = slrun(tmp_path, "-n3", "--trace")
    assert done.code == 0 and done.last == "30 passed" and "claimed by no" not in done.out, done.out
    assert re.search(r" listener sqs queue \S+ sqs\.receive_message ", done.err), "it is told with whom it belongs to"


def test_a_stream_has_one_reader(tmp_path):
    text = """
local kinesis = require "slrun.kinesis"
case "each" { uses = { "stream" }, each = { i = { 1, 2, 3 } }, timeout = "20s",
  listen = function(t) return kinesis.tail { StreamName = t.stream, match = function(r) return r.PartitionKey == t.id end } end,
  act = function(t) for i = 1, 3 do kinesis.put_record { StreamName = t.stream, Data = "d" .. i, PartitionKey = t.id } end end,
  check = function(t, found) expect(found):has_length(3) end }
"""
    stream = """
local kinesis = require "slrun.kinesis"
fixture "stream" { scope = "run", setup = function(t)
  kinesis.create_stream { StreamName = t.id, ShardCount = 1 }
  kinesis.wait_until_stream_exists(t.id)
  return t.id end }
"""
    done = slrun(write(tmp_path, conftest=stream, a=text, b=text), "-n2")
    assert done.code == 0 and done.last == "6 passed", done.out


def test_what_nobody_wants_is_told_once(tmp_path):
    text = """
local sqs = require "slrun.sqs"
case "listens" { uses = { "queue" }, listen = function(t)
    return sqs.listen { QueueUrl = t.queue, match = function(m) return m.Body == t.id end } end,
  act = function(t) for _, body in ipairs { "nobody's", t.id } do sqs.send_message { QueueUrl = t.queue, MessageBody = body } end end,
  check = function(t, found) expect(found):has_length(1) end, stays = "1s" }
"""
    done = slrun(write(tmp_path, conftest=QUEUE, a=text, b=text), "-n2")
    assert done.code == 0 and "2 records claimed by no listener: sqs queue " in done.out, done.out


def test_listening_goes_on_after_a_crash(tmp_path):
    """A worker dies while it judges a batch, whose records are then given back for the others."""
    text = """
local sqs = require "slrun.sqs"
case "crashes" { uses = { "queue" }, listen = function(t)
    return sqs.listen { QueueUrl = t.queue, match = function(m) require "crash".segv() end } end,
  act = function(t) sqs.send_message { QueueUrl = t.queue, MessageBody = "x" } end,
  check = function(t, found) expect(found):has_length(1) end }
"""
    done = slrun(write(tmp_path, conftest=QUEUE, a=text, b=re.sub("for _, m.*", "", SHARED)), "-n2", "-v")
    outcomes = done.outcomes()
    assert outcomes.pop("a.lua::crashes") == "ERROR" and set(outcomes.values()) == {"PASSED"} and len(outcomes) == 10, done.out
    assert "its worker process crashed with SIGSEGV" in done.out


def test_a_source_that_fails_is_told_to_all(tmp_path):
    text = """
local sqs = require "slrun.sqs"
case "listens" { listen = function(t) return sqs.listen { QueueUrl = "http://127.0.0.1:9/000000000000/gone" } end,
  act = function() end, check = function(t, found) expect(found):has_length(1) end }
"""
    done = slrun(write(tmp_path, a=text, b=text), "-n2", "-v")
    assert set(done.outcomes().values()) <= {"ERROR", "FAILED"} and len(done.outcomes()) == 2, done.out
    assert done.out.count("AWS.SimpleQueueService.NonExistentQueue") + done.out.count("QueueDoesNotExist") >= 2, done.out
