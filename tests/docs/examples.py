#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of a page: each block that begins with ```lua run.

A block without a case is the inside of one. `run` may be followed by what must come of it:
    ```lua run exit=1 out="2 failed"

usage: examples.py SLRUN PAGE...
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

LIMIT = 90  # seconds
BLOCK = re.compile(r"^```lua run *([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page):
    """Line, demands and Lua of each example, with the lines where they stand in the page."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        demands = dict(word.split("=", 1) for word in shlex.split(match[1]))
        code = match[2]
        if not re.search(r"^case\b", code, re.MULTILINE):
            code = f'case "the example" (function(t) {code.rstrip()}\nend)\n'
        yield line, demands, "\n" * line + code


def run(slrun, code):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "example.lua")
        path.write_text(code, encoding="utf-8")
        env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"NO_COLOR": "1"}
        return subprocess.run([slrun, str(path)], env=env, timeout=LIMIT, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, check=False)


def judge(slrun, page):
    bad = found = 0
    for line, demands, code in examples(page):
        found += 1
        done = run(slrun, code)
        if done.returncode != int(demands.get("exit", 0)) or demands.get("out", "") not in done.stdout:
            print(f"{page.name}:{line}: exit code {done.returncode}", done.stdout, done.stderr, sep="\n")
            bad += 1
    print(f"{page.name}: {found} examples, {bad} wrong")
    return found > 0 and bad == 0


def main():
    slrun, *pages = sys.argv[1:]
    if not all([judge(slrun, pathlib.Path(page)) for page in pages]):
        sys.exit(1)


main()
