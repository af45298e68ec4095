# SPDX-License-Identifier: Apache-2.0
"""The pictures of docs/pictures, of real runs: script/pictures."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote, urlencode

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


ORDERS = [("o-1001", "shipped", 2, ["tea", "cups"]), ("o-1002", "waiting", 1, ["kettle"]), ("o-1003", "shipped", 3, ["tea", "tea", "honey"]),
          ("o-1004", "cancelled", 1, ["sugar"])]


def local_cloud():
    """A table of a local cloud, in a browser."""
    process = subprocess.Popen([SLRUN, "local", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        url = re.search(r"http://\S+", process.stdout.readline())[0]
        make = {"endpoint_url": url, "region_name": "eu-central-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
        table = boto3.resource("dynamodb", **make).create_table(
            TableName="orders", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])
        for name, status, pieces, goods in ORDERS:
            table.put_item(Item={"id": name, "status": status, "pieces": pieces, "goods": goods})
        sqs = boto3.client("sqs", **make)
        sqs.send_message(QueueUrl=sqs.create_queue(QueueName="to-ship")["QueueUrl"], MessageBody="o-1002")
        boto3.client("s3", **make).create_bucket(Bucket="invoices", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        key = quote("arn:aws:dynamodb:eu-central-1:000000000000:table/orders", safe="")
        screenshot(f"{url}/#dynamodb/tables/{key}", "#shown tbody tr", TO / "local.png", 620)
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
