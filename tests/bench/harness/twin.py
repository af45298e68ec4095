# SPDX-License-Identifier: Apache-2.0
"""The specs of patterns beside their twin in pytest + boto3, on one local cloud with the same stacks.

A test of the twin has the name of its case as docstring; slrun runs these cases alone.
"""
import json
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass, field

from . import lines
from .servers import SERVERS, SUBJECT, Running

HERE = pathlib.Path(__file__).resolve().parent
TWIN = HERE.parent / "twin"
ROOT = HERE.parent.parent.parent
SPECS = ROOT / "specs"
BUGS = ROOT / "tests" / "python" / "planted_bugs.json"
PATTERNS = ("apigw-lambda-dynamodb", "apigw-sqs-lambda-sqs", "kinesis-lambda-dynamodb", "async-lambda-dynamodb")
MEMORY_ROUNDS, MEMORY_SAMPLE_MS = 2, 5
TIMEOUT_S, DEPLOY_S = 600, 120


@dataclass(frozen=True)
class Lab:
    meter: str
    places: object        # servers.Places
    work: pathlib.Path    # logs and homes
    say: object
    gentle: bool = False  # a few cases at once: nothing is measured, and the machine may be busy


@dataclass
class Runner:
    name: str
    command: object       # (lab, url, patterns, cases or None) -> list of arguments
    told: object          # pattern -> the file as failures name it


def test_file(pattern):
    return f"test_{pattern.replace('-', '_')}.py"


def twin_of(pattern):
    """The tests of a pattern's twin: {name of the case: name of the function}."""
    found = lines.docstrings((TWIN / test_file(pattern)).read_text(encoding="utf-8"))
    return {case: name for name, case in found.items() if name.startswith("test_")}


def plain(case):
    """Its name without a parameter."""
    return re.sub(r"\[[^]]*\]$", "", case)


def _slrun(lab, url, patterns, cases):
    """`cases`: {pattern: name of the one case}; None: all that have a twin."""
    command = [lab.places.slrun, "--endpoint-url", url, *(["-j", "4"] if lab.gentle else [])]
    for pattern in patterns:
        command += ["--stack", f"{pattern}={pattern}"]
        for case in [cases[pattern]] if cases else twin_of(pattern):
            command.append(f"{SPECS / pattern}.lua::{case}")
    return command


def _pytest(*options):
    def command(lab, url, patterns, cases):
        files = [test_file(p) + (f"::{twin_of(p)[plain(cases[p])]}" if cases else "") for p in patterns]
        return [lab.places.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, *files]
    return command


def find_runner(name):
    """slrun, pytest, or xdistN: N workers, each file on one. Raises KeyError."""
    if name == SUBJECT:
        return Runner(name, _slrun, lambda pattern: f"{pattern}.lua")
    workers = re.fullmatch(r"xdist(\d+)", name)
    if not workers and name != "pytest":
        raise KeyError(name)
    return Runner(name, _pytest(*(["-n", workers[1], "--dist", "loadfile"] if workers else [])), test_file)


def environment(lab, url):
    home = lab.work / "home"
    home.mkdir(parents=True, exist_ok=True)
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "NO_COLOR": "1",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_REGION": "us-east-1", **({"AWS_ENDPOINT_URL": url} if url else {})}


def suite_folder(lab):
    """A copy of the twin, where Python may write its compiled files."""
    folder = lab.work / "suites" / "twin"
    shutil.copytree(TWIN, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def metered(lab, name, command, url="", sample_ms=0):
    """One run: its figures, its output as "text", and "wrong" for what makes it not count. A log of such a run is kept."""
    log = lab.work / "results" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    report = log.with_name("meter.json")
    report.unlink(missing_ok=True)
    subprocess.run([lab.meter, "-o", report, "-l", log, "-t", str(TIMEOUT_S), "-i", str(sample_ms), "--", *command],
                   cwd=suite_folder(lab), env=environment(lab, url), check=True)
    run = json.loads(report.read_text())
    passed = re.search(r"\b(\d+) passed\b", log.read_text(errors="replace"))
    run.update(runner=name, wrong=[], text=log.read_text(errors="replace"), cases=int(passed[1]) if passed else 0)
    if run["timed_out"]:
        run["wrong"].append(f"not done within {TIMEOUT_S} s")
    if run["code"] != 0:
        log = log.replace(log.with_suffix(".failed.log"))
        run["wrong"].append(f"exit code {run['code']}, see {log}")
    return run


class Stacks:
    """A local cloud with the stacks of patterns, for a `with`."""

    def __init__(self, lab, patterns, folder=SPECS / "stacks"):
        self._lab, self._patterns, self._folder = lab, patterns, folder
        self._server = Running(next(s for s in SERVERS if s.name == SUBJECT), lab.places)

    def __enter__(self):
        self._server.__enter__()
        self.url = f"http://127.0.0.1:{self._server.port}"
        try:
            subprocess.run([self._lab.places.python, HERE / "deploy.py", self.url, self._folder, *self._patterns],
                           env=environment(self._lab, self.url), check=True, timeout=DEPLOY_S)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *what):
        self._server.__exit__(*what)


