# SPDX-License-Identifier: Apache-2.0
"""What slrun leaves behind when it is killed: nothing."""
import os
import signal
import subprocess
import time

import pytest

SLRUN = os.environ["SLRUN"]
SPEC = """
local dynamodb <const> = require "slrun.dynamodb"
case "waits" (function(t)
  dynamodb.list_tables {}
  print "waiting"
  io.open("%s", "w"):close()
  t:sleep "60s"
end)
"""


def processes():
    """Command lines by process id, of this user, zombies left out."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                words = file.read().split(b"\0")
        except OSError:
            continue
        if words and words[0]:
            found[int(pid)] = [os.fsdecode(w) for w in words]
    return found


def children(parent):
    with open(f"/proc/{parent}/task/{parent}/children", encoding="ascii") as file:
        return [int(pid) for pid in file.read().split()]


def until(condition):
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_behind(number, tmp_path):
    spec, reached = tmp_path / "wait.lua", tmp_path / "reached"
    spec.write_text(SPEC % reached)
    run = subprocess.Popen([SLRUN, "--clock=real", str(spec)], stdout=subprocess.DEVNULL)  # else the sleep is over at once
    assert until(reached.exists), "the spec does not get to its wait"
    local = children(run.pid)
    assert len(local) == 1 and "local" in processes()[local[0]], "the local cloud is a process of its own"
    run.send_signal(number)
    run.wait(timeout=30)
    assert until(lambda: local[0] not in processes()), "the local cloud is still there"
    # and the next run works
    again = subprocess.run([SLRUN, "-q", os.path.join(os.environ["SLRUN_SPECS"], "dynamodb-eventual-item.lua")],
                           capture_output=True, text=True, timeout=120)
    assert again.returncode == 0, again.stdout + again.stderr


def test_results_leave_while_others_still_run(tmp_path):
    spec = tmp_path / "pace.lua"
    spec.write_text('case "quick" (function() end)\ncase "slow" (function(t) t:sleep "60s" end)\n')
    with subprocess.Popen([SLRUN, "-v", str(spec)], stdout=subprocess.PIPE, text=True) as run:
        line = ""
        while "quick" not in line:  # the pipe ends where slrun does
            line = run.stdout.readline()
            assert line, "slrun ended before it told of the quick case"
        assert run.poll() is None and "PASSED" in line
        run.send_signal(signal.SIGINT)
        run.stdout.read()
        run.wait(timeout=30)


JUMPS = """
case "jumps" { timeout = "60s", act = function(t)
  for i = 1, math.huge do
    t:sleep "1h"
    if i == 100 then io.open("%s", "w"):close() end
  end
end }
"""


def test_the_local_cloud_dies_while_the_clock_jumps(tmp_path):
    spec, reached = tmp_path / "jumps.lua", tmp_path / "reached"
    spec.write_text(JUMPS % reached)
    run = subprocess.Popen([SLRUN, str(spec)], stdout=subprocess.PIPE, text=True)
    assert until(reached.exists), "the clock does not jump"
    os.kill(children(run.pid)[0], signal.SIGKILL)
    out, _ = run.communicate(timeout=30)
    assert run.returncode == 3
    assert "the local cloud was ended by signal 9 (SIGKILL: out of memory?)" in out


MAKES = """
local sqs <const> = require "slrun.sqs"
case "makes" (function(t)
  sqs.create_queue { QueueName = t.id }
  t:defer(function() io.open("deferred", "w"):close() end)
  io.open("reached", "w"):close()
  t:sleep "1h"
end)
"""


@pytest.mark.parametrize("words", [[], ["-n", "1"]])
def test_nothing_is_undone_in_a_local_cloud_that_died(tmp_path, words):
    """It is gone with it: that it cannot be removed is no news."""
    (tmp_path / "s.lua").write_text(MAKES)
    run = subprocess.Popen([SLRUN, "--clock=real", *words, "s.lua"], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert until((tmp_path / "reached").exists)
    cloud = [pid for pid in children(run.pid) if "\0local\0" in open(f"/proc/{pid}/cmdline", encoding="utf-8").read()]
    os.kill(cloud[0], signal.SIGKILL)
    out, _ = run.communicate(timeout=30)
    assert run.returncode == 3 and "1 error in" in out and "clean-up" not in out, out
    assert (tmp_path / "deferred").exists(), "what is Lua runs all the same"
