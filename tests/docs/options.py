#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The options in a page's table are those that a command's --help tells.

usage: options.py SLRUN PAGE [COMMAND]
"""
import pathlib
import re
import subprocess
import sys

SECOND = {"--co", "--by"}  # a second name, and an option of another command


def main():
    slrun, page, *command = sys.argv[1:]
    text = pathlib.Path(page).read_text(encoding="utf-8")
    cells = " ".join(re.findall(r"^\| (`-[^|]*)\| .* \|$", text.split("## What differs")[0], re.MULTILINE))
    said = subprocess.run([slrun, *command, "--help"], capture_output=True, text=True, check=True,
                          timeout=30).stdout
    told, there = set(re.findall(r"--[\w-]+", cells)), set(re.findall(r"^ .{2,6}(--[\w-]+)", said, re.MULTILINE))
    there, told = there - {"--help"}, told - {"--help"} - SECOND
    if told != there or not told:
        sys.exit(f"{page} and slrun {' '.join(command)} --help differ: {', '.join(sorted(told ^ there))}")


main()
