# SPDX-License-Identifier: Apache-2.0
"""--lf, --ff, --nf and --sw, and the cache that they live on."""
import json
import os
import re
import signal
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds
SPEC = """
local function passes() end
local function fails() if not io.open "mended" then error "no" end end
case "a" (passes)
case "b" (fails)
case "c" (fails)
case "d" (passes)
"""


@pytest.fixture
def folder(tmp_path):
    for i, name in enumerate(("x.lua", "y.lua")):
        (tmp_path / name).write_text(SPEC, encoding="utf-8")
        os.utime(tmp_path / name, (1000 + i, 1000 + i))
    return tmp_path


def start(folder, *words):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return subprocess.Popen([SLRUN, "-v", "-j1", *words], cwd=folder, env=env, text=True, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def run(folder, *words):
    """Exit code, what ran, the whole text."""
    process = start(folder, *words)
    out, err = process.communicate(timeout=LIMIT)
    ran = re.findall(r"^(\w+)\.lua::(\w+) [A-Z]+ ", out, re.MULTILINE)
    return process.returncode, " ".join(file + name for file, name in ran), out + err


def kept(folder, name="lastfailed"):
    return json.loads((folder / ".slrun" / "cache" / name).read_text(encoding="utf-8"))


ALL = "xa xb xc xd ya yb yc yd"


def test_last_failed(folder):
    code, ran, text = run(folder, "--lf")
    assert (code, ran) == (1, ALL) and "run-last-failure: no previously failed tests, not deselecting items.\n" in text
    assert list(kept(folder)) == ["x.lua::b", "x.lua::c", "y.lua::b", "y.lua::c"]
    code, ran, text = run(folder, "--lf")
    assert (code, ran) == (1, "xb xc yb yc") and "run-last-failure: rerun previous 4 failures\n" in text
    assert "deselected" not in text
    code, ran, text = run(folder, "--last-failed", "-k", "b")
    assert (code, ran) == (1, "xb yb") and "rerun previous 2 failures" in text and "2 deselected" in text
    code, ran, text = run(folder, "--lf", "x.lua::a")
    assert (code, ran) == (0, "xa") and "run-last-failure: 4 known failures not in selected tests" in text
    assert run(folder, "--lf", "-k", "d")[0] == 5
    assert len(kept(folder)) == 4


def test_what_passes_is_forgotten(folder):
    run(folder)
    (folder / "mended").touch()
    assert run(folder, "--lf", "y.lua")[:2] == (0, "yb yc")
    assert list(kept(folder)) == ["x.lua::b", "x.lua::c"]
    assert run(folder, "--lf")[:2] == (0, "xb xc")
    assert kept(folder) == {}
    assert run(folder, "--lf")[:2] == (0, ALL)
    code, ran, text = run(folder, "--lf", "--lfnf=none")
    assert (code, ran) == (5, "") and "8 deselected" in text


def test_failed_first(folder):
    run(folder)
    code, ran, text = run(folder, "--ff")
    assert (code, ran) == (1, "xb xc yb yc xa xd ya yd") and "rerun previous 4 failures first" in text


def test_new_first(folder):
    assert run(folder, "--nf")[1] == "ya yb yc yd xa xb xc xd"  # the newest file
    (folder / "x.lua").write_text(SPEC + 'case "e" (passes)', encoding="utf-8")
    os.utime(folder / "x.lua", (500, 500))
    assert run(folder, "--nf")[1] == "xe ya yb yc yd xa xb xc xd"
    assert run(folder, "--nf")[1] == "ya yb yc yd xa xb xc xd xe"


def test_stepwise(folder):
    code, ran, text = run(folder, "--sw")
    assert (code, ran) == (2, "xa xb") and "stepwise: no previously failed tests, not skipping." in text
    assert "!! Interrupted: Test failed, continuing from this test next run. !!" in text
    code, ran, text = run(folder, "--sw")
    assert (code, ran) == (2, "xb") and "stepwise: skipping 1 already passed item." in text and "1 deselected" in text
    assert run(folder, "--sw-skip")[:2] == (2, "xb xc")
    assert run(folder, "--sw")[:2] == (2, "xc")
    (folder / "mended").touch()
    assert run(folder, "--sw")[:2] == (0, "xc xd ya yb yc yd")
    assert run(folder, "--sw")[:2] == (0, ALL)


def test_runs_that_pass_leave_no_cache(folder):
    (folder / "mended").touch()
    assert run(folder)[0] == 0 and not (folder / ".slrun").exists()


def test_the_cache_tells_what_it_is(folder):
    run(folder)
    cache = folder / ".slrun" / "cache"
    assert (cache / "CACHEDIR.TAG").read_text(encoding="ascii").startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (cache / ".gitignore").read_text(encoding="ascii") == "*\n" and (cache / "README.md").exists()


@pytest.mark.parametrize("text", ["", "[", "[1]", "\0", '{"x.lua::b": 1'])
def test_a_cache_that_cannot_be_read_is_none(folder, text):
    (folder / ".slrun" / "cache").mkdir(parents=True)
    (folder / ".slrun" / "cache" / "lastfailed").write_text(text, encoding="utf-8")
    assert run(folder, "--lf")[:2] == (1, ALL)
    assert len(kept(folder)) == 4


def test_a_cache_that_cannot_be_written(folder):
    (folder / ".slrun").touch()  # no directory; rights would not stop root
    code, ran, text = run(folder)
    assert (code, ran) == (1, ALL) and "slrun: the cache .slrun/cache cannot be written: " in text


def test_two_runs_at_once(folder):
    both = [start(folder, "x.lua"), start(folder, "y.lua")]
    for process in both:
        process.communicate(timeout=LIMIT)
    assert len(kept(folder)) == 4


def test_a_run_that_is_interrupted_keeps_what_it_knows(folder):
    run(folder)
    (folder / "z.lua").write_text('case "a" (function() print "waits" io.stdout:flush() end)\n'
                                  'case "z" (function(t) io.open("there", "w"):close() t:sleep "80s" end)\n', encoding="utf-8")
    (folder / "mended").touch()
    process = start(folder, "--clock=real", "x.lua", "z.lua")
    for line in process.stdout:
        if "z.lua::a PASSED" in line:
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=LIMIT)
    assert process.returncode == 2
    assert {"y.lua::b", "y.lua::c"} <= set(kept(folder)) and "x.lua::b" not in kept(folder)
