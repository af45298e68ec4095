# SPDX-License-Identifier: Apache-2.0
"""How each runner is called for a workload."""
import re
import subprocess
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tools:
    """Where the programs are."""
    stub: str
    meter: str
    floor: str
    slrun: str
    python: str
    node: str = "node"


REPORTS = {"junitxml": "junit.xml", "tap": "report.tap", "report-json": "report.jsonl", "html": "report.html"}


@dataclass(frozen=True)
class Runner:
    name: str
    suite: str
    command: object               # (tools, workload, files, endpoint) -> list of arguments
    environment: dict = field(default_factory=dict)
    once: bool = False            # it takes so long that it runs once
    one_by_one: bool = False      # takes case after case: minutes for a workload that waits
    keeps_cadence: bool = True    # must poll as often as the workload says
    version: object = None        # tools -> list of arguments
    passed: str = r"\b{n} passed\b"   # what its output must say of {n} cases
    listed: str = ""                  # the same of a list; without it, a line for each case


def _slrun(tools, workload, files, endpoint):
    listing = ["--co", "-q"] if workload.list_only else []
    where = [] if workload.local else ["--endpoint-url", endpoint]
    return [tools.slrun, *where, *listing, *workload.options, *files]


def _slrun_real(tools, workload, files, endpoint):
    slrun, *rest = _slrun(tools, workload, files, endpoint)
    return [slrun, "--clock=real", *rest]


def _slrun_reports(tools, workload, files, endpoint):
    slrun, *rest = _slrun(tools, workload, files, endpoint)
    files = [f"--{option}=reports/{name}" for option, name in REPORTS.items()]
    return [slrun, *files, *rest]


def _floor(tools, workload, files, endpoint):
    return [tools.floor, *(["-l"] if workload.list_only else []), *files]


def _folder(files):
    """The folder of the files, relative to the suite's."""
    return files[0].split("/")[-2]


def _pytest(*options):
    def command(tools, workload, files, endpoint):
        listing = ["--collect-only"] if workload.list_only else []
        return [tools.python, "-m", "pytest", "-q", *listing, *options, _folder(files)]
    return command


def _vitest(*options):
    def command(tools, workload, files, endpoint):
        what = "list" if workload.list_only else "run"
        return [tools.node, "node_modules/vitest/vitest.mjs", what, *options,
                "--dir", _folder(files)]
    return command


def _jest(*options):
    def command(tools, workload, files, endpoint):
        # jest lists files only; a pattern that matches nothing makes it load every case.
        what = ["-t", "^none$", "--passWithNoTests"] if workload.list_only else []
        return [tools.node, "node_modules/jest/bin/jest.js", *what, *options,
                f"/jest/{_folder(files)}/"]
    return command


def _busted(tools, workload, files, endpoint):
    how = ["--list"] if workload.list_only else ["-o", "plainTerminal"]
    return ["lua5.1", "/usr/bin/busted", *how, _folder(files)]


TOGETHER = {"CONCURRENT": "1", "CI": "1"}

# jest says this of cases that it loaded and did not run.
SKIPPED = r"\b{n} skipped\b"

RUNNERS = {r.name: r for r in (
    Runner("slrun", "slrun", _slrun, version=lambda t: [t.slrun, "--version"]),
    Runner("slrun-real", "slrun", _slrun_real, once=True),
    Runner("slrun-reports", "slrun", _slrun_reports),
    Runner("floor", "floor", _floor),
    Runner("pytest", "pytest", _pytest(), one_by_one=True,
           version=lambda t: [t.python, "-c", "import sys, pytest, boto3; print('pytest', "
                              "pytest.__version__, 'boto3', boto3.__version__, 'Python', "
                              "sys.version.split()[0])"]),
    Runner("vitest", "vitest", _vitest(), {"CI": "1"}, one_by_one=True),
    Runner("vitest-conc", "vitest", _vitest(), TOGETHER, keeps_cadence=False),
    Runner("vitest-conc-w4", "vitest", _vitest("--maxWorkers=4"), TOGETHER, keeps_cadence=False),
    Runner("jest", "jest", _jest(), {"CI": "1"}, one_by_one=True, listed=SKIPPED),
    Runner("jest-conc", "jest", _jest(), TOGETHER, keeps_cadence=False, listed=SKIPPED),
    Runner("jest-conc-w4", "jest", _jest("-w", "4"), TOGETHER, keeps_cadence=False,
           listed=SKIPPED),
    Runner("busted", "busted", _busted, one_by_one=True, passed=r"\b{n} success"),
)}


def find_runner(name):
    """The runner of this name; xdistN is pytest-xdist with N workers. Raises KeyError."""
    workers = re.fullmatch(r"xdist(\d+)", name)
    if workers:
        return Runner(name, "pytest", _pytest("-n", workers[1]), keeps_cadence=False)
    return RUNNERS[name]


def wrong_output(runner, workload, text):
    """What a run's output lacks, as a list of texts: it must report every case."""
    pattern = runner.listed if workload.list_only else runner.passed
    if not pattern:
        lines = sum(1 for line in text.splitlines() if line.strip())
        return [] if lines >= workload.cases else [f"lists {lines} of {workload.cases} cases"]
    wanted = pattern.format(n=workload.cases)
    return [] if re.search(wanted, text) else [f"its output has no {wanted}"]


def version_of(runner, tools):
    """One line that says which version runs, or None."""
    if runner.version is None:
        return None
    result = subprocess.run(runner.version(tools), capture_output=True, text=True, check=False)
    return (result.stdout or result.stderr).strip().split("\n")[0]
