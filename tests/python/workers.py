# SPDX-License-Identifier: Apache-2.0
"""What tests of -n share: runs in a folder of specs, and how they end."""
import json
import os
import re
import shutil
import subprocess
import time

import started

SLRUN = os.environ["SLRUN"]
CRASH, FAULT = os.environ["SLRUN_CRASH"], os.environ["SLRUN_FAULT"]
LIMIT = 120  # seconds; ends what hangs


def environment(folder):
    env = started.environment(folder) | {"LUA_CPATH_5_4": CRASH + "/?.so", "AWS_ACCESS_KEY_ID": "test",
                                         "AWS_SECRET_ACCESS_KEY": "test"}
    env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":handle_segv=0:handle_abort=0"
    return env


def begin(folder, *words, **options):
    return started.begin(folder, *words, env=environment(folder), **options)


class Done:
    def __init__(self, process):
        self.out, self.err = process.communicate(timeout=LIMIT)
        self.code = process.returncode
        assert "Sanitizer" not in self.err, self.err

    @property
    def last(self):
        return re.sub(r" in .*", "", self.out.strip().splitlines()[-1]).strip("= ")

    def outcomes(self):
        return {f"{m[1]}::{m[2]}": m[3] for m in re.finditer(r"^(\S+\.lua)::(.+?) ([A-Z]+) ", self.out, re.MULTILINE)}


def slrun(folder, *words, **options):
    return Done(begin(folder, *words, **options))


def copy_of_slrun(folder):
    """One that a spec may remove, so that no process can be started from it any more."""
    return shutil.copy(SLRUN, folder / "slrun")


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.lua").write_text(text)
    return folder


def ends(file):
    lines = [json.loads(line) for line in open(file, encoding="utf-8")]
    return {line["id"]: line for line in lines if line["event"] == "case_end"}


def wait_for(test, process):
    end = time.monotonic() + LIMIT
    while not test():
        assert process.poll() is None and time.monotonic() < end
        time.sleep(0.02)


STAYS = """
case "stays" { each = { i = { 1, 2 } }, act = function(t) t:defer(function() io.open("undone", "a"):write("x"):close() end)
  io.open("reached", "a"):write("x"):close() t:wait { poll = function() end, check = function() expect(1):equals(2) end, within = "1h" } end }
"""


def reached(folder, n):
    return lambda: (folder / "reached").exists() and len((folder / "reached").read_text()) == n


def alive(pid):
    try:
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(pid):
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(word) for word in out.split()]
