# SPDX-License-Identifier: Apache-2.0
"""-n: what is left of a run when its workers crash or cannot begin."""
import re
import signal
import xml.etree.ElementTree as ET

import boto3
import pytest

from deployed import Cloud, faults
from started import no_process_is_left  # pylint: disable=unused-import
from with_local import start as start_local
from workers import begin, copy_of_slrun, Done, ends, FAULT, LIMIT, reached, SLRUN, slrun, STAYS, wait_for, write

CRASHING = """
local crash <const> = require "crash"
local dynamodb <const> = require "slrun.dynamodb"
case "fine" { each = { n = { 1, 2, 3, 4, 5, 6, 7, 8, 9 } }, act = function(t)
  local key = t.id .. "/x"
  t:own(dynamodb.partition { TableName = "shared", Key = { PK = key } })
  dynamodb.put_item { TableName = "shared", Item = { PK = key } }
  t:sleep "300ms"
end }
case "crashes" { act = function(t)
  local key = t.id .. "/x"
  t:own(dynamodb.partition { TableName = "shared", Key = { PK = key } })
  dynamodb.put_item { TableName = "shared", Item = { PK = key } }
  t:sleep "100ms"
  crash.CALL
end }
"""


@pytest.fixture(scope="module")
def cloud():
    process, url = start_local(SLRUN)
    client = boto3.client("dynamodb", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test",
                          aws_secret_access_key="test")
    client.create_table(TableName="shared", BillingMode="PAY_PER_REQUEST",
                        AttributeDefinitions=[{"AttributeName": "PK", "AttributeType": "S"}],
                        KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}])
    client.get_waiter("table_exists").wait(TableName="shared", WaiterConfig={"Delay": 1})
    yield url, lambda: [item["PK"]["S"] for item in client.scan(TableName="shared")["Items"]]
    process.terminate()
    process.wait(timeout=LIMIT)


