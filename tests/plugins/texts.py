#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether each parameter and each member of a result of each operation has a text that tells a user something: `slrun plugins
--json` says them all.

usage: texts.py [--wrong NUMBER] SLRUN [PLUGIN...]         (without PLUGIN: all there are)

The rule for texts is that of the generators, plugins/model.py. NUMBER is how many wrong texts there must be, 0 unless given.
"""
import argparse
import json
import pathlib
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).parents[2] / "plugins"))
import model  # pylint: disable=wrong-import-position


def listed(slrun, *words):
    p = subprocess.run([slrun, "plugins", "--json", *words], text=True, timeout=120, stdin=subprocess.DEVNULL,
                       capture_output=True, check=False)
    if p.returncode:
        sys.exit(p.stderr)
    return json.loads(p.stdout)


def members(of, path):
    """(path, name, text) of all members, those of structures in lists and maps, too."""
    for member in of:
        here = path + "." + member["name"]
        yield here, member["name"], member.get("doc", "")
        inner = member
        while "of" in inner:
            inner = inner["of"]
        yield from members(inner.get("members") or [], here)


def fault(name, text):
    if model.hollow(name, text):
        return "says no more than its name"
    if len(text) > model.LONGEST:
        return "is longer than %d characters" % model.LONGEST
    return None if text.endswith(".") else "ends without a full stop"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("slrun")
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("plugins", nargs="*")
    args = parser.parse_args()
    wrong, seen = {}, 0
    for plugin in args.plugins or [p["name"] for p in listed(args.slrun)]:
        for op in listed(args.slrun, plugin)["operations"]:
            for part in ("parameters", "result"):
                for path, name, text in members(op[part] or [], "%s.%s %s" % (plugin, op["name"], part)):
                    seen += 1
                    what = fault(name, text)
                    if what:
                        wrong.setdefault((plugin, name, text, what), path)
    for (_, _, text, what), path in wrong.items():
        print("%s: %r %s" % (path, text, what))
    print("%d texts, %d of them wrong" % (seen, len(wrong)))
    sys.exit(not seen or len(wrong) != args.wrong)


if __name__ == "__main__":
    main()
