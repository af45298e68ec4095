#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of pages (blocks.py says which they are).

usage: examples.py SLRUN PAGE...
"""
import concurrent.futures
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

import blocks

LIMIT = 90  # seconds


def run(slrun, example):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (example.files | {"example.lua": example.code}).items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"NO_COLOR": "1"}
        return subprocess.run([slrun, *shlex.split(example.demands.get("args", "")), "example.lua"],
                              env=env, timeout=LIMIT, capture_output=True, text=True, cwd=folder,
                              stdin=subprocess.DEVNULL, check=False)


def fault(example, done):
    """What is wrong, or None."""
    if "Sanitizer" in done.stderr:
        return "a sanitizer has something to say"
    if example.shown:
        absent = [line for line in example.shown if line not in done.stdout]
        if done.returncode not in (1, 2):
            return f"exit code {done.returncode}: it does not fail"
        return f"the message is another one; not found: {absent}" if absent else None
    if done.returncode != int(example.demands.get("exit", 0)):
        return f"exit code {done.returncode}"
    if example.demands.get("out", "") not in done.stdout:
        return f"not found: {example.demands['out']}"
    return None


def judge(slrun, page):
    examples = list(blocks.examples(page.read_text(encoding="utf-8")))
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for example, done in zip(examples, pool.map(lambda one: run(slrun, one), examples)):
            what = fault(example, done)
            if what:
                print(f"{page.name}:{example.line}: {what}", example.code, done.stdout, done.stderr, sep="\n")
                bad += 1
    print(f"{page.name}: {len(examples)} examples, {bad} wrong")
    return len(examples) > 0 and bad == 0


def main():
    slrun, *pages = sys.argv[1:]
    slrun = str(pathlib.Path(slrun).resolve())
    if not all([judge(slrun, pathlib.Path(page)) for page in pages]):
        sys.exit(1)


main()
