# SPDX-License-Identifier: Apache-2.0
"""-n: worker processes, and what is left of a run when they crash."""
import json
import os
import re
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree as ET

import boto3
import pytest

import started
from deployed import Cloud, faults
from started import no_process_is_left  # pylint: disable=unused-import
from with_local import start as start_local

SLRUN = os.environ["SLRUN"]
CRASH, FAULT = os.environ["SLRUN_CRASH"], os.environ["SLRUN_FAULT"]
LIMIT = 120  # seconds; ends what hangs


def environment(folder):
    env = started.environment(folder) | {"LUA_CPATH_5_4": CRASH + "/?.so", "AWS_ACCESS_KEY_ID": "test",
                                         "AWS_SECRET_ACCESS_KEY": "test"}
    env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":handle_segv=0:handle_abort=0"
    return env


def begin(folder, *words, **options):
    return started.begin(folder, *words, env=environment(folder), **options)


class Done:
    def __init__(self, process):
        self.out, self.err = process.communicate(timeout=LIMIT)
        self.code = process.returncode
        assert "Sanitizer" not in self.err, self.err

    @property
    def last(self):
        return re.sub(r" in .*", "", self.out.strip().splitlines()[-1]).strip("= ")

    def outcomes(self):
        return {f"{m[1]}::{m[2]}": m[3] for m in re.finditer(r"^(\S+\.lua)::(.+?) ([A-Z]+) ", self.out, re.MULTILINE)}


def slrun(folder, *words, **options):
    return Done(begin(folder, *words, **options))


def copy_of_slrun(folder):
    """One that a spec may remove, so that no process can be started from it any more."""
    return shutil.copy(SLRUN, folder / "slrun")


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.lua").write_text(text)
    return folder


def ends(file):
    lines = [json.loads(line) for line in open(file, encoding="utf-8")]
    return {line["id"]: line for line in lines if line["event"] == "case_end"}


MIXED = """
case "passes" { each = { n = { 1, 2 } }, act = function(t) t:attach("a.bin", "\\0\\1\\255") t:log("noted ", t.n) end }
case "fails" (function() print "said" expect({ a = 1 }):equals { a = 2 } end)
case "skipped" { skip = "not today", act = function() end }
case "unclean" { act = function() end, teardown = function() error "dirt" end }
local tries = 0
case "flaky" { retries = 1, act = function() tries = tries + 1 expect(tries):equals(2) end }
case "xfailed" { xfail = "known", act = function() error "x" end }
case "slow" { timeout = "300ms", act = function() while true do end end }
case "skips itself" (function(t) t:skip "why not" end)
"""


def test_the_same_results_as_in_one_process(tmp_path):
    write(tmp_path, a=MIXED, b=MIXED, c=MIXED)
    one = slrun(tmp_path, "-v", "--junitxml=1.xml", "--report-json=1.jsonl")
    two = slrun(tmp_path, "-v", "-n2", "--junitxml=2.xml", "--report-json=2.jsonl")
    assert one.code == two.code == 1 and one.last == two.last, two.out + two.err
    assert one.outcomes() == two.outcomes()
    body = lambda done: done.out[done.out.index("= ERRORS ="):done.out.rindex("=====", 0, -40)]
    strip = lambda text: re.sub(r"after 0\.\d s|\d\.\d\d?s", "", text)
    assert strip(body(one)) == strip(body(two)), "all texts, in the order of collection"
    cases = lambda file: [(c.get("classname"), c.get("name"), [(e.tag, e.get("message")) for e in c])
                          for c in ET.parse(tmp_path / file).getroot().iter("testcase")]
    assert cases("1.xml") == cases("2.xml")
    first, second = ends(tmp_path / "1.jsonl"), ends(tmp_path / "2.jsonl")
    for id, line in first.items():
        for key in ("outcome", "line", "order", "expected", "notes", "attachments", "interrupted", "restarts"):
            assert line[key] == second[id][key], (id, key)
        assert [p["name"] for p in line["phases"]] == [p["name"] for p in second[id]["phases"]]


