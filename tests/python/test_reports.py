# SPDX-License-Identifier: Apache-2.0
"""Report files as their readers see them: Jenkins' schema, junitparser, prove, and readers of what is not yet ended."""
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from junitparser import JUnitXml

SLRUN = os.environ["SLRUN"]
SPEC = Path(__file__).parent / "reports.lua"
SCHEMA = Path(sys.prefix) / "share/junit-10.xsd"
WITHIN = 60
OUTCOMES = {"passed": 5, "failed": 3, "timeout": 1, "error": 4, "skipped": 1, "xfailed": 1, "xpassed": 0, "flaky": 1}


def slrun(*args, cwd, **env):
    return subprocess.run([SLRUN, *map(str, args)], cwd=cwd, env={**os.environ, "GITHUB_ACTIONS": "", **env}, timeout=WITHIN,
                          capture_output=True, text=True, check=False)


@pytest.fixture(name="run", scope="module")
def runs_once(tmp_path_factory):
    """All reports of one run, in folders that are not there before."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "specs/deep").mkdir(parents=True)
    shutil.copy(SPEC, folder / "specs/deep/reports.lua")
    done = slrun("specs", "--junitxml=out/j/junit.xml", "--tap", "out/t.tap", "--report-json=out/r.jsonl", cwd=folder)
    assert done.returncode == 1, done.stderr
    return folder, done


def test_junit_is_valid(run):
    xmlschema.XMLSchema(SCHEMA).validate(run[0] / "out/j/junit.xml")


def test_junit_as_junitparser_reads_it(run):
    suite, = JUnitXml.fromfile(str(run[0] / "out/j/junit.xml"))
    assert (suite.failures, suite.errors, suite.skipped) == (4, 4, 2)
    cases = list(suite)
    assert suite.tests == len(cases) == 15
    assert {case.classname for case in cases} == {"specs.deep.reports"}
    assert [case.name for case in cases][:4] == ['passes <&">', "passes with parameters[1]", "passes with parameters[20]",
                                                 "fails # with a sign"]
    by_name = Counter(case.name for case in cases)
    assert by_name["fails and cleans up badly"] == 2 and by_name["cleans up badly"] == 1


def found(run, name):
    return [case for case in ElementTree.parse(run[0] / "out/j/junit.xml").iter("testcase") if case.get("name") == name]


def test_junit_says_what_failed(run):
    failed, = found(run, "fails # with a sign")
    failure = failed.find("failure")
    assert "#x01" in failure.get("message") + failure.text and "reports.lua:" in failure.text
    assert failed.find("system-out").text == "said <so>#x07\n"
    skipped, = found(run, "is skipped")
    assert skipped.find("skipped").get("message") == "not: today, 100%"
    assert re.match(r"specs/deep/reports.lua:\d+: not: today", skipped.find("skipped").text)
    xfailed, = found(run, "is expected to fail")
    assert xfailed.find("skipped").get("type") == "slrun.xfail"
    slow, = found(run, "is too slow")
    assert "timeout after 0.2 s" in slow.find("failure").get("message") and slow.find("failure").get("type") == "timeout"
    assert failure.get("type") == "failed" and found(run, "breaks in seed")[0].find("error").get("type") == "error"
    unclean, = found(run, "cleans up badly")
    assert unclean.find("error").get("message").startswith('failed on teardown with "specs/deep/reports.lua:')
    kept, = found(run, "fixture kept")
    assert kept.find("error").get("message").startswith("failed on clean-up of fixture 'kept' with \"specs")
    assert kept.find("error").text.endswith("in field 'teardown'")


def test_junit_keeps_lines_of_a_reason(tmp_path):
    (tmp_path / "a.lua").write_text('case "a" { skip = "one <\\ntwo\\n\\nfour", act = print }')
    slrun("a.lua", "--junitxml=j.xml", cwd=tmp_path)
    assert ElementTree.parse(tmp_path / "j.xml").find(".//skipped").get("message") == "one <\ntwo\n\nfour"


def test_junit_has_every_try(run):
    flaky, = found(run, "is flaky")
    assert [e.tag for e in flaky] == ["flakyFailure", "flakyFailure"]
    assert ["got 1" in flaky[0].get("message"), "got 2" in flaky[1].get("message")] == [True, True]
    failed, = found(run, "fails at every try")
    assert [e.tag for e in failed] == ["failure", "rerunFailure"]


def test_tap_as_prove_reads_it(run):
    done = subprocess.run(["prove", "--exec", "cat", str(run[0] / "out/t.tap")], capture_output=True, text=True, timeout=WITHIN,
                          check=False)
    assert "Failed 7/14 subtests" in done.stdout, done.stdout
    assert "Parse errors" not in done.stdout
    text = (run[0] / "out/t.tap").read_text()
    assert r"not ok 9 - specs/deep/reports.lua::is expected to fail # TODO known \# bug" in text
    tries = re.findall(r"^# (try .*|E  tries: .*)$", text, re.M)
    assert tries == ["try 1 failed:", "E  tries: expected 3, got 1", "try 2 failed:", "E  tries: expected 3, got 2", "try 1 failed:"]
    assert re.search(r"^not ok \d+ - specs/deep/reports.lua::fixture kept$", text, re.M)
    assert re.search(r"^ok \d+ - .*is skipped # SKIP not: today, 100%$", text, re.M)


def test_json_lines(run):
    lines = [json.loads(line) for line in (run[0] / "out/r.jsonl").read_text().splitlines()]
    assert {line["schema"] for line in lines} == {"slrun-report/1"}
    assert lines[0]["event"] == "run_begin" and lines[0]["cases"] == 13
    assert lines[-1]["event"] == "run_end"
    ends = [line for line in lines if line["event"] == "case_end"]
    assert Counter(line["outcome"] for line in ends) == Counter(
        {"passed": 5, "failed": 3, "error": 1, "skipped": 1, "xfailed": 1, "flaky": 1, "timeout": 1})
    assert {name: lines[-1]["counts"][name] for name in OUTCOMES} == OUTCOMES
    flaky, = (line for line in ends if line["outcome"] == "flaky")
    assert len(flaky["tries"]) == 2 and flaky["id"] == "specs/deep/reports.lua::is flaky"
    assert ends[0]["attachments"] == [{"name": "note.txt", "size": 5}]
    assert [phase["name"] for phase in ends[0]["phases"]] == ["act"]
    fixture, = (line for line in lines if line["event"] == "fixture_end")
    assert "clean-up breaks" in fixture["problems"][0]["failure"]["summary"]


def test_the_terminal_is_not_silenced(run):
    assert "3 failed, 1 timeout, 5 passed" in run[1].stdout


def test_github(tmp_path):
    shutil.copy(SPEC, tmp_path / "a.lua")
    done = slrun("a.lua", cwd=tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    notes = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(notes) == 8
    assert any(re.match(r"::error file=a\.lua,line=\d+,title=FAILED fails # with a sign::", note) for note in notes)
    summary = (tmp_path / "summary.md").read_text()
    assert summary.startswith("### slrun: 3 failed, 1 timeout, 5 passed") and summary.count("<details>") == summary.count("</details>") == 9
    assert re.search(r"FLAKY <code>a\.lua::.*?</code></summary>\n\npassed at try 3\n\ntry 1:\n\n<pre>a\.lua:\d+\n", summary)
    assert "::error" not in slrun("a.lua", "--github=no", cwd=tmp_path, GITHUB_ACTIONS="true").stdout
    (tmp_path / "b.lua").write_text('case "late" (function()\n  local one = 1\n  expect(one):equals(2)\nend)\n')
    assert "::error file=b.lua,line=3,title=FAILED late::one: expected 2, got 1" in slrun("b.lua", cwd=tmp_path, GITHUB_ACTIONS="true").stdout
    (tmp_path / "b.lua").write_text("\ncase {\n")
    assert "::error file=b.lua,line=3,title=ERROR in collection::" in slrun("b.lua", cwd=tmp_path, GITHUB_ACTIONS="true").stdout
    (tmp_path / "broken.md").write_text("of a step before\n")
    slrun("b.lua", cwd=tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path / "broken.md"))
    assert re.fullmatch(r"of a step before\n### slrun: 1 error in [\d.]+ s\n\nInterrupted: 1 error during collection\n\n"
                        r"<details><summary>ERROR collecting <code>b\.lua</code></summary>\n\n<pre>b\.lua:3: .*</pre>\n</details>\n\n", (tmp_path / "broken.md").read_text(), re.DOTALL)
    wrong = slrun("a.lua", "--github=perhaps", cwd=tmp_path)
    assert wrong.returncode == 4 and "none of yes, no and auto" in wrong.stderr


def test_github_takes_no_more_of_a_step(tmp_path):
    """A mebibyte, or nothing at all: each failure is there as a whole, and the others are counted."""
    (tmp_path / "a.lua").write_text('for i = 1, 80 do case("wrong " .. i) (function() error(("y"):rep(15000)) end) end\n')
    file = tmp_path / "summary.md"
    for room in range(2):
        slrun("a.lua", "-q", "--tb=no", cwd=tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(file))
        text = file.read_text()
        assert 950_000 < len(text.encode()) < 1 << 20 and text.count("<details>") == text.count("</pre>\n</details>\n")
        left = [int(n) for n in re.findall(r"^(\d+) more, for which GitHub has no room here", text, re.MULTILINE)]
        assert text.count("<details>") + sum(left) == 80 * (room + 1) and len(left) == room + 1


def test_github_attaches_annotations(tmp_path):
    """Their paths are those of the repository, wherever slrun runs; without .git the workspace stands for it."""
    deep = tmp_path / "repository/system/specs"
    deep.mkdir(parents=True)
    for file in (deep / "a.lua", deep.parent / "b.lua", tmp_path / "c.lua"):
        file.write_text('case "no" (function()\n  expect(1):equals(2)\nend)\n')

    def files(*words, cwd=deep.parent, **env):
        return re.findall("^::error file=(.*?),line=2", slrun(*words, cwd=cwd, GITHUB_ACTIONS="true", **env).stdout, re.MULTILINE)
    assert files("specs", "b.lua") == ["specs/a.lua", "b.lua"]
    workspace = {"GITHUB_WORKSPACE": str(tmp_path / "repository")}
    assert files("specs", "b.lua", **workspace) == ["system/specs/a.lua", "system/b.lua"]
    (tmp_path / "repository/.git").mkdir()
    assert files("specs", "b.lua", GITHUB_WORKSPACE=str(tmp_path)) == ["system/specs/a.lua", "system/b.lua"]
    assert files("../b.lua", "a.lua", cwd=deep) == ["system/b.lua", "system/specs/a.lua"]
    assert files(tmp_path / "c.lua", deep / "a.lua") == [str(tmp_path / "c.lua"), "system/specs/a.lua"]
    slrun("specs", "--report-json=../1.jsonl", cwd=deep.parent)
    slrun("a.lua", "--report-json=../../2.jsonl", cwd=deep)
    assert files("merge", "1.jsonl", cwd=tmp_path / "repository") == ["system/specs/a.lua"]
    assert files("merge", "1.jsonl", "2.jsonl", cwd=tmp_path / "repository") == ["system/specs/a.lua"]


SLOW = """
case "first" (function() end)
case "second" { act = function(t) expect(1):equals(2) end }
case "third" { timeout = "60s", act = function(t) while true do t:sleep "50ms" end end }
"""


def count_ends(file):
    return file.read_text().count('"event":"case_end"') if file.exists() else 0


def at_once(file):
    """By one read: a second one would add the end of what has been written since to what stood there before."""
    with open(file, "rb", buffering=0) as raw:
        return raw.read(1 << 20)


def test_reports_of_a_killed_run_are_whole(tmp_path):
    """At each moment: read again and again while cases end, and after a kill."""
    (tmp_path / "a.lua").write_text(SLOW)
    junit = tmp_path / "j.xml"
    with subprocess.Popen([SLRUN, "a.lua", "-j1", "--clock=real", "--junitxml=j.xml", "--tap=t.tap", "--report-json=r.jsonl"],
                          cwd=tmp_path, stdout=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + WITHIN
            while time.monotonic() < end and count_ends(tmp_path / "r.jsonl") < 2:
                assert process.poll() is None
                if junit.exists() and junit.stat().st_size:
                    ElementTree.fromstring(at_once(junit))
                time.sleep(0.005)
        finally:
            process.kill()
    xmlschema.XMLSchema(SCHEMA).validate(junit)
    suite, = JUnitXml.fromfile(str(junit))
    assert (suite.tests, suite.failures) == (2, 1)
    assert (tmp_path / "t.tap").read_text().startswith("TAP version 13\n1..3\nok 1 - a.lua::first\nnot ok 2 - ")
    events = [json.loads(line)["event"] for line in (tmp_path / "r.jsonl").read_text().splitlines()]
    assert events.count("case_end") == 2 and "run_end" not in events


def test_a_pipe_is_written_at_the_end(tmp_path):
    (tmp_path / "a.lua").write_text('case "first" (function() end)')
    done = slrun("a.lua", "-q", "--junitxml=/dev/stderr", cwd=tmp_path)
    assert done.returncode == 0
    assert [case.get("name") for case in ElementTree.fromstring(done.stderr).iter("testcase")] == ["first"]


def test_files_that_cannot_be_collected(tmp_path):
    (tmp_path / "a.lua").write_text("case (")
    done = slrun("a.lua", "--junitxml=j.xml", "--tap=t.tap", "--report-json=r.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    xmlschema.XMLSchema(SCHEMA).validate(tmp_path / "j.xml")
    assert ElementTree.parse(tmp_path / "j.xml").find(".//error").get("message").startswith("collection failure: a.lua:1: ")
    assert ElementTree.parse(tmp_path / "j.xml").find(".//testcase").get("name") == "collection"
    assert (tmp_path / "t.tap").read_text().startswith("TAP version 13\n1..1\nnot ok 1 - a.lua\n")
    last = json.loads((tmp_path / "r.jsonl").read_text().splitlines()[-1])
    assert last["collection_errors"][0]["path"] == "a.lua"


@pytest.mark.parametrize("option", ["--junitxml", "--tap", "--report-json", "--html"])
def test_reports_that_cannot_be_written(tmp_path, option):
    (tmp_path / "a.lua").write_text('case "first" (function() end)')
    (tmp_path / "file").write_text("")
    refused = slrun("a.lua", f"{option}=file/report", cwd=tmp_path)
    assert refused.returncode == 4 and "file/report" in refused.stderr and "hint:" in refused.stderr
    assert "passed" not in refused.stdout  # nothing ran
    full = slrun("a.lua", f"{option}=/dev/full", cwd=tmp_path)
    assert full.returncode == 3 and "not complete: No space left on device" in full.stderr
    assert "1 passed" in full.stdout


@pytest.mark.parametrize("words, told", [
    (["--junitxml=one", "--tap=./one"], "./one: two reports are to be written to it"),
    (["--html=new", "--report-json=link"], "new: two reports are to be written to it"),
    (["--html", "a.lua"], "a.lua: a report there would replace this Lua file"),
])
def test_reports_that_would_be_lost(tmp_path, words, told):
    spec = 'case "first" (function() end)'
    (tmp_path / "a.lua").write_text(spec)
    (tmp_path / "link").symlink_to("new")
    refused = slrun(*words, "a.lua", cwd=tmp_path)
    assert refused.returncode == 4 and told in refused.stderr and "hint:" in refused.stderr
    assert refused.stdout == "" and (tmp_path / "a.lua").read_text() == spec
    both = slrun("a.lua", "-q", "--tap=/dev/stdout", "--junitxml=/dev/stdout", cwd=tmp_path)
    assert both.returncode == 0 and "TAP version" in both.stdout and "<testsuites" in both.stdout
