#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A plugin that cannot be loaded: slrun ends with exit code 4, or by the plugin's signal, and one clear line.

usage: refused.py [--aborts] SLRUN PLUGIN_PATH WORD...

Runs `slrun --plugin-path PLUGIN_PATH` on a spec. Standard error must be one line "slrun: ..." that
holds every WORD in that order, and may have one line "  hint: ..." after it.
"""
import os
import signal
import subprocess
import sys

SPEC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tiny.lua")


def judge(process, wanted, words):
    if process.returncode != wanted:
        yield f"exit code {process.returncode}, not {wanted}"
    lines = process.stderr.splitlines()
    if not lines or not lines[0].startswith("slrun: "):
        yield "standard error does not begin with 'slrun: '"
        return
    if len(lines) > 2 or (len(lines) == 2 and not lines[1].startswith("  hint: ")):
        yield "standard error is more than one line and a hint"
    at = 0
    for word in words:
        found = lines[0].find(word, at)
        if found < 0:
            yield f"the line does not hold '{word}'"
        at = max(found, at)
    if process.stdout:
        yield "standard output is not empty"


def main():
    aborts = sys.argv[1] == "--aborts"
    slrun, path, *words = sys.argv[1 + aborts:]
    env = {k: v for k, v in os.environ.items() if k != "SLRUN_PLUGIN_PATH"}
    process = subprocess.run([slrun, "--plugin-path", path, SPEC], env=env, text=True,
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    problems = list(judge(process, -signal.SIGABRT if aborts else 4, words))
    if problems:
        sys.exit("\n".join([*problems, "---- standard output", process.stdout,
                            "---- standard error", process.stderr]))


main()
