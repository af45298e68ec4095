# SPDX-License-Identifier: Apache-2.0
"""The specs of patterns pass unchanged on ministack, an emulator by others that runs functions on this machine: their
stacks are deployed by the AWS CLI, as docs/patterns.md tells. What ministack cannot do stands in CANNOT, case by case;
a case that stands there and passes fails the test.
"""
import http.client
import os
import pathlib
import re
import subprocess
import time

import pytest

import deployed
from ports import free_port

SLRUN, SPECS = os.environ["SLRUN"], pathlib.Path(os.environ["SLRUN_SPECS"])
VENV = pathlib.Path(os.environ["SLRUN_MINISTACK"])  # script/test makes it
READY, RUN = 60, 200  # seconds; nothing here is about time, they only end what hangs
OUTCOMES = ("PASSED", "FAILED", "ERROR", "SKIPPED", "TIMEOUT")
JOBS = 4  # cases at once: the emulator is one process of Python

pytestmark = pytest.mark.skipif(not (VENV / "bin" / "ministack").exists(),
                                reason="no ministack in build/ministack: script/test installs it there")

ERROR_TYPE = "every exception of a handler has the errorType Runtime.HandlerError, not its own"
NO_BISECT = "mappings of streams neither bisect nor count retries: a poison record blocks its shard for ever"
NO_SERVICE = "of an integration in an OpenAPI definition it keeps type, httpMethod and uri: no template makes a message for SQS"
NO_ROUTES = "of the OpenAPI body of an HTTP API it makes no routes: each request gets 404"
NO_BUS = "its pipes deliver to topics and state machines alone, and hold what is for a bus"
# {spec: {the case, or the case with its parameter: why}}
CANNOT = {
    "apigw-sqs-lambda-sqs": {
        "the function refuses what is no message": ERROR_TYPE,
        "two messages come out, told apart by their ids": NO_SERVICE,
        "a message without a text ends with the dead letters, and a right one beside it does not": NO_SERVICE,
        "the listener notes messages of the type TEST alone": NO_SERVICE,
        "a message that is larger than the queue takes is refused at once": NO_SERVICE,
        "a message of another type of content is refused at once": NO_SERVICE,
    },
    "apigw-sqs-lambda-sqs-outbox": {
        "the outbox hands out a message, once": NO_SERVICE,
        "what is no message stays with the dead letters as it came": NO_SERVICE,
    },
    "async-lambda-dynamodb": {
        "the function fails by the name of what is wrong": ERROR_TYPE,
        "a text that is not UTF-8 is told as a failure, and does not appear":
            ERROR_TYPE + "; and it tries again in spite of MaximumRetryAttempts: 0",
    },
    "dynamodb-pipes-eventbridge": {
        "a new customer is told to whom it concerns, once": NO_BUS,
        "a customer that changes or goes is told to nobody": NO_BUS,
        "customers that are written together are all told": NO_BUS,
    },
    "kinesis-lambda-dynamodb": {
        "the function refuses an event with a record that it cannot read, and stores nothing of it": ERROR_TYPE,
        "a record that cannot be stored is put aside alone: those around it are stored": NO_BISECT,
    },
    "lambda-mock": {"an invoice without lines is an error of the function, which says what is missing": ERROR_TYPE},
    "sfn-callback": {
        "the function refuses what is no answer[an invented token]": "any text may be a token: TaskDoesNotExist, not InvalidToken",
        "the expense becomes what the person says": NO_ROUTES,
        "only the first answer counts": NO_ROUTES,
    },
    "schema-and-contract": {"a breaking change is refused by its version, not by chance": ERROR_TYPE},
}


PATTERNS = deployed.patterns(SPECS)


