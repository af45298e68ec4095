#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs slrun on NAME.lua and compares what it prints with NAME.txt, but for what differs from run
to run: times, ids, ports, numbers of polls. With --write the text is written anew; a person must
then read the difference in version control before it is committed.

At the top of a spec:
    -- args: -v            arguments before the file
    -- server: silent      an endpoint that accepts and never answers, instead of the local cloud
    -- lines: FAILURES     only from the line that holds this on

usage: golden.py [--write] SLRUN SPEC...
"""
import difflib
import os
import pathlib
import re
import shlex
import socket
import subprocess
import sys
import threading

from forms import normal

LIMIT = 90  # seconds

def option(spec, name, otherwise=""):
    for line in spec.read_text(encoding="utf-8").splitlines():
        match = re.match(rf"-- {name}: ?(.*)$", line)
        if match:
            return match[1].strip()
        if not line.startswith("--"):
            break
    return otherwise


def hold(server):
    kept = []
    while True:
        try:
            kept.append(server.accept())
        except OSError:
            return


def silent_server():
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=hold, args=(server,), daemon=True).start()
    return f"http://127.0.0.1:{server.getsockname()[1]}"


def run(slrun, spec):
    words = shlex.split(option(spec, "args"))
    if option(spec, "server") == "silent":
        words += ["--endpoint-url", silent_server()]
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "NO_COLOR": "1",
           "COLUMNS": "100", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run([slrun, *words, spec.name], cwd=spec.parent, env=env, timeout=LIMIT,
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    text = done.stdout + (("---- standard error\n" + done.stderr) if done.stderr else "")
    start = option(spec, "lines")
    at = text.find(start) if start else 0
    return normal(text[text.rfind("\n", 0, max(at, 0)) + 1:] + f"exit code {done.returncode}\n")


def judge(slrun, spec):
    golden = spec.with_suffix(".txt")
    got = run(slrun, spec)
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if got == wanted:
        return True
    sys.stdout.writelines(difflib.unified_diff(wanted.splitlines(True), got.splitlines(True),
                                               golden.name, "this run"))
    return False


def main():
    words = sys.argv[1:]
    write = words[:1] == ["--write"]
    slrun, *specs = words[1:] if write else words
    specs = [pathlib.Path(s).resolve() for s in specs]
    if write:
        for spec in specs:
            spec.with_suffix(".txt").write_text(run(slrun, spec), encoding="utf-8")
        print("written; read the difference in version control before it is committed")
    elif not all([judge(slrun, spec) for spec in specs]):
        print("differs; if it is meant: golden.py --write SLRUN SPEC, and read the difference")
        sys.exit(1)


main()
