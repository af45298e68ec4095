# SPDX-License-Identifier: Apache-2.0
"""Runs of slrun that a test starts and leaves: none outlives its test."""
import os
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
BEGUN = []


def environment(folder):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "NO_COLOR": "1"}
    return env | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS") or k == "SLRUN_PLUGIN_PATH"}


@pytest.fixture(autouse=True)
def no_process_is_left():
    yield
    while BEGUN:
        process = BEGUN.pop()
        if process.poll() is None:
            process.kill()
            process.wait()


def begin(folder, *words, before=(), program=SLRUN, env=None, **options):
    """Starts slrun with these words; `before`: the words before its name."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    BEGUN.append(subprocess.Popen([*before, program, *map(str, words)], cwd=folder, env=env or environment(folder), text=True,
                                  stdin=subprocess.DEVNULL, **options))
    return BEGUN[-1]
