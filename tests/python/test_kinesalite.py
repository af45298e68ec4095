# SPDX-License-Identifier: Apache-2.0
"""The tour of kinesis.so passes unchanged against kinesalite, a server that others wrote for Node.js."""
import os
import re
import subprocess

import pytest

SERVER = os.path.join(os.path.dirname(__file__), "..", "node", "kinesalite.js")
MODULES = os.environ["SLRUN_NODE_MODULES"]


@pytest.fixture(scope="module", name="kinesalite")
def start_kinesalite():
    if not os.path.isdir(os.path.join(MODULES, "kinesalite")):
        pytest.skip("no kinesalite in build/node: script/test installs it where there is npm")
    with subprocess.Popen(["node", SERVER], env={**os.environ, "NODE_PATH": MODULES}, stdout=subprocess.PIPE,
                          text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def test_tour_passes_on_kinesalite(kinesalite):
    spec = os.path.join(os.environ["SLRUN_SPECS"], "services", "kinesis.lua")
    done = subprocess.run([os.environ["SLRUN"], "--endpoint-url", kinesalite, "--target-name", "kinesalite", "-v", spec],
                          capture_output=True, text=True, timeout=300,
                          env={"PATH": os.environ["PATH"], "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"=+ \d+ passed, \d+ skipped, \d+ xfailed in ", done.stdout), done.stdout
