# SPDX-License-Identifier: Apache-2.0
"""slrun matrix: jobs, their names, and the words that their shells hand to slrun."""
import json
import os
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds


def spec(name, *cases, tags=""):
    head = f'pattern {{ name = "{name}", tags = {{ {tags} }} }}\n' if name else ""
    return head + "".join(f'case "{case}" (function() end)\n' for case in cases)


def slrun(folder, *words):
    return subprocess.run([SLRUN, *words], cwd=folder, text=True, capture_output=True, stdin=subprocess.DEVNULL,
                          timeout=LIMIT, check=False)


def matrix(folder, *words):
    done = slrun(folder, "matrix", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["include"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "specs").mkdir()
    for file, text in {
        "b.lua": spec("second", "one", "two", "three", tags='"slow", "s3"'),
        "a.lua": spec("first", "one", tags='"s3"'),
        "c c's.lua": spec("second", "four"),
        "d.lua": spec("", "five", "six"),
        "e.lua": spec("first: it's \\\"ü\\\" / $(x)", "seven"),
    }.items():
        (tmp_path / "specs" / file).write_text(text, encoding="utf-8")
    return tmp_path


def rows(entries):
    return [(entry["name"], entry["args"], entry["cases"]) for entry in entries]


def test_by_pattern(folder):
    assert rows(matrix(folder, "--by", "pattern")) == [
        ("first", "specs/a.lua", 1),
        ("second", r"""specs/b.lua 'specs/c c'\''s.lua'""", 4),
        ("d", "specs/d.lua", 2),
        ("first--it-s----------x-", "specs/e.lua", 1),
    ]


def test_by_pattern_is_the_default_and_stable(folder):
    first = slrun(folder, "matrix").stdout
    assert first == slrun(folder, "matrix", "--by=pattern", "specs").stdout
    assert first.count("\n") == 1 and first.endswith("\n")


def test_names_stay_apart(folder):
    (folder / "specs" / "f.lua").write_text(spec("a b", "x"), encoding="utf-8")
    (folder / "specs" / "g.lua").write_text(spec("a/b", "x"), encoding="utf-8")
    assert [e["name"] for e in matrix(folder, "specs/f.lua", "specs/g.lua")] == ["a-b", "a-b-2"]


def test_by_shard(folder):
    assert rows(matrix(folder, "--by", "shard=2")) == [
        ("shard-1-of-2", r"""specs/b.lua 'specs/c c'\''s.lua'""", 4),
        ("shard-2-of-2", "specs/a.lua specs/d.lua specs/e.lua", 4),
    ]


def test_no_shard_is_empty(folder):
    entries = matrix(folder, "--by", "shard=200")
    assert len(entries) == 5 and all(entry["cases"] > 0 for entry in entries)


@pytest.mark.parametrize("by", ["pattern", "shard=1", "shard=3", "tag"])
def test_every_case_once(folder, by):
    got = []
    for entry in matrix(folder, "--by", by):
        done = subprocess.run(["sh", "-c", f"{SLRUN} --co -q {entry['args']}"], cwd=folder, text=True,
                              capture_output=True, timeout=LIMIT, check=True)
        got += [line for line in done.stdout.splitlines() if "::" in line]
    every = [line for line in slrun(folder, "--co", "-q").stdout.splitlines() if "::" in line]
    assert len(every) == 8 and sorted(set(got)) == sorted(every)
    assert by == "tag" or len(got) == len(every)


@pytest.mark.parametrize("by", ["file", "shard", "shard=", "shard=0", "shard=-1", "shard=257", "shard=2x", "tags"])
def test_what_it_cannot_be_by(folder, by):
    done = slrun(folder, "matrix", "--by", by)
    assert done.returncode == 4 and "is not pattern" in done.stderr and done.stdout == ""


def test_no_cases(folder):
    """A job has whole files, so one for a case would run the others of its file, too."""
    done = slrun(folder, "matrix", "specs/a.lua", "specs/b.lua::one")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == "slrun: matrix takes files and folders, no cases: specs/b.lua::one\n"


def test_nothing_collected(tmp_path):
    done = slrun(tmp_path, "matrix")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == "slrun: no cases in 0 files: a matrix of no jobs\n"


def test_a_file_that_cannot_be_read(folder):
    (folder / "specs" / "z.lua").write_text("case(", encoding="utf-8")
    done = slrun(folder, "matrix")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ERROR collecting specs/z.lua" in done.stderr


def test_more_jobs_than_a_matrix_may_have(tmp_path):
    for i in range(257):
        (tmp_path / f"{i}.lua").write_text(spec(f"p{i}", "x"), encoding="utf-8")
    done = slrun(tmp_path, "matrix")
    assert (done.returncode, done.stdout) == (4, "")
    assert "more than 256 jobs" in done.stderr and "--by shard=N" in done.stderr
    assert len(matrix(tmp_path, "--by", "shard=256")) == 256


def test_by_tag(folder):
    assert rows(matrix(folder, "--by", "tag")) == [
        ("untagged", r"""'specs/c c'\''s.lua::four' specs/d.lua::five specs/d.lua::six specs/e.lua::seven""", 4),
        ("s3", "-m s3 specs/a.lua specs/b.lua", 4),
        ("slow", "-m slow specs/b.lua", 3),
    ]


def test_tags_that_m_cannot_name(tmp_path):
    (tmp_path / "a.lua").write_text('case "x y" { tags = { "and", "two words", "skip" }, act = function() end }\n', encoding="utf-8")
    assert [(e["name"], e["args"]) for e in matrix(tmp_path, "--by=tag", "a.lua")] == [
        ("and", "'a.lua::x y'"), ("skip", "'a.lua::x y'"), ("two-words", "'a.lua::x y'")]


def test_the_configuration_file_counts(folder):
    """testpaths, values for specs, files to pass over, and where conftest.lua files begin to hold."""
    (folder / "slrun.yaml").write_text("testpaths: [more]\nignore: [more/no.lua]\nconfig: { table: orders }\n")
    (folder / "more").mkdir()
    (folder / "more/yes.lua").write_text('case(require "slrun.config".table) (function() end)\n')
    (folder / "more/no.lua").write_text('case "not this" (function() end)\n')
    assert [job["args"] for job in matrix(folder)] == ["more/yes.lua"]
    (folder / "slrun.yaml").write_text("nonsense: 1\n")
    done = slrun(folder, "matrix")
    assert done.returncode == 4 and "slrun.yaml:1: unknown key 'nonsense'" in done.stderr
