# SPDX-License-Identifier: Apache-2.0
"""Bugs that are planted in the functions and templates of specs/stacks: the pattern's spec catches each,
by the case and with the words that planted_bugs.json says.

An entry: pattern, file (of its stack), text (stands there once), becomes, case, message; repeat, where the system decides
by chance whether the bug shows (which records make a batch), so that one of as many runs of the case has to fail.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

SPECS = pathlib.Path(os.environ["SLRUN_SPECS"])
BUGS = json.loads(pathlib.Path(__file__).with_name("planted_bugs.json").read_text(encoding="utf-8"))
LEAST = 5  # bugs of a pattern
LIMIT = 120  # seconds; nothing here is about time, it only ends what hangs


def plant(folder, bug):
    """A copy of the pattern with the bug in it; the path of its spec."""
    stack = folder / "stacks" / bug.get("stack", bug["pattern"])
    shutil.copytree(SPECS / "stacks" / stack.name, stack)
    file = stack / bug["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(bug["text"]) == 1, f"{bug['file']} has not once: {bug['text']}"
    file.write_text(text.replace(bug["text"], bug["becomes"]), encoding="utf-8")
    return pathlib.Path(shutil.copy(SPECS / (bug["pattern"] + ".lua"), folder))


@pytest.mark.parametrize("bug", BUGS, ids=[f"{bug['pattern']}-{i}" for i, bug in enumerate(BUGS)])
def test_a_planted_bug_is_caught(bug, tmp_path):
    spec = plant(tmp_path, bug)
    path = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]  # functions find boto3 beside pytest
    words = ["--color", "no", "--repeat", str(bug.get("repeat", 1)), f"{spec.name}::{bug['case']}"]
    run = subprocess.run([os.environ["SLRUN"], *words], cwd=tmp_path, text=True, env={**os.environ, "PATH": path},
                         capture_output=True, timeout=LIMIT, check=False)
    failures = [line for line in run.stdout.splitlines() if line.startswith("FAILED ")]
    assert run.returncode == 1 and failures, run.stdout + run.stderr
    assert any(f"{spec.name}::{bug['case']}" in line for line in failures), run.stdout
    assert bug["message"] in run.stdout


def test_each_pattern_with_a_stack_has_bugs():
    patterns = {spec.stem for spec in SPECS.glob("*.lua") if "  stack " in spec.read_text(encoding="utf-8")}
    few = {name for name in patterns if sum(bug["pattern"] == name for bug in BUGS) < LEAST}
    assert patterns and not few
