# SPDX-License-Identifier: Apache-2.0
"""The pictures of docs/pictures, of real runs: script/pictures."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

import boto3

from page import screenshot
from terminal import drawn

ROOT = Path(__file__).resolve().parents[3]
TO = ROOT / "docs/pictures"
SLRUN = os.environ["SLRUN"]
WITHIN = 120
CASE = "specs/bookings.lua::an order without a price is booked"


def make_specs(folder):
    """The spec of the README, and one whose system has a function and queues."""
    readme = (ROOT / "README.md").read_text()
    (folder / "orders.lua").write_text(re.search(r"^```lua file=specs/orders.lua\n(.*?)^```$", readme, re.M | re.S)[1])
    shutil.copy(ROOT / "tests/golden/autopsy.lua", folder / "bookings.lua")
    shutil.copytree(ROOT / "tests/golden/stacks/orders", folder / "stacks/orders")


def slrun(folder, *args):
    done = subprocess.run([SLRUN, *args], cwd=folder, env={**os.environ, "COLUMNS": "100"}, timeout=WITHIN, capture_output=True,
                          text=True, check=False)
    if done.returncode != 1:  # some of these cases are to fail
        sys.exit(f"slrun {' '.join(args)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


STACK = ROOT / "specs/stacks/apigw-sqs-lambda-sqs/template.yaml"
GOOD, BAD = {"type": "ORDER", "payload": {"id": "o-1001"}}, {"type": "ORDER"}


def put_up():
    """A local cloud with a stack: its process, and what it said until the stack was up."""
    process = subprocess.Popen([SLRUN, "local", "--port", "0", "--parameter", "DeployTestResources=True", STACK], stdout=subprocess.PIPE, text=True)
    said = [process.stdout.readline()]
    while said[-1] and "  " not in said[-1]:
        said.append(process.stdout.readline())
    return process, re.search(r"http://\S+", "".join(said))[0]


def local_cloud():
    """The system of a stack and what is in it, in a browser."""
    process, url = put_up()
    try:
        make = {"endpoint_url": url, "region_name": "us-east-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
        sqs = boto3.client("sqs", **make)
        inbox = next(queue for queue in sqs.list_queues()["QueueUrls"] if "Inbox" in queue)
        for message in GOOD, BAD:
            sqs.send_message(QueueUrl=inbox, MessageBody=json.dumps(message))
        time.sleep(3)  # until the functions have worked
        screenshot(url, "#shown svg .resource", TO / "local.png", 760)
    finally:
        process.terminate()
        process.wait(timeout=WITHIN)


def main():
    TO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "specs").mkdir()
        make_specs(folder / "specs")
        output = slrun(folder, "--color=yes", "specs/orders.lua")
        (TO / "terminal.svg").write_text(drawn("slrun specs/orders.lua", output))
        slrun(folder, "specs", "--html=report.html")
        page = folder / "report.html"
        page.write_text(page.read_text().replace(str(folder), "/home/me/orders"))
        screenshot(f"{page.as_uri()}#{urlencode({'case': CASE})}", "#case svg.timeline", TO / "report.png")
    local_cloud()


main()
