# SPDX-License-Identifier: Apache-2.0
"""The AWS SDK for JavaScript (v3) makes a tour of the service that SLRUN_SERVICE names, as the local
cloud offers it: tests/node/sdk."""
import os
import re
import shutil
import subprocess

import pytest

MODULES = os.environ["SLRUN_NODE_MODULES"]
TOUR = os.path.join(os.path.dirname(__file__), "..", "node", "sdk", os.environ["SLRUN_SERVICE"] + ".js")
OLDEST = 20  # Node.js that the SDK runs on


def node_version():
    """0: there is none."""
    if not shutil.which("node"):
        return 0
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(re.match(r"v(\d+)", told)[1])


def test_tour_passes():
    if not os.path.isdir(os.path.join(MODULES, "@aws-sdk")) or node_version() < OLDEST:
        pytest.skip(f"no AWS SDK in build/node: script/test installs it where there are npm and Node.js {OLDEST}")
    done = subprocess.run(["node", "--test", "--test-reporter=tap", TOUR], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "NODE_PATH": MODULES, "NODE_NO_WARNINGS": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^# pass [1-9]", done.stdout, re.M) and "\n# fail 0\n" in done.stdout, done.stdout
