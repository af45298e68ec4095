#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of pages (blocks.py says which they are).

usage: examples.py SLRUN PAGE...
"""
import concurrent.futures
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import blocks
import session

LIMIT = 90  # seconds
TESTS = pathlib.Path(__file__).resolve().parents[1]


def lay_out(example, folder):
    """The files of an example; returns what goes in front of its code."""
    if "with" in example.demands:
        source, _, to = example.demands["with"].partition(":")
        shutil.copytree(TESTS / source, pathlib.Path(folder, to), dirs_exist_ok=True)
    for name, text in example.files.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    before = pathlib.Path(folder, "before.lua")
    return before.read_text(encoding="utf-8") if before.exists() else ""


def run(slrun, example):
    with tempfile.TemporaryDirectory() as folder:
        before = lay_out(example, folder)
        if session.lacks(example.demands.get("needs")):
            print(f"skipped: line {example.line}: there is no {example.demands['needs']}")
            return []
        if example.session:
            return list(session.faults(slrun, example, folder))
        pathlib.Path(folder, "example.lua").write_text(before + example.code, encoding="utf-8")
        env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"NO_COLOR": "1"}
        done = subprocess.run([slrun, *shlex.split(example.demands.get("args", "")), "example.lua"],
                              env=env, timeout=LIMIT, capture_output=True, text=True, cwd=folder,
                              stdin=subprocess.DEVNULL, check=False)
    what = fault(example, done)
    return [f"{what}\n{example.code}\n{done.stdout}\n{done.stderr}"] if what else []


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
        for example, faults in zip(examples, pool.map(lambda one: run(slrun, one), examples)):
            for what in faults:
                print(f"{page}:{example.line}: {what}")
            bad += len(faults) > 0
    print(f"{page}: {len(examples)} examples, {bad} wrong")
    return len(examples), bad


def main():
    slrun, *pages = sys.argv[1:]
    slrun = str(pathlib.Path(slrun).resolve())
    judged = [judge(slrun, pathlib.Path(page)) for page in pages]
    sys.exit(sum(n for n, _ in judged) == 0 or any(bad for _, bad in judged))


main()
