#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every plugin exports slrun_plugin_entry and nothing else, as `nm` sees it.

usage: one_symbol.py NM FILE.so...

No exception for sanitizers: their runtime's symbols are undefined in a plugin, and the version
script hides what the compiler adds.
"""
import subprocess
import sys


def main():
    nm, *files = sys.argv[1:]
    if not files:
        sys.exit("no plugins to look at")
    wrong = 0
    for file in files:
        out = subprocess.run([nm, "-D", "--defined-only", "--format=posix", file], text=True,
                             capture_output=True, check=True).stdout
        symbols = sorted(line.split()[0] for line in out.splitlines())
        if symbols != ["slrun_plugin_entry"]:
            wrong += 1
            print(f"{file} exports {', '.join(symbols) or 'nothing'}")
    sys.exit(1 if wrong else 0)


main()
