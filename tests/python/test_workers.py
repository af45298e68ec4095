# SPDX-License-Identifier: Apache-2.0
"""-n: worker processes give the results that one process gives; how many there are, and who gets which file."""
import json
import os
import re
import signal
import subprocess
import time
import xml.etree.ElementTree as ET

import pytest

from started import no_process_is_left  # pylint: disable=unused-import
from workers import begin, Done, ends, LIMIT, reached, slrun, wait_for, write

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
