#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz targets one after another and keeps the figures in log.tsv; docs/testing.md explains it.

usage: run.py [--seconds N] [--build DIR] [--log FILE] [--list] [--table] [TARGET...]
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOG = HERE / "log.tsv"
NEW = ROOT / "build/fuzz-new" # inputs that reach more than the corpus does; kept for the next run
FOUND = ROOT / "build/fuzz-found"
COLUMNS = ("date", "target", "seconds", "clock", "executions", "edges", "findings") # "-": not recorded
SUMS = ("cpu", "wall", "executions", "findings")
TICKS = os.sysconf("SC_CLK_TCK")
WALL_FACTOR = 20 # a run ends after so many times its seconds, however little of a CPU it got
ARTIFACTS = ("crash-", "leak-", "timeout-", "oom-", "slow-unit-")
TIMEOUT = 25 # seconds an input may take
# What is freed stays so for longer than an input needs; AddressSanitizer's own bounds are for programs, and cost a third of the executions.
ENVIRONMENT = {"ASAN_OPTIONS": "quarantine_size_mb=8:thread_local_quarantine_size_kb=64:malloc_context_size=8"} | os.environ


def targets():
    return sorted(path.name for path in (HERE / "corpus").iterdir())


def entries(log):
    lines = log.read_text().splitlines()
    assert tuple(lines[0].split("\t")) == COLUMNS, f"{log}: not the columns {COLUMNS}"
    return [dict(zip(COLUMNS, line.split("\t"))) for line in lines[1:]]


def sums(log):
    """target -> the sums of its lines; edges and date are those of the last one."""
    found = {name: dict.fromkeys(SUMS, 0) | {"edges": "", "date": ""} for name in targets()}
    for entry in entries(log):
        total = found.setdefault(entry["target"], dict.fromkeys(SUMS, 0))
        total[entry["clock"]] += int(entry["seconds"])
        total["executions"] += int(entry["executions"])
        total["findings"] += int(entry["findings"].replace("-", "0"))
        total |= {"edges": entry["edges"], "date": entry["date"]}
    return found


def cpu_seconds(pid):
    """Of a process that has no children, user and system."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def is_slow(program, path):
    """Whether an input takes the CPU that long, too: libFuzzer measures by the wall clock, and the machine may have been busy, or asleep."""
    def bound():
        resource.setrlimit(resource.RLIMIT_CPU, (TIMEOUT, TIMEOUT))
    return subprocess.run([program, path], preexec_fn=bound, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode != 0


def found_since(found, before, program):
    """What a run has left that is worth telling."""
    new = [path for path in set(found.iterdir()) - before if path.name.startswith(ARTIFACTS[:4])]
    for path in [path for path in new if path.name.startswith("timeout-") and not is_slow(program, path)]:
        path.unlink()
        new.remove(path)
    return new


def fuzz(name, build, seconds):
    """Runs a target until it has had its CPU time or has found something; gives its line of the log."""
    new, found, output = NEW / name, FOUND / name, FOUND / f"{name}.log"
    new.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    program, words = build / "tests" / f"fuzz_{name}", HERE / "words" / f"{name}.dict"
    command = [program, "-rss_limit_mb=2048", f"-timeout={TIMEOUT}", "-print_final_stats=1", "-use_value_profile=1",
               "-entropic=0", # its book-keeping takes longer than a request to a local half
               f"-artifact_prefix={found}/", *([f"-dict={words}"] if words.exists() else []), new, HERE / "corpus" / name]
    with open(output, "w", encoding="utf-8") as log, tempfile.TemporaryDirectory() as folder:
        used, process = 0, subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                             env=ENVIRONMENT | {"TMPDIR": folder})
        try:
            end = time.monotonic() + seconds * WALL_FACTOR
            while process.poll() is None:
                used = cpu_seconds(process.pid)
                if used >= seconds or time.monotonic() > end:
                    process.send_signal(signal.SIGUSR1) # libFuzzer's: end in order, with the figures
                time.sleep(0.5)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    text = output.read_text(encoding="utf-8", errors="replace")
    runs = re.findall(r"^#(\d+)\s.*?\bcov: (\d+)", text, re.M)
    total = re.search(r"stat::number_of_executed_units:\s*(\d+)", text)
    left = set(found.iterdir()) != before
    findings = found_since(found, before, program)
    if process.returncode != 0 and not left:
        print(text[-4000:], file=sys.stderr)
        sys.exit(f"fuzz_{name} ended with {process.returncode} and left nothing")
    executions = int(total.group(1)) if total else int(runs[-1][0]) if runs else 0
    for path in findings:
        print(f"{name}: {path}; its report is in {output}", flush=True)
    return {"date": datetime.date.today().isoformat(), "target": name, "seconds": round(used), "clock": "cpu", "executions": executions,
            "edges": runs[-1][1] if runs else "", "findings": len(findings)}


def table(log):
    print("| target | CPU seconds | seconds before CPU time was measured | executions | edges | findings | last |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, total in sorted(sums(log).items()):
        print(f"| {name} | {total['cpu']:,} | {total['wall']:,} | {total['executions']:,} | {total['edges']} | {total['findings']} "
              f"| {total['date'] or 'never run'} |")


def main():
    parser = argparse.ArgumentParser(usage=__doc__.rsplit("usage: ", 1)[1], allow_abbrev=False)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/fuzz")
    parser.add_argument("--log", type=pathlib.Path, default=LOG)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    if options.list or options.table:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # who reads may have seen enough
    if options.list:
        print(json.dumps(targets()))
        return 0
    if options.table:
        table(options.log)
        return 0
    unknown = set(options.targets) - set(targets())
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    had, found = sums(LOG), 0
    for name in options.targets or sorted(targets(), key=lambda name: had[name]["cpu"] + had[name]["wall"]):
        entry = fuzz(name, options.build, options.seconds)
        with open(options.log, "a", encoding="utf-8") as log:
            log.write("\t".join(str(entry[column]) for column in COLUMNS) + "\n")
        print("  ".join(f"{column} {entry[column]}" for column in COLUMNS), flush=True)
        found += entry["findings"]
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
