# SPDX-License-Identifier: Apache-2.0
"""Runs are killed at any moment, and nothing of them may stay after a sweep, and nothing else may go.

SLRUN_KILLS=200 says how many runs are killed (12).
"""
import os
import random
import re
import signal
import subprocess
import threading
import time

import pytest

from ledgers import BUSY_RUN, cloud, entries, LIMIT, place, until  # pylint: disable=unused-import

KILLS = int(os.environ.get("SLRUN_KILLS", "12"))
SEED = int(os.environ.get("SLRUN_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)


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
