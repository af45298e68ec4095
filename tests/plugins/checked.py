#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`slrun plugins check` on one file: exit code, and lines of its checklist.

usage: checked.py SLRUN FILE EXIT [LINE...]

Each LINE must be the beginning of a line of standard output. A line "FAIL" that no LINE names is a
failure of the test, too.
"""
import subprocess
import sys


def main():
    slrun, file, code, *wanted = sys.argv[1:]
    process = subprocess.run([slrun, "plugins", "check", file], text=True, errors="replace",
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=470, check=False)
    lines = process.stdout.splitlines()
    problems = []
    if process.returncode != int(code):
        problems.append(f"exit code {process.returncode}, not {code}")
    problems += [f"not found: {w}" for w in wanted if not any(l.startswith(w) for l in lines)]
    problems += [f"not expected: {l}" for l in lines
                 if l.startswith("FAIL") and not any(l.startswith(w) for w in wanted)]
    if problems:
        sys.exit("\n".join([*problems, "---- standard output", process.stdout,
                            "---- standard error", process.stderr]))


main()
