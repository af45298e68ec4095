# SPDX-License-Identifier: Apache-2.0
"""Whether the requirements of a function are met by what is installed.

usage: requirements.py FILE FOLDERS [NAME...]: FILE is a requirements.txt or empty, FOLDERS are searched before
sys.path, apart by colons. Prints what is missing; exit code 0 if that is nothing, else 1.
"""
import importlib.metadata
import re
import sys

try:
    from packaging.requirements import Requirement
except ImportError:
    try:
        from pip._vendor.packaging.requirements import Requirement
    except ImportError:
        Requirement = None


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def met(line, installed):
    """Whether a line asks for nothing that is missing. What cannot be judged here is pip's."""
    name = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line)
    if not name or "@" in line or "://" in line:
        return False
    version = installed.get(plain(name.group()))
    if Requirement is None:
        exact = re.search(r"==\s*([^\s,;]+)$", line)
        return version is not None and (exact is None or exact.group(1) == version)
    wanted = Requirement(line)
    if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
        return True
    return version is not None and wanted.specifier.contains(version, prereleases=True)


def main():
    file, folders, *names = sys.argv[1:]
    lines = []
    if file:
        with open(file, encoding="utf-8-sig") as stream:
            lines = [re.sub(r"(^|\s+)(#|--hash).*", "", line.rstrip("\\\n")).strip() for line in stream]
    installed = {}
    for found in importlib.metadata.distributions(path=[f for f in folders.split(":") if f] + sys.path[1:]):
        if found.metadata["Name"]:
            installed.setdefault(plain(found.metadata["Name"]), found.version)
    missing = [line for line in lines if line and not met(line, installed)]
    asked = {plain(m.group()) for m in (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines) if m}
    managed = [name for name in names if plain(name) not in installed and plain(name) not in asked]
    for name in managed:
        print("layer", name)
    for line in missing:
        print("missing", line)
    sys.exit(1 if missing or managed else 0)


if __name__ == "__main__":
    main()
