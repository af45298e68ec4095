# SPDX-License-Identifier: Apache-2.0
"""The tour of a service passes unchanged on the server that SLRUN_SERVER names; what that server does
in another way than AWS documents it, the cases say."""
import os
import re
import subprocess

import servers

NAME = os.environ["SLRUN_SERVER"]
# DynamoDB Local answers UpdateTable with InternalFailure where others write meanwhile.
OPTIONS = {"dynamodb-local": ["-j", "1"]}.get(NAME, [])


def test_tour_passes():
    spec = os.path.join(os.environ["SLRUN_SPECS"], "services", servers.SERVERS[NAME][0] + ".lua")
    with servers.running(NAME) as url:
        done = subprocess.run([os.environ["SLRUN"], "--endpoint-url", url, "--target-name", NAME, "-v", *OPTIONS, spec],
                              capture_output=True, text=True, timeout=300, env=servers.ENV)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"=+ \d+ passed(, \d+ skipped)?, \d+ xfailed in ", done.stdout), done.stdout
