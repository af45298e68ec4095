#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The words that the reference explains are those that slrun itself knows, and each key of a table takes
what the reference says.

usage: tables.py SLRUN SOURCE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "reference"))

import words

LIMIT = 90  # seconds
TOLD = ("global", "t", "wait", "expect", "type", "prelude", "banned")
INTERNAL = {("prelude", "claim_mt")}  # a metatable for slrun's own use
LATER = {("prelude", "presign"), ("prelude", "part")}  # bound to a plugin when its prelude runs (core/lua/language/prelude.c)

# How a key of a group is put into a spec, with a value that none takes.
NONE = "coroutine.create(print)"
FORMS = {
    "pattern": "pattern {{ name = 'a', {0} = %s }}",
    "case": "case 'a' {{ {0} = %s }}",
    "fixture": "fixture 'a' {{ setup = print, {0} = %s }}",
    "mark": "case 'a' {{ {0} = %s }}",
    "xfail": "case 'a' {{ xfail = {{ {0} = %s }} }}",
}


def run(slrun, folder, *files):
    env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"NO_COLOR": "1"}
    return subprocess.run([slrun, *files], env=env, cwd=folder, capture_output=True, text=True,
                          timeout=LIMIT, stdin=subprocess.DEVNULL, check=False)


def compare(slrun, groups):
    done = run(slrun, HERE, "tables.lua")
    known = set(re.findall(r"^word (\S+) (\S+)$", done.stdout, re.MULTILINE)) - INTERNAL | LATER
    told = {(group, name) for group in TOLD for name in groups[group]}
    if done.returncode != 0:
        yield f"tables.lua: exit code {done.returncode}\n{done.stdout}{done.stderr}"
    for group, name in sorted(known - told):
        yield f"{name} ({group}): slrun knows it, the reference does not"
    for group, name in sorted(told - known):
        yield f"{name} ({group}): in the reference, and slrun does not know it"


def probe(slrun, groups):
    """Each key with a value that it does not take: the error says what it does."""
    wanted = {}
    with tempfile.TemporaryDirectory() as folder:
        for group, form in FORMS.items():
            table = "case" if group == "mark" else group
            for name, word in groups[group].items():
                file = f"{group}_{name}.lua"
                pathlib.Path(folder, file).write_text((form % NONE).format(name) + "\n", encoding="utf-8")
                wanted[file] = f"{file}:1: {table}: '{name}' must be {word.value}, got thread"
        out = run(slrun, folder, *wanted).stdout
    return [f"not said: {message}" for message in wanted.values() if message not in out]


def main():
    slrun, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    groups = words.read_all(source)
    problems = [*compare(slrun, groups), *probe(slrun, groups)]
    print("\n".join(problems) or f"{sum(len(group) for group in groups.values())} words are as they are told")
    sys.exit(bool(problems))


main()
