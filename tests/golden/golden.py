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

LIMIT = 90  # seconds

# What differs from run to run, and what stands for it. Lines of a wait's course come first.
CHANGES = [
    (r"^ +\d+\.\d\d s  [\d,]+(-[\d,]+)? +", "  T s  K      "),
    (r"\b\d+\.\d\d s\b", "T s"),
    (r"\b[\d,]+ polls?\b", "N polls"),
    (r"\bpoll [\d,]+", "poll K"),
    (r"\bof [\d,]+, after", "of N, after"),
    (r"\brun [a-z][a-z0-9]{6,}\b", "run ID"),
    (r"\b[a-z][a-z0-9]{9}-[0-9a-z]+\b", "ID"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:PORT"),
    (r"\bslrun \d+\.\d+\.\d+\S*,", "slrun VERSION,"),
    (r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "UUID"),
    (r'File "/\S*/stacks/', 'File ".../stacks/'),
    (r"\b\d+(\.\d+)? (ms|MB)\b", r"N \2"),
    (r"\b\d+ visible, \d+ in flight( for up to \d+ s)?", "N visible, N in flight"),  # a listener may look just then
    (r"\boldest \d+ s\b", "oldest N s"),
    (r"\bin \d+\.\d\ds( \(.*\))?", "in Ts"),
    (r"(seed|setup|listen|act|wait|check|teardown) \d+%", r"\1 N%"),
    (r"^time of the cases: (setup N%, )?(seed N%, )(listen N%, )?", r"time of the cases: \2"),
    (r"=+ (.*) =+$", r"= \1 ="),
]

# What a report says of a machine that is busy, with the blank line of a paragraph of nothing else;
# tests/runner/busy.lua makes such waits.
BUSY = r"(?m)^(?:\d+ of N polls left late.*|requests waited up to T s for a free connection)\n"
BUSY_PARAGRAPH = rf"\n(?:{BUSY[4:]})+(?=[_=\n])"


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


def normal(text):
    lines = []
    for line in text.splitlines():
        if re.fullmatch(r" {8,}[~^]+", line):
            continue  # a traceback of Python, which depends on its version
        for pattern, stands_for in CHANGES:
            line = re.sub(pattern, stands_for, line)
        lines.append(line.rstrip())
    text = re.sub(BUSY_PARAGRAPH, "", "\n".join(lines) + "\n", flags=re.MULTILINE)
    return re.sub(BUSY, "", text)


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
