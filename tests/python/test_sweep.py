# SPDX-License-Identifier: Apache-2.0
"""`slrun sweep`: what it finds in ledgers that runs have left, what it removes, keeps and says."""
import json
import re
import shlex
import shutil
import signal
import time
import zlib

import pytest

from ledgers import Cloud, cloud, entries, LIB, LIMIT, Place, place, SLRUN, SQS, STAYING_RUN, until  # pylint: disable=unused-import
from with_local import start

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


def test_a_sweep_goes_where_the_configuration_file_says(place):
    run_id = place.leave()
    (place.path / "slrun.yaml").write_text("target: endpoint\nendpoint-url: http://127.0.0.1:1\n")
    assert place.run("sweep", "--endpoint-url", place.url, "--dry-run")[0] == 0
    (place.path / "slrun.yaml").write_text(f"endpoint-url: {place.url}\n")
    code, said = place.run("sweep")
    assert code == 0 and run_id in said, said
    assert place.ledgers() == []
