# SPDX-License-Identifier: Apache-2.0
"""Runs the stub server, and runners against it under the process meter."""
import http.client
import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass

from .runners import wrong_output
from .suites import template_of, write_suite
from .workloads import fewer, wrong_requests

MEMORY_ROUNDS = 3
MEMORY_SAMPLE_MS = 1     # a run of slrun may take a few ms
LONG_SAMPLE_MS = 100     # a run that takes minutes is sampled while its time is taken
TIMEOUT_S = 300
STOP_S = 5               # for the stub server to end
LINES, LINE_LEN = 15, 160  # of a run's output shown when it does not count


class Stub:
    """The stub server, for a `with`; its counters over one kept-alive connection."""

    def __init__(self, program):
        self._process = subprocess.Popen([program], stdout=subprocess.PIPE, text=True)
        self.url = self._process.stdout.readline().strip()
        if not self.url:
            raise RuntimeError("the stub server did not start")
        self._connection = http.client.HTTPConnection(self.url.split("//")[1], timeout=10)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        if self._process.returncode != 0:  # a sanitizer's finding, say
            raise RuntimeError(f"the stub server ended with {self._process.returncode}")

    def _get(self, path):
        self._connection.request("GET", path)
        return json.load(self._connection.getresponse())

    def reset(self):
        self._get("/_reset")

    def stats(self):
        """The counters since the reset, without the connection that asks for them."""
        stats = self._get("/_stats")
        stats["max_open"] -= 1
        stats["open"] -= 1
        return stats


@dataclass
class Bench:
    """What all measurements share."""
    tools: object
    root: pathlib.Path  # suites, logs and homes go below it
    stub: Stub
    say: object = lambda text: print(text, file=sys.stderr, flush=True)


def clean_environment(bench, runner):
    """The same small environment for every runner; only its own switches come on top."""
    home = bench.root / "home"
    home.mkdir(parents=True, exist_ok=True)
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "NO_COLOR": "1",
            "STUB": bench.stub.url, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", **runner.environment}


def log_of(bench, workload, runner):
    """Where the output of the last run goes."""
    return bench.root / "results" / f"{workload.name}.{runner.name}.log"


def last_lines(bench, workload, runner):
    """The end of the last run's output, indented."""
    lines = log_of(bench, workload, runner).read_text(errors="replace").splitlines()
    return "\n".join("    | " + line[:LINE_LEN] for line in lines[-LINES:])


def run_once(bench, workload, runner, sample_ms=0):
    """One run under the meter: its figures, and in "wrong" why it does not count."""
    folder, files = write_suite(bench.root / "suites", runner.suite, workload)
    command = runner.command(bench.tools, workload, [str(f) for f in files], bench.stub.url)
    if workload.max_files:
        command = ["/usr/bin/prlimit", f"--nofile={workload.max_files}", *command]
    log = log_of(bench, workload, runner)
    log.parent.mkdir(parents=True, exist_ok=True)
    report = log.with_name("meter.json")
    timeout = TIMEOUT_S + workload.delay_s * workload.cases * 1.5
    report.unlink(missing_ok=True)
    bench.stub.reset()
    subprocess.run([bench.tools.meter, "-o", report, "-l", log, "-t", str(timeout),
                    "-i", str(sample_ms), "--", *command],
                   cwd=folder, env=clean_environment(bench, runner), check=True)
    stats = bench.stub.stats()
    run = json.loads(report.read_text())
    run.update(requests=stats["requests"], connections=stats["max_open"], stats=stats, wrong=[])
    if run["timed_out"]:
        run["wrong"].append(f"not done within {timeout:.0f} s")
    if run["code"] != 0:
        run["wrong"].append(f"exit code {run['code']}, see {log}")
    run["wrong"] += wrong_output(runner, workload, log.read_text(errors="replace"))
    run["wrong"] += wrong_requests(workload, stats, runner.keeps_cadence)
    return run


def plan(workload, runner, rounds):
    """The rounds of one runner as (kind, milliseconds between samples).

    Time is taken in rounds in which nothing is sampled, memory in rounds of its own. A runner that
    needs minutes runs once, for both. What one more case takes needs rounds with fewer cases.
    """
    if runner.once or workload.waits and runner.one_by_one:
        return [("both", LONG_SAMPLE_MS)]
    few = any(goal.metric == "case" for goal in workload.goals)
    return [("warm-up", 0), *[("memory", MEMORY_SAMPLE_MS)] * MEMORY_ROUNDS,
            *[("fewer", MEMORY_SAMPLE_MS)] * (MEMORY_ROUNDS if few else 0),
            *[("time", 0)] * rounds]


def measure(bench, workload, runners, rounds):
    """Runs each runner round by round, in turn; a list of runs with their runner and round.

    The order turns with each round. After a run that does not count its runner runs no more.
    """
    plans = {r.name: plan(workload, r, rounds) for r in runners}
    broken, runs = set(), []
    for number in range(max(map(len, plans.values()))):
        turn = number % len(runners)
        for runner in runners[turn:] + runners[:turn]:
            if number >= len(plans[runner.name]) or runner.name in broken:
                continue
            kind, sample_ms = plans[runner.name][number]
            run = run_once(bench, fewer(workload) if kind == "fewer" else workload, runner, sample_ms)
            run.update(runner=runner.name, round=number, kind=kind)
            runs.append(run)
            note = "; ".join(run["wrong"])
            bench.say(f"  {workload.name} {kind:7} {runner.name:14} {run['wall']:9.3f} s"
                      + (f"  does not count: {note}" if note else ""))
            if note:
                bench.say(last_lines(bench, workload, runner))
                broken.add(runner.name)
    return runs


def usable(workload, runners, full, say):
    """The runners that have this workload and can take it in reasonable time."""
    chosen = []
    for runner in runners:
        if template_of(runner.suite, workload) is None or workload.local and runner.suite != "slrun":
            say(f"  {runner.name} has no suite for {workload.name}")
        elif workload.waits and runner.one_by_one and not full:
            minutes = workload.cases * workload.delay_s / 60
            say(f"  {runner.name} is left out of {workload.name}: it takes case after case, "
                f"{minutes:.0f} minutes; --full runs it")
        else:
            chosen.append(runner)
    return chosen
