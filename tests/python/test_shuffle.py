# SPDX-License-Identifier: Apache-2.0
"""--shuffle and --seed: what starts when, and what is reported in which order."""
import os
import re
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds
HEADER = re.compile(r"^shuffled by --seed (\d+)$", re.MULTILINE)

# Each case tells when it starts; those with the fixture only while it is up.
SPEC = """
local up = false
fixture "of_file" {
  scope = "file",
  setup = function(t) up = true return { value = "up" } end,
  teardown = function() up = false end,
}
local function start(t) io.write("started ", t.name, "\\n") end
case "a" { each = { name = { "1", "2", "3", "4", "5", "6" } }, act = start }
case "b" {
  each = { name = { "f1", "f2", "f3" } }, uses = { "of_file" },
  act = function(t) start(t) expect(up):is_true() expect(t.of_file.value):equals "up" end,
}
case "alone" { each = { name = { "s1", "s2" } }, serial = true, act = start }
case "group" { each = { name = { "g1", "g2", "g3" } }, serial = "group", act = start }
case "broken" { each = { name = { "x1", "x2", "x3", "x4" } }, act = function(t) start(t) error "no" end }
"""
NAMES = "1 2 3 4 5 6 f1 f2 f3 s1 s2 g1 g2 g3 x1 x2 x3 x4".split()


@pytest.fixture
def folder(tmp_path):
    for name in "a", "b":
        (tmp_path / f"{name}.lua").write_text(SPEC.replace('"started "', f'"started {name} "'), encoding="utf-8")
    return tmp_path


def run(folder, *words, code=1):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run([SLRUN, *words, "a.lua", "b.lua"], cwd=folder, env=env, text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def started(out):
    return re.findall(r"started (\w \w+)$", out, re.MULTILINE)


EVERY = [f"{file} {name}" for file in "ab" for name in NAMES]


def test_without_it_cases_start_in_order(folder):
    out = run(folder, "-j1")
    assert started(out) == EVERY and not HEADER.search(out)


@pytest.mark.parametrize("jobs", ["-j1", "-j256"])
def test_a_seed_can_be_used_again(folder, jobs):
    first = run(folder, jobs, "--shuffle")
    seed = HEADER.search(first)[1]
    again = run(folder, jobs, "--seed", seed)
    assert HEADER.search(again)[1] == seed
    assert sorted(started(first)) == sorted(EVERY)
    if jobs == "-j1":  # else a fixture's set-up or a group's end may come in between
        assert started(first) == started(again)
    assert started(first) != EVERY


def test_other_seeds_other_orders(folder):
    orders = {tuple(started(run(folder, "-j1", "--seed", str(seed)))) for seed in (1, 2, 3)}
    assert len(orders) == 3


def test_drawn_seeds_differ(folder):
    seeds = {HEADER.search(run(folder, "--shuffle", "-q"))[1] for _ in range(3)}
    assert len(seeds) > 1


def test_those_that_run_alone_come_last(folder):
    order = started(run(folder, "-j8", "--seed", "5"))
    assert {name.split()[1] for name in order[-4:]} == {"s1", "s2"}


def test_reports_are_in_the_order_of_collection(folder):
    out = run(folder, "--seed", "5")
    wanted = [f"{file}.lua::broken[{name}]" for file in "ab" for name in ("x1", "x2", "x3", "x4")]
    assert re.findall(r"^FAILED '(\S+)' ", out, re.MULTILINE) == wanted
    assert re.findall(r"^_+ (\S+) _+$", out, re.MULTILINE) == wanted


@pytest.mark.parametrize("seed", ["0", "-1", "x", "4294967296"])
def test_what_is_no_seed(folder, seed):
    run(folder, "--seed", seed, code=4)