class Ministack:
    """The emulator at work; `folder` is its home."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"  # by this name it serves APIs: ID.execute-api.localhost
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true"}

    def start(self):
        log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [VENV / "bin" / "ministack"], stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder,
            start_new_session=True,
            env={**self.environment, "PATH": f"{VENV / 'bin'}:{os.environ['PATH']}", "BIND_HOST": "127.0.0.1",
                 "GATEWAY_PORT": str(self.port), "STATE_DIR": str(self.folder / "state")})
        log.close()
        end = time.monotonic() + READY
        while time.monotonic() < end and self.process.poll() is None:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/_ministack/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text(errors="replace")[-2000:])

    def stop(self):
        """Ends it with its functions, which are of its process group."""
        os.killpg(self.process.pid, 15)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()


@pytest.fixture(scope="module", name="emulator")
def start_with_stacks(tmp_path_factory):
    """The emulator with the stacks of all patterns."""
    emulator = Ministack(tmp_path_factory.mktemp("ministack"))
    try:
        emulator.start()
        deployed.deploy_all({**emulator.environment, "AWS_ENDPOINT_URL": emulator.url}, emulator.folder, PATTERNS)
        yield emulator
    finally:
        emulator.stop()


def why_not(spec, case):
    """Why the case cannot pass there, or None."""
    reasons = CANNOT.get(spec, {})
    return reasons.get(case) or reasons.get(re.sub(r"\[[^]]*\]$", "", case))


def slrun(emulator, *arguments):
    """Its output and its exit code; the ledger and the like go into the emulator's folder."""
    stacks = [word for spec in PATTERNS for word in ("--stack", f"{spec}={spec}")]
    run = subprocess.run(
        [SLRUN, "--color", "no", "--endpoint-url", emulator.url, "--target-name", "ministack", *stacks, *arguments],
        cwd=emulator.folder, env=emulator.environment, text=True, capture_output=True, timeout=RUN, check=False)
    return run.stdout + run.stderr, run.returncode


def outcomes(emulator, ids, jobs):
    """{id of the case: its outcome}, and what was said."""
    if not ids:
        return {}, ""
    said, _ = slrun(emulator, "-v", "-j", str(jobs), *ids)
    return {name: next((o for o in OUTCOMES if f"{name} {o}" in said), "none") for name in ids}, said


@pytest.fixture(scope="module", name="runs")
def run_all(emulator):
    """Three runs, for most of their time is waiting: of what can pass; of what of it was late, case by case, since the
    machine may be busy; and of what cannot, last, for a poison record keeps the pollers busy that all mappings share.
    {id: outcome} of both kinds, and what was said.
    """
    listed, code = slrun(emulator, "--collect-only", "-q", *(SPECS / f"{spec}.lua" for spec in PATTERNS))
    ids = [line for line in listed.splitlines() if ".lua::" in line]
    assert ids and code == 0, listed
    cannot = [name for name in ids if why_not(spec_of(name), name.split("::", 1)[1])]
    can, said = outcomes(emulator, [name for name in ids if name not in cannot], JOBS)
    late = [name for name, outcome in can.items() if outcome not in ("PASSED", "SKIPPED")]
    again, said_again = outcomes(emulator, late, 1)
    failing, said_failing = outcomes(emulator, cannot, JOBS)
    return {**can, **again}, failing, said + said_again + said_failing


def spec_of(case):
    return pathlib.Path(case.split("::", 1)[0]).stem


@pytest.mark.parametrize("spec", PATTERNS)
def test_spec_passes_on_ministack(spec, runs):
    can, cannot, said = runs
    mine = {name: outcome for name, outcome in can.items() if spec_of(name) == spec}
    assert set(mine.values()) <= {"PASSED", "SKIPPED"}, said
    failing = {name: outcome for name, outcome in cannot.items() if spec_of(name) == spec}
    assert mine or failing, said
    better = [name for name, outcome in failing.items() if outcome == "PASSED"]
    assert not better, f"ministack can do these now, so they leave CANNOT: {better}"
    assert "none" not in failing.values(), said


def test_what_it_cannot_is_of_cases_that_there_are():
    for spec, reasons in CANNOT.items():
        text = (SPECS / f"{spec}.lua").read_text(encoding="utf-8")
        names = set(re.findall(r'^case "(.*)"', text, re.MULTILINE))
        assert {re.sub(r"\[[^]]*\]$", "", case) for case in reasons} <= names
