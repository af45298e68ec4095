# SPDX-License-Identifier: Apache-2.0
"""slrun.yaml: where it is found, what it may say, who has the last word, and how mistakes are told."""
import os
import re
import subprocess

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds
WORDS_ONLY = {"config-file", "override", "rootdir", "define", "help", "version", "collect-only", "fixtures", "setup-plan"}
SPEC = """
local config = require "slrun.config"
pattern { name = "p", tags = { "stream" } }
for name, value in pairs(config) do print("config", name, math.type(value) or type(value), tostring(value)) end
case "first" (function() end)
case "second" { act = function() expect(1):equals(1) end }
"""

STACKED = """
pattern { name = "q", stack = "template.yaml" }
case "on a stack" (function(t) return t.stack.Name end)
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.lua").write_text(SPEC)
    return tmp_path


def run(folder, *words, code=0, **env):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "100"} | env
    env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run([SLRUN, *words], cwd=folder, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          timeout=LIMIT, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def write(folder, text, name="slrun.yaml"):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def jobs(out):
    return int(re.search(r", -j (\d+)$", out, re.MULTILINE)[1])


def options(folder):
    """(name, what it takes or None) of each option of a run."""
    said = run(folder, "--help").split("\ncommands:")[0]
    return re.findall(r"^ .{2,6}--([\w-]+)(?: (\S+))?", said, re.MULTILINE)


# Where it is found ---------------------------------------------------------------------------------

def test_none(folder):
    assert "configfile" not in run(folder, "a.lua")


def test_of_the_working_directory(folder):
    write(folder, "jobs: 3\n")
    out = run(folder)
    assert "configfile: slrun.yaml\n" in out and jobs(out) == 3


def test_of_a_folder_above(folder):
    write(folder, "jobs: 3\n")
    (folder / "sub" / "deep").mkdir(parents=True)
    out = run(folder / "sub" / "deep", "../../a.lua")
    assert f"configfile: {folder}/slrun.yaml\n" in out and jobs(out) == 3


def test_the_nearest_counts_alone(folder):
    write(folder, "jobs: 3\nregion: eu-west-1\n")
    write(folder / "sub", "jobs: 4\n")
    (folder / "sub" / "b.lua").write_text(SPEC)
    out = run(folder, "sub/b.lua::first")
    assert "configfile: sub/slrun.yaml\n" in out and jobs(out) == 4 and "us-east-1" in out


def test_of_what_the_arguments_have_in_common(folder):
    write(folder, "jobs: 3\n")
    for name in ("x", "y"):
        write(folder / name, "jobs: 9\n")
        (folder / name / "b.lua").write_text(SPEC)
    assert jobs(run(folder, "x", "y/b.lua")) == 3
    assert jobs(run(folder, "x", "x/b.lua")) == 9


def test_named(folder):
    write(folder, "jobs: 3\n")
    write(folder / "other", "jobs: 5\n", "my.yaml")
    out = run(folder, "a.lua", "-c", "other/my.yaml")
    assert "configfile: other/my.yaml\n" in out and jobs(out) == 5
    assert "none.yaml: the configuration file cannot be read: No such file" in run(folder, "-c", "none.yaml", code=4)


def test_conftest_holds_from_its_folder_on(folder):
    (folder / "conftest.lua").write_text('fixture "x" { autouse = true, setup = function() print "the conftest" end }')
    (folder / "sub").mkdir()
    (folder / "sub" / "b.lua").write_text(SPEC)
    assert "the conftest" not in run(folder / "sub", "-s", "b.lua")
    write(folder, "jobs: 3\n")
    assert "the conftest" in run(folder / "sub", "-s", "b.lua")
    assert "the conftest" not in run(folder / "sub", "-s", "b.lua", "--rootdir", ".")
    assert "No such file" in run(folder, "--rootdir", "nowhere", code=4)


def test_test_paths(folder):
    write(folder, "testpaths: [sub]\n")
    (folder / "sub").mkdir()
    (folder / "sub" / "b.lua").write_text(SPEC)
    assert run(folder, "--co", "-q").startswith("sub/b.lua::first\nsub/b.lua::second\n\n2 tests")
    assert run(folder, "--co", "-q", "a.lua").startswith("a.lua::first\n")
    (folder / "sub" / "specs").mkdir()
    (folder / "sub" / "specs" / "c.lua").write_text(SPEC)
    assert run(folder / "sub", "--co", "-q").startswith("specs/c.lua::first\n")


# Who has the last word -----------------------------------------------------------------------------

def test_precedence(folder):
    write(folder, "jobs: 3\n")
    assert jobs(run(folder)) == 3
    assert jobs(run(folder, "-o", "jobs=4")) == 4
    assert jobs(run(folder, SLRUN_ADDOPTS="-j 5")) == 5
    assert jobs(run(folder, "-o", "jobs=4", SLRUN_ADDOPTS="-j 5")) == 5
    assert jobs(run(folder, "-j", "6", "-o", "jobs=4", SLRUN_ADDOPTS="-j 5")) == 6


def test_lists_and_flags(folder):
    write(folder, "deselect: [\"a.lua::first\"]\nexitfirst: true\nverbose: 1\n")
    assert "1/2 tests collected (1 deselected)" in run(folder, "--co", "-q")
    assert "no tests collected (2 deselected)" in run(folder, "--co", "-q", "--deselect", "a.lua::second", code=5)
    assert "a.lua::second PASSED" in run(folder)
    assert "a.lua::second PASSED" not in run(folder, "-o", "verbose=0")
    assert "a.lua::first PASSED" in run(folder, "-o", "deselect=nothing")


def test_target(folder):
    write(folder, "endpoint-url: http://127.0.0.1:9\n")
    assert "target endpoint (http://127.0.0.1:9)" in run(folder)
    assert "target local (http" in run(folder, "--target", "local")
    write(folder, "target: aws\nregion: eu-west-1\nallowed-account: [\"012345678901\"]\n")
    assert "target endpoint (http://127.0.0.1:9)" in run(folder, "--endpoint-url", "http://127.0.0.1:9")
    assert "target local" in run(folder, "-o", "target=local")
    write(folder, "jobs: 1\n")
    assert "target local" in run(folder, AWS_ENDPOINT_URL="http://127.0.0.1:9", SLRUN_TARGET="aws")


def test_stacks(folder):
    write(folder, "endpoint-url: http://127.0.0.1:9\nstacks: { p: orders-test }\n")
    run(folder)
    run(folder, "--target", "local")
    assert "the local cloud puts stacks up itself" in run(folder, "--target", "local", "--stack", "x", code=4)
    (folder / "b.lua").write_text(STACKED)
    write(folder, "Resources: { Queue: { Type: AWS::SQS::Queue } }\n", "template.yaml")
    write(folder, "endpoint-url: http://127.0.0.1:9\nstacks: { q: from-the-file, r: another }\n")
    assert re.search("^stack q=from-the-file$", run(folder, "b.lua", code=1), re.MULTILINE)
    assert re.search("^stack q=mine$", run(folder, "b.lua", "--stack", "q=mine", code=1), re.MULTILINE)
    assert re.search("^stack mine$", run(folder, "b.lua", "--stack", "mine", code=1), re.MULTILINE)


def test_words_may_be_joined_by_underscores(folder):
    write(folder, "fail_on_flaky: true\nreruns_delay: 2m\nallowed_regions: eu-west-1\n")
    assert "unknown key 'allowed_regions'" in run(folder, code=4)
    write(folder, "fail_on_flaky: true\nreruns_delay: 2m\nallowed_region: eu-west-1\n")
    run(folder)


# What specs see ------------------------------------------------------------------------------------

def values(out):
    return dict(re.findall(r"^config\t(\w+)\t(\w+\t.*)$", out, re.MULTILINE))


def test_config(folder):
    write(folder, "config:\n  n: 3\n  x: 1.5\n  on: true\n  no: false\n  word: orders\n  id: \"007\"\n  yes: yes\n")
    assert values(run(folder)) == {"n": "integer\t3", "x": "float\t1.5", "on": "boolean\ttrue", "no": "boolean\tfalse",
                                   "word": "string\torders", "id": "string\t007", "yes": "string\tyes"}
    assert values(run(folder, "-D", "n=4", "-D", "new=5", "-Dword=8"))["n"] == "integer\t4"
    assert values(run(folder, "-D", "n=4", "-D", "new=5", "-Dword=8"))["new"] == "string\t5"
    assert values(run(folder, "-D", "n=4", "-D", "new=5", "-Dword=8"))["word"] == "string\t8"
    for wrong, said in (("n=x", "slrun.yaml has a number there"), ("on=1", "slrun.yaml has true or false there"),
                        ("=3", "write KEY=VALUE"), ("n", "write KEY=VALUE")):
        assert said in run(folder, "-D", wrong, code=4)


def test_tags(folder):
    write(folder, "tags: [slow]\n")
    assert "2 passed" in run(folder)
    assert "a.lua:3: 'stream' is no declared tag" in run(folder, "--strict-markers", code=2)
    write(folder, "strict-markers: true\ntags:\n  stream: records and their order\n")
    assert "2 passed" in run(folder, "-m", "stream and not skip")
    assert "-m: 'strem' is neither a mark nor a tag" in run(folder, "-m", "strem", code=4)
    assert "is no declared tag" in run(folder, "-o", "tags=[]", code=2)


# Mistakes ------------------------------------------------------------------------------------------

@pytest.mark.parametrize("text, said", [
    ("jobs: 1\njbos: 2\n", "slrun.yaml:2: unknown key 'jbos'\n  hint: did you mean 'jobs'?"),
    ("zzzzzzzz: 1\n", "slrun.yaml:1: unknown key 'zzzzzzzz'\n  hint: docs/command-line.md lists the keys"),
    ("\n\njobs: many\n", "slrun.yaml:3: jobs: 'many' is no number from 1 to 100000"),
    ("jobs: 0\n", "slrun.yaml:1: jobs: '0' is no number from 1 to 100000"),
    ("jobs: [1]\n", "slrun.yaml:1: 'jobs' must be a word or a number"),
    ("jobs:\n", "slrun.yaml:1: 'jobs' must be a word or a number"),
    ("shuffle: 1\n", "slrun.yaml:1: 'shuffle' must be true or false"),
    ("shuffle: \"true\"\n", "slrun.yaml:1: 'shuffle' must be true or false"),
    ("verbose: true\n", "slrun.yaml:1: 'verbose' must be a whole number from 0 to 10"),
    ("tb: medium\n", "slrun.yaml:1: tb: 'medium' is none of auto|long|short|line|no"),
    ("timeout: soon\n", "slrun.yaml:1: timeout: 'soon' is no duration"),
    ("ignore:\n  - a\n  - [b]\n", "slrun.yaml:2: 'ignore' must be a list of words"),
    ("tags: slow\n", "slrun.yaml:1: 'tags' must be a list of tags, or a map of tags to what they mean"),
    ("config: [1]\n", "slrun.yaml:1: 'config' must be a map of names to values"),
    ("stacks: orders\n", "slrun.yaml:1: 'stacks' must be a map of patterns to names of stacks"),
    ("testpaths: { a: b }\n", "slrun.yaml:1: 'testpaths' must be a list of words"),
    ("jobs: 1\njobs: 2\n", "slrun.yaml:2: a key stands there twice"),
    ("- jobs\n", "slrun.yaml: a map of keys to values is wanted"),
    ("jobs\n", "slrun.yaml: a map of keys to values is wanted"),
    ("jobs: [\n", "slrun.yaml:2: "),
    ("? [a]\n: b\n", "slrun.yaml:1: a key must be a word"),
    ("config: &x { a: *x }\n", "slrun.yaml:1: too deep"),
    ("config: { a: \"\\0\" }\n", "slrun.yaml:1: text that is not UTF-8, or has a NUL"),
    ("\tjobs: 1\n", "slrun.yaml:1: "),
])
def test_mistakes(folder, text, said):
    write(folder, text)
    assert run(folder, code=4).startswith("slrun: " + said)


@pytest.mark.parametrize("word, said", [
    ("jbos=2", "-o: unknown key 'jbos'"), ("jobs=[1]", "-o: 'jobs' must be a word or a number"), ("jobs", "-o jobs: write KEY=VALUE"),
    ("help=true", "-o: --help is for the command line only"), ("tags={", "-o:"),
])
def test_mistakes_of_overrides(folder, word, said):
    assert run(folder, "-o", word, code=4).startswith("slrun: " + said)


def test_bombs_are_refused(folder):
    levels = "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9))
    write(folder, "a: &a [x]\n" + levels)
    assert "too many values" in run(folder, code=4)
    write(folder, "config: { a: " + "x" * (1 << 20) + " }\n")
    assert "more than 1048576 bytes" in run(folder, code=4)


def test_an_empty_file_says_nothing(folder):
    for text in ("", "# nothing\n", "---\n", "{}\n"):
        write(folder, text)
        assert "configfile: slrun.yaml" in run(folder)


def test_every_option_is_a_key(folder):
    """Nothing is configured by a second table: the value that no option takes is refused by each of them, by name."""
    names = options(folder)
    assert len(names) > 50
    for name, takes in names:
        write(folder, f"# a comment\n{name}: {{ a: 1 }}\n")
        out = run(folder, code=4)
        if name in WORDS_ONLY:
            assert out.startswith(f"slrun: slrun.yaml:2: --{name} is for the command line only")
        else:
            assert out.startswith(f"slrun: slrun.yaml:2: '{name}' must be "), (name, takes, out)
