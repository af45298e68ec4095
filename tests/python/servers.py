# SPDX-License-Identifier: Apache-2.0
"""Servers that others wrote for Node.js and for Java: script/test installs them where there are npm and
Maven, and tests that need one are skipped elsewhere."""
import contextlib
import os
import re
import shutil
import subprocess
import threading

import pytest

TESTS = os.path.join(os.path.dirname(__file__), "..")
MODULES, JARS = os.environ["SLRUN_NODE_MODULES"], os.environ["SLRUN_JARS"]
START = 60  # seconds until a server has told its address
ENV = {"PATH": os.environ["PATH"], "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


def node(name):
    return os.path.join(MODULES, name), ["node", os.path.join(TESTS, "node", name + ".js")]


def java(name):
    jars, source = os.path.join(JARS, name), os.path.join(TESTS, "java", name)
    return jars, ["java", f"-Dsqlite4java.library.path={jars}", f"-Dlogback.configurationFile={source}/logback.xml",
                  "-cp", f"{jars}/*", f"{source}/Server.java"]


# name: the service that it offers, where it is installed, and the command that prints its address.
SERVERS = {
    "kinesalite": ("kinesis", *node("kinesalite")),
    "dynamodb-local": ("dynamodb", *java("dynamodb-local")),
    "s3proxy": ("s3", *java("s3proxy")),
}


@contextlib.contextmanager
def running(name):
    """The server's address; it ends with the block."""
    _, place, command = SERVERS[name]
    if not os.path.isdir(place) or not shutil.which(command[0]):
        pytest.skip(f"no {name} in build/: script/test installs it where there are npm, java and mvn")
    with subprocess.Popen(command, env={**os.environ, "NODE_PATH": MODULES}, stdout=subprocess.PIPE, text=True) as process:
        late = threading.Timer(START, process.kill)  # a readline that would never end
        late.start()
        try:
            found = None
            while not found:
                line = process.stdout.readline()
                assert line, f"{name} ended before it listened"
                found = re.match(r"http://127\.0\.0\.1:\d+$", line)
            late.cancel()
            drain = threading.Thread(target=process.stdout.read, daemon=True)
            drain.start()
            yield found[0]
        finally:
            late.cancel()
            process.terminate()
            process.wait(timeout=20)
