# SPDX-License-Identifier: Apache-2.0
"""-n: runs that are interrupted or killed while their workers are at work."""
import os
import signal
import time

import pytest

from started import no_process_is_left  # pylint: disable=unused-import
from workers import alive, begin, children, Done, ends, LIMIT, reached, STAYS, wait_for, write


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
