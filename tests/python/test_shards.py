# SPDX-License-Identifier: Apache-2.0
"""--shard, the durations it goes by, and slrun merge."""
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds


def slrun(folder, *words):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS") or k == "SLRUN_PLUGIN_PATH"}
    return subprocess.run([SLRUN, *map(str, words)], cwd=folder, env=env, text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)


def ids(folder, *words):
    done = slrun(folder, "--co", "-q", *words)
    assert done.returncode in (0, 5), done.stderr
    return [line for line in done.stdout.splitlines() if "::" in line]


def spec(*names, head=""):
    return head + "".join(f'case "{name}" (function() end)\n' for name in names)


def remember(folder, durations):
    (folder / ".slrun" / "cache").mkdir(parents=True, exist_ok=True)
    (folder / ".slrun" / "cache" / "durations").write_text(json.dumps(durations), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.lua").write_text(spec(*(f"a{i}" for i in range(9))), encoding="utf-8")
    (tmp_path / "b.lua").write_text(spec("b0", "b1"), encoding="utf-8")
    (tmp_path / "c.lua").write_text(spec("c0"), encoding="utf-8")
    return tmp_path


# Dealing out ------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 3, 5, 12, 40])
@pytest.mark.parametrize("known", [{}, {"a.lua::a3": 7, "c.lua::c0": 20}])
def test_all_shards_are_the_whole(folder, n, known):
    remember(folder, known)
    shards = [ids(folder, "--shard", f"{i + 1}/{n}") for i in range(n)]
    assert sorted(sum(shards, [])) == sorted(ids(folder)), "each case in one shard"
    assert shards[0] == ids(folder, "--shard", f"1/{n}"), "the same again"
    if not known:
        sizes = [len(shard) for shard in shards]
        assert max(sizes) - min(sizes) <= 1, sizes


def test_what_took_long_is_balanced(folder):
    remember(folder, {"c.lua::c0": 100} | {f"a.lua::a{i}": 10 for i in range(9)} | {"b.lua::b0": 5, "b.lua::b1": 5})
    assert ids(folder, "--shard=1/2") == ["c.lua::c0"]
    assert len(ids(folder, "--shard=2/2")) == 11


def test_what_is_not_known_takes_the_mean(folder):
    remember(folder, {"c.lua::c0": 3, "b.lua::b0": 1})  # the mean is 2
    first, second = ids(folder, "--shard=1/2"), ids(folder, "--shard=2/2")
    weight = lambda shard: sum({"c.lua::c0": 3, "b.lua::b0": 1}.get(case, 2) for case in shard)
    assert sorted([weight(first), weight(second)]) == [11, 13]


def test_a_file_with_a_fixture_of_its_own_stays_whole(folder):
    (folder / "a.lua").write_text(spec(*(f"a{i}" for i in range(9)), head='fixture "f" { scope = "file", autouse = true, setup = function() return 1 end }\n'))
    first, second = ids(folder, "--shard=1/2"), ids(folder, "--shard=2/2")
    assert len(first) == 9 and {case[0] for case in first} == {"a"} and len(second) == 3


def test_files_stay_whole_where_they_can(folder):
    (folder / "d.lua").write_text(spec("d0"))
    shards = [ids(folder, f"--shard={i + 1}/2", "b.lua", "c.lua", "d.lua") for i in range(2)]
    assert shards == [["b.lua::b0", "b.lua::b1"], ["c.lua::c0", "d.lua::d0"]]


def test_a_shard_of_what_is_selected(folder):
    shards = [ids(folder, f"--shard={i + 1}/2", "-k", "a1 or b1 or c0 or a2") for i in range(2)]
    assert sorted(sum(shards, [])) == ["a.lua::a1", "a.lua::a2", "b.lua::b1", "c.lua::c0"]
    assert [len(shard) for shard in shards] == [2, 2]


def test_the_head_tells(folder):
    done = slrun(folder, "--shard", "2/3")
    assert done.returncode == 0 and "\nshard 2/3: 4 of 12 cases\n" in done.stdout, done.stdout


def test_a_shard_without_cases_is_no_failure(folder):
    done = slrun(folder, "--shard=2/2", "c.lua", "--report-json=r.jsonl", "--junitxml=j.xml")
    assert done.returncode == 0 and "no tests ran" in done.stdout, done.stdout
    assert "shard 2/2: 0 of 1 cases" in done.stdout
    assert [json.loads(line)["event"] for line in open(folder / "r.jsonl", encoding="utf-8")] == ["run_begin", "run_end"]
    assert slrun(folder, "--shard=1/2", "c.lua", "-k", "nothing").returncode == 5


@pytest.mark.parametrize("shard", ["1", "0/2", "3/2", "a/2", "1/", "1/2x", "-1/2", "1/10001", "1/2/3"])
def test_what_is_no_shard(folder, shard):
    done = slrun(folder, f"--shard={shard}")
    assert done.returncode == 4 and "is no shard" in done.stderr and "--shard 2/4" in done.stderr


def test_durations_are_kept(folder):
    remember(folder, {"gone.lua::x": 3})
    (folder / "slow.lua").write_text('case "s" (function(t) t:sleep "1.2s" end)\ncase "skipped" { skip = "no", act = function() end }\n')
    assert slrun(folder, "slow.lua", "--clock=real").returncode == 0
    kept = json.loads((folder / ".slrun/cache/durations").read_text())
    assert set(kept) == {"gone.lua::x", "slow.lua::s"} and kept["slow.lua::s"] > 1.1


def test_a_short_run_and_a_shard_keep_nothing(folder):
    """Else the next shard would be dealt out by what this one took."""
    (folder / "c.lua").write_text('case "s" (function(t) t:sleep "1.2s" end)\n')
    assert slrun(folder, "b.lua").returncode == 0
    assert slrun(folder, "c.lua", "--clock=real", "--shard=1/1").returncode == 0 and not (folder / ".slrun").exists()


def test_a_cache_that_is_nonsense_is_none(folder):
    for text in ('{"a.lua::a1": "x", "a.lua::a2": -3, "a.lua::a3": 1e300}', "[]", "{"):
        remember(folder, {})
        (folder / ".slrun/cache/durations").write_text(text)
        assert sorted(ids(folder, "--shard=1/2") + ids(folder, "--shard=2/2")) == sorted(ids(folder))


def test_the_matrix_is_balanced_too(folder):
    remember(folder, {"c.lua::c0": 100})
    done = slrun(folder, "matrix", "--by=shard=2", ".")
    rows = [(row["args"], row["cases"]) for row in json.loads(done.stdout)["include"]]
    # the mean is 100, so it is as by count
    assert rows == [("a.lua", 9), ("b.lua c.lua", 3)]
    remember(folder, {"c.lua::c0": 100} | {case: 1 for case in ids(folder, "a.lua", "b.lua")})
    done = slrun(folder, "matrix", "--by=shard=2", ".")
    assert [row["args"] for row in json.loads(done.stdout)["include"]] == ["c.lua", "a.lua b.lua"]


# Merging ----------------------------------------------------------------------------------------

MIXED = """
case "passes" { each = { n = { 20, 3, 100 } }, act = function(t) t:attach("x", "yz") end }
case "fails" (function() print "noted" expect(1):equals(2) end)
case "skipped" { skip = "not today", act = function() end }
case "unclean" { act = function() end, teardown = function() error "dirt" end }
local tries = 0
case "flaky" { retries = 1, act = function() tries = tries + 1 expect(tries):equals(2) end }
case "xfailed" { xfail = "known", act = function() error "x" end }
"""


def counts(text):
    return re.sub(r" in .*", "", text.strip().splitlines()[-1]).strip("= ")


def cases(xml):
    suite = ET.parse(xml).getroot()[0]
    return [(c.get("classname"), c.get("name"), [e.tag for e in c]) for c in suite.iter("testcase")], \
        {key: suite.get(key) for key in ("errors", "failures", "skipped", "tests")}


def test_shards_merged_are_the_run(folder):
    (folder / "m.lua").write_text(MIXED)
    whole = slrun(folder, "--junitxml=whole.xml", "--tap=whole.tap")
    for i in range(3):
        slrun(folder, f"--shard={i + 1}/3", f"--report-json={i}.jsonl")
    done = slrun(folder, "merge", "2.jsonl", "0.jsonl", "1.jsonl", "--junitxml=merged.xml", "--tap=merged.tap", "--report-json=merged.jsonl")
    assert done.returncode == whole.returncode == 1, done.stderr
    assert counts(done.stdout) == counts(whole.stdout) and "FAILED m.lua::fails" in done.stdout
    assert done.stderr == ""
    assert cases(folder / "merged.xml") == cases(folder / "whole.xml")
    assert ", 3 reports\n" in done.stdout
    once_more = slrun(folder, "merge", "-q", "merged.jsonl", "--junitxml=again.xml")
    assert once_more.returncode == 1 and cases(folder / "again.xml") == cases(folder / "whole.xml")
    strip = lambda name: re.sub(r" at 0x\w+|r\w{9}-\w+", "", (folder / name).read_text())
    assert strip("merged.tap") == strip("whole.tap")


def test_roots_and_folders_differ(tmp_path):
    for name in ("one", "two", "three"):
        root = tmp_path / name
        (root / ".git").mkdir(parents=True)
        (root / "specs" / "deep").mkdir(parents=True)
        (root / "specs" / "a.lua").write_text(spec("a"))
        (root / "specs" / "deep" / "b.lua").write_text(spec("b"))
        (root / "c.lua").write_text(spec("c"))
    assert slrun(tmp_path / "one", "specs/a.lua", "--report-json=../1.jsonl").returncode == 0
    assert slrun(tmp_path / "two" / "specs", "deep/b.lua", "--report-json=../../2.jsonl").returncode == 0
    absolute = tmp_path / "three" / "c.lua"
    assert slrun(tmp_path / "three" / "specs" / "deep", absolute, "--report-json=../../../3.jsonl").returncode == 0
    done = slrun(tmp_path, "merge", "-v", "1.jsonl", "2.jsonl", "3.jsonl")
    assert done.returncode == 0
    assert re.findall(r"^(\S+::\w+) PASSED", done.stdout, re.MULTILINE) == ["c.lua::c", "specs/a.lua::a", "specs/deep/b.lua::b"]


def test_one_folder_keeps_its_ids(folder):
    slrun(folder, "c.lua", "--report-json=1.jsonl")
    assert "c.lua::c0 PASSED" in slrun(folder, "merge", "-v", "1.jsonl").stdout


def test_missing_shards_are_named(folder):
    for i in (1, 3):
        slrun(folder, f"--shard={i}/4", f"--report-json={i}.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "3.jsonl")
    assert done.returncode == 2
    assert "slrun: shard 2/4 is missing\nslrun: shard 4/4 is missing\n" in done.stderr
    assert "!! not the whole: shard 2/4 is missing !!" in done.stdout


def test_cases_in_two_reports(folder):
    slrun(folder, "b.lua", "--report-json=1.jsonl")
    (folder / "b.lua").write_text('case "b0" (function() error "now" end)\n')
    slrun(folder, "b.lua", "c.lua", "--report-json=2.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "2.jsonl")
    assert done.returncode == 1 and counts(done.stdout) == "1 failed, 2 passed"
    assert "1 case is in more than one report; the last counts:\nslrun:   b.lua::b0\n" in done.stderr
    done = slrun(folder, "merge", "2.jsonl", "1.jsonl")
    assert done.returncode == 0 and counts(done.stdout) == "3 passed"


def test_shards_that_were_dealt_out_differently(folder):
    slrun(folder, "--shard=1/2", "--report-json=1.jsonl")
    remember(folder, {"c.lua::c0": 100} | {case: 1 for case in ids(folder, "a.lua", "b.lua")})
    slrun(folder, "--shard=2/2", "--report-json=2.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "2.jsonl")
    assert done.returncode == 2 and "of 12: were they dealt out by different durations" in done.stderr, done.stderr


def test_shards_that_could_not_be_collected(folder):
    """They have no case, and what was dealt out is not to blame."""
    (folder / "d.lua").write_text("case {}\n")
    for i in (1, 2):
        slrun(folder, f"--shard={i}/2", f"--report-json={i}.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "2.jsonl")
    assert done.returncode == 2 and "case takes a name" in done.stdout, done.stdout
    assert "1.jsonl: Interrupted: 1 error during collection" in done.stderr and "dealt out" not in done.stderr + done.stdout


def test_a_run_that_was_lost(folder):
    slrun(folder, "b.lua", "c.lua", "-j1", "--report-json=1.jsonl")
    lines = (folder / "1.jsonl").read_text().splitlines(keepends=True)
    cut = next(i for i, line in enumerate(lines) if '"case_begin"' in line and "b1" in line)
    (folder / "2.jsonl").write_text("".join(lines[:cut + 1]) + lines[cut + 1][:30])
    done = slrun(folder, "merge", "2.jsonl", "--junitxml=j.xml")
    assert done.returncode == 2 and counts(done.stdout) == "1 passed, 1 error"
    assert "ERROR b.lua::b1 - its run ended before it did" in done.stdout
    assert "2.jsonl: the run did not come to its end" in done.stderr
    assert cases(folder / "j.xml")[1]["errors"] == "1"


def test_files_that_could_not_be_collected(folder):
    (folder / "z.lua").write_text("case(")
    slrun(folder, "z.lua", "--report-json=1.jsonl")
    slrun(folder, "c.lua", "--report-json=2.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "2.jsonl")
    assert done.returncode == 2 and "ERROR collecting z.lua" in done.stdout and counts(done.stdout) == "1 passed, 1 error"
    for shard in (1, 2):
        slrun(folder, "c.lua", "z.lua", f"--shard={shard}/2", f"--report-json={shard}.jsonl")
    (folder / "z.lua").write_text("pattern(")
    slrun(folder, "z.lua", "--report-json=3.jsonl")
    done = slrun(folder, "merge", "1.jsonl", "2.jsonl", "3.jsonl")
    assert done.stdout.count("ERROR collecting z.lua") == 2 and "2 errors" in counts(done.stdout)


def test_fixtures_that_broke(folder):
    (folder / "f.lua").write_text('fixture "f" { scope = "file", setup = function() return 1 end, teardown = function() error "no" end }\n'
                                  'case "u" { uses = { "f" }, act = function() end }\n')
    assert slrun(folder, "f.lua", "--report-json=1.jsonl").returncode == 1
    done = slrun(folder, "merge", "1.jsonl")
    assert done.returncode == 1 and "ERROR f.lua - clean-up of fixture 'f'" in done.stdout and counts(done.stdout) == "1 passed, 1 error"


def test_two_reports_in_one_file(folder):
    slrun(folder, "b.lua", "--report-json=1.jsonl")
    slrun(folder, "c.lua", "--report-json=2.jsonl")
    (folder / "both.jsonl").write_text((folder / "1.jsonl").read_text() + (folder / "2.jsonl").read_text())
    done = slrun(folder, "merge", "both.jsonl")
    assert done.returncode == 0 and counts(done.stdout) == "3 passed"


BEGIN, END = ('{"schema":"slrun-report/1","event":"run_%s"}\n' % word for word in ("begin", "end"))


def test_a_shard_that_cannot_be_is_none(folder):
    (folder / "x.jsonl").write_text(BEGIN.replace("}", ',"shard":"1/4294967295"}') + END)
    done = slrun(folder, "merge", "x.jsonl")
    assert done.returncode == 5 and "is missing" not in done.stdout + done.stderr, done.stderr


def test_too_many_reports(folder):
    (folder / "x.jsonl").write_text(BEGIN * 20001)
    done = slrun(folder, "merge", "x.jsonl")
    assert done.returncode == 4 and "x.jsonl: more than 20000 reports" in done.stderr, done.stderr


@pytest.mark.parametrize("text", ["", "{}\n", "nonsense\n", '{"schema":"slrun-report/1","event":"case_end","id":"x"}\n',
                                  '{"schema":"slrun-report/2","event":"run_begin"}\n'])
def test_what_is_no_report(folder, text):
    (folder / "x.jsonl").write_text(text)
    done = slrun(folder, "merge", "x.jsonl")
    assert done.returncode == 4 and "x.jsonl:1: this is no report of --report-json" in done.stderr, done.stderr


def test_nothing_to_merge(folder):
    assert slrun(folder, "merge").returncode == 4
    done = slrun(folder, "merge", "absent.jsonl")
    assert done.returncode == 4 and "absent.jsonl: no report of --report-json can be read: No such file" in done.stderr
    done = slrun(folder, "merge", ".")
    assert done.returncode == 4 and "slrun: .: no report of --report-json can be read: Is a directory\n  hint: run the specs" in done.stderr


def test_durations_of_all_machines(folder):
    for i in (1, 2):
        slrun(folder, f"--shard={i}/2", f"--report-json={i}.jsonl")
    assert slrun(folder, "merge", "1.jsonl", "2.jsonl").returncode == 0 and not (folder / ".slrun").exists()
    assert slrun(folder, "merge", "--store-durations", "1.jsonl", "2.jsonl").returncode == 0
    assert len(json.loads((folder / ".slrun/cache/durations").read_text())) == 12