@pytest.mark.parametrize("n, workers", [("0", 0), ("1", 1), ("3", 3), ("9", 3), ("auto", None)])
def test_how_many(tmp_path, n, workers):
    pid = 'local f = io.open("/proc/self/stat") local pid = f:read "n" f:close()\n'
    text = pid + 'case "a" { each = { n = { 1, 2, 3 } }, act = function(t) io.open(pid .. ".pid", "w"):close() end }\n'
    done = slrun(write(tmp_path, a=text, b=text, c=text), "-n", n)
    assert done.code == 0 and done.last == "9 passed", done.out + done.err
    pids = [file.stem for file in tmp_path.glob("*.pid")]
    assert workers is None or len(pids) == max(workers, 1)
    assert (", -n " in done.out) == (n != "0")


@pytest.mark.parametrize("quota, workers", [("150000 100000", 1), ("50000 100000", 1), ("100000 100000", 1), ("max 100000", None)])
def test_auto_knows_the_quota_of_a_container(tmp_path, quota, workers):
    """In a mount namespace of its own, where the control groups are a folder of the test."""
    groups = tmp_path / "cgroup"
    groups.mkdir()
    (groups / "cpu.max").write_text(quota + "\n")
    (tmp_path / "mounts").write_text('mount --bind cgroup /sys/fs/cgroup && exec "$@"\n')
    before = ["unshare", "--mount", "--map-root-user", "sh", "mounts"]
    if subprocess.run([*before, "true"], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("no mount namespaces here")
    text = 'case "a" { each = { n = { 1, 2, 3 } }, act = function() end }\n'
    done = Done(begin(write(tmp_path, a=text, b=text), "-n", "auto", before=before))
    assert done.code == 0, done.out + done.err
    found = int(re.search(", -n ([0-9]+)", done.out)[1])
    assert found == (workers or len(os.sched_getaffinity(0)))


@pytest.mark.parametrize("n", ["-1", "x", "1x", "257"])
def test_what_is_no_number(tmp_path, n):
    done = slrun(write(tmp_path, a='case "a" (function() end)'), f"--numprocesses={n}")
    assert done.code == 4 and "is no number of workers" in done.err


def test_clock_is_shared(tmp_path):
    """Cases of two processes that wait for hours are there in no time, and see one clock."""
    text = """
case "waits" { each = { h = { "1h", "3h", "7h" } }, timeout = "100h",
  act = function(t) local from = t:now() t:sleep(t.h) expect(t:now() - from):is_at_least(3599) end }
case "polls" { sla = "5h", timeout = "9h", every = "20m",
  act = function(t) t.from = t:now() end, poll = function(t) return t:now() - t.from end,
  check = function(t, s) expect(s):is_at_least(3 * 3600) end }
"""
    began = time.monotonic()
    done = slrun(write(tmp_path, a=text, b=text, c=text), "-n3")
    assert done.code == 0 and done.last == "12 passed", done.out + done.err
    assert time.monotonic() - began < LIMIT


def test_a_later_worker_has_the_clock_of_the_others(tmp_path):
    text = """
local crash <const> = require "crash"
case "crashes" { timeout = "9h", act = function(t)
  t:sleep "5h"
  io.open("before", "w"):write(("%.3f"):format(t:now())):close()
  crash.segv()
end }
case "comes after it" (function(t) expect(t:now()):is_at_least(io.open("before"):read "n") end)
"""
    done = slrun(write(tmp_path, a=text), "-n1", "-j1")
    assert done.last == "1 passed, 1 error" and "SIGSEGV" in done.out, done.out + done.err


def test_run_fixtures_once_for_all(tmp_path):
    (tmp_path / "conftest.lua").write_text("""
fixture "base" { scope = "run", setup = function(t) io.open("set_up", "a"):write("x"):close() return { n = 41, id = t.id } end,
                 teardown = function(t, v) io.open("torn_down", "a"):write(v.n):close() end }
fixture "more" { scope = "run", uses = { "base" }, setup = function(t) t:sleep "10s" return { n = t.base.n + 1 } end }
fixture "file" { scope = "file", uses = { "more" }, setup = function(t) io.open("file", "a"):write(t.more.n, ","):close() return t.more end,
                 teardown = function() io.open("file", "a"):write("down,"):close() end }
""")
    text = 'case "u" { each = { i = { 1, 2, 3 } }, uses = { "file", "base" }, act = function(t) expect(t.file.n):equals(42) expect(t.base.n):equals(41) end }\n'
    done = slrun(write(tmp_path, a=text, b=text, c=text, d=text), "-n4")
    assert done.code == 0 and done.last == "12 passed", done.out + done.err
    assert (tmp_path / "set_up").read_text() == "x" and (tmp_path / "torn_down").read_text() == "41"
    told = (tmp_path / "file").read_text()
    assert told.count("42,") == told.count("down,") == 4
    (tmp_path / "file").unlink()
    assert slrun(tmp_path, "-n1", "-j1").code == 0
    assert (tmp_path / "file").read_text() == "42,down," * 4, "those of a file go with its last case"


def test_fixtures_have_ids_of_their_own(tmp_path):
    text = 'local function note(t) io.open("ids", "a"):write(t.id, " "):close() return 1 end\n' \
           'fixture "f" { scope = "file", setup = note }\nfixture "g" { scope = "file", setup = note }\n' \
           'case "u" { uses = { "f", "g" }, act = function(t) note(t) end }\n'
    write(tmp_path, a=text, b=text, c=text)
    for n in (1, 3):
        assert slrun(tmp_path, "-n", n).code == 0
        assert len(set((tmp_path / "ids").read_text().split())) == 9
        (tmp_path / "ids").unlink()


def test_interrupted_in_fixtures(tmp_path):
    """A set-up that is under way ends; what is up is torn down to its end."""
    (tmp_path / "conftest.lua").write_text("""
fixture "up" { scope = "file", setup = function() return 1 end,
               teardown = function(t) t:sleep "200ms" io.open("down", "a"):write("x"):close() end }
fixture "slow" { scope = "file", uses = { "up" }, setup = function(t) io.open("reached", "a"):write("x"):close() t:sleep "1h" end }
""")
    write(tmp_path, a='case "u" { uses = { "slow" }, retries = 2, act = function() end }')
    process = begin(tmp_path, "-n1", "--clock=real", "--report-json=r.jsonl")
    wait_for(reached(tmp_path, 1), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and done.last == "1 error", done.out + done.err
    assert (tmp_path / "down").read_text() == "x"
    assert ends(tmp_path / "r.jsonl")["a.lua::u"]["interrupted"] is True
    assert "ERROR a.lua::u - interrupted: Ctrl-C" in done.out, "and no limit of the fixture: " + done.out


def test_fixtures_that_fail(tmp_path):
    (tmp_path / "conftest.lua").write_text("""
fixture "none" { scope = "run", setup = function() print "tried" error "cannot be had" end }
fixture "bad" { scope = "file", setup = function() return 1 end, teardown = function() error "stays up" end }
fixture "skips" { scope = "run", setup = function(t) t:skip "not here" end }
""")
    text = """case "n" { each = { i = { 1, 2 } }, uses = { "none" }, act = function() end }
case "b" { uses = { "bad" }, act = function() end }
case "s" { uses = { "skips" }, act = function() end }
"""
    one = slrun(write(tmp_path, a=text, b=text), "-v")
    two = slrun(tmp_path, "-v", "-n2")
    assert one.outcomes() == two.outcomes() and one.last == two.last == "2 passed, 2 skipped, 6 errors", two.out
    assert two.out.count("Captured output") == 1 and two.out.count("told in full with") == 3, two.out


def test_serial_across_workers(tmp_path):
    text = """
local function hold(name) return function(t)
  expect((io.open(name .. ".held"))):is_absent()
  io.open(name .. ".held", "w"):close() t:sleep "30ms" os.remove(name .. ".held")
end end
case "group" { each = { i = { 1, 2, 3 } }, serial = "g", act = hold "group" }
case "plain" { each = { i = { 1, 2, 3 } }, act = function(t) expect((io.open "alone.held")):is_absent() t:sleep "20ms" expect((io.open "alone.held")):is_absent() end }
case "alone" { each = { i = { 1, 2 } }, serial = true, act = hold "alone" }
"""
    kept = """
fixture "kept" { scope = "file", setup = function() io.open("alone.held", "w"):close() return 1 end,
                 teardown = function(t) t:sleep "30ms" os.remove "alone.held" end }
case "keeps" { uses = { "kept" }, act = function() end }
"""
    for clock in ("real", "virtual"):
        done = slrun(write(tmp_path, a=text, b=text, c=text), "-n3", f"--clock={clock}")
        assert done.code == 0 and done.last == "24 passed", done.out + done.err
    alone = text[:text.index('case "group"')] + text[text.index('case "alone"'):]
    done = slrun(write(tmp_path, a=alone, b=kept, c=kept), "-n3")
    assert done.code == 0 and done.last == "4 passed", "alone is without the clean-up of a file, too: " + done.out + done.err


def test_one_at_a_time_in_each(tmp_path):
    text = """local busy = {}
case "a" { each = { i = { 1, 2, 3, 4 } }, act = function(t) expect(#busy):equals(0) busy[1] = true t:sleep "20ms" busy[1] = nil end }
"""
    done = slrun(write(tmp_path, a=text, b=text), "-n2", "-j1")
    assert done.code == 0 and done.last == "8 passed", done.out + done.err
    assert slrun(tmp_path, "-n2").code == 1


BESIDE = """
local file = io.open "/proc/self/stat" local pid = file:read "n" file:close()
local function so_far() local n = 0 for _ in io.lines "seen" do n = n + 1 end return n end
"""
QUICK = BESIDE + 'case "quick" { each = { n = { 1, 2 } }, act = function() io.open("seen", "a"):write(pid, "\\n"):close() end }\n'
WAITS = BESIDE + """
case "slow" { sla = "90s", timeout = "100s", act = function() io.open("slow", "w"):write(pid):close() end,
  poll = so_far, check = function(_, n) expect(n):equals(12) end }
"""
COMPUTES = BESIDE + """
case "slow" { timeout = "100s", act = function()
  io.open("slow", "w"):write(pid):close()
  while so_far() < 12 do end
end }
"""


@pytest.mark.parametrize("slow, words", [(WAITS, ["-j1"]), (COMPUTES, ["-j1"]), (COMPUTES, [])])
def test_a_busy_worker_gets_no_more_files(tmp_path, slow, words):
    """The slow case ends only when all cases of all other files have run: none of them may be behind it."""
    (tmp_path / "seen").write_text("")
    write(tmp_path, a=slow, **{name: QUICK for name in "bcdefg"})
    (tmp_path / ".slrun/cache").mkdir(parents=True)
    (tmp_path / ".slrun/cache/durations").write_text(
        json.dumps({"a.lua::slow": 9} | {f"{name}.lua::quick[{n}]": 1 for name in "bcdefg" for n in (1, 2)}))
    done = slrun(tmp_path, "-n2", "--clock=real", *words)
    assert done.code == 0 and done.last == "13 passed", done.out + done.err
    assert (tmp_path / "slow").read_text() not in (tmp_path / "seen").read_text().split()


def test_waiting_cases_take_no_turns(tmp_path):
    """A worker whose cases wait goes on to the next files: all 12 are in flight at once, and meet."""
    (tmp_path / "seen").write_text("")
    meets = QUICK.replace(":close() end }", ':close() end, sla = "90s", poll = so_far, check = function(_, n) expect(n):equals(12) end }')
    done = slrun(write(tmp_path, **{name: meets for name in "abcdef"}), "-n2", "--clock=real")
    assert done.code == 0 and done.last == "12 passed", done.out + done.err
    pids = (tmp_path / "seen").read_text().split()
    assert len(set(pids)) == 2


def test_the_longest_files_come_first(tmp_path):
    """By what earlier runs took; without that by their cases; with --ff in its order, with --shuffle in that."""
    text = 'case "c" { each = { n = { N } }, act = function() io.open("order", "a"):write("FILE,"):close() end }\n'
    counts = {"a": "1", "b": "1, 2, 3", "c": "1, 2"}
    write(tmp_path, **{name: text.replace("N", n).replace("FILE", name) for name, n in counts.items()})

    def order(*words):
        (tmp_path / "order").unlink(missing_ok=True)
        done = slrun(tmp_path, "-n1", "-j1", *words)
        assert done.code == 0, done.out + done.err
        return (tmp_path / "order").read_text().replace(",", "")

    assert order() == "bbbcca"
    cache = tmp_path / ".slrun/cache"
    (cache / "durations").write_text(json.dumps({"a.lua::c[1]": 9, "b.lua::c[1]": 1, "c.lua::c[1]": 5, "c.lua::c[2]": 5}))
    assert order() == "bbbcca", "those that are not known weigh as the mean"
    (cache / "durations").write_text(json.dumps({"a.lua::c[1]": 9} | {f"b.lua::c[{n}]": 1 for n in (1, 2, 3)}
                                                | {f"c.lua::c[{n}]": 2 for n in (1, 2)}))
    assert order() == "accbbb"
    (cache / "lastfailed").write_text(json.dumps({"c.lua::c[2]": True}))
    assert order("--ff") == "ccabbb"
    assert len({order("--shuffle", f"--seed={seed}") for seed in range(1, 7)}) > 1


def test_stop_at_first(tmp_path):
    text = 'case "f" (function() error "no" end)\ncase "later" { each = { i = { 1, 2, 3 } }, act = function(t) t:sleep "1s" end }\n'
    done = slrun(write(tmp_path, a=text, b=text), "-n2", "-j1", "-x")
    assert done.code == 1 and "stopping after" in done.out, done.out
    assert re.match(r"[12] failed(, 1 passed)?$", done.last), done.last


def wait_for(test, process):
    end = time.monotonic() + LIMIT
    while not test():
        assert process.poll() is None and time.monotonic() < end
        time.sleep(0.02)


STAYS = """
case "stays" { each = { i = { 1, 2 } }, act = function(t) t:defer(function() io.open("undone", "a"):write("x"):close() end)
  io.open("reached", "a"):write("x"):close() t:wait { poll = function() end, check = function() expect(1):equals(2) end, within = "1h" } end }
"""


def reached(folder, n):
    return lambda: (folder / "reached").exists() and len((folder / "reached").read_text()) == n


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("whole_group", [False, True])
def test_interrupted(tmp_path, number, whole_group):
    write(tmp_path, a=STAYS, b=STAYS)
    process = begin(tmp_path, "-n2", "--clock=real", start_new_session=True)
    wait_for(reached(tmp_path, 4), process)
    if whole_group:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    done = Done(process)
    assert done.code == 2 and done.last == "4 errors", done.out + done.err
    assert (tmp_path / "undone").read_text() == "xxxx"
    assert "!! interrupted: " in done.out


SPINS = """
case "spins" { timeout = "100s", act = function(t)
  t:defer(function() io.open("undone", "a"):write("x"):close() end)
  io.open("reached", "a"):write("x"):close()
  while true do CODE end
end }
"""


@pytest.mark.parametrize("n", ["0", "2"])
@pytest.mark.parametrize("whole_group", [False, True])
def test_interrupted_while_it_computes(tmp_path, n, whole_group):
    """Lua code that never waits keeps no signal from the run, and its clean-up runs."""
    write(tmp_path, a=SPINS.replace("CODE", "pcall(function() end)"), b=SPINS.replace("CODE", ""))
    process = begin(tmp_path, "-n", n, start_new_session=True)
    wait_for(reached(tmp_path, 1 if n == "0" else 2), process)
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and "!! interrupted: Ctrl-C !!" in done.out, done.out + done.err
    assert "timeout" not in done.last, done.out
    assert (tmp_path / "undone").read_text() == (tmp_path / "reached").read_text()


def test_interrupted_before_it_begins(tmp_path):
    """Cases that have been sent to a worker, where the first ones compute: those behind them end without a beginning."""
    n = 100
    text = "local ns = {} for n = 1, %d do ns[n] = n end" % n + SPINS.replace("timeout", "each = { n = ns }, timeout").replace("CODE", "")
    process = begin(write(tmp_path, a=text), "-n1", "--report-json=r.jsonl")
    wait_for(reached(tmp_path, 1), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and done.last == f"{n} errors", done.out + done.err
    assert all(line["interrupted"] for line in ends(tmp_path / "r.jsonl").values())
    begun = (tmp_path / "reached").read_text()
    assert begun == (tmp_path / "undone").read_text() and len(begun) < n


def test_interrupted_twice_while_its_clean_up_computes(tmp_path):
    """Without workers and with one, side by side: each takes the whole time that a clean-up has."""
    text = 'case "spins" { act = function(t) t:sleep "1ms" end, teardown = function() io.open("reached", "a"):write("x"):close() while true do end end }\n'
    processes = []
    for n in ("0", "1"):
        folder = tmp_path / n
        folder.mkdir()
        process = begin(write(folder, a=text), "-n", n)
        processes.append(process)
        wait_for(reached(folder, 1), process)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
    for done in [Done(process) for process in processes]:
        assert done.code == 2 and "Ctrl-C" in done.out, done.out + done.err


def test_interrupted_while_a_file_is_read(tmp_path):
    process = begin(write(tmp_path, a='io.open("reached", "a"):write("x"):close() while true do end'), "-n1")
    wait_for(reached(tmp_path, 1), process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and "interrupted while the file was being read" in done.out, done.out + done.err


def alive(pid):
    try:
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(pid):
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(word) for word in out.split()]


def test_interrupted_twice(tmp_path):
    text = 'case "stays" { act = function(t) io.open("reached", "a"):write("x"):close() t:sleep "1h" end, teardown = function(t) io.open("undone", "a"):write("x"):close() t:sleep "20s" end }\n'
    write(tmp_path, a=text, b=text)
    process = begin(tmp_path, "-n2", "--clock=real")
    wait_for(reached(tmp_path, 2), process)
    pids = children(process.pid)
    process.send_signal(signal.SIGINT)
    wait_for(lambda: (tmp_path / "undone").exists() and (tmp_path / "undone").read_text() == "xx", process)
    process.send_signal(signal.SIGINT)
    done = Done(process)
    assert done.code == 2 and len(pids) == 3
    assert done.last == "2 errors" and "ERROR a.lua::stays - interrupted: Ctrl-C" in done.out, done.out + done.err
    end = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(alive, pids))


def test_killed(tmp_path):
    write(tmp_path, a=STAYS, b=STAYS)
    process = begin(tmp_path, "-n2", "--clock=real")
    wait_for(reached(tmp_path, 4), process)
    pids = children(process.pid)
    assert len(pids) == 3
    process.kill()
    process.communicate(timeout=LIMIT)
    end = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(alive, pids)), "no worker outlives its run"


def test_durations_are_kept_and_used(tmp_path):
    write(tmp_path, a='case "a" (function() end)', b='case "b" (function() end)')
    assert slrun(tmp_path, "-n2").code == 0
    assert set(json.loads((tmp_path / ".slrun/cache/durations").read_text())) == {"a.lua::a", "b.lua::b"}


def test_last_failed(tmp_path):
    text = 'case "f" (function() error "no" end)\ncase "p" (function() end)\n'
    write(tmp_path, a=text, b=text)
    assert slrun(tmp_path, "-n2").last == "2 failed, 2 passed"
    assert slrun(tmp_path, "-n2", "--lf").last == "2 failed"


def test_a_spec_that_changes(tmp_path):
    text = 'local f = io.open("seen") if not f then io.open("seen", "w"):close() case "a" (function() end) else case "b" (function() end) end\n'
    done = slrun(write(tmp_path, a=text), "-n1")
    assert done.code == 1 and "does not declare this case when it is read again" in done.out, done.out


# Crashes ----------------------------------------------------------------------------------------

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
