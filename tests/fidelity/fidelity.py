#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Grades the local cloud by the test suites of other projects; docs/fidelity.md explains it.

usage: fidelity.py [--from DIR] [--endpoint-url URL] [--update] [--only TEST] [SUITE...]
"""
import argparse
import contextlib
import hashlib
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse
import xml.etree.ElementTree

import known
import suites

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build/fidelity"
LIMIT_S = 40 * 60


class Problem(Exception):
    """Something that keeps a suite from running, in a line."""


def quietly(command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **options)
    if done.returncode:
        raise Problem(f"{' '.join(str(word) for word in command)}\n{done.stdout[-4000:]}")


class Run:
    """One suite beside one server."""

    def __init__(self, suite, options):
        self.suite = suite
        self.home = WORK / suite.name
        self.home.mkdir(parents=True, exist_ok=True)
        self.shared = WORK / (suite.home or suite.name)
        self.shared.mkdir(parents=True, exist_ok=True)
        self.checkout = options.checkouts / self.shared.name if options.checkouts else self.shared / "checkout"
        self.report = self.home / "report.xml"
        self.only = options.only
        self.url = options.endpoint_url
        self.node_bin = self.shared / "node_modules/.bin"
        self.python = self.shared / "venv/bin/python3"

    @property
    def port(self):
        return urllib.parse.urlsplit(self.url).port

    @staticmethod
    def canonical_user(account):
        """As plugins/s3 makes them of account numbers."""
        return hashlib.sha256(account.encode()).hexdigest()[:52] + account

    def write(self, name, text):
        path = self.home / name
        path.write_text(text)
        return path

    def install(self):
        """What the suite needs, unless it is there."""
        if not self.checkout.exists():
            say(f"{self.suite.name}: fetching {self.suite.url} at {self.suite.commit[:12]}")
            part = self.checkout.with_suffix(".part")
            quietly(["rm", "-rf", part])
            quietly(["git", "clone", "--quiet", "--filter=blob:none", "--no-checkout", self.suite.url, part])
            quietly(["git", "sparse-checkout", "set", "--no-cone", *self.suite.paths], cwd=part)
            quietly(["git", "checkout", "--quiet", self.suite.commit], cwd=part)
            part.rename(self.checkout)
        wanted = "\n".join(self.suite.python + self.suite.npm)
        stamp = self.shared / "installed"
        if stamp.exists() and stamp.read_text() == wanted:
            return
        say(f"{self.suite.name}: installing {', '.join(self.suite.python + self.suite.npm)}")
        if self.suite.python:
            quietly(["python3", "-m", "venv", "--clear", self.shared / "venv"])
            quietly([self.python, "-m", "pip", "install", "--disable-pip-version-check", *self.suite.python])
        if self.suite.npm:
            quietly(["npm", "install", "--no-audit", "--no-fund", "--prefix", self.shared, *self.suite.npm])
        stamp.write_text(wanted)

    def environ(self):
        """No account and no proxy of the user's, only the server."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_REGION": "us-east-1", "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
                "AWS_EC2_METADATA_DISABLED": "true", "PYTHONDONTWRITEBYTECODE": "1", "FIDELITY_URL": self.url,
                "FIDELITY_REPORT": str(self.report), "NODE_PATH": str(self.shared / "node_modules"),
                **self.suite.environ(self)}

    def run(self):
        """Outcomes by the tests' names."""
        self.report.unlink(missing_ok=True)
        command = [str(word) for word in self.suite.command(self)]
        with open(self.home / "output.txt", "w", encoding="utf-8") as output:
            try:
                subprocess.run(command, cwd=self.checkout, env=self.environ(), stdin=subprocess.DEVNULL, stdout=output,
                               stderr=subprocess.STDOUT, timeout=LIMIT_S, check=False)
            except subprocess.TimeoutExpired:
                raise Problem(f"it took more than {LIMIT_S // 60} minutes; {output.name}") from None
        if not self.report.exists():
            raise Problem(f"it wrote no report; see {output.name}")
        return outcomes(self.report)