@dataclass
class Found:
    runs: list = field(default_factory=list)
    missed: list = field(default_factory=list)  # bugs that a runner did not catch, as texts


def plan(rounds):
    """As (kind, milliseconds between samples): memory is measured in rounds of its own."""
    return [("warm-up", 0), *[("memory", MEMORY_SAMPLE_MS)] * (MEMORY_ROUNDS if rounds else 0), *[("time", 0)] * rounds]


def measure(lab, runners, patterns, rounds):
    """All of them in turn, round by round."""
    found = Found()
    with Stacks(lab, patterns) as stacks:
        for number, (kind, sample_ms) in enumerate(plan(rounds)):
            turn = number % len(runners)
            runs = []
            for runner in runners[turn:] + runners[:turn]:
                run = metered(lab, runner.name, runner.command(lab, stacks.url, patterns, None), stacks.url, sample_ms)
                run.update(kind=kind, round=number)
                runs.append(run)
            wanted = max(run["cases"] for run in runs)
            for run in runs:
                if run["cases"] != wanted:
                    run["wrong"].append(f"{run['cases']} cases passed instead of {wanted}")
                lab.say(f"  patterns {kind:7} {run['runner']:8} {run['wall']:8.3f} s, {run['cases']} passed"
                        + "".join(f"; does not count: {why}" for why in run["wrong"]))
            found.runs += runs
    return found


# ---- whether they can fail ----

def first_bugs(patterns):
    """The first of the planted bugs of each pattern whose case has a twin."""
    bugs = json.loads(BUGS.read_text(encoding="utf-8"))
    return {p: next(b for b in bugs if b["pattern"] == p and plain(b["case"]) in twin_of(p)) for p in patterns}


def plant(folder, bugs):
    """The stacks with a bug in each."""
    for pattern, bug in bugs.items():
        shutil.copytree(SPECS / "stacks" / pattern, folder / pattern)
        file = folder / pattern / bug["file"]
        text = file.read_text(encoding="utf-8")
        if text.count(bug["text"]) != 1:
            raise RuntimeError(f"{pattern}/{bug['file']} has not once: {bug['text']}")
        file.write_text(text.replace(bug["text"], bug["becomes"]), encoding="utf-8")


def check_that_they_fail(lab, runners, patterns, found):
    """Each runner must fail for the bug in each pattern."""
    bugs, folder = first_bugs(patterns), lab.work / "planted"
    shutil.rmtree(folder, ignore_errors=True)
    plant(folder, bugs)
    cases = {pattern: bug["case"] for pattern, bug in bugs.items()}
    with Stacks(lab, patterns, folder) as stacks:
        for runner in runners:
            run = metered(lab, f"{runner.name}.bugs", runner.command(lab, stacks.url, patterns, cases), stacks.url)
            told = [line for line in run["text"].splitlines() if line.startswith("FAILED ")]
            missed = [p for p in patterns if not any(f"{runner.told(p)}::" in line for line in told)]
            if run["code"] != 1 or missed:
                found.missed.append(f"{runner.name} exits {run['code']}, and finds no bug in {missed}")
            lab.say(f"  patterns bugs    {runner.name:8} {len(patterns) - len(missed)} of {len(patterns)} caught")


# ---- lines of code ----

def count_lines(patterns):
    """{pattern: (slrun's, pytest's)}, and under "shared" what all have in common."""
    counts = {}
    for pattern in patterns:
        spec = (SPECS / f"{pattern}.lua").read_text(encoding="utf-8")
        test = (TWIN / test_file(pattern)).read_text(encoding="utf-8")
        counts[pattern] = (lines.of_lua(spec, twin_of(pattern)), lines.of_python(test))
    shared = [path for path in TWIN.glob("*.py") if not path.name.startswith("test_")]
    counts["shared"] = (0, sum(lines.of_python(path.read_text(encoding="utf-8")) for path in shared))
    return counts
