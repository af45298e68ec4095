# SPDX-License-Identifier: Apache-2.0
"""script/fidelity: what it makes of a suite's report, and that what it expects is written down with a reason."""
import argparse
import os
import pathlib
import re
import sys
import urllib.request

import pytest
import yaml  # comes with moto

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/fidelity"))
import fidelity  # noqa: E402  # pylint: disable=wrong-import-position
import known  # noqa: E402  # pylint: disable=wrong-import-position
import suites  # noqa: E402  # pylint: disable=wrong-import-position

OPTIONS = argparse.Namespace(only=None, endpoint_url=None, update=False, checkouts=None)
REPORT = """<testsuites><testsuite>
<testcase classname="a.b" name="good"/>
<testcase classname="a.b" name="bad"><failure message="no"/></testcase>
<testcase classname="a.b" name="late"/>
<testcase classname="a.b" name="late"><error message="in teardown"/></testcase>
<testcase classname="a.b" name="out"><skipped/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def suite(tmp_path, monkeypatch):
    monkeypatch.setattr(known, "HERE", tmp_path / "known")
    return suites.Suite("mine", "", "", (), 0.5, "what ran", lambda run: [])


def judged(suite, tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    return fidelity.judge(suite, fidelity.outcomes(report), OPTIONS)


def test_a_report_is_read(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    assert fidelity.outcomes(report) == {"a.b::good": "passed", "a.b::bad": "failed", "a.b::late": "failed",
                                         "a.b::out": "skipped"}


def test_what_fails_is_known_or_wrong(suite, tmp_path):
    wrong = judged(suite, tmp_path)
    assert [line for line in wrong if line.startswith("a.b::bad: fails")], wrong
    assert [line for line in wrong if "33.3% is less than 50%" in line], wrong
    known.write("mine", {"a.b::bad", "a.b::late"})
    assert judged(suite, tmp_path) == ["33.3% is less than 50%"]


def test_what_aws_refuses_too_does_not_count(suite, tmp_path, capsys):
    known.HERE.mkdir()
    (known.HERE / "mine.txt").write_text("# AWS refuses it too: so it says\na.b::bad\n\n# not yet\na.b::late\n", encoding="utf-8")
    assert judged(suite, tmp_path) == []
    assert "1 of 2 pass" in capsys.readouterr().out


def test_what_passes_again_leaves_the_list(suite, tmp_path):
    known.write("mine", {"a.b::bad", "a.b::late", "a.b::good"})
    assert "a.b::good: passes, take it out of known/mine.txt" in judged(suite, tmp_path)


def test_reasons_survive_an_update(suite):
    known.HERE.mkdir()
    (known.HERE / "mine.txt").write_text("# because\nx::y\n\n# gone\nx::z\n", encoding="utf-8")
    known.write("mine", {"x::y", "x::new"})
    assert known.read("mine") == {"x::y": "because", "x::new": known.NONE}


@pytest.mark.parametrize("name", suites.SUITES)
def test_each_known_failure_has_a_reason(name):
    assert known.read(name) or suites.SUITES[name].must == 1, "what fails is not written down"
    assert known.NONE not in known.read(name).values()


def test_the_workflow_runs_all_suites():
    jobs = yaml.load((ROOT / ".github/workflows/fidelity.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["jobs"]
    assert jobs["suite"]["strategy"]["matrix"]["suite"] == list(suites.SUITES)


def test_the_page_tells_the_suites():
    page = (ROOT / "docs/fidelity.md").read_text(encoding="utf-8")
    for suite in suites.SUITES.values():
        assert f"script/fidelity {suite.name}" in page and suite.commit[:7] in page
        assert re.search(rf"known/{suite.name}\.txt", page)


def test_the_server_starts_and_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(fidelity, "WORK", tmp_path)
    run = fidelity.Run(suites.Suite("mine", "", "", (), 0.5, "", lambda run: []), OPTIONS)
    with fidelity.server(os.environ["SLRUN"], run) as url:
        assert urllib.request.urlopen(url, timeout=30).status == 200
    with pytest.raises(OSError):
        urllib.request.urlopen(url, timeout=30)
