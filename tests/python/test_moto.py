# SPDX-License-Identifier: Apache-2.0
"""The specs that run on the local cloud pass unchanged against moto's server."""
import glob
import os
import re
import subprocess
import sys
import time

import pytest

SLRUN = os.environ["SLRUN"]


@pytest.fixture(scope="module", name="moto")
def start_moto(tmp_path_factory):
    log = tmp_path_factory.mktemp("moto") / "log"
    with open(log, "w", encoding="utf-8") as out:
        process = subprocess.Popen([os.path.join(os.path.dirname(sys.executable), "moto_server"),
                                    "-H", "127.0.0.1", "-p", "0"], stdout=out, stderr=subprocess.STDOUT)
    try:
        for _ in range(600):
            found = re.search(r"Running on (http://127\.0\.0\.1:\d+)", log.read_text(encoding="utf-8"))
            if found:
                break
            assert process.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        yield found[1]
    finally:
        process.terminate()
        process.wait(timeout=20)


SPECS = os.environ["SLRUN_SPECS"]


# What moto cannot do of whole tours.
SKIPPED = {
    "services/cloudformation.lua": "moto rolls no stack back, and has no UpdateTerminationProtection and no ListImports",
    "services/lambda.lua": "without Docker moto runs no functions",
    "services/pipes.lua": "moto takes a name twice, and nothing goes through its pipes",
}


def has_stack(path):
    with open(path, encoding="utf-8") as file:
        return re.search(r"^ *stack *=", file.read(), re.MULTILINE)


def specs():
    """All but those with a stack, whose functions moto would not run."""
    paths = [path for pattern in ("*.lua", "services/*.lua") for path in glob.glob(os.path.join(SPECS, pattern))]
    for path in sorted(paths):
        name = os.path.relpath(path, SPECS)
        marks = [pytest.mark.skip(reason=SKIPPED[name])] if name in SKIPPED else []
        if not has_stack(path):
            yield pytest.param(name, marks=marks)


@pytest.mark.parametrize("spec", list(specs()))
def test_spec_passes_on_moto(spec, moto):
    # -j 1: moto lists what other requests change meanwhile, and then answers with 500
    done = subprocess.run([SLRUN, "--endpoint-url", moto, "--target-name", "moto", "-v", "-j", "1", os.path.join(SPECS, spec)],
                          capture_output=True, text=True, timeout=300,
                          env={"PATH": os.environ["PATH"], "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"=+ \d+ passed(, \d+ skipped)?(, \d+ xfailed)? in ", done.stdout), done.stdout