def test_20_of_200_crash_and_nothing_else_is_lost(tmp_path, cloud):
    url, content = cloud
    names = [f"f{i:02}" for i in range(20)]
    for i, name in enumerate(names):
        call = ("segv()", "abort()", "segv()", "leave(3)")[i % 4]
        (tmp_path / f"{name}.lua").write_text(CRASHING.replace("CALL", call))
    done = slrun(tmp_path, "-v", "-n4", "--endpoint-url", url, "--junitxml=j.xml", "--report-json=r.jsonl")
    assert done.code == 1 and done.last == "180 passed, 20 errors", done.out[-3000:] + done.err
    outcomes = done.outcomes()
    assert len(outcomes) == 200 and all(outcome == ("ERROR" if "crashes" in id else "PASSED") for id, outcome in outcomes.items())
    said = re.findall(r"^ERROR (f\d\d)\.lua::crashes - its worker process (.*)$", done.out, re.MULTILINE)
    words = ["crashed with SIGSEGV (Segmentation fault)", "crashed with SIGABRT (Aborted)",
             "crashed with SIGSEGV (Segmentation fault)", "ended with exit code 3"]
    assert said == [(name, words[i % 4]) for i, name in enumerate(names)], "each with its case and signal, in order"
    suite = ET.parse(tmp_path / "j.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("200", "20", "0")
    order = [(case.get("classname"), case.get("name")) for case in suite.iter("testcase")]
    assert order == [(name, f"fine[{n}]") if n < 10 else (name, "crashes") for name in names for n in range(1, 11)]
    lines = ends(tmp_path / "r.jsonl")
    assert len(lines) == 200 and any(line["restarts"] > 0 for line in lines.values())
    assert all("run again" in line["notes"] for line in lines.values() if line["restarts"] and line["outcome"] == "passed")
    assert content() == [], "all claims are empty"
    assert not list((tmp_path / ".slrun/ledger").glob("*.jsonl")), "nothing is left in a ledger"
    assert slrun(tmp_path, "--lf", "-n4", "--endpoint-url", url).last == "20 errors"


def test_crashes_on_local(tmp_path):
    text = 'local crash <const> = require "crash"\n' \
           'case "fine" { each = { n = { 1, 2, 3 } }, act = function(t) t:sleep "5s" end }\n' \
           'case "crashes" { each = { n = { 1, 2 } }, act = function(t) t:sleep "1s" crash.segv() end }\n'
    done = slrun(write(tmp_path, a=text, b=text), "-n2")
    assert done.code == 1 and done.last == "6 passed, 4 errors", done.out + done.err


def test_a_crash_that_no_case_is_to_blame_for(tmp_path):
    """A timer ends the process while all cases wait: they run again, one by one, until it is known."""
    text = 'local crash <const> = require "crash"\n' \
           'case "sets a trap" { act = function(t) crash.later(50) t:sleep "10s" end }\n' \
           'case "fine" { each = { n = { 1, 2, 3 } }, act = function(t) t:sleep "300ms" end }\n'
    done = slrun(write(tmp_path, a=text), "-n1", "--clock=real", "--report-json=r.jsonl")
    assert done.code == 1 and done.last == "3 passed, 1 error", done.out + done.err
    assert "ERROR 'a.lua::sets a trap' - its worker process crashed with SIGALRM (Alarm clock)" in done.out
    again = [line for line in ends(tmp_path / "r.jsonl").values() if line["outcome"] == "passed"]
    assert [line["restarts"] for line in again] == [1, 1, 1], "the second crash is that of the one that runs"
    assert all(line["notes"] == "run again after a crash of its worker process (1 time)\n" for line in again), again


def test_interrupted_while_cases_run_one_by_one(tmp_path):
    """After a crash that none is to blame for; those whose turn has not come end without it."""
    text = 'local crash <const> = require "crash"\n' + STAYS.replace("i = { 1, 2 }", "i = { 1, 2, 3 }").replace(
        'io.open("reached"', 'if not io.open "trap" then io.open("trap", "w"):close() crash.later(300) t:sleep "1h" end io.open("reached"')
    process = begin(write(tmp_path, a=text), "-n1", "--clock=real", "--report-json=r.jsonl")
    wait_for(lambda: (tmp_path / "reached").exists() and (tmp_path / "reached").read_text().endswith("xxx"), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and done.last == "3 errors", done.out + done.err
    assert all(line["interrupted"] for line in ends(tmp_path / "r.jsonl").values())
    assert (tmp_path / "reached").read_text() == "xxx", "two before the crash, one behind it"


@pytest.mark.parametrize("where", ["build", "parse"])
def test_a_crash_in_a_plugin_is_its_case_s(tmp_path, where):
    """It is known at once, however many others are in flight: no case runs by itself to find that out."""
    text = 'local fault <const> = require "slrun.fault"\n' \
           'case "fine" { each = { n = { 1, 2, 3, 4 } }, act = function(t) io.open("ids", "a"):write(t.id, " "):close() fault.ask { Where = "nowhere" } t:sleep "1h" end, timeout = "2h" }\n' \
           'case "crashes" { act = function(t) t:sleep "1s" io.open("tried", "a"):write("x"):close() fault.ask { Where = "%s" } end }\n'
    done = slrun(write(tmp_path, a=text % where), "-n1", "--plugin-path", FAULT, "--report-json=r.jsonl")
    assert done.code == 1 and done.last == "4 passed, 1 error", done.out + done.err
    assert "ERROR a.lua::crashes - its worker process crashed with SIGSEGV" in done.out
    assert (tmp_path / "tried").read_text() == "x"
    assert len(set((tmp_path / "ids").read_text().split())) == 8, "each begins anew with a new id"
    assert [line["restarts"] for line in ends(tmp_path / "r.jsonl").values()].count(1) == 4


def test_a_crash_at_the_end_is_told(tmp_path):
    text = 'local crash <const> = require "crash"\n' \
           'fixture "f" { scope = "file", setup = function() return 1 end, teardown = function() crash.segv() end }\n' \
           'case "u" { uses = { "f" }, act = function(t) end }\n'
    alone = 'case "alone" { serial = true, act = function() end }'
    done = slrun(write(tmp_path, a=text, b=text, c=text, d=text, e=alone), "-n1", "-j1")
    assert done.code == 1 and done.last == "5 passed, 4 errors", done.out + done.err
    assert done.out.count("its worker process crashed with SIGSEGV") >= 4


def test_a_process_that_ends_by_itself(tmp_path):
    text = 'case "leaves" { act = function(t) t:sleep "1s" require "crash".leave(0) end }\ncase "fine" (function(t) t:sleep "2s" end)\n'
    done = slrun(write(tmp_path, a=text), "-n1")
    assert done.code == 1 and done.last == "1 passed, 1 error", done.out + done.err
    assert "its worker process ended with exit code 0" in done.out


def test_what_it_writes_on_standard_error(tmp_path):
    done = slrun(write(tmp_path, a='case "a" (function() io.stderr:write "seen\\n" end)'), "-n1")
    assert done.code == 0 and "seen" in done.err


def test_a_worker_that_cannot_load(tmp_path):
    """Reading the spec again ends the process: that is no endless loop."""
    text = 'local crash <const> = require "crash"\n' \
           'local f = io.open("seen") if f then crash.segv() end io.open("seen", "w"):close()\n' \
           'case "a" { each = { n = { 1, 2 } }, act = function(t) end }\n'
    done = slrun(write(tmp_path, a=text), "-n1")
    assert done.code == 1 and done.last == "2 errors" and "SIGSEGV" in done.out, done.out + done.err


def test_no_process_can_be_started(tmp_path):
    """It is said once, and nothing else goes wrong with it."""
    text = 'os.remove "slrun"\ncase "a" { each = { n = { 1, 2 } }, act = function() end }\n'
    done = slrun(write(tmp_path, a=text, b=text), "-n2", "--endpoint-url", "http://127.0.0.1:9", program=copy_of_slrun(tmp_path))
    assert done.code == 3 and done.last == "1 error", done.out + done.err
    assert "ERROR 'a.lua::a[1]' - no worker process could be started" in done.out
    assert "!! no worker process could be started !!" in done.out and "exit code" not in done.out


def test_no_further_process_can_be_started(tmp_path):
    text = 'case "fine" { each = { n = { 1, 2 } }, act = function(t) t:sleep "20s" end }\n' \
           'case "crashes" { act = function(t) os.remove "slrun" t:sleep "100ms" require "crash".segv() end }\n'
    done = slrun(write(tmp_path, a=text), "-n1", "--clock=real", "--endpoint-url", "http://127.0.0.1:9",
                 program=copy_of_slrun(tmp_path))
    assert done.code == 3 and done.last == "3 errors", done.out + done.err
    assert done.out.count("- no further worker process could be started") == 2
    assert done.out.count("crashed with SIGSEGV") == 2, "in the error of the case and in the summary: no other says so"


def test_a_worker_that_cannot_begin_says_why(tmp_path):
    """Its credentials are asked for by itself, and there are none any more."""
    asked = tmp_path / "asked"
    script = tmp_path / "keys.sh"
    script.write_text(f'''[ -e {asked} ] && {{ echo "the vault is sealed" >&2; exit 3; }}
touch {asked}
echo '{{"Version": 1, "AccessKeyId": "AKIDCI", "SecretAccessKey": "secret of CI"}}'
''')
    (tmp_path / "config").write_text(f"[default]\ncredential_process = /bin/sh {script}\n")
    write(tmp_path, **{name: 'case "a" { each = { n = { 1, 2 } }, act = function() end }' for name in "ab"})
    cloud = Cloud(tmp_path, "AKIDCI", "secret of CI", AWS_CONFIG_FILE=str(tmp_path / "config"))
    del cloud.environment["AWS_ACCESS_KEY_ID"]
    try:
        code, said = cloud.slrun("--target", "aws", "-n2", "a.lua", "b.lua", AWS_SECRET_ACCESS_KEY="")
    finally:
        cloud.stop()
    assert code == 3, said
    why = "a worker process could not begin: no credentials for AWS (profile 'default'): environment: "
    for id in ("a.lua::a[1]", "a.lua::a[2]", "b.lua::a[1]", "b.lua::a[2]"):
        assert re.search(rf"ERROR '{re.escape(id)}' - {re.escape(why)}.*credential_process: it ended with status 3", said), said
    assert said.count("! " + why) == 1 and "4 errors in" in said and "the vault is sealed" in said, said


def test_target_aws(tmp_path):
    """Workers hear of cases while they still ask for their credentials."""
    write(tmp_path, **{name: 'case "a" { each = { n = { 1, 2 } }, act = function() end }' for name in "ab"})
    cloud = Cloud(tmp_path, "AKIDCI", "secret of CI")
    try:
        code, said = cloud.slrun("--target", "aws", "-n2", "a.lua", "b.lua")
    finally:
        cloud.stop()
    assert code == 0 and "4 passed in" in said, said


def test_retries_after_a_crash(tmp_path):
    text = 'local crash <const> = require "crash"\n' \
           'case "once" { retries = 1, act = function(t) if not io.open "seen" then io.open("seen", "w"):close() crash.segv() end end }\n'
    done = slrun(write(tmp_path, a=text), "-n1")
    assert done.code == 0 and done.last == "1 flaky, 1 rerun", done.out + done.err


def test_what_a_crash_leaves_and_cannot_be_removed(tmp_path, cloud):
    """It is told, counted, and left for a sweep."""
    url, content = cloud
    lone = CRASHING.replace("{ 1, 2, 3, 4, 5, 6, 7, 8, 9 }", "{ 1 }").replace("300ms", "20s").replace("CALL", "segv()")
    (tmp_path / "a.lua").write_text(lone)
    fault = {"service": "dynamodb", "operation": "BatchWriteItem", "error": "AccessDeniedException", "times": 1000}
    for operation in ("BatchWriteItem", "DeleteItem"):
        faults(url, "POST", fault | {"operation": operation})
    try:
        done = slrun(tmp_path, "-n1", "-k", "crashes", "--clock=real", "--endpoint-url", url)
    finally:
        faults(url, "DELETE")
    assert done.code == 1 and "1 deselected, 1 error in" in done.out and len(content()) == 1, done.out + done.err
    assert done.last.startswith("1 thing of this run is left: `slrun sweep"), done.out
    assert "after the crash of a worker:" in done.err and "AccessDenied" in done.err, done.err
    run = re.search(r"slrun sweep --run (\S+)", done.out + done.err)
    assert run, done.out + done.err
    assert slrun(tmp_path, "sweep", "--run", run[1], "--endpoint-url", url).code == 0 and content() == []


def test_what_is_left_where_a_clean_up_is_cut_in_a_worker(tmp_path, cloud):
    """The killed worker cannot say so: its ledger does."""
    url, content = cloud
    text = CRASHING.replace("crash.CALL", "t:sleep '1h'")
    slow = 'teardown = function(t) io.open("reached", "a"):write("x"):close() t:sleep "20s" end,'
    (tmp_path / "a.lua").write_text(text.replace('"crashes" {', '"crashes" { ' + slow))
    process = begin(tmp_path, "-n1", "-k", "crashes", "--clock=real", "--endpoint-url", url)
    wait_for(content, process)
    process.send_signal(signal.SIGINT)
    wait_for(reached(tmp_path, 1), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and "1 error in" in done.out and done.last.startswith("1 thing of this run is left: `slrun sweep"), done.out
    run = re.search(r"slrun sweep --run (\S+)", done.out)
    assert slrun(tmp_path, "sweep", "--run", run[1], "--endpoint-url", url).code == 0 and content() == []


def test_keep(tmp_path, cloud):
    url, content = cloud
    (tmp_path / "a.lua").write_text(CRASHING.replace("CALL", "segv()"))
    done = slrun(tmp_path, "-n1", "-j1", "--keep", "--endpoint-url", url)
    assert done.code == 1 and len(content()) == 1, done.out + done.err
    run = re.search(r"slrun sweep --run (\S+)", done.out)
    assert run, done.out
    assert slrun(tmp_path, "sweep", "--run", run[1], "--endpoint-url", url).code == 0 and content() == []


def test_keep_without_a_crash(tmp_path, cloud):
    url, content = cloud
    (tmp_path / "a.lua").write_text(CRASHING.replace("CALL", "segv = crash.segv error 'no'").replace("each = { n = { 1, 2, 3, 4, 5, 6, 7, 8, 9 } }, ", ""))
    done = slrun(tmp_path, "-n1", "--keep", "--endpoint-url", url)
    assert done.code == 1 and len(content()) == 1, done.out + done.err
    run = re.search(r"slrun sweep --run (\S+)", done.out)
    assert run, done.out
    assert slrun(tmp_path, "sweep", "--run", run[1], "--endpoint-url", url).code == 0 and content() == []


def test_a_crash_while_it_is_interrupted(tmp_path):
    text = 'local crash <const> = require "crash"\n' + STAYS.replace('t:defer(function() io', 't:defer(function() crash.segv() io')
    write(tmp_path, a=text)
    process = begin(tmp_path, "-n1", "--clock=real")
    wait_for(reached(tmp_path, 2), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and done.last == "2 errors", done.out + done.err
    assert (tmp_path / "reached").read_text() == "xx", "none begins again"


def test_no_worker_by_hand(tmp_path):
    done = slrun(tmp_path, "--worker")
    assert done.code == 4 and "a run starts its workers itself" in done.err


# What is told beside results
