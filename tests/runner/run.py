#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs slrun on one spec and compares with what the comments at its top demand:

    -- args: -v -j 1      arguments before the file; {spec} stands for it, else it comes last
    -- files: a b         what to run in its place; a plan that has no cases of its own
    -- env: NAME=value    in the environment
    -- exit: 1            exit code (0)
    -- out: text          standard output holds this, behind what the `out` before it matched
    -- err: text          the same for standard error
    -- no: text           neither holds this
    -- signal: INT 0.5    sent that many seconds after the output shows the word "starts"

usage: run.py SLRUN SPEC
"""
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time

LIMIT = 90  # seconds; nothing here is about time, it only ends what hangs


def demands(path):
    wanted = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"-- (args|files|env|exit|out|err|no|signal): ?(.*)$", line)
            if match:
                wanted.append((match[1], match[2].rstrip()))
            elif not line.startswith("--"):
                break
    return wanted


def one(wanted, key, otherwise=""):
    return next((value for name, value in wanted if name == key), otherwise)


def wait_for_start(process, path):
    """Until the output has its first lines; with -q it has none, and a moment must do."""
    end = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < end:
        with open(path, encoding="utf-8") as output:
            if "starts" in output.read():
                return
        time.sleep(0.02)


def send_signal(process, spec, path):
    name, delay = spec.split()
    wait_for_start(process, path)
    time.sleep(float(delay))
    process.send_signal(getattr(signal, "SIG" + name))


def run(slrun, spec, wanted):
    words = shlex.split(one(wanted, "args"))
    files = [] if any("{spec}" in word for word in words) else [spec]
    files = shlex.split(one(wanted, "files")) or files
    words = [word.replace("{spec}", spec) for word in words]
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "NO_COLOR": "1"}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS") or k == "SLRUN_PLUGIN_PATH"}
    env |= dict(v.split("=", 1) for k, v in wanted if k == "env")
    with tempfile.NamedTemporaryFile(mode="w+", encoding="utf-8") as output:
        signalled = one(wanted, "signal")
        process = subprocess.Popen([slrun, *words, *files], env=env, text=True, stdin=subprocess.DEVNULL,
                                   stdout=output if signalled else subprocess.PIPE, stderr=subprocess.PIPE)
        if signalled:
            threading.Thread(target=send_signal, args=(process, signalled, output.name)).start()
        code, out, err = finish(process)
        output.seek(0)
        return code, output.read() if signalled else out, err


def finish(process):
    try:
        out, err = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        err += f"\nrun.py: ended after {LIMIT} s"
    return process.returncode, out, err


def judge(wanted, code, out, err):
    problems = []
    if code != int(one(wanted, "exit", "0")):
        problems.append(f"exit code {code}, not {one(wanted, 'exit', '0')}")
    for key, text in (("out", out), ("err", err)):
        at = 0
        for value in (v for k, v in wanted if k == key):
            found = text.find(value, at)
            if found < 0:
                problems.append(f"{key}: not found{' behind the one before' if at else ''}: {value}")
            else:
                at = found + len(value)
    problems += [f"no: found: {v}" for k, v in wanted if k == "no" and v in out + err]
    if "Sanitizer" in err:
        problems.append("a sanitizer has something to say")
    return problems


def main():
    slrun, spec = sys.argv[1:]
    wanted = demands(spec)
    if not wanted:
        sys.exit(f"{spec} demands nothing")
    code, out, err = run(slrun, spec, wanted)
    problems = judge(wanted, code, out, err)
    if problems:
        print("\n".join(problems), "---- standard output", out, "---- standard error", err, sep="\n")
        sys.exit(1)


main()
