# SPDX-License-Identifier: Apache-2.0
"""The tour of a service calls every operation of its plugin. usage: tour.py SLRUN SERVICE SPEC

A call is `service.operation`, or the operation's name given to what walks pages or presigns. What
stands in comments, and operations that are only named in tables of wrong calls, do not count.
"""
import json
import re
import subprocess
import sys


def without_comments(lua):
    """The spec without comments. (A tour has no `--` inside of strings.)"""
    return re.sub(r"--.*", "", lua)


def called(lua, service):
    walks = rf"\b{service}\.(?:all|pages|presign)[ (]*['\"](\w+)['\"]"
    return set(re.findall(rf"\b{service}\.(\w+)", lua)) | set(re.findall(walks, lua))


def main():
    slrun, service, path = sys.argv[1:]
    listed = subprocess.run([slrun, "plugins", service, "--json"], capture_output=True, text=True, timeout=60, check=True)
    operations = {operation["name"] for operation in json.loads(listed.stdout)["operations"]}
    assert operations, f"{service} lists no operations"
    with open(path, encoding="utf-8") as file:
        missing = sorted(operations - called(without_comments(file.read()), service))
    if missing:
        sys.exit(f"{path} does not call {len(missing)} of {len(operations)} operations: {', '.join(missing)}")
    print(f"{path} calls all {len(operations)} operations of {service}")


if __name__ == "__main__":
    main()
