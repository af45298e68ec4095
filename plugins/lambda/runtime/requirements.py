# SPDX-License-Identifier: Apache-2.0
"""Whether the requirements of a function are met by what is installed.

usage: requirements.py FILE FOLDERS [NAME...]: FILE is a requirements.txt or empty, FOLDERS are searched before
sys.path, apart by colons. Prints what is missing, and "own" if something is in FOLDERS alone; exit code 0 if nothing
is missing, else 1.
"""
import importlib.metadata
import re
import sys


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def version_of(name, folders):
    """The version that is found first, or None. One package is looked up at a time: reading all of them takes longer."""
    for found in importlib.metadata.distributions(name=name, path=folders):
        return found.version
    return None


def satisfies(line, version):
    """Whether a version, or None, is what the rest of a line behind its name asks for."""
    try:
        from packaging.requirements import Requirement  # pylint: disable=import-outside-toplevel
    except ImportError:
        try:
            from pip._vendor.packaging.requirements import Requirement  # pylint: disable=import-outside-toplevel
        except ImportError:
            exact = re.search(r"==\s*([^\s,;]+)$", line)
            return version is not None and (exact is None or exact.group(1) == version)
    wanted = Requirement(line)
    if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
        return True
    return version is not None and wanted.specifier.contains(version, prereleases=True)


def met(line, folders):
    """Whether a line asks for nothing that is missing. What cannot be judged here is pip's."""
    name = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line)
    if not name or "@" in line or "://" in line:
        return False
    version = version_of(name.group(), folders)
    return version is not None if name.group() == line else satisfies(line, version)


def main():
    file, folders, *names = sys.argv[1:]
    lines = []
    if file:
        with open(file, encoding="utf-8-sig") as stream:
            lines = [re.sub(r"(^|\s+)(#|--hash).*", "", line.rstrip("\\\n")).strip() for line in stream]
    lines = [line for line in lines if line]
    machine = sys.path[1:]
    everywhere = [folder for folder in folders.split(":") if folder] + machine
    missing = [line for line in lines if not met(line, everywhere)]
    asked = {plain(m.group()) for m in (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines) if m}
    managed = [name for name in names if plain(name) not in asked and version_of(name, everywhere) is None]
    for name in managed:
        print("layer", name)
    for line in missing:
        print("missing", line)
    if not all(met(line, machine) for line in lines) or any(version_of(name, machine) is None for name in names):
        print("own")
    sys.exit(1 if missing or managed else 0)


if __name__ == "__main__":
    main()
