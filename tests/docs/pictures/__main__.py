# SPDX-License-Identifier: Apache-2.0
"""The pictures of docs/pictures, of real runs: script/pictures."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

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
    (folder / "orders.lua").write_text(re.search(r"^```lua\n(.*?)^```$", readme, re.M | re.S)[1])
    shutil.copy(ROOT / "tests/golden/autopsy.lua", folder / "bookings.lua")
    shutil.copytree(ROOT / "tests/golden/stacks/orders", folder / "stacks/orders")


def slrun(folder, *args):
    done = subprocess.run([SLRUN, *args], cwd=folder, env={**os.environ, "COLUMNS": "100"}, timeout=WITHIN, capture_output=True,
                          text=True, check=False)
    if done.returncode != 1:  # some of these cases are to fail
        sys.exit(f"slrun {' '.join(args)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


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
        screenshot(page, urlencode({"case": CASE}), TO / "report.png")


main()