def outcomes(report):
    """Of the tests by their names: passed, failed or skipped."""
    found = {}
    for case in xml.etree.ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('classname')}::{case.get('name')}".replace("\n", " ")
        kinds = {child.tag for child in case}
        outcome = "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"
        found[name] = "failed" if "failed" in (outcome, found.get(name)) else outcome
    return found


@contextlib.contextmanager
def server(slrun, run):
    """The local cloud with nothing in it."""
    log = run.home / "server.log"
    options = ["--port", str(run.suite.port), *(str(word) for word in run.suite.options(run))]
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen([slrun, "local", *options], stdout=subprocess.PIPE, stderr=output, text=True)
    try:
        yield address(process, log)
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def address(process, log):
    """Its URL, which its output names."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        line = process.stdout.readline()
        if not line:
            break
        for word in line.split():
            if word.startswith("http://127.0.0.1:"):
                return word.rstrip("/.,")
    raise Problem(f"the local cloud did not start; see {log}")


def say(text):
    print(text, file=sys.stderr, flush=True)


def judge(suite, found, options):
    """Prints the figures. What is wrong with them, in words."""
    if options.update:
        known.write(suite.name, {name for name, outcome in found.items() if outcome == "failed"})
    table = known.read(suite.name)
    refused = {name for name, reason in table.items() if reason.startswith(known.REFUSED) and found.get(name) == "failed"}
    failed = {name for name, outcome in found.items() if outcome == "failed"}
    passed = sum(outcome == "passed" for outcome in found.values())
    ran = passed + len(failed - refused)
    part = passed / ran if ran else 0
    print(f"{suite.name}: {passed} of {ran} pass ({part:.1%} of {suite.of}; must {suite.must:.0%}), "
          f"{len(refused)} fail as on AWS, {len(found) - passed - len(failed)} skipped", flush=True)
    if options.only or options.endpoint_url:
        for name in sorted(failed):
            print(f"  failed: {name}")
        return []
    wrong = [f"{name}: fails, and is not in known/{suite.name}.txt" for name in sorted(failed - set(table))]
    wrong += [f"{name}: passes, take it out of known/{suite.name}.txt" for name in sorted(table)
              if found.get(name) == "passed"]
    if part < suite.must:
        wrong.append(f"{part:.1%} is less than {suite.must:.0%}")
    return wrong


def grade(suite, options):
    run = Run(suite, options)
    run.install()
    say(f"{suite.name}: running, its output is {run.home / 'output.txt'}")
    with contextlib.ExitStack() as stack:
        run.url = run.url or stack.enter_context(server(options.slrun, run))
        found = run.run()
    wrong = judge(suite, found, options)
    for line in wrong:
        print(f"  {line}")
    return not wrong


def arguments():
    parser = argparse.ArgumentParser(prog="script/fidelity", description="Grades the local cloud by the suites of others.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"of {', '.join(suites.SUITES)}; all unless named")
    parser.add_argument("--from", dest="checkouts", type=pathlib.Path, metavar="DIR",
                        help="checkouts that are there already: DIR/dynamodb, DIR/kinesis, DIR/s3, DIR/moto")
    parser.add_argument("--endpoint-url", metavar="URL", help="grade this server instead of the local cloud")
    parser.add_argument("--only", action="append", metavar="TEST", help="only this file or test, as the suite names it")
    parser.add_argument("--update", action="store_true", help="write the failing tests into known/, reasons kept")
    parser.add_argument("--slrun", default=str(ROOT / "build/release/bin/slrun"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = set(options.suites) - set(suites.SUITES)
    if unknown:
        parser.error(f"no suite {', '.join(sorted(unknown))}; there are {', '.join(suites.SUITES)}")
    options.checkouts = options.checkouts and options.checkouts.resolve()
    return options


def main():
    options = arguments()
    good = True
    for name in options.suites or suites.SUITES:
        try:
            good = grade(suites.SUITES[name], options) and good
        except Problem as problem:
            say(f"{name}: {problem}")
            return 2
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
